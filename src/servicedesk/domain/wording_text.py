# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the wording check can find, and how a sentence is cut up before it is looked at.

Every pattern of the wording rooms repeats only a bounded number of times, so that no text,
however it was made, costs more than its length times a constant.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.errors import Param


class Context(StrEnum):
    """What a text is for, which decides what it must hold."""

    PROMISE = "promise"
    AIM = "aim"
    DETAIL = "detail"
    FREE_TEXT = "free_text"


class Severity(StrEnum):
    """What a finding does: keeps a charter from print, warns, or asks a question."""

    BLOCK = "block"
    WARN = "warn"
    ASK = "ask"


class FindingCode(StrEnum):
    """The faults a text can have; the sentence for each stands in the words file."""

    NO_PROMISE = "no_promise"
    NO_NUMBER = "no_number"
    NO_UNIT = "no_unit"
    NO_DAY_KIND = "no_day_kind"
    NO_START = "no_start"
    NO_SHARE = "no_share"
    VAGUE_WORD = "vague_word"
    MIXED_AIM = "mixed_aim"
    MANY_PROMISES = "many_promises"
    MANY_MEASURES = "many_measures"
    TOO_LONG = "too_long"
    PASSIVE = "passive"
    HARD_WORDS = "hard_words"
    HIDDEN_CONDITION = "hidden_condition"
    THIRD_PARTY = "third_party"
    GUARANTEE = "guarantee"
    LEGAL_RIGHTS = "legal_rights"
    RIGHTS_SENTENCE = "rights_sentence"
    STANDARD_CLAIM = "standard_claim"
    SEAL = "seal"
    REGISTRATION_QUESTION = "registration_question"

    @property
    def severity(self) -> Severity:
        """What a finding with this code does (the charter's own rule: rights and seals block)."""
        if self in (FindingCode.LEGAL_RIGHTS, FindingCode.STANDARD_CLAIM, FindingCode.SEAL):
            return Severity.BLOCK
        if self is FindingCode.REGISTRATION_QUESTION:
            return Severity.ASK
        return Severity.WARN


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One place in a text that a rule does not like.

    Attributes:
        code: which rule.
        start: first character of the place, counted from 0.
        end: the character after the place.
    """

    code: FindingCode
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault as a person is shown it.

    Attributes:
        code: which rule; its sentence is ``[finding]`` of the words file.
        severity: whether it blocks, warns or asks.
        span: first character of the place and the one after it, counted from 0.
        params: values for the sentence; ``found`` is the words of the place.
        rewrite: the whole text reworded so that nothing is found in it; "" where no good sentence
            can be made, and then nothing is suggested.
    """

    code: FindingCode
    severity: Severity
    span: tuple[int, int]
    params: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))
    rewrite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the caller knows about a text.

    Attributes:
        context: what the text is for.
        day_kind: the days that this charter counts in, or None when it has not said.
        bare_days_explained: True when the charter says elsewhere what "days" means.
        needs_number: False for a standard that is kept or not, with no figure.
        registrations: bodies whose registration is on record with number and end date.
    """

    context: Context
    day_kind: DayKind | None = None
    bare_days_explained: bool = False
    needs_number: bool = True
    registrations: frozenset[str] = frozenset()

    @property
    def day_word(self) -> str:
        """The word that a rewrite puts before bare days."""
        return (self.day_kind or DayKind.WORKING).value


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence and where it starts in its text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The character after the sentence."""
        return self.start + len(self.text)


_SAME = {
    **dict.fromkeys(map(ord, "‘’ʼ′`´"), "'"),
    **dict.fromkeys(map(ord, "“”„"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys(map(ord, "\t\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " "),
    **dict.fromkeys(map(ord, "\u00a0\u1680\u202f\u205f\u3000"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
}
"""Typographic variants by their plain form, one character for one, so that places keep."""

_SENTENCE_END = re.compile(r"[.!?]{1,5}[\"')\]]{0,3}(?= )|\n")
_ABBREVIATION = re.compile(
    r"(?:\b[a-z]\.[a-z]|\b(?:approx|incl|min|max|hrs?|mins?|no|st|mr|mrs|dr))\.$", re.I
)
_WORD = re.compile(r"[^\W_]{1,60}(?:['.,:-][^\W_]{1,60}){0,8}")


def plain(text: str) -> str:
    """The text with typographic quotes, dashes and spaces made plain; its length stays."""
    return text.translate(_SAME)


def phrase(*wordings: str) -> re.Pattern[str]:
    """A pattern for any of these phrases as whole words; a blank also matches a hyphen.

    Each wording is itself a pattern; longer ones are tried first.
    """
    ordered = sorted(wordings, key=len, reverse=True)
    joined = "|".join(wording.replace(" ", "[ -]{1,3}") for wording in ordered)
    return re.compile(rf"(?<![\w-])(?:{joined})(?!\w)", re.I)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a plain text; an abbreviation or a small letter after a stop ends none."""
    found: list[Sentence] = []
    begin = 0
    for stop in _SENTENCE_END.finditer(text):
        rest = text[stop.end() : stop.end() + 4].lstrip()
        opening = text[max(begin, stop.end() - 8) : stop.end()]
        if stop.group() != "\n" and (rest[:1].islower() or _ABBREVIATION.search(opening)):
            continue
        found.extend(_sentence(text, begin, stop.end()))
        begin = stop.end()
    found.extend(_sentence(text, begin, len(text)))
    return tuple(found)


def _sentence(text: str, begin: int, end: int) -> Iterable[Sentence]:
    piece = text[begin:end]
    kept = piece.strip()
    if kept:
        yield Sentence(start=begin + len(piece) - len(piece.lstrip()), text=kept)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text; 17.30, e-mail and don't are one word each."""
    return tuple(match.group() for match in _WORD.finditer(text))

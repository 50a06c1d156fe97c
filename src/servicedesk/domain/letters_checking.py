# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wording check of letters: what must not be said, and what does not help.

Claims and cut rights are found by the rules of every printed text. On top of them come the words
that take an apology back: an apology says what happened and what it meant, and stops there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from servicedesk.domain.customers import Channel
from servicedesk.domain.letters import VALUES, LetterDraft
from servicedesk.domain.letters_closed import CLOSED_PLATFORM
from servicedesk.domain.wording import Context, FindingCode, Severity, check_wording

_THREAT = (
    r"(?:we|i)(?:['’]ll| will| shall| may| might| are going to| am going to)? ?"
    r"(?:have to |be forced to )?(?:take|start|begin|consider|seek) "
    r"(?:legal|court) (?:action|proceedings|advice)"
    r"|(?:hear|letter) from (?:our|my) (?:solicitors?|lawyers?)"
    r"|(?:we|i)(?:['’]ll| will| shall) (?:sue|take you to court|see you in court)"
)
_REVIEWS = (
    r"(?:(?:a|any|bad|negative|poor|your|the|this|online) )*(?:reviews?|ratings?|comments?|posts?)"
)
_SILENCE = (
    r"(?:must|may|can|should|will|do|are|agree) ?not (?:to )?(?:leave|write|post|publish|give)"
    rf" {_REVIEWS}"
    rf"|(?:in exchange|in return|if you|provided(?: that)? you|as long as you)[^.!?]{{0,40}}"
    rf"(?:remove|delete|take down|change|withdraw) {_REVIEWS}"
)
_TONES = (
    ("inconvenience", r"any inconvenience(?: (?:this|it) (?:may|might) have caused)?"),
    ("if_you_feel", r"if you (?:feel|felt|think|thought|believe)(?: that)?"),
    ("policy", r"(?:company|our|my|shop|store) policy"),
    ("unfortunately", r"unfortunately|regrettably"),
    ("sorry_you_feel", r"sorry (?:that )?you (?:feel|felt|think|thought|are upset|were upset)"),
    ("full_settlement", r"(?:in )?full and final settlement"),
    ("legal_threat", _THREAT),
    ("no_review", _SILENCE),
    ("looking_into", r"(?:we are|we're|i am|i'm) looking into (?:it|this)"),
)
_ALWAYS = tuple((code, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for code, words in _TONES)
_SORRY = re.compile(r"\b(?:sorry|apologi[sz]e|apolog(?:y|ies))\b", re.IGNORECASE)
_TAKEN_BACK = (
    ("sorry_but", re.compile(r"\b(?:but|however|although)\b", re.IGNORECASE)),
    ("sorry_if", re.compile(r"\bif\b", re.IGNORECASE)),
)
_AFTER_SORRY = re.compile(r"\s*(but|however|although)\b", re.IGNORECASE)
LINK_CLOSED = "link_closed"
"""Code of words that would send somebody to a platform for disputes that is no more."""

_OF_LAW = frozenset({FindingCode.LEGAL_RIGHTS.value, FindingCode.RIGHTS_SENTENCE.value})
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFinding:
    """One place in a letter to think about.

    Args:
        code: its words are ``letter.tone.<code>`` or ``finding.<code>``.
        is_tone: which of the two.
        is_block: it must not be sent so.
        span: begin and end in the text that was checked.
        found: what stands there.
        paragraph: the line it stands in.
        instead: that line said in another way; "" where there is no suggestion.
    """

    code: str
    is_tone: bool
    is_block: bool
    span: tuple[int, int]
    found: str
    paragraph: str = ""
    instead: str = ""


def letter_findings(
    text: str, registrations: Iterable[str] = (), *, has_law: bool = True
) -> tuple[LetterFinding, ...]:
    """Everything to think about in the words of a letter, in reading order.

    Args:
        text: a line for each paragraph.
        registrations: bodies whose registration is on record.
        has_law: False somewhere else, where nothing is said that rests on our law.
    """
    bodies = tuple(registrations)
    found: list[LetterFinding] = []
    start = 0
    for line in text.split("\n"):
        claims = _claims(line, start, bodies)
        found += (one for one in claims if has_law or one.code not in _OF_LAW)
        found += _tones(line, start)
        start += len(line) + 1
    found += _closed_links(text)
    return tuple(sorted(found, key=lambda one: (one.span, one.code)))


def head_lacks(values: VALUES) -> tuple[str, ...]:
    """What a letterhead lacks, so that nobody could answer the letter.

    Args:
        values: of the business, as in a letter.

    Returns:
        Out of "name", "address" and "reach", which is a phone or an e-mail address.
    """
    found = {
        "name": ("business.name",),
        "address": ("business.address",),
        "reach": ("business.phone", "business.email"),
    }
    return tuple(
        what
        for what, names in found.items()
        if not any(values.get(name, "").strip() for name in names)
    )


def way_lacks(draft: LetterDraft, *, has_email: bool) -> tuple[str, ...]:
    """What is not known of whoever a letter goes to, by the way on which it goes.

    Args:
        draft: the letter.
        has_email: their e-mail address is on record.

    Returns:
        "to_address" by post, "to_email" by e-mail to somebody on record, or nothing; nothing
        while it goes to nobody yet.
    """
    name, address = (
        draft.values.get(f"customer.{one}", "").strip() for one in ("name", "address_block")
    )
    if draft.channel is Channel.POST and name and not address:
        return ("to_address",)
    if draft.channel is Channel.EMAIL and draft.customer_id is not None and not has_email:
        return ("to_email",)
    return ()


def _claims(line: str, start: int, registrations: tuple[str, ...]) -> Iterator[LetterFinding]:
    for one in check_wording(line, context=Context.FREE_TEXT, registrations=registrations):
        begin, end = one.span
        yield LetterFinding(
            code=one.code.value,
            is_tone=False,
            is_block=one.severity is Severity.BLOCK,
            span=(start + begin, start + end),
            found=line[begin:end].strip(),
            paragraph=line,
            instead=one.rewrite,
        )


def _closed_links(text: str) -> Iterator[LetterFinding]:
    """In the whole text: an address can be broken over two lines."""
    for hit in CLOSED_PLATFORM.finditer(text):
        begin = text.rfind("\n", 0, hit.start()) + 1
        yield LetterFinding(
            code=LINK_CLOSED,
            is_tone=True,
            is_block=True,
            span=hit.span(),
            found=" ".join(hit[0].split()),
            paragraph=text[begin:].partition("\n")[0],
        )


def _tones(line: str, start: int) -> Iterator[LetterFinding]:
    for code, pattern in _ALWAYS:
        for hit in pattern.finditer(line):
            yield _tone(code, hit, start)
    was_sorry = False
    for sentence in _SENTENCE.finditer(line):
        is_sorry = _SORRY.search(sentence[0]) is not None
        after = _AFTER_SORRY.match(sentence[0])
        if was_sorry and not is_sorry and after is not None:
            yield _tone("sorry_but", after, start + sentence.start(), group=1)
        was_sorry = is_sorry
        for code, pattern in _TAKEN_BACK if is_sorry else ():
            for hit in pattern.finditer(sentence[0]):
                if not _is_told(line, sentence.start() + hit.start()):
                    yield _tone(code, hit, start + sentence.start())


def _is_told(line: str, place: int) -> bool:
    """Whether a place is part of words that are told of already."""
    return any(
        hit.start() <= place < hit.end() for _, pattern in _ALWAYS for hit in pattern.finditer(line)
    )


def _tone(code: str, hit: re.Match[str], start: int, group: int = 0) -> LetterFinding:
    span = (start + hit.start(group), start + hit.end(group))
    return LetterFinding(code=code, is_tone=True, is_block=False, span=span, found=hit[group])

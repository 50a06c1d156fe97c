# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Small repairs that leave the owner's own words standing wherever they can.

Each step takes a sentence and gives it back mended; the last word has the check, which reads the
result again. What no step can mend is said anew from its facts (``wording_rebuilding``).
"""

import re
from itertools import islice

from servicedesk.domain.wording_claims import GUARANTEE
from servicedesk.domain.wording_faults import (
    BARE_CLOCK,
    WITHOUT_UNIT,
    is_head,
    lacks_figure,
    main_part,
    without_start,
)
from servicedesk.domain.wording_loosening import loosened
from servicedesk.domain.wording_measures import measures
from servicedesk.domain.wording_rebuilding import CASES, ended, in_voice_of
from servicedesk.domain.wording_replacing import replaced
from servicedesk.domain.wording_rights import RIGHTS, rights_faults
from servicedesk.domain.wording_terms import (
    AIM_TO,
    BASES,
    HASTE,
    HASTY,
    HEDGE,
    MODAL,
    REGULARLY,
    WILL,
)
from servicedesk.domain.wording_text import Context, Sentence, Setting, phrase, sentences
from servicedesk.domain.wording_topics import Subject, start_for, subject_of
from servicedesk.domain.wording_voicing import active, split, willing

FALLBACK = "If we cannot, we will tell you when we can."
"""What a rewrite says in place of "where possible"."""

FALLBACK_IN_STOCK = "If we cannot, we will tell you before you pay."
"""The same of goods that may not be there."""

_BEFORE = re.compile(r"(?<!\w)(?:within|by|on|in|at) (?:the )?$", re.I)
_NEXT_CLAUSE = re.compile(r"[.,;!]| (?:that|and|if|with|but|or) ", re.I)
_IN_STOCK = phrase(
    "availability", "stock", "demand", "orders?", "deliver", "dispatch", "send", "parcels?", "goods"
)
_AWAY = re.compile(
    r"[.,;!]|$| (?:but|so|if|when|whenever|where|once|unless|because|without|while)(?!\w)"
    rf"| and (?=(?:we|i|you|it|they|the|your|then|(?:{BASES}) (?:you|your|it|them|the|an?))(?!\w))",
    re.I,
)
_PRONOUN = re.compile(r" (?:we|i|you|it|they|he|she)(?!\w)", re.I)
_AFTER_EVENT = re.compile(r"^ (?:after|from|of|following)(?!\w)", re.I)


def mended(text: str, setting: Setting) -> str:
    """A plain text after every small repair; it may still not pass, and the caller looks."""
    said: list[str] = []
    alone = not any(
        is_head(one) or (AIM_TO.search(one.text) and not one.text.lower().startswith("if "))
        for one in sentences(text)
    )
    for sentence in sentences(text):
        stand_ins = replaced(sentence.text, setting)
        said += [in_voice_of(text, one) for one in stand_ins]
        for piece in split(loosened(sentence.text, setting)) if not stand_ins else ():
            said += _promised(piece, setting, alone=alone)
        if HEDGE.search(sentence.text):
            said.append(in_voice_of(text, _fallback(sentence.text, setting)))
    if any(True for one in sentences(text) for _ in rights_faults(one, text)):
        said.append(RIGHTS)
    kept = [one for one in dict.fromkeys(map(_tidy, said)) if re.search(r"\w", one)]
    return " ".join(_shared(kept, setting))


def _promised(piece: str, setting: Setting, *, alone: bool) -> list[str]:
    """The steps for one piece of a sentence that holds one promise at most.

    A sentence with "if" at its head is a promise where there is no other.
    """
    pieces = [piece]
    if setting.context in (Context.PROMISE, Context.AIM):
        parts = split(willing(active(piece, setting), setting))
        pieces = [_limited(part, setting, alone=alone) for part in parts]
    pieces = [HASTY.sub(" ", _unhurried(one)) for one in pieces]
    if setting.context is not Context.FREE_TEXT:
        pieces = [_with_days(one, setting) for one in pieces]
    return [one.text for one in sentences(" ".join(pieces))]


def _fallback(text: str, setting: Setting) -> str:
    """What happens if we cannot, which depends on what was hedged."""
    if _IN_STOCK.search(text):
        return FALLBACK_IN_STOCK
    return "If we cannot, we will tell you." if setting.context is Context.FREE_TEXT else FALLBACK


def _unhurried(text: str) -> str:
    """Without its words of haste, and without an "and" that has lost what it joined."""
    for hit in reversed(list(HASTE.finditer(text))):
        before, after = _parted(text, hit)
        text = f"{before.rstrip()} {after.lstrip()}"
    return text


def _parted(text: str, hit: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind a word of haste, with the "and" gone that joined it."""
    before, after = text[: hit.start()], text[hit.end() :]
    if before.endswith(" and "):
        return before.removesuffix("and "), after
    if after.startswith(" and ") and not _AWAY.match(after):
        return before, after.removeprefix(" and")
    return before, after


def _limited(text: str, setting: Setting, *, alone: bool) -> str:
    """With a figure, its unit and its start."""
    subject = subject_of(text)
    days = f"{setting.day_word} day"
    text = WITHOUT_UNIT.sub(
        lambda hit: f"{hit.group()} {days}{'' if hit['number'] == '1' else 's'}", text
    )
    text = BARE_CLOCK.sub(r"\g<0> o'clock", text)
    is_head_here = is_head(Sentence(start=0, text=text)) or bool(AIM_TO.search(text))
    is_promise = is_head_here or (alone and bool(MODAL.search(text)))
    if is_promise and setting.needs_number and lacks_figure(text, measures(text)):
        return _timed(text, subject, setting)
    if not is_promise:
        return text
    for one in reversed(without_start(text, measures(text))):
        before = re.sub(r"(?<!\w)in (?=(?:under )?$)", "within ", text[: one.start])
        before = re.sub(r"within under $", "within ", before)
        start = in_voice_of(text, start_for(subject, one.unit, text))
        typed = re.sub("^the ", _one_of_unit, text[one.start : one.end], flags=re.I)
        text = f"{before}{typed} of {start}{text[one.end :]}"
    return re.sub(r"(?<!\w)in (?=[0-9]{1,3} (?:[a-z]{4,8} )?(?:days? of|rings))", "within ", text)


def _is_main(main: str, text: str, start: int) -> bool:
    """Whether the word before a place belongs to the main part of a sentence."""
    return main[:start].rstrip()[-1:] == text[:start].rstrip()[-1:]


def _one_of_unit(hit: re.Match[str]) -> str:
    return "an " if hit.string[hit.end() :].startswith("hour") else "a "


def _timed(text: str, subject: Subject, setting: Setting) -> str:
    """With the usual limit where the haste was, or at the end of the clause that it was in."""
    usual, start = subject.usual(setting.day_word), in_voice_of(text, subject.started(text))
    limit = usual if usual.endswith("rings") else f"{usual} of {start}"
    if REGULARLY.search(text):
        return REGULARLY.sub(f"every 5 {setting.day_word} days", text, count=1)
    main = main_part(text)
    hits = (hit for hit in HASTE.finditer(text) if _is_main(main, text, hit.start()))
    haste = next(hits, None)
    if haste is not None:
        before, after = _parted(text, haste)
        after = _unhurried(after)
        if event := _AFTER_EVENT.match(after):
            of = event.group() if _PRONOUN.match(after, event.end()) else " of"
            return f"{before}{usual}{of}{after[event.end() :]}"
        if _AWAY.match(after):
            return f"{before}{limit}{after}"
        text = f"{before.rstrip()} {after.lstrip()}"
    elif HASTE.search(text):
        return _unhurried(text)
    text = HASTY.sub(" ", text)
    will = WILL.search(text) or AIM_TO.search(text)
    away = _AWAY.search(text, will.end() if will else 0)
    cut = away.start() if away else len(text)
    return f"{text[:cut].rstrip()} {limit}{text[cut:]}"


def _with_days(text: str, setting: Setting) -> str:
    """With the kind of day wherever days are counted."""
    if setting.bare_days_explained:
        return text
    for one in reversed(measures(text)):
        typed = text[one.start : one.end]
        if one.is_bare_day:
            typed = re.sub(r"business(?=[ -])", "working", typed, flags=re.I)
            if "working" not in typed.lower():
                typed = re.sub(
                    r"[ -](?=days?)", f" {one.days_of(setting.day_word)} ", typed, flags=re.I
                )
            text = f"{text[: one.start]}{typed}{text[one.end :]}"
    return text


def _shared(said: list[str], setting: Setting) -> list[str]:
    """With a share of cases in the first sentence of an aim."""
    if setting.context is not Context.AIM or not said:
        return said
    if any(one.kind == "share" for one in measures(" ".join(said))):
        return said
    first = said[0].rstrip(" .!?")
    return [f"{first} {CASES}.", *said[1:]]


def _tidy(text: str) -> str:
    """With single blanks, no stray commas, a capital at the head and a stop at the end."""
    text = re.sub(r"\( {0,3}\)", "", " ".join(text.split()))
    text = re.sub(r" {0,1}([,;:])(?: ?[,;:]){0,3}(?= |$)", r"\1", text)
    text = re.sub(r"[ ,;:]{1,4}([.!?])", r"\1", text)
    text = re.sub(
        r"(?<!\w)(a)n (?=[bcdfgjklmnpqrstvwxyz]|h(?!our|onest))", r"\1 ", text, flags=re.I
    )
    text = text.strip(" ,;:-")
    return ended(text[:1].upper() + text[1:]) if text else ""


def trimmed(text: str, words: int, *, apart: bool) -> str:
    """The first clause of a plain sentence that has at most so many words, with its measures.

    Args:
        text: in its plain form.
        words: the most words of the clause.
        apart: True to say what follows from the first measure left out in a sentence of its own.
    """
    joints = re.finditer(r",? (?:and|with|so|which|but|or|in) ", text)
    ends = [hit.start() for hit in islice(joints, words)]
    fitting = [end for end in ends if len(text[:end].split()) <= words]
    if not fitting:
        return text
    cut = fitting[-1]
    kept = [text[:cut]]
    if apart:
        left = next((one for one in measures(text) if one.start >= cut), None)
        if left is None or lacks_figure(text[:cut], measures(text[:cut])):
            return text
        lead = "".join(_BEFORE.findall(text[max(cut, left.start - 12) : left.start]))
        rest = text[left.start :].rstrip(" .!?")
        return f"{ended(text[:cut])} {in_voice_of(text, 'We will')} do this {lead}{rest}."
    for one in measures(text):
        if one.start >= cut:
            lead = "".join(_BEFORE.findall(text[max(cut, one.start - 12) : one.start]))
            behind = _NEXT_CLAUSE.split(text[one.end : one.end + 80], maxsplit=1)[0]
            kept.append(f"{lead}{text[one.start : one.end]}{behind}".strip())
    return ended(" ".join(kept))


def without_guarantee(text: str) -> str:
    """The sentence with the bare word "guaranteed" taken out."""
    text = re.sub(r"(?<!\w)guarantees? (?:to|that (?:we|i) will) ", "will ", text, flags=re.I)
    text = re.sub(r"^(?P<who>we|i) guarantees? ", r"\g<who> will give you ", text, flags=re.I)
    return GUARANTEE.sub(" ", text)

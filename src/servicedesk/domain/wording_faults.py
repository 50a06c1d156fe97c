# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rules for the form of a promise: one promise, one measure, days, a start, no loose word.

The pattern is "We will + verb + what + how soon + from when", with condition, fallback and remedy
in sentences of their own (the charter's rule 2.3).
"""

import re
from collections.abc import Iterator
from itertools import islice

from servicedesk.domain.wording_claims import claim_faults, guarantee_faults
from servicedesk.domain.wording_measures import Measured, measures, without_measures
from servicedesk.domain.wording_rights import rights_faults
from servicedesk.domain.wording_terms import (
    AIM_TO,
    BASES,
    CONDITION,
    EVENT,
    EVERYDAY_LONG,
    HASTE,
    HASTY,
    HURRIED_VERB,
    LASTING,
    LOOSE_NUMBER,
    MODAL,
    NEGATED,
    OFFICE_WORD,
    PASSIVE,
    REGULARLY,
    THIRD_PARTY,
    VAGUE,
    WILL,
)
from servicedesk.domain.wording_text import (
    Context,
    Fault,
    FindingCode,
    Sentence,
    Setting,
    phrase,
    plain,
    sentences,
    words_of,
)

MOST_WORDS = 25
"""The longest sentence of a promise, in words."""

LONG_LETTERS = 10
"""A word with this many letters or more is long, unless customers know it."""

_CLAUSES = re.compile(
    r"(?<!\w)(?:(?P<sub>if|when|once|unless|until|while|because|where|so that|before|after"
    r"|as soon as|as long as|so long as|provided|in case|that|which|who)(?!\w)"
    r"|(?P<head>(?:we|i)(?: will| shall| aim|'ll)(?!\w)))|(?P<stop>[,;])",
    re.I,
)
_IF = re.compile(r"(?:if|when|please|in case)(?!\w)", re.I)
_LIMIT = re.compile(
    r"(?<!\w)(?:within|in|in under|under|inside|less than|no more than|not more than|at most)"
    r"(?: (?:the|about|around|just|only|next|first|max|maximum|roughly|approximately|approx))"
    r"{0,2} $",
    re.I,
)
_START_BEHIND = phrase(
    "of", "from", "after", "before", "once", "when", "if", "following", "since", "ahead", "later"
)
_START_AHEAD = phrase("after", "once", "when", "whenever", "if", "following", "from", "as soon as")
_WAITING = phrase(
    *("wait", "waits", "queue", "queues", "waiting", "queuing"),
    "serve (?:you|everyone|every customer|all customers)",
    "served",
)
_NOTICE = re.compile("'? notice(?!\\w)", re.I)
_PHONE = phrase("calls?", "phones?", "telephones?", "ring", "rings")
WITHOUT_UNIT = re.compile(
    r"(?<!\w)within (?P<number>[0-9]{1,3})(?![.,][0-9])"
    r"(?= {0,2}(?:[.,;!]|$)| (?:of|from|after)(?!\w))",
    re.I,
)
BARE_CLOCK = re.compile(
    r"(?<!\w)(?:(?:at|by|until|before) |between (?:[1-9]|1[0-2]) and )(?:[1-9]|1[0-2])"
    r"(?= {0,2}(?:[.,;!]|$)| (?:and|on|if|each|every|or (?:we|as|earlier|sooner))(?!\w))"
    r"(?![.,][0-9])",
    re.I,
)
"""An hour of the day as people say it, which leaves open what is counted."""

_SPAN = re.compile("-| (?:to|and) ")
_OBJECT = r"(?: (?:you|your|it|them|the|a|an|us|all|any|back|what|every)(?!\w)| £)"
AND_VERB = re.compile(
    rf"(?P<joint>(?:,? (?:and|or|but)|[,;])(?: then| also)? )(?=(?:{BASES}){_OBJECT})", re.I
)
_SAME_OBJECT = re.compile(rf"(?:{BASES}) (?:it|them)(?!\w)", re.I)
_VERB_AND = re.compile(
    rf"(?:will|not|'ll|to|and|or|,) (?:{BASES})(?: (?:up|out|round|over|in))? ?$", re.I
)
_WILL_AIM = re.compile(r"(?:(?<!\w)(?:will|shall)|'ll) (?=aim|try|hope|intend|seek)", re.I)
_TIMING = ("time", "rings", "rhythm", "clock", "date", "day")
_COUNTED = ("time", "rings", "clock")


def find_faults(text: str, setting: Setting) -> tuple[Fault, ...]:
    """Every fault of a text in reading order; () for a text that may stand as it is."""
    says = plain(text)
    found: list[Fault] = list(guarantee_faults(says))
    for sentence in sentences(says):
        found += rights_faults(sentence, says)
        found += claim_faults(sentence, setting.registrations)
        found += _vague_words(sentence)
        if setting.context is not Context.FREE_TEXT:
            found += _everywhere(sentence, setting)
    if setting.context in (Context.PROMISE, Context.AIM) and says.strip():
        found += _promising(says, setting, is_excused=bool(found) and _is_excused(found))
    return tuple(sorted(found, key=lambda fault: (fault.start, fault.end, fault.code)))


def _is_excused(found: list[Fault]) -> bool:
    """A text that claims or cuts or guarantees has a greater fault than not promising."""
    greater = {FindingCode.GUARANTEE, FindingCode.LEGAL_RIGHTS, FindingCode.STANDARD_CLAIM}
    return any(fault.code in greater for fault in found)


def _at(
    code: FindingCode, sentence: Sentence, hit: re.Match[str] | Measured | None = None
) -> Fault:
    """A fault at a place inside a sentence, or at the whole of it."""
    if hit is None:
        return Fault(code=code, start=sentence.start, end=sentence.end)
    begin, end = (hit.start, hit.end) if isinstance(hit, Measured) else hit.span()
    return Fault(code=code, start=sentence.start + begin, end=sentence.start + end)


def vague_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand that measure nothing; none overlaps another."""
    taken = bytearray(len(text))
    places: list[tuple[int, int]] = []
    for pattern in VAGUE:
        for hit in pattern.finditer(text):
            begin, end = hit.span()
            if not any(taken[begin:end]):
                taken[begin:end] = b"x" * (end - begin)
                places.append((begin, end))
    return tuple(sorted(places))


def _vague_words(sentence: Sentence) -> Iterator[Fault]:
    for begin, end in vague_places(sentence.text):
        start = sentence.start
        yield Fault(code=FindingCode.VAGUE_WORD, start=start + begin, end=start + end)


def _everywhere(sentence: Sentence, setting: Setting) -> Iterator[Fault]:
    """What no printed rule of the charter may hold, whatever it is for."""
    text = sentence.text
    if len(words_of(text)) > MOST_WORDS:
        yield _at(FindingCode.TOO_LONG, sentence)
    if is_hard(text):
        yield _at(FindingCode.HARD_WORDS, sentence, OFFICE_WORD.search(text))
    if third := THIRD_PARTY.search(text):
        yield _at(FindingCode.THIRD_PARTY, sentence, third)
    if condition := CONDITION.search(text):
        yield _at(FindingCode.HIDDEN_CONDITION, sentence, condition)
    bare = next((one for one in measures(text) if one.is_bare_day), None)
    if bare is not None and not setting.bare_days_explained:
        yield _at(FindingCode.NO_DAY_KIND, sentence, bare)
    if has_many_promises(text):
        yield _at(FindingCode.MANY_PROMISES, sentence)
    second = next(islice(_limits(main_part(text)), 1, None), None)
    if second is not None:
        yield _at(FindingCode.MANY_MEASURES, sentence, second)


def _limits(text: str) -> Iterator[Measured]:
    """The measures that a promise is kept by.

    Not how long a thing goes on, nor a name, nor the hours between which a promise holds.
    """
    for one in measures(text):
        lasting = LASTING.search(text[max(0, one.start - 16) : one.start])
        is_span = one.kind == "clock" and _SPAN.search(one.said)
        if one.kind in _COUNTED and not (one.is_joined or lasting or is_span):
            yield one


def is_hard(text: str) -> bool:
    """Whether a sentence needs more than a reading age of about 11.

    The measure: it holds an office word, or three or more words of ten letters or more that make
    up over a quarter of its words.
    """
    words = [word.lower() for word in words_of(text)]
    long = [word for word in words if len(word) >= LONG_LETTERS and word not in EVERYDAY_LONG]
    return bool(OFFICE_WORD.search(text)) or (len(long) > 2 and len(long) * 4 > len(words))


def main_part(text: str) -> str:
    """The sentence with its clauses of time and condition blanked out; its length stays."""
    kept: list[str] = []
    reached, blank_from = 0, -1
    for mark in _CLAUSES.finditer(text):
        if mark["sub"] is None and blank_from >= 0:
            kept += [text[reached:blank_from], " " * (mark.start() - blank_from)]
            reached, blank_from = mark.start(), -1
        elif mark["sub"] is not None and blank_from < 0:
            blank_from = mark.start()
    if blank_from >= 0:
        return "".join(kept) + text[reached:blank_from] + " " * (len(text) - blank_from)
    return "".join(kept) + text[reached:]


def has_many_promises(text: str) -> bool:
    """Whether a sentence promises more than one thing; a remedy may have two parts."""
    main = main_part(text)
    heads = _WILL_AIM.sub("", main)
    said = len(WILL.findall(heads)) + len(AIM_TO.findall(heads))
    if said == 1 and not _IF.match(text):
        return next(coordinated(main), None) is not None
    return said > 1


def coordinated(main: str) -> Iterator[re.Match[str]]:
    """The joints at which a second verb with an object of its own is hung on a promise.

    "We will mend it or replace it" is one promise with a choice, and "collect your bike and mend
    it" is one with two steps; but what follows a measure has none.
    """
    will = WILL.search(main) or AIM_TO.search(main)
    begin = will.end() if will else len(main)
    for joint in AND_VERB.finditer(main, begin):
        same = " or " in joint["joint"].lower() or _SAME_OBJECT.match(main, joint.end())
        is_one = same and not measures(main[begin : joint.start()])
        if not is_one and not _VERB_AND.search(main[max(0, joint.start() - 24) : joint.start()]):
            yield joint


def is_head(sentence: Sentence) -> bool:
    """Whether a sentence promises, rather than being a condition or a remedy."""
    return bool(MODAL.search(sentence.text)) and not _IF.match(sentence.text)


def _promising(says: str, setting: Setting, *, is_excused: bool) -> Iterator[Fault]:
    """What a promise or an aim must hold."""
    all_sentences = sentences(says)
    whole = Sentence(start=0, text=says)
    is_aim = setting.context is Context.AIM
    heads = [one for one in all_sentences if is_head(one) or AIM_TO.search(one.text)]
    if not heads and not is_excused and not MODAL.search(says):
        yield _at(FindingCode.NO_PROMISE, whole)
    for sentence in heads or all_sentences:
        yield from _form(sentence, setting)
    if is_aim and not any(one.kind == "share" for one in measures(says)):
        yield _at(FindingCode.NO_SHARE, whole)


def _form(sentence: Sentence, setting: Setting) -> Iterator[Fault]:
    text = sentence.text
    is_aim = setting.context is Context.AIM
    mixed = WILL.search(main_part(text)) if is_aim else AIM_TO.search(text)
    if mixed and not _IF.match(text):
        yield _at(FindingCode.MIXED_AIM, sentence, mixed)
    if passive := PASSIVE.search(main_part(text)):
        yield _at(FindingCode.PASSIVE, sentence, passive)
    found = measures(text)
    if without_unit := WITHOUT_UNIT.search(text) or BARE_CLOCK.search(text):
        yield _at(FindingCode.NO_UNIT, sentence, without_unit)
    elif setting.needs_number:
        yield from _figure(sentence, found)
    for unstarted in without_start(text, found)[:1]:
        yield _at(FindingCode.NO_START, sentence, unstarted)


def _figure(sentence: Sentence, found: tuple[Measured, ...]) -> Iterator[Fault]:
    if loose := LOOSE_NUMBER.search(sentence.text):
        yield _at(FindingCode.NO_NUMBER, sentence, loose)
    elif lacks_figure(sentence.text, found):
        yield _at(FindingCode.NO_NUMBER, sentence)
        yield _at(FindingCode.NO_UNIT, sentence)


def lacks_figure(text: str, found: tuple[Measured, ...]) -> bool:
    """Whether a sentence leaves a customer asking how soon."""
    if any(one.kind in _TIMING for one in found):
        return False
    if HASTE.search(text) or HASTY.search(text) or REGULARLY.search(text):
        return True
    if NEGATED.search(text) or EVENT.search(text):
        return False
    return bool(HURRIED_VERB.search(text))


def without_start(text: str, found: tuple[Measured, ...]) -> tuple[Measured, ...]:
    """The limits of time in a sentence that do not say from when they run."""
    if _WAITING.search(text):
        return ()
    is_ringing = bool(_PHONE.search(text))
    bare = without_measures(text)
    ahead = _START_AHEAD.search(bare)
    unstarted: list[Measured] = []
    reach = len(text)
    for one in reversed(found):
        is_limit = one.kind == "time" and not (one.is_joined or one.is_loose)
        is_limit = is_limit and not (is_ringing and one.unit == "second")
        is_limit = is_limit and not _NOTICE.match(text, one.end)
        if is_limit and _LIMIT.search(text[max(0, one.start - 40) : one.start]):
            is_ahead = ahead is not None and ahead.end() <= one.start
            if not is_ahead and not _START_BEHIND.search(bare, one.end, reach):
                unstarted.insert(0, one)
            reach = one.start
    return tuple(unstarted)

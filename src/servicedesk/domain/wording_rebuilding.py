# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A text said anew from its facts: the last resort of a rewrite, and one that always passes.

Only what the check itself has read goes in: measures, a subject from a fixed list, and the names
of standards. So nothing that a rule dislikes can come along.
"""

import re

from servicedesk.domain.wording_claims import standards_in
from servicedesk.domain.wording_measures import Measured, measures
from servicedesk.domain.wording_rights import RIGHTS
from servicedesk.domain.wording_terms import LASTING, ROUND_THE_CLOCK
from servicedesk.domain.wording_text import Context, FindingCode, Setting
from servicedesk.domain.wording_topics import PUT_RIGHT, Subject, subject_of

CASES = "in 9 of 10 cases"
"""The share that a rewrite suggests for an aim without one."""

_CLAIMING = {FindingCode.STANDARD_CLAIM, FindingCode.SEAL}
_CUTTING = {FindingCode.LEGAL_RIGHTS, FindingCode.RIGHTS_SENTENCE}
_BLOCKING = _CLAIMING | _CUTTING
_START = re.compile(
    r" (?P<start>(?:of|from|after|before) [a-z][a-z' -]{2,40}?)"
    r"(?=[.,;!]|$| (?:and|or|if|with|by|in|but|on|for)(?!\w))",
    re.I,
)
_OURS = (
    ("We", "I"),
    ("we", "I"),
    ("our", "my"),
    ("Our", "My"),
    ("us", "me"),
    ("ourselves", "myself"),
)
_ALONE = re.compile(r"(?<!\w)(?:i|i'll|my|me)(?!\w)", re.I)
_TOGETHER = re.compile(r"(?<!\w)(?:we|we'll|our|us)(?!\w)", re.I)


def in_voice_of(text: str, ours: str) -> str:
    """A sentence of ours said with "I" where the text speaks of one person."""
    if not _ALONE.search(text) or _TOGETHER.search(text):
        return ours
    for many, one in _OURS:
        ours = re.sub(rf"(?<!\w){many}(?!\w)", one, ours)
    return ours


def ended(sentence: str) -> str:
    """The sentence with a full stop, unless it has an end already."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def themes(text: str, context: Context) -> str:
    """What may be said of the standards that a text names, and of nobody's seal."""
    named = standards_in(text)
    we = "We will" if context is Context.PROMISE else "We"
    ours = f"{we} use the themes of {_listed(named)} to" if named else we
    return f"{ours} review our service each year. We review ourselves."


def _listed(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def rebuilt(text: str, setting: Setting, codes: frozenset[FindingCode], *, own_start: bool) -> str:
    """The facts of a plain text in new sentences.

    Args:
        text: in its plain form.
        setting: what the text is for.
        codes: what was found in it.
        own_start: True to count from the event that the text itself names after a measure.

    Returns:
        "" where the text names nothing that we know, for a sentence about something else is none
        of the owner's.
    """
    subject = subject_of(text)
    found = sorted(measures(text), key=lambda one: one.kind == "share")
    if subject.is_unknown and codes & _CUTTING:
        subject = PUT_RIGHT
    elif subject.is_unknown and (found or setting.context is Context.AIM or not codes & _CLAIMING):
        return ""
    is_promise = setting.context in (Context.PROMISE, Context.AIM)
    is_claim = bool(codes & _CLAIMING)
    share = next((one.said for one in found if one.kind == "share"), "")
    said: list[str] = []
    for one in found:
        start = _START.match(text, one.end) if own_start else None
        named = start["start"] if start else ""
        is_first = not any(sentence.startswith("We will") for sentence in said)
        said.append(_sentence(one, subject, setting, named, text, is_first=is_first))
    said.sort(key=lambda sentence: not sentence.startswith("We will"))
    if ROUND_THE_CLOCK.search(text):
        said.append("We are here 24 hours a day, 7 days a week")
    shares = {f"We will do this {_cases(one.said)}" for one in found if one.kind == "share"}
    heads = any(sentence.startswith("We will") for sentence in said if sentence not in shares)
    if not heads and is_promise and not (is_claim and setting.context is Context.PROMISE):
        said.insert(0, _usual(subject, setting))
    elif not (said or codes & _BLOCKING):
        return ""
    if setting.context is Context.AIM:
        again = f"We will do this {_cases(share)}" if share else ""
        said = [_aimed(sentence, share) for sentence in said if sentence != again]
    sentences = [ended(sentence) for sentence in dict.fromkeys(said)]
    if is_claim:
        sentences.append(themes(text, setting.context))
    if codes & _CUTTING:
        sentences.append(RIGHTS)
    return in_voice_of(text, " ".join(sentences))


def _usual(subject: Subject, setting: Setting) -> str:
    """What is usual for the subject; what is faulty is put right however long it takes."""
    if subject is PUT_RIGHT:
        return f"We will {subject.does}"
    return f"We will {subject.does} {subject.usual(setting.day_word)} of {subject.start_said}"


def _aimed(sentence: str, share: str) -> str:
    if not sentence.startswith("We will"):
        return sentence
    aims = f"We aim to{sentence.removeprefix('We will')}"
    is_shared = any(one.kind == "share" for one in measures(sentence))
    return aims if is_shared else f"{aims} {_cases(share) if share else CASES}"


def _cases(share: str) -> str:
    if share == "on average":
        return share
    return f"in {share}{' of' if share[-1] in '%t' else ''} cases"


def _sentence(
    one: Measured, subject: Subject, setting: Setting, start: str, text: str, *, is_first: bool
) -> str:
    """One measure in a sentence; the first limit is said of the subject, another of "this"."""
    said = _amount(one, setting)
    does = f"We will {subject.does if is_first else 'do this'}"
    match one.kind:
        case "time" if LASTING.search(text[max(0, one.start - 16) : one.start]):
            return f"This lasts {said}"
        case "time" if text[one.end : one.end + 8].lstrip("'").startswith(" notice"):
            return f"The notice is {said}"
        case "time" if not is_first:
            return f"Another limit is {said}"
        case "time" if start.startswith("before"):
            return f"{does} {said} {start}"
        case "time":
            return f"{does} within {said} {start or f'of {subject.start_said}'}"
        case "rings" if is_first:
            return f"We will answer the phone within {said}"
        case "clock" | "date":
            return f"{does} {by_clock(said)}"
        case "day":
            return f"{does} {on_day(said)}"
        case "share":
            return f"We will do this {_cases(said)}"
        case "money":
            return f"The sum is {said}"
        case "rhythm" if is_first:
            return f"We will {subject.does} {said}"
        case "rhythm":
            return f"We will do this {said}"
        case _:
            return f"The limit is {said}"


def _amount(one: Measured, setting: Setting) -> str:
    return one.said if setting.bare_days_explained else one.of(setting.day_word)


def by_clock(said: str) -> str:
    """A time of day or a date after its preposition: "by 5pm", "between 9am and 5pm"."""
    if " and " in said:
        return f"between {said}"
    return f"{'from' if '-' in said or ' to ' in said else 'by'} {said}"


def on_day(said: str) -> str:
    """A day in words after its preposition: "by the end of the next working day"."""
    if said.startswith("next"):
        return f"by the end of the {said}"
    return f"on the {said}" if said.startswith("same") else said

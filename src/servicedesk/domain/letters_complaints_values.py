# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter about a complaint says, worked out from its file: a service only passes facts.

Notes for ourselves, who of us was involved, and what was done about anybody's work never come
into a letter: only what the customer said, what was found, and what is done about it.
"""

from collections.abc import Callable, Mapping
from datetime import date

from servicedesk.domain.calendars import DayKind, add_months
from servicedesk.domain.complaints import ANSWERED, Finding
from servicedesk.domain.complaints_file import (
    EntryKind,
    IssueDraft,
)
from servicedesk.domain.complaints_guards import (
    AGREED,
    SECOND_LOOKS_MOST,
    Case,
    finding_of,
    running_pause,
)
from servicedesk.domain.complaints_timing import DISAGREE_WITHIN, WAIT_MOST
from servicedesk.domain.letters import LetterStage
from servicedesk.domain.letters_complaints import is_gift
from servicedesk.domain.letters_complaints_people import fresh_names, is_fresh
from servicedesk.domain.letters_complaints_remedies import (
    UNSAID,
    gift_words,
    giving,
    putting_right,
    refunding,
    remedy_line,
    remedy_lines,
)
from servicedesk.domain.letters_fields import may_name
from servicedesk.domain.letters_fields_complaints import COMPLAINT_REF, FINDING, LAW, OUTSIDE
from servicedesk.domain.letters_speech import (
    LetterSpeech,
    flat,
    iso,
    joined,
    quoted,
    shortened,
    unquoted,
)

LIMITS_MONTHS = 3
"""Months after which limits to how somebody may reach us are looked at again."""

_ORDER = (Finding.UPHELD, Finding.PARTLY, Finding.NO_FINDING, Finding.NOT_UPHELD)
_ENDS = tuple(".!?…")


def ours_of(
    stage: LetterStage,
    *,
    ref: str = "",
    other_ref: str = "",
    outside: str = "",
    law: Mapping[str, str],
    is_consumer: bool = True,
) -> dict[str, str]:
    """What comes into a letter from the record, the business and the law each time it is written.

    Args:
        stage: of the letter.
        ref: of the complaint, or the one that it will have.
        other_ref: of the complaint that belongs to it; "" for none.
        outside: the paragraph about outside help; "" for none.
        law: texts of the facts of law by the name of their field; {} somewhere else.
        is_consumer: False for a business, to which consumer advice and schemes are not open.
    """
    found = {COMPLAINT_REF: ref, "complaint.other_ref": other_ref}
    if is_consumer:
        found |= {OUTSIDE: outside, **law}
    else:
        found |= {name: law[name] for name in law if name in _FOR_ANYBODY}
    known = may_name(stage)
    return {name: text for name, text in found.items() if text and name in known}


_FOR_ANYBODY = frozenset(
    f"{LAW}{name}" for name in ("court", "legal_rights", "data_received", "data_regulator")
)
"""Facts of law that hold for businesses too."""


def begun_of(stage: LetterStage, case: Case, speech: LetterSpeech) -> dict[str, str]:
    """What the fields of a letter begin with; everything can be changed before it goes out.

    Args:
        stage: of the letter.
        case: the complaint and what is around it.
        speech: how letters speak.
    """
    found = _about(case, speech)
    if stage in _PARTS:
        found |= _PARTS[stage](case, speech)
    known = may_name(stage)
    return {name: text for name, text in found.items() if text and name in known}


def finding_lines(case: Case, speech: LetterSpeech) -> str:
    """What was found, a line for each issue, what we agree with first.

    A complaint without issues of its own is its own issue.
    """
    card = case.card
    issues = [one.draft for one in case.file.issues]
    if not issues and card.finding is not None:
        text = flat(card.draft.text) and summary_of(case, speech)
        issues = [IssueDraft(text=text, finding=card.finding, reasons=card.outcome_words)]
    found = [one for one in issues if one.finding is not None]
    found.sort(key=lambda one: _ORDER.index(one.finding or Finding.NO_FINDING))
    topic = summary_of(case, speech)
    return "\n".join(_finding_line(one, topic, speech) for one in found)


def summary_of(case: Case, speech: LetterSpeech) -> str:
    """What they complain of, in their words, cut at a word where it is long."""
    draft = case.card.draft
    text = flat(draft.text)
    if not text and draft.about is not None:
        return speech.say(f"enum.About.{draft.about}")
    return shortened(text)


def _about(case: Case, speech: LetterSpeech) -> dict[str, str]:
    card = case.card
    first = card.dates.decided_on if card.stage in ANSWERED else None
    answered_on = card.dates.answered_on or first
    return {
        "complaint.received_on": case.received_on.isoformat(),
        "complaint.channel": speech.say(f"letter.channel.{card.draft.channel}"),
        "complaint.summary": _told(case, speech),
        "complaint.handler": flat(card.draft.handler or card.draft.taken_by),
        "complaint.resolved_on": iso(card.dates.resolved_on) if _put_right(case) else "",
        "complaint.answered_on": iso(answered_on),
        "stand_in": flat(card.stand_in),
        "decide_by": card.dues.decide_on.isoformat(),
    }


def _told(case: Case, speech: LetterSpeech) -> str:
    """What they told us: their words as a quotation, a topic that we ticked as it is."""
    told = summary_of(case, speech)
    return quoted(told, speech) if flat(case.card.draft.text) else told


def _put_right(case: Case) -> bool:
    """Something was put right, or it was agreed that something had gone wrong."""
    done = [one.draft.kind for one in case.file.remedies if one.draft.done_on is not None]
    return finding_of(case.file) in AGREED or any(one not in UNSAID for one in done)


def _asking(case: Case, speech: LetterSpeech) -> dict[str, str]:
    pause = running_pause(case.file)
    return {
        "items": "" if pause is None else pause.question,
        "complaint.asked_on": "" if pause is None else iso(pause.from_on),
        "why_needed": speech.say("letter.begin.why_needed"),
        "reply_by": _working(case, WAIT_MOST).isoformat(),
    }


def _answering(case: Case, speech: LetterSpeech) -> dict[str, str]:
    documents = (one.draft for one in case.file.entries if one.draft.kind is EntryKind.DOCUMENT)
    gifts = (one.draft for one in case.file.remedies if is_gift(one.draft))
    found = finding_of(case.file)
    return {
        FINDING: "" if found is None else found.value,
        "findings": finding_lines(case, speech),
        "remedies": remedy_lines(case, speech),
        "change": joined(one.draft.text for one in case.file.actions),
        "looked_at": joined(one.text for one in documents if not one.is_private),
        "goodwill": joined(gift_words(one, speech) for one in gifts if one.done_on is None),
        **_looking_again(case, speech),
    }


def _looking_again(case: Case, speech: LetterSpeech) -> dict[str, str]:
    """How another look is asked for; nothing once there were as many as there can be."""
    card = case.card
    if card.level >= SECOND_LOOKS_MOST:
        return {}
    name = next(iter(fresh_names(case)), "")
    key = "letter.begin.review_other" if name else "letter.begin.review_same"
    return {
        "review_by": _working(case, DISAGREE_WITHIN).isoformat(),
        "review_how": speech.say(key, name=name),
    }


def _final(case: Case, speech: LetterSpeech) -> dict[str, str]:
    drafts = [one.draft for one in case.file.remedies]
    offered = [one for one in drafts if one.done_on is None and one.kind not in UNSAID]
    until = min((one.valid_until for one in offered if one.valid_until), default=None)
    return {
        **_answering(case, speech),
        "offer": joined(remedy_line(one, speech).removesuffix(".") for one in offered),
        "valid_until": iso(until),
        "if_accepted": speech.say("letter.begin.if_accepted"),
        "if_refused": speech.say("letter.begin.if_refused"),
    }


def _looked_again(case: Case, speech: LetterSpeech) -> dict[str, str]:
    name = flat(case.card.draft.handler)
    is_other = bool(name) and is_fresh(case, name)
    key = "letter.begin.reviewed_other" if is_other else "letter.begin.reviewed_same"
    # Without separate points the first answer is no beginning: who looked again says what came.
    anew = {} if case.file.issues else {FINDING: "", "findings": ""}
    return {**_answering(case, speech), **anew, "reviewed_by": speech.say(key, name=name)}


def _claiming(case: Case, speech: LetterSpeech) -> dict[str, str]:
    waiting = speech.say("letter.begin.waiting", day=speech.day(case.received_on))
    return {
        "claim.bought": flat(case.card.draft.product),
        "claim.waiting": waiting,
        "reply_by": _working(case, WAIT_MOST).isoformat(),
    }


def _behaving(case: Case, _speech: LetterSpeech) -> dict[str, str]:
    noted = [one.draft for one in case.file.behaviours if one.draft.warned_on is None]
    if not noted:
        return {}
    last = max(noted, key=lambda one: one.on)
    review_on = last.review_on or add_months(case.today, LIMITS_MONTHS)
    return {
        "behaviour.on": last.on.isoformat(),
        "behaviour.what": flat(last.text),
        "behaviour.limits": flat(last.limits),
        "behaviour.review_on": review_on.isoformat(),
    }


_PARTS: Mapping[LetterStage, Callable[[Case, LetterSpeech], dict[str, str]]] = {
    LetterStage.QUESTION: _asking,
    LetterStage.ANSWER: _answering,
    LetterStage.APOLOGY: _answering,
    LetterStage.DATA_ANSWER: _answering,
    LetterStage.FINAL: _final,
    LetterStage.SECOND_LOOK: _looked_again,
    LetterStage.REFUND: refunding,
    LetterStage.REMEDY: putting_right,
    LetterStage.GOODWILL: giving,
    LetterStage.CLAIM: _claiming,
    LetterStage.BEHAVIOUR: _behaving,
}


def _finding_line(draft: IssueDraft, topic: str, speech: LetterSpeech) -> str:
    """One point and what was found; without words of theirs it names the topic."""
    issue = unquoted(flat(draft.text))
    if issue:
        issue = issue if issue.endswith(_ENDS) else f"{issue}."
        said = speech.say(f"letter.issue.{draft.finding}", issue=issue)
    else:
        said = speech.say(f"letter.topic.{draft.finding}", issue=topic)
    reasons = flat(draft.reasons)
    reasons = reasons if not reasons or reasons.endswith(_ENDS) else f"{reasons}."
    return f"{said} {reasons}".strip()


def _working(case: Case, days: int) -> date:
    return case.calendar.add_days(case.today, days, DayKind.WORKING)

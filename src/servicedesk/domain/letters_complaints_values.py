# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter about a complaint says, worked out from its file: a service only passes facts.

Notes for ourselves, who of us was involved, and what was done about anybody's work never come
into a letter: only what the customer said, what was found, and what is done about it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.calendars import DayKind, add_months
from servicedesk.domain.complaints import Finding
from servicedesk.domain.complaints_file import (
    EntryKind,
    IssueDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_guards import (
    SECOND_LOOKS_MOST,
    Case,
    answered_by,
    finding_of,
    fresh_eyes,
    running_pause,
)
from servicedesk.domain.complaints_timing import DISAGREE_WITHIN, WAIT_MOST
from servicedesk.domain.letters import LetterStage, Voice
from servicedesk.domain.letters_complaints import MONEY_BACK, is_gift, is_work
from servicedesk.domain.letters_fields import VOICES, may_name
from servicedesk.domain.letters_fields_complaints import COMPLAINT_REF, FINDING, LAW, OUTSIDE
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.phrases import Phrases

SUMMARY_MOST = 300
"""Signs of the customer's words that a letter repeats."""

_REFUND_TAKES = 5
"""Working days in which money sent back is usually there."""

LIMITS_MONTHS = 3
"""Months after which limits to how somebody may reach us are looked at again."""

_UNSAID = frozenset({RemedyKind.NONE, RemedyKind.TRAINING})
"""Remedies that no letter speaks of: what is done about anybody's work stays within the house."""

_ORDER = (Finding.UPHELD, Finding.PARTLY, Finding.NO_FINDING, Finding.NOT_UPHELD)
_ENDS = tuple(".!?…")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSpeech:
    """How letters speak.

    Args:
        phrases: ``letter.*``.
        voice: who speaks.
    """

    phrases: Phrases
    voice: Voice

    def say(self, key: str, **values: str) -> str:
        """A phrase in the voice of the letter; ``we_begin`` begins a sentence."""
        voice = VOICES[self.voice]
        return self.phrases.say(key, **voice, we_begin=voice["We"], **values)

    def day(self, day: date) -> str:
        """A day as letters write it."""
        return day_words(day, self.phrases)


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


_FOR_ANYBODY = frozenset(f"{LAW}{name}" for name in ("court", "data_received", "data_regulator"))
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
        whole = IssueDraft(
            text=summary_of(case, speech), finding=card.finding, reasons=card.outcome_words
        )
        issues = [whole]
    found = [one for one in issues if one.finding is not None]
    found.sort(key=lambda one: _ORDER.index(one.finding or Finding.NO_FINDING))
    return "\n".join(_finding_line(one, speech) for one in found)


def remedy_lines(case: Case, speech: LetterSpeech) -> str:
    """What is done about it, a line for each remedy."""
    drafts = (one.draft for one in case.file.remedies)
    return "\n".join(remedy_line(one, speech) for one in drafts if one.kind not in _UNSAID)


def remedy_line(draft: RemedyDraft, speech: LetterSpeech) -> str:
    """A remedy as one line: what, how much, how, who and by when."""
    what = _what(draft, speech)
    if draft.amount_pence is not None:
        amount = _pounds(draft.amount_pence)
        what = speech.say("letter.remedy_line.amount", what=what, amount=amount)
    if draft.method.strip():
        method = _flat(draft.method)
        what = speech.say("letter.remedy_line.method", what=what, method=method)
    who = _flat(draft.by_whom)
    if draft.done_on is not None:
        return speech.say("letter.remedy_line.done", what=what, day=speech.day(draft.done_on))
    if draft.due is None:
        if who:
            return speech.say("letter.remedy_line.who", what=what, who=who)
        return speech.say("letter.remedy_line.plain", what=what)
    day = speech.day(draft.due)
    if who:
        return speech.say("letter.remedy_line.who_and_day", what=what, who=who, day=day)
    return speech.say("letter.remedy_line.day", what=what, day=day)


def summary_of(case: Case, speech: LetterSpeech) -> str:
    """What they complain of, in their words, cut at a word where it is long."""
    draft = case.card.draft
    text = _flat(draft.text)
    if not text and draft.about is not None:
        return speech.say(f"enum.About.{draft.about}")
    if len(text) <= SUMMARY_MOST:
        return text
    return f"{text[:SUMMARY_MOST].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"


def _about(case: Case, speech: LetterSpeech) -> dict[str, str]:
    card = case.card
    return {
        "complaint.received_on": case.received_on.isoformat(),
        "complaint.channel": speech.say(f"letter.channel.{card.draft.channel}"),
        "complaint.summary": summary_of(case, speech),
        "complaint.handler": _flat(card.draft.handler or card.draft.taken_by),
        "complaint.resolved_on": _iso(card.dates.resolved_on),
        "decide_by": card.dues.decide_on.isoformat(),
    }


def _asking(case: Case, speech: LetterSpeech) -> dict[str, str]:
    pause = running_pause(case.file)
    return {
        "items": "" if pause is None else pause.question,
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
        "change": _joined(one.draft.text for one in case.file.actions),
        "looked_at": _joined(one.text for one in documents if not one.is_private),
        "goodwill": _joined(_what(one, speech) for one in gifts if one.done_on is None),
        **_looking_again(case, speech),
    }


def _looking_again(case: Case, speech: LetterSpeech) -> dict[str, str]:
    """How another look is asked for; nothing once there were as many as there can be."""
    card = case.card
    if card.level >= SECOND_LOOKS_MOST:
        return {}
    name = next((one for one in fresh_eyes(case) if one != case.who), "")
    key = "letter.begin.review_other" if name else "letter.begin.review_same"
    return {
        "review_by": _working(case, DISAGREE_WITHIN).isoformat(),
        "review_how": speech.say(key, name=name),
    }


def _final(case: Case, speech: LetterSpeech) -> dict[str, str]:
    drafts = [one.draft for one in case.file.remedies]
    offered = [one for one in drafts if one.done_on is None and one.kind not in _UNSAID]
    until = min((one.valid_until for one in offered if one.valid_until), default=None)
    return {
        **_answering(case, speech),
        "offer": _joined(remedy_line(one, speech).removesuffix(".") for one in offered),
        "valid_until": _iso(until),
        "if_accepted": speech.say("letter.begin.if_accepted"),
        "if_refused": speech.say("letter.begin.if_refused"),
    }


def _looked_again(case: Case, speech: LetterSpeech) -> dict[str, str]:
    name = _flat(case.card.draft.handler)
    is_other = bool(name) and name not in answered_by(case)
    key = "letter.begin.reviewed_other" if is_other else "letter.begin.reviewed_same"
    # Without separate points the first answer is no beginning: who looked again says what came.
    anew = {} if case.file.issues else {FINDING: "", "findings": ""}
    return {**_answering(case, speech), **anew, "reviewed_by": speech.say(key, name=name)}


def _refunding(case: Case, _speech: LetterSpeech) -> dict[str, str]:
    drafts = [one.draft for one in case.file.remedies if one.draft.kind in MONEY_BACK]
    money = next((one for one in reversed(drafts) if one.amount_pence), None)
    if money is None:
        return {}
    sent_on = money.done_on or case.today
    arrives = case.calendar.add_days(sent_on, _REFUND_TAKES, DayKind.WORKING)
    return {
        "amount": _pounds(money.amount_pence or 0),
        "method": _flat(money.method),
        "paid_for": _flat(case.card.draft.product),
        "sent_on": sent_on.isoformat(),
        "expect_by": arrives.isoformat(),
    }


def _putting_right(case: Case, speech: LetterSpeech) -> dict[str, str]:
    drafts = (one.draft for one in case.file.remedies if is_work(one.draft.kind))
    planned = next((one for one in drafts if one.due and one.done_on is None), None)
    if planned is None:
        return {}
    return {
        "remedy.what": _what(planned, speech),
        "remedy.due": _iso(planned.due),
        "remedy.who": _flat(planned.by_whom),
    }


def _giving(case: Case, speech: LetterSpeech) -> dict[str, str]:
    drafts = [one.draft for one in case.file.remedies if is_gift(one.draft)]
    gift = next((one for one in drafts if one.done_on is None), None)
    if gift is None:
        return {}
    what = _what(gift, speech)
    if gift.amount_pence:
        amount = _pounds(gift.amount_pence)
        what = speech.say("letter.remedy_line.amount", what=what, amount=amount)
    return {"gift": what, "valid_until": _iso(gift.valid_until)}


def _claiming(case: Case, speech: LetterSpeech) -> dict[str, str]:
    waiting = speech.say("letter.begin.waiting", day=speech.day(case.received_on))
    return {
        "claim.bought": _flat(case.card.draft.product),
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
        "behaviour.what": _flat(last.text),
        "behaviour.limits": _flat(last.limits),
        "behaviour.review_on": review_on.isoformat(),
    }


_PARTS: Mapping[LetterStage, Callable[[Case, LetterSpeech], dict[str, str]]] = {
    LetterStage.QUESTION: _asking,
    LetterStage.ANSWER: _answering,
    LetterStage.APOLOGY: _answering,
    LetterStage.DATA_ANSWER: _answering,
    LetterStage.FINAL: _final,
    LetterStage.SECOND_LOOK: _looked_again,
    LetterStage.REFUND: _refunding,
    LetterStage.REMEDY: _putting_right,
    LetterStage.GOODWILL: _giving,
    LetterStage.CLAIM: _claiming,
    LetterStage.BEHAVIOUR: _behaving,
}


def _finding_line(draft: IssueDraft, speech: LetterSpeech) -> str:
    issue = _flat(draft.text)
    issue = issue if issue.endswith(_ENDS) else f"{issue}."
    said = speech.say(f"letter.issue.{draft.finding}", issue=issue)
    reasons = _flat(draft.reasons)
    reasons = reasons if not reasons or reasons.endswith(_ENDS) else f"{reasons}."
    return f"{said} {reasons}".strip()


def _what(draft: RemedyDraft, speech: LetterSpeech) -> str:
    """What a remedy is, in its own words or those of its kind, without a full stop."""
    words = _flat(draft.words).removesuffix(".")
    return words or speech.say(f"letter.remedy_kind.{draft.kind}")


def _working(case: Case, days: int) -> date:
    return case.calendar.add_days(case.today, days, DayKind.WORKING)


def _joined(texts: Iterable[str]) -> str:
    """Texts as one sentence, parted by semicolons."""
    return "; ".join(one for one in (_flat(text).removesuffix(".") for text in texts) if one)


def _flat(text: str) -> str:
    """One line, however it was typed."""
    return " ".join(text.split())


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _pounds(pence: int) -> str:
    return f"£{pence // 100:,}.{pence % 100:02}"

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which letter fits a complaint as it stands, what must be known first, and what sending it does.

The stages are those of ``complaints_stages``; a letter only ever takes steps that are in that
table. What the letters say is worked out in ``letters_complaints_values``.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.complaints import About, Finding, Stage, Track
from servicedesk.domain.complaints_file import Ground, RemedyDraft, RemedyKind
from servicedesk.domain.complaints_guards import (
    AGREED,
    Case,
    before_findings,
    finding_of,
    open_remedies,
    raise_first,
)
from servicedesk.domain.complaints_stages import TABLE, Action
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import VALUES, LetterTemplate
from servicedesk.domain.letters_fields_complaints import OF_LAW, OUTSIDE
from servicedesk.domain.letters_filling import fields_in

TO_OTHERS = frozenset({"L28"})
"""Letters that do not go to whoever complained: they name no customer, and tell them nothing."""

MONEY_BACK = frozenset({RemedyKind.REFUND_FULL, RemedyKind.REFUND_PART, RemedyKind.COST_REPAID})
"""Remedies that are money sent back."""

GIFTS = frozenset({RemedyKind.GOODWILL, RemedyKind.CREDIT_NOTE})
"""Remedies that L12 speaks of."""

PROMISES: Mapping[str, str] = {"L01": "decide_by", "L02": "new_date", "L23A": "decide_by"}
"""Letters that promise a day for the answer, with the field in which it stands."""

_NO_WORK = (
    MONEY_BACK
    | GIFTS
    | {RemedyKind.EXPLANATION, RemedyKind.APOLOGY, RemedyKind.TRAINING, RemedyKind.NONE}
    | {RemedyKind.CONTRACT_ENDED, RemedyKind.RECORD_CORRECTED, RemedyKind.PROCESS_CHANGED}
)
_ANSWER_BY_FINDING: Mapping[Finding, str] = {
    Finding.UPHELD: "L04",
    Finding.PARTLY: "L05",
    Finding.NOT_UPHELD: "L06",
    Finding.NO_FINDING: "L06",
}
_ANSWERS = ("L04", "L05", "L06")
_BEFORE = frozenset({Stage.RECEIVED, Stage.ACKNOWLEDGED})
_LOOKING = frozenset({Stage.INVESTIGATING, Stage.WAITING_CUSTOMER, Stage.WAITING_OTHER})
_UNANSWERED = _BEFORE | _LOOKING
_TOLD = frozenset({Stage.DECIDED, Stage.REMEDY_PENDING, Stage.RESOLVED})
_CAN_ANSWER = {
    Stage.INVESTIGATING: Action.DECIDE,
    Stage.WAITING_CUSTOMER: Action.DECIDE_ON_WHAT_WE_HAVE,
}
ANSWERING = frozenset({*_ANSWERS, "L08", "L09", "L23B"})
"""Letters that give the answer."""

AFTER_INSURER = ANSWERING | {"L07"}
"""Letters that say what was found, or own a fault: after harm the insurer is told before them."""

SECOND_LOOK = "L09"
"""The letter after a second look."""

FINAL = "L08"
"""The letter with our last word."""

_NEAR_DAYS = 1
"""Working days before a day at which news of a delay is suggested."""


class ComplaintNote(StrEnum):
    """What sending a letter writes down without moving a complaint on."""

    UPDATED = "updated"
    REMINDED = "reminded"
    REFUNDED = "refunded"
    FOLLOWED_UP = "followed_up"
    WARNED = "warned"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintEffect:
    """What sending a letter does to its complaint.

    Args:
        actions: steps to take, in this order.
        note: what else is written down, or None.
        answer_by: the day for the answer that it promises without a step, where that is another
            than the one that stands; or None.
    """

    actions: tuple[Action, ...] = ()
    note: ComplaintNote | None = None
    answer_by: date | None = None


def letters_for(
    case: Case, *, has_law: bool = True, sent: Collection[str] = ()
) -> tuple[tuple[str, bool], ...]:
    """The letters that fit a complaint now, the suggested ones first.

    Args:
        case: the complaint and what is around it.
        has_law: False somewhere else than in the four nations.
        sent: ids of letters about it that went out already.

    Returns:
        Id of the template, and whether it is suggested.
    """
    suggested = set(_suggested(case, sent))
    fits = dict.fromkeys(one for one in _fitting(case) if has_law or one not in OF_LAW)
    found = [(one, one in suggested) for one in fits]
    return tuple(sorted(found, key=lambda pair: not pair[1]))


def check_letter(case: Case, template: LetterTemplate, unchecked_body: str = "") -> None:
    """See that a letter may go out about a complaint.

    Args:
        case: the complaint and what is around it.
        template: the letter.
        unchecked_body: of outside help that the business belongs to, while nobody has looked up
            whether it may settle disputes; "" otherwise.

    Raises:
        Refusal: ``letter_not_now`` where the stage does not allow it,
            ``letter_outside_help_unchecked``, and what ``before_findings`` names.
    """
    if template.id not in dict(letters_for(case)):
        raise Refusal("letter_not_now", title=template.title)
    check_outside_help(template, unchecked_body)
    if template.id in AFTER_INSURER:
        raise_first(before_findings(case.card))


def check_outside_help(template: LetterTemplate, unchecked_body: str) -> None:
    """See that a letter does not leave out a body only because nobody has looked it up.

    Raises:
        Refusal: ``letter_outside_help_unchecked``.
    """
    if unchecked_body and OUTSIDE in fields_in(template.parts):
        raise Refusal("letter_outside_help_unchecked", body=unchecked_body)


def complaint_effect(case: Case, template_id: str, values: VALUES) -> ComplaintEffect:
    """What sending a letter does to its complaint as it stands.

    Args:
        case: the complaint and what is around it.
        template_id: of the letter.
        values: of its fields.
    """
    actions = tuple(_actions(case, template_id, values))
    return ComplaintEffect(
        actions=actions,
        note=_note(case, template_id),
        answer_by=None if Action.EXTEND in actions else _promised(case, template_id, values),
    )


def _fitting(case: Case) -> Iterator[str]:
    """Ids of the letters that the stage allows."""
    card, stage = case.card, case.card.stage
    if not card.is_open:
        return
    is_data = card.draft.track is Track.DATA_PROTECTION
    if stage in _UNANSWERED:
        yield "L23A" if is_data else "L01"
        yield from ("L02", "L03")
    if stage in _CAN_ANSWER or stage in _TOLD:
        yield from _answers(case)
    is_theirs = stage in (*_UNANSWERED, Stage.DECIDED) and may_be_final(case)
    if is_theirs or stage is Stage.EXTERNAL:
        yield FINAL
    if stage is not Stage.EXTERNAL:
        yield from ("L07", "L12")
    if stage in _TOLD:
        yield from ("L10", "L11")
    if stage is Stage.RESOLVED:
        yield "L16"
    if stage in _UNANSWERED or stage is Stage.REMEDY_PENDING:
        yield "L28"
    if card.is_consumer and card.draft.about is About.CANCELLATION:
        yield "L29"
    yield "L30"


def _answers(case: Case) -> tuple[str, ...]:
    """The answers that fit what was found; all of them while nothing was."""
    if case.card.draft.track is Track.DATA_PROTECTION:
        return ("L23B",)
    if case.card.level:
        return ("L09",)
    found = finding_of(case.file)
    return _ANSWERS if found is None else (_ANSWER_BY_FINDING[found],)


def may_be_final(case: Case) -> bool:
    """There was a second look, or eight weeks are over."""
    if case.card.draft.track is Track.DATA_PROTECTION:
        return False
    return case.card.level >= 1 or case.today >= case.card.dues.ceiling_on


def _suggested(case: Case, sent: Collection[str]) -> Iterator[str]:
    card, stage = case.card, case.card.stage
    if stage in _UNANSWERED and card.dates.acknowledged_at is None:
        yield "L23A" if card.draft.track is Track.DATA_PROTECTION else "L01"
    if stage in _UNANSWERED and _news_is_due(case):
        yield "L02"
    if stage in _CAN_ANSWER and finding_of(case.file) is not None:
        yield from _answers(case)
    if stage in _UNANSWERED and case.today >= card.dues.ceiling_on:
        yield "L08"
    if stage in _TOLD:
        yield from (one for one in _about_remedies(case) if one not in sent)
    follow_up = card.dues.follow_up_on
    is_due = follow_up is not None and follow_up <= case.today
    if stage is Stage.RESOLVED and is_due and card.dates.follow_up_on is None:
        yield "L16"
    if any(one.draft.warned_on is None for one in case.file.behaviours):
        yield "L30"


def _news_is_due(case: Case) -> bool:
    """The day of the next word has come, or the answer will hardly come in time."""
    dues = case.card.dues
    if dues.update_on is not None and dues.update_on <= case.today:
        return True
    return case.calendar.days_between(case.today, dues.decide_on, DayKind.WORKING) <= _NEAR_DAYS


def _about_remedies(case: Case) -> Iterator[str]:
    drafts = [one.draft for one in case.file.remedies]
    if any(one.kind in MONEY_BACK and one.done_on is not None for one in drafts):
        yield "L10"
    if any(is_work(one.kind) and one.done_on is None and one.due for one in drafts):
        yield "L11"
    if any(is_gift(one) and one.done_on is None for one in drafts):
        yield "L12"


def is_work(kind: RemedyKind) -> bool:
    """Whether a remedy is something to be done that they can be told of with a day."""
    return kind not in _NO_WORK


def is_gift(draft: RemedyDraft) -> bool:
    """Whether a remedy is something that is not owed and can be handed over."""
    is_owed = draft.kind is not RemedyKind.GOODWILL and draft.ground is not Ground.GOODWILL
    return draft.kind in GIFTS and not is_owed


def _actions(case: Case, template_id: str, values: VALUES) -> Iterator[Action]:
    card, stage = case.card, case.card.stage
    is_told = card.dates.acknowledged_at is not None or template_id in TO_OTHERS
    if not is_told and (stage, Action.ACKNOWLEDGE) in TABLE:
        yield Action.ACKNOWLEDGE
    if template_id in ("L03", "L28"):
        yield from _waiting(stage, template_id)
    elif template_id == FINAL:
        yield from _finally(case)
    elif template_id in ANSWERING and stage in _CAN_ANSWER:
        yield _CAN_ANSWER[stage]
    elif template_id == "L11" and stage is Stage.DECIDED and _is_planned(case):
        yield Action.PLAN_REMEDY
    elif template_id == "L02" and _takes_longer(case, values):
        yield Action.EXTEND


def _finally(case: Case) -> Iterator[Action]:
    """The steps to our last word, from wherever the complaint was still open."""
    stage = case.card.stage
    if stage in _BEFORE:
        yield Action.INVESTIGATE
    elif stage is Stage.WAITING_OTHER:
        yield Action.OTHER_REPLIED
    if stage in _UNANSWERED:
        yield _CAN_ANSWER.get(stage, Action.DECIDE)
    if stage is Stage.DECIDED or (stage in _UNANSWERED and may_be_final(case)):
        yield Action.GO_OUTSIDE


def _waiting(stage: Stage, template_id: str) -> Iterator[Action]:
    """The steps to waiting for somebody, from where nobody is waited for yet."""
    if stage in _BEFORE:
        yield Action.INVESTIGATE
    if stage in _BEFORE or stage is Stage.INVESTIGATING:
        yield Action.ASK_CUSTOMER if template_id == "L03" else Action.WAIT_OTHER


def _takes_longer(case: Case, values: VALUES) -> bool:
    """The new day is past the one that stands."""
    new_day = values.get("new_date", "").strip()
    is_later = new_day > case.card.dues.decide_on.isoformat()
    return is_later and case.card.stage in _UNANSWERED


def _promised(case: Case, template_id: str, values: VALUES) -> date | None:
    """The day for the answer in a letter, where that is another than the one that stands."""
    written = values.get(PROMISES.get(template_id, ""), "").strip()
    if not written or case.card.stage not in _UNANSWERED:
        return None
    day = date.fromisoformat(written)
    return None if day == case.card.dues.decide_on else day


def _is_planned(case: Case) -> bool:
    return finding_of(case.file) in AGREED and bool(open_remedies(case.file.remedies))


def _note(case: Case, template_id: str) -> ComplaintNote | None:
    stage = case.card.stage
    if template_id == "L02" and stage in _UNANSWERED:
        return ComplaintNote.UPDATED
    if template_id == "L03" and stage is Stage.WAITING_CUSTOMER:
        return ComplaintNote.REMINDED
    if template_id == "L10" and not _money_is_open(case):
        return None
    return _NOTES.get(template_id)


def _money_is_open(case: Case) -> bool:
    """Money was to go back and has not, as far as anybody wrote down."""
    drafts = [one.draft for one in case.file.remedies]
    return any(one.kind in MONEY_BACK and one.done_on is None for one in drafts)


_NOTES: Mapping[str, ComplaintNote] = {
    "L10": ComplaintNote.REFUNDED,
    "L16": ComplaintNote.FOLLOWED_UP,
    "L30": ComplaintNote.WARNED,
}

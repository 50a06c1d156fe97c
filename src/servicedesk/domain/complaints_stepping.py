# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a step makes of a complaint: its new stage, and the dates and facts that it settles.

The first answer keeps its day through second looks and openings again: what came later stands in
the history. Undoing takes back what the step settled, and adds a step that says so.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TypeAlias

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints import (
    ANSWERED,
    ENDED,
    ComplaintCard,
    Content,
    Dates,
    Dues,
    Stage,
)
from servicedesk.domain.complaints_asks import Given, given_finding
from servicedesk.domain.complaints_checking import NOTES_MOST, tidy_text
from servicedesk.domain.complaints_clocks import dues
from servicedesk.domain.complaints_file import ComplaintFile, StepCard
from servicedesk.domain.complaints_guards import ANSWERS, Case, undoable
from servicedesk.domain.complaints_stages import Action, check
from servicedesk.domain.complaints_timing import RESTARTS, moment_of, standing_steps, timing_of
from servicedesk.domain.customers import Channel
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.legal_figures import LegalFigures

_Effect: TypeAlias = Callable[[Case, Given, datetime], ComplaintCard]


def taken(case: Case, action: Action, given: Given, now: datetime) -> ComplaintCard:
    """The complaint after a step, its days not yet counted anew (``recounted``).

    It's sorted has rules of its own in ``complaints_sorting``, and UNDO in ``taken_back``.

    Args:
        case: the complaint and what is around it.
        action: the step; neither LOG, LOG_SORTED, SORT_OUT nor UNDO.
        given: what was typed with it.
        now: the moment of writing, in UTC.

    Raises:
        Refusal: as ``complaints_stages.check``, or ``text_too_long``.
    """
    given = replace(given, words=tidy_text(given.words, "words", NOTES_MOST))
    stage = check(case, action, given)
    settle = _EFFECTS.get(action)
    card = case.card if settle is None else settle(case, given, now)
    return replace(card, stage=stage)


def taken_back(case: Case) -> tuple[ComplaintCard, StepCard]:
    """The complaint without its last step, and that step, for a step that reverses it.

    Raises:
        Refusal: ``complaint_nothing_to_undo``.
    """
    last = undoable(case.file.steps)
    if last is None:
        raise Refusal("complaint_nothing_to_undo")
    action = Action(last.action)
    card = replace(
        case.card,
        stage=last.before or Stage.RECEIVED,
        dates=_dates_left(case, last),
        level=case.card.level - (action is Action.SECOND_LOOK),
        reopened=case.card.reopened - (action is Action.REOPEN),
    )
    match action:
        case Action.EXTEND:
            card = replace(card, assessment=replace(card.assessment, is_complex=False))
        case Action.WAIT_OTHER:
            card = replace(card, waiting_for="")
        case Action.SAME_AS:
            card = replace(card, master_id=None)
        case Action.DECIDE | Action.DECIDE_ON_WHAT_WE_HAVE | Action.SORT_OUT | Action.LOG_SORTED:
            card = card if card.dates.decided_on else _unanswered(card)
        case _:
            pass
    return card, last


def recounted(file: ComplaintFile, calendar: WorkingCalendar, law: LegalFigures) -> ComplaintCard:
    """The complaint with its days counted anew, after a step or a change of the calendar.

    Args:
        file: the complaint with all that hangs on it.
        calendar: of the business.
        law: what the law says in figures.

    Raises:
        Refusal: ``never_open``.
    """
    found = dues(timing_of(file), calendar, law)
    answers = [step for step in standing_steps(file.steps) if step.action in _ANSWERING]
    told = [(step.due_on, step.judged_on) for step in answers if step.due_on is not None]
    if told:
        due, judged = told[0]
        found = replace(found, first_on=judged or due)
    if told and file.card.stage in ANSWERED:  # what was due when they had it stays what counts
        found = replace(found, decide_on=told[-1][0], judged_on=told[-1][1])
    return replace(file.card, dues=found)


def due_at_answer(case: Case, on: date) -> Dues:
    """By when an answer that is given on a day was due; waiting for the customer ends with it.

    Raises:
        Refusal: ``never_open``.
    """
    timing = timing_of(case.file)
    pauses = tuple(
        pause if pause.until is not None else replace(pause, until=max(on, pause.from_on))
        for pause in timing.pauses
    )
    return dues(replace(timing, pauses=pauses), case.calendar, case.law)


def acknowledged(case: Case, at: datetime) -> ComplaintCard | None:
    """The complaint after a contact with the customer, or None where that changes nothing.

    Any contact after receipt counts as telling them that we have it, and the first one counts.

    Args:
        case: the complaint and what is around it.
        at: the moment of the contact, in UTC.
    """
    known = case.card.dates.acknowledged_at
    if at < case.card.draft.received_at or (known is not None and known <= at):
        return None
    is_new = case.card.stage is Stage.RECEIVED
    return replace(
        case.card,
        stage=Stage.ACKNOWLEDGED if is_new else case.card.stage,
        dates=replace(case.card.dates, acknowledged_at=at),
    )


def refuse_later_receipt(
    file: ComplaintFile, received_at: datetime, calendar: WorkingCalendar
) -> None:
    """Refuse a moment of receipt after something that was done about the complaint.

    Args:
        file: the complaint with its history.
        received_at: what is to stand for its receipt, in UTC.
        calendar: of the business.

    Raises:
        Refusal: ``complaint_received_after_step``.
    """
    dates, card = file.card.dates, file.card
    if received_at <= card.draft.received_at:
        return
    steps = [step for step in standing_steps(file.steps) if step.action != Action.LOG]
    known = [*(step.happened_on for step in steps), dates.update_sent_on, dates.follow_up_on]
    on = local_date(calendar, received_at)
    told_at = dates.acknowledged_at
    is_after_word = told_at is not None and told_at < received_at
    if is_after_word or any(day is not None and day < on for day in known):
        raise Refusal("complaint_received_after_step", "received_at")


def promised_in_writing(card: ComplaintCard, due: date, on: date) -> ComplaintCard:
    """The complaint after a letter promised a day for its answer, which becomes the due date.

    Args:
        card: of the complaint.
        due: the day that was promised.
        on: the day of the letter.
    """
    return replace(card, dates=replace(card.dates, promised_for=due, promised_on=on))


def _moment(given: Given, case: Case, now: datetime) -> datetime:
    return moment_of(given.on, given.at, case.card.draft.received_at, now, case.calendar)


def _tell(case: Case, given: Given, now: datetime) -> ComplaintCard:
    dates = replace(case.card.dates, acknowledged_at=_moment(given, case, now))
    return replace(case.card, dates=dates)


def _spoken(case: Case, given: Given, now: datetime) -> Dates:
    """The dates after a step that spoke with the customer: the first one tells them we have it."""
    told_at = case.card.dates.acknowledged_at or _moment(given, case, now)
    return replace(case.card.dates, acknowledged_at=told_at)


def _speak(case: Case, given: Given, now: datetime) -> ComplaintCard:
    return replace(case.card, waiting_for="", dates=_spoken(case, given, now))


def _wait(case: Case, given: Given, _now: datetime) -> ComplaintCard:
    return replace(case.card, waiting_for=given.words)


def _go_on(case: Case, _given: Given, _now: datetime) -> ComplaintCard:
    return replace(case.card, waiting_for="")


def _answer(case: Case, given: Given, now: datetime) -> ComplaintCard:
    dates = replace(
        _spoken(case, given, now),
        decided_on=case.card.dates.decided_on or given.on,
        answered_on=given.on,
    )
    return replace(
        case.card,
        finding=given_finding(case, given),
        outcome_words=given.words or case.card.outcome_words,
        told_by=given.channel or Channel.POST,
        waiting_for="",
        dates=dates,
        dues=due_at_answer(case, given.on),
    )


def _resolve(case: Case, given: Given, _now: datetime) -> ComplaintCard:
    content = case.card.content if given.content is Content.NOT_SAID else given.content
    dates = replace(case.card.dates, resolved_on=given.on)
    return replace(case.card, content=content, dates=dates)


def _close(case: Case, given: Given, _now: datetime) -> ComplaintCard:
    return replace(case.card, dates=replace(case.card.dates, closed_on=given.on))


def _look_again(case: Case, given: Given, _now: datetime) -> ComplaintCard:
    draft = replace(case.card.draft, handler=tidy_line(given.by_whom, "by_whom"))
    dates = replace(case.card.dates, answered_on=None)
    return replace(case.card, draft=draft, level=case.card.level + 1, dates=dates)


def _reopen(case: Case, _given: Given, _now: datetime) -> ComplaintCard:
    dates = replace(case.card.dates, closed_on=None, answered_on=None)
    return replace(case.card, reopened=case.card.reopened + 1, dates=dates)


def _go_outside(case: Case, given: Given, _now: datetime) -> ComplaintCard:
    return replace(case.card, dates=replace(case.card.dates, external_on=given.on))


def _end_outside(case: Case, given: Given, _now: datetime) -> ComplaintCard:
    resolved = case.card.dates.resolved_on or given.on
    dates = replace(case.card.dates, resolved_on=resolved, closed_on=given.on)
    return replace(case.card, dates=dates)


def _merge(case: Case, given: Given, _now: datetime) -> ComplaintCard:
    dates = replace(case.card.dates, closed_on=given.on)
    return replace(case.card, master_id=given.master_id, dates=dates)


def _extend(case: Case, given: Given, now: datetime) -> ComplaintCard:
    assessment = replace(case.card.assessment, is_complex=True)
    dates = replace(_spoken(case, given, now), update_sent_on=given.on)
    card = replace(case.card, assessment=assessment, dates=dates)
    return card if given.due is None else promised_in_writing(card, given.due, given.on)


_EFFECTS: Mapping[Action, _Effect] = {
    Action.ACKNOWLEDGE: _tell,
    Action.ASK_CUSTOMER: _speak,
    Action.CUSTOMER_REPLIED: _speak,
    Action.WAIT_OTHER: _wait,
    Action.OTHER_REPLIED: _go_on,
    Action.DECIDE: _answer,
    Action.DECIDE_ON_WHAT_WE_HAVE: _answer,
    Action.RESOLVE: _resolve,
    Action.CLOSE: _close,
    Action.SECOND_LOOK: _look_again,
    Action.REOPEN: _reopen,
    Action.GO_OUTSIDE: _go_outside,
    Action.OUTSIDE_RESULT: _end_outside,
    Action.WITHDRAW: _close,
    Action.SAME_AS: _merge,
    Action.EXTEND: _extend,
}

_ANSWERING = frozenset({*ANSWERS, Action.SORT_OUT, Action.LOG_SORTED})
_RESOLVING = frozenset({Action.RESOLVE, Action.SORT_OUT, Action.LOG_SORTED, Action.OUTSIDE_RESULT})
_SPEAKING = frozenset({Action.ASK_CUSTOMER, Action.CUSTOMER_REPLIED, Action.EXTEND})
_TELLING = frozenset({Action.ACKNOWLEDGE, *_SPEAKING, *_ANSWERING})


def _unanswered(card: ComplaintCard) -> ComplaintCard:
    return replace(card, finding=None, outcome_words="", told_by=None, content=Content.NOT_SAID)


def _last_answer(standing: Iterable[StepCard]) -> date | None:
    """The day of the last answer, or None before it and while it is looked into again."""
    found = None
    for step in standing:
        if step.action in RESTARTS:
            found = None
        elif step.action in _ANSWERING and (found is None or step.due_on is not None):
            found = step.happened_on
    return found


def _dates_left(case: Case, last: StepCard) -> Dates:
    """The dates as the steps that still stand leave them."""
    standing = [step for step in standing_steps(case.file.steps) if step.id != last.id]
    answered = [step.happened_on for step in standing if step.action in _ANSWERING]
    resolved = [step.happened_on for step in standing if step.action in _RESOLVING]
    outside = [step.happened_on for step in standing if step.action == Action.GO_OUTSIDE]
    ended = [step.happened_on for step in standing if step.after in ENDED]
    is_ended = bool(standing) and standing[-1].after in ENDED
    dates = replace(
        case.card.dates,
        decided_on=answered[0] if answered else None,
        answered_on=_last_answer(standing),
        resolved_on=resolved[-1] if resolved else None,
        external_on=outside[-1] if outside else None,
        closed_on=ended[-1] if is_ended else None,
    )
    told_at = dates.acknowledged_at
    was_told = last.action in _TELLING and not any(step.action in _TELLING for step in standing)
    if was_told and told_at and local_date(case.calendar, told_at) == last.happened_on:
        return replace(dates, acknowledged_at=None)
    return dates

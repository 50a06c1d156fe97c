# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The history of feedback, out of the journal: who did what about it, and when."""

from collections.abc import Iterator
from datetime import date

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.feedback import Decision
from servicedesk.domain.feedback_history import FeedbackEvent, FeedbackLine
from servicedesk.services.unit import Reading
from servicedesk.store.feedback import feedback
from servicedesk.store.journal import Image, JournalCard, history_of, standing

_FOLLOWED = (FeedbackEvent.FOLLOWED_UP, FeedbackEvent.NOT_FOLLOWED_UP)

_DAYS = {
    "answered_on": (FeedbackEvent.ANSWERED, FeedbackEvent.NOT_ANSWERED),
    "thanked_on": (FeedbackEvent.THANKED, FeedbackEvent.NOT_THANKED),
    "passed_on": (FeedbackEvent.PASSED_ON, FeedbackEvent.NOT_PASSED_ON),
}
"""Columns that hold the day of a step; what happened when one is filled, and when emptied."""

_SWITCHES = {
    "is_on_wall": (FeedbackEvent.ON_WALL, FeedbackEvent.OFF_WALL),
    "binned_at": (FeedbackEvent.BINNED, FeedbackEvent.OUT_OF_BIN),
}

_TYPED = frozenset(
    {"kind", "customer_id", "called", "reach", "text", "better", "given_on", "channel", "source"}
    | {"staff", "touchpoint", "elements", "satisfaction", "recommendation", "effort", "timeliness"}
    | {"appearance", "courtesy", "quality_efficiency", "ease", "problem_solving", "wants_answer"}
    | {"handled_fairness", "handled_speed", "handled_information", "handled_overall", "may_quote"}
    | {"shown_as", "is_incentivised", "about_complaint_id", "batch_id"}
)

_ELSEWHERE = "merge customers"
"""A step about customers, which changes whose feedback it is and not what was said."""


def history_in(reading: Reading, feedback_id: int) -> tuple[FeedbackLine, ...]:
    """What became of feedback, in the order in which it was written down.

    What was undone is left out, with its undoing.
    """
    rows = standing(history_of(reading, feedback, feedback_id))
    return tuple(line for row in rows for line in _lines_of(row))


def _lines_of(row: JournalCard) -> Iterator[FeedbackLine]:
    """What one written row says that happened."""
    if row.after is None or row.use_case == _ELSEWHERE:
        return
    if row.before is None:
        yield _line(row, FeedbackEvent.WRITTEN)
        return
    changed = frozenset(name for name in row.after if row.after[name] != row.before[name])
    steps = tuple(_steps(row, row.after, changed))
    yield from steps
    if not steps and changed & _TYPED:  # a letter that thanks may also fill in whom it was about
        yield _line(row, FeedbackEvent.CHANGED)


def _steps(row: JournalCard, after: Image, changed: frozenset[str]) -> Iterator[FeedbackLine]:
    """What was done about feedback, beside other words for it."""
    if "complaint_id" in changed and after["complaint_id"] is not None:
        yield _line(row, FeedbackEvent.COMPLAINT)
    elif changed & {"followed_up_on", "follow_up_note"}:
        yield _dated(row, after, "followed_up_on", _FOLLOWED, str(after["follow_up_note"] or ""))
    if "decision" in changed or ("answer" in changed and after["decision"] is not None):
        yield _decided(row, after)
    for column, events in _DAYS.items():
        if column in changed:
            words = str(after["staff"] or "") if column == "passed_on" else ""
            yield _dated(row, after, column, events, words)
    for column, (put, taken) in _SWITCHES.items():
        if column in changed:
            yield _line(row, put if after[column] else taken)


def _decided(row: JournalCard, after: Image) -> FeedbackLine:
    if after["decision"] is None:
        return _line(row, FeedbackEvent.UNDECIDED)
    return FeedbackLine(
        event=FeedbackEvent.DECIDED,
        happened_on=_written_on(row),
        written_at=row.at,
        who=row.who,
        words=str(after["answer"] or ""),
        decision=Decision(str(after["decision"])),
    )


def _dated(
    row: JournalCard,
    after: Image,
    column: str,
    events: tuple[FeedbackEvent, FeedbackEvent],
    words: str,
) -> FeedbackLine:
    """A step that has a day of its own, or that it was not taken after all."""
    done, not_done = events
    day = after[column]
    if day is None:
        return _line(row, not_done)
    return _line(row, done, date.fromisoformat(str(day)), words)


def _line(
    row: JournalCard, event: FeedbackEvent, on: date | None = None, words: str = ""
) -> FeedbackLine:
    happened = on or _written_on(row)
    return FeedbackLine(
        event=event, happened_on=happened, written_at=row.at, who=row.who, words=words
    )


def _written_on(row: JournalCard) -> date:
    return row.at.astimezone(LONDON).date()

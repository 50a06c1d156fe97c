# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The history of a promise, out of the journal and the lines of its moves."""

from collections.abc import Iterator, Sequence
from datetime import date

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.promises import MoveCard, Outcome
from servicedesk.domain.promises_history import HistoryLine, PromiseEvent
from servicedesk.domain.undoing import taken_back
from servicedesk.services.unit import Reading
from servicedesk.store.journal import Image, JournalCard, history_of, standing
from servicedesk.store.promises import moves_of, promises

_WORDS = ("text", "promiser", "kind", "channel", "job_ref", "condition", "remedy", "notes", "own")


def history_in(reading: Reading, promise_id: int) -> tuple[HistoryLine, ...]:
    """What became of a promise, in the order in which it was written down.

    What was undone is left out, with its undoing.
    """
    rows = standing(history_of(reading, promises, promise_id))
    lines = [line for row in rows for line in _lines_of(row)]
    lines += [_moved(move) for move in _standing_moves(moves_of(reading, promise_id))]
    return tuple(sorted(lines, key=lambda line: line.written_at))


def _standing_moves(moves: Sequence[MoveCard]) -> Iterator[MoveCard]:
    """The moves that were not taken back."""
    gone = taken_back({move.id: move.reverses for move in moves if move.reverses is not None})
    for move in moves:
        if move.id not in gone and move.reverses is None:
            yield move


def _moved(move: MoveCard) -> HistoryLine:
    return HistoryLine(
        event=PromiseEvent.MOVED,
        happened_on=move.moved_on,
        written_at=move.moved_at,
        who=move.who,
        words=move.words,
        before=move.before,
        after=move.after,
        reason=move.reason,
    )


def _lines_of(row: JournalCard) -> Iterator[HistoryLine]:
    """What one written row says that happened."""
    before, after = row.before, row.after
    if after is None:
        return
    if before is None:
        yield _line(row, PromiseEvent.MADE, _day(after, "made_on"))
        return
    if after["outcome"] != before["outcome"]:
        outcome = after["outcome"]
        if outcome is None:
            yield _line(row, PromiseEvent.REOPENED)
        else:
            yield HistoryLine(
                event=PromiseEvent.ENDED,
                happened_on=_day(after, "ended_on") or _written_on(row),
                written_at=row.at,
                who=row.who,
                words=str(after["ending_reason"] or ""),
                outcome=Outcome(str(outcome)),
            )
    if after["told_on"] != before["told_on"] and after["told_on"]:
        yield _line(row, PromiseEvent.TOLD, _day(after, "told_on"))
    if after["waiting_for"] != before["waiting_for"]:
        waits = str(after["waiting_for"] or "")
        event = PromiseEvent.WAITING if waits else PromiseEvent.WAITS_NO_MORE
        yield _line(row, event, words=waits)
    if any(after[name] != before[name] for name in _WORDS):
        yield _line(row, PromiseEvent.CHANGED)


def _line(
    row: JournalCard, event: PromiseEvent, on: date | None = None, words: str = ""
) -> HistoryLine:
    happened = on or _written_on(row)
    return HistoryLine(
        event=event, happened_on=happened, written_at=row.at, who=row.who, words=words
    )


def _day(image: Image, name: str) -> date | None:
    found = image[name]
    return date.fromisoformat(found) if isinstance(found, str) else None


def _written_on(row: JournalCard) -> date:
    return row.at.astimezone(LONDON).date()

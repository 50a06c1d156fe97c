# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises brought in from a list: what a row makes of them, and how they are written."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_records import RecordRow
from servicedesk.domain.importing_records_plan import Made, There, Values
from servicedesk.domain.importing_records_reading import Said
from servicedesk.domain.names import fold
from servicedesk.domain.promises import Due, Ending, Outcome, PromiseDraft, PromiseKind
from servicedesk.domain.promises_rules import checked_done, checked_promise, outcome_of
from servicedesk.services.complaints_writing import Footing
from servicedesk.services.promises_writing import name_of
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import promises as kept
from servicedesk.store.exchange import record_rows

_ENDING = ("outcome", "ended_on", "ended_at", "ending_reason")
_STATED = (
    *("text", "kind", "promiser", "channel", "job_ref", "condition", "remedy", "waiting_for"),
    *("notes", "told_on", *_ENDING),
)
"""What a list changes of a promise that is there; its day is moved by hand, with its reason."""


class PromiseKeeper:
    """Makes promises of rows, and writes them."""

    holds = ListKind.PROMISES
    letter = "P"
    table = kept.promises

    def made(
        self, row: RecordRow, who: int | None, name: str, footing: Footing, reading: Reading
    ) -> Made:
        """A row made into what would be written.

        Args:
            row: as it was read.
            who: number of the customer, or None.
            name: of a customer who is to be kept by name only, or "".
            footing: what it stands on.
            reading: reads the file.

        Raises:
            Refusal: what ``checked_promise`` and ``checked_done`` raise, or
                ``import_end_without_day``.
        """
        said = Said(row.values, is_exact=row.is_ours)
        today = footing.today
        promiser = "" if row.is_ours else name_of(reading, "", footing.who)
        draft = _draft(row, said, name, promiser, today)
        tidy = checked_promise(draft, today, footing.calendar.days)
        now = tidy.due or Due(day=today)
        first = _due(said, Field.FIRST_DUE_ON, Field.FIRST_DUE_AT) or now
        values: dict[str, object] = {
            **kept.draft_values(tidy),
            **kept.due_values(now),
            **kept.first_due_values(first),
            **kept.counts_values(None),
            **kept.ending_values(_ending(said, now, tidy.made_on, footing)),
            "is_revised": first != now,
            "told_on": said.day(Field.TOLD_ON),
            "charter_version_id": None,
            "snoozed_until": None,
            "repeat_id": None,
            "binned_at": None,
        }
        return Made(
            line=row.line,
            shown=row.shown,
            ref=said.text(Field.NUMBER),
            who=who,
            values=values,
            stated=_stated(row, values),
            same=_same(who, values),
            close=_close(values),
        )

    def there(self, reading: Reading, footing: Footing) -> Iterator[There]:
        """The promises that are there, but for those in the bin."""
        del footing
        for values in record_rows(reading, self.table):
            ended = values["outcome"] is not None
            yield There(
                id=int(str(values["id"])),
                ref=str(values["ref"]),
                values={**values, "own": json.loads(str(values["own"]) or "{}")},
                same=_same(values["customer_id"], values),
                close=_close(values),
                fixed=frozenset(_ENDING) if ended else frozenset(),
            )

    def write_new(self, unit: Unit, rows: Sequence[Values], footing: Footing) -> None:
        """Write new promises at once, each with its number and its customer."""
        del footing
        unit.insert_many(self.table, rows)

    def write_changes(self, unit: Unit, record_id: int, changes: Values, footing: Footing) -> None:
        """Write what a list says otherwise of a promise that is there."""
        more: dict[str, object] = {}
        if "outcome" in changes:
            more["ending_written_at"] = footing.now
        unit.update(self.table, record_id, {**changes, **more})


def _draft(row: RecordRow, said: Said, name: str, promiser: str, today: date) -> PromiseDraft:
    """What a row says, as if it had been typed.

    A promise without the day on which it was made was made by the day it was due or done.
    """
    due, ended_on = _due(said, Field.DUE_ON, Field.DUE_AT), said.day(Field.ENDED_ON)
    latest = [day for day in (today, ended_on, None if due is None else due.day) if day]
    made_on = said.day(Field.MADE_ON) or min(latest)
    return PromiseDraft(
        text=" · ".join(said.text(Field.TEXT).split("\n")),
        due=due,
        promiser=said.text(Field.PROMISER) or promiser,
        made_on=made_on,
        kind=said.code(Field.KIND, PromiseKind) or PromiseKind.OTHER,
        channel=said.channel(Field.CHANNEL),
        job_ref=said.text(Field.JOB_REF),
        condition=said.text(Field.CONDITION),
        remedy=said.text(Field.REMEDY),
        waiting_for=said.text(Field.WAITING_FOR),
        notes="\n".join(filter(None, (said.text(Field.NOTES), name))),
        own=row.own,
    )


def _due(said: Said, day: Field, at: Field) -> Due | None:
    on, minute = said.day(day), said.moment(at)
    return None if on is None else Due(day=on, at=minute)


def _ending(said: Said, due: Due, made_on: date, footing: Footing) -> Ending | None:
    outcome, on = said.code(Field.OUTCOME, Outcome), said.day(Field.ENDED_ON)
    at: datetime | None = said.moment(Field.ENDED_AT)
    if outcome is None and on is None:
        return None
    if on is None:
        raise Refusal("import_end_without_day", Field.ENDED_ON.value)
    checked_done(on, at, made_on, footing.today)
    if outcome in (None, Outcome.KEPT, Outcome.LATE):
        found = outcome_of(due, on, at, footing.calendar.days).outcome
        outcome = outcome if said.is_exact and outcome is not None else found
    return Ending(
        outcome=outcome or Outcome.KEPT,
        on=on,
        at=at,
        written_at=footing.now,
        reason=said.text(Field.ENDING_REASON),
    )


def _stated(row: RecordRow, values: Mapping[str, object]) -> dict[str, object]:
    named = {field.value for field in row.values}
    found = {name: values[name] for name in _STATED if name in named}
    if "ended_on" in found:
        found["outcome"] = values["outcome"]
    if row.own:
        found["own"] = dict(row.own)
    return found


def _same(who: object, values: Mapping[str, object]) -> tuple[object, ...]:
    return (who, fold(str(values["text"])), values["due_on"])


def _close(values: Mapping[str, object]) -> frozenset[tuple[str, object]]:
    return frozenset({("text", fold(str(values["text"]))), ("due", values["due_on"])})

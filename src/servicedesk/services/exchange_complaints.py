# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints brought in from a list: what a row makes of them, and how they are written.

What a list says of an end is kept as it says it: no day is made up for a complaint that is only
called closed. The charter of today promised nothing to complaints of the past.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints import (
    About,
    ComplaintDraft,
    Content,
    Dates,
    Finding,
    Promised,
    Serious,
    Stage,
    Track,
    Wish,
)
from servicedesk.domain.complaints_assessing import quick_assessment
from servicedesk.domain.complaints_causes import Learning
from servicedesk.domain.complaints_checking import NOTES_MOST, checked_complaint, tidy_text
from servicedesk.domain.complaints_clocks import dues
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_timing import first_timing
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.feedback import BOUNDS, Scale
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_records import RecordRow
from servicedesk.domain.importing_records_plan import Made, There, Values
from servicedesk.domain.importing_records_reading import Said
from servicedesk.domain.names import fold
from servicedesk.services.complaints_writing import Footing, card_of, write_card
from servicedesk.services.promises_writing import name_of
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import complaints as kept
from servicedesk.store.complaints_parts import complaint_steps
from servicedesk.store.exchange import record_rows

_STATED = (
    *("called", "text", "about", "wish_words", "serious", "is_safety", "channel", "taken_by"),
    *("handler", "job_ref", "product", "happened_on", "place", "staff", "amount_pence"),
    *("is_ongoing", "from_stock", "acting_for", "authority_seen_on", "notes", "outcome_words"),
)
"""What a list changes of a complaint that is there; its steps are taken by hand."""

_COLUMN = {"amount": "amount_pence"}
_STEPS = {
    Stage.ACKNOWLEDGED: Action.ACKNOWLEDGE,
    Stage.INVESTIGATING: Action.INVESTIGATE,
    Stage.WAITING_CUSTOMER: Action.ASK_CUSTOMER,
    Stage.WAITING_OTHER: Action.WAIT_OTHER,
    Stage.DECIDED: Action.DECIDE,
    Stage.REMEDY_PENDING: Action.PLAN_REMEDY,
    Stage.RESOLVED: Action.RESOLVE,
    Stage.CLOSED: Action.CLOSE,
    Stage.EXTERNAL: Action.GO_OUTSIDE,
    Stage.WITHDRAWN: Action.WITHDRAW,
    Stage.DUPLICATE: Action.SAME_AS,
}
"""By which step a complaint came to the stage that a list says it is in."""


class ComplaintKeeper:
    """Makes complaints of rows, and writes them; methods as of ``PromiseKeeper``."""

    holds = ListKind.COMPLAINTS
    letter = "C"
    table = kept.complaints

    def made(
        self, row: RecordRow, who: int | None, name: str, footing: Footing, reading: Reading
    ) -> Made:
        """A row made into what would be written.

        Raises:
            Refusal: ``import_needs_day``, ``complaint_step_ahead``,
                ``complaint_step_before_receipt``, ``feedback_score_off``, or what
                ``checked_complaint`` raises.
        """
        said = Said(row.values, is_exact=row.is_ours)
        draft = _draft(row, said, name)
        if not row.is_ours and not draft.taken_by:
            draft = replace(draft, taken_by=name_of(reading, "", footing.who))
        tidy = checked_complaint(draft, footing.today, footing.now, footing.nation)
        received_on = local_date(footing.calendar.days, tidy.received_at)
        dates = _dates(said)
        stage = said.code(Field.STAGE, Stage) or _stage(dates)
        assessment = quick_assessment(tidy)
        _check(dates, received_on, footing)
        timing = first_timing(tidy, assessment, Promised())
        timing = replace(timing, dates=dates, stage=stage)
        days = dues(timing, footing.calendar.days, footing.law)
        values: dict[str, object] = {
            **_ELSE,
            **kept.draft_values(kept.draft_as_kept(tidy)),
            **kept.assessment_values(assessment),
            **kept.dates_values(dates),
            **kept.dues_values(days),
            **_answer(said),
            "received_on": received_on,
            "stage": stage,
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
        """The complaints that are there."""
        del footing
        for values in record_rows(reading, self.table):
            yield There(
                id=int(str(values["id"])),
                ref=str(values["ref"]),
                values={**values, "own": json.loads(str(values["own"]) or "{}")},
                same=_same(values["customer_id"], values),
                close=_close(values),
            )

    def write_new(self, unit: Unit, rows: Sequence[Values], footing: Footing) -> None:
        """Write new complaints at once, each with the steps that its list tells of."""
        numbers = unit.insert_many(self.table, rows)
        steps = [
            step
            for number, row in zip(numbers, rows, strict=True)
            for step in _steps(number, row, footing)
        ]
        unit.insert_many(complaint_steps, steps)

    def write_changes(self, unit: Unit, record_id: int, changes: Values, footing: Footing) -> None:
        """Write what a list says otherwise of a complaint that is there; its days follow."""
        unit.update(self.table, record_id, changes)
        card = card_of(unit.connection, record_id)
        write_card(unit, card, card, footing)


_ELSE: Mapping[str, object] = {
    **kept.learning_values(Learning()),
    **dict.fromkeys(
        (
            *("charter_version_id", "ack_amount", "ack_unit", "decide_amount", "decide_unit"),
            *("cost_pence", "minutes_spent", "linked_id", "master_id", "snoozed_until"),
        )
    ),
    **dict.fromkeys(("insurer_not_needed", "stand_in", "waiting_for", "legal_hold"), ""),
    "level": 0,
    "reopened": 0,
}
"""What no list says of a complaint."""


def _draft(row: RecordRow, said: Said, name: str) -> ComplaintDraft:
    received_at = said.moment(Field.RECEIVED_AT)
    if received_at is None:
        raise Refusal("import_needs_day", Field.RECEIVED_AT.value)
    return ComplaintDraft(
        called=said.text(Field.CALLED) or name,
        text=said.text(Field.TEXT),
        about=said.code(Field.ABOUT, About),
        wishes=said.codes(Field.WISHES, Wish),
        wish_words=said.text(Field.WISH_WORDS),
        serious=said.code(Field.SERIOUS, Serious) or Serious.NORMAL,
        is_safety=said.yes(Field.IS_SAFETY) is True,
        received_at=received_at,
        channel=said.channel(Field.CHANNEL) or Channel.COUNTER,
        taken_by=said.text(Field.TAKEN_BY),
        handler=said.text(Field.HANDLER),
        job_ref=said.text(Field.JOB_REF),
        product=", ".join(said.text(Field.PRODUCT).split("\n")),
        happened_on=said.day(Field.HAPPENED_ON),
        place=said.text(Field.PLACE),
        staff=said.text(Field.STAFF),
        amount_pence=said.number(Field.AMOUNT),
        is_ongoing=said.yes(Field.IS_ONGOING) is True,
        from_stock=said.yes(Field.FROM_STOCK) is True,
        acting_for=said.text(Field.ACTING_FOR),
        authority_seen_on=said.day(Field.AUTHORITY_SEEN_ON),
        track=said.code(Field.TRACK, Track) or Track.ORDINARY,
        notes=said.text(Field.NOTES),
        own=row.own,
    )


def _dates(said: Said) -> Dates:
    decided = said.day(Field.DECIDED_ON)
    return Dates(
        acknowledged_at=said.moment(Field.ACKNOWLEDGED_AT),
        decided_on=decided,
        answered_on=decided,
        resolved_on=said.day(Field.RESOLVED_ON),
        closed_on=said.day(Field.CLOSED_ON),
    )


def _stage(dates: Dates) -> Stage:
    """The stage that the days of a list tell of, where no column names one."""
    for day, stage in (
        (dates.closed_on, Stage.CLOSED),
        (dates.resolved_on, Stage.RESOLVED),
        (dates.decided_on, Stage.DECIDED),
        (dates.acknowledged_at, Stage.ACKNOWLEDGED),
    ):
        if day is not None:
            return stage
    return Stage.RECEIVED


def _answer(said: Said) -> dict[str, object]:
    satisfaction = said.number(Field.SATISFACTION)
    least, most = BOUNDS[Scale.HANDLING]
    if satisfaction is not None and not least <= satisfaction <= most:
        raise Refusal("feedback_score_off", "satisfaction", least=least, most=most)
    return {
        "finding": said.code(Field.FINDING, Finding),
        "outcome_words": tidy_text(said.text(Field.OUTCOME_WORDS), "outcome_words", NOTES_MOST),
        "told_by": said.channel(Field.TOLD_BY),
        "content": said.code(Field.CONTENT, Content) or Content.NOT_SAID,
        "satisfaction": satisfaction,
    }


def _check(dates: Dates, received_on: date, footing: Footing) -> None:
    at = dates.acknowledged_at
    told = None if at is None else local_date(footing.calendar.days, at)
    for day in (told, dates.decided_on, dates.resolved_on, dates.closed_on):
        if day is not None and day > footing.today:
            raise Refusal("complaint_step_ahead", "on")
        if day is not None and day < received_on:
            raise Refusal("complaint_step_before_receipt", "on")


def _steps(number: int, row: Values, footing: Footing) -> Iterator[dict[str, object]]:
    """The lines of the history of a complaint that came with a list."""
    received, stage = row["received_on"], row["stage"]
    same = {"complaint_id": number, "written_at": footing.now, "who": footing.who, "note": ""}
    nothing = {"due_on": None, "judged_on": None, "reverses": None}
    yield {
        **same,
        **nothing,
        "action": Action.LOG.value,
        "stage_before": None,
        "stage_after": Stage.RECEIVED,
        "happened_on": received,
    }
    if isinstance(stage, Stage) and stage in _STEPS:
        days = (row["closed_on"], row["resolved_on"], row["decided_on"])
        yield {
            **same,
            **nothing,
            "action": _STEPS[stage].value,
            "stage_before": Stage.RECEIVED,
            "stage_after": stage,
            "happened_on": next((day for day in days if day is not None), received),
        }


def _stated(row: RecordRow, values: Mapping[str, object]) -> dict[str, object]:
    named = {_COLUMN.get(field.value, field.value) for field in row.values}
    found = {name: values[name] for name in _STATED if name in named}
    if row.own:
        found["own"] = dict(row.own)
    return found


def _same(who: object, values: Mapping[str, object]) -> tuple[object, ...]:
    return (
        who or fold(str(values["called"])),
        values["received_on"],
        fold(str(values["text"])),
        fold(str(values["product"])),
        values["about"],
    )


def _close(values: Mapping[str, object]) -> frozenset[tuple[str, object]]:
    signs: set[tuple[str, object]] = {("received", values["received_on"])}
    if values["text"]:
        signs.add(("text", fold(str(values["text"]))))
    return frozenset(signs)

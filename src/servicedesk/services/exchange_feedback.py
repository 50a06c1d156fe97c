# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feedback brought in from a list: what a row makes of it, and how it is written.

A low mark of a list asks nobody to be rung: what was said long ago is past, and a list of a
thousand answers would make a thousand things to do.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.feedback import (
    Decision,
    FeedbackDraft,
    FeedbackKind,
    Handled,
    MayQuote,
    Quoting,
    Scores,
    Touchpoint,
)
from servicedesk.domain.feedback_checking import checked_feedback
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_records import RecordRow
from servicedesk.domain.importing_records_plan import Made, There, Values
from servicedesk.domain.importing_records_reading import Said
from servicedesk.domain.names import fold
from servicedesk.services.complaints_writing import Footing
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import feedback as kept
from servicedesk.store.exchange import record_rows
from servicedesk.store.feedback_reading import draft_values

_MARKS = (
    *("satisfaction", "recommendation", "effort"),
    *(one.value for one in Element),
    *(f"handled_{one.value}" for one in Handled),
)
_AFTER = (
    *("followed_up_on", "follow_up_note", "decision", "answer", "answered_on", "thanked_on"),
    *("passed_on", "is_on_wall"),
)
_STATED = (
    *("kind", "called", "reach", "text", "better", "channel", "source", "staff", "touchpoint"),
    *("elements", "wants_answer", "may_quote", "shown_as", "is_incentivised", *_MARKS, *_AFTER),
)
"""What a list changes of feedback that is there."""


class FeedbackKeeper:
    """Makes feedback of rows, and writes it; methods as of ``PromiseKeeper``."""

    holds = ListKind.FEEDBACK
    letter = "F"
    table = kept.feedback

    def made(
        self, row: RecordRow, who: int | None, name: str, footing: Footing, reading: Reading
    ) -> Made:
        """A row made into what would be written.

        Raises:
            Refusal: ``import_needs_day``, or what ``checked_feedback`` raises.
        """
        del reading
        said = Said(row.values, is_exact=row.is_ours)
        tidy = checked_feedback(_draft(said, name), footing.today)
        values: dict[str, object] = {
            **draft_values(tidy),
            "written_at": footing.now,
            "follow_up_due": None,
            "followed_up_on": said.day(Field.FOLLOWED_UP_ON),
            "follow_up_note": said.text(Field.FOLLOW_UP_NOTE),
            "snoozed_until": None,
            "complaint_id": None,
            "decision": said.code(Field.DECISION, Decision),
            "answer": said.text(Field.ANSWER),
            "answered_on": said.day(Field.ANSWERED_ON),
            "thanked_on": said.day(Field.THANKED_ON),
            "passed_on": said.day(Field.PASSED_ON),
            "is_on_wall": said.yes(Field.IS_ON_WALL) is True,
            "binned_at": None,
        }
        return Made(
            line=row.line,
            shown=row.shown,
            ref=said.text(Field.NUMBER),
            who=who,
            values=values,
            stated={
                name: values[name]
                for name in _STATED
                if name in {field.value for field in row.values}
            },
            same=_same(who, values),
            close=_close(values),
        )

    def there(self, reading: Reading, footing: Footing) -> Iterator[There]:
        """The feedback that is there, but for what is in the bin."""
        del footing
        for values in record_rows(reading, self.table):
            yield There(
                id=int(str(values["id"])),
                ref=str(values["ref"]),
                values=values,
                same=_same(values["customer_id"], values),
                close=_close(values),
            )

    def write_new(self, unit: Unit, rows: Sequence[Values], footing: Footing) -> None:
        """Write new feedback at once."""
        del footing
        unit.insert_many(self.table, rows)

    def write_changes(self, unit: Unit, record_id: int, changes: Values, footing: Footing) -> None:
        """Write what a list says otherwise of feedback that is there."""
        del footing
        unit.update(self.table, record_id, changes)


def _draft(said: Said, name: str) -> FeedbackDraft:
    given_on = said.day(Field.GIVEN_ON)
    if given_on is None:
        raise Refusal("import_needs_day", Field.GIVEN_ON.value)
    scores = Scores(
        satisfaction=said.number(Field.SATISFACTION),
        recommendation=said.number(Field.RECOMMENDATION),
        effort=said.number(Field.EFFORT),
        elements=_points({one: said.number(Field(one.value)) for one in Element}),
        handling=_points({one: said.number(Field(f"handled_{one.value}")) for one in Handled}),
    )
    return FeedbackDraft(
        kind=said.code(Field.KIND, FeedbackKind) or _kind(said, scores),
        called=said.text(Field.CALLED) or name,
        reach=said.text(Field.REACH),
        text=said.text(Field.TEXT),
        better=said.text(Field.BETTER),
        given_on=given_on,
        channel=said.channel(Field.CHANNEL) or Channel.COUNTER,
        source=said.text(Field.SOURCE),
        staff=said.text(Field.STAFF),
        touchpoint=said.code(Field.TOUCHPOINT, Touchpoint),
        elements=said.codes(Field.ELEMENTS, Element),
        scores=scores,
        wants_answer=said.yes(Field.WANTS_ANSWER) is True,
        quoting=Quoting(
            may=said.code(Field.MAY_QUOTE, MayQuote) or MayQuote.NOT_ASKED,
            shown_as=said.text(Field.SHOWN_AS),
            is_incentivised=said.yes(Field.IS_INCENTIVISED),
        ),
    )


def _kind(said: Said, scores: Scores) -> FeedbackKind:
    """What it is where the list does not say."""
    if said.text(Field.SOURCE):
        return FeedbackKind.REVIEW
    return FeedbackKind.COMMENT if scores.is_empty else FeedbackKind.ANSWER


_Asked = TypeVar("_Asked", Element, Handled)


def _points(marks: Mapping[_Asked, int | None]) -> dict[_Asked, int]:
    return {one: mark for one, mark in marks.items() if mark is not None}


def _same(who: object, values: Mapping[str, object]) -> tuple[object, ...]:
    return (
        who or fold(str(values["called"])),
        values["given_on"],
        fold(str(values["text"])),
        fold(str(values["better"])),
        *(values[mark] for mark in _MARKS),
    )


def _close(values: Mapping[str, object]) -> frozenset[tuple[str, object]]:
    signs: set[tuple[str, object]] = {("given", values["given_on"])}
    if values["text"]:
        signs.add(("text", fold(str(values["text"]))))
    return frozenset(signs)

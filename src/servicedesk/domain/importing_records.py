# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A row of a list of promises, complaints or feedback, read by what its columns mean.

What a cell says that has no place in a list of ours is not lost: it goes to the notes, under the
heading of its column.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import cast

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.customers import Address, CustomerDraft, Reach, ReachKind
from servicedesk.domain.customers_typing import checked_customer
from servicedesk.domain.entries_bounds import AMOUNT_MOST
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind, code_read, unguarded
from servicedesk.domain.importing import Column, DayOrder, Line, Meaning, Refused
from servicedesk.domain.importing_codes import STILL_OPEN, code_of
from servicedesk.domain.importing_days import read_cell
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_fields import WHO, Shape, reads
from servicedesk.domain.importing_names import is_firm_name
from servicedesk.domain.importing_rows import said, shown_beginning
from servicedesk.domain.names import clean_name, clean_text, fold
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldKind, own_value

_AHEAD = frozenset({Field.DUE_ON, Field.FIRST_DUE_ON, Field.DUE_AT, Field.FIRST_DUE_AT})
"""Days that may be still to come, so that a year of two figures may be too."""

_YEARS_AHEAD = 20
_SHOWN = 40
_YES = frozenset({"yes", "y", "true", "1", "x"})
_NO = frozenset({"no", "n", "false", "0", "none", "n/a"})
_MARK = re.compile(r"([0-9]{1,2})(?:\.0+)?(?: ?(?:/|out of) ?[0-9]{1,2}| ?stars?| ?points?)?")
_STARS = re.compile(r"([★⭐*]{1,5})☆{0,4}")
_MONEY = re.compile(r"[£$€ ]*([0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(?:\.([0-9]{1,2}))?")

Value = str | date | datetime | bool | int | StrEnum | tuple[StrEnum, ...]
"""What a cell comes out as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReading:
    """How the rows of a list are read.

    Args:
        holds: promises, complaints or feedback.
        columns: of the list.
        day_orders: by place of the column.
        today: the day of the import.
        now: its moment, in UTC.
        calendar: of the business, for its zone.
        own: the business's own fields, by number.
        is_ours: we wrote the list, and its cells stand exactly as they were kept.
    """

    holds: ListKind
    columns: tuple[Column, ...]
    day_orders: Mapping[int, DayOrder]
    today: date
    now: datetime
    calendar: WorkingCalendar
    own: Mapping[int, OwnFieldCard] = field(default_factory=lambda: MappingProxyType({}))
    is_ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """A row as it was read.

    Args:
        line: where it begins in the file.
        shown: the beginning of it.
        values: what its cells say, but for who it is about; nothing for empty cells.
        own: what stands in the business's own fields, by their number as text.
        number: the customer's, such as "K-0001"; "" where it does not say.
        who: the customer as the row tells of them; None where it does not.
        is_ours: we wrote the list.
    """

    line: int
    shown: str
    values: Mapping[Field, Value]
    own: Mapping[str, str]
    number: str = ""
    who: CustomerDraft | None = None
    is_ours: bool = False


def read_record(line: Line, reading: RecordReading) -> RecordRow | Refused | None:
    """What a row says; None for a row without anything.

    Args:
        line: the row.
        reading: how it is read.

    Returns:
        The row, or why it cannot be one: ``import_row_too_long``, ``import_mark_not_read``,
        ``import_amount_not_read``, a day that cannot be read, what an
        own field refuses, or what ``checked_customer`` does.
    """
    read = unguarded if reading.is_ours else said
    cells = [read(clean_text(cell)) for cell in line.cells]
    if not any(cell.strip() for cell in cells):
        return None
    try:
        if any(cells[len(reading.columns) :]):
            raise Refusal("import_row_too_long", cells=len(cells), columns=len(reading.columns))
        return _Row(line, cells, reading).read()
    except Refusal as refusal:
        return Refused(
            line=line.number,
            code=refusal.code,
            params=refusal.params,
            shown=shown_beginning(cells),
        )


class _Row:
    """One row while it is read.

    Args:
        line: the row.
        cells: its cells without what keeps a spreadsheet from taking them for sums.
        reading: how it is read.
    """

    def __init__(self, line: Line, cells: Sequence[str], reading: RecordReading) -> None:
        self._line = line
        self._cells = cells
        self._reading = reading
        self._values: dict[Field, Value] = {}
        self._texts: dict[Field, list[str]] = {}
        self._notes: list[str] = []
        self._own: dict[str, str] = {}

    def read(self) -> RecordRow:
        """All of it."""
        for place, (column, cell) in enumerate(
            zip(self._reading.columns, self._cells, strict=False)
        ):
            if not cell.strip():
                continue
            if column.meaning is Meaning.OWN:
                self._take_own(place, column, cell)
            elif isinstance(column.meaning, Field):
                self._take(place, column, column.meaning, cell)
        texts = {one: "\n".join(dict.fromkeys(cells)) for one, cells in self._texts.items()}
        if self._notes:
            home = Field.TEXT if self._reading.holds is ListKind.FEEDBACK else Field.NOTES
            texts[home] = "\n".join(filter(None, (texts.get(home, ""), *self._notes)))
        number = texts.pop(Field.CUSTOMER_NUMBER, "")
        return RecordRow(
            line=self._line.number,
            shown=shown_beginning(self._cells),
            who=None if self._reading.is_ours and not number else _who(texts, self._reading.today),
            values={
                **self._values,
                **{one: text for one, text in texts.items() if one not in WHO},
            },
            own=self._own,
            number=number,
            is_ours=self._reading.is_ours,
        )

    def _take(self, place: int, column: Column, meaning: Field, cell: str) -> None:
        how = reads(self._reading.holds, meaning)
        if how.shape in ("line", "text"):
            self._texts.setdefault(meaning, []).append(cell)
        elif how.shape in ("day", "moment"):
            self._values[meaning] = self._day(place, column, cell, how.shape, meaning)
        elif how.shape == "yes":
            self._take_yes(meaning, column, cell)
        elif how.shape == "mark":
            self._values[meaning] = _mark(cell, column.heading)
        elif how.shape == "money":
            self._values[meaning] = _pence(cell, column.heading)
        else:
            self._take_codes(meaning, column, cell, how.codes, how.shape)

    def _take_codes(
        self, meaning: Field, column: Column, cell: str, codes: type[StrEnum], shape: Shape
    ) -> None:
        if meaning is Field.OUTCOME and code_read(cell) in STILL_OPEN:
            return
        parts = [cell]
        if shape == "codes":
            parts = [one for one in re.split(r"[\n;|]", cell) if one.strip()]
        found = [code_of(meaning, codes, code_read(one)) for one in parts]
        known = tuple(dict.fromkeys(one.code for one in found if one is not None))
        if any(one is None or one.is_loose for one in found):
            self._keep_words(meaning, column, cell)
        if known:
            self._values[meaning] = known if shape == "codes" else known[0]

    def _keep_words(self, meaning: Field, column: Column, cell: str) -> None:
        """Words that are none of ours are kept beside what was made of them."""
        if meaning is Field.STAGE:
            self._texts.setdefault(Field.OUTCOME_WORDS, []).append(" ".join(cell.split()))
        else:
            self._notes.append(f"{column.heading}: {' '.join(cell.split())}")

    def _take_yes(self, meaning: Field, column: Column, cell: str) -> None:
        plain = fold(cell).strip()
        if plain in _YES or plain in _NO:
            self._values[meaning] = plain in _YES
        else:
            self._notes.append(f"{column.heading}: {' '.join(cell.split())}")

    def _day(
        self, place: int, column: Column, cell: str, shape: Shape, meaning: Field
    ) -> date | datetime:
        reading = self._reading
        if shape == "moment" and (exact := _moment(cell, reading.calendar)) is not None:
            return exact
        latest = reading.today
        if meaning in _AHEAD:
            latest = date(latest.year + _YEARS_AHEAD, 1, 1)
        order = reading.day_orders.get(place)
        day = cast("date", read_cell(cell, order, latest, column.heading))  # it is not empty
        if shape == "day":
            return day
        noon = datetime.combine(day, time(12), reading.calendar.zone).astimezone(UTC)
        return min(noon, reading.now) if day == reading.today else noon

    def _take_own(self, place: int, column: Column, cell: str) -> None:
        card = self._reading.own.get(column.own_id or 0)
        if card is None:
            return
        today = self._reading.today
        if card.draft.kind is OwnFieldKind.DAY:
            order = self._reading.day_orders.get(place)
            day = cast("date", read_cell(cell, order, today, column.heading))
            self._own[str(card.id)] = day.isoformat()
        else:
            self._own[str(card.id)] = own_value(card, cell, today)


def _who(texts: Mapping[Field, str], today: date) -> CustomerDraft | None:
    """The customer as a row tells of them; None where it does not."""
    name = clean_name(texts.get(Field.CUSTOMER, ""))
    reaches = tuple(
        Reach(kind=kind, shown=shown)
        for kind, one in ((ReachKind.PHONE, Field.PHONE), (ReachKind.EMAIL, Field.EMAIL))
        for shown in texts.get(one, "").split("\n")
        if shown.strip()
    )
    if not name and not reaches:
        return None
    postcode = texts.get(Field.POSTCODE, "")
    is_firm = is_firm_name(name)
    draft = CustomerDraft(
        name=name,
        is_organisation=is_firm,
        is_consumer=not is_firm,
        reaches=reaches,
        addresses=(Address(lines="", postcode=postcode),) if postcode else (),
    )
    return checked_customer(draft, today)


def _moment(cell: str, calendar: WorkingCalendar) -> datetime | None:
    """A moment in ISO form with its time, in UTC; None for anything else."""
    if "T" not in cell and " " not in cell.strip():
        return None
    try:
        found = datetime.fromisoformat(cell.strip())
    except ValueError:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=calendar.zone)
    return found.astimezone(UTC)


def _mark(cell: str, heading: str) -> int:
    plain = fold(cell).strip()
    if found := _MARK.fullmatch(plain):
        return int(found[1])
    if stars := _STARS.fullmatch(cell.strip()):
        return len(stars[1])
    raise Refusal("import_mark_not_read", found=cell[:_SHOWN], heading=heading)


def _pence(cell: str, heading: str) -> int:
    found = _MONEY.fullmatch(cell.strip())
    pence = 0
    if found is not None:
        pence = int(found[1].replace(",", "")) * 100 + int((found[2] or "").ljust(2, "0") or 0)
    if found is None or pence > AMOUNT_MOST:
        raise Refusal("import_amount_not_read", found=cell[:_SHOWN], heading=heading)
    return pence

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is held on one person: every record about them, field by field, and what names them.

Nothing is chosen by how it looks: a record is in because it belongs to them, or because their name
stands in it. Notes for ourselves are in as well, for whoever is written about may read them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

HISTORY = "journal"
"""Table of what was changed; records that are there no more stand under it."""


_FIRST = (
    *("customers", "customer_reaches", "customer_addresses", "customer_tags", "consents"),
    *("support_needs", "safety_notes", "customer_visits", "contacts", "promises"),
    *("promise_moves", "complaints", "feedback", "letters"),
)
_LAST = ("record_files", "attachments", "drafts", HISTORY)


def place_of(table: str) -> int:
    """Where the rows of a table stand in a pack: who they are first, stored files last."""
    if table in _FIRST:
        return _FIRST.index(table)
    middle = len(_FIRST)
    return middle + 1 + _LAST.index(table) if table in _LAST else middle


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRow:
    """One row of the file.

    Args:
        table: in which it lies.
        id: of the row.
        label: names it, such as its reference; may be empty.
        values: its columns in order, empty ones left out, as they are kept: text, numbers, days,
            moments, codes.
        is_theirs: it belongs to them; else their name stands in it.
    """

    table: str
    id: int
    label: str
    values: tuple[tuple[str, object], ...]
    is_theirs: bool = True

    @property
    def line(self) -> str:
        """Names it for good, such as "contacts:12"."""
        return f"{self.table}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldChange:
    """One change of a row.

    Args:
        table, record_id: of which row.
        at: when, in UTC.
        who: did it; may be empty.
        use_case: what was done, as the service calls it.
        fields: column, what stood there before and afterwards; None for nothing.
        is_gone: the row is there no more.
    """

    table: str
    record_id: int
    at: datetime
    who: str
    use_case: str
    fields: tuple[tuple[str, object, object], ...]
    is_gone: bool = False

    @property
    def line(self) -> str:
        """Names the row that was changed."""
        return f"{self.table}:{self.record_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRecord:
    """One record as the pack shows it.

    Args:
        line: names it for good.
        table: in which it lies.
        heading: such as "P-2026-0003".
        pairs: what stands in it, label and words.
        changes: what was changed in it, a line each: when, who, what.
        others: who else is named in it, in words; none for nobody.
        is_theirs: it belongs to them; else their name stands in it.
        left_out: the reason for which it is kept back; "" while it is in.
    """

    line: str
    table: str
    heading: str
    pairs: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, str, str], ...] = ()
    others: tuple[str, ...] = ()
    is_theirs: bool = True
    left_out: str = ""

    @property
    def needs_look(self) -> bool:
        """Somebody has to look at it before it is handed over."""
        return bool(self.others) or not self.is_theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPack:
    """All that is held on one person.

    Args:
        customer_id: whose.
        name: theirs.
        made_on: the day.
        records: in order of table, then of row.
        letters: numbers of their letters, whose exact papers follow, the oldest first.
        files: names of the files that are handed over beside it.
    """

    customer_id: int
    name: str
    made_on: date
    records: tuple[HeldRecord, ...]
    letters: tuple[int, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def to_look_at(self) -> tuple[HeldRecord, ...]:
        """Records that somebody has to look at before they are handed over."""
        return tuple(one for one in self.records if one.needs_look)

    def without(self, left_out: Iterable[tuple[str, str]]) -> tuple[HeldRecord, ...]:
        """The records that are handed over: those named are kept back.

        Args:
            left_out: the line of a record, and the reason.
        """
        gone = {line for line, _ in left_out}
        return tuple(one for one in self.records if one.line not in gone)

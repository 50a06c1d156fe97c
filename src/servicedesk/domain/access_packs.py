# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is held on one person: every record about them, field by field, and what names them.

Nothing is chosen by how it looks: a record is in because it belongs to them, or because their name
stands in it. Notes for ourselves are in as well, for whoever is written about may read them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from servicedesk.domain.kinds import Kind

HISTORY = "journal"
"""Table of what was changed; records that are there no more stand under it."""


_FIRST = (
    *("customers", "customer_reaches", "customer_addresses", "customer_tags", "consents"),
    *("support_needs", "safety_notes", "customer_visits", "contacts", "promises"),
    *("promise_moves", "complaints", "complaint_steps", "complaint_entries", "complaint_issues"),
    *("complaint_purchases", "complaint_pauses", "complaint_remedies", "complaint_referrals"),
    *("complaint_behaviours", "feedback", "letters", "data_requests", "data_request_lines"),
    *("data_request_pauses", "data_request_left_out"),
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
        kind: of the record that it is, or belongs to.
        whose: names of whom it is about where it is not theirs; none for nobody.
        is_called: it is nobody's on record, but whoever it is about gave a name like theirs.
    """

    table: str
    id: int
    label: str
    values: tuple[tuple[str, object], ...]
    is_theirs: bool = True
    kind: Kind = Kind.CUSTOMER
    whose: tuple[str, ...] = ()
    is_called: bool = False

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
        is_theirs: the row belonged to them then; else their name could stand in it.
        kind: of the record that the row is, or belongs to.
        whose: names of whom it is about where it is not theirs; none for nobody.
    """

    table: str
    record_id: int
    at: datetime
    who: str
    use_case: str
    fields: tuple[tuple[str, object, object], ...]
    is_theirs: bool = True
    kind: Kind = Kind.CUSTOMER
    whose: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """Names the row that was changed."""
        return f"{self.table}:{self.record_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChoices:
    """What somebody decided about a pack before it goes out.

    Args:
        left_out: reasons for which records are kept back, by their lines.
        whole: lines of records of somebody else that are handed over whole all the same.
    """

    left_out: Mapping[str, str] = field(default_factory=dict)
    whole: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRecord:
    """One record as the pack shows it.

    Args:
        line: names it for good.
        table: in which it lies.
        heading: such as "P-2026-0003".
        pairs: what stands in it, label and words; of a part the sentences that name them.
        changes: what was changed in it, a line each: when, who, what.
        others: who else is named in it, in words; none for nobody. In a part they are marked.
        is_theirs: it belongs to them; else their name stands in it.
        is_whole: it is handed over whole, though it is not theirs on record.
        is_called: whoever it is about gave a name like theirs, so that it is whole.
        left_out: the reason for which it is kept back; "" while it is in.
        kind: of the record that it is, or belongs to.
        values: its columns as they are kept; none of a part.
        whose: names of whom it is about where it is not theirs, for us alone.
    """

    line: str
    table: str
    heading: str
    pairs: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, str, str], ...] = ()
    others: tuple[str, ...] = ()
    is_theirs: bool = True
    is_whole: bool = False
    is_called: bool = False
    left_out: str = ""
    kind: Kind = Kind.CUSTOMER
    values: tuple[tuple[str, object], ...] = ()
    whose: tuple[str, ...] = ()

    @property
    def needs_look(self) -> bool:
        """Somebody has to look at it before it is handed over."""
        return bool(self.others) or not self.is_theirs

    @property
    def is_part(self) -> bool:
        """Only the sentences that name them are handed over of it."""
        return not self.is_theirs and not self.is_whole


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

    @property
    def left_out(self) -> Mapping[str, str]:
        """Reasons for which records are kept back, by their lines."""
        return {one.line: one.left_out for one in self.records if one.left_out}


def with_their_parts(
    left_out: Mapping[str, str], parents: Mapping[str, Iterable[str]]
) -> Mapping[str, str]:
    """Reasons for which records are kept back, with all that hangs on them.

    Args:
        left_out: reasons by line, as they were given.
        parents: by line, the lines of the records it hangs on, such as a file on a complaint; it
            is kept back for the reason of the first where all of them are.
    """
    found = dict(left_out)
    size = -1
    while size != (size := len(found)):
        for line, holders in parents.items():
            reasons = [found.get(one, "") for one in holders]
            if line not in found and reasons and all(reasons):
                found[line] = reasons[0]
    return found

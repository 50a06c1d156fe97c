# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What comes of each row of a list of promises, complaints or feedback, before anything is kept.

A row is about a record that is there when it has its number and is plainly the same, or says the
same of the same customer. Each record answers to one row of a list only, so that a list with two
equal rows brings two, and the same list brought again brings none.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Changed, Counts, Duplicates, Fate, Refused
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_plan import NAMED
from servicedesk.domain.own_fields import OwnFieldCard

CHANGES_MOST = 200
"""Changes that are listed; of more there is the number."""

Values = Mapping[str, object]
"""What is written of a record, by column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A row made into what would be written.

    Args:
        line: in the file.
        shown: the beginning of the row.
        ref: the number it brings, or "".
        who: number of the customer; below 0 for one whom this import adds, None for nobody.
        values: everything of a new record but its number and its customer.
        stated: what the row says itself, by column: of a record that is there, only this changes.
        same: what two rows have in common that say the same.
        close: what a row and the record of its number have in common where they are the same.
    """

    line: int
    shown: str
    ref: str
    who: int | None
    values: Values
    stated: Values
    same: Hashable
    close: frozenset[Hashable]


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """A record that is there.

    Args:
        id, ref: of the record.
        values: as kept, by column.
        same, close: as in Made.
        fixed: columns that no list changes any more.
    """

    id: int
    ref: str
    values: Values
    same: Hashable
    close: frozenset[Hashable]
    fixed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAction:
    """What comes of one row.

    Args:
        fate: which.
        line: of the row in the file.
        record_id: of the record that is there; 0 for a new one.
        made: what would be written.
        changes: of a record that is updated, by column.
    """

    fate: Fate
    line: int
    record_id: int
    made: Made
    changes: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPlan:
    """What an import of promises, complaints or feedback will do.

    Args:
        name: of the file.
        holds: what its rows are.
        actions: one for each row that is a record.
        newcomers: the customers whom it adds, by the keys that rows call them; below 0.
        refused: the other rows, in the order of the file.
        changed, changed_count: what would change of records that are there, the first of it, and
            how much it is.
        made_at_step: the newest change in the file when the plan was made.
        new_own: own fields that are made with it, under the numbers that they get.
    """

    name: str
    holds: ListKind
    actions: tuple[RecordAction, ...]
    newcomers: Mapping[int, CustomerDraft]
    refused: tuple[Refused, ...]
    changed: tuple[Changed, ...] = ()
    changed_count: int = 0
    made_at_step: int = 0
    new_own: tuple[OwnFieldCard, ...] = ()

    @property
    def renamed(self) -> int:
        """Customers whose names the list writes otherwise: such a list never renames anybody."""
        return 0

    @property
    def first_new(self) -> tuple[str, ...]:
        """The first of the new records, by the beginning of their rows."""
        new = (action.made.shown for action in self.actions if action.fate is Fate.ADDED)
        return tuple(islice(new, NAMED))

    @property
    def counts(self) -> Counts:
        """How many rows come to what."""
        fates = [action.fate for action in self.actions]
        return Counts(
            added=fates.count(Fate.ADDED),
            updated=fates.count(Fate.UPDATED),
            unchanged=fates.count(Fate.UNCHANGED),
            skipped=fates.count(Fate.SKIPPED),
            refused=len(self.refused),
        )


def planned_records(
    rows: Sequence[Made], there: Iterable[There], duplicates: Duplicates
) -> tuple[RecordAction, ...]:
    """What comes of each row.

    Args:
        rows: in the order of the file.
        there: the records that are there.
        duplicates: what becomes of rows about one of them.
    """
    by_ref: dict[str, There] = {}
    by_same: defaultdict[Hashable, list[There]] = defaultdict(list)
    for record in there:
        by_ref[record.ref] = record
        by_same[record.same].append(record)
    taken: set[int] = set()
    actions: list[RecordAction] = []
    for row in rows:
        found = None if duplicates is Duplicates.ADD else _found(row, by_ref, by_same, taken)
        if found is None:
            actions.append(_action(Fate.ADDED, row, 0, {}))
            continue
        taken.add(found.id)
        changes = _changes(row, found)
        if not changes:
            actions.append(_action(Fate.UNCHANGED, row, found.id, {}))
        elif duplicates is Duplicates.SKIP:
            actions.append(_action(Fate.SKIPPED, row, found.id, {}))
        else:
            actions.append(_action(Fate.UPDATED, row, found.id, changes))
    return tuple(actions)


def listed_records(
    actions: Iterable[RecordAction], there: Mapping[int, There], most: int = CHANGES_MOST
) -> tuple[tuple[Changed, ...], int]:
    """What would change of records that are there: the first of it, and how much it is.

    Args:
        actions: in the order of the file.
        there: the records, by number.
        most: how many changes are listed.
    """
    found: list[Changed] = []
    count = 0
    for action in actions:
        for name, new in action.changes.items():
            count += 1
            if len(found) < most and name in _NAMED:
                before = there[action.record_id]
                found.append(
                    Changed(
                        key=action.record_id,
                        line=action.line,
                        who=before.ref,
                        what=Field(name),
                        old=_shown(before.values[name]),
                        new=_shown(new),
                    )
                )
    return tuple(found), count


_NAMED = frozenset(one.value for one in Field)
_SHOWN_MOST = 200


def _changes(row: Made, found: There) -> dict[str, object]:
    """What a row says otherwise than the record; of own fields those that it names."""
    changes: dict[str, object] = {}
    for name, value in row.stated.items():
        before = found.values[name]
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            value = {**before, **value}
        if name not in found.fixed and value != before:
            changes[name] = value
    return changes


def _shown(value: object) -> str:
    said = "" if value is None else str(value)
    return " ".join(said.split())[:_SHOWN_MOST]


def _action(fate: Fate, row: Made, record_id: int, changes: Values) -> RecordAction:
    return RecordAction(fate=fate, line=row.line, record_id=record_id, made=row, changes=changes)


def _found(
    row: Made,
    by_ref: Mapping[str, There],
    by_same: Mapping[Hashable, list[There]],
    taken: set[int],
) -> There | None:
    numbered = by_ref.get(row.ref) if row.ref else None
    if numbered is not None and numbered.id not in taken and numbered.close & row.close:
        return numbered
    alike = by_same.get(row.same, ())
    return next((one for one in alike if one.id not in taken), None)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What comes of each row of a list, worked out before anything is kept.

A plan is made of the file and of the customers there are at that moment; carrying it out does
what it says, row by row, and nothing else.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from types import MappingProxyType

from servicedesk.domain.customers import CustomerDraft, Reach
from servicedesk.domain.customers_typing import shown_name
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import (
    Candidate,
    Changed,
    Column,
    Counts,
    Duplicates,
    Fate,
    Letters,
    Line,
    OurRow,
    PlanChoices,
    Refused,
    Separator,
    Source,
)
from servicedesk.domain.importing_cards import Card
from servicedesk.domain.importing_days import ColumnDays
from servicedesk.domain.importing_layouts import Layout
from servicedesk.domain.importing_matching import Known, Traits, updated
from servicedesk.domain.own_fields import OwnFieldCard

PREVIEW = 8
"""Rows that are shown of a list."""

NAMED = 6
"""New rows that are named before anything is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLook:
    """A file that was looked at.

    Args:
        name: of the file, without its folder.
        holds: what its rows are.
        source: what it is.
        layout: which program wrote it; None where nothing tells.
        letters, is_sure, strange: of plain text; how it was read, whether the file itself says
            so, and how many signs could not be read that way.
        separator: between the cells of plain text.
        sheets, sheet: of a workbook; the names that can be chosen, and the one that was read.
        heading_row: place of the headings; NO_HEADING without any.
        columns: with what they most likely mean.
        rows: below the headings; empty for cards.
        cards: of a file of visiting cards.
        days: what the columns of days say of the order of day and month, by place.
        refused: what could not be read at all.
        new_own: own fields that our own list has and this file has not, under numbers below 0.
    """

    name: str
    holds: ListKind = ListKind.CUSTOMERS
    source: Source
    layout: Layout | None = None
    letters: Letters | None = None
    is_sure: bool = True
    strange: int = 0
    separator: Separator | None = None
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    heading_row: int = 0
    columns: tuple[Column, ...] = ()
    rows: tuple[Line, ...] = ()
    cards: tuple[Card, ...] = ()
    days: Mapping[int, ColumnDays] = field(default_factory=lambda: MappingProxyType({}))
    refused: tuple[Refused, ...] = ()
    new_own: tuple[OwnFieldCard, ...] = ()

    @property
    def count(self) -> int:
        """Rows or cards."""
        return len(self.rows) + len(self.cards)

    @property
    def is_ours(self) -> bool:
        """Whether we wrote it ourselves, so that every column is known."""
        return self.layout is Layout.OURS


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What comes of one row.

    Args:
        fate: which.
        line: of the row in the file.
        key: number of the customer who is there; below 0 for one whom this import adds.
        draft: of the customer as they are to be kept; for SKIPPED and UNCHANGED as the row tells.
        ours: what our own list says of somebody new; None for others.
    """

    fate: Fate
    line: int
    key: int
    draft: CustomerDraft
    ours: OurRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What an import will do.

    Args:
        name: of the file.
        duplicates: what was chosen for those who are there already.
        actions: one for each row that is a customer.
        refused: the other rows, cards and lines, in the order of the file.
        changed, changed_count: what an update would change, the first of it, and how much it is.
        renamed: customers who are there and whose names the list writes otherwise.
        normals: by what the phones and e-mail addresses of the actions are compared.
        made_at_step: the newest change in the file when the plan was made; the plan is good as
            long as nothing else has been changed since.
        new_own: own fields that are made with it, under the numbers that they get.
    """

    name: str
    duplicates: Duplicates
    actions: tuple[Action, ...]
    refused: tuple[Refused, ...]
    changed: tuple[Changed, ...] = ()
    changed_count: int = 0
    renamed: int = 0
    normals: Mapping[Reach, str] = field(default_factory=lambda: MappingProxyType({}))
    made_at_step: int = 0
    new_own: tuple[OwnFieldCard, ...] = ()

    @property
    def first_new(self) -> tuple[str, ...]:
        """The first of those who are new, as they will be shown."""
        new = (shown_name(action.draft) for action in self.actions if action.fate is Fate.ADDED)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did.

    Args:
        name: of the file.
        counts: equal to those of its plan.
        refused: rows, cards and lines that were not brought in.
    """

    name: str
    counts: Counts
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A row with the customer it is about.

    Args:
        candidate: the customer as the row tells of them.
        key: of somebody who is there, or whom an earlier row adds; its own for somebody new.
        is_new: nobody was found.
    """

    candidate: Candidate
    key: int
    is_new: bool


def found_again(
    candidates: Sequence[Candidate],
    known: Known,
    traits_of: Callable[[Candidate, int], Traits],
    duplicates: Duplicates,
) -> Iterator[Found]:
    """Who each row is about; rows about somebody whom an earlier row adds are about them.

    Args:
        candidates: in the order of the file.
        known: the customers there are; the new ones are added to it.
        traits_of: by what a row's customer, under a key, is known again.
        duplicates: with ADD nobody is looked for.
    """
    for place, candidate in enumerate(candidates, start=1):
        traits = traits_of(candidate, -place)
        ours = candidate.ours
        key = None
        if duplicates is not Duplicates.ADD:
            key = known.same_as(traits) if ours is None else known.numbered(ours.ref, traits)
        if key is None and ours is None:  # rows of our own list are each somebody else
            known.add(traits)
        yield Found(candidate=candidate, key=-place if key is None else key, is_new=key is None)


def planned(
    found: Sequence[Found],
    there: Mapping[int, CustomerDraft],
    choices: PlanChoices,
    normals: Mapping[Reach, str],
    today: date,
) -> tuple[tuple[Action, ...], tuple[Refused, ...]]:
    """What comes of each row.

    Args:
        found: the rows.
        there: the customers whom rows are about, as they are kept, by number.
        choices: what was chosen.
        normals: by what phones and e-mail addresses are compared.
        today: the day of the import.

    Returns:
        The actions, and the rows that an update could not take in.
    """
    newest: dict[int, CustomerDraft] = dict(there)
    actions: list[Action] = []
    refused: list[Refused] = []
    for one in found:
        row, line = one.candidate.draft, one.candidate.line
        if one.is_new:
            newest[one.key] = row
            ours = one.candidate.ours
            actions.append(Action(fate=Fate.ADDED, line=line, key=one.key, draft=row, ours=ours))
            continue
        if choices.duplicates is Duplicates.SKIP:
            actions.append(Action(fate=Fate.SKIPPED, line=line, key=one.key, draft=row))
            continue
        before = newest[one.key]
        try:
            after = updated(before, row, normals, today, takes_name=choices.takes_names)
        except Refusal as refusal:
            refused.append(
                Refused(line=line, code=refusal.code, params=refusal.params, shown=row.name)
            )
            continue
        fate = Fate.UNCHANGED if after == before else Fate.UPDATED
        newest[one.key] = after
        actions.append(Action(fate=fate, line=line, key=one.key, draft=after))
    return tuple(actions), tuple(refused)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How far an import has come, as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from types import MappingProxyType

from servicedesk.domain.customers import CustomerStatus
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import (
    Column,
    DayOrder,
    Duplicates,
    LookChoices,
    Refused,
    Strangers,
)
from servicedesk.domain.importing_days import ColumnDays
from servicedesk.domain.importing_mappings import MappingCard
from servicedesk.domain.importing_plan import ImportLook, ImportPlan, ImportReport
from servicedesk.domain.importing_records_plan import RecordPlan
from servicedesk.domain.own_fields import OwnFieldCard

EXAMPLES = 3
"""Cells of a column that are shown beside it."""


class Stage(Enum):
    """The steps of an import; they are never named to anybody by these words."""

    CHOOSE = auto()
    LOOK = auto()
    CHECK = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A file that was looked at, with what its columns hold.

    Args:
        look: the file.
        held: a few different cells of each column that holds anything, by place.
    """

    look: ImportLook
    held: Mapping[int, str]

    @classmethod
    def at(cls, look: ImportLook) -> "Looked":
        """Find out what the columns hold; to be called beside the screen."""
        found: dict[int, dict[str, None]] = {}
        width = len(look.columns)
        for row in look.rows:
            for place, cell in enumerate(row.cells[:width]):
                said = " ".join(cell.split())
                if said and len(found.setdefault(place, {})) < EXAMPLES:
                    found[place].setdefault(said)
        held = {place: " · ".join(found[place]) for place in sorted(found)}
        return cls(look=look, held=held)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportingState:
    """Where an import is.

    Args:
        stage: which step is shown.
        path: of the file; None before one was chosen.
        busy: what is being done; "" for nothing.
        done, total: how far that is; a total of 0 means not known.
        look, held: what is in the file, as in Looked.
        look_choices: how it was read.
        columns, days, day_orders, duplicates, status, takes_names, strangers,
            makes_own: as in PlanChoices
            and ImportLook.
        mappings: columns that were kept for lists with these headings.
        mapping: the name under which the columns that are chosen are kept; "" for none.
        own_fields: the business's own fields.
        plan, changes: what would happen, and how many customers would be added or changed.
        report: what did.
        error: why the file cannot be read; "" when it can.
        errors: what is to be mended, by "columns" or "days_<place>".
        note: what else is to be said; "" for nothing.
    """

    stage: Stage = Stage.CHOOSE
    path: Path | None = None
    busy: str = ""
    done: int = 0
    total: int = 0
    look: ImportLook | None = None
    held: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    look_choices: LookChoices = field(default_factory=LookChoices)
    columns: tuple[Column, ...] = ()
    days: Mapping[int, ColumnDays] = field(default_factory=lambda: MappingProxyType({}))
    day_orders: Mapping[int, DayOrder] = field(default_factory=lambda: MappingProxyType({}))
    duplicates: Duplicates = Duplicates.UPDATE
    status: CustomerStatus = CustomerStatus.CUSTOMER
    takes_names: bool = False
    strangers: Strangers = Strangers.ADD
    makes_own: bool = True
    mappings: tuple[MappingCard, ...] = ()
    mapping: str = ""
    own_fields: tuple[OwnFieldCard, ...] = ()
    plan: ImportPlan | RecordPlan | None = None
    changes: int = 0
    report: ImportReport | None = None
    error: str = ""
    errors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    note: str = ""

    @property
    def holds(self) -> ListKind:
        """What the list holds."""
        return self.look_choices.holds

    @property
    def name(self) -> str:
        """Of the file."""
        return "" if self.path is None else self.path.name

    @property
    def refused(self) -> tuple[Refused, ...]:
        """What is not brought in."""
        if self.report is not None:
            return self.report.refused
        return () if self.plan is None else self.plan.refused

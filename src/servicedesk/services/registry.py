# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every service of an open file in one place, one line for each kind of record."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesk.domain.clock import Clock
from servicedesk.services.charters import Charters
from servicedesk.services.undo import Undo
from servicedesk.services.unit import Units
from servicedesk.store.engine import DeskFile

if TYPE_CHECKING:  # printing is brought in by the first paper, not by the start
    from servicedesk.services.charters_papers import CharterPapers


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What can be done with an open file.

    Args:
        units: changes and reads, for those who want to hear of them.
        undo: takes changes back.
        charters: the charter and its versions.
    """

    units: Units
    undo: Undo
    charters: Charters


def open_services(file: DeskFile, clock: Clock, papers: "Callable[[], CharterPapers]") -> Services:
    """Build the services of a file that is open.

    Args:
        file: stays the caller's to close.
        clock: tells the time.
        papers: makes the papers of charters; called when the first one is needed.
    """
    units = Units(file, clock)
    return Services(units=units, undo=Undo(units), charters=Charters(units, clock, papers))

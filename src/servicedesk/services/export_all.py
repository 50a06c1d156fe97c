# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Everything in one folder, for any other program: lists, visiting cards, letters, files, tables.

The folder shows the file as it was at one moment, and is there as a whole or not at all.
"""

import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from servicedesk.domain.errors import Refusal
from servicedesk.domain.exporting import ExportCounts, OutPlace, folder_name
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.export_parts import (
    Counter,
    Job,
    Steps,
    counted,
    without,
    write_lists,
    write_manifest,
    write_papers,
    write_tables,
)
from servicedesk.services.export_telling import write_index
from servicedesk.services.facts import read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.places import PlaceKind, place_of
from servicedesk.system.folders import new_folder

_PLACES = {
    PlaceKind.LOCAL: OutPlace.HERE,
    PlaceKind.REMOVABLE: OutPlace.REMOVABLE,
    PlaceKind.NETWORK: OutPlace.NETWORK,
    PlaceKind.SYNCED: OutPlace.SYNCED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was taken out.

    Args:
        folder: where it lies.
        files: how many files there are.
        counts: how much is in them.
        with_help: what helps customers, and what to mind, is among it.
        lost: names of letters and files that are left out: they are not what was put in.
    """

    folder: Path
    files: int
    counts: ExportCounts
    with_help: bool = False
    lost: tuple[str, ...] = ()


class ExportAll:
    """Everything in one folder, for any other program.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def counts(self, *, with_help: bool = False) -> ExportCounts:
        """How much would be taken out.

        Args:
            with_help: what helps customers, and what to mind, among it.
        """
        with self._units.read() as reading:
            return counted(reading, with_help=with_help)

    def offered(self, parent: Path) -> Path:
        """The folder that is offered inside one that somebody chose: nothing is there yet."""
        today = self._around.clock.today()
        names = (folder_name(today, number) for number in count(1))
        return next(parent / name for name in names if not os.path.lexists(parent / name))

    def place(self, folder: Path) -> OutPlace:
        """Where a folder that is to be made would lie."""
        return _PLACES[place_of(folder).kind]

    def is_locked_away(self) -> bool:
        """Whether the file has a password, which what is taken out has not."""
        return self._around.key is not None

    def write(self, folder: Path, steps: Steps, *, with_help: bool = False) -> Exported:
        """Write everything into a new folder that only its owner can look into.

        Args:
            folder: is not there yet, or is empty; what is above it is there.
            steps: told how far it is; when it stops the work nothing is left behind.
            with_help: what helps customers, and what to mind, goes out too.

        Raises:
            Refusal: ``export_folder_ours`` or ``export_folder_full``, for the field "folder".
            Trouble: the folder cannot be written, or the file cannot be read.
        """
        whole = self._checked(folder)
        with new_folder(whole, self._around.unfinished) as target, self._units.read() as reading:
            counts = counted(reading, with_help=with_help)
            job = Job(
                reading=reading,
                folder=target,
                counter=Counter(steps, counts.steps),
                around=self._around,
                zone=calendar_in(reading, self._around.resources).days.zone,
                with_help=with_help,
            )
            business = str(read_facts(reading).get("trading_name", ""))
            write_lists(job)
            lost = write_papers(job)
            counts = without(counts, lost)
            write_tables(job)
            write_index(job, counts, business, lost)
            write_manifest(job, business)
            job.counter.tell()
            files = len(target.written)
        return Exported(folder=whole, files=files, counts=counts, with_help=with_help, lost=lost)

    def _checked(self, folder: Path) -> Path:
        whole = Path(os.path.abspath(folder.expanduser()))
        around = self._around
        for own in (around.backups, around.temporary, around.unfinished):  # what lies there may go
            if whole.resolve().is_relative_to(own.resolve()):
                raise Refusal("export_folder_ours", "folder")
        if os.path.lexists(whole) and not (whole.is_dir() and not any(whole.iterdir())):
            raise Refusal("export_folder_full", "folder", name=str(whole))
        return whole

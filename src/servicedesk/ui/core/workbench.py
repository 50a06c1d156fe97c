# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""All that a room works with, handed to it when it is built: one bench for the open file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject

from servicedesk.domain.clock import Clock
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import ChangeSet
from servicedesk.ui.core.bar import Bar
from servicedesk.ui.core.changes import Changes
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.places import Navigator
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.core.theme import Theme

if TYPE_CHECKING:  # storage comes in after the window is painted
    from servicedesk.services.registry import Services

OWNER = "owner"
"""Who does things while nobody has been chosen as serving."""


class Remembers(Protocol):
    """What this machine remembers between starts; never facts of the business."""

    def get(self, key: str) -> object:
        """Return what is remembered, or the default; KeyError for an unknown key."""
        ...

    def set(self, key: str, value: object) -> None:
        """Remember a value.

        Raises:
            Refusal: the value does not fit.
            Trouble: it could not be written; it holds until the program ends.
        """
        ...


class Doors(Protocol):
    """What only the attic can do: everything that closes, opens or starts something."""

    def open_demo(self) -> None:
        """Open the pretend shop in a window of its own."""
        ...

    def put_back(self, backup: Path) -> None:
        """Close the file, put a backup in its place, and open it again.

        Raises:
            Refusal: the backup is not one that may be put back; the file is as it was.
            Trouble: it could not be done; the file is as it was.
        """
        ...

    def lock(self) -> None:
        """Close the file and ask for its password, where it has one; what is typed is kept."""
        ...

    def change_password(self, password: str | None) -> None:
        """Give the file another password; it is closed meanwhile, and opened again.

        Args:
            password: as ``services.password.new`` gives it; None for none any more.
        """
        ...

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's own file window."""
        ...

    def open_file(self, path: Path) -> None:
        """Show a file in whatever program the system opens it with."""
        ...


class Step(Protocol):
    """What a service returns from a step: ``Done``, or anything with its changes."""

    @property
    def changes(self) -> ChangeSet:
        """The records that the step touched."""
        ...


Done = TypeVar("Done", bound=Step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbench:
    """What every room is given.

    Args:
        services: all use cases of the open file.
        labels: words for what is named by a code.
        tasks: work beside the screen.
        changes: tells what changed.
        navigator: goes to places.
        theme: colours and type, alive.
        bar: says things at large.
        memory: preferences of this machine.
        doors: what only the attic can do.
        clock: tells the day.
    """

    services: "Services"
    labels: Labels
    tasks: Tasks
    changes: Changes
    navigator: Navigator
    theme: Theme
    bar: Bar
    memory: Remembers
    doors: Doors
    clock: Clock

    @property
    def who(self) -> str:
        """Who does what is done now: the person who serves, or the owner."""
        return str(self.memory.get("serving")) or OWNER

    @property
    def today(self) -> date:
        """The day it is."""
        return self.clock.today()

    def do(
        self,
        step: Callable[[], Done],
        *,
        said: str = "",
        can_undo: bool = True,
        initiator: QObject | None = None,
    ) -> Done | None:
        """Take a step: run it, tell what changed, and say so.

        Args:
            step: calls one method of a service.
            said: shown when it is done; "" for a step that speaks for itself.
            can_undo: whether Undo is offered beside ``said``.
            initiator: the presenter that asked, which may already show the outcome.

        Returns:
            What the step returned, or None after a trouble, which has then been told.

        Raises:
            Refusal: for the caller to show beside the field it speaks of.
        """
        try:
            done = step()
        except Trouble as trouble:
            self.bar.trouble(self.labels.trouble(trouble))
            return None
        self.changes.announce(done.changes, initiator)
        if said and done.changes:
            self.bar.say(said, can_undo=can_undo)
        return done

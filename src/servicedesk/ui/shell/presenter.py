# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the rail says besides its rooms: whose shop it is, who serves, how the backup stands."""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.workbench import Workbench

if TYPE_CHECKING:
    from servicedesk.domain.backups import BackupStatus
    from servicedesk.domain.today import TodayCards

_COUNTED = frozenset(Kind) - {Kind.JOURNAL, Kind.ATTACHMENT}
_COUNT_AFTER_MS = 700
"""So long after a change that a person who goes on typing is not read for with every pause."""

_ENOUGH_AFTER_MS = 400
"""So long after the start that the first page is there and can be used."""

_LOOKS_EVERY_MS = 60_000
"""How the backup stands changes with every record that is kept, and by the minutes that pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellState:
    """What the shell shows.

    Args:
        business: its name; "" while nobody has said.
        people: names of those who can serve, when there are two or more; else none.
        serving: who does; "" for nobody in particular.
        backup: how the backup stands; None before anybody has looked.
        needed: how many things on Today need somebody now.
        has_enough: the file holds enough for figures, so that their room is on the rail.
    """

    business: str = ""
    people: tuple[str, ...] = ()
    serving: str = ""
    backup: "BackupStatus | None" = None
    needed: int = 0
    has_enough: bool = False


class ShellPresenter(QObject):
    """Feeds the rail.

    Signals:
        state_changed: ``state`` is another one.

    Attributes:
        looks: every minute, whether a backup still holds all, and what has become late or, at
            midnight, due; stopped with the file.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = ShellState()
        self._bench = bench
        bench.changes.follow(frozenset({Kind.BUSINESS}), self.reload_heading)
        bench.changes.follow(frozenset({Kind.PERSON}), self.reload_people)
        bench.changes.follow(_COUNTED, self.count_soon)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_COUNT_AFTER_MS)
        self._later.timeout.connect(self.count)
        bench.services.home.follow(self._show_needed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_ENOUGH_AFTER_MS)
        self._soon.timeout.connect(self.look_for_enough)
        self.looks = QTimer(self)
        self.looks.setInterval(_LOOKS_EVERY_MS)
        self.looks.timeout.connect(self.reload_heading)
        self.looks.timeout.connect(self.count)
        self.looks.start()

    def end(self) -> None:
        """Look no more, because the file is about to be closed."""
        self.looks.stop()
        self._later.stop()
        self._soon.stop()
        self._bench.services.home.unfollow(self._show_needed)

    def reload(self) -> None:
        """Read everything anew."""
        self.reload_heading()
        self.reload_people()
        self._soon.start()

    def reload_heading(self) -> None:
        """Read whose window it is and how the backup stands; what cannot be read is not said."""
        try:
            heading = self._bench.services.home.heading()
        except Trouble:
            self._show(replace(self.state, backup=None))
        else:
            self._show(replace(self.state, business=heading.business, backup=heading.backup))

    def reload_people(self) -> None:
        """Read who works here."""
        people = tuple(card.name for card in self._bench.services.people.all())
        serving = str(self._bench.memory.get("serving"))
        if serving and serving not in people:  # who has left does nothing any more
            self.serve("")
            serving = ""
        self._show(
            replace(
                self.state,
                people=people if len(people) > 1 else (),
                serving=serving,
            )
        )

    def count_soon(self) -> None:
        """Something is different: count what Today says, unless its page reads it by itself."""
        self._later.start()

    def count(self) -> None:
        """Read Today for its number; what cannot be read keeps the number that there was."""
        with suppress(Trouble):
            self._bench.services.home.today()
        self.look_for_enough()

    def look_for_enough(self) -> None:
        """See whether figures have something to say by now; once they have, nobody asks again."""
        if self.state.has_enough:
            return
        with suppress(Trouble):
            enough = self._bench.services.figures_enough.is_reached()
            self._show(replace(self.state, has_enough=enough))

    def _show_needed(self, today: "TodayCards") -> None:
        """Today was read, by its page or for the count: no need to read it once more."""
        self._later.stop()
        self._show(replace(self.state, needed=today.needed))

    def serve(self, name: str) -> None:
        """Have somebody serve from now on, until another is chosen.

        Args:
            name: of a person, or "" for nobody in particular.
        """
        self._bench.memory.set("serving", name)
        self._show(replace(self.state, serving=name))

    def _show(self, state: ShellState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()

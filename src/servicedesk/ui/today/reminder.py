# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A reminder beside the clock of the computer, for those who asked for it in the settings.

It says once a day how things stand, and again when more has become late. Where the computer
shows no such signs, and while nobody asked for it, there is nothing.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from servicedesk.ui.core.workbench import Workbench

if TYPE_CHECKING:
    from servicedesk.domain.today import TodayCards

PREFERENCE = "reminders"


class Sign(Protocol):
    """What stands beside the clock."""

    def show(self) -> None:
        """Be seen."""
        ...

    def hide(self) -> None:
        """Be seen no more."""
        ...

    def setToolTip(self, tip: str) -> None:
        """Say something to whoever points at it."""
        ...

    def showMessage(self, title: str, message: str) -> None:
        """Say something now."""
        ...


class Reminder(QObject):
    """Says what is late.

    Signals:
        chosen: somebody clicked it.

    Args:
        bench: of the open file.
        say: makes the sentence of what was read.
        parent: the page that the sign belongs to.
        make: makes the sign; None for the one of the system, where it shows any.
    """

    chosen = Signal()

    def __init__(
        self,
        bench: Workbench,
        say: "Callable[[TodayCards], str]",
        parent: QWidget,
        make: Callable[[], Sign] | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._say = say
        self._make = make or self._system_sign
        self._can = make is not None or QSystemTrayIcon.isSystemTrayAvailable()
        self._sign: Sign | None = None
        self._said_on: date | None = None
        self._late = 0
        bench.services.home.follow(self.told)

    def told(self, today: "TodayCards") -> None:
        """Today was read: say what is new of it."""
        if not (self._can and self._bench.memory.get(PREFERENCE) is True):
            self._take_away()
            return
        sentence = self._say(today)
        if self._sign is None:
            self._sign = self._make()
            self._sign.show()
        self._sign.setToolTip(sentence)
        is_new_day = self._said_on != self._bench.today
        counts = today.counts
        if (is_new_day and (counts.late or counts.today)) or counts.late > self._late:
            self._sign.showMessage(self.tr("Today"), sentence)
            self._said_on = self._bench.today
        self._late = counts.late

    def _take_away(self) -> None:
        if self._sign is not None:
            self._sign.hide()
            self._sign = None

    def _system_sign(self) -> Sign:
        made = QSystemTrayIcon(self._bench.theme.icon("sun", "brand"), self)
        made.activated.connect(lambda _reason: self.chosen.emit())
        return made

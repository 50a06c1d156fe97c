# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of extra help."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from servicedesk.domain.errors import Trouble
from servicedesk.domain.extra_help import SOON, Helped, Theme, themes
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.asked import asked

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpedLine:
    """A customer who told us what helps, in words.

    Args:
        customer_id: whose.
        name: as shown.
        helps: what helps, on one line.
        ask_on: the day to ask again; "" for none.
        is_due: that day has come, or comes within two weeks.
    """

    customer_id: int
    name: str
    helps: str
    ask_on: str
    is_due: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraHelpState:
    """The page as it stands.

    Args:
        lines: customers who told us, those to be asked again first come first.
        said: how many there are; "" for none.
        more: how many there are beyond those shown.
        due: what is to be asked again, in words; "" for nothing.
    """

    lines: tuple[HelpedLine, ...] = ()
    said: str = ""
    more: int = 0
    due: str = ""


class ExtraHelpPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = ExtraHelpState()
        self._bench = bench
        self._is_shown = False
        bench.changes.follow(frozenset({Kind.CUSTOMER}), self._follow)

    def open(self) -> None:
        """Read what there is, and follow it from now on."""
        self._is_shown = True
        self._load()

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._is_shown = False

    def themes(self) -> tuple[Theme, ...]:
        """How to offer extra help, as the sheet for helpers says it."""
        return themes(self._bench.labels)

    def lead(self) -> str:
        """What extra help is, in a few sentences."""
        return self._bench.labels.say("extra_help.lead")

    def sheet(self) -> "PrintJob | None":
        """The sheet for helpers; no customer is on it."""
        return asked(self._bench, self._bench.services.extra_help.sheet)

    def _follow(self) -> None:
        if self._is_shown:
            self._load()

    def _load(self) -> None:
        labels = self._bench.labels
        try:
            now = self._bench.services.extra_help.now()
        except Trouble as trouble:
            self._bench.bar.trouble(labels.trouble(trouble))
            return
        self.state = ExtraHelpState(
            lines=tuple(map(self._line, now.helped)),
            said=labels.count("extra_help.helped", Decimal(now.total)) if now.total else "",
            more=now.total - len(now.helped),
            due=labels.count("extra_help.due", Decimal(now.due)) if now.due else "",
        )
        self.state_changed.emit()

    def _line(self, one: Helped) -> HelpedLine:
        day, said = one.review_on, ""
        if day is not None:
            said = QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
        return HelpedLine(
            customer_id=one.customer_id,
            name=one.customer_name,
            helps=" · ".join(one.helps),
            ask_on=said,
            is_due=day is not None and day <= self._bench.today + SOON,
        )

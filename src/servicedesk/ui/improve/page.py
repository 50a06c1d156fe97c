# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of getting better: an overview, and a page for each thing under it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.home import ImproveHome

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

HOME = ""


class ImprovePage(Page):
    """All places of the room, one at a time, each built when somebody first goes there.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._part = HOME
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._pages: dict[str, Page] = {}

    @property
    def shown(self) -> Page:
        """The page that is shown, or will be when somebody comes."""
        if self._part not in self._pages:
            page = self._pages[self._part] = _PARTS[self._part](self._bench)
            self._stack.addWidget(page)
        return self._pages[self._part]

    def arrive(self, place: "Place") -> None:
        """Show a place of the room; one that is not there shows the overview."""
        self.leave()
        self._part = place.part if place.part in _PARTS else HOME
        self.shown.arrive(place)
        self._stack.setCurrentWidget(self.shown)

    def leave(self) -> None:
        """Keep what was typed; read no more until somebody looks."""
        if self._part in self._pages:
            self.shown.leave()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard on arrival."""
        return self.shown.first_focus()

    def print_job(self) -> "PrintJob | None":
        """What is shown."""
        return self.shown.print_job()


def _check(bench: Workbench) -> Page:
    from servicedesk.ui.selfcheck.page import SelfCheckPage

    return SelfCheckPage(bench)


def _actions(bench: Workbench) -> Page:
    from servicedesk.ui.improve.actions_page import ActionsPage

    return ActionsPage(bench)


def _ideas(bench: Workbench) -> Page:
    from servicedesk.ui.improve.ideas_page import IdeasPage

    return IdeasPage(bench)


def _plan(bench: Workbench) -> Page:
    from servicedesk.ui.improve.plan_page import PlanPage

    return PlanPage(bench)


def _busy(bench: Workbench) -> Page:
    from servicedesk.ui.improve.busy_page import BusyPage

    return BusyPage(bench)


def _staff(bench: Workbench) -> Page:
    from servicedesk.ui.staff.page import StaffPage

    return StaffPage(bench)


def _papers(bench: Workbench) -> Page:
    from servicedesk.ui.written.page import WrittenPage

    return WrittenPage(bench)


def _reviews(bench: Workbench) -> Page:
    from servicedesk.ui.yearly.reviews_page import ReviewsPage

    return ReviewsPage(bench)


def _fairness(bench: Workbench) -> Page:
    from servicedesk.ui.yearly.fairness_page import FairnessPage

    return FairnessPage(bench)


def _extra_help(bench: Workbench) -> Page:
    from servicedesk.ui.yearly.extra_help_page import ExtraHelpPage

    return ExtraHelpPage(bench)


_PARTS: dict[str, Callable[[Workbench], Page]] = {
    HOME: ImproveHome,
    "check": _check,
    "actions": _actions,
    "ideas": _ideas,
    "plan": _plan,
    "busy": _busy,
    "staff": _staff,
    "papers": _papers,
    "reviews": _reviews,
    "fairness": _fairness,
    "extra_help": _extra_help,
}

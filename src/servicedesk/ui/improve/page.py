# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of getting better: an overview, and a page for each thing under it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.home import ImproveHome
from servicedesk.ui.widgets.parts_page import HOME, Parts, PartsPage


class ImprovePage(PartsPage):
    """All places of the room, one at a time, each built when somebody first goes there.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, _PARTS, parent)


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
    from servicedesk.ui.people.pin import PinnedPage
    from servicedesk.ui.staff.page import StaffPage

    why = QCoreApplication.translate("ImprovePage", "What is kept about the people who work here.")
    return PinnedPage(bench, StaffPage, why)


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


_PARTS: Parts = {
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

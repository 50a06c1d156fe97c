# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of the privacy desk: an overview, and a page for each thing under it."""

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.home import PrivacyHome
from servicedesk.ui.widgets.parts_page import HOME, Parts, PartsPage


class PrivacyPage(PartsPage):
    """All places of the room, one at a time, each built when somebody first goes there.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, _PARTS, parent)


def _requests(bench: Workbench) -> Page:
    from servicedesk.ui.privacy.requests_page import RequestsPage

    return RequestsPage(bench)


def _breaches(bench: Workbench) -> Page:
    from servicedesk.ui.privacy.breaches_page import BreachesPage

    return BreachesPage(bench)


def _clearing(bench: Workbench) -> Page:
    from servicedesk.ui.privacy.clearing_page import ClearingPage

    return ClearingPage(bench)


def _holds(bench: Workbench) -> Page:
    from servicedesk.ui.privacy.holds_page import HoldsPage

    return HoldsPage(bench)


def _marketing(bench: Workbench) -> Page:
    from servicedesk.ui.privacy.marketing_page import MarketingPage

    return MarketingPage(bench)


def _erased(bench: Workbench) -> Page:
    from servicedesk.ui.privacy.erased_page import ErasedPage

    return ErasedPage(bench)


_PARTS: Parts = {
    HOME: PrivacyHome,
    "requests": _requests,
    "breaches": _breaches,
    "clearing": _clearing,
    "holds": _holds,
    "marketing": _marketing,
    "erased": _erased,
}

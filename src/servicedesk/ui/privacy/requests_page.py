# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Requests about somebody’s information."""

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.sub_page import SubPage


class RequestsPage(SubPage):
    """The page.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench, "", "", back="", room="privacy")

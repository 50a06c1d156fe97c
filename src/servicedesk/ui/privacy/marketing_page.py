# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who may be written to about offers."""

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.sub_page import SubPage


class MarketingPage(SubPage):
    """The page.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench, "", "", back="", room="privacy")

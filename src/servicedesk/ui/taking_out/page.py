# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that writes everything into a folder."""

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench


class TakingOutPage(Page):
    """The page.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench

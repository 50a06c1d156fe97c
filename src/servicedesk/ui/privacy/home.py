# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The overview of the privacy desk: what is waiting, and a card for each thing."""

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench


class PrivacyHome(Page):
    """The overview.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench

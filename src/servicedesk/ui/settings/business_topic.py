# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of the business itself: name and trade, letterhead, place, logo."""

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.facts_topic import FactsTopic
from servicedesk.ui.settings.logo_box import LogoBox


class BusinessTopic(FactsTopic):
    """All that stands at the head of papers.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench, ("name", "letterhead", "place"))
        self.logo_box = LogoBox(self.presenter)
        self.body.insertWidget(1, self.logo_box)

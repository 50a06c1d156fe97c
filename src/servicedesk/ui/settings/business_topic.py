# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of the business itself: name and trade, letterhead, place, logo."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.counted_topic import CountedTopic
from servicedesk.ui.settings.logo_box import LogoBox


class BusinessTopic(CountedTopic):
    """All that stands at the head of papers.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench, ("name", "letterhead", "place"))
        self.logo_box = LogoBox(self.presenter)
        self.body.insertWidget(1, self.logo_box)

    def arrive(self, item: str = "") -> None:
        """Read afresh, and go to the question that is meant."""
        super().arrive(item)
        self.logo_box.show_logo()
        self._chain()

    def _chain(self) -> None:
        """Let Tab go through the logo between the name and the letterhead."""
        name, letterhead, place = self.pages
        stops = name.stops()[-1:]
        stops += [self.logo_box.choose_button, self.logo_box.remove_button]
        stops += [*letterhead.stops(), *place.stops()]
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of opening hours, which go on paper as they are said to customers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.counted_topic import CountedTopic
from servicedesk.ui.widgets.buttons import side_button

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob


class HoursTopic(CountedTopic):
    """When the business is open.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench, ("hours",))
        self.print_button = side_button(self.tr("Print the hours"))
        self.print_button.clicked.connect(self._print)
        last = self.body.count() - 1
        self.body.insertWidget(last, self.print_button, 0, Qt.AlignmentFlag.AlignLeft)

    def print_job(self) -> "PrintJob | None":
        """The hours of a week; None until they are known."""
        self.leave()
        week = self._bench.services.calendars.hours()
        if week is None:
            return None
        return self._bench.services.lists.hours(self.tr("Opening hours"), week)

    def _print(self) -> None:
        job = self.print_job()
        if job is None:
            self._bench.bar.say(self.tr("There is nothing to print on this page."))
            return
        from servicedesk.ui.printing.preview import show_print

        show_print(job, self._bench, self)

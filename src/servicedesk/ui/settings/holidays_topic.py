# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of bank holidays: the list, and a button where the program knows more."""

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.holidays_presenter import HolidaysPresenter
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.widgets.buttons import side_button


class HolidaysTopic(RecordsTopic):
    """Bank holidays.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        presenter = HolidaysPresenter(bench)
        super().__init__(bench, presenter)
        self._holidays = presenter
        self.refill_button = side_button(self.tr("Bring the list up to date"))
        self.refill_button.clicked.connect(presenter.refill)
        self.buttons.addWidget(self.refill_button)
        presenter.state_changed.connect(self._show_refill)
        self._show_refill()

    def arrive(self, item: str = "") -> None:
        """Read afresh."""
        super().arrive(item)
        self._show_refill()

    def _show_refill(self) -> None:
        self.refill_button.setVisible(self._holidays.can_refill)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of the bin: bring back by one key, empty what is old."""

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.bin_presenter import BinPresenter
from servicedesk.ui.settings.records_presenter import RecordLine
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.tab_order import order_tabs


class BinTopic(RecordsTopic):
    """The bin. Enter brings back what is pointed at.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bin = BinPresenter(bench)
        super().__init__(bench, self._bin)

    def _build(self) -> None:
        super()._build()
        self.add_button.hide()
        self.remove_button.setText(self.tr("Bring back"))
        self.empty_button = side_button(self.tr("Remove for good what is old"))
        self.buttons.addWidget(self.empty_button)
        order_tabs([self.remove_button, self.print_button, self.empty_button, self.list])

    def _wire(self) -> None:
        super()._wire()
        self.empty_button.clicked.connect(self._bin.empty)

    def first_focus(self) -> QWidget | None:
        """The list; nothing while there is nothing in it."""
        return self.list if self.presenter.state.lines else None

    def _open(self, line: RecordLine) -> None:
        self._bin.remove(line.id)
        self._bin.load()

    def _show_buttons(self, line: RecordLine | None) -> None:
        super()._show_buttons(line)
        self.example_button.hide()
        self.empty_button.setVisible(self._bin.has_old)

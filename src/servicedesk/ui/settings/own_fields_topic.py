# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of the business's own fields: the list, retiring, and the order."""

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.own_fields_presenter import OwnFieldsPresenter
from servicedesk.ui.settings.records_presenter import RecordLine
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.tab_order import order_tabs


class OwnFieldsTopic(RecordsTopic):
    """Own fields; those that are retired stay in the list, so that they can be asked again.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        self._fields = OwnFieldsPresenter(bench)
        super().__init__(bench, self._fields)

    def _build(self) -> None:
        super()._build()
        self.up_button = side_button(self.tr("Ask earlier"))
        self.down_button = side_button(self.tr("Ask later"))
        for button in (self.up_button, self.down_button):
            self.buttons.addWidget(button)
        order_tabs([*self._all_buttons(), self.list])

    def _all_buttons(self) -> list[QWidget]:
        items = (self.buttons.itemAt(at) for at in range(self.buttons.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if widget is not None]

    def _wire(self) -> None:
        super()._wire()
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))

    def _move(self, step: int) -> None:
        line = self.list.current
        if line is not None:
            self._fields.move(line.id, step)

    def _show_buttons(self, line: RecordLine | None) -> None:
        super()._show_buttons(line)
        is_retired = line is not None and self._fields.is_retired(line.id)
        self.remove_button.setText(self.tr("Ask again") if is_retired else self.tr("Retire"))
        has_several = len(self._fields.state.lines) > 1
        for button in (self.up_button, self.down_button):
            button.setVisible(has_several)
            button.setEnabled(line is not None and not is_retired)

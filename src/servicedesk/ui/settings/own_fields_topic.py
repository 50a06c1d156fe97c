# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of the business's own fields: the list, retiring, and the order."""

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.own_fields_presenter import OwnFieldsPresenter
from servicedesk.ui.settings.records_presenter import RecordLine
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.widgets.buttons import side_button


class OwnFieldsTopic(RecordsTopic):
    """Own fields; those that are retired stay in the list, so that they can be asked again.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        self._fields = OwnFieldsPresenter(bench)
        self.up_button = side_button("")
        self.down_button = side_button("")
        super().__init__(bench, self._fields)

    def _build(self) -> None:
        super()._build()
        self.up_button.setText(self.tr("Ask earlier"))
        self.down_button.setText(self.tr("Ask later"))
        self.buttons.addWidget(self.up_button)
        self.buttons.addWidget(self.down_button)

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

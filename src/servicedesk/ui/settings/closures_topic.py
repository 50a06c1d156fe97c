# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of closures: the list, and what is promised in the days of the chosen one."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.calendars_shifting import TouchedPromise
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.closures_presenter import ClosuresPresenter
from servicedesk.ui.settings.records_presenter import RecordLine
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_MOST = 8
"""Promises that are named; the others are counted."""


class ClosuresTopic(RecordsTopic):
    """Closures, with the promises that are due in them.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        self._closures = ClosuresPresenter(bench)
        self._shown: tuple[TouchedPromise, ...] | None = None
        super().__init__(bench, self._closures)

    def _build(self) -> None:
        super()._build()
        self.touched_card = Card()
        self._touched_head = label("", "section")
        self.touched_card.body.addWidget(self._touched_head)
        self.touched_card.body.addWidget(
            label(self.tr("They stay due then. Tell these customers before you close."), "quiet")
        )
        self._touched = QVBoxLayout()
        self._touched.setSpacing(2)
        self.touched_card.body.addLayout(self._touched)
        self._more = label("", "quiet")
        self.touched_card.body.addWidget(self._more)
        self.write_button = side_button(self.tr("Write to them"))
        self.touched_card.body.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.insertWidget(self.body.count() - 1, self.touched_card)

    def _wire(self) -> None:
        super()._wire()
        self.write_button.clicked.connect(self._write)

    def _show_buttons(self, line: RecordLine | None) -> None:
        super()._show_buttons(line)
        found = () if line is None else self._closures.touched.get(line.id, ())
        self.touched_card.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        count = self._bench.labels.count("calendar.shift.touches", Decimal(len(found)))
        self._touched_head.setText(count)
        while (item := self._touched.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        stops: list[QWidget] = [self.list]
        for promise in found[:_MOST]:
            words = self._closures.touched_line(promise)
            link = link_button(words.replace("&", "&&"))
            link.setAccessibleName(words)
            link.clicked.connect(partial(self._closures.open_promise, promise.id))
            self._touched.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            stops.append(link)
        order_tabs([*stops, self.write_button])
        left = len(found) - _MOST
        self._more.setText(self.tr("and {n} more").format(n=left))
        self._more.setVisible(left > 0)

    def _write(self) -> None:
        line = self.list.current
        if isinstance(line, RecordLine):
            self._closures.write_to_them(line.id)

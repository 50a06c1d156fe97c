# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The very records behind a figure: Enter opens one, Esc goes back to the figure."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.records_presenter import RecordsPresenter, ShownRecord
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_MARGIN = 24
_GAP = 12


class RecordsPage(QWidget):
    """A list of records of any kind.

    Args:
        bench: of the open file.
        title_of: the figure that leads to the item of a place, in words; "" for none known.

    Attributes:
        presenter: reads them.
        list: the records.
    """

    def __init__(
        self, bench: Workbench, title_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = RecordsPresenter(bench, title_of, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        whole.setSpacing(_GAP)
        self.back_button = link_button(self.tr("Back to the figures"))
        line = FlowLayout()
        line.addWidget(self.back_button)
        whole.addLayout(line)
        self._title = label("", "title")
        whole.addWidget(self._title)
        self._said = label("", "quiet")
        whole.addWidget(self._said)
        columns = (
            Column(title=self.tr("Day"), value=lambda one: one.day, sort=_day, width=10),
            Column(title=self.tr("Who"), value=lambda one: one.who, width=14),
            Column(title=self.tr("What"), value=lambda one: one.what),
        )
        self.model = RowModel(columns, (), _sentence, key=lambda one: one.key)
        self.list = RecordList(self._bench.theme, self.model, self.tr("Records of this figure"))
        self.list.names_somebody = True
        whole.addWidget(self.list, 1)
        foot = FlowLayout()
        whole.addLayout(foot)
        self.more_button = side_button(self.tr("Show more"))
        self.hint = label(self.tr("Enter opens, Esc goes back to the figure."), "small")
        foot.addWidget(self.more_button)
        whole.addWidget(self.hint)
        self._rest = QWidget()
        whole.addWidget(self._rest, 0)

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.back_button.clicked.connect(self._bench.navigator.back)
        self.more_button.clicked.connect(self.presenter.more)
        self.list.opened.connect(self._open)

    def open(self, item: str) -> None:
        """Show the records that the item of a place names."""
        self.presenter.show(item)

    def first_focus(self) -> QWidget | None:
        """The list; the way back where there is nothing in it."""
        return self.list if self.presenter.state.lines else self.back_button

    def print_job(self) -> "PrintJob | None":
        """The list as far as it is shown."""
        return self.presenter.list_job(tuple(column.title for column in self.model.columns))

    def _open(self, record: ShownRecord) -> None:
        place = record.place
        self._bench.navigator.open(place.room, place.part, place.item)

    def _show_state(self) -> None:
        state = self.presenter.state
        self._title.setText(state.title)
        self._said.setText(state.said)
        self.model.set_rows(state.lines)
        has_lines = bool(state.lines)
        for part in (self.list, self.hint):
            part.setVisible(has_lines)
        self._rest.setVisible(not has_lines)
        self.more_button.setVisible(state.has_more)


def _day(record: ShownRecord) -> object:
    return record.on


def _sentence(record: ShownRecord) -> str:
    return ", ".join(part for part in (record.what, record.who, record.day) if part)

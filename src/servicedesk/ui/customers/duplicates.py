# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of customers who may be in the file twice: merged by one key, or said to be two."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.ui.core.theme_sheet import ROW
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.duplicates_presenter import DuplicatesPresenter, PairLine
from servicedesk.ui.customers.merge import MergeDialog, show_merge
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_FEWEST, _MOST = 3, 12
"""Lines that the list has room for before it scrolls by itself."""

_WHY = 2
"""The column of the reason."""

_ROOMY = 44
"""Text heights of the page from which on there is room for it."""


class DuplicatesTopic(QWidget):
    """Pairs of customers. Enter merges the one that is pointed at.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = DuplicatesPresenter(bench, self)
        self.dialog: MergeDialog | None = None
        self._build()
        self._wire()
        self._show_state()

    def _build(self) -> None:
        page = ScrollPage(widest=0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        page.body.addWidget(label(self.tr("Possible duplicates"), "title"))
        intro = self.tr(
            "Customers who may be in your file twice. Merge them, or say that they are two: "
            "then they are not shown here again."
        )
        page.body.addWidget(label(intro, "quiet"))
        self._empty = label("")
        page.body.addWidget(self._empty)
        self.merge_button = main_button(self.tr("Merge these two"))
        self.apart_button = side_button(self.tr("They are two customers"))
        buttons = FlowLayout()
        page.body.addLayout(buttons)
        for button in (self.merge_button, self.apart_button):
            buttons.addWidget(button)
        self._model = RowModel(
            (
                Column(title=self.tr("Customer"), value=lambda line: str(line.one)),
                Column(title=self.tr("May be the same"), value=lambda line: str(line.other)),
                Column(title=self.tr("Why"), value=lambda line: str(line.why), width=16),
            ),
            sentence=self.presenter.sentence,
        )
        self.list = RecordList(self._bench.theme, self._model, self.tr("Possible duplicates, list"))
        self.list.names_somebody = True
        page.body.addWidget(self.list)
        self._remember = MarkedLabel("", "due", "chip_due")
        self._remember.setWordWrap(True)
        page.body.addWidget(self._remember)
        page.body.addStretch(1)

    def _wire(self) -> None:
        self.merge_button.clicked.connect(self._merge)
        self.apart_button.clicked.connect(self._keep_apart)
        self.list.opened.connect(self._merge)
        self.list.chosen.connect(self._show_remember)
        self.presenter.state_changed.connect(self._show_state)
        self._bench.theme.changed.connect(self._measure)

    def arrive(self, item: str = "") -> None:
        """Compare them all afresh."""
        del item
        self.presenter.look(True)

    def leave(self) -> None:
        """Nobody looks any more."""
        self.presenter.look(False)

    def first_focus(self) -> QWidget | None:
        """The list; nothing while there is nothing in it."""
        return self.list if self.presenter.state.lines else None

    def print_job(self) -> "PrintJob | None":
        """The pairs, as they stand."""
        return self.presenter.list_job()

    def _show_state(self) -> None:
        lines = self.presenter.state.lines
        self._model.set_rows(lines)
        if lines and self.list.current is None:
            self.list.choose(lines[0].id)
        self._empty.setVisible(not lines)
        self._empty.setText(
            self.tr("Nobody seems to be in your file twice.")
            if self.presenter.state.is_known
            else self.tr("Comparing your customers with one another…")
        )
        for part in (self.list, self.merge_button, self.apart_button):
            part.setVisible(bool(lines))
        self._show_remember()
        self._measure()

    def _show_remember(self) -> None:
        line = self.list.current
        said = line.remember if isinstance(line, PairLine) else ()
        self._remember.setText("\n".join(said))
        self._remember.setVisible(bool(said))

    def _measure(self) -> None:
        lines = min(max(len(self.presenter.state.lines), _FEWEST), _MOST) + 1.6
        self.list.setFixedHeight(self._bench.theme.em(lines * ROW))
        self._share_room()

    def _share_room(self) -> None:
        """Leave the reason to the sentence of the row where there is room for the names alone."""
        self.list.setColumnHidden(_WHY, self.width() < self._bench.theme.em(_ROOMY))

    def _merge(self, *_line: object) -> None:
        line = self.list.current
        if not isinstance(line, PairLine):
            return
        try:
            self.dialog = show_merge(self._bench, self, line.ids)
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))
            self.presenter.load()
            return
        self.dialog.finished.connect(self._closed)

    def _closed(self) -> None:
        self.dialog = None
        self.presenter.load()
        if self.presenter.state.lines:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_apart(self) -> None:
        line = self.list.current
        if isinstance(line, PairLine):
            self.presenter.keep_apart(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room of the list anew."""
        super().resizeEvent(event)
        self._share_room()

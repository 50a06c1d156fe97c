# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What to ask again: needs and safety notes whose day has come, kept on or taken away by key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.reviews_presenter import ReviewLine, ReviewsPresenter
from servicedesk.ui.people.support_sheet import SupportSheetDialog, open_support
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_MARGIN = 24
_GAP = 12


class ReviewsPage(Page):
    """The list of what to ask customers again.

    Args:
        bench: of the open file.

    Attributes:
        presenter: reads it and keeps it.
        list: what is to be asked.
        sheet: the customer's sheet that was opened last, or None.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = ReviewsPresenter(bench, self)
        self.sheet: SupportSheetDialog | None = None
        self._build()
        self._wire()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        whole.setSpacing(_GAP)
        whole.addWidget(label(self.tr("To ask again"), "title"))
        intro = self.tr(
            "What helps somebody changes. Ask them whether it still does; what no longer helps is "
            "not kept."
        )
        whole.addWidget(label(intro, "quiet"))
        self.keep_button = side_button(self.tr("Still helps"))
        self.remove_button = side_button(self.tr("Remove"))
        self.open_button = side_button(self.tr("Open"))
        self._buttons = QWidget()
        buttons = FlowLayout(self._buttons)
        for button in (self.keep_button, self.remove_button, self.open_button):
            buttons.addWidget(button)
        whole.addWidget(self._buttons)
        self._empty = label(self.tr("Nothing is to be asked again in the next two weeks."))
        whole.addWidget(self._empty)
        self.model = RowModel(self._columns(), (), self.presenter.sentence)
        self.list = RecordList(self._bench.theme, self.model, self.tr("To ask again, list"))
        self.list.names_somebody = True
        whole.addWidget(self.list, 1)
        self._remember = MarkedLabel("", "due", "chip_due")
        self._remember.setWordWrap(True)
        whole.addWidget(self._remember)
        self._foot = label(
            self.tr("Enter opens, S says that it still helps, Delete removes it."), "small"
        )
        whole.addWidget(self._foot)
        self._rest = QWidget()
        whole.addWidget(self._rest, 1)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                title=self.tr("Ask on"),
                value=lambda line: line.stands,
                sort=lambda line: line.review.day,
                width=12,
            ),
            Column(title=self.tr("Who"), value=lambda line: line.who, width=11),
            Column(title=self.tr("What"), value=lambda line: line.what),
        )

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.keep_button.clicked.connect(self.keep)
        self.remove_button.clicked.connect(self.remove)
        self.open_button.clicked.connect(self._open)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._show_buttons)
        keep = QShortcut(QKeySequence("S"), self.list)
        keep.activated.connect(self.keep)
        remove = QShortcut(QKeySequence("Delete"), self.list)
        remove.activated.connect(self.remove)
        for shortcut in (keep, remove):
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def arrive(self, place: Place) -> None:
        """Read the list."""
        del place
        self.presenter.load()

    def first_focus(self) -> QWidget | None:
        """The list, while there is anything in it."""
        return self.list if self.presenter.lines else None

    def print_job(self) -> "PrintJob | None":
        """The list."""
        return self.presenter.list_job(tuple(column.title for column in self.model.columns))

    def customer_id(self) -> int | None:
        """Whom the line that is pointed at is about."""
        line = self._line
        return None if line is None else line.review.customer_id

    def keep(self) -> None:
        """Say that what is pointed at still helps."""
        line = self._line
        if line is not None:
            self.presenter.still_helps(line)

    def remove(self) -> None:
        """Keep what is pointed at no longer."""
        line = self._line
        if line is not None:
            self.presenter.remove(line)

    @property
    def _line(self) -> ReviewLine | None:
        line = self.list.current
        return line if isinstance(line, ReviewLine) else None

    def _open(self) -> None:
        line = self._line
        if line is None:
            return
        try:
            self.sheet = open_support(self._bench, self, line.review.customer_id)
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))
            self.presenter.load()

    def _show_state(self) -> None:
        lines = self.presenter.lines
        self.model.set_rows(lines)
        has_lines = bool(lines)
        self.list.setVisible(has_lines)
        self._foot.setVisible(has_lines)
        self._empty.setVisible(not has_lines)
        self._rest.setVisible(not has_lines)
        self._show_buttons()

    def _show_buttons(self) -> None:
        line = self._line
        self._buttons.setVisible(line is not None)
        self.keep_button.setVisible(line is not None and line.can_keep)
        said = "" if line is None else line.remember
        self._remember.setText(said)
        self._remember.setVisible(bool(said))

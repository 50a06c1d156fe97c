# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The papers that are written for the owner: printed or not, and in whose words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.written import JOB_SHEETS, WrittenCard, WrittenPaper
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label, single_line
from servicedesk.ui.written.presenter import WrittenPresenter

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob

_CUSTOMERS = (
    WrittenPaper.COMPLAINTS,
    WrittenPaper.COMPLAINTS_SIGN,
    WrittenPaper.PRIVACY,
    WrittenPaper.POLICY,
)


class PaperCard(Card):
    """One paper in the list.

    Args:
        bench: of the open file.
        presenter: says how it stands.
        card: of the paper.

    Signals:
        open_wanted, print_wanted: somebody wants to do that with it.

    Attributes:
        open_button, print_button: say so.
    """

    open_wanted = Signal()
    print_wanted = Signal()

    def __init__(
        self,
        bench: Workbench,
        presenter: WrittenPresenter,
        card: WrittenCard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        title = bench.labels.enum(card.paper)
        self.body.addWidget(label(title, "strong"))
        self.body.addWidget(label(card.template.use))
        shape = bench.labels.enum(card.template.shape)
        said = self.tr("{printed} · {shape}").format(printed=presenter.printed(card), shape=shape)
        state = FlowLayout(gap=10)
        state.addWidget(single_line(said, "small"))
        news, tone = presenter.news(card)
        if news:
            state.addWidget(Chip(news, tone))
        self.body.addLayout(state)
        ways = FlowLayout(gap=10)
        self.body.addLayout(ways)
        self.open_button = side_button(self.tr("Read or change"))
        self.print_button = side_button(self.tr("Print"))
        for button, wanted in (
            (self.open_button, self.open_wanted),
            (self.print_button, self.print_wanted),
        ):
            button.setAccessibleName(", ".join((button.text(), title)))
            button.clicked.connect(wanted)
            ways.addWidget(button)


class WrittenList(SubPage):
    """All papers.

    Args:
        bench: of the open file.
        presenter: what it shows.

    Attributes:
        boxes: the papers, by what they are.
        sheets_button: prints all job sheets.
    """

    def __init__(
        self, bench: Workbench, presenter: WrittenPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            bench,
            self.tr("Written for you"),
            self.tr(
                "Made from your settings and your charter, so most of it is there already. Read "
                "it, change what is not you, print it."
            ),
            back=self.tr("Back to Improve"),
            room="improve",
            parent=parent,
        )
        self.presenter = presenter
        self.boxes: dict[WrittenPaper, PaperCard] = {}
        self.sheets_button: QPushButton = main_button(self.tr("Print all six sheets"))
        self.sheets_button.clicked.connect(lambda: self.print_paper(None))
        self._groups = (
            (self.tr("For your customers"), _CUSTOMERS),
            (self.tr("For whoever works here"), (WrittenPaper.ROLES,)),
            (self.tr("How we do it here"), JOB_SHEETS),
        )
        self._sheets_row = QWidget()
        row = QHBoxLayout(self._sheets_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sheets_button)
        row.addStretch(1)
        self._lists: list[QVBoxLayout] = []
        for title, papers in self._groups:
            self.column.addWidget(label(title, "section"))
            if papers is JOB_SHEETS:
                said = self.tr("Half a page each, two to a sheet: for the wall, the van, the till.")
                self.column.addWidget(label(said, "quiet"))
                self.column.addWidget(self._sheets_row)
            rows = QVBoxLayout()
            rows.setSpacing(self.column.spacing())
            self.column.addLayout(rows)
            self._lists.append(rows)
        presenter.state_changed.connect(self._show)

    def first_focus(self) -> QWidget | None:
        """The first paper."""
        return next((box.open_button for box in self.boxes.values()), self.back_button)

    def print_job(self) -> "PrintJob | None":
        """The sheets of "How we do it here"."""
        return self.presenter.print_job(None)

    def print_paper(self, paper: WrittenPaper | None) -> None:
        """Show a paper in the preview, or all job sheets for None."""
        job = self.presenter.print_job(paper)
        if job is not None:
            show_print(job, self._bench, self.window())

    def _show(self) -> None:
        focused = [key for key, box in self.boxes.items() if box.isAncestorOf(self._focused())]
        self.boxes = {}
        for rows, (_, papers) in zip(self._lists, self._groups, strict=True):
            clear(rows)
            for paper in papers:
                box = PaperCard(self._bench, self.presenter, self.presenter.cards[paper])
                box.open_wanted.connect(lambda this=paper: self._open(this))
                box.print_wanted.connect(lambda this=paper: self.print_paper(this))
                rows.addWidget(box)
                self.boxes[paper] = box
        boxes = [*self.boxes.values()]
        first = len(self._groups[0][1]) + len(self._groups[1][1])
        order_tabs([self.back_button, *boxes[:first], self.sheets_button, *boxes[first:]])
        if focused:
            self.boxes[focused[0]].open_button.setFocus()

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _open(self, paper: WrittenPaper) -> None:
        self._bench.navigator.open("improve", "papers", paper.value)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The side of the print preview: which paper, which sheet, and what is not on it."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.printing import PaperOffer
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.printing.presenter import PrintState
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.enter import press_by_enter
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

_GAP = 8


class PrintChoices(ScrollPage):
    """What can be chosen, and what the paper leaves out.

    Args:
        title: of what is printed.
        offers: the papers.
        labels: words for papers and sheets.
        parent: owns it.

    Signals:
        paper_chosen: (id of the offer).
        size_chosen: (PaperSize).
        bleed_chosen, large_chosen: (bool).
    """

    paper_chosen = Signal(str)
    size_chosen = Signal(object)
    bleed_chosen = Signal(bool)
    large_chosen = Signal(bool)

    def __init__(
        self,
        title: str,
        offers: tuple[PaperOffer, ...],
        labels: Labels,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, widest=0)
        self._labels = labels
        self._sizes: tuple[PaperSize, ...] = ()
        self._notes: tuple[str, ...] = ()
        self.body.setSpacing(_GAP)
        self.body.addWidget(label(title, "section"))
        self._papers = self._build_papers(offers)
        self.body.addSpacing(_GAP)
        self.body.addWidget(label(self.tr("Sheet"), "strong"))
        self._sheet_place = QVBoxLayout()
        self.body.addLayout(self._sheet_place)
        self._row: ChipRow | None = None
        self._no_bleed = QCheckBox(self.tr("Keep colour off the edge"))
        self._no_bleed.setAccessibleDescription(self.tr("For printers that leave a white margin."))
        self._no_bleed_help = label(self.tr("For printers that leave a white margin."), "small")
        self._large = QCheckBox(self.tr("Large print"))
        self._large_help = label(self.tr("16 point and larger, for tired eyes."), "small")
        self._large.setAccessibleDescription(self._large_help.text())
        for widget in (self._no_bleed, self._no_bleed_help, self._large, self._large_help):
            self.body.addWidget(widget)
        self._left_out = QWidget()
        self._left_out_list = QVBoxLayout(self._left_out)
        self._left_out_list.setContentsMargins(0, _GAP, 0, 0)
        self.body.addWidget(self._left_out)
        self.body.addStretch(1)
        self._no_bleed.clicked.connect(lambda is_on: self.bleed_chosen.emit(not is_on))
        self._large.clicked.connect(self.large_chosen)
        press_by_enter(self._no_bleed, self._large)

    def _build_papers(self, offers: tuple[PaperOffer, ...]) -> dict[str, QRadioButton]:
        if len(offers) == 1:
            return {}
        self.body.addSpacing(_GAP)
        self.body.addWidget(label(self.tr("Paper"), "strong"))
        group = QButtonGroup(self)
        made: dict[str, QRadioButton] = {}
        for offer in offers:
            button = QRadioButton(self._labels.say(f"paper.{offer.id}"))
            group.addButton(button)
            press_by_enter(button)
            self.body.addWidget(button)
            button.clicked.connect(lambda _=False, paper=offer.id: self.paper_chosen.emit(paper))
            made[offer.id] = button
        return made

    def needs(self) -> int:
        """Pixels across in which no name of a paper is cut off: they go on in no second line."""
        names = max((one.sizeHint().width() for one in self._papers.values()), default=0)
        margins = self.body.contentsMargins()
        bar = self.verticalScrollBar().sizeHint().width()
        return names + margins.left() + margins.right() + bar

    def show_state(self, state: PrintState) -> None:
        """Show what is chosen, and what the paper does not show."""
        for paper, button in self._papers.items():
            button.setChecked(paper == state.choice.paper)
        if state.offer.sizes != self._sizes:
            self._build_row(state.offer.sizes)
        if self._row is not None:
            self._row.pick((self._sizes.index(state.choice.size),))
        for widget in (self._no_bleed, self._no_bleed_help):
            widget.setVisible(state.offer.can_bleed)
        for widget in (self._large, self._large_help):
            widget.setVisible(state.offer.can_be_large)
        self._no_bleed.setChecked(not state.choice.bleed)
        self._large.setChecked(state.choice.large)
        if state.notes != self._notes:
            self._show_notes(state.notes)

    def _build_row(self, sizes: tuple[PaperSize, ...]) -> None:
        """A row of the sheets that this paper is made for."""
        self._sizes = sizes
        row = ChipRow(
            [self._labels.say(f"sheet.{size.value}") for size in sizes],
            is_single=True,
            can_let_go=False,
        )
        row.chosen.connect(lambda: self.size_chosen.emit(sizes[row.picked()[0]]))
        if self._row is not None:
            self._sheet_place.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
        self._row = row
        self._sheet_place.addWidget(row)
        self._order(row)

    def _order(self, row: ChipRow) -> None:
        """Tab goes from the papers to the sheets to the boxes, as the eye does."""
        way: list[QWidget] = [*self._papers.values(), *row.chips, self._no_bleed, self._large]
        for one, other in pairwise(way):
            QWidget.setTabOrder(one, other)

    def _show_notes(self, notes: tuple[str, ...]) -> None:
        self._notes = notes
        while (item := self._left_out_list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._left_out.setVisible(bool(notes))
        if notes:
            self._left_out_list.addWidget(label(self.tr("Not on this paper"), "strong"))
            for note in notes:
                self._left_out_list.addWidget(Notice("due", note))

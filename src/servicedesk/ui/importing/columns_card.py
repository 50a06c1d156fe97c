# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What each column means: recognised from its heading, changed in a list beside it."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Meaning
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_fields import fields_of
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.presenter import ImportingPresenter
from servicedesk.ui.importing.state import ImportingState
from servicedesk.ui.widgets.calm import CalmCombo
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.elided import ElidedLabel
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label

_ROWS_MOST = 80
"""Columns that can be given a meaning on the screen; no list of customers comes near."""

_LETTERS = 20
"""Of a meaning that are seen in any case."""

_SHRINKS = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ColumnsCard(Card):
    """A line for each column that holds anything: heading, some cells, meaning.

    Args:
        presenter: is told of every change.
        bench: of the open file.
    """

    def __init__(
        self, presenter: ImportingPresenter, bench: Workbench, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self._bench = bench
        self._shown: object = None
        self.combos: dict[int, CalmCombo] = {}
        self._meanings: list[tuple[Meaning | Field, int | None]] = []
        self.body.addWidget(label(self.tr("What each column means"), "section"))
        self._empty = label("", "small")
        self.body.addWidget(self._empty)
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        self.body.addWidget(self._error)
        self._lines = QWidget()
        self.body.addWidget(self._lines)

    def show_state(self, state: ImportingState) -> None:
        """Show the columns, and what they mean now."""
        if state.look is not self._shown:
            self._shown = state.look
            self._build_lines(state)
        for place, combo in self.combos.items():
            column = state.columns[place]
            combo.setCurrentIndex(self._meanings.index((column.meaning, column.own_id)))
        error = state.errors.get("columns", "")
        self._error.setText(error)
        self._error.setVisible(bool(error))

    def _build_lines(self, state: ImportingState) -> None:
        self.body.removeWidget(self._lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for column, share in enumerate((3, 5, 4)):
            grid.setColumnStretch(column, share)
        own: list[tuple[Meaning | Field, int | None]] = [
            (Meaning.OWN, card.id) for card in state.own_fields
        ]
        plain = [(one, None) for one in _meanings(state.holds)]
        self._meanings = [*plain, *own]
        words = [self._bench.labels.enum(meaning) for meaning, _ in plain]
        words += [card.draft.name for card in state.own_fields]
        self.combos = {}
        for row, place in enumerate(list(state.held)[:_ROWS_MOST]):
            heading = state.columns[place].heading or self.tr("Column {n}").format(n=place + 1)
            grid.addWidget(ElidedLabel(heading, "strong"), row, 0)
            grid.addWidget(ElidedLabel(state.held[place], "quiet"), row, 1)
            combo = CalmCombo()
            combo.setSizeAdjustPolicy(_SHRINKS)
            combo.setMinimumContentsLength(_LETTERS)
            combo.addItems(words)
            combo.setAccessibleName(
                self.tr("{heading}, column {n}").format(heading=heading, n=place + 1)
            )
            combo.activated.connect(lambda at, column=place: self._on_picked(column, at))
            grid.addWidget(combo, row, 2)
            self.combos[place] = combo
        empty = len(state.columns) - len(state.held)
        self._empty.setText(self.tr("Empty columns, left out: {n}.").format(n=empty))
        self._empty.setVisible(empty > 0)
        self.body.addWidget(self._lines)

    def _on_picked(self, place: int, at: int) -> None:
        meaning, own_id = self._meanings[at]
        self._presenter.set_meaning(place, meaning, own_id)


def _meanings(holds: ListKind) -> list[Meaning | Field]:
    """What a column can mean in a list of that kind, own fields apart."""
    if holds is ListKind.CUSTOMERS:
        return [one for one in Meaning if one is not Meaning.OWN]
    return [Meaning.LEFT_OUT, *fields_of(holds)]

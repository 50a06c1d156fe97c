# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The first step: which file."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.exchange_columns import ListKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.named_row import NamedChips
from servicedesk.ui.importing.presenter import ImportingPresenter
from servicedesk.ui.importing.state import ImportingState
from servicedesk.ui.importing.step import StepView
from servicedesk.ui.widgets.ask_file import open_file
from servicedesk.ui.widgets.buttons import main_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label


def dropped_file(data: QMimeData) -> Path | None:
    """The one file of this machine that is dropped; None for several, or for something else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


class ChooseStep(StepView):
    """Which list shall be brought.

    Args:
        presenter: looks into it.
        bench: of the open file.
    """

    def __init__(
        self, presenter: ImportingPresenter, bench: Workbench, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(14)
        rows.addWidget(label(self.tr("Which list shall we bring in?"), "title"))
        rows.addWidget(
            label(
                self.tr(
                    "Save it as a file in the program you have now: .csv, .xlsx, .xls, .ods, or "
                    "visiting cards as .vcf. Your file is only read, and nothing is kept before "
                    "you have seen what would happen."
                ),
                "quiet",
            )
        )
        self.holds = NamedChips(
            self.tr("What is in it?"), [bench.labels.enum(one) for one in ListKind]
        )
        self.holds.picked.connect(lambda at: presenter.set_holds(list(ListKind)[at]))
        rows.addWidget(self.holds)
        card = Card()
        card.body.addWidget(label(self.tr("Drop the file here, or choose it."), "section"))
        self.choose_button = main_button(self.tr("Choose a file…"))
        line = FlowLayout()
        line.addWidget(self.choose_button)
        card.body.addLayout(line)
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        card.body.addWidget(self._error)
        rows.addWidget(card)
        rows.addWidget(label(self.tr("Where such a file comes from"), "section"))
        for words in (
            self.tr("Spreadsheet: File, Save as, .xlsx or CSV. One row for each of them."),
            self.tr("Phone or address book on the web: Export contacts, as CSV or vCard."),
            self.tr("Bookkeeping or web shop: Customers or Contacts, then Export, as CSV."),
        ):
            rows.addWidget(label(words, "quiet"))
        self.choose_button.clicked.connect(self._choose)

    def first_focus(self) -> QWidget:
        """The button that chooses."""
        return self.choose_button

    def show_state(self, state: ImportingState) -> None:
        """Show what the list holds, and why a file cannot be read."""
        self.holds.pick(list(ListKind).index(state.holds))
        self._error.setText(state.error)
        self._error.setVisible(bool(state.error))
        self.choose_button.setAccessibleDescription(state.error)
        self.choose_button.setEnabled(not state.busy)

    def _choose(self) -> None:
        before = self._presenter.state.path
        kinds = self.tr(
            "Lists (*.csv *.txt *.tsv *.xlsx *.xlsm *.xls *.ods *.vcf *.vcard);;All files (*)"
        )
        folder = None if before is None else before.parent
        path = open_file(self, self.tr("Which list?"), kinds, folder)
        if path is not None:
            self._presenter.choose(path)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The second step: what is in the file, and what is to be made of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QVBoxLayout, QWidget

from servicedesk.domain.customers import CustomerStatus
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import (
    NO_HEADING,
    Duplicates,
    Letters,
    Line,
    Separator,
    Source,
    Strangers,
)
from servicedesk.domain.importing_columns import first_taken
from servicedesk.domain.importing_plan import PREVIEW
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.columns_card import ColumnsCard
from servicedesk.ui.importing.days_card import DaysCard
from servicedesk.ui.importing.mapping_card import MappingCard
from servicedesk.ui.importing.named_row import NamedChips, NamedCombo
from servicedesk.ui.importing.presenter import ImportingPresenter
from servicedesk.ui.importing.state import ImportingState
from servicedesk.ui.importing.step import StepView
from servicedesk.ui.tables.columns import Column, Record
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label

_WIDTH = 10
"""Of a column of the preview, in text heights."""

_WIDE_MOST = 40
"""Columns of the preview; nobody looks at more of them before choosing what they mean."""


class LookStep(StepView):
    """Letters, columns, days, and what becomes of those who are there already.

    Args:
        presenter: is told of every choice.
        bench: of the open file.
    """

    def __init__(
        self, presenter: ImportingPresenter, bench: Workbench, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._bench = bench
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(14)
        self._list: RecordList | None = None
        self._shown: object = None
        self._build()
        self._wire()

    def _build(self) -> None:
        say = self._bench.labels.enum
        self._title = label("", "title")
        self._counted = label("", "quiet")
        self.letters = NamedCombo(self.tr("Letters"), [say(one) for one in Letters])
        self.separator = NamedCombo(self.tr("Between two cells"), [say(one) for one in Separator])
        self.sheet = NamedCombo(self.tr("Sheet"), [])
        self.headings = NamedChips(
            self.tr("The first row"), [self.tr("holds headings"), self.tr("is one of them")]
        )
        reading = FlowLayout(gap=18)
        for choice in (self.letters, self.separator, self.sheet, self.headings):
            reading.addWidget(choice)
        self._unsure = Notice(
            "due",
            self.tr(
                "The file does not say how its letters are written. Look at the names: if an é or "
                "a £ looks odd, choose other letters."
            ),
        )
        self._strange = Notice("late", self.tr("Some letters cannot be read. Choose other ones."))
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        self._layout_said = label("", "strong")
        self._new_own = label("")
        self.makes_own = QCheckBox(self.tr("Make these fields here too"))
        self.makes_own.setAccessibleName(self.makes_own.text())
        self._twice = MarkedLabel("", Tone.DUE, "")
        self._twice.setWordWrap(True)
        self._preview = QVBoxLayout()
        self.mapping = MappingCard(self._presenter)
        self.columns = ColumnsCard(self._presenter, self._bench)
        self.days = DaysCard(self._presenter)
        self._rows.addWidget(self._title)
        self._rows.addWidget(self._layout_said)
        self._rows.addWidget(self._counted)
        self._rows.addLayout(reading)
        for notice in (self._unsure, self._strange):
            self._rows.addWidget(notice)
        self._rows.addWidget(self._new_own)
        self._rows.addWidget(self.makes_own)
        self._rows.addWidget(self._error)
        self._rows.addWidget(self.days)
        self._rows.addLayout(self._preview)
        for card in (self._twice, self.columns, self.mapping, self._who()):
            self._rows.addWidget(card)

    def _who(self) -> Card:
        card = Card(self.tr("Who is there already, and who is new"))
        say = self._bench.labels.enum
        self.duplicates = NamedChips(
            self.tr("What is here already"), [say(one) for one in Duplicates]
        )
        card.body.addWidget(self.duplicates)
        card.body.addWidget(
            label(
                self.tr(
                    "Somebody is known by two things that agree: name, phone, e-mail or postcode. "
                    "An empty cell never erases anything."
                ),
                "small",
            )
        )
        self.status = NamedChips(
            self.tr("Somebody who is new"),
            [self.tr("has bought here"), self.tr("has only asked so far")],
        )
        card.body.addWidget(self.status)
        self.strangers = NamedChips(
            self.tr("A customer who is not here yet"), [say(one) for one in Strangers]
        )
        card.body.addWidget(self.strangers)
        return card

    def _wire(self) -> None:
        presenter = self._presenter
        self.makes_own.toggled.connect(presenter.set_makes_own)
        self.letters.picked.connect(lambda at: presenter.set_letters(list(Letters)[at]))
        self.separator.picked.connect(lambda at: presenter.set_separator(list(Separator)[at]))
        self.sheet.picked.connect(self._on_sheet)
        self.headings.picked.connect(lambda at: presenter.set_has_headings(at == 0))
        self.duplicates.picked.connect(lambda at: presenter.set_duplicates(list(Duplicates)[at]))
        self.strangers.picked.connect(lambda at: presenter.set_strangers(list(Strangers)[at]))
        self.status.picked.connect(lambda at: presenter.set_status(list(CustomerStatus)[at]))

    def first_focus(self) -> QWidget | None:
        """The first question that is open, else the first choice."""
        if self.days.is_open:
            return self.days.first_focus()
        combos = (self.letters, self.sheet)
        return next((one.combo for one in combos if not one.isHidden()), self.duplicates.resting())

    def places(self) -> list[QWidget]:
        """From the top down; the first rows and the columns are made anew with each file."""
        preview = [] if self._list is None else [self._list]
        combos = list(self.columns.combos.values())
        reading = [self.letters, self.separator, self.sheet, self.headings]
        mapping = self.mapping.places()
        who = [self.duplicates, self.status, self.strangers]
        return [*reading, self.makes_own, self.days, *preview, *combos, *mapping, *who]

    def show_state(self, state: ImportingState) -> None:
        """Show what is in the file and what was chosen."""
        look = state.look
        if look is None:
            return
        self.setEnabled(not state.busy)
        self._error.setText(state.error)
        self._error.setVisible(bool(state.error))
        self._title.setText(self.tr("What is in {name}").format(name=look.name))
        self._counted.setText(self._counted_words(state))
        is_text, is_cards = look.source is Source.CSV, look.source is Source.VCARD
        is_chosen = not is_cards and not look.is_ours
        for widget, is_wanted in (
            (self.letters, is_text),
            (self.separator, is_text),
            (self.sheet, len(look.sheets) > 1),
            (self.headings, not is_cards),
            (self._unsure, is_text and not look.is_sure),
            (self._strange, is_text and look.strange > 0),
            (self.columns, is_chosen),
            (self.mapping, is_chosen),
            (self.status, look.holds is ListKind.CUSTOMERS and not look.is_ours),
            (self.strangers, look.holds is not ListKind.CUSTOMERS),
            (self._layout_said, look.layout is not None),
        ):
            widget.setVisible(is_wanted)
        if look.letters is not None and look.separator is not None:
            self.letters.pick(list(Letters).index(look.letters))
            self.separator.pick(list(Separator).index(look.separator))
        if look.layout is not None:
            program = self._bench.labels.enum(look.layout)
            said = self.tr("This looks like a list from {program}.").format(program=program)
            self._layout_said.setText(said)
        self._show_new_own(state)
        self._show_twice(state, is_ours=look.is_ours)
        self.sheet.offer(look.sheets)
        if look.sheet in look.sheets:
            self.sheet.pick(look.sheets.index(look.sheet))
        self.headings.pick(1 if look.heading_row == NO_HEADING else 0)
        self.duplicates.pick(list(Duplicates).index(state.duplicates))
        self.status.pick(list(CustomerStatus).index(state.status))
        self.strangers.pick(list(Strangers).index(state.strangers))
        self._show_preview(state)
        self.mapping.show_state(state)
        self.columns.show_state(state)
        self.days.show_state(state)

    def _show_new_own(self, state: ImportingState) -> None:
        """Fields of the business's own that our own list has, and this file has not yet."""
        new = () if state.look is None else state.look.new_own
        names = ", ".join(card.draft.name for card in new)
        said = self.tr("It has fields of your own that are not here yet: {names}.")
        self._new_own.setText(said.format(names=names))
        self.makes_own.setChecked(state.makes_own)
        for widget in (self._new_own, self.makes_own):
            widget.setVisible(bool(new))

    def _show_twice(self, state: ImportingState, *, is_ours: bool) -> None:
        """Headings of which only the first column is brought in, as columns are chosen now."""
        twice = first_taken(state.columns, is_ours=is_ours)
        said = self.tr(
            "More than one column is headed “{heading}”. The first is taken, the others are left "
            "out."
        )
        self._twice.setText("\n".join(said.format(heading=heading) for heading in twice))
        self._twice.setVisible(bool(twice))

    def _counted_words(self, state: ImportingState) -> str:
        look = state.look
        if look is None:
            return ""
        if look.source is Source.VCARD:
            return self.tr("Visiting cards: {n}.").format(n=f"{len(look.cards):,}")
        said = self.tr("Rows below the headings: {n}.").format(n=f"{len(look.rows):,}")
        return f"{said} {self._unread(len(look.refused))}".strip()

    def _unread(self, number: int) -> str:
        if not number:
            return ""
        return self.tr("Lines that cannot be read: {n}.").format(n=number)

    def _show_preview(self, state: ImportingState) -> None:
        """The first rows as a table; made anew when another file, or other letters, are read."""
        look = state.look
        if look is self._shown or look is None:
            return
        self._shown = look
        if self._list is not None:
            self._preview.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
            self._list = None
        if look.source is Source.VCARD:
            cards = look.cards[:PREVIEW]
            model = RowModel(self._card_columns(), cards, key=lambda card: card.line)
            self._list = RecordList(self._bench.theme, model, self.tr("The first cards"))
        else:
            places = [place for place in state.held if place < _WIDE_MOST]
            columns = [_column(place, look.columns[place].heading) for place in places]
            model = RowModel(columns, look.rows[:PREVIEW], key=lambda line: line.number)
            self._list = RecordList(self._bench.theme, model, self.tr("The first rows"))
        self._list.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setSortingEnabled(False)
        lines = min(PREVIEW, look.count) + 2.2
        self._list.setFixedHeight(self._bench.theme.em(2.1 * lines))
        self._preview.addWidget(self._list)

    def _card_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Name"), value=lambda card: card.shown_name),
            Column(title=self.tr("Phone"), value=lambda card: card.first("TEL"), width=_WIDTH),
            Column(title=self.tr("E-mail"), value=lambda card: card.first("EMAIL"), width=15),
        ]

    def _on_sheet(self, at: int) -> None:
        look = self._presenter.state.look
        if look is not None:
            self._presenter.set_sheet(look.sheets[at])


def _column(place: int, heading: str) -> Column:
    def value(line: Record) -> str:
        cells = line.cells if isinstance(line, Line) else ()
        return " ".join(cells[place].split()) if place < len(cells) else ""

    return Column(title=heading or f"{place + 1}", value=value, width=_WIDTH, align=_LEFT)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

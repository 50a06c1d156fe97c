# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that begins a charter: what is your trade?"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from servicedesk.ui.charter.begin_presenter import BeginPresenter
from servicedesk.ui.widgets.buttons import link_button, main_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench

_ROWS = 2.1
"""Height of a trade in the list, in text heights: 32 pixels at 100 %."""

_NAMED = 4
"""Facts that are named of those that are known; the others are counted."""

_SHOWN = 9
"""Trades in sight at once, so that the button below is in sight too."""


class BeginPage(QWidget):
    """Chooses a trade; what is typed narrows the list, Enter begins.

    Args:
        bench: services, words and colours.

    Attributes:
        presenter: what it shows.

    Signals:
        file_wanted: begin from a file of answers instead.
    """

    file_wanted = Signal()

    def __init__(self, bench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = bench.theme
        self.presenter = BeginPresenter(bench, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        scroll = ScrollPage()
        self._search = QLineEdit()
        self._search.setAccessibleName(self.tr("What is your trade?"))
        self._search.setPlaceholderText(self.tr("Such as plumber, café or barber"))
        self._found = label("", "small")
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Trades"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        self._facts = QVBoxLayout()
        self._begin = main_button(self.tr("Begin"))
        self._file = link_button(self.tr("Load answers from a file"))
        body = scroll.body
        body.addWidget(label(self.tr("What is your trade?"), "title"))
        body.addWidget(
            label(
                self.tr(
                    "Your charter begins with promises and words that fit the trade. You read "
                    "and change all of them; nothing counts until you say so."
                ),
                "quiet",
            )
        )
        body.addWidget(self._search)
        body.addWidget(self._found)
        body.addWidget(self._list)
        body.addLayout(self._facts)
        row = FlowLayout(gap=10)
        row.addWidget(self._begin)
        row.addWidget(self._file)
        body.addLayout(row)
        body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scroll)

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.state_changed.connect(self._show_state)
        self._search.textEdited.connect(presenter.type)
        self._search.returnPressed.connect(presenter.begin)
        self._search.installEventFilter(self)
        self._list.currentItemChanged.connect(self._on_row)
        self._list.itemActivated.connect(lambda _item: presenter.begin())
        self._begin.clicked.connect(self._on_begin)
        self._file.clicked.connect(self.file_wanted)
        self._theme.changed.connect(self._fit)

    def open(self) -> None:
        """Show the trades anew."""
        self._search.clear()
        self.presenter.open()

    def first_focus(self) -> QWidget:
        """The field that is typed into."""
        return self._search

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Up in the field go through the list."""
        if watched is self._search and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and event.type() is QEvent.Type.KeyPress:
                row = self._list.currentRow() + step
                self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
                return True
        return super().eventFilter(watched, event)

    def _on_row(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.presenter.choose(str(item.data(Qt.ItemDataRole.UserRole)))

    def _on_begin(self) -> None:
        if self.presenter.state.chosen:
            self.presenter.begin()
        else:
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        state = self.presenter.state
        self._show_trades()
        count = len(state.trades)
        if not count:
            said = self.tr("No trade is called that. Try another word, or take the nearest one.")
        elif state.typed.strip():
            said = self.tr("{n} of {total} trades").format(n=count, total=state.total)
        else:
            said = self.tr("{total} trades").format(total=state.total)
        self._found.setText(said)
        self._begin.setText(
            self.tr("Begin as {trade}").format(trade=state.title)
            if state.title
            else self.tr("Choose a trade to begin")
        )
        self._show_facts()

    def _show_trades(self) -> None:
        """Put the trades into the list without saying that anything was chosen."""
        state = self.presenter.state
        was = self._list.blockSignals(True)
        self._list.clear()
        for trade in state.trades:
            other = state.found_by.get(trade.id, "")
            words = (
                self.tr("{trade} ({other})").format(trade=trade.title, other=other)
                if other
                else trade.title
            )
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, trade.id)
            self._list.addItem(item)
            if trade.id == state.chosen:
                self._list.setCurrentItem(item)
        self._list.blockSignals(was)
        self._fit()

    def _show_facts(self) -> None:
        state = self.presenter.state
        while (item := self._facts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if state.has_draft:
            said = self.tr(
                "You have begun a charter already. What you wrote yourself stays; the words of "
                "the former trade make way for those of the new one."
            )
            self._facts.addWidget(Notice("due", said))
        if state.facts:
            short = [fact for fact in state.facts if not fact.endswith("?")]
            named = (short or list(state.facts))[:_NAMED]
            said = self.tr("{facts}: filled in for you, as you said it before.")
            more = self.tr("{facts} and {n} more: filled in for you, as you said it before.")
            rest = len(state.facts) - len(named)
            words = (more if rest else said).format(facts=", ".join(named), n=rest)
            self._facts.addWidget(Notice("quiet", words))

    def _fit(self) -> None:
        """As high as its trades, within reason."""
        row = max(self._theme.em(_ROWS), self._list.sizeHintForRow(0))
        count = min(max(self._list.count(), 1), _SHOWN)
        self._list.setFixedHeight(row * count + self._theme.em(0.6))

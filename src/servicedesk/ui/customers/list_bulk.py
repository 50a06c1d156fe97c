# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be done to many customers at once: a tag, out of use, back, printed, a letter."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QVBoxLayout

from servicedesk.domain.customers_lists import CustomerChip
from servicedesk.ui.customers.list_presenter import ListPresenter
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_TAG_MOST = 60
_MERGED_MOST = 6
"""More are not one and the same by any likelihood."""


class BulkBar(QFrame):
    """Stands under the list while more than one customer is chosen.

    Signals:
        let_go: somebody wants to choose one again.
        merge_wanted: (numbers) they are one and the same.
        envelopes_wanted: (numbers) somebody wants an envelope to each of them.
        labels_wanted: (numbers) somebody wants a label with the address of each of them.
        letter_wanted: (numbers) somebody wants to write the same letter to each of them.

    Args:
        presenter: does it.
    """

    let_go = Signal()
    merge_wanted = Signal(object)
    envelopes_wanted = Signal(object)
    labels_wanted = Signal(object)
    letter_wanted = Signal(object)

    def __init__(self, presenter: ListPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._ids: list[int] = []
        self.setObjectName("band")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(em(self, 0.9), em(self, 0.5), em(self, 0.9), em(self, 0.5))
        inside.setSpacing(em(self, 0.4))
        self._said = label("", "strong")
        inside.addWidget(self._said)
        self.word = QLineEdit()
        self.word.setMaxLength(_TAG_MOST)
        self.word.setPlaceholderText(self.tr("A tag, such as trade"))
        self.word.setAccessibleName(self.tr("Tag for all who are chosen"))
        inside.addWidget(self.word)
        self._wrong = MarkedLabel("", "late", "error")
        self._wrong.setWordWrap(True)
        inside.addWidget(self._wrong)
        self._wrong.hide()
        ways = FlowLayout()
        inside.addLayout(ways)
        self.tag_button = side_button(self.tr("Give tag"))
        self.untag_button = side_button(self.tr("Take tag"))
        self.archive_button = side_button(self.tr("Archive"))
        self.back_button = side_button(self.tr("Back into the list"))
        self.merge_button = side_button(self.tr("Merge…"))
        self.print_button = side_button(self.tr("Print…"))
        self.print_button.setAccessibleName(self.tr("Print envelopes or labels"))
        self.letter_button = side_button(self.tr("Letter…"))
        self.letter_button.setAccessibleName(self.tr("Letter to those chosen"))
        self.end_button = link_button(self.tr("Choose one again"))
        for button in (
            self.tag_button,
            self.untag_button,
            self.archive_button,
            self.back_button,
            self.letter_button,
            self.print_button,
            self.merge_button,
            self.end_button,
        ):
            ways.addWidget(button)
        self._wire()
        self.hide()

    def _wire(self) -> None:
        self.tag_button.clicked.connect(self._tag)
        self.untag_button.clicked.connect(self._untag)
        self.archive_button.clicked.connect(lambda: self._archive(on=True))
        self.back_button.clicked.connect(lambda: self._archive(on=False))
        self.merge_button.clicked.connect(lambda: self.merge_wanted.emit(self.chosen()))
        self.letter_button.clicked.connect(lambda: self.letter_wanted.emit(self.chosen()))
        self.print_button.clicked.connect(self._offer_papers)
        self.end_button.clicked.connect(self.let_go)
        self.word.returnPressed.connect(self._tag)

    def chosen(self) -> tuple[int, ...]:
        """The customers that it is there for."""
        return tuple(self._ids)

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Be there for these customers; for none, not at all."""
        self._ids = list(ids)
        self.setVisible(bool(ids))
        if not ids:
            self._tell("")
            return
        self._said.setText(self.tr("{count} chosen").format(count=QLocale().toString(len(ids))))
        is_archive = self._presenter.state.wanted.chip is CustomerChip.ARCHIVED
        self.archive_button.setVisible(not is_archive)
        self.back_button.setVisible(is_archive)
        self.merge_button.setVisible(len(ids) <= _MERGED_MOST)

    def papers_menu(self) -> QMenu:
        """What can be printed for those who are chosen."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Print"))
        menu.aboutToHide.connect(menu.deleteLater)
        for words, wanted in (
            (self.tr("&Envelopes"), self.envelopes_wanted),
            (self.tr("&Address labels"), self.labels_wanted),
        ):
            menu.addAction(words).triggered.connect(
                lambda _=False, wanted=wanted: wanted.emit(self.chosen())
            )
        return menu

    def _offer_papers(self) -> None:
        menu = self.papers_menu()
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.print_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _tag(self) -> None:
        self._tell(self._presenter.tag(self._ids, self.word.text()) if self._has_word() else "")

    def _untag(self) -> None:
        self._tell(self._presenter.untag(self._ids, self.word.text()) if self._has_word() else "")

    def _has_word(self) -> bool:
        """Whether a word was typed; without one the keyboard goes to where it belongs."""
        if self.word.text().strip():
            return True
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _archive(self, *, on: bool) -> None:
        self._tell(self._presenter.archive(self._ids, on=on))

    def _tell(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc chooses one again."""
        if event.key() == Qt.Key.Key_Escape:
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

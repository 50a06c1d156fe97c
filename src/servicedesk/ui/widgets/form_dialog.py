# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A dialog with fields: its body scrolls, its buttons are always in sight."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.widgets.buttons import link_button, main_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.enter import goes_on, is_enter
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em, keep_on_screen, most_room
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_SAVE_KEYS = (
    Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Return,
    Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Enter,
)
_WIDTH = 44
"""Of the dialog, in text heights, where the screen has the room."""

_NARROWEST = 20
"""In text heights: no label stands in one column of words, whatever a window manager says."""

_MARGIN = 20


class FormDialog(QDialog):
    """Asks for some answers at once. Ctrl+Enter saves from any field, Esc closes.

    Enter leads from a line to the next field, and saves in the last one.

    Args:
        title: over the dialog, and in its frame.
        parent: the window it belongs to.
        save: words of the button that saves; "" for the usual ones.

    Attributes:
        body: put fields in here, from the top; ``add`` does.
        save_button, close_button: for other words.

    Signals:
        save_wanted: somebody wants to save; whoever listens calls ``accept`` when it is done, or
            ``show_errors``.
    """

    save_wanted = Signal()
    wide: float = _WIDTH

    def __init__(self, title: str, parent: QWidget | None = None, save: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._fields: list[Field] = []
        self._is_sized_by_hand = False
        self._page = ScrollPage(widest=0)
        self._page.verticalScrollBar().rangeChanged.connect(self._on_more_to_scroll)
        self._page.body.setContentsMargins(_MARGIN, 4, _MARGIN, _MARGIN)
        self.body = QVBoxLayout()
        self.body.setSpacing(self._page.body.spacing())
        self._page.body.addLayout(self.body)
        self._page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head = label(title, "title")
        self._head.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 8)
        whole.addWidget(self._head)
        whole.addWidget(self._page, 1)
        self._news = MarkedLabel("", Tone.DUE, "notice_words")
        self._news.setWordWrap(True)
        self._news_box = QFrame()
        self._news_box.setObjectName("notice_due")
        inside = QVBoxLayout(self._news_box)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(self._news)
        self._news_box.hide()
        beside = QVBoxLayout()
        beside.setContentsMargins(_MARGIN, 8, _MARGIN, 0)
        beside.addWidget(self._news_box)
        whole.addLayout(beside)
        self._foot = QFrame()
        self._buttons = FlowLayout(self._foot)
        self._buttons.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        whole.addWidget(self._foot)
        self.save_button = main_button(save or self.tr("Save"))
        self.close_button = link_button(self.tr("Close"))
        self._buttons.addWidget(self.save_button)
        self._buttons.addWidget(self.close_button)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)
        for keys in _SAVE_KEYS:
            QShortcut(keys, self).activated.connect(self._on_save)

    def add(self, field: Field) -> Field:
        """Add a field below the others; returns it."""
        self._fields.append(field)
        self.body.addWidget(field)
        return field

    def add_button(self, button: QPushButton) -> QPushButton:
        """Add another button before Close; returns it."""
        self._buttons.removeWidget(self.close_button)
        self._buttons.addWidget(button)
        self._buttons.addWidget(self.close_button)
        return button

    def fields(self) -> tuple[Field, ...]:
        """The fields, in order."""
        return tuple(self._fields)

    def values(self) -> dict[str, object]:
        """What stands in the fields now, raw, by question id."""
        return {field.question_id: field.value() for field in self._fields}

    def show_errors(self, sentences: Mapping[str, str]) -> None:
        """Say beside each field what is wrong with it, and go to the first.

        Args:
            sentences: by question id; fields that are not named are right.
        """
        for field in self._fields:
            field.show_error(sentences.get(field.question_id, ""))
        wrong = [field for field in self._fields if field.question_id in sentences]
        if wrong:
            wrong[0].focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._grow)  # the sentences need lines of their own

    @property
    def foretold(self) -> str:
        """What is said beside Save; "" for nothing."""
        return self._news.text()

    def foretell(self, sentence: str) -> None:
        """Say beside Save, always in sight, what saving will do.

        Args:
            sentence: such as "3 due dates will move."; "" takes it away.
        """
        self._news.setText(sentence)
        self._news_box.setVisible(bool(sentence))
        QTimer.singleShot(0, self, self._grow)

    def _on_save(self) -> None:
        for field in self._fields:
            field.commit()
        self.save_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, or save from the last field."""
        focused = self.focusWidget()
        if not is_enter(event) or not isinstance(focused, QLineEdit):
            super().keyPressEvent(event)
        elif not goes_on(self._fields, focused):
            self._on_save()

    def setVisible(self, visible: bool) -> None:
        """Take the width before the window is there.

        A window manager that is slow tells of the size that a window had at first when that has
        another one already, and the dialog would stay as narrow as its longest word.
        """
        if visible and not self.isVisible() and not self._is_sized_by_hand:
            self.ensurePolished()
            width = self._width()
            self.setMinimumWidth(min(em(self, _NARROWEST), width))
            self.resize(width, self.sizeHint().boundedTo(most_room(self)).height())
        super().setVisible(visible)

    def _width(self) -> int:
        return min(em(self, self.wide), most_room(self).width())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the fields need, within the screen."""
        super().showEvent(event)
        items = (self._buttons.itemAt(at) for at in range(self._buttons.count()))
        buttons = [item.widget() for item in items if item is not None]
        order_tabs([self._page, *(button for button in buttons if button is not None)])
        self._fit()
        if self._fields and self.focusWidget() in (None, self):
            self._fields[0].focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the size that somebody drew with the mouse."""
        super().resizeEvent(event)
        self._is_sized_by_hand = self._is_sized_by_hand or event.spontaneous()

    def _on_more_to_scroll(self) -> None:
        if self.isVisible() and not self._is_sized_by_hand:
            QTimer.singleShot(0, self, self._grow)

    def _fit(self) -> None:
        width = self._width()
        around = self._head.heightForWidth(width) + self._foot.heightForWidth(width)
        page = self._page.widget()
        inside = 0 if page is None else page.heightForWidth(width)
        self.resize(width, min(inside + around + em(self, 1), self._highest()))
        keep_on_screen(self)
        QTimer.singleShot(0, self, self._grow)

    def _highest(self) -> int:
        """Of the dialog, with room left for the frame that the system draws round it."""
        return most_room(self).height()

    def _grow(self) -> None:
        """Take what the fields turn out to need once they have their width."""
        hidden = self._page.verticalScrollBar().maximum()
        if hidden and self.height() < self._highest():
            self.resize(self.width(), min(self.height() + hidden, self._highest()))
            keep_on_screen(self)

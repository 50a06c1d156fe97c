# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields for words: a line, or a text that grows with what is typed."""

from abc import abstractmethod
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from servicedesk.domain.guides_answers import LONG_TEXT_MOST, TEXT_MOST
from servicedesk.ui.core.tips import plain_tip
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.field_notices import Notice, NoticeLines, spans_within
from servicedesk.ui.widgets.text import label

_NEAR_THE_END = 20
"""Characters left from which on they are counted."""

_FEWEST_LINES = 2
_MOST_LINES = 8
_PARAGRAPH = "\N{PARAGRAPH SEPARATOR}"


class WordsField(Field):
    """What a line and a longer text share: counting, and advice about the words.

    Signals:
        notice_acted: (position) the link of a notice was chosen.
    """

    notice_acted = Signal(int)

    most: int
    """Characters, unless the question says otherwise."""

    def _build(self) -> None:
        self._most = self.most if self.question.maximum is None else self.question.maximum
        self._count = label("", "small")
        self._count.hide()
        self._notices = NoticeLines()
        self._notices.acted.connect(self.notice_acted)
        self._rows.addWidget(self._count)
        self._rows.addWidget(self._notices)

    def _on_text(self) -> None:
        self._show_count()
        self._note_typing()

    def _show_count(self) -> None:
        left = self._most - len(str(self.value()).strip())
        near = left <= min(_NEAR_THE_END, self._most // 4)
        if left < 0:
            self._count.setText(self.tr("{n} too many").format(n=-left))
        elif near:
            self._count.setText(self.tr("{n} left").format(n=left))
        self._count.setVisible(near)

    def set_notices(self, notices: Sequence[Notice]) -> None:
        """Show advice under the field and underline the words it speaks of."""
        self._notices.show_notices(notices)
        self._underline(tuple(notices))

    @abstractmethod
    def _underline(self, notices: tuple[Notice, ...]) -> None: ...

    def _line_of(self, notice: Notice) -> QTextCharFormat:
        worn = QTextCharFormat()
        worn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        token = notice.tone if notice.tone in ("ok", "due", "late") else "soft_ink"
        worn.setUnderlineColor(self._bench.theme.colour(token))
        return worn


class _Line(QLineEdit):
    """A line that can underline some of its words, which Qt only does for input methods."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_composing = False
        self._is_marked = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Notice that letters are being put together, which marking would break off."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on at the end of what stands there when a form leads here by itself."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and not self.hasSelectedText():
            self.end(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of words that are longer than the line; all of them as a hint."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.show_beginning()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width holds more words, or fewer."""
        super().resizeEvent(event)
        self._hint()

    def show_beginning(self) -> None:
        """Go to the first letter, and say all words in a hint where they are cut off."""
        self.setCursorPosition(0)
        self._hint()

    def _hint(self) -> None:
        room = self.width() - 2 * self.fontMetrics().averageCharWidth()
        is_cut = self.fontMetrics().horizontalAdvance(self.text()) > room
        self.setToolTip(plain_tip(self.text()) if is_cut else "")

    def mark(self, spans: Sequence[tuple[int, int, QTextCharFormat]]) -> None:
        """Underline words.

        Args:
            spans: first character, how many, and how they are marked.
        """
        if self._is_composing or not (spans or self._is_marked):
            return
        self._is_marked = bool(spans)
        here = self.cursorPosition()
        as_format = QInputMethodEvent.AttributeType.TextFormat
        marks = [
            QInputMethodEvent.Attribute(as_format, first - here, count, worn)
            for first, count, worn in spans
        ]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", marks))


class TextField(WordsField):
    """A line of words."""

    most = TEXT_MOST

    def _build(self) -> None:
        super()._build()
        self._edit = _Line()
        self._place(self._edit)
        self._speak_for(self._edit)
        self._edit.textChanged.connect(self._on_text)
        self._edit.editingFinished.connect(self.commit)
        self._edit.inputRejected.connect(self._tell_of_the_end)

    def value(self) -> str:
        """What is typed."""
        return self._edit.text()

    def _show_value(self, value: object) -> None:
        shown = "" if value is None else str(value)
        if shown != self._edit.text():
            self._edit.setText(shown)
            self._edit.show_beginning()

    def _tell_of_the_end(self) -> None:
        self.show_error(self.tr("That was too long to take in. The end of it was left out."))

    def _on_text(self) -> None:
        self._edit.mark(())
        super()._on_text()

    def _underline(self, notices: tuple[Notice, ...]) -> None:
        self._edit.mark(
            [
                (first, last - first, self._line_of(notice))
                for notice, first, last in spans_within(notices, len(self.value()))
            ]
        )

    def focus_target(self) -> QLineEdit:
        """The line."""
        return self._edit


class GrowingEdit(QPlainTextEdit):
    """A text that is as high as its words, from two lines to eight; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self._shown_lines = 0

    def text(self) -> str:
        """The words, with hard spaces kept, which ``toPlainText`` would lose."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def sizeHint(self) -> QSize:
        """As high as the words, within bounds."""
        lines = round(self.document().size().height())
        lines = min(max(lines, _FEWEST_LINES), _MOST_LINES)
        around = 2 * self.frameWidth()
        if self.isVisible():
            around = self.height() - self.viewport().height()
        # The layout of the text rounds the height of a line up, the metrics round it anyhow.
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        height = lines * line + 2 * self.document().documentMargin() + 1
        return QSize(super().sizeHint().width(), ceil(height) + around)

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def _on_size(self) -> None:
        lines = round(self.document().size().height())
        if lines != self._shown_lines:
            self._shown_lines = lines
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths break the lines elsewhere."""
        super().resizeEvent(event)
        self._on_size()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now, and once it is laid out, is it known how much room the edge takes."""
        super().showEvent(event)
        self.updateGeometry()
        QTimer.singleShot(0, self, self.updateGeometry)

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other room when the letters change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()


class LongTextField(WordsField):
    """A text of several lines."""

    most = LONG_TEXT_MOST

    def _build(self) -> None:
        super()._build()
        self._edit = GrowingEdit()
        self._place(self._edit)
        self._speak_for(self._edit)
        self._edit.textChanged.connect(self._on_text)
        self._commits_when_left(self._edit)

    def value(self) -> str:
        """What is typed, its lines parted by line breaks."""
        return self._edit.text()

    def _show_value(self, value: object) -> None:
        shown = "" if value is None else str(value)
        if shown != self._edit.text():
            self._edit.setPlainText(shown)

    def show_typed(self, raw: object) -> None:
        """Show what was being typed, with the keyboard at its end, where typing goes on."""
        super().show_typed(raw)
        self._edit.moveCursor(QTextCursor.MoveOperation.End)

    def _underline(self, notices: tuple[Notice, ...]) -> None:
        marked = []
        for notice, first, last in spans_within(notices, len(self.value())):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._edit.document())
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = self._line_of(notice)
            marked.append(selection)
        self._edit.setExtraSelections(marked)

    def focus_target(self) -> GrowingEdit:
        """The text."""
        return self._edit

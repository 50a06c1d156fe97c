# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Shows one page of the help: text and links within the program; nothing is ever loaded."""

from PySide6.QtCore import QByteArray, QUrl, Signal
from PySide6.QtGui import (
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from servicedesk.ui.core.theme import Theme

_LINE_HEIGHT = 115
"""Of a line of text, in percent of its letters."""

_WIDEST = 46.0
"""Width of the text in text heights; wider lines are hard to read."""

_SHARES = (34, 66)
"""Widths of a table of two columns, in percent, so that tables on one page stand in line."""


class Reader(QTextBrowser):
    """A page that can be read by key: Tab goes from link to link, Enter follows one.

    Signals:
        followed: (where to) a link within the program, such as "printing" or "charter/write".

    Args:
        theme: colours and measures.
    """

    followed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[str, bool] = ("", False)
        self.setObjectName("reading")
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Help page"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.anchorClicked.connect(self._follow)
        self._is_stale = False
        theme.changed.connect(self._dress_when_seen)

    def show_text(self, text: str, *, is_plain: bool = False) -> None:
        """Show a page from its top.

        Args:
            text: Markdown of our own, or the plain text of a licence.
            is_plain: which of the two.
        """
        self._shown = (text, is_plain)
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short enough to be read, and the scroll bar at the edge of the page."""
        self._keep_narrow()
        super().resizeEvent(event)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing: no picture, no file, no address."""
        return QByteArray()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what the theme changed while nobody saw it."""
        if self._is_stale:
            self._dress()
        super().showEvent(event)

    def _dress_when_seen(self) -> None:
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self._dress()

    def _dress(self) -> None:
        """Lay the page out for the size and the colours of now."""
        self._is_stale = False
        text, is_plain = self._shown
        at = self.verticalScrollBar().value()
        if is_plain:
            self.setPlainText(text)
        else:
            self.setMarkdown(text)
            self._space_out()
        self._keep_narrow()
        self.document().setDocumentMargin(self._theme.em(0.6))
        self.verticalScrollBar().setValue(at)

    def _keep_narrow(self) -> None:
        free = self.width() - self.verticalScrollBar().width() - self._theme.em(_WIDEST)
        self.setViewportMargins(0, 0, max(0, free), 0)

    def _space_out(self) -> None:
        em = self._theme.em
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            spaced = block.blockFormat()
            spaced.setLineHeight(
                float(_LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            is_heading = spaced.headingLevel() > 0
            spaced.setTopMargin(em(1.1) if is_heading and block.blockNumber() else 0)
            in_list = block.textList() is not None
            in_table = cursor.currentTable() is not None
            spaced.setBottomMargin(0 if in_table else em(0.25 if in_list else 0.55))
            cursor.setBlockFormat(spaced)
            self._letter(cursor, block)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame)

    def _letter(self, cursor: QTextCursor, block: QTextBlock) -> None:
        """Headings as large as on every page; links underlined, for colour never stands alone."""
        level = block.blockFormat().headingLevel()
        pieces: list[QTextFragment] = []
        at = block.begin()
        while not at.atEnd():
            pieces.append(at.fragment())
            at += 1
        for piece in pieces:
            lettered = piece.charFormat()
            if level:
                lettered.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                size = self._theme.title_points if level == 1 else self._theme.text_points * 1.12
                lettered.setFontPointSize(size)
            lettered.setFontUnderline(lettered.isAnchor())
            cursor.setPosition(piece.position())
            end = piece.position() + piece.length()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(lettered)

    def _rule(self, table: QTextTable) -> None:
        ruled = table.format()
        ruled.setBorderCollapse(True)
        ruled.setBorder(1)
        ruled.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        ruled.setBorderBrush(self._theme.colour("line"))
        ruled.setCellPadding(self._theme.em(0.4))
        ruled.setTopMargin(self._theme.em(0.4))
        ruled.setBottomMargin(self._theme.em(0.8))
        ruled.setWidth(QTextLength(QTextLength.Type.PercentageLength, 98))
        if table.columns() == len(_SHARES):
            percent = QTextLength.Type.PercentageLength
            ruled.setColumnWidthConstraints([QTextLength(percent, share) for share in _SHARES])
        table.setFormat(ruled)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in {"", "file"} and not link.host():
            self.followed.emit(link.path().removesuffix(".md"))

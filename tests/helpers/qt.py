# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of screens share: the real theme and words, and ways to look at widgets."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from servicedesk.app.dressing import theme_of
from servicedesk.content.words import Words, load_words
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.shell.undo_bar import UndoBar
from servicedesk.ui.widgets.tab_order import focus_chain

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def theme(scheme: str = "light", percent: int = 100) -> Theme:
    """The colours and type that the program wears."""
    return theme_of(RESOURCES, percent, scheme)


@contextmanager
def dressed(worn: Theme) -> Iterator[Theme]:
    """Let the whole program wear a theme for as long as this lasts."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    worn.apply(application)
    try:
        yield worn
    finally:
        application.setStyleSheet("")
        application.setStyle("Fusion")
        application.setPalette(QPalette())
        application.setFont(QFont())
        worn.deleteLater()


@cache
def words() -> Words:
    """The words that the program speaks; taken apart once, for nobody changes them."""
    return load_words(root=RESOURCES)


def speak_british() -> None:
    """Write days and numbers as the program does."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def png(width: int, height: int, colour: str = "#0B5D5E") -> bytes:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def seen_texts(widget: QWidget) -> list[str]:
    """Everything that can be read on a window, in no order that means anything."""
    found = [
        child.text()
        for kind in (QLabel, QAbstractButton)
        for child in widget.findChildren(kind)
        if child.isVisibleTo(widget) and child.text()
    ]
    return [*found, widget.windowTitle()]


def painted(words: str) -> str:
    """The words of a button as they are painted: one "&" marks a key, two are one."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def stops(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that Tab goes through, from the first on."""
    chain = focus_chain(widget.window())
    at = chain.index(widget) if widget in chain else 0
    for current in (*chain[at + 1 :], *chain[:at]):
        by_tab = current.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_tab and current.isVisibleTo(widget) and current.isEnabled():
            yield current


def lies_over(widget: QWidget) -> bool:
    """Whether it stands in the bar of messages, which goes where the page leaves it room."""
    return isinstance(widget.parentWidget(), UndoBar)


def accessible_name(widget: QWidget) -> str:
    """What a screen reader calls a widget.

    Away from Windows Qt gives what is chosen in a combo box in the place of its name, and tells
    readers of its label in another way: what it is called stands in these two.
    """
    from PySide6.QtGui import QAccessible

    if isinstance(widget, QComboBox):
        return widget.accessibleName() or _label_of(widget)
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _label_of(widget: QWidget) -> str:
    labels = (label for label in widget.window().findChildren(QLabel) if label.buddy() is widget)
    return next((label.text().replace("&", "") for label in labels), "")

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The three doors through which a fault reaches a person.

A refusal is shown beside the field it speaks of, never in a box. A trouble says what happened,
what is safe and what to do. Anything else is our own bug and goes on to the crash window.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.core.labels import Labels, SpokenTrouble

Beside = Callable[[str, str | None], None]
"""Shows a sentence beside the field of that name, or in the page's banner when it is None."""


def show(fault: Exception, parent: QWidget, labels: Labels, beside: Beside) -> None:
    """Send a fault through its door.

    Args:
        fault: what was raised.
        parent: the window that a box belongs to.
        labels: the words.
        beside: where the page shows a refusal.

    Raises:
        Exception: ``fault`` itself, when it is neither a refusal nor a trouble.
    """
    if isinstance(fault, Refusal):
        beside(labels.refusal(fault), fault.field)
    elif isinstance(fault, Trouble):
        show_trouble(labels.trouble(fault), parent)
    else:
        raise fault


def show_trouble(words: SpokenTrouble, parent: QWidget | None = None) -> None:
    """Say what happened, what is safe and what to do, with one button."""
    box = _box(words.happened, "\n\n".join(part for part in (words.safe, words.do) if part), parent)
    box.addButton(box.tr("Close this message"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def ask(words: SpokenTrouble, verb: str, safe_verb: str, parent: QWidget | None = None) -> bool:
    """Ask about something that cannot be undone.

    Args:
        words: what would happen.
        verb: the button that does it, such as "Open anyway".
        safe_verb: the button that does not; it comes first and is chosen by Enter and Esc.
        parent: the window it belongs to.

    Returns:
        True when the person chose ``verb``.
    """
    box = _box(words.happened, "\n\n".join(part for part in (words.safe, words.do) if part), parent)
    safe = box.addButton(safe_verb, QMessageBox.ButtonRole.RejectRole)
    chosen = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(safe)
    box.setEscapeButton(safe)
    box.exec()
    return box.clickedButton() is chosen


def _box(text: str, more: str, parent: QWidget | None) -> QMessageBox:
    """A box of plain text: data in it must not be read as markup, which can load local files."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(box.tr("Servicedesk"))
    box.setText(text)
    box.setInformativeText(more)
    return box

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Asks which file or folder is meant, in the system's own dialog."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def _options() -> QFileDialog.Option:
    """The system's dialog; Qt's own where there is no system to ask."""
    if QGuiApplication.platformName() == "offscreen":
        return QFileDialog.Option.DontUseNativeDialog
    return QFileDialog.Option(0)


def open_file(
    parent: QWidget | None, title: str, kinds: str = "", folder: Path | None = None
) -> Path | None:
    """Ask for a file that exists.

    Args:
        parent: the window that asks.
        title: over the dialog.
        kinds: such as "Pictures (*.png *.jpg)"; "" for any file.
        folder: to begin in; None for the system's choice.

    Returns:
        The file, or None when the person thought better of it.
    """
    found, _ = QFileDialog.getOpenFileName(
        parent, title, str(folder or ""), kinds, options=_options()
    )
    return Path(found) if found else None


def save_file(
    parent: QWidget | None, title: str, name: str, kinds: str = "", folder: Path | None = None
) -> Path | None:
    """Ask where to save a file; the dialog asks before it is put over another one.

    Args:
        parent: the window that asks.
        title: over the dialog.
        name: suggested, such as "poster.pdf"; its ending is added to a name without one.
        kinds: such as "PDF (*.pdf)"; "" for any file.
        folder: to begin in; None for the system's choice.

    Returns:
        The file, or None when the person thought better of it.
    """
    start = str(folder / name) if folder else name
    found, _ = QFileDialog.getSaveFileName(parent, title, start, kinds, options=_options())
    if not found:
        return None
    ending = Path(name).suffix
    chosen = Path(found)
    return chosen if chosen.suffix or not ending else chosen.with_name(chosen.name + ending)


def choose_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """Ask for a folder that exists.

    Args:
        parent: the window that asks.
        title: over the dialog.
        folder: to begin in; None for the system's choice.

    Returns:
        The folder, or None when the person thought better of it.
    """
    options = _options() | QFileDialog.Option.ShowDirsOnly
    found = QFileDialog.getExistingDirectory(parent, title, str(folder or ""), options=options)
    return Path(found) if found else None

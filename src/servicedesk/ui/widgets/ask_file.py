# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Asks which file or folder is meant, in the system's own dialog.

It begins where somebody looked the last time, else among the documents, else at home; never in the
current folder, which is the program's own as often as not.
"""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

_used: dict[str, Path] = {}
"""Title of a dialog -> the folder where it was answered last, while the program runs."""


def beginning(title: str, folder: Path | None = None) -> Path:
    """The folder to begin in.

    Args:
        title: of the dialog; what it asks for mostly lies where it was found the last time.
        folder: wished for; one that is gone by now is passed over.
    """
    last = next(reversed(_used.values()), None)
    for found in (folder, _used.get(title), last, *map(Path, _documents())):
        if found is not None and found.is_dir():
            return found
    return Path.home()


def _documents() -> list[str]:
    return QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)


def _note(title: str, folder: Path) -> None:
    _used.pop(title, None)  # so that it stands last
    _used[title] = folder


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
        folder: to begin in; None for where it makes sense.

    Returns:
        The file, or None when the person thought better of it.
    """
    start = str(beginning(title, folder))
    found, _ = QFileDialog.getOpenFileName(parent, title, start, kinds, options=_options())
    if not found:
        return None
    _note(title, Path(found).parent)
    return Path(found)


def open_files(
    parent: QWidget | None, title: str, kinds: str = "", folder: Path | None = None
) -> tuple[Path, ...]:
    """Ask for any number of files that exist.

    Args:
        parent: the window that asks.
        title: over the dialog.
        kinds: such as "Pictures (*.png *.jpg)"; "" for any file.
        folder: to begin in; None for where it makes sense.

    Returns:
        The files; none when the person thought better of it.
    """
    start = str(beginning(title, folder))
    found, _ = QFileDialog.getOpenFileNames(parent, title, start, kinds, options=_options())
    if found:
        _note(title, Path(found[0]).parent)
    return tuple(map(Path, found))


def save_file(
    parent: QWidget | None, title: str, name: str, kinds: str = "", folder: Path | None = None
) -> Path | None:
    """Ask where to save a file; the dialog asks before it is put over another one.

    Args:
        parent: the window that asks.
        title: over the dialog.
        name: suggested, such as "poster.pdf"; its ending is added to a name without one.
        kinds: such as "PDF (*.pdf)"; "" for any file.
        folder: to begin in; None for where it makes sense.

    Returns:
        The file, or None when the person thought better of it.
    """
    start = str(beginning(title, folder) / name)
    found, _ = QFileDialog.getSaveFileName(parent, title, start, kinds, options=_options())
    if not found:
        return None
    ending = Path(name).suffix
    chosen = Path(found)
    _note(title, chosen.parent)
    return chosen if chosen.suffix or not ending else chosen.with_name(chosen.name + ending)


def choose_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """Ask for a folder that exists.

    Args:
        parent: the window that asks.
        title: over the dialog.
        folder: to begin in; None for where it makes sense.

    Returns:
        The folder, or None when the person thought better of it.
    """
    options = _options() | QFileDialog.Option.ShowDirsOnly
    start = str(beginning(title, folder))
    found = QFileDialog.getExistingDirectory(parent, title, start, options=options)
    if not found:
        return None
    _note(title, Path(found))
    return Path(found)

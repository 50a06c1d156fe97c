# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The files of a record: dropped, pasted or chosen, shown small, opened and removed by key."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from servicedesk.domain.kinds import Kind
from servicedesk.domain.record_files import FileCard
from servicedesk.ui.core.tips import plain_tip
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.ask_file import open_files, save_file
from servicedesk.ui.widgets.buttons import WrapButton, side_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.files_presenter import Brought, FilesPresenter
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_PICTURE = 2.6
"""Of a small picture, in text heights."""

_NAME_MOST = 40
"""Characters of a name that are shown; the rest is told to those who listen and point."""

_MENU_KEYS = (Qt.Key.Key_Menu,)


class FileTile(WrapButton):
    """One file. Enter opens it, Delete removes it, the menu key offers the rest.

    Signals:
        remove_wanted: it shall be taken from the record.
        menu_wanted: what else can be done shall be offered.

    Args:
        card: of the file.
        size: its size in words.
        picture: of it as PNG, or None.
    """

    remove_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, card: FileCard, size: str, picture: bytes | None) -> None:
        short = card.name
        if len(short) > _NAME_MOST:
            half = _NAME_MOST // 2
            short = f"{short[:half].rstrip()}…{short[-half:].lstrip()}"
        words = self.tr("{name} ({size})").format(name=short, size=size)
        super().__init__(words.replace("&", "&&"), "side")
        self.card = card
        self.setAccessibleName(words)
        self.setAccessibleDescription(card.name if short != card.name else "")
        self.setToolTip(plain_tip(card.name))
        self._show_picture(picture)

    def _show_picture(self, picture: bytes | None) -> None:
        drawn = QPixmap()
        if picture is not None and drawn.loadFromData(picture):
            side = em(self, _PICTURE)
            self.setIcon(QIcon(drawn))
            self.setIconSize(QSize(side, side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove by Delete, offer the rest by the menu key."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.key() in _MENU_KEYS:
            self.menu_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the rest."""
        event.accept()
        self.menu_wanted.emit()


class FilesStrip(QFrame):
    """Shows the files of a record and takes new ones.

    Args:
        bench: of the open file.

    Attributes:
        presenter: takes them in.
        add_button: asks for files.
        tiles: the files on the screen, in order.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = FilesPresenter(bench, self)
        self.tiles: tuple[FileTile, ...] = ()
        self._notice: Notice | None = None
        self.setAcceptDrops(True)
        self._build()
        self.presenter.state_changed.connect(self._show_state)
        self._show_state()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        self._flow = FlowLayout()
        rows.addLayout(self._flow)
        self.add_button = side_button(self.tr("Attach files…"))
        self.add_button.clicked.connect(self._ask)
        self._flow.addWidget(self.add_button)
        self._hint = label(self.tr("Or drop files here, or paste them with Ctrl+V."), "small")
        rows.addWidget(self._hint)
        self._busy = label(self.tr("Attaching…"), "small")
        rows.addWidget(self._busy)
        self._notes = QVBoxLayout()
        rows.addLayout(self._notes)

    def show_record(self, kind: Kind, record_id: int | None) -> None:
        """Show the files of a record, or nothing.

        Args:
            kind: of the record.
            record_id: its number; None hides the strip.
        """
        self.presenter.show_record(kind, record_id)
        self.setVisible(record_id is not None)

    def bring_from(self, data: QMimeData) -> bool:
        """Take in what was dropped or pasted.

        Returns:
            Whether there was a file or a picture in it.
        """
        brought = [
            Brought(source=Path(url.toLocalFile())) for url in data.urls() if url.isLocalFile()
        ]
        if not brought and data.hasImage():
            picture = _as_png(QImage(data.imageData()))
            if picture:
                brought = [Brought(source=picture, name=self.tr("Pasted picture.png"))]
        self.presenter.bring(brought)
        return bool(brought)

    def _ask(self) -> None:
        chosen = open_files(self, self.tr("Attach files"))
        self.presenter.bring([Brought(source=path) for path in chosen])

    def _show_state(self) -> None:
        state = self.presenter.state
        if tuple(tile.card for tile in self.tiles) != state.files:
            self._show_tiles(state.files)
        self._busy.setVisible(state.is_busy)
        self.add_button.setEnabled(self.presenter.has_record)
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if state.said:
            action = self.tr("Attach it all the same") if state.large else ""
            self._notice = Notice("due", state.said, action)
            self._notice.acted.connect(self.presenter.bring_large)
            self._notes.addWidget(self._notice)

    def _show_tiles(self, files: tuple[FileCard, ...]) -> None:
        had = next((at for at, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        for tile in self.tiles:
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._flow.removeWidget(self.add_button)
        self.tiles = tuple(map(self._tile, files))
        for widget in (*self.tiles, self.add_button):
            self._flow.addWidget(widget)
        order_tabs([*self.tiles, self.add_button])
        if had is not None:
            near = self.tiles[min(had, len(self.tiles) - 1)] if self.tiles else self.add_button
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tile(self, card: FileCard) -> FileTile:
        picture = self.presenter.picture(card.id) if card.has_thumbnail else None
        tile = FileTile(card, self.presenter.size(card), picture)
        tile.clicked.connect(lambda _=False: self.presenter.open(card.id))
        queued = Qt.ConnectionType.QueuedConnection  # the tile goes with what it asks for
        tile.remove_wanted.connect(lambda: self.presenter.remove(card.id), queued)
        tile.menu_wanted.connect(lambda: self._offer(tile))
        return tile

    def _offer(self, tile: FileTile) -> None:
        """What can be done with a file, in a menu under it."""
        menu = QMenu(self)
        menu.setAccessibleName(tile.accessibleName())
        deeds: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("&Open"), lambda: self.presenter.open(tile.card.id)),
            (self.tr("&Save a copy…"), lambda: self._save(tile.card.id)),
            (self.tr("&Remove"), tile.remove_wanted.emit),
        )
        for words, run in deeds:
            menu.addAction(words).triggered.connect(lambda _=False, do=run: do())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(tile.mapToGlobal(tile.rect().bottomLeft()))

    def _save(self, file_id: int) -> None:
        name = self.presenter.copy_name(file_id)
        path = save_file(self, self.tr("Save a copy"), name) if name else None
        if path is not None:
            self.presenter.save_copy(file_id, path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take in what was copied elsewhere."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.bring_from(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that files and pictures may be dropped here."""
        data = event.mimeData()
        if self.presenter.has_record and (data.hasUrls() or data.hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is dropped; where it came from it stays."""
        if self.bring_from(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()


def _as_png(picture: QImage) -> bytes:
    """A picture as the bytes of a file; b"" for one that cannot be written."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(picture)
    return bytes(data.data())

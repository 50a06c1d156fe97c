# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The paper beside the page: which of the four, its page as it will print, and turning it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from servicedesk.ui.charter.toggles import Toggles
from servicedesk.ui.charter.wizard_state import Tab, WizardState
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.page_image import PageImage
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.services.charters_writing import Preview
    from servicedesk.ui.core.theme import Theme

_TABS = tuple(Tab)
_SETTLES = 80
"""Milliseconds after the last change of size until a sharper picture is asked for."""

_SHAPE = 0.71
"""Width of a sheet to its height, A4 or nearly so."""


class PaperPane(QFrame):
    """Shows the draft as it will print.

    Args:
        theme: colours and sizes.

    Signals:
        tab_chosen: (Tab) another paper is wanted.
        width_changed: (pixels of the screen) the picture has another width.
        turned: (page, from 0) another page of the paper is wanted.
    """

    tab_chosen = Signal(object)
    width_changed = Signal(int)
    turned = Signal(int)

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backdrop")
        self._shown: Preview | None = None
        self._build(theme)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLES)
        self._settle.timeout.connect(self._tell_width)

    def _build(self, theme: "Theme") -> None:
        names = {
            Tab.POSTER: self.tr("Poster"),
            Tab.LEAFLET: self.tr("Leaflet"),
            Tab.FULL_TEXT: self.tr("Full text"),
            Tab.LARGE_PRINT: self.tr("Large print"),
        }
        self._names = names
        self._tabs = Toggles([names[tab] for tab in _TABS])
        self._tabs.chosen.connect(self._on_tab)
        self.picture = PageImage(theme.colour("focus"), theme.colour("soft_ink"))
        self._place = label("", "small")
        self._before = side_button(self.tr("Page before"))
        self._after = side_button(self.tr("Next page"))
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._pager = QWidget()
        pager = QHBoxLayout(self._pager)
        pager.setContentsMargins(0, 0, 0, 0)
        pager.addWidget(self._before)
        pager.addWidget(self._place, 1)
        pager.addWidget(self._after)
        self._pager.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 10, 4, 10)
        rows.setSpacing(0)
        rows.addWidget(self._tabs)
        rows.addWidget(self.picture, 1)
        rows.addWidget(self._pager)

    def show_state(self, state: WizardState) -> None:
        """Show what is drawn; the last picture stays until the next one is there."""
        self._tabs.pick(_TABS.index(state.tab))
        name = self._names[state.tab]
        self.picture.setAccessibleName(self.tr("{paper} as it will print").format(paper=name))
        preview = state.preview
        if preview is None:
            if self._shown is not None or not self.picture.has_page:
                self.picture.show_image(QImage(), self.tr("Drawing it …"))
            self._shown = None
            return
        if preview is self._shown:
            return
        self._shown = preview
        image = QImage(
            preview.bgra,
            preview.width,
            preview.height,
            preview.width * 4,
            QImage.Format.Format_RGB32,
        )
        image.setDevicePixelRatio(1)
        self.picture.show_image(image.copy(), "")
        self.picture.setAccessibleDescription(preview.words)
        self._pager.setVisible(preview.pages > 1)
        self._place.setText(self.tr("{at} of {all}").format(at=preview.page + 1, all=preview.pages))
        self._before.setEnabled(preview.page > 0)
        self._after.setEnabled(preview.page + 1 < preview.pages)

    def wanted_width(self) -> int:
        """Pixels of the screen across the picture, so that it is sharp."""
        room = self.picture.room
        width = min(room.width(), round(room.height() * _SHAPE))
        return max(1, round(width * self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of the new size once it has settled."""
        super().resizeEvent(event)
        self._settle.start()

    def _tell_width(self) -> None:
        if self.isVisible():
            self.width_changed.emit(self.wanted_width())

    def _on_tab(self, at: int) -> None:
        self.tab_chosen.emit(_TABS[at])

    def _turn(self, by: int) -> None:
        if self._shown is not None:
            self.turned.emit(self._shown.page + by)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The frame of the window: rail, band, the page that is shown, and what is said around it.

It is painted before storage is brought in: frame, rail and the first page's heading need no file.
``opened`` hands it the bench, and from then on it shows pages.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.actions import Actions
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Place, Room
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.shell.band import Band
from servicedesk.ui.shell.rail import Rail
from servicedesk.ui.shell.rooms import FIRST, quiet_rooms
from servicedesk.ui.shell.rooms import rooms as every_room
from servicedesk.ui.shell.search_box import SearchBox
from servicedesk.ui.shell.stages import OpeningPage
from servicedesk.ui.shell.strip import Strip
from servicedesk.ui.shell.undo_bar import UndoBar
from servicedesk.ui.shell.walk import Walk
from servicedesk.ui.widgets.sizes import keep_on_screen, most_room

if TYPE_CHECKING:  # what a file brings with it
    from servicedesk.ui.core.workbench import Workbench

_FOLDS_UNDER = 52.0
"""Width of the window in heights of its text, under which the rail shows icons alone."""

_MINUTE_MS = 60_000


class Frame(QMainWindow):
    """Everything a person sees, but for dialogs.

    Signals:
        painted: once, when the window is on the screen for the first time.
        arrived: another page is shown, or the same one anew.
        resized: the window has another size.

    Attributes:
        stage: the page that stands alone, before or instead of those of a file; else None.
        keys: what every key does while a file is open; the help lists them.
        may_close: asked when somebody closes the window, once pages have kept what was typed;
            where it says no, it closes the window itself later.

    Args:
        theme: colours, icons and measures, alive.
        has_file: False when there is nothing to open yet: no door is shown then.
        rooms: what the rail opens; None for every room there is.
    """

    painted = Signal()
    arrived = Signal()
    resized = Signal()

    def __init__(
        self, theme: Theme, *, has_file: bool = True, rooms: Sequence[Room] | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._is_painted = False
        self.may_close: Callable[[], bool] = lambda: True
        self._has_doors = has_file
        self.rooms = tuple(rooms or every_room())
        """What the rail opens; other rooms are opened by places alone."""
        self._walk: Walk | None = None
        self._bench: Workbench | None = None
        self.stage: Page | None = None
        self._today: date | None = None
        self.keys = Actions(self)
        self._build()
        self._wire()
        self.show_stage(OpeningPage(theme) if has_file else Page(), has_doors=has_file)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Servicedesk"))
        self.rail = Rail(self.rooms, self._theme)
        self.search = SearchBox(self._theme)
        self.band = Band(self._theme, self.search)
        self.undo_bar = UndoBar(self._theme)
        self.ribbon = Strip("quiet", self._theme, can_go=False)
        self.notice = Strip("due", self._theme, can_go=True)
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)  # a page that needs much scrolls; the window stays small
        self.inside = QWidget()
        halves = QHBoxLayout(self.inside)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.ribbon, self.band, self.notice):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        halves.addLayout(column, 1)
        self.undo_bar.lie_over(self._stack)
        self.setCentralWidget(self.inside)
        self.resize(1180, 760)
        self._dress()

    def _wire(self) -> None:
        self._theme.changed.connect(self._dress)
        self.rail.chosen.connect(lambda room: self.go(Place(room=room)))
        self._midnight = QTimer(self)
        self._midnight.setInterval(_MINUTE_MS)
        self._midnight.timeout.connect(self._look_at_the_day)

    # What the attic calls.

    def show_stage(self, page: Page, *, has_doors: bool = False) -> None:
        """Show a page that stands alone, before or instead of those of an open file.

        Args:
            page: such as the welcome, or a trouble.
            has_doors: rail and search stay in sight, because a file is about to be open.
        """
        self._has_doors = has_doors
        self.rail.show_doors(has_doors)
        self.band.setVisible(has_doors)
        before, self.stage = self.stage, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        target = page.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def opened(self, bench: "Workbench", place: Place | None = None) -> None:
        """The file is open: from now on there are pages.

        Args:
            bench: of that file; another file that was open before is let go.
            place: where to begin; None for the first room.
        """
        self.let_go()
        self._bench = bench
        self._walk = Walk(self._stack, (*self.rooms, *quiet_rooms()), bench, self)
        self._walk.arrived.connect(self._show_arrival)
        self._has_doors = True
        self.rail.show_doors(True)
        self._walk.go(place or Place(room=FIRST))
        self._look_at_the_day()
        self._midnight.start()

    def tell_nothing(self) -> None:
        """Say nothing any more of what is in the file: it is locked."""
        self.setWindowTitle(self.tr("Servicedesk"))
        self.rail.show_nothing()
        self.undo_bar.hush()

    def let_go(self) -> None:
        """Leave every page, because the file is about to be closed."""
        self._midnight.stop()
        walk, self._walk, self._bench = self._walk, None, None
        if walk is not None:
            walk.deleteLater()
            walk.end()

    def show_leaving(self) -> None:
        """Say that the window closes as soon as the last backup is made."""
        self.undo_bar.say(self.tr("Backing up …  The window closes by itself."), False)
        self.setEnabled(False)

    @property
    def page(self) -> Page | None:
        """The page that is shown; None before a file is open."""
        return self._walk.page if self._walk is not None else None

    @property
    def here(self) -> Place | None:
        """The place that is shown; None before a file is open."""
        return self._walk.here if self._walk is not None else None

    def back(self) -> None:
        """Go back to where one came from."""
        if self._walk is not None:
            self._walk.back()

    def go(self, place: Place) -> None:
        """Go to a place; nothing happens before a file is open."""
        if self._walk is not None:
            self._walk.go(place)

    @property
    def place(self) -> str:
        """Where the window is and how large, for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def put_at(self, place: str) -> None:
        """Put the window where it was; without a place that makes sense, where it fits."""
        if self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore"))):
            return
        most = most_room(self)
        is_small = self.width() > most.width() or self.height() > most.height()
        self.resize(self.size().boundedTo(most))
        keep_on_screen(self)
        if is_small:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def bring_forward(self) -> None:
        """Come before other windows, with the dialog that is open, if one is."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        foremost = QApplication.activeModalWidget() or self
        foremost.raise_()
        foremost.activateWindow()

    # What happens.

    def _show_arrival(self, place: Place) -> None:
        if self.stage is not None:
            self._stack.removeWidget(self.stage)
            self.stage.deleteLater()
            self.stage = None
        self.rail.show_room(place.room)
        page = self.page
        self.band.setVisible(page is None or not page.has_own_header)
        self.undo_bar.find_place()
        self.arrived.emit()

    def _look_at_the_day(self) -> None:
        if self._bench is not None and self._bench.today != self._today:
            is_midnight = self._today is not None
            self._today = self._bench.today
            self.band.show_day(self._today)
            if is_midnight and self._walk is not None:
                self._walk.look_again()

    def _dress(self) -> None:
        for part in (self.rail, self.band, self.undo_bar, self.ribbon, self.notice):
            part.dress()
        self._arrange()

    def _arrange(self) -> None:
        should_fold = self.width() < self._theme.em(_FOLDS_UNDER)
        if should_fold != self.rail.is_folded:
            self.rail.fold(should_fold)
            self.rail.show_doors(self._has_doors)

    # Qt overrides.

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for the screen to ask for the window for the first time."""
        super().showEvent(event)
        handle = self.windowHandle()
        if not self._is_painted and handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the first paint: the window paints all of itself when it is exposed."""
        is_expose = event.type() is QEvent.Type.Expose and not self._is_painted
        if is_expose and isinstance(watched, QWindow) and watched.isExposed():
            self._is_painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail where there is little room."""
        super().resizeEvent(event)
        self._arrange()
        self.resized.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through what there is now: rail, band, page, and then the bar at the foot."""
        self.undo_bar.come_last()
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, when nothing on the page wanted it."""
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed."""
        if self._walk is not None:
            self._walk.leave()
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

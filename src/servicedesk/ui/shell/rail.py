# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rail: whose shop it is, New, the rooms, who serves, and how the backup stands.

Where the window is narrow for the size of its text the rail folds to icons, whose names are then
tool tips; what a screen reader says stays the same.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.rooms import Room
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.shell.backup_line import BackupWords
from servicedesk.ui.widgets.enter import press_by_enter

_WIDE = 13.4
_FOLDED = 4.4
"""Width of the rail in heights of its text."""

_BESIDE = 4.4
"""What margins, the icon and the gap after it take of that."""

_WIDE_SHEET = "text-align: left; padding-left: {inset}px; padding-right: 0px;"
_INSET = 0.6
"""Between the edge of an entry and its icon, in text heights."""

_FOLDED_SHEET = "text-align: center; padding-left: 0px; padding-right: 0px;"


class RailButton(QPushButton):
    """One entry: an icon, a word that can fold away, and room for a short sign at its end.

    Args:
        title: what it is called, shown or not.
        icon: name of the icon.
        theme: colours, icons and measures.
        name: how the sheet calls it.
        token: colour of the icon.
    """

    def __init__(
        self, title: str, icon: str, theme: Theme, name: str = "rail", token: str = "ink"
    ) -> None:
        super().__init__()
        self._title = title
        self._icon = icon
        self._token = token
        self._theme = theme
        self._is_folded = False
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sign = QLabel()
        self._sign.setTextFormat(Qt.TextFormat.PlainText)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign.hide()
        self._inside = QHBoxLayout(self)
        self._inside.addStretch(1)
        self._inside.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        press_by_enter(self)
        self.dress()
        self.set_title(title)

    def dress(self) -> None:
        """Take icon, colours and measures from the theme as it is now."""
        token = "brand" if self.isChecked() else self._token
        self.setIcon(self._theme.icon(self._icon, token))
        theme = self._theme
        self.setIconSize(theme.icon_size() if self._is_folded else theme.icon_before_words())
        inset = theme.em(_INSET)  # the same for New as for the rooms, so that icons stand in line
        wide = _WIDE_SHEET.format(inset=inset)
        self.setStyleSheet(_FOLDED_SHEET if self._is_folded else wide)
        self._inside.setContentsMargins(0, 0, self._theme.em(0.7), 0)
        if self._token == "brand_ink":  # on a ground of its own the sign has that ground's ink
            self._sign.setStyleSheet(f"color: {self._theme.colour(self._token).name()};")

    @property
    def title(self) -> str:
        """What it is called, shown or not."""
        return self._title

    def set_title(self, title: str) -> None:
        """Show other words, which are also what is read aloud."""
        self._title = title
        self.set_spoken(title)

    def set_spoken(self, words: str) -> None:
        """Have other words read aloud than are shown, as where those are cut."""
        self._spoken = words
        is_whole = words == " ".join(self._title.split())
        self.setText("" if self._is_folded else self._title)
        self.setAccessibleName(words)
        self.setToolTip("" if is_whole and not self._is_folded else words)

    def set_icon(self, icon: str, token: str) -> None:
        """Show another icon."""
        self._icon, self._token = icon, token
        self.dress()

    def set_sign(self, sign: str, name: str) -> None:
        """Show a short sign at the end, such as a number or a key; "" for none."""
        self._sign.setObjectName(name)
        self._sign.setText(sign)
        self._sign.setVisible(bool(sign) and not self._is_folded)

    def fold(self, is_folded: bool) -> None:
        """Show the icon alone, or the word too."""
        self._is_folded = is_folded
        self.dress()
        self.set_spoken(self._spoken)
        self._sign.setVisible(bool(self._sign.text()) and not is_folded)


class Rail(QFrame):
    """All of it.

    Signals:
        chosen: (id of a room) somebody wants to go there.
        new_wanted: the New button was pressed.
        serving_wanted: somebody wants to say who serves.
        backup_wanted: somebody wants to know more of the backup.

    Args:
        rooms: what there is, in order.
        theme: colours, icons and measures.
    """

    chosen = Signal(str)
    new_wanted = Signal()
    serving_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, rooms: Sequence[Room], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme = theme
        self._is_folded = False
        self._has_doors = False
        self._waiting = {room.id for room in rooms if room.waits}
        self._build(rooms)
        self.dress()

    def _build(self, rooms: Sequence[Room]) -> None:
        self.brand = _plain(self.tr("Servicedesk"), "brand")
        self.business = _plain("", "small")
        self.business.hide()
        self.new = RailButton(self.tr("New…"), "plus", self._theme, "main", "brand_ink")
        self.new.set_sign(self.tr("Ctrl N"), "")
        self.new.clicked.connect(self.new_wanted)
        self.entries = {room.id: self._entry(room) for room in rooms}
        self.serving = RailButton("", "user", self._theme)
        self.serving.clicked.connect(self.serving_wanted)
        self.backup = RailButton("", "shield-check", self._theme)
        self.backup.clicked.connect(self.backup_wanted)
        for later in (self.serving, self.backup):
            later.hide()
        self._middle = QWidget()
        entries = self._entries = QVBoxLayout(self._middle)
        entries.setSpacing(2)
        for room in rooms:
            if room.is_at_foot:
                continue
            entries.addWidget(self.entries[room.id])
        entries.addStretch(1)
        for room in rooms:
            if room.is_at_foot:
                entries.addWidget(self.entries[room.id])
        self._column = QVBoxLayout(self)
        for part in (self.brand, self.business, self.new):
            self._column.addWidget(part)
        self._column.addWidget(_scrolling(self._middle), 1)
        self._column.addWidget(self.serving)
        self._line = QFrame()
        self._line.setObjectName("line")
        self._line.hide()
        self._column.addWidget(self._line)
        self._column.addWidget(self.backup)

    def _entry(self, room: Room) -> RailButton:
        entry = RailButton(room.title, room.icon, self._theme)
        entry.setCheckable(True)
        entry.clicked.connect(lambda: self.chosen.emit(room.id))
        return entry

    def dress(self) -> None:
        """Take colours and measures from the theme as it is now."""
        em = self._theme.em
        self._column.setContentsMargins(em(0.75), em(1.2), em(0.75), em(0.8))
        for words, below in ((self.brand, 0), (self.business, em(0.4))):
            words.setContentsMargins(em(_INSET), 0, 0, below)
        self._entries.setContentsMargins(0, em(0.3), 0, 0)
        self._column.setSpacing(em(0.4))
        self.setFixedWidth(em(_FOLDED if self._is_folded else _WIDE))
        for button in (self.new, self.serving, self.backup, *self.entries.values()):
            button.dress()

    def fold(self, is_folded: bool) -> None:
        """Fold to icons, or back to words."""
        self._is_folded = is_folded
        self.brand.setVisible(not is_folded)
        self.business.setVisible(not is_folded and bool(self.business.text()))
        for button in (self.new, self.serving, self.backup, *self.entries.values()):
            button.fold(is_folded)
        self.dress()

    @property
    def is_folded(self) -> bool:
        """True while only icons are shown."""
        return self._is_folded

    def show_business(self, name: str) -> None:
        """Say whose shop it is; "" while nobody has said."""
        self.business.setText(name)
        self.business.setVisible(bool(name) and not self._is_folded)

    def show_serving(self, can_choose: bool, name: str) -> None:
        """Say who serves, where there is somebody to choose from."""
        words = self.tr("Serving: {name}").format(name=name)
        metrics = self.serving.fontMetrics()
        if not name:
            self._say_in_lines(self.serving, (self.tr("Who is serving?"),))
        elif metrics.horizontalAdvance(words) <= self._theme.em(_WIDE - _BESIDE):
            self._say_in_lines(self.serving, (words,))
        else:
            self._say_in_lines(self.serving, (self.tr("Serving:"), name))
        self.serving.setVisible(can_choose)

    def show_needed(self, room: str, count: int) -> None:
        """Say at a room how many things there need somebody now."""
        entry = self.entries[room]
        entry.set_sign(str(count) if count else "", "count")
        if count == 1:
            entry.set_spoken(self.tr("{room}, one thing needs you now").format(room=entry.title))
        elif count:
            words = self.tr("{room}, {count} things need you now")
            entry.set_spoken(words.format(room=entry.title, count=count))
        else:
            entry.set_spoken(entry.title)

    def show_backup(self, words: BackupWords) -> None:
        """Say how the backup stands."""
        self.backup.set_icon(words.icon, words.token)
        self._say_in_lines(self.backup, words.lines)
        self.backup.show()
        self._line.show()

    def show_nothing(self) -> None:
        """Say nothing any more of what is in the file, to those who listen either."""
        self.show_business("")
        self.show_serving(False, "")
        for room in self.entries:
            self.show_needed(room, 0)
        for later in (self.backup, self._line):
            later.hide()

    def _say_in_lines(self, button: RailButton, lines: Sequence[str]) -> None:
        """Show words of any length, cut where there is no room; read aloud they are whole."""
        room = self._theme.em(_WIDE - _BESIDE)
        cut = Qt.TextElideMode.ElideRight
        shown = (button.fontMetrics().elidedText(line, cut, room) for line in lines)
        button.set_title("\n".join(shown))
        button.set_spoken(" ".join(lines))

    def show_room(self, room: str) -> None:
        """Mark the entry of the room that is shown."""
        for name, entry in self.entries.items():
            entry.setChecked(name == room)
            entry.dress()

    def show_doors(self, are_there: bool) -> None:
        """Show entries and New, or hide them while there is nothing behind them."""
        self._has_doors = are_there
        self.new.setVisible(are_there)
        for room, entry in self.entries.items():
            entry.setVisible(are_there and room not in self._waiting)

    def show_waiting(self, waiting: Collection[str]) -> None:
        """Leave out the rooms that the file holds too little for; More leads to them."""
        self._waiting = set(waiting)
        self.show_doors(self._has_doors)


def _plain(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _scrolling(inside: QWidget) -> QScrollArea:
    """A frame that scrolls when the window is too low for every entry."""
    area = QScrollArea()
    area.setObjectName("rail_middle")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setMinimumHeight(1)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside.setObjectName("scrolled")
    area.setWidget(inside)
    return area

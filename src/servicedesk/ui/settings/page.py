# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings: topics at the left, one of them at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.topic import SettingsTopic, TopicPage
from servicedesk.ui.settings.topics import own_topics
from servicedesk.ui.widgets.buttons import WrapButton
from servicedesk.ui.widgets.calm import CalmCombo
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

ROOM = "settings"

_ROOM_FOR_LIST = 56
"""Text heights: how wide the page has to be to show the list of topics."""

_AROUND_WORDS = 6
"""Text heights beside the words of the list: icon, edges, margins."""


class SettingsPage(Page):
    """All settings, one topic at a time.

    Args:
        bench: of the open file.
        topics: in the order of the list; None for the topics of this room alone.
    """

    def __init__(
        self,
        bench: Workbench,
        topics: tuple[SettingsTopic, ...] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._topics = {topic.id: topic for topic in topics or own_topics()}
        self._pages: dict[str, TopicPage] = {}
        self._current = ""
        self._has_goal = False
        self._build()
        bench.theme.changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        self._list = QFrame()
        self._list.setObjectName("steps")
        self._entries = QButtonGroup(self)
        rows = QVBoxLayout(self._list)
        rows.setContentsMargins(12, 16, 12, 16)
        rows.setSpacing(2)
        rows.addWidget(label(self.tr("Settings"), "title"))
        rows.addSpacing(8)
        self._buttons: dict[str, WrapButton] = {}
        for topic in self._topics.values():
            button = WrapButton(topic.title, "rail")
            button.setCheckable(True)
            button.setIcon(self._bench.theme.icon(topic.icon))
            button.clicked.connect(lambda _=False, place=topic.id: self._wanted(place))
            self._entries.addButton(button)
            rows.addWidget(button)
            self._buttons[topic.id] = button
        rows.addStretch(1)
        self._left = QScrollArea()
        self._left.setFrameShape(QFrame.Shape.NoFrame)
        self._left.setWidgetResizable(True)
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._left.setWidget(self._list)
        self._stack = QStackedWidget()
        self._chooser = CalmCombo()
        self._chooser.setAccessibleName(self.tr("Topic"))
        for topic in self._topics.values():
            self._chooser.addItem(self._bench.theme.icon(topic.icon), topic.title, topic.id)
        self._chooser.currentIndexChanged.connect(self._on_chosen)
        self._above = QWidget()
        above = QHBoxLayout(self._above)
        above.setContentsMargins(22, 12, 22, 0)
        above.addWidget(self._chooser)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._above)
        right.addWidget(self._stack, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._left)
        across.addLayout(right, 1)

    @property
    def topics(self) -> tuple[SettingsTopic, ...]:
        """All topics, in order; the search and the shots of the program go through them."""
        return tuple(self._topics.values())

    @property
    def current(self) -> TopicPage:
        """The topic that is shown."""
        return self._pages[self._current]

    def arrive(self, place: Place) -> None:
        """Show the topic that is meant; the one shown last where none is named."""
        wanted = place.part if place.part in self._topics else self._current
        self._show(wanted or next(iter(self._topics)), place.item)
        self._has_goal = bool(place.item)

    def leave(self) -> None:
        """Keep what was typed."""
        if self._current:
            self.current.leave()

    def first_focus(self) -> QWidget | None:
        """The question that was gone to; else the entry of the topic that is shown."""
        if not self._current:
            return None
        goal = self.current.focusWidget() if self._has_goal else None
        if goal is not None:
            return goal
        return self._chooser if self._left.isHidden() else self._buttons[self._current]

    def print_job(self) -> "PrintJob | None":
        """The list of the topic that is shown."""
        return self.current.print_job() if self._current else None

    def _on_chosen(self, at: int) -> None:
        self._wanted(str(self._chooser.itemData(at)))

    def _wanted(self, topic_id: str) -> None:
        self._bench.navigator.open(ROOM, topic_id)
        if self._current != topic_id:  # nobody listens: shown alone, as in tests and shots
            self._show(topic_id)

    def _show(self, topic_id: str, item: str = "") -> None:
        if self._current and self._current != topic_id:
            self.current.leave()
        if topic_id not in self._pages:
            self._pages[topic_id] = self._topics[topic_id].build(self._bench)
            self._stack.addWidget(self._pages[topic_id])
        self._current = topic_id
        self._buttons[topic_id].setChecked(True)
        with QSignalBlocker(self._chooser):
            self._chooser.setCurrentIndex(self._chooser.findData(topic_id))
        self._stack.setCurrentWidget(self.current)
        self.current.arrive(item)

    def _dress(self) -> None:
        """Icons and the list as large as the text; what is chosen is bold, and wider."""
        theme = self._bench.theme
        bold = QFont(self.font())
        bold.setBold(True)
        widest = 0
        for topic_id, button in self._buttons.items():
            button.setIconSize(theme.icon_before_words())
            words = QFontMetrics(bold).horizontalAdvance(self._topics[topic_id].title)
            widest = max(widest, words)
        self._chooser.setIconSize(theme.icon_before_words())
        self._left.setFixedWidth(widest + theme.em(_AROUND_WORDS))
        self._fold()

    def _fold(self) -> None:
        """Where there is no room beside it, the list becomes a box to choose from."""
        has_room = self.width() >= self._bench.theme.em(_ROOM_FOR_LIST)
        self._left.setVisible(has_room)
        self._above.setVisible(not has_room)
        across = self.layout()
        if across is not None:  # a window painted before the next event would show both over
            across.activate()  # one another

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the list."""
        super().resizeEvent(event)
        self._fold()

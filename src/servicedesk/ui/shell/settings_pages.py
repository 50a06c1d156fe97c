# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The topics of the settings, in the order of their list, each from the room that knows of it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.search import Entry, Hit, HitKind
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.topic import SettingsTopic, TopicPage
from servicedesk.ui.settings.topics import own_topics


class BackupPage(TopicPage):
    """The backups, which have a room of their own, as a topic of the settings.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        from servicedesk.ui.backups.topic import BackupTopic

        self._topic = BackupTopic(bench)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._topic)

    def arrive(self, item: str = "") -> None:
        """Show it as it stands now."""
        self._topic.arrive(item)

    def leave(self) -> None:
        """There is nothing typed to keep."""
        self._topic.leave()

    def first_focus(self) -> QWidget | None:
        """What the backups want first."""
        return self._topic.first_focus()


def topics() -> tuple[SettingsTopic, ...]:
    """Every topic that has a page."""
    title = QCoreApplication.translate("Settings", "Backups")
    backups = SettingsTopic(id="backup", title=title, icon="hard-drive", build=BackupPage)
    return (*own_topics(), backups)


def topic_entries(labels: Labels) -> Iterator[Entry]:
    """What the search finds of them: their names, and other words that people look for.

    Args:
        labels: hold those words, which are not shown.
    """
    for topic in topics():
        hit = Hit(title=topic.title, room="settings", part=topic.id)
        also = labels.say(f"search.also.{topic.id}")
        yield Entry(kind=HitKind.SETTING, hit=hit, also=also)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The topics of the settings, in the order of their list, each from the room that knows of it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.search import Entry, Hit, HitKind
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.topic import SettingsTopic, TopicPage
from servicedesk.ui.settings.topics import own_topics

if TYPE_CHECKING:  # a page comes in when its topic is first opened
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.backups.topic import BackupTopic
    from servicedesk.ui.customers.duplicates import DuplicatesTopic
    from servicedesk.ui.letters.topic import LettersTopic


class GuestPage(TopicPage):
    """A page of another room as a topic of the settings.

    Args:
        guest: that page.
        printed: makes what Ctrl+P prints there; None where nothing is printed.
    """

    def __init__(
        self,
        guest: "BackupTopic | DuplicatesTopic | LettersTopic",
        printed: "Callable[[], PrintJob | None] | None" = None,
    ) -> None:
        super().__init__()
        self._topic = guest
        self._printed = printed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(guest)

    def arrive(self, item: str = "") -> None:
        """Show it as it stands now."""
        self._topic.arrive(item)

    def leave(self) -> None:
        """There is nothing typed to keep."""
        self._topic.leave()

    def first_focus(self) -> QWidget | None:
        """What the page wants first."""
        return self._topic.first_focus()

    def print_job(self) -> "PrintJob | None":
        """What the page prints."""
        return None if self._printed is None else self._printed()


def topics() -> tuple[SettingsTopic, ...]:
    """Every topic that has a page."""
    say = QCoreApplication.translate
    return (
        *own_topics(),
        SettingsTopic(
            id="duplicates",
            title=say("Settings", "Possible duplicates"),
            icon="copy",
            build=_duplicates,
        ),
        SettingsTopic(
            id="letters", title=say("Settings", "Letters"), icon="scroll-text", build=_letters
        ),
        SettingsTopic(
            id="backup", title=say("Settings", "Backups"), icon="hard-drive", build=_backups
        ),
    )


def _duplicates(bench: Workbench) -> TopicPage:
    from servicedesk.ui.customers.duplicates import DuplicatesTopic

    page = DuplicatesTopic(bench)
    return GuestPage(page, page.print_job)


def _backups(bench: Workbench) -> TopicPage:
    from servicedesk.ui.backups.topic import BackupTopic

    return GuestPage(BackupTopic(bench))


def _letters(bench: Workbench) -> TopicPage:
    from servicedesk.ui.letters.topic import LettersTopic

    return GuestPage(LettersTopic(bench))


def topic_entries(labels: Labels) -> Iterator[Entry]:
    """What the search finds of them: their names, and other words that people look for.

    Args:
        labels: hold those words, which are not shown.
    """
    for topic in topics():
        hit = Hit(title=topic.title, room="settings", part=topic.id)
        also = labels.say(f"search.also.{topic.id}")
        yield Entry(kind=HitKind.SETTING, hit=hit, also=also)

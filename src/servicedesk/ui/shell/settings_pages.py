# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The topics of the settings, in the order of their list, each from the room that knows of it."""

from collections.abc import Iterator

from servicedesk.domain.search import Entry, Hit, HitKind
from servicedesk.ui.settings.topic import SettingsTopic
from servicedesk.ui.settings.topics import own_topics


def topics() -> tuple[SettingsTopic, ...]:
    """Every topic that has a page."""
    return own_topics()


def topic_entries() -> Iterator[Entry]:
    """What the search finds of them: their names."""
    for topic in topics():
        hit = Hit(title=topic.title, room="settings", part=topic.id)
        yield Entry(kind=HitKind.SETTING, hit=hit)

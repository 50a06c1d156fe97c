# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The topics of the settings, in the order of their list, each from the room that knows of it."""

from servicedesk.ui.settings.topic import SettingsTopic
from servicedesk.ui.settings.topics import own_topics


def topics() -> tuple[SettingsTopic, ...]:
    """Every topic that has a page."""
    return own_topics()

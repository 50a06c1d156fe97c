# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A window over a real file, with two small rooms, for tests of the window itself."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Room


class SmallPage(Page):
    """A page with a field and a text, which notes what the shell does with it."""

    def __init__(self, name, has_own_header=False):
        super().__init__()
        self.has_own_header = has_own_header
        self.arrived = []
        self.left = 0
        self.job = None
        self.line = QLineEdit()
        self.line.setAccessibleName(f"Field of {name}")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(f"More of {name}")
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(self.line)

    def arrive(self, place):
        self.arrived.append(place)

    def leave(self):
        self.left += 1

    def first_focus(self):
        return self.line

    def print_job(self):
        return self.job


class SmallRooms:
    """Two rooms on top, two at the foot; every page that was built stands in ``pages``."""

    def __init__(self):
        self.pages = {}

    def __call__(self):
        return (
            self._room("today", "Today", "sun", key=1),
            self._room("charter", "Our charter", "scroll-text", key=6, own=True),
            self._room("settings", "Settings", "settings", is_at_foot=True),
            self._room("help", "Help", "circle-help", is_at_foot=True),
        )

    def _room(self, id, title, icon, key=None, own=False, is_at_foot=False):
        def build(bench):
            assert id not in self.pages
            self.pages[id] = SmallPage(title, own)
            return self.pages[id]

        return Room(id=id, title=title, icon=icon, build=build, key=key, is_at_foot=is_at_foot)

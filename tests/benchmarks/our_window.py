# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Starts the program as its entry point does, but says what it shows when painted, and ends."""

import sys

from servicedesk.app import desk_window, main
from servicedesk.ui.shell.first_window import FirstWindow


class SayingWindow(FirstWindow):
    """The first window; before the file is opened, it says what is painted."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)
        self.painted.connect(self.say)

    def say(self) -> None:
        from tests.benchmarks.bare_window import say_what_is_shown

        say_what_is_shown(self)


if __name__ == "__main__":
    desk_window.FirstWindow = SayingWindow
    sys.exit(main.console(sys.argv[1:]))

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Starts the program as its entry point does; it says what it shows at a moment, and ends.

The first word of the command line names the moment: ``painted``, or ``read`` when the file is
open and has told which charter is published.
"""

import sys

from servicedesk.app import main, plain_import


def watch(moment: str) -> None:
    """Have the first window speak; to be called when Qt is loaded, and before the window is."""
    from servicedesk.app import desk_window
    from servicedesk.ui.shell.first_presenter import FirstStage
    from servicedesk.ui.shell.first_window import FirstWindow

    class SayingWindow(FirstWindow):
        def __init__(self, presenter: object, *parts: object) -> None:
            super().__init__(presenter, *parts)
            self._source = presenter
            if moment == "painted":
                self.painted.connect(self.say_painted)
            else:
                presenter.state_changed.connect(self.say_read)

        def say_painted(self) -> None:
            from tests.benchmarks.bare_window import say_what_is_shown

            say_what_is_shown(self)

        def say_read(self) -> None:
            from tests.benchmarks.bare_window import say

            state = self._source.state
            if state.stage is not FirstStage.OPENING:
                say({"trouble": state.trouble is not None, "published": state.number})

    desk_window.FirstWindow = SayingWindow


def start() -> int:
    """Run the program with the words after the first."""
    moment = sys.argv.pop(1)
    load_qt = plain_import.load_qt

    def load_and_watch() -> None:
        load_qt()
        watch(moment)

    plain_import.load_qt = load_and_watch
    return main.console()


if __name__ == "__main__":
    sys.exit(start())

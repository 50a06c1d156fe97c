# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Starts the program as its entry point does; it says what it shows at a moment, and ends.

The first word of the command line names the moment: ``painted``, ``filled`` when the file is open
and Today shows what is in it, or ``recovered`` when it cannot be opened and a backup is named.
"""

import json
import os
import sys

from servicedesk.app import main, plain_import


def watch(moment: str) -> None:
    """Have the window speak; to be called when Qt is loaded, and before the window is."""
    from servicedesk.app import desk, starting
    from servicedesk.ui.shell.window import Shell

    class SayingWindow(Shell):
        def __init__(self, *parts: object, **named: object) -> None:
            super().__init__(*parts, **named)
            if moment == "painted":
                self.painted.connect(self.say_painted)

        def say_painted(self) -> None:
            from tests.benchmarks.bare_window import say_what_is_shown

            say_what_is_shown(self)

    class SayingDesk(starting.Desk):
        def open_file(self) -> None:
            from PySide6.QtWidgets import QApplication

            from tests.benchmarks.bare_window import peak_memory

            super().open_file()
            self.window.repaint()
            QApplication.processEvents()
            found = {
                "trouble": self.trouble is not None,
                "business": self.window.rail.business.text(),
                **peak_memory(),
            }
            print(json.dumps(found), flush=True)
            self.close()  # in good order: the next start is one after a day like any other
            os._exit(0)

    desk.Shell = SayingWindow
    if moment == "filled":
        starting.Desk = SayingDesk
    elif moment == "recovered":
        watch_recovery()


def watch_recovery() -> None:
    """Have the page of a file that cannot be opened speak once it names a backup."""
    from PySide6.QtWidgets import QApplication

    from servicedesk.app import recovery
    from servicedesk.app.recovery_case import RecoveryCase
    from servicedesk.services.backup_newest import GoodBackup

    class SayingCase(RecoveryCase):
        def _found(self, good: GoodBackup | None) -> None:
            super()._found(good)
            self._window.repaint()
            QApplication.processEvents()
            print(json.dumps(None if good is None else good.card.name), flush=True)
            os._exit(0)

    recovery.RecoveryCase = SayingCase


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

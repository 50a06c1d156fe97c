# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Due dates saved as a file that the calendar of a phone or another program opens."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.ask_file import save_file


def save_ics(promise_ids: Sequence[int], bench: Workbench, parent: QWidget | None) -> Path | None:
    """Ask where to, and save promises as a calendar file.

    Args:
        promise_ids: their numbers; those that have ended are left out.
        bench: of the open file.
        parent: the widget that asks.

    Returns:
        The file, or None where nothing was saved; why not has been said.
    """
    say = QCoreApplication.translate
    path = save_file(
        parent,
        say("CalendarOut", "Save for a calendar"),
        say("CalendarOut", "promises.ics"),
        say("CalendarOut", "Calendar file (*.ics)"),
    )
    if path is None:
        return None
    try:
        bench.services.calendar_files.save(path, promise_ids)
    except Refusal as refusal:
        bench.bar.say(bench.labels.refusal(refusal))
        return None
    except Trouble as trouble:
        bench.bar.trouble(bench.labels.trouble(trouble))
        return None
    bench.bar.say(
        say("CalendarOut", "Saved as {name}. Open it on your phone or in your calendar.").format(
            name=path.name
        )
    )
    return path

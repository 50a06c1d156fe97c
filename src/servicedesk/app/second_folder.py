# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Asks, when the program ends, where a second copy of each backup should go: once, then monthly."""

from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.core import messages
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.ask_file import choose_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """Words for a box."""

    happened: str
    safe: str = ""
    do: str = ""


def ask_for_second(bench: Workbench, window: QWidget) -> None:
    """Ask, where it is time to; a folder that does not do is said, and not insisted on.

    Args:
        bench: of the open file.
        window: that the question belongs to.
    """
    backups = bench.services.backups
    try:
        has_work = backups.status().changed_at is not None
    except Trouble:
        return
    if not has_work or not backups.asks_for_second():
        return
    say = QCoreApplication.translate
    question = _Said(
        happened=say("SecondFolder", "Your backups lie on this computer only."),
        safe=say("SecondFolder", "If it breaks or is stolen, they go with it. A USB stick helps."),
        do=say("SecondFolder", "You can choose a folder later too: Settings, Backups."),
    )
    with suppress(Trouble):  # asked again another time
        backups.asked_for_second()
    choose, later = say("SecondFolder", "Choose a folder"), say("SecondFolder", "Not now")
    if not messages.ask(question, choose, later, window):
        return
    folder = choose_folder(window, say("SecondFolder", "Folder for the second copy"))
    if folder is None:
        return
    try:
        backups.set_second_folder(folder)
    except Refusal as refusal:
        messages.show_trouble(_Said(happened=bench.labels.refusal(refusal)), window)
    except Trouble as trouble:
        messages.show_trouble(bench.labels.trouble(trouble), window)

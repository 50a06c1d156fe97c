# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the dialogs about complaints share: over which window, about which one, which choices."""

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.entries_bounds import WORDS_MOST
from servicedesk.ui.complaints.deeds import ComplaintDeeds
from servicedesk.ui.complaints.words import about_words
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.step_dialog import StepDialog, Take
from servicedesk.ui.widgets.field import Field

_CHANNELS = (
    *(Channel.PHONE, Channel.COUNTER, Channel.EMAIL, Channel.POST, Channel.SMS, Channel.VISIT),
    *(Channel.WEB, Channel.SOCIAL, Channel.THIRD_PARTY),
)
"""In the order in which most people meet their customers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the dialogs stand in.

    Args:
        bench: of the open file.
        window: anything in the window they stand over.
        deeds: takes the steps.
    """

    bench: Workbench
    window: QWidget
    deeds: ComplaintDeeds


class Asker(QObject):
    """Makes dialogs; each kind of step has a class of its own on top of this.

    Args:
        around: what the dialogs stand in.
        parent: owns it.
    """

    def __init__(self, around: Around, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = around.bench
        self._window = around.window
        self._deeds = around.deeds

    def _dialog(self, file: ComplaintFile, title: str, take: Take, save: str = "") -> StepDialog:
        """A dialog about a complaint, without a question yet."""
        return StepDialog(
            self._bench,
            title,
            about_words(file.card, self._bench.labels),
            save or self.tr("Write it down"),
            take,
            self._window.window(),
            most=WORDS_MOST,
        )

    def _step(self, file: ComplaintFile, title: str, action: Action, save: str = "") -> StepDialog:
        """The dialog of a step of the table."""
        deeds, card = self._deeds, file.card
        return self._dialog(file, title, lambda values: deeds.take(card, action, values), save)

    def _ask_channel(self, dialog: StepDialog, name: str, words: str) -> Field:
        labels = self._bench.labels
        choices = [(one.value, labels.say(f"contacts.channel.{one.value}")) for one in _CHANNELS]
        return dialog.ask_choice(name, words, choices)

    def _ask_person(self, dialog: StepDialog, name: str, words: str) -> None:
        """Who does it, where there is more than one who could."""
        names = self._deeds.names()
        if names:
            dialog.ask_choice(name, words, [(one, one) for one in names])

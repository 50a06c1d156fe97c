# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether this computer reminds of what is late, beside its clock; off until somebody wants it."""

from contextlib import suppress

from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Trouble
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.fields import make_field

_PREFERENCE = "reminders"


class ReminderCard(Card):
    """Asks for it.

    Args:
        bench: with the preferences.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._bench = bench
        question = Question(
            id=_PREFERENCE,
            kind=QuestionKind.YES_NO,
            label=self.tr("A reminder beside the clock of this computer"),
            help=self.tr(
                "Once a day how things stand, and when something becomes late. Some computers "
                "show no such signs; there it changes nothing."
            ),
        )
        self.field = make_field(question, bench.labels, bench)
        self.field.set_value(bench.memory.get(_PREFERENCE) is True)
        self.body.addWidget(self.field)
        self.field.committed.connect(self._keep)

    def _keep(self) -> None:
        bench = self._bench
        is_wanted = self.field.value() is True
        try:
            bench.memory.set(_PREFERENCE, is_wanted)
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        self.field.set_value(is_wanted)
        with suppress(Trouble):  # the sign comes and goes with the next look at Today: now
            bench.services.home.today()

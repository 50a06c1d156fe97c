# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Registrations as the charter names them: body, number, the day checked, the day it ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject
from PySide6.QtWidgets import QWidget

from servicedesk.domain.charters_registrations import (
    Registration,
    registration_answer,
    registrations_in,
)
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.charter.line_notes import LineNotes, Values
from servicedesk.ui.widgets.buttons import side_button

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench


class _Registered(QObject):
    """Registrations, as ``Lines``."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.title = self.tr("Add a registration")
        self.questions: tuple[Question, ...] = (
            Question(
                id="body",
                kind=QuestionKind.TEXT,
                label=self.tr("Who keeps the register?"),
                is_required=True,
                maximum=80,
            ),
            Question(
                id="number",
                kind=QuestionKind.TEXT,
                label=self.tr("Under what number?"),
                maximum=40,
            ),
            Question(
                id="checked_on",
                kind=QuestionKind.DAY,
                label=self.tr("When did you check it?"),
                default=today,
                is_past=True,
            ),
            Question(id="ends_on", kind=QuestionKind.DAY, label=self.tr("When does it end?")),
        )

    def read(self, answer: str) -> tuple[Values, ...]:
        return tuple(_values(one) for one in registrations_in(answer))

    def write(self, notes: Sequence[Values]) -> str:
        return registration_answer(_registration(values) for values in notes)

    def check(self, values: Values) -> Values:
        return values

    def say(self, values: Values) -> str:
        one = _registration(values)
        said = " ".join(part for part in (one.body, one.number) if part)
        if one.ends_on is None:
            return self.tr("{named}, no end yet").format(named=said)
        on = QLocale().toString(
            QDate(one.ends_on.year, one.ends_on.month, one.ends_on.day), "d MMMM yyyy"
        )
        if one.has_ended(self._today):
            return self.tr("{named}, ended {day}").format(named=said, day=on)
        return self.tr("{named}, until {day}").format(named=said, day=on)


class RegistrationsField(LineNotes):
    """Edits the registrations of the charter.

    Args:
        question: the charter's question ``registrations``.
        bench: services, words and colours.
    """

    def __init__(
        self, question: Question, bench: "Workbench", parent: QWidget | None = None
    ) -> None:
        # The question's own help tells how a line is written, which nobody does here.
        said = self.tr("They print near the top until they end. Only what you can show.")
        asked = replace(question, help=said)
        super().__init__(asked, _Registered(bench.today), bench.labels, bench, parent)
        self._desk = bench
        self._take = side_button(self.tr("Take those from Settings"))
        self._take.clicked.connect(self.take_from_settings)
        self.add_action(self._take)
        self._take.setVisible(bool(self._known()))

    def take_from_settings(self) -> None:
        """Put the registrations of Settings here that are not here yet."""
        bodies = {str(values.get("body", "")) for values in self.notes()}
        new = [_values(one) for one in self._known() if one.body not in bodies]
        if new:
            self._say((*self.notes(), *new))

    def _known(self) -> tuple[Registration, ...]:
        return tuple(
            Registration(
                body=card.body,
                number=card.number,
                checked_on=card.checked_on,
                ends_on=card.ends_on,
            )
            for card in self._desk.services.registrations.all()
            if card.kind == "registration"
        )


def _values(one: Registration) -> Values:
    return {
        "body": one.body,
        "number": one.number,
        "checked_on": one.checked_on or "",
        "ends_on": one.ends_on or "",
    }


def _registration(values: Values) -> Registration:
    checked, ends = values.get("checked_on"), values.get("ends_on")
    return Registration(
        body=str(values.get("body", "")),
        number=str(values.get("number", "")),
        checked_on=checked if isinstance(checked, date) else None,
        ends_on=ends if isinstance(ends, date) else None,
    )

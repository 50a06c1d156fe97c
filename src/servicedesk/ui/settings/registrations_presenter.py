# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Registrations and insurance with their end dates: the list and its form."""

from collections.abc import Mapping
from datetime import date

from servicedesk.domain.guides import AnswerValue, Choice, Question, QuestionKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.registrations import (
    NUMBER_MOST,
    RegistrationCard,
    RegistrationDraft,
    RegistrationKind,
)
from servicedesk.ui.settings.records_presenter import (
    RecordLine,
    RecordsPresenter,
    RecordsState,
    RecordsWords,
    list_day,
)

_SOON = 60
"""Days before an end from which on it is said."""


class RegistrationsPresenter(RecordsPresenter):
    """All of them, those that have ended among them."""

    KINDS = frozenset({Kind.REGISTRATION})
    FORM = "registrations"

    def _words(self) -> RecordsWords:
        return RecordsWords(
            title=self.tr("Registrations and insurance"),
            intro=self.tr(
                "Only what you can show. Today tells you 60 days before one of them ends; one "
                "that has ended is left off new prints."
            ),
            columns=(
                self.tr("With whom"),
                self.tr("How it stands"),
                self.tr("Ends on"),
                self.tr("Number"),
                self.tr("Kind"),
                self.tr("Looked up on"),
            ),
            widths=(0, 8, 9, 9, 8, 9),
            empty=self.tr("Nothing is in the list yet."),
            add=self.tr("Add one"),
            adding=self.tr("New registration or insurance"),
            changing=self.tr("Change the registration or insurance"),
        )

    def _read(self) -> RecordsState:
        cards = self._bench.services.registrations.all()
        return RecordsState(lines=tuple(self._line(card) for card in cards))

    def _line(self, card: RegistrationCard) -> RecordLine:
        kind = self._bench.labels.enum(card.kind)
        standing = self._standing(card)
        far = date.max
        return RecordLine(
            id=card.id,
            cells=(
                card.body,
                standing,
                list_day(card.ends_on),
                card.number,
                kind,
                list_day(card.checked_on),
            ),
            order=(
                card.body.casefold(),
                card.ends_on or far,
                card.ends_on or far,
                card.number,
                kind,
                card.checked_on or date.min,
            ),
            is_quiet=card.has_ended(self._bench.today),
        )

    def _standing(self, card: RegistrationCard) -> str:
        left = card.days_left(self._bench.today)
        if left is None:
            return self.tr("no end")
        if left < 0:
            return self.tr("has ended")
        if left == 0:
            return self.tr("ends today")
        if left == 1:
            return self.tr("ends tomorrow")
        if left <= _SOON:
            return self.tr("ends in {n} days").format(n=left)
        return self.tr("in force")

    def questions(self, record_id: int | None) -> tuple[Question, ...]:
        """Kind, body, number, looked up on, ends on."""
        del record_id
        return (
            Question(
                id="kind",
                kind=QuestionKind.CHOICE,
                label=self.tr("What is it?"),
                is_required=True,
                default=RegistrationKind.REGISTRATION.value,
                choices=tuple(
                    Choice(id=kind.value, label=self._bench.labels.enum(kind))
                    for kind in RegistrationKind
                ),
            ),
            Question(
                id="body",
                kind=QuestionKind.TEXT,
                label=self.tr("With whom?"),
                help=self.tr("Who keeps the register, or who insures you."),
                is_required=True,
                maximum=120,
            ),
            Question(
                id="number",
                kind=QuestionKind.TEXT,
                label=self.tr("Number"),
                maximum=NUMBER_MOST,
            ),
            Question(
                id="checked_on",
                kind=QuestionKind.DAY,
                label=self.tr("When did you look it up?"),
                is_past=True,
            ),
            Question(id="ends_on", kind=QuestionKind.DAY, label=self.tr("Last day")),
        )

    def values(self, record_id: int) -> Mapping[str, AnswerValue]:
        """What is known of a registration."""
        cards = self._bench.services.registrations.all()
        card = next((card for card in cards if card.id == record_id), None)
        if card is None:
            return {}
        known: dict[str, AnswerValue | None] = {
            "kind": card.kind.value,
            "body": card.body,
            "number": card.number,
            "checked_on": card.checked_on,
            "ends_on": card.ends_on,
        }
        return {key: value for key, value in known.items() if value is not None}

    def _reading(self, values: Mapping[str, object], wrong: dict[str, str]) -> dict[str, object]:
        return {
            "kind": str(values.get("kind", "")),
            "body": str(values.get("body", "")),
            "number": str(values.get("number", "")),
            "checked_on": self._day(values, "checked_on", wrong, is_past=True),
            "ends_on": self._day(values, "ends_on", wrong),
        }

    def _keep(self, record_id: int | None, read: Mapping[str, object]) -> object | None:
        kind, checked_on, ends_on = read["kind"], read["checked_on"], read["ends_on"]
        draft = RegistrationDraft(
            kind=RegistrationKind(str(kind))
            if kind in set(RegistrationKind)
            else RegistrationKind.REGISTRATION,
            body=str(read["body"]),
            number=str(read["number"]),
            checked_on=checked_on if isinstance(checked_on, date) else None,
            ends_on=ends_on if isinstance(ends_on, date) else None,
        )
        registrations, who = self._bench.services.registrations, self._bench.who
        if record_id is None:
            return self._do(lambda: registrations.add(draft, who), self.tr("Added."))
        return self._do(lambda: registrations.change(record_id, draft, who), self.tr("Changed."))

    def _take_out(self, record_id: int) -> None:
        registrations, who = self._bench.services.registrations, self._bench.who
        self._do(lambda: registrations.remove(record_id, who), self.tr("Removed."))

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bank holidays of the business: those of its nation, and the owner's own."""

from collections.abc import Mapping
from datetime import date

from servicedesk.domain.calendars import BankHoliday, Nation
from servicedesk.domain.calendars_shifting import Shift
from servicedesk.domain.guides import AnswerValue, Question, QuestionKind
from servicedesk.domain.kinds import Kind
from servicedesk.ui.settings.records_presenter import (
    RecordLine,
    RecordsPresenter,
    RecordsState,
    RecordsWords,
    list_day,
)


class HolidaysPresenter(RecordsPresenter):
    """Bank holidays from today on; the id of a line is the number of its day."""

    KINDS = frozenset({Kind.HOLIDAY, Kind.BUSINESS})
    FORM = "bank_holidays"

    def _words(self) -> RecordsWords:
        return RecordsWords(
            title=self.tr("Bank holidays"),
            intro=self.tr(
                "Where your business is decides on these. Take out a day that you work like any "
                "other, and add days of your own, such as a town fair."
            ),
            columns=(self.tr("Day"), self.tr("Name"), self.tr("Where it comes from")),
            widths=(9, 0, 12),
            empty=self.tr("No bank holidays are in the list."),
            add=self.tr("Add a day of your own"),
            adding=self.tr("New bank holiday"),
        )

    @property
    def can_refill(self) -> bool:
        """Whether the program knows further ahead than the list goes."""
        return self._bench.services.calendars.can_refill()

    def refill(self) -> None:
        """Bring the list up to date; the owner's own changes stay."""
        calendars, who = self._bench.services.calendars, self._bench.who
        self._do(lambda: calendars.refill(who), self.tr("Bank holidays brought up to date."))
        self.load()

    def _read(self) -> RecordsState:
        calendars, today = self._bench.services.calendars, self._bench.today
        lines = tuple(
            RecordLine(
                id=card.holiday.day.toordinal(),
                cells=(
                    list_day(card.holiday.day),
                    self.tr("{name} (day off instead)").format(name=card.holiday.name)
                    if card.holiday.is_substitute
                    else card.holiday.name,
                    self.tr("added by you") if card.is_own else self.tr("came with the program"),
                ),
                order=(card.holiday.day, card.holiday.name, card.is_own),
            )
            for card in calendars.holidays()
            if card.holiday.day >= today
        )
        return RecordsState(lines=lines, note=self._note(calendars.nation()))

    def _note(self, nation: Nation) -> str:
        known = self._bench.services.calendars.known_up_to()
        if known is None:
            return self.tr(
                "Your business is not in the United Kingdom, so this list begins empty. Add the "
                "days that count where you are."
            )
        return self.tr(
            "{place}: known up to {day}. After that every weekday counts as an ordinary one, until "
            "a newer version of the program brings more."
        ).format(place=self._bench.labels.enum(nation), day=list_day(known))

    def questions(self, record_id: int | None) -> tuple[Question, ...]:
        """Day and name."""
        del record_id
        return (
            Question(
                id="day", kind=QuestionKind.DAY, label=self.tr("Which day?"), is_required=True
            ),
            Question(
                id="name",
                kind=QuestionKind.TEXT,
                label=self.tr("What is it called?"),
                is_required=True,
                maximum=60,
            ),
        )

    def values(self, record_id: int) -> Mapping[str, AnswerValue]:
        """Nothing: a day is taken out and added, never changed."""
        del record_id
        return {}

    def _reading(self, values: Mapping[str, object], wrong: dict[str, str]) -> dict[str, object]:
        day = self._day(values, "day", wrong)
        if day is None and "day" not in wrong:
            wrong["day"] = self.tr("Please give the day, such as 4/7 or 4 july.")
        return {"day": day, "name": str(values.get("name", ""))}

    def _holiday(self, read: Mapping[str, object]) -> BankHoliday:
        day = read["day"]
        return BankHoliday(
            day=day if isinstance(day, date) else self._bench.today, name=str(read["name"])
        )

    def _foretold(self, record_id: int | None, read: Mapping[str, object]) -> Shift:
        del record_id
        return self._bench.services.calendar_preview.holiday(self._holiday(read))

    def foretell_removal(self, record_id: int) -> Shift:
        """Which due dates move when it is removed."""
        return self._bench.services.calendar_preview.no_holiday(date.fromordinal(record_id))

    def _keep(self, record_id: int | None, read: Mapping[str, object]) -> object | None:
        del record_id
        holiday = self._holiday(read)
        calendars, who = self._bench.services.calendars, self._bench.who
        return self._do(lambda: calendars.add_holiday(holiday, who), self.tr("Bank holiday added."))

    def _take_out(self, record_id: int) -> None:
        calendars, who = self._bench.services.calendars, self._bench.who
        day = date.fromordinal(record_id)
        self._do(lambda: calendars.remove_holiday(day, who), self.tr("Bank holiday taken out."))

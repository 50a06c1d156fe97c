# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days on which the business opens although the week says shut: the list and its form."""

from collections.abc import Mapping
from datetime import date

from servicedesk.domain.calendars_kept import OpenDayCard, OpenDayDraft
from servicedesk.domain.calendars_shifting import Shift
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue, Question, QuestionKind
from servicedesk.domain.hours import Interval, parse_interval, times_text
from servicedesk.domain.kinds import Kind
from servicedesk.ui.settings.records_presenter import (
    RecordLine,
    RecordsPresenter,
    RecordsState,
    RecordsWords,
    list_day,
)
from servicedesk.ui.widgets.hours_typing import day_as_typed, read_day_hours


class OpenDaysPresenter(RecordsPresenter):
    """Extra open days from today on."""

    KINDS = frozenset({Kind.CLOSURE})
    FORM = "open_days"

    def _words(self) -> RecordsWords:
        return RecordsWords(
            title=self.tr("Extra open days"),
            intro=self.tr(
                "Single days when you open although you are usually shut, or keep other hours. "
                "They win over your week, bank holidays and closures."
            ),
            columns=(self.tr("Day"), self.tr("Open"), self.tr("Reason")),
            widths=(9, 12, 0),
            empty=self.tr("No extra open days are planned."),
            add=self.tr("Add an open day"),
            adding=self.tr("New open day"),
            changing=self.tr("Change the open day"),
        )

    def _read(self) -> RecordsState:
        lines = tuple(
            RecordLine(
                id=card.id,
                cells=(
                    list_day(card.draft.day),
                    times_text(card.draft.hours, self._bench.labels),
                    card.draft.reason,
                ),
                order=(card.draft.day, card.draft.hours[0].opens, card.draft.reason),
            )
            for card in self._bench.services.calendars.open_days()
        )
        return RecordsState(lines=lines)

    def questions(self, record_id: int | None) -> tuple[Question, ...]:
        """Day, hours, reason."""
        del record_id
        return (
            Question(
                id="day", kind=QuestionKind.DAY, label=self.tr("Which day?"), is_required=True
            ),
            Question(
                id="hours",
                kind=QuestionKind.TEXT,
                label=self.tr("Open from and to"),
                help=self.tr("Such as 10-4, or 9-12, 1-5 with a break."),
                is_required=True,
                maximum=60,
            ),
            Question(
                id="reason",
                kind=QuestionKind.TEXT,
                label=self.tr("Reason"),
                help=self.tr("For yourself, such as Christmas fair."),
                maximum=120,
            ),
        )

    def values(self, record_id: int) -> Mapping[str, AnswerValue]:
        """The day, hours and reason that are kept."""
        card = self._card(record_id)
        if card is None:
            return {}
        draft = card.draft
        return {"day": draft.day, "hours": day_as_typed(draft.hours), "reason": draft.reason}

    def _card(self, record_id: int) -> OpenDayCard | None:
        cards = self._bench.services.calendars.open_days()
        return next((card for card in cards if card.id == record_id), None)

    def _reading(self, values: Mapping[str, object], wrong: dict[str, str]) -> dict[str, object]:
        day = self._day(values, "day", wrong)
        if day is None and "day" not in wrong:
            wrong["day"] = self.tr("Please give the day, such as 20/12 or sun.")
        typed = str(values.get("hours", ""))
        hours = self._hours(typed) if typed.strip() else ()
        if hours is None:
            wrong["hours"] = self.tr("Please type the hours like 10-4, or 9-12, 1-5.")
        return {"day": day, "hours": hours or (), "reason": str(values.get("reason", ""))}

    def _hours(self, typed: str) -> tuple[Interval, ...] | None:
        """The stretches of a day as typed; None where they cannot be read."""
        try:
            return tuple(parse_interval(part) for part in read_day_hours(typed))
        except Refusal:
            return None

    def _draft(self, read: Mapping[str, object]) -> OpenDayDraft:
        day, hours = read["day"], read["hours"]
        return OpenDayDraft(
            day=day if isinstance(day, date) else self._bench.today,
            hours=hours if isinstance(hours, tuple) else (),
            reason=str(read["reason"]),
        )

    def _foretold(self, record_id: int | None, read: Mapping[str, object]) -> Shift:
        return self._bench.services.calendar_preview.open_day(self._draft(read), record_id)

    def foretell_removal(self, record_id: int) -> Shift:
        """Which due dates move when it is removed."""
        return self._bench.services.calendar_preview.no_open_day(record_id)

    def _keep(self, record_id: int | None, read: Mapping[str, object]) -> object | None:
        draft = self._draft(read)
        calendars, who = self._bench.services.calendars, self._bench.who
        if record_id is None:
            return self._do(lambda: calendars.add_open_day(draft, who), self.tr("Open day added."))
        return self._do(
            lambda: calendars.change_open_day(record_id, draft, who), self.tr("Open day changed.")
        )

    def _take_out(self, record_id: int) -> None:
        calendars, who = self._bench.services.calendars, self._bench.who
        self._do(lambda: calendars.remove_open_day(record_id, who), self.tr("Open day removed."))

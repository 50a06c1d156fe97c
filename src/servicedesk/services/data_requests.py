# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Requests about somebody’s information, with their clocks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from servicedesk.content.law import legal_figures, load_facts
from servicedesk.domain.calendars import Nation
from servicedesk.domain.calendars_segments import Count, NamedCalendar
from servicedesk.domain.data_requests import (
    LeftOut,
    PauseWhy,
    RequestCard,
    RequestChip,
    RequestDraft,
    RequestOutcome,
    RequestStage,
    RequestStep,
)
from servicedesk.domain.data_requests_checking import (
    checked_answer,
    checked_asking,
    checked_back,
    checked_left_out,
    checked_longer,
    checked_request,
)
from servicedesk.domain.data_requests_clocks import (
    RequestTimes,
    is_request_late,
    request_count,
    request_due,
)
from servicedesk.domain.errors import Refusal
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.data_requests_letters import request_of
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.data_requests import (
    PARTS,
    data_request_left_out,
    data_request_lines,
    data_request_pauses,
    data_requests,
    open_pause_id,
    part_ids,
    request_cards,
    request_values,
)
from servicedesk.store.references import next_ref

_LETTER = "R"
"""Begins the reference of a request."""

_ASKED = {
    PauseWhy.IDENTITY: RequestStep.IDENTITY_ASKED,
    PauseWhy.CLARITY: RequestStep.CLARITY_ASKED,
}
_FACTS = ("request_time", "request_no")
"""What the page of a request tells its owner of the law."""


class DataRequests:
    """Requests about somebody’s information, with their clocks.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def list(self, chip: RequestChip = RequestChip.ALL) -> tuple[RequestCard, ...]:
        """Requests: those that are open first, the one that is due next at the head.

        Args:
            chip: which of them.
        """
        today = self._around.clock.today()
        with self._units.read() as reading:
            cards = request_cards(reading)
        return tuple(sorted((one for one in cards if _shown(one, chip, today)), key=_place_in_list))

    def of(self, customer_id: int) -> tuple[RequestCard, ...]:
        """The requests about one customer, the newest first."""
        with self._units.read() as reading:
            cards = request_cards(reading)
        return tuple(one for one in cards if one.draft.customer_id == customer_id)

    def get(self, request_id: int) -> RequestCard:
        """A request.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return request_of(reading, request_id)

    def why(self, request_id: int) -> Count | None:
        """Why it is due when it is; None where no law of ours says so, and while we wait.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            card = request_of(reading, request_id)
            return request_count(card, self._calendar(reading), self._times(reading))

    def law(self) -> Mapping[str, tuple[str, date]]:
        """What the law says of requests here, by id, and when it was looked up; nothing elsewhere.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        with self._units.read() as reading:
            nation = nation_in(read_facts(reading))
        facts = load_facts(self._around.resources)
        return {
            one.id: (one.text, one.checked_on)
            for one in facts
            if one.id in _FACTS and nation in one.nations
        }

    def note(self, draft: RequestDraft, who: str) -> Done[RequestCard]:
        """Note a request, in whatever form it came.

        Raises:
            Refusal: what ``checked_request`` raises.
        """
        tidy = checked_request(draft, self._today)
        with self._units.change("note data request", who) as unit:
            ref = next_ref(unit.connection, data_requests, _LETTER, self._today.year)
            kept = RequestCard(id=0, ref=ref, draft=tidy)
            values = {**request_values(tidy), **_nothing_yet(), "ref": ref}
            due = self._due(unit.connection, kept)
            request_id = unit.insert(data_requests, {**values, "due_on": due})
            self._log(unit, request_id, RequestStep.NOTED, tidy.received_on, "", who)
            return self._done(unit, request_id)

    def change(self, request_id: int, draft: RequestDraft, who: str) -> Done[RequestCard]:
        """Mend what was typed; the day by which it is due follows.

        Raises:
            Refusal: ``record_gone``, or what ``checked_request`` raises.
        """
        tidy = checked_request(draft, self._today)
        with self._units.change("change data request", who) as unit:
            request_of(unit.connection, request_id)
            unit.update(data_requests, request_id, request_values(tidy))
            return self._counted(unit, request_id)

    def ask(
        self, request_id: int, why: PauseWhy, asked: str, on: date, who: str
    ) -> Done[RequestCard]:
        """Ask them who they are, or what they mean: the clock stands still until they answer.

        Raises:
            Refusal: ``record_gone``, or what ``checked_asking`` raises.
        """
        with self._units.change("ask about data request", who) as unit:
            card = request_of(unit.connection, request_id)
            tidy = checked_asking(card, asked, on, self._today)
            pause = {"why": why, "from_on": on, "until": None, "asked": tidy}
            unit.insert(data_request_pauses, {"request_id": request_id, **pause})
            self._log(unit, request_id, _ASKED[why], on, tidy, who)
            return self._counted(unit, request_id)

    def identity_seen(self, request_id: int, how: str, on: date, who: str) -> Done[RequestCard]:
        """Note that we know who they are, asked or not.

        Args:
            request_id: of the request.
            how: what we went by; may be empty.
            on: the day; the clock begins on it where we had asked.
            who: notes it.

        Raises:
            Refusal: ``record_gone``, or what ``checked_back`` and ``checked_answer`` raise.
        """
        with self._units.change("note identity", who) as unit:
            card = request_of(unit.connection, request_id)
            pause = card.open_pause
            if pause is not None and pause.why is PauseWhy.IDENTITY:
                self._end_pause(unit, card, on)
            tidy = checked_answer(card, RequestOutcome.DONE, how, on, self._today)
            unit.update(data_requests, request_id, {"seen_on": on, "seen_how": tidy})
            self._log(unit, request_id, RequestStep.IDENTITY_SEEN, on, tidy, who)
            return self._counted(unit, request_id)

    def clarified(self, request_id: int, said: str, on: date, who: str) -> Done[RequestCard]:
        """Note that they told us what they mean: the clock goes on.

        Raises:
            Refusal: ``record_gone``, or what ``checked_back`` and ``checked_answer`` raise.
        """
        with self._units.change("note what they mean", who) as unit:
            card = request_of(unit.connection, request_id)
            self._end_pause(unit, card, on)
            tidy = checked_answer(card, RequestOutcome.DONE, said, on, self._today)
            self._log(unit, request_id, RequestStep.CLARITY_GIVEN, on, tidy, who)
            return self._counted(unit, request_id)

    def extend(self, request_id: int, why: str, on: date, who: str) -> Done[RequestCard]:
        """Note that they were told it takes longer.

        Raises:
            Refusal: ``record_gone``, or what ``checked_longer`` raises.
        """
        with self._units.change("take longer for data request", who) as unit:
            card = request_of(unit.connection, request_id)
            times = self._times(unit.connection)
            first = request_count(card, self._calendar(unit.connection), times)
            due = None if first is None else first.end
            tidy = checked_longer(card, why, on, self._today, due)
            unit.update(data_requests, request_id, {"extended_on": on, "extended_why": tidy})
            self._log(unit, request_id, RequestStep.EXTENDED, on, tidy, who)
            return self._counted(unit, request_id)

    def answer(
        self, request_id: int, outcome: RequestOutcome, kept_back: str, on: date, who: str
    ) -> Done[RequestCard]:
        """Note that it was answered, or refused, and what was kept back why.

        Raises:
            Refusal: ``record_gone``, or what ``checked_answer`` raises.
        """
        with self._units.change("answer data request", who) as unit:
            card = request_of(unit.connection, request_id)
            tidy = checked_answer(card, outcome, kept_back, on, self._today)
            row, pause = open_pause_id(unit.connection, request_id), card.open_pause
            if row is not None and pause is not None:
                unit.update(data_request_pauses, row, {"until": max(on, pause.from_on)})
            values = {"ended_on": on, "outcome": outcome, "kept_back": tidy}
            unit.update(data_requests, request_id, values)
            is_no = outcome is RequestOutcome.REFUSED
            step = RequestStep.REFUSED if is_no else RequestStep.ANSWERED
            self._log(unit, request_id, step, on, tidy, who)
            return self._done(unit, request_id)

    def reopen(self, request_id: int, who: str) -> Done[RequestCard]:
        """Look into a request again that was answered.

        Raises:
            Refusal: ``record_gone``, or ``request_open``.
        """
        with self._units.change("reopen data request", who) as unit:
            card = request_of(unit.connection, request_id)
            if card.stage is not RequestStage.ENDED:
                raise Refusal("request_open", ref=card.ref)
            unit.update(data_requests, request_id, {"ended_on": None, "outcome": None})
            self._log(unit, request_id, RequestStep.REOPENED, self._today, "", who)
            return self._counted(unit, request_id)

    def leave_out(
        self, request_id: int, left_out: tuple[LeftOut, ...], who: str
    ) -> Done[RequestCard]:
        """Note that the pack was made, and which records it leaves out for what reason.

        Raises:
            Refusal: ``record_gone``, or what ``checked_left_out`` raises.
        """
        tidy = checked_left_out(left_out)
        with self._units.change("make access pack", who) as unit:
            request_of(unit.connection, request_id)
            for row in part_ids(unit.connection, data_request_left_out, request_id):
                unit.remove(data_request_left_out, row)
            for one in tidy:
                values = {"line": one.line, "reason": one.reason, "is_whole": one.is_whole}
                unit.insert(data_request_left_out, {"request_id": request_id, **values})
            self._log(unit, request_id, RequestStep.PACK, self._today, "", who)
            return self._done(unit, request_id)

    def remove(self, request_id: int, who: str) -> Done[RequestCard]:
        """Remove a request that was noted by mistake, with its log.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove data request", who) as unit:
            card = request_of(unit.connection, request_id)
            for table in PARTS:
                for row in part_ids(unit.connection, table, request_id):
                    unit.remove(table, row)
            unit.remove(data_requests, request_id)
        return Done(card=card, changes=unit.changes)

    def has_law(self) -> bool:
        """Whether a law of ours counts the days here; else the owner types the day."""
        with self._units.read() as reading:
            return self._times(reading) is not None

    @property
    def _today(self) -> date:
        return self._around.clock.today()

    def _calendar(self, reading: Reading) -> NamedCalendar:
        return calendar_in(reading, self._around.resources)

    def _times(self, reading: Reading) -> RequestTimes | None:
        if nation_in(read_facts(reading)) is Nation.ELSEWHERE:
            return None
        law = legal_figures(self._around.resources)
        return RequestTimes(months=law.request_months, longer_months=law.request_longer_months)

    def _due(self, reading: Reading, card: RequestCard) -> date | None:
        return request_due(card, self._calendar(reading), self._times(reading))

    def _end_pause(self, unit: Unit, card: RequestCard, on: date) -> None:
        checked_back(card, on, self._today)
        pause = open_pause_id(unit.connection, card.id)
        if pause is not None:
            unit.update(data_request_pauses, pause, {"until": on})

    def _log(
        self, unit: Unit, request_id: int, step: RequestStep, on: date, note: str, who: str
    ) -> None:
        values = {"request_id": request_id, "on_day": on, "step": step, "note": note, "who": who}
        more = {"letter_id": None, "written_at": self._around.clock.now()}
        unit.insert(data_request_lines, {**values, **more})

    def _counted(self, unit: Unit, request_id: int) -> Done[RequestCard]:
        """The request with its day counted anew."""
        card = request_of(unit.connection, request_id)
        due = self._due(unit.connection, card)
        if due != card.due_on:
            unit.update(data_requests, request_id, {"due_on": due})
        return Done(card=replace(card, due_on=due), changes=unit.changes)

    def _done(self, unit: Unit, request_id: int) -> Done[RequestCard]:
        return Done(card=request_of(unit.connection, request_id), changes=unit.changes)


def _nothing_yet() -> dict[str, object]:
    """What of a new request is still to come, by column."""
    days = ("seen_on", "extended_on", "ended_on", "outcome")
    return {**dict.fromkeys(days), "seen_how": "", "extended_why": "", "kept_back": ""}


def _shown(card: RequestCard, chip: RequestChip, today: date) -> bool:
    match chip:
        case RequestChip.OPEN:
            return card.stage is not RequestStage.ENDED
        case RequestChip.LATE:
            return is_request_late(card, today)
        case RequestChip.ENDED:
            return card.stage is RequestStage.ENDED
        case _:
            return True


def _place_in_list(card: RequestCard) -> tuple[bool, date, int]:
    is_ended = card.stage is RequestStage.ENDED
    if is_ended:
        return True, date.max, -card.id
    return False, card.due_on or card.draft.received_on, card.id

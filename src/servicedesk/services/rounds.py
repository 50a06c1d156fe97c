# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The papers of a day: tomorrow's round, the sheet of a job, pocket slips."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.complaints_slip import House, complaint_slip
from servicedesk.domain.guides import Answers
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.own_fields import OwnFieldOn
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.promises import PromiseCard
from servicedesk.domain.rounds import Job, Slip, in_time_order, job_sheet, round_paper, slip
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.complaints_writing import card_of as complaint_of
from servicedesk.services.facts import read_facts
from servicedesk.services.promises_writing import card_of
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.customers_reading import customers_of
from servicedesk.store.own_fields import fields_on
from servicedesk.store.rounds import due_between, owed_count, owed_on
from servicedesk.store.support import support_sheets

_FARTHEST = 60
"""Days within which a business opens again, or tomorrow is the day of the round."""

_ONE_DAY = timedelta(days=1)

_MOST_OWED = 30
"""Promises still owed that a round names, so that it stays a paper for one day."""

_BLANK = 4
"""Slips of a page that is to be written on."""


class Rounds:
    """The use cases of papers for away from the counter.

    Args:
        units: opens reads.
        around: data files, words and the clock.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def next_day(self) -> date:
        """The next day on which the business is open, tomorrow at the earliest."""
        with self._units.read() as reading:
            return self._next_day(self._calendar(reading))

    def tomorrow(self) -> PrintJob:
        """The round of the next opening day: what is open for it, and what is still owed.

        What is due on a closed day before it is for that day too.
        """
        phrases, today = self._around.phrases, self._around.clock.today()
        with self._units.read() as reading:
            calendar = self._calendar(reading)
            day = self._next_day(calendar)
            owed = owed_on(reading, today, day, _MOST_OWED)
            left = owed_count(reading, today, day) - len(owed)
            ids = (*owed, *due_between(reading, today + _ONE_DAY, day))
            jobs = self._jobs(reading, ids)
            facts = read_facts(reading)
        paper = round_paper(jobs, day, _name(facts), phrases, today, calendar.zone, left)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.rounds import round_pdf

            return round_pdf(paper, choice.size, load_faces(self._fonts), phrases)

        stem = phrases.say("round.title", day=day_words(day, phrases))
        return _job("round", paper.title, stem, facts, make)

    def job_sheet(self, promise_id: int) -> PrintJob:
        """The sheet of a job, with what helps the customer and what to mind.

        Raises:
            Refusal: ``record_gone``.
        """
        phrases, today = self._around.phrases, self._around.clock.today()
        with self._units.read() as reading:
            zone = self._calendar(reading).zone
            (job,) = self._jobs(reading, (promise_id,))
            facts = read_facts(reading)
            own = [
                card
                for on in (OwnFieldOn.PROMISE, OwnFieldOn.CUSTOMER)
                for card in fields_on(reading, on)
                if card.retired_on is None
            ]
        paper = job_sheet(job, _name(facts), phrases, today, zone, own)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.rounds import job_sheet_pdf

            return job_sheet_pdf(paper, choice.size, load_faces(self._fonts), phrases)

        return _job("job_sheet", paper.title, paper.title, facts, make)

    def slips(self, promise_ids: Sequence[int] = ()) -> PrintJob:
        """Pocket slips, four to a page; without promises a page of empty ones.

        Raises:
            Refusal: ``record_gone``.
        """
        phrases = self._around.phrases
        with self._units.read() as reading:
            zone = self._calendar(reading).zone
            jobs = self._jobs(reading, promise_ids)
            facts = read_facts(reading)
        name, foot = _name(facts), self._foot(facts)
        wanted: list[Job | None] = [*jobs] or [None] * _BLANK
        made = [slip(one, name, foot, phrases, zone) for one in wanted]
        return self._slips_job("slips", phrases.say("round.slips"), made, facts)

    def complaint_slips(self, complaint_ids: Sequence[int] = ()) -> PrintJob:
        """Slips for those who complained, four to a page; without any a page of empty ones.

        Raises:
            Refusal: ``record_gone``.
        """
        phrases = self._around.phrases
        with self._units.read() as reading:
            zone = self._calendar(reading).zone
            cards = [complaint_of(reading, one) for one in complaint_ids]
            facts = read_facts(reading)
        house = House(
            business=_name(facts), owner=str(facts.get("owner_name", "")), foot=self._foot(facts)
        )
        wanted: list[ComplaintCard | None] = [*cards] or [None] * _BLANK
        made = [complaint_slip(one, house, phrases, zone) for one in wanted]
        return self._slips_job("complaint_slips", phrases.say("complaint_slip.title"), made, facts)

    def _slips_job(self, paper: str, title: str, made: Sequence[Slip], facts: Answers) -> PrintJob:
        language = self._around.phrases.say("letter.language")

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.sheets import Credits
            from servicedesk.documents.slips import slips_pdf

            credits = Credits(title=title, author=_name(facts), language=language)
            return slips_pdf(made, choice.size, load_faces(self._fonts), credits)

        return _job(paper, title, title, facts, make)

    @property
    def _fonts(self) -> Path:
        return self._around.resources / "fonts"

    def _calendar(self, reading: Reading) -> WorkingCalendar:
        return calendar_in(reading, self._around.resources).days

    def _next_day(self, calendar: WorkingCalendar) -> date:
        today = self._around.clock.today()
        coming = (today + timedelta(days) for days in range(1, _FARTHEST))
        return next((day for day in coming if calendar.intervals_on(day)), today + timedelta(1))

    def _jobs(self, reading: Reading, promise_ids: Sequence[int]) -> tuple[Job, ...]:
        """Promises with their customers, in time order."""
        cards: list[PromiseCard] = [card_of(reading, one) for one in promise_ids]
        ids = [card.draft.customer_id for card in cards]
        whom = list(dict.fromkeys(one for one in ids if one is not None))
        customers = customers_of(reading, whom)
        sheets = support_sheets(reading, tuple(whom)) if whom else {}
        return tuple(
            Job(
                promise=card,
                customer=customers.get(card.draft.customer_id or 0),
                sheet=sheets.get(card.draft.customer_id or 0),
            )
            for card in in_time_order(cards)
        )

    def _foot(self, facts: Answers) -> str:
        """How to reach us: by phone, else by e-mail, else nothing is said of it."""
        say = self._around.phrases.say
        phone, email = (str(facts.get(one, "")) for one in ("phone", "email"))
        if not (phone or email):
            return ""
        way = "phone" if phone else "email"
        return say("round.slip_foot", reach=say(f"letter.reach.{way}", phone=phone, email=email))


def _name(facts: Answers) -> str:
    return str(facts.get("trading_name", ""))


def _job(
    paper: str, title: str, stem: str, facts: Answers, make: Callable[[PaperChoice], Printed]
) -> PrintJob:
    """A job whose usual sheet is the one that the business prints on."""
    sizes = (PaperSize.A4, PaperSize.LETTER)
    usual = sizes[::-1] if facts.get("page_size") == "letter" else sizes
    offer = PaperOffer(id=paper, sizes=usual)
    return PrintJob(title=title, stem=stem, offers=(offer,), make=make)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does where nobody writes down every case: sample weeks, checks of ten jobs.

And the one number that no record holds: how many customers were served in a month.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.charters import CharterCard
from servicedesk.domain.errors import Refusal
from servicedesk.domain.samples import JobCheckCard, SampleWeekCard, Verdict
from servicedesk.domain.samples_checks import (
    check_may_draw,
    drawn,
    job_label,
    period_of_jobs,
    seed_of,
)
from servicedesk.domain.samples_weeks import (
    SampleReminder,
    Tally,
    WeekDraft,
    checked_note,
    checked_tallies,
    checked_week,
    countable,
    last_of_week,
    next_due,
    usual_keys,
    week_after,
)
from servicedesk.domain.served import checked_served
from servicedesk.domain.standards import ServiceStandard
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.facts import read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.charters import published_charter
from servicedesk.store.samples import (
    check_answer_ids,
    check_of_job,
    job_check_answers,
    job_check_cards,
    job_check_jobs,
    job_checks,
    sample_line_ids,
    sample_lines,
    sample_week_cards,
    sample_weeks,
    served_by_month,
    served_months,
)
from servicedesk.store.samples_jobs import job_names, jobs_done


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleOffer:
    """What can be counted in a sample week, and when the next one is.

    Args:
        standards: that the published charter makes, in its order.
        usual: keys of those that say that a sample week measures them.
        first, last: opening days of the next week that is not taken.
    """

    standards: tuple[ServiceStandard, ...]
    usual: tuple[str, ...]
    first: date
    last: date


class Samples:
    """The use cases of sample weeks, checks of ten jobs and customers served.

    Args:
        units: opens changes and reads.
        around: tells the moment and the day, and where the calendar lies.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
        self._clock = around.clock

    def weeks(self) -> tuple[SampleWeekCard, ...]:
        """Every sample week, the newest first."""
        with self._units.read() as reading:
            return sample_week_cards(reading)

    def week(self, week_id: int) -> SampleWeekCard:
        """A sample week.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _week(reading, week_id)

    def offer(self) -> SampleOffer | None:
        """What can be counted in the next sample week; None while no charter is published."""
        with self._units.read() as reading:
            charter = published_charter(reading)
            if charter is None:
                return None
            calendar = calendar_in(reading, self._around.resources).days
            first, last = week_after(self._clock.today(), calendar, sample_week_cards(reading))
        standards = charter.draft.standards
        return SampleOffer(
            standards=countable(standards), usual=usual_keys(standards), first=first, last=last
        )

    def next_due(self, today: date) -> SampleReminder | None:
        """The sample week that needs doing next; see ``domain.samples_weeks.next_due``."""
        with self._units.read() as reading:
            charter, weeks = published_charter(reading), sample_week_cards(reading)
            calendar = calendar_in(reading, self._around.resources).days
        standards = () if charter is None else charter.draft.standards
        published_on = None if charter is None else charter.published_on
        return next_due(weeks, standards, published_on, today, calendar)

    def plan(
        self,
        first: date,
        keys: tuple[str, ...],
        who: str,
        last: date | None = None,
        note: str = "",
    ) -> Done[SampleWeekCard]:
        """Plan a sample week, or write down that one was counted.

        Args:
            first: its first day.
            keys: of the standards that are counted.
            who: plans it.
            last: its last day; None for the last opening day of that week.
            note: more; may be empty.

        Raises:
            Refusal: ``samples_no_charter``, or what ``checked_week`` raises.
        """
        with self._units.change("plan sample week", who) as unit:
            charter = _charter(unit.connection)
            if last is None:
                calendar = calendar_in(unit.connection, self._around.resources).days
                last = last_of_week(first, calendar)
            standards = countable(charter.draft.standards)
            tidy = checked_week(
                WeekDraft(first=first, last=last, keys=keys, note=note),
                offered={one.key for one in standards},
                others=sample_week_cards(unit.connection),
                since_year=_since(unit.connection),
                today=self._clock.today(),
            )
            values = {"first": tidy.first, "last": tidy.last, "note": tidy.note}
            week_id = unit.insert(sample_weeks, values)
            chosen = [one for one in standards if one.key in tidy.keys]
            for place, one in enumerate(chosen):
                line = {
                    "sample_week_id": week_id,
                    "position": place,
                    "standard_key": one.key,
                    "charter_version_id": charter.id,
                    "title": one.title,
                }
                unit.insert(sample_lines, line)
            return Done(card=_week(unit.connection, week_id), changes=unit.changes)

    def key_in(
        self,
        week_id: int,
        tallies: Mapping[str, Tally | None],
        note: str | None,
        who: str,
    ) -> Done[SampleWeekCard]:
        """Key in what was counted, whole or in part.

        Args:
            week_id: of the week.
            tallies: cases within the limit and all cases, by key of the standard; None to leave a
                line blank. Lines that are not named stay as they are.
            note: more; None to leave it as it is.
            who: keys it in.

        Raises:
            Refusal: ``record_gone``, or what ``checked_tallies`` raises.
        """
        with self._units.change("key in sample week", who) as unit:
            week = _week(unit.connection, week_id)
            tidy = checked_tallies(week, tallies, self._clock.today())
            rows = sample_line_ids(unit.connection, week_id)
            for key, tally in tidy.items():
                met, seen = (None, None) if tally is None else tally
                unit.update(sample_lines, rows[key], {"met": met, "seen": seen})
            if note is not None:
                unit.update(sample_weeks, week_id, {"note": checked_note(note)})
            return Done(card=_week(unit.connection, week_id), changes=unit.changes)

    def remove(self, week_id: int, who: str) -> Done[SampleWeekCard]:
        """Remove a sample week with its numbers.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove sample week", who) as unit:
            card = _week(unit.connection, week_id)
            for row in sample_line_ids(unit.connection, week_id).values():
                unit.remove(sample_lines, row)
            unit.remove(sample_weeks, week_id)
        return Done(card=card, changes=unit.changes)

    def checks(self) -> tuple[JobCheckCard, ...]:
        """Every check of jobs, the newest first."""
        with self._units.read() as reading:
            return job_check_cards(reading)

    def check(self, check_id: int) -> JobCheckCard:
        """A check of jobs.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _check(reading, check_id)

    def draw(self, who: str) -> Done[JobCheckCard]:
        """Draw ten jobs of the last 12 months, or all where there are fewer.

        Raises:
            Refusal: ``samples_no_charter``, ``check_no_jobs``, or what ``check_may_draw`` raises.
        """
        today = self._clock.today()
        period = period_of_jobs(today)
        with self._units.change("draw jobs", who) as unit:
            charter = _charter(unit.connection)
            standards = check_may_draw(job_check_cards(unit.connection), charter.draft.standards)
            jobs = drawn(jobs_done(unit.connection, period), seed_of(unit.occasion.at))
            if not jobs:
                raise Refusal("check_no_jobs")
            names = job_names(unit.connection, jobs)
            values = {
                "drawn_on": today,
                "first": period.first,
                "last": period.last,
                "charter_version_id": charter.id,
                "note": "",
            }
            check_id = unit.insert(job_checks, values)
            for place, job in enumerate(jobs):
                row = {
                    "job_check_id": check_id,
                    "position": place,
                    "kind": job[0],
                    "record_id": job[1],
                    "label": job_label(*names[job]),
                }
                job_id = unit.insert(job_check_jobs, row)
                _ask(unit, check_id, job_id, standards)
            return Done(card=_check(unit.connection, check_id), changes=unit.changes)

    def answer(
        self, job_id: int, key: str, verdict: Verdict | None, who: str
    ) -> Done[JobCheckCard]:
        """Say whether a job met a standard.

        Args:
            job_id: of the job, as ``CheckedJob.id``.
            key: of the standard.
            verdict: None to take back what was said.
            who: says so.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("answer for job", who) as unit:
            check_id = check_of_job(unit.connection, job_id)
            if check_id is None:
                raise Refusal("record_gone", record=job_check_jobs.name)
            row = check_answer_ids(unit.connection, check_id).get((job_id, key))
            if row is None:
                raise Refusal("record_gone", record=job_check_answers.name)
            unit.update(job_check_answers, row, {"verdict": verdict})
            return Done(card=_check(unit.connection, check_id), changes=unit.changes)

    def remove_check(self, check_id: int, who: str) -> Done[JobCheckCard]:
        """Remove a check with its answers.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove job check", who) as unit:
            card = _check(unit.connection, check_id)
            for row in check_answer_ids(unit.connection, check_id).values():
                unit.remove(job_check_answers, row)
            for job in card.jobs:
                unit.remove(job_check_jobs, job.id)
            unit.remove(job_checks, check_id)
        return Done(card=card, changes=unit.changes)

    def served(self) -> dict[date, int]:
        """Customers served by month, by its first day, in order; a blank month is left out."""
        with self._units.read() as reading:
            return {month: number for month, (_, number) in served_by_month(reading).items()}

    def since_year(self) -> int | None:
        """The year in which the business began; None where nobody has said."""
        with self._units.read() as reading:
            return _since(reading)

    def set_served(self, month: date, customers: int | None, who: str) -> Done[dict[date, int]]:
        """Say how many customers were served in a month.

        Args:
            month: any day of it.
            customers: None to leave it blank.
            who: says so.

        Raises:
            Refusal: what ``checked_served`` raises.
        """
        with self._units.change("customers served", who) as unit:
            since = _since(unit.connection)
            today = self._clock.today()
            first = checked_served(month, customers, since_year=since, today=today)
            row = served_by_month(unit.connection).get(first)
            if customers is None:
                if row is not None:
                    unit.remove(served_months, row[0])
            elif row is None:
                unit.insert(served_months, {"month": first, "customers": customers})
            else:
                unit.update(served_months, row[0], {"customers": customers})
            kept = served_by_month(unit.connection)
        return Done(card={month: one for month, (_, one) in kept.items()}, changes=unit.changes)


def _ask(unit: Unit, check_id: int, job_id: int, standards: tuple[ServiceStandard, ...]) -> None:
    for place, one in enumerate(standards):
        answer = {
            "job_check_id": check_id,
            "job_id": job_id,
            "position": place,
            "standard_key": one.key,
            "title": one.title,
        }
        unit.insert(job_check_answers, answer)


def _charter(reading: Reading) -> CharterCard:
    charter = published_charter(reading)
    if charter is None:
        raise Refusal("samples_no_charter")
    return charter


def _since(reading: Reading) -> int | None:
    year = read_facts(reading).get("since_year")
    return year if isinstance(year, int) else None


def _week(reading: Reading, week_id: int) -> SampleWeekCard:
    for card in sample_week_cards(reading, week_id):
        return card
    raise Refusal("record_gone", record=sample_weeks.name)


def _check(reading: Reading, check_id: int) -> JobCheckCard:
    for card in job_check_cards(reading, check_id):
        return card
    raise Refusal("record_gone", record=job_checks.name)

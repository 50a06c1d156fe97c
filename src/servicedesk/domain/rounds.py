# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers for away from the counter: tomorrow's round, the job sheet, the pocket slip.

What helps a customer stands on the sheets that we carry, never on a slip that they keep; what to
mind for safety stands on the job sheet alone. The line to remember stands on no paper.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from servicedesk.domain.customers import NOTHING_OWN, CustomerCard, ReachKind
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldKind
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises import Due, PromiseCard
from servicedesk.domain.support import SupportSheet
from servicedesk.domain.support_words import help_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One promise with all that a paper about it may need.

    Args:
        promise: as kept.
        customer: to whom, or None.
        sheet: what helps them and what to mind, or None.
    """

    promise: PromiseCard
    customer: CustomerCard | None = None
    sheet: SupportSheet | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One stop of a round.

    Args:
        time: "09:30", or words for any time of the day.
        name: of the customer.
        place: their address on one line; may be empty.
        reach: their phones; may be empty.
        what: was promised, with its reference.
        more: job number, who goes, condition; on one line; may be empty.
        help: "How to help: ..."; may be empty.
    """

    time: str
    name: str
    place: str
    reach: str
    what: str
    more: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPaper:
    """The round of a day.

    Args:
        title: of the document.
        language: as HTML and PDF name it.
        business: trading name.
        kind: what paper it is, in a word.
        heading: such as "Thursday 1 October 2026".
        note: instead of stops where there are none.
        done: words beside the box to tick.
        stops: in the order of time; what is due on a closed day before it comes last.
        owed_heading: over what was due before; "" where nothing is.
        owed: what was due by today and is not done, the oldest first.
        owed_more: how many more of them there are; "" where all are shown.
    """

    title: str
    language: str
    business: str
    kind: str
    heading: str
    note: str
    done: str
    stops: tuple[Stop, ...]
    owed_heading: str = ""
    owed: tuple[Stop, ...] = ()
    owed_more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSheet:
    """One job, to take along and to write on.

    Args:
        title, language, business, kind: as in RoundPaper.
        heading: the customer, or the job where nobody is named.
        pairs: label and value, in reading order.
        help: "How to help: ..."; may be empty.
        safety_title: over what to mind.
        safety: what to mind, a line each.
        ticks: boxes to tick.
        writing: label of a place to write in, and how many lines it has.
        signed: labels of the lines at the foot.
    """

    title: str
    language: str
    business: str
    kind: str
    heading: str
    pairs: tuple[tuple[str, str], ...]
    help: str
    safety_title: str
    safety: tuple[str, ...]
    ticks: tuple[str, ...]
    writing: tuple[tuple[str, int], ...]
    signed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A promise to put into a pocket.

    Args:
        business: trading name.
        heading: over it.
        pairs: label and value; an empty value is a line to write on.
        foot: how to reach us.
    """

    business: str
    heading: str
    pairs: tuple[tuple[str, str], ...]
    foot: str


def in_time_order(cards: Iterable[PromiseCard]) -> tuple[PromiseCard, ...]:
    """Promises of one day by their time; those without one come last, as they were made."""

    def key(card: PromiseCard) -> tuple[bool, float, int]:
        at = card.due.at
        return (at is None, 0.0 if at is None else at.timestamp(), card.id)

    return tuple(sorted(cards, key=key))


def round_paper(
    jobs: Sequence[Job],
    day: date,
    business: str,
    phrases: Phrases,
    today: date,
    zone: tzinfo,
    owed_left: int = 0,
) -> RoundPaper:
    """The round of a day, with what is still owed from the days before it apart.

    Args:
        jobs: in the order of time, those due up to the day of the round.
        day: of the round.
        business: trading name.
        phrases: ``round.*`` and the words of support needs.
        today: the day of printing: what is due by then is owed, and needs may have ended.
        zone: of the shop, for times of the day.
        owed_left: how many more are owed than are given here.
    """
    heading = long_day(day, phrases)
    owed = sorted((job for job in jobs if job.promise.due.day <= today), key=_due_day)
    coming = [job for job in jobs if job.promise.due.day > today]
    coming.sort(key=lambda job: job.promise.due.at is None or job.promise.due.day != day)
    return RoundPaper(
        title=phrases.say("round.title", day=heading),
        language=phrases.say("letter.language"),
        business=business,
        kind=phrases.say("paper.round"),
        heading=heading,
        note="" if coming else phrases.say("round.nothing", day=heading),
        done=phrases.say("round.done"),
        stops=tuple(_stop(job, day, phrases, today, zone) for job in coming),
        owed_heading=phrases.say("round.owed") if owed else "",
        owed=tuple(_stop(job, day, phrases, today, zone) for job in owed),
        owed_more=phrases.say("round.owed_more", count=str(owed_left)) if owed_left else "",
    )


def job_sheet(
    job: Job,
    business: str,
    phrases: Phrases,
    today: date,
    zone: tzinfo,
    own_fields: Sequence[OwnFieldCard] = (),
) -> JobSheet:
    """The job sheet of a promise.

    Args:
        job: the promise.
        business: trading name.
        phrases: ``round.*`` and the words of support needs.
        today: the day of printing, for needs that have ended.
        zone: of the shop, for times of the day.
        own_fields: the business's own fields that are in use, in print order.
    """
    draft, say = job.promise.draft, phrases.say
    known = (
        ("what", draft.text),
        ("by_when", _due_words(job.promise.due, phrases, zone)),
        ("who", draft.promiser),
        ("job", draft.job_ref),
        ("condition", draft.condition),
        ("place", _place(job.customer, "\n")),
        ("reach", _reach(job.customer, "\n")),
        ("ask_for", "" if job.customer is None else job.customer.draft.ask_for),
        ("ref", job.promise.ref),
    )
    name = _name(job)
    return JobSheet(
        title=say("round.sheet_title", ref=job.promise.ref, name=name).strip(" ,"),
        language=say("letter.language"),
        business=business,
        kind=say("paper.job_sheet"),
        heading=name or say("round.sheet"),
        pairs=(
            *((say(f"round.label.{key}"), value) for key, value in known if value),
            *_own(job, own_fields, phrases),
        ),
        help=_help(job, phrases, today),
        safety_title=say("round.safety"),
        safety=_safety(job.sheet, phrases, today),
        ticks=tuple(say(f"round.tick.{key}") for key in ("kept", "cleared", "shown", "paid")),
        writing=((say("round.write.done"), 5), (say("round.write.used"), 4)),
        signed=tuple(say(f"round.signed.{key}") for key in ("day", "time", "customer")),
    )


def slip(job: Job | None, business: str, foot: str, phrases: Phrases, zone: tzinfo) -> Slip:
    """A pocket slip; without a job it is empty, to be written on.

    Args:
        job: the promise, or None.
        business: trading name.
        foot: how to reach us.
        phrases: ``round.*``.
        zone: of the shop.
    """
    say = phrases.say
    draft = None if job is None else job.promise.draft
    due = "" if job is None else _due_words(job.promise.due, phrases, zone)
    pairs = [
        ("for", "" if job is None else _name(job)),
        ("promised", "" if draft is None else draft.text),
        ("by_when", due),
        ("who", "" if draft is None else draft.promiser),
    ]
    if draft is None or draft.condition:
        pairs.append(("condition", "" if draft is None else draft.condition))
    if draft is None or draft.remedy:
        pairs.append(("remedy", "" if draft is None else draft.remedy))
    ref = "" if job is None else say("round.slip_ref", ref=job.promise.ref)
    return Slip(
        business=business,
        heading=say("round.slip"),
        pairs=tuple((say(f"round.label.{key}"), value) for key, value in pairs),
        foot=" ".join(part for part in (foot, ref) if part),
    )


def _own(job: Job, fields: Sequence[OwnFieldCard], phrases: Phrases) -> Iterator[tuple[str, str]]:
    """What stands in the business's own fields of the promise and of the customer."""
    customer = NOTHING_OWN if job.customer is None else job.customer.draft.own
    values = {**customer, **job.promise.draft.own}
    for card in fields:
        value = values.get(str(card.id), "")
        if value and card.draft.kind is OwnFieldKind.DAY:
            value = day_words(date.fromisoformat(value), phrases)
        elif value and card.draft.kind is OwnFieldKind.YES_NO:
            value = phrases.say(f"round.own.{value}")
        if value:
            yield card.draft.name, value


def _due_day(job: Job) -> date:
    return job.promise.due.day


def _stop(job: Job, day: date, phrases: Phrases, today: date, zone: tzinfo) -> Stop:
    """A stop; one that is due on another day than the round's says on which."""
    draft, due = job.promise.draft, job.promise.due
    at = due.at if due.day == day else None
    more = (
        ("due", "" if due.day == day else _due_words(due, phrases, zone)),
        ("who", draft.promiser),
        ("job", draft.job_ref),
        ("condition", draft.condition),
    )
    said = (
        phrases.say("round.pair", label=phrases.say(f"round.label.{key}"), value=value)
        for key, value in more
        if value
    )
    return Stop(
        time=phrases.say("round.any_time") if at is None else _clock(at, zone),
        name=_name(job) or phrases.say("round.nobody"),
        place=_place(job.customer, ", "),
        reach=_reach(job.customer, " · "),
        what=phrases.say("round.what", text=draft.text, ref=job.promise.ref),
        more=" · ".join(said),
        help=_help(job, phrases, today),
    )


def _name(job: Job) -> str:
    if job.customer is not None:
        return job.customer.shown_name
    return job.promise.customer_name


def _place(customer: CustomerCard | None, between: str) -> str:
    if customer is None or not customer.draft.addresses:
        return ""
    first = customer.draft.addresses[0]
    lines = (*first.lines.splitlines(), first.postcode)
    return between.join(line.strip() for line in lines if line.strip())


def _reach(customer: CustomerCard | None, between: str) -> str:
    """The phones; without one the e-mail addresses."""
    if customer is None:
        return ""
    phones = [one for one in customer.draft.reaches if one.kind is ReachKind.PHONE]
    found = phones or list(customer.draft.reaches)
    return between.join(f"{one.shown} ({one.label})" if one.label else one.shown for one in found)


def _help(job: Job, phrases: Phrases, today: date) -> str:
    """What helps; a need that only some may see is for the sheet of the one who goes."""
    if job.sheet is None:
        return ""
    goes = ("", job.promise.draft.promiser)
    seen = (one for one in job.sheet.needs if one.draft.visible_to in goes)
    return help_line(seen, phrases, today)


def _safety(sheet: SupportSheet | None, phrases: Phrases, today: date) -> tuple[str, ...]:
    if sheet is None:
        return ()
    return tuple(
        phrases.say(
            "round.pair",
            label=phrases.say(f"enum.SafetyKind.{one.draft.kind.value}"),
            value=", ".join(part for part in (one.draft.text, one.draft.result) if part),
        )
        for one in sheet.safety
        if not one.has_ended(today)
    )


def _due_words(due: Due, phrases: Phrases, zone: tzinfo) -> str:
    day = long_day(due.day, phrases)
    if due.at is None:
        return day
    return phrases.say("round.by_time", day=day, time=_clock(due.at, zone))


def _clock(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def long_day(day: date, phrases: Phrases) -> str:
    """A day as papers say it, such as "Thursday 1 October 2026"."""
    weekday = phrases.say(f"round.weekday.{day.weekday() + 1}")
    return phrases.say("round.day", weekday=weekday, day=day_words(day, phrases))

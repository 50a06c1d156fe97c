# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What keeps a charter from being published, and what its owner should think about first.

The poster needs less than the longer papers: the six pages of the short way and three ticked
promises. Nothing here writes a sentence: each line is a code with values, worded elsewhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_text import (
    FEWEST_PROMISES,
    MOST_ON_POSTER,
    CharterSource,
    answer_words,
    day_kind,
    is_read,
    label_of,
    printed_pages,
    printed_standards,
    stated,
    ticked_standards,
)
from servicedesk.domain.errors import Param
from servicedesk.domain.guides import Need, Page, Prints, shown_questions
from servicedesk.domain.standards import (
    Amount,
    Measure,
    ServiceStandard,
    StandardKind,
    StopEvent,
    Unit,
)
from servicedesk.domain.standards_sentences import is_complete
from servicedesk.domain.wording import Context, Finding, Severity, check_wording

ACKNOWLEDGE_WITHIN = 5
"""Working days in which a published charter must say that it has a complaint."""

DECIDE_WITHIN = 56
"""Calendar days in which it must answer one: eight weeks."""

REVIEW_WITHIN_MONTHS = 12

_REMIND_DAYS = 30
"""A registration is mentioned this many days before it ends."""

_CALENDAR_DAYS = {Unit.DAY: Decimal(1), Unit.WEEK: Decimal(7), Unit.MONTH: Decimal(31)}
_WEEK_OF = {DayKind.WORKING: Decimal(5), DayKind.OPENING: Decimal(5), DayKind.CALENDAR: Decimal(7)}


class PaperNeed(StrEnum):
    """Which papers a line keeps back; what keeps the poster back keeps the others back too."""

    POSTER = "poster"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """One line that keeps the charter from being published, or asks for thought.

    Args:
        code: names the sentence, ``[obstacle] code = "..."``.
        page: id of the guide's page where it is mended.
        need: which papers it keeps back, where it blocks.
        blocks: False for a warning.
        params: values of the sentence.
    """

    code: str
    page: str
    need: PaperNeed = PaperNeed.POSTER
    blocks: bool = True
    params: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))


def obstacles(source: CharterSource) -> tuple[Obstacle, ...]:
    """Every line that blocks or warns, in the order of the pages; blocking ones first.

    Args:
        source: the draft with its words; its marks do not matter here.
    """
    found = [
        *_missing_answers(source),
        *_too_few_promises(source),
        *_contacts(source),
        *_complaint_times(source),
        *_review_day(source),
        *_outside_help(source),
        *_registrations(source),
        *_wordings(source),
        *_to_think_about(source),
    ]
    order = {page.id: index for index, page in enumerate(source.guide.pages)}
    return tuple(sorted(found, key=lambda line: (not line.blocks, order.get(line.page, 0))))


def can_publish(lines: tuple[Obstacle, ...], need: PaperNeed) -> bool:
    """True when no line keeps this paper back."""
    kept_back = {PaperNeed.POSTER} if need is PaperNeed.POSTER else set(PaperNeed)
    return not any(line.blocks and line.need in kept_back for line in lines)


def _page_need(page: Page) -> PaperNeed | None:
    if page.need is Need.POSTER:
        return PaperNeed.POSTER
    return PaperNeed.TEXT if page.need is Need.FULL else None


def _missing_answers(source: CharterSource) -> Iterator[Obstacle]:
    for page in printed_pages(source):
        need = _page_need(page)
        if need is None:
            continue
        for question in shown_questions(page, source.draft.answers):
            if question.is_required and not answer_words(source, question):
                params = {"label": question.label}
                yield Obstacle(code="answer_missing", page=page.id, need=need, params=params)
        if not is_read(source.draft, page.id):
            params = {"title": page.title}
            yield Obstacle(code="page_not_read", page=page.id, need=need, params=params)


def _too_few_promises(source: CharterSource) -> Iterator[Obstacle]:
    promises = [
        standard
        for standard in ticked_standards(source.draft)
        if standard.kind is StandardKind.PROMISE
    ]
    incomplete = [standard for standard in promises if not is_complete(standard)]
    for standard in incomplete:
        params = {"title": standard.title}
        yield Obstacle(code="promise_incomplete", page=standard.page, blocks=False, params=params)
    complete = len(promises) - len(incomplete)
    if complete < FEWEST_PROMISES:
        params_left: dict[str, Param] = {"ticked": complete, "needed": FEWEST_PROMISES}
        yield Obstacle(code="too_few_promises", page="how_fast", params=params_left)


def _contacts(source: CharterSource) -> Iterator[Obstacle]:
    """A service business gives a phone number and a written way; a shop gives either."""
    is_written = any(source.text(way) for way in ("email", "post_address", "address"))
    has_phone = bool(source.text("phone"))
    if source.answer("is_service") is not False:
        if not has_phone:
            yield Obstacle(code="phone_missing", page="reach_us")
        if not is_written:
            yield Obstacle(code="written_contact_missing", page="reach_us")
    elif not (has_phone or is_written):
        yield Obstacle(code="contact_missing", page="reach_us")


def _longest(standard: ServiceStandard) -> Amount | None:
    return standard.up_to or standard.limit


def _complaint_times(source: CharterSource) -> Iterator[Obstacle]:
    ticked = ticked_standards(source.draft)
    for event, code, is_within in (
        (StopEvent.COMPLAINT_ACKNOWLEDGED, "acknowledge", _acknowledges_in_time),
        (StopEvent.COMPLAINT_DECIDED, "decide", _decides_in_time),
    ):
        standards = [standard for standard in ticked if standard.stop_event is event]
        if not standards:
            yield Obstacle(code=f"{code}_time_missing", page="complaints")
        for standard in standards:
            limit = _longest(standard)
            if limit is None or not is_within(limit):
                params = {"title": standard.title}
                yield Obstacle(code=f"{code}_time_too_long", page="complaints", params=params)


def _calendar_days(amount: Amount) -> Decimal | None:
    """About how many calendar days an amount is; None for units that are not of time."""
    if amount.unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return Decimal(1)
    if amount.unit not in _CALENDAR_DAYS:
        return None
    days = amount.value * _CALENDAR_DAYS[amount.unit]
    if amount.unit is Unit.DAY and amount.days is not None:
        days = days * 7 / _WEEK_OF[amount.days]
    return days


def _acknowledges_in_time(amount: Amount) -> bool:
    days = _calendar_days(amount)
    return days is not None and days <= Decimal(ACKNOWLEDGE_WITHIN) * 7 / 5


def _decides_in_time(amount: Amount) -> bool:
    days = _calendar_days(amount)
    return days is not None and days <= DECIDE_WITHIN


def _review_day(source: CharterSource) -> Iterator[Obstacle]:
    review = source.day("review_by")
    if review is None:
        yield Obstacle(code="review_missing", page="we_check")
        return
    begin = source.day("in_force_from") or source.today
    if review > _a_year_after(begin):
        yield Obstacle(code="review_too_late", page="we_check")
    elif review <= begin:
        yield Obstacle(code="review_too_early", page="we_check")


def _a_year_after(day: date) -> date:
    years_on = REVIEW_WITHIN_MONTHS // 12
    last_of_february = day.month == 2 and day.day == 29
    return day.replace(year=day.year + years_on, day=28 if last_of_february else day.day)


def _outside_help(source: CharterSource) -> Iterator[Obstacle]:
    if not source.law or source.text("outside_help_status") in ("", "none"):
        return
    if not source.text("outside_help_body"):
        yield Obstacle(code="outside_help_body_missing", page="complaints")
    elif source.text("outside_help_accredited") != "yes":
        params = {"body": source.text("outside_help_body")}
        yield Obstacle(code="outside_help_not_accredited", page="complaints", params=params)


def _registrations(source: CharterSource) -> Iterator[Obstacle]:
    for line in source.text("registrations").splitlines():
        parts = [part.strip() for part in line.split("|")]
        try:
            ends = date.fromisoformat(parts[3])
        except (IndexError, ValueError):
            continue
        params = {"body": parts[0]}
        if ends < source.today:
            yield Obstacle(code="registration_ended", page="safe", blocks=False, params=params)
        elif ends <= source.today + timedelta(days=_REMIND_DAYS):
            yield Obstacle(code="registration_ends_soon", page="safe", blocks=False, params=params)


def _wordings(source: CharterSource) -> Iterator[Obstacle]:
    for page in printed_pages(source):
        need = _page_need(page) or PaperNeed.TEXT
        for question in shown_questions(page, source.draft.answers):
            words = answer_words(source, question)
            if words and question.prints is not Prints.NOTHING:
                where = label_of(source, question.id)
                findings = check_wording(words, context=Context.FREE_TEXT)
                yield from _as_obstacles(findings, page.id, need, where)
    for standard in printed_standards(source.draft):
        findings = (*_standard_findings(source, standard),)
        need = PaperNeed.POSTER if standard.is_ticked else PaperNeed.TEXT
        yield from _as_obstacles(findings, standard.page, need, standard.title)


def _standard_findings(source: CharterSource, standard: ServiceStandard) -> Iterator[Finding]:
    statement = stated(source, standard)
    is_aim = standard.kind is StandardKind.AIM
    yield from check_wording(
        statement.main,
        context=Context.AIM if is_aim else Context.PROMISE,
        bare_days_explained=standard.limit is None or standard.limit.days is day_kind(source),
        needs_number=standard.measure is not Measure.YES_NO,
    )
    for detail in statement.details:
        yield from check_wording(detail, context=Context.DETAIL)


def _as_obstacles(
    findings: tuple[Finding, ...], page: str, need: PaperNeed, where: str
) -> Iterator[Obstacle]:
    for finding in findings:
        params: dict[str, Param] = {"where": where, "rewrite": finding.rewrite, **finding.params}
        code = f"finding.{finding.code.value}"
        is_block = finding.severity is Severity.BLOCK
        yield Obstacle(code=code, page=page, need=need, blocks=is_block, params=params)


def _to_think_about(source: CharterSource) -> Iterator[Obstacle]:
    if not source.text("asked_customers"):
        yield Obstacle(code="not_asked_yet", page="ask_first", blocks=False)
    ticked = len(ticked_standards(source.draft))
    if ticked > MOST_ON_POSTER:
        params: dict[str, Param] = {"ticked": ticked, "most": MOST_ON_POSTER}
        yield Obstacle(code="too_many_for_poster", page="how_fast", blocks=False, params=params)

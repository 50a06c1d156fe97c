# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What keeps a charter from being published, and what its owner should think about first.

The poster needs less than the longer papers: the pages of the short way and three ticked
promises. Nothing here writes a sentence: each line is a code with values, worded elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from servicedesk.domain.charters_obstacles import Obstacle, PaperNeed, can_publish
from servicedesk.domain.charters_registrations import Registration, registrations_in
from servicedesk.domain.charters_standards import (
    FEWEST_PROMISES,
    MOST_IN_FULL,
    MOST_ON_POSTER,
    has_blank,
    page_standards,
    ticked_standards,
)
from servicedesk.domain.charters_text import (
    CharterSource,
    answer_words,
    is_left_out,
    is_unread,
    long_day,
    months_later,
    printed_pages,
    printed_questions,
)
from servicedesk.domain.charters_times import complaint_times, review_day
from servicedesk.domain.charters_wordings import page_need, wordings
from servicedesk.domain.errors import Param
from servicedesk.domain.guides import QuestionKind, shown_questions
from servicedesk.domain.standards_sentences import Gap, gaps_in, is_complete

__all__ = ["Obstacle", "PaperNeed", "can_publish", "judged", "obstacles"]

LOOKED_UP_WITHIN_MONTHS = 6
"""A body for outside help should have been looked up so recently."""

_REMIND_DAYS = 30
"""A registration is mentioned this many days before it ends."""


def obstacles(source: CharterSource) -> tuple[Obstacle, ...]:
    """Every line that blocks or warns, in the order of the pages; blocking ones first.

    Args:
        source: the draft with its words; its marks do not matter here.
    """
    found = [
        *_pages(source),
        *_promises(source),
        *_contacts(source),
        *complaint_times(source),
        *review_day(source),
        *_outside_help(source),
        *_registrations(source),
        *wordings(source),
        *_to_think_about(source),
    ]
    order = {page.id: index for index, page in enumerate(source.guide.pages)}
    return tuple(sorted(found, key=lambda line: (not line.blocks, order.get(line.page, 0))))


def judged(source: CharterSource) -> tuple[CharterSource, tuple[Obstacle, ...]]:
    """The source with each paper marked as a draft that may not be published yet, and why.

    Args:
        source: its marks do not matter.
    """
    lines = obstacles(source)
    marked = replace(
        source,
        poster_is_draft=not can_publish(lines, PaperNeed.POSTER),
        text_is_draft=not can_publish(lines, PaperNeed.TEXT),
    )
    return marked, lines


def _pages(source: CharterSource) -> Iterator[Obstacle]:
    """Pages that are not complete, not read, or empty."""
    for page in printed_pages(source):
        params: dict[str, Param] = {"title": page.title}
        need = page_need(page)
        if need is None:
            if is_left_out(source, page):
                yield Obstacle(code="page_left_out", page=page.id, blocks=False, params=params)
            continue
        missing = [
            question
            for question in shown_questions(page, source.draft.answers)
            if question.is_required and not answer_words(source, question)
        ]
        for question in missing:
            about: dict[str, Param] = {"label": question.label, "question": question.id}
            yield Obstacle(code="answer_missing", page=page.id, need=need, params=about)
        if is_unread(source, page):
            yield Obstacle(code="page_not_read", page=page.id, need=need, params=params)
        has_standards = any(each.kind is QuestionKind.STANDARD for each in page.questions)
        says_something = page_standards(source, page.id) or any(
            answer_words(source, question) for question in printed_questions(source, page)
        )
        if has_standards and not missing and not says_something:
            yield Obstacle(code="page_empty", page=page.id, need=need, params=params)


def _promises(source: CharterSource) -> Iterator[Obstacle]:
    """Ticked standards with something missing, and too few complete promises."""
    ticked = ticked_standards(source)
    for standard in ticked:
        params: dict[str, Param] = {"title": standard.title or standard.key}
        if has_blank(standard):
            yield Obstacle(code="promise_has_blank", page=standard.page, params=params)
        elif Gap.REMEDY in gaps_in(standard):
            code = "promise_without_remedy"
            yield Obstacle(code=code, page=standard.page, blocks=False, params=params)
    complete = sum(is_complete(standard) for standard in ticked)
    if complete < FEWEST_PROMISES:
        counts: dict[str, Param] = {"ticked": complete, "needed": FEWEST_PROMISES}
        yield Obstacle(code="too_few_promises", page="how_fast", params=counts)
    printed = {standard.key for standard in ticked}
    for standard in source.draft.standards:
        if standard.is_ticked and standard.key not in printed:
            params = {"title": standard.title}
            yield Obstacle(code="promise_left_out", page=standard.page, blocks=False, params=params)


def _contacts(source: CharterSource) -> Iterator[Obstacle]:
    """A service business gives a phone number and a written way to complain."""
    if source.answer("is_service") is False:
        return
    ways = (("phone", ("phone",)), ("written_contact", ("email", "post_address", "address")))
    for way, questions in ways:
        if not any(source.text(question) for question in questions):
            params: dict[str, Param] = {"question": questions[0]}
            code = f"{way}_missing"
            yield Obstacle(code=code, page="reach_us", need=PaperNeed.TEXT, params=params)


def _outside_help(source: CharterSource) -> Iterator[Obstacle]:
    """Whether the body for outside help may be named (domain: ADR profile).

    Elsewhere accreditation is not asked for: it is a matter of our law.
    """
    if source.text("outside_help_status") in ("", "none"):
        return
    body = source.text("outside_help_body")
    if not body:
        yield _about_help("outside_help_body_missing", "body", body)
        return
    parts = ("website", "cost", "deadline", "binding")
    missing = [part for part in parts if not source.text(f"outside_help_{part}")]
    if missing:
        yield _about_help("outside_help_not_whole", missing[0], body, blocks=False)
    if source.is_elsewhere:
        return
    accredited = source.text("outside_help_accredited")
    if accredited != "yes":
        code = "not_accredited" if accredited == "no" else "not_looked_up"
        yield _about_help(f"outside_help_{code}", "accredited", body)
        return
    looked_up = source.day("outside_help_checked_on")
    if looked_up is None or months_later(looked_up, LOOKED_UP_WITHIN_MONTHS) < source.today:
        yield _about_help("outside_help_look_again", "checked_on", body, blocks=False)


def _about_help(code: str, asked: str, body: str, *, blocks: bool = True) -> Obstacle:
    """A line about outside help; ``asked`` is the end of the id of the question to mend it."""
    params: dict[str, Param] = {"body": body, "question": f"outside_help_{asked}"}
    return Obstacle(code=code, page="complaints", need=PaperNeed.TEXT, blocks=blocks, params=params)


def _registrations(source: CharterSource) -> Iterator[Obstacle]:
    """Registrations that a new print leaves off, cannot hold, or would outlive."""
    for one in registrations_in(source.text("registrations")):
        params: dict[str, Param] = {"body": one.body, "question": "registrations"}
        if one.ends_on is not None:
            params["day"] = long_day(source, one.ends_on)
        code = _registration_fault(source, one)
        if code:
            yield Obstacle(code=code, page="safe", blocks=False, params=params)


def _registration_fault(source: CharterSource, one: Registration) -> str:
    """The most pressing thing about a registration, as a code; empty for none."""
    if one.has_ended(source.today):
        return "registration_ended"
    if one.ends_on is None or not one.is_whole:
        return "registration_not_whole"
    if one.ends_on - source.today <= timedelta(_REMIND_DAYS):
        return "registration_ends_soon"
    review = source.day("review_by")
    is_first = review is not None and one.ends_on < review
    return "registration_ends_before_review" if is_first else ""


def _to_think_about(source: CharterSource) -> Iterator[Obstacle]:
    if not source.text("asked_customers"):
        asked: dict[str, Param] = {"question": "asked_customers"}
        yield Obstacle(code="not_asked_yet", page="ask_first", blocks=False, params=asked)
    ticked = len(ticked_standards(source))
    if ticked > MOST_IN_FULL:
        too_many = ticked > MOST_ON_POSTER
        code = "too_many_for_poster" if too_many else "short_lines_on_poster"
        most = MOST_ON_POSTER if too_many else MOST_IN_FULL
        params: dict[str, Param] = {"ticked": ticked, "most": most}
        yield Obstacle(code=code, page="how_fast", blocks=False, params=params)

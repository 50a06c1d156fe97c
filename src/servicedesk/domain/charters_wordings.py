# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wording check over a whole charter: every text that prints, on whatever paper.

Bare "days" have one meaning on a charter, which stands at its foot; here it is seen that nobody
who writes "30 days" means another.
"""

from collections.abc import Iterable, Iterator, Mapping

from servicedesk.domain.charters_obstacles import FINDING, Obstacle, PaperNeed
from servicedesk.domain.charters_registrations import registrations_in
from servicedesk.domain.charters_standards import has_blank, printed_standards, stated
from servicedesk.domain.charters_text import (
    LAID_OUT,
    CharterSource,
    answer_words,
    day_kind,
    is_unread,
    printed_pages,
)
from servicedesk.domain.errors import Param
from servicedesk.domain.guides import Need, Page, Prints, Question, shown_questions
from servicedesk.domain.letters_closed import closed_link
from servicedesk.domain.standards import (
    Amount,
    ServiceStandard,
    StandardKind,
    Unit,
)
from servicedesk.domain.wording import Context, Finding, FindingCode, Severity, check_wording
from servicedesk.domain.wording_measures import measures
from servicedesk.domain.wording_text import plain

_NAMES = frozenset({"trading_name", "town", "signed_name", "complaint_person"})
"""Answers in which a number of days, or a loose word, is only part of a name."""


def page_need(page: Page) -> PaperNeed | None:
    """Which papers a page is needed for; None for none."""
    if page.need is Need.POSTER:
        return PaperNeed.POSTER
    return PaperNeed.TEXT if page.need is Need.FULL else None


def wordings(source: CharterSource) -> Iterator[Obstacle]:
    """Lines about words that cannot stand, or should be looked at, page by page."""
    for page in printed_pages(source):
        for question in shown_questions(page, source.draft.answers):
            words = answer_words(source, question)
            if words and (question.prints is not Prints.NOTHING or question.id in LAID_OUT):
                need = _need_of(source, page, question)
                yield from _about_answer(source, page.id, question, words, need)
    for standard in printed_standards(source):
        yield from _about_standard(source, standard)


def answer_findings(
    source: CharterSource, page: str, question: Question, words: str
) -> tuple[Finding, ...]:
    """What the wording check says of the answer to one question; () for one that never prints.

    The sentence about legal rights is added by the program to the section on putting things
    right, so nobody is asked for it there; and elsewhere nothing is checked that rests on our
    law.

    Args:
        source: the draft with its words.
        page: id of the page the question stands on.
        question: of the guide.
        words: its answer as it prints, or as it is being typed.
    """
    if question.prints is Prints.NOTHING and question.id not in LAID_OUT:
        return ()
    found = check_wording(
        words,
        context=Context.FREE_TEXT,
        day_kind=day_kind(source),
        registrations=_registered(source),
    )
    is_name = question.id in _NAMES
    return tuple(
        finding
        for finding in _that_hold(source, page, found)
        if finding.severity is Severity.BLOCK or not is_name
    )


def standard_findings(source: CharterSource, standard: ServiceStandard) -> tuple[Finding, ...]:
    """What the wording check says of a standard as printed; () while it has a blank in it."""
    if has_blank(standard):
        return ()
    return tuple(_that_hold(source, standard.page, _findings(source, standard)))


def _that_hold(source: CharterSource, page: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        is_of_law = finding.code in (FindingCode.LEGAL_RIGHTS, FindingCode.RIGHTS_SENTENCE)
        is_added = finding.code is FindingCode.RIGHTS_SENTENCE and page == "not_right"
        if not is_added and not (is_of_law and source.is_elsewhere):
            yield finding


def _need_of(source: CharterSource, page: Page, question: Question) -> PaperNeed:
    """Which papers the answer to a question prints on."""
    if question.id == "aim" and not is_unread(source, page):
        return PaperNeed.POSTER
    return page_need(page) or PaperNeed.TEXT


def _about_answer(
    source: CharterSource, page: str, question: Question, words: str, need: PaperNeed
) -> Iterator[Obstacle]:
    found = answer_findings(source, page, question, words)
    about: dict[str, Param] = {"where": question.label, "question": question.id}
    yield from _as_obstacles(found, page, need, about)
    yield from _closed_platform(words, page, need, about)
    if question.id not in _NAMES:
        yield from _bare_days(words, page, about)


def _about_standard(source: CharterSource, standard: ServiceStandard) -> Iterator[Obstacle]:
    """Lines about a standard as printed; one with a blank in it is not weighed yet."""
    if has_blank(standard):
        return
    need = PaperNeed.POSTER if standard.is_ticked else PaperNeed.TEXT
    found = standard_findings(source, standard)
    about: dict[str, Param] = {"where": standard.title}
    yield from _as_obstacles(found, standard.page, need, about)
    params: dict[str, Param] = {"title": standard.title}
    if any(one.unit is Unit.DAY and one.days is None for one in _amounts(standard)):
        yield Obstacle(code="days_unclear", page=standard.page, blocks=False, params=params)
    for words in _own_words(standard):
        yield from _bare_days(words, standard.page, about)
        yield from _closed_platform(words, standard.page, need, about)


def _findings(source: CharterSource, standard: ServiceStandard) -> Iterator[Finding]:
    """What the check says of a standard as printed; its bare days are explained at the foot.

    A yes or no has no figure, but one that leaves a customer asking how soon needs it all the
    same.
    """
    statement = stated(source, standard)
    is_aim = standard.kind is StandardKind.AIM
    registrations = _registered(source)
    yield from check_wording(
        statement.main,
        context=Context.AIM if is_aim else Context.PROMISE,
        day_kind=day_kind(source),
        bare_days_explained=True,
        registrations=registrations,
    )
    for words in statement.details:
        yield from check_wording(
            words,
            context=Context.DETAIL,
            day_kind=day_kind(source),
            bare_days_explained=True,
            registrations=registrations,
        )
    yield from check_wording(standard.title, context=Context.FREE_TEXT, registrations=registrations)


def _registered(source: CharterSource) -> tuple[str, ...]:
    """Bodies whose registration is on record, whole and not ended."""
    return tuple(
        one.body
        for one in registrations_in(source.text("registrations"))
        if one.is_whole and not one.has_ended(source.today)
    )


def _as_obstacles(
    findings: Iterable[Finding], page: str, need: PaperNeed, about: Mapping[str, Param]
) -> Iterator[Obstacle]:
    """Findings as lines; ``about`` says where: a title, and the id of the question if it is one."""
    for finding in findings:
        yield Obstacle(
            code=f"{FINDING}{finding.code.value}",
            page=page,
            need=need,
            blocks=finding.severity is Severity.BLOCK,
            params={**about, "rewrite": finding.rewrite, **finding.params},
        )


def _amounts(standard: ServiceStandard) -> Iterator[Amount]:
    """Every amount of a standard that says how long; "every day" needs no kind of day."""
    again = [standard.updates, standard.limit if standard.repeats else None]
    maybe = [
        *(amount for amount in again if amount is not None and amount.value != 1),
        None if standard.repeats else standard.limit,
        standard.up_to,
        standard.remedy.claim_within,
        *(band.width for band in standard.bands),
    ]
    if standard.clock is not None:
        maybe.append(standard.clock.after)
    if standard.second is not None:
        maybe.append(standard.second.limit)
    if standard.pattern is not None:
        maybe += [standard.pattern.window, standard.pattern.lasting]
    return (amount for amount in maybe if amount is not None)


def _own_words(standard: ServiceStandard) -> Iterator[str]:
    """What the owner has written into a standard, beside its figures."""
    second = standard.second.condition if standard.second is not None else ""
    remedy = standard.remedy
    yield from (standard.title, standard.action, standard.condition, standard.fallback)
    yield from (second, remedy.text, remedy.depends_on)


def _closed_platform(
    words: str, page: str, need: PaperNeed, about: Mapping[str, Param]
) -> Iterator[Obstacle]:
    if closed_link(words):
        yield Obstacle(code="closed_platform", page=page, need=need, params=about)


def _bare_days(words: str, page: str, about: Mapping[str, Param]) -> Iterator[Obstacle]:
    """A number of days that does not say which ones; a single day means the same either way."""
    for one in measures(plain(words)):
        if one.unit == "day" and one.number not in ("1", "0.5"):
            params: dict[str, Param] = {**about, "found": one.said}
            yield Obstacle(code="bare_days", page=page, blocks=False, params=params)

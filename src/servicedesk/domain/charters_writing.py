# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The charter while it is being written: an answer given, a page read, how far it has come.

An answer stays in the draft when its question is hidden, so that whoever changes their mind
twice finds what they had said; what is hidden is left out of what is published.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.charters_obstacles import Obstacle, PaperNeed, can_publish
from servicedesk.domain.charters_text import CharterSource, is_unread
from servicedesk.domain.guides import (
    Guide,
    Page,
    QuestionKind,
    has_answer,
    only_shown,
    question_by_id,
    shown_pages,
    with_defaults,
)
from servicedesk.domain.guides_answers import checked
from servicedesk.domain.standards import ServiceStandard, counted_in

ASK_FIRST = "ask_first"
"""The page that may be skipped and is no section of the charter."""

READ_PAGES = "read_pages"
"""The question that says which pages have been read; whoever writes page by page is not asked."""

_COUNT_DAYS = "count_days"
_NOT_READ = "page_not_read"


class PageMark(StrEnum):
    """How far a page has come."""

    DONE = "done"
    NEEDS = "needs"
    UNREAD = "unread"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """One page in the list of pages.

    Args:
        page: of the guide.
        mark: DONE when it was read and nothing on it is in the way; NEEDS when it was read and
            something is; UNREAD while it holds ready-made words that nobody has read; OPEN when
            there is nothing on it yet.
        lines: what was found on it, blocking lines first.
        is_kept_back: a line on it keeps the poster back.
    """

    page: Page
    mark: PageMark
    lines: tuple[Obstacle, ...] = ()
    is_kept_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a charter has come.

    Args:
        pages: those that are shown, in the order walked.
        is_poster_ready, is_text_ready: nothing keeps the poster, or the longer papers, back.
        done: pages that are done, not counting the one that asks first.
    """

    pages: tuple[PageState, ...]
    is_poster_ready: bool
    is_text_ready: bool
    done: int

    @property
    def total(self) -> int:
        """Pages that can be done."""
        return sum(state.page.id != ASK_FIRST for state in self.pages)


def with_answer(guide: Guide, draft: CharterDraft, question_id: str, value: object) -> CharterDraft:
    """The draft with one answer given, changed or taken away.

    Args:
        guide: of the charter.
        draft: so far.
        question_id: of the guide.
        value: as ``guides_answers.checked`` takes it; an empty one takes the answer away, and
            the guide's own default comes back where there is one.

    Raises:
        Refusal: as ``checked``.
        KeyError: the guide has no such question.
    """
    said = checked(question_by_id(guide, question_id), value)
    answers = {**draft.answers, question_id: said}
    if not has_answer(answers, question_id):
        del answers[question_id]
    made = replace(draft, answers=with_defaults(guide, answers))
    days = made.answers.get(_COUNT_DAYS)
    if days == draft.answers.get(_COUNT_DAYS):
        return made
    kind = DayKind.WORKING if days == DayKind.WORKING else DayKind.OPENING
    return replace(made, standards=tuple(counted_in(one, kind) for one in made.standards))


def with_page_read(guide: Guide, draft: CharterDraft, page_id: str) -> CharterDraft:
    """The draft in which a page counts as read, so that the words on it are the owner's own.

    A page of which reading is not asked leaves the draft as it is.
    """
    read = draft.answers.get(READ_PAGES)
    known = {choice.id for choice in question_by_id(guide, READ_PAGES).choices}
    before = read if isinstance(read, tuple) else ()
    if page_id in before or page_id not in known:
        return draft
    return with_answer(guide, draft, READ_PAGES, (*before, page_id))


def is_page_read(draft: CharterDraft, page_id: str) -> bool:
    """Whether the owner has been through a page."""
    read = draft.answers.get(READ_PAGES)
    return isinstance(read, tuple) and page_id in read


def with_edited(
    draft: CharterDraft,
    before: Iterable[ServiceStandard],
    after: Iterable[ServiceStandard],
) -> CharterDraft:
    """The draft in which some of its standards were changed, moved, added or taken out.

    Args:
        draft: so far.
        before: those that were edited together, by their keys, as they were.
        after: the same as they are now, in their new order; new ones follow the last of them.
    """
    edited = {standard.key for standard in before}
    places = [at for at, one in enumerate(draft.standards) if one.key in edited]
    left = [*after]
    made: list[ServiceStandard] = []
    for at, standard in enumerate(draft.standards):
        if at not in places:
            made.append(standard)
        elif at == places[-1]:
            made += left
        else:
            made += left[:1]
            left = left[1:]
    made += [] if places else left
    keys = {standard.key for standard in made}
    return replace(
        draft,
        standards=tuple(made),
        suggested=tuple(key for key in draft.suggested if key in keys),
    )


def asked_on(guide: Guide, draft: CharterDraft, page: Page) -> tuple[ServiceStandard, ...]:
    """The standards that are edited on a page, in print order.

    A page of the short way also shows those suggested ones whose own page the short way does
    not pass: whoever takes it would not meet them.
    """
    own = [standard for standard in draft.standards if standard.page == page.id]
    first = next((one for one in guide.pages if one.is_short_way and _is_of_standards(one)), None)
    if first is None or page.id != first.id:
        return tuple(own)
    shown = shown_pages(guide, draft.answers)
    passed_by = {one.id for one in shown if not one.is_short_way}
    more = [
        standard
        for standard in draft.standards
        if standard.page in passed_by and standard.key in draft.suggested
    ]
    return (*own, *more)


def ready_to_publish(guide: Guide, draft: CharterDraft) -> CharterDraft:
    """The draft with the answers to shown questions only, which are all that is published."""
    return replace(draft, answers=only_shown(guide, draft.answers))


def progress(source: CharterSource, lines: tuple[Obstacle, ...]) -> Progress:
    """How far a charter has come.

    Args:
        source: the draft with its words.
        lines: all that ``obstacles`` found in it.
    """
    pages = tuple(
        _state(source, page, tuple(line for line in lines if line.page == page.id))
        for page in shown_pages(source.guide, source.draft.answers)
    )
    return Progress(
        pages=pages,
        is_poster_ready=can_publish(lines, PaperNeed.POSTER),
        is_text_ready=can_publish(lines, PaperNeed.TEXT),
        done=sum(state.mark is PageMark.DONE and state.page.id != ASK_FIRST for state in pages),
    )


def _state(source: CharterSource, page: Page, lines: tuple[Obstacle, ...]) -> PageState:
    blocking = [line for line in lines if line.blocks and line.code != _NOT_READ]
    kept_back = any(line.blocks and line.need is PaperNeed.POSTER for line in lines)
    if _is_read(source, page):
        mark = PageMark.NEEDS if blocking else PageMark.DONE
    else:
        mark = PageMark.UNREAD if is_unread(source, page) else PageMark.OPEN
    return PageState(page=page, mark=mark, lines=lines, is_kept_back=kept_back)


def _is_read(source: CharterSource, page: Page) -> bool:
    """Whether a page was walked; one that is not asked about counts once something stands there."""
    if page.id == ASK_FIRST:
        return any(has_answer(source.draft.answers, one.id) for one in page.questions)
    return is_page_read(source.draft, page.id)


def _is_of_standards(page: Page) -> bool:
    return any(question.kind is QuestionKind.STANDARD for question in page.questions)

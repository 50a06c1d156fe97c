# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Guides: pages of questions as data, and the pure logic of walking them.

The charter, the self-check and the first run are all guides. A guide is read from a data
file; this module decides which pages and questions are shown and what is still unanswered.
Whether one answer fits its question is decided in ``guides_answers``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.hours import WeeklyHours


class QuestionKind(StrEnum):
    """What kind of answer a question takes; a standard is edited there but is no answer."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    WHOLE_NUMBER = "whole_number"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    SCALE = "scale"
    HOURS = "hours"
    CONTACT = "contact"
    MONEY = "money"
    STANDARD = "standard"
    DAY = "day"


class Prints(StrEnum):
    """How an answer comes out on paper, where no layout says otherwise."""

    NOTHING = "nothing"
    ROW = "row"
    PARAGRAPH = "paragraph"
    BULLETS = "bullets"


class Need(StrEnum):
    """What a page is needed for; pages needed for the poster are also needed for the rest."""

    POSTER = "poster"
    FULL = "full"
    NOTHING = "nothing"


class ContactShape(StrEnum):
    """What a way to reach the business has to look like."""

    ANY = "any"
    PHONE = "phone"
    EMAIL = "email"
    WEBSITE = "website"


AnswerValue = str | int | bool | date | tuple[str, ...] | WeeklyHours
"""One answer; money is in whole pence, choices are ids in the order of the question."""

Answers = Mapping[str, AnswerValue]
"""Answers by question id; a question that is not there has not been answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose.

    Args:
        id: as stored.
        label: as shown on the screen.
        prints: as printed; empty where the label is printed.
    """

    id: str
    label: str
    prints: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowIf:
    """When something is shown: the question has any of these answers.

    Args:
        question: its id.
        any_of: ids of choices, or "yes" and "no" for a yes-or-no question.
    """

    question: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a page.

    Args:
        id: for life, in every version of the guide.
        kind: what kind of answer it takes.
        label: the question as asked.
        help: one or two sentences under it; may be empty.
        is_required: the page is not complete without an answer.
        prints: how the answer comes out on paper.
        print_label: printed before a row or above a paragraph; may be empty.
        choices: for the kinds choice and choices.
        minimum, maximum: bounds of a number, of pence, of the count of choices, or of the
            number of characters of a text; None for no bound (texts have one of their own).
        default: answer to begin with where no preset gives one, or None.
        show_if: shown only then, or None for always.
        shape: for contacts, what the entry has to look like.
        most_lines: of a longer text, or None for any number.
        is_past: of a day: it is about something that was done, so it cannot lie ahead.
    """

    id: str
    kind: QuestionKind
    label: str
    help: str = ""
    is_required: bool = False
    prints: Prints = Prints.NOTHING
    print_label: str = ""
    choices: tuple[Choice, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    default: AnswerValue | None = None
    show_if: ShowIf | None = None
    shape: ContactShape = ContactShape.ANY
    most_lines: int | None = None
    is_past: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a guide, which is one section of what it writes.

    Args:
        id: for life.
        number: as shown, such as "8" or "8b".
        title: short, for the list of steps.
        heading: over the section on paper, and over the page where ``asks`` is empty.
        intro: one or two sentences under the heading.
        need: what the page is needed for.
        is_short_way: part of the short way to a poster.
        questions: in the order asked.
        show_if: shown only then, or None for always.
        asks: the page's heading on the screen, as a question to the owner.
    """

    id: str
    number: str
    title: str
    heading: str
    intro: str = ""
    need: Need = Need.NOTHING
    is_short_way: bool = False
    questions: tuple[Question, ...] = ()
    show_if: ShowIf | None = None
    asks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A whole guide.

    Args:
        id: such as "charter".
        version: whole number, one more whenever a question changes its meaning.
        title: as shown.
        language: of its words, such as "en".
        pages: in the order walked.
    """

    id: str
    version: int
    title: str
    language: str
    pages: tuple[Page, ...]


def all_questions(guide: Guide) -> Iterator[Question]:
    """Go through every question of every page, in the order asked."""
    for page in guide.pages:
        yield from page.questions


def question_by_id(guide: Guide, question_id: str) -> Question:
    """Find a question.

    Raises:
        KeyError: when the guide has no such question.
    """
    for question in all_questions(guide):
        if question.id == question_id:
            return question
    raise KeyError(question_id)


def page_by_id(guide: Guide, page_id: str) -> Page:
    """Find a page.

    Raises:
        KeyError: when the guide has no such page.
    """
    for page in guide.pages:
        if page.id == page_id:
            return page
    raise KeyError(page_id)


def is_shown(show_if: ShowIf | None, answers: Answers) -> bool:
    """Whether a condition holds; an unanswered question has none of the answers."""
    if show_if is None:
        return True
    value = answers.get(show_if.question)
    if isinstance(value, bool):
        return ("yes" if value else "no") in show_if.any_of
    if isinstance(value, tuple):
        return any(choice in show_if.any_of for choice in value)
    return value is not None and str(value) in show_if.any_of


def shown_pages(guide: Guide, answers: Answers) -> tuple[Page, ...]:
    """The pages to walk, in order, given what has been answered so far."""
    return tuple(page for page in guide.pages if is_shown(page.show_if, answers))


def shown_questions(page: Page, answers: Answers) -> tuple[Question, ...]:
    """The questions of a page to ask, in order, given what has been answered so far."""
    return tuple(question for question in page.questions if is_shown(question.show_if, answers))


def with_defaults(guide: Guide, answers: Answers) -> dict[str, AnswerValue]:
    """The answers with the guide's own default for each question that has none."""
    defaults = {
        question.id: question.default
        for question in all_questions(guide)
        if question.default is not None
    }
    return {**defaults, **answers}


def only_shown(guide: Guide, answers: Answers) -> dict[str, AnswerValue]:
    """The answers to questions that are shown, which are all that is stored.

    An answer that is left out may hide more questions; those answers are left out too.
    """
    kept = dict(answers)
    while True:
        shown = {
            question.id
            for page in shown_pages(guide, kept)
            for question in shown_questions(page, kept)
        }
        left = {key: value for key, value in kept.items() if key in shown}
        if len(left) == len(kept):
            return left
        kept = left


def has_answer(answers: Answers, question_id: str) -> bool:
    """Whether anything was said; an empty text and an empty list say nothing."""
    return answers.get(question_id) not in (None, "", ())


def unanswered(page: Page, answers: Answers) -> tuple[Question, ...]:
    """The required questions of a page that are shown and have no answer yet, in order."""
    return tuple(
        question
        for question in shown_questions(page, answers)
        if question.is_required and not has_answer(answers, question.id)
    )

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a charter says, piece by piece: the answers of a draft put into words.

Every paper (poster, leaflet, full text) is laid out of these pieces, so that one sentence reads
the same wherever it is printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.calendars import DayKind, add_months
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.guides import (
    AnswerValue,
    Guide,
    Need,
    Page,
    Prints,
    Question,
    QuestionKind,
    shown_pages,
    shown_questions,
)
from servicedesk.domain.hours import WeeklyHours, hours_lines
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards_wording import Wording

FIRST_RESULTS_AFTER_MONTHS = 3
"""When the first results come, where the owner has not said otherwise."""

OWN_WORDS_PAGE = "who_we_are"
"""The one page to which no preset gives any words: there is nothing of ours to read on it."""

_WORDS = (QuestionKind.TEXT, QuestionKind.LONG_TEXT, QuestionKind.CHOICES)

LAID_OUT = frozenset(
    {
        "trading_name",
        "town",
        "aim",
        "registrations",
        "complaint_person",
        "complaint_stand_in",
        "outside_help_body",
        "outside_help_website",
        "outside_help_cost",
        "outside_help_deadline",
        "outside_help_binding",
        "first_results",
        "signed_name",
        "signed_role",
    }
)
"""Answers that a layout prints in a place of its own, although the guide prints them nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterSource:
    """Everything that a print of the charter is made of.

    Args:
        draft: what the owner has said.
        guide: the pages and questions of the charter.
        phrases: words of the language it is printed in.
        law: sentences that rest on law, by fact id, for the owner's nation; empty elsewhere.
        today: the day of printing.
        number: of the published version, or None while there is none.
        poster_is_draft, text_is_draft: whether the poster, and the longer papers, carry the
            draft mark.
        results: how we are doing, a line each, in place of when we start counting; empty until
            there are results.
    """

    draft: CharterDraft
    guide: Guide
    phrases: Phrases
    law: Mapping[str, str]
    today: date
    number: int | None = None
    poster_is_draft: bool = True
    text_is_draft: bool = True
    results: tuple[str, ...] = ()

    @property
    def is_elsewhere(self) -> bool:
        """True outside the four nations, where nothing rests on their law."""
        return not self.law

    def answer(self, question_id: str) -> AnswerValue | None:
        """The answer to a question, or None."""
        return self.draft.answers.get(question_id)

    def text(self, question_id: str) -> str:
        """The answer to a question of words, stripped; empty where there is none."""
        value = self.answer(question_id)
        return value.strip() if isinstance(value, str) else ""

    def day(self, question_id: str) -> date | None:
        """The answer to a question for a day, or None."""
        value = self.answer(question_id)
        return value if isinstance(value, date) else None

    def say(self, key: str, **values: str) -> str:
        """A phrase of the charter's own table of words."""
        return self.phrases.say(f"charter.{key}", **values)


def business_name(source: CharterSource) -> str:
    """The trading name, or the words that stand in a draft until there is one."""
    return gap(source, "trading_name")


def gap(source: CharterSource, question_id: str) -> str:
    """The answer to a question of words, or in its place what is still to be filled in."""
    return source.text(question_id) or source.say(f"gap.{question_id}")


def day_kind(source: CharterSource) -> DayKind:
    """How the owner counts days: those the shop is open, or working days."""
    return DayKind.WORKING if source.text("count_days") == DayKind.WORKING else DayKind.OPENING


def day_meaning(source: CharterSource) -> str:
    """What a bare "days" means on this charter.

    Outside the four nations a working day knows no bank holidays of ours, so the words differ.
    """
    kind = day_kind(source)
    place = "_elsewhere" if kind is DayKind.WORKING and source.is_elsewhere else ""
    return source.say(f"day_meaning.{kind.value}{place}")


def day_words(source: CharterSource) -> str:
    """The one sentence at the foot that explains what a bare "days" means on this charter."""
    return source.say("day_words", meaning=day_meaning(source))


def long_day(source: CharterSource, day: date) -> str:
    """A day as letters write it, such as "2 October 2026"."""
    return source.say(
        "day", day=str(day.day), month=source.phrases.say(f"month.{day.month}"), year=str(day.year)
    )


def month_of(source: CharterSource, day: date) -> str:
    """The month of a day, such as "December 2027"."""
    month = source.phrases.say(f"month.{day.month}")
    return source.say("month_of", month=month, year=str(day.year))


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the calendar's last day when it does not reach on."""
    try:
        return add_months(day, months)
    except ValueError:
        return date.max


def printed_pages(source: CharterSource) -> tuple[Page, ...]:
    """The pages that the longer papers print: all that are shown but the one that asks first."""
    pages = shown_pages(source.guide, source.draft.answers)
    return tuple(page for page in pages if page.id != "ask_first")


def printed_questions(source: CharterSource, page: Page) -> tuple[Question, ...]:
    """The questions of a page whose answers print, in the order asked."""
    shown = shown_questions(page, source.draft.answers)
    return tuple(question for question in shown if question.prints is not Prints.NOTHING)


def is_unread(source: CharterSource, page: Page) -> bool:
    """True while a page holds ready-made words that the owner has not read and let stand."""
    read = source.answer("read_pages")
    if page.id == OWN_WORDS_PAGE or (isinstance(read, tuple) and page.id in read):
        return False
    return any(
        question.kind in _WORDS
        and (question.prints is not Prints.NOTHING or question.id in LAID_OUT)
        and answer_words(source, question)
        for question in shown_questions(page, source.draft.answers)
    )


def is_page_unread(source: CharterSource, page_id: str) -> bool:
    """As ``is_unread``, for the page with this id; False for one that is not shown."""
    return any(page.id == page_id and is_unread(source, page) for page in printed_pages(source))


def is_left_out(source: CharterSource, page: Page) -> bool:
    """Whether the words of a page are left off the published papers.

    A page that is not needed does not keep the charter back, but words that nobody has read
    are not given to customers either.
    """
    return page.need is Need.NOTHING and is_unread(source, page)


def answer_words(source: CharterSource, question: Question) -> str:
    """The answer to a question as printed, lines parted by newlines; empty for none."""
    value = source.answer(question.id)
    if value is None or value == "":
        return ""
    if isinstance(value, WeeklyHours):
        return "\n".join(hours_lines(value, source.phrases))
    if isinstance(value, bool):
        return source.say("yes") if value else source.say("no")
    if isinstance(value, tuple):
        return "\n".join(_choice_words(question, chosen) for chosen in value)
    if isinstance(value, date):
        return long_day(source, value)
    if isinstance(value, int):
        is_money = question.kind is QuestionKind.MONEY
        return Wording(source.phrases, None).money(value) if is_money else str(value)
    if question.kind is QuestionKind.CHOICE:
        return _choice_words(question, value)
    return value.strip()


def _choice_words(question: Question, chosen: str) -> str:
    for choice in question.choices:
        if choice.id == chosen:
            return choice.prints or choice.label
    return chosen


def lines_of(words: str) -> tuple[str, ...]:
    """The lines of a text that hold anything, stripped."""
    return tuple(line.strip() for line in words.splitlines() if line.strip())


def outside_help(source: CharterSource) -> str:
    """The paragraph about outside help; empty unless the business has such an arrangement.

    A trader with no arrangement need say nothing, and inside the four nations a body whose
    accreditation has not been looked up is never named (domain: state of the law, ADR).
    """
    body = source.text("outside_help_body")
    if source.text("outside_help_status") in ("", "none") or not body:
        return ""
    if not source.is_elsewhere and source.text("outside_help_accredited") != "yes":
        return ""
    said = [source.say("outside_help.body", body=body)]
    for part in ("website", "cost", "deadline", "binding"):
        words = source.text(f"outside_help_{part}").rstrip(".")
        if words:
            said.append(source.say(f"outside_help.{part}", **{part: words}))
    return " ".join(said)


def results_lines(source: CharterSource) -> tuple[str, ...]:
    """What stands in the results box: how we are doing, or when we start counting."""
    if source.results:
        return source.results
    begin = source.day("counting_from") or source.day("in_force_from") or source.today
    opening = "results.started" if begin < source.today else "results.start"
    first = source.text("first_results").rstrip(".")
    month = first or month_of(source, months_later(begin, FIRST_RESULTS_AFTER_MONTHS))
    return (
        source.say(opening, day=long_day(source, begin)),
        source.say("results.first", month=month),
    )


def edition_line(source: CharterSource) -> str:
    """Version, first day in force and review, parted by middle dots."""
    parts = []
    if source.number is not None:
        parts.append(source.say("edition.number", number=str(source.number)))
    in_force = source.day("in_force_from") or source.today
    parts.append(source.say("edition.in_force", day=long_day(source, in_force)))
    review = source.day("review_by")
    if review is not None:
        parts.append(source.say("edition.review", day=long_day(source, review)))
    line = " · ".join(parts)
    return line[0].upper() + line[1:]


def signed(source: CharterSource) -> tuple[str, str]:
    """Name and role of the person who answers for the charter; either may be empty."""
    owner = source.text("owner_name")
    name = source.text("signed_name") or owner
    known = source.say("owner") if name and name == owner else ""
    return name, (source.text("signed_role") or known) if name else ""


def who_to_ask(source: CharterSource) -> str:
    """Whom to ask for with a complaint, and who stands in; empty while nobody is named."""
    person, stand_in = source.text("complaint_person"), source.text("complaint_stand_in")
    if person and stand_in:
        return source.say("ask_for.two", person=person, stand_in=stand_in)
    return source.say("ask_for.one", person=person) if person else ""


def asked_before(source: CharterSource) -> str:
    """Whether customers were asked before the charter was written (page 0)."""
    return source.say("asked" if source.text("asked_customers") else "not_asked_yet")


def contact_lines(source: CharterSource) -> tuple[str, ...]:
    """How to reach the business, in short lines; a draft shows what is still to be filled in."""
    ways = [way for way in (source.text("phone"), source.text("email")) if way]
    if not ways and source.poster_is_draft:
        ways = [source.say("gap.phone")]
    place = ", ".join(lines_of(gap(source, "address")))
    lines = [*([" · ".join(ways)] if ways else []), place]
    hours = source.answer("opening_hours")
    if isinstance(hours, WeeklyHours):
        return (*lines, *hours_lines(hours, source.phrases))
    return (*lines, source.say("gap.opening_hours"))

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the search finds of getting better: the pages of Improve, and what is kept on them.

There are a few of each a year, so they are read whole. Nothing of a fairness check is found by the
name of a customer, and nothing of the people here by what is only noted about them.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from servicedesk.domain.checks import Bank, CheckCard
from servicedesk.domain.kinds import Kind
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.search import Entry, Hit, HitKind
from servicedesk.domain.written import WrittenPaper
from servicedesk.services.unit import Reading
from servicedesk.store.checks import finished_checks, open_check
from servicedesk.store.fairness import fairness_cards, offer_cards
from servicedesk.store.ideas import idea_cards
from servicedesk.store.people import all_people
from servicedesk.store.reviews import review_cards
from servicedesk.store.service_plan import plan_card
from servicedesk.store.staff import between_cards, note_cards, skill_cards
from servicedesk.store.written import kept_texts

IMPROVING = frozenset(
    {
        Kind.CHECK,
        Kind.IDEA,
        Kind.SERVICE_PLAN,
        Kind.SKILL,
        Kind.STAFF_NOTE,
        Kind.BETWEEN_US,
        Kind.WRITTEN_PAPER,
        Kind.REVIEW,
        Kind.OFFER,
        Kind.FAIRNESS_CHECK,
        Kind.PERSON,
    }
)
"""Kinds whose changes make the entries stale; people, because what they learned names them."""

_ROOM = "improve"
_PAGES = (
    "check",
    "actions",
    "ideas",
    "plan",
    "busy",
    "staff",
    "papers",
    "reviews",
    "fairness",
    "extra_help",
)
_SHOWN = 120
"""Characters of what somebody said that a line shows."""

_Day = Callable[[date], str]


def entries_improving(reading: Reading, phrases: Phrases, day: _Day) -> Iterable[Entry]:
    """The pages of Improve, then everything that is kept on them.

    Args:
        reading: inside a read.
        phrases: words.
        day: a day in words.
    """
    say = phrases.say
    for page in _PAGES:
        also = say(f"search.improving.also.{page}")
        yield _entry(say(f"search.improving.{page}"), page, also=also)
    for bank in Bank:
        yield from _checks(reading, bank, phrases, day)
    for idea in idea_cards(reading):
        detail = say("enum.Kind.idea")
        texts = (idea.draft.seen_at, idea.draft.note)
        yield _entry(idea.draft.what, "ideas", str(idea.id), detail=detail, texts=texts)
    yield from _plan(reading)
    yield from _people(reading, phrases)
    kept = kept_texts(reading)
    for paper in WrittenPaper:
        title, detail = say(f"enum.WrittenPaper.{paper.value}"), say("enum.Kind.written_paper")
        own = (kept[paper][1].body,) if paper in kept else ()
        yield _entry(title, "papers", paper.value, detail=detail, texts=own)
    yield from _twice_a_year(reading, phrases, day)


def _checks(reading: Reading, bank: Bank, phrases: Phrases, day: _Day) -> Iterator[Entry]:
    """The check of a bank that is begun, and those that are finished, by their day."""
    say = phrases.say
    title = say(f"enum.Bank.{bank.value}")
    begun = open_check(reading, bank)
    if begun is not None:
        detail = say("search.improving.begun", day=day(begun.started_on))
        yield _entry(title, "check", bank.value, detail=detail, texts=_noted(begun))
    for card in finished_checks(reading, bank):
        if card.finished_on is not None:
            detail = say("search.improving.finished", day=day(card.finished_on))
            yield _entry(title, "check", str(card.id), detail=detail, texts=_noted(card))


def _noted(card: CheckCard) -> tuple[str, ...]:
    return tuple(text for one in card.answers.values() for text in (one.note, one.departure))


def _plan(reading: Reading) -> Iterator[Entry]:
    """Every group of customers and every aim of the service plan, and who decides."""
    plan = plan_card(reading)
    if plan is None:
        return
    draft = plan.draft
    for title, *texts in (
        *((group.name, group.values) for group in draft.groups),
        *((aim,) for aim in draft.aims),
        (draft.put_right,),
    ):
        if title:
            yield _entry(title, "plan", texts=(*texts, draft.decides, draft.stands_in))


def _people(reading: Reading, phrases: Phrases) -> Iterator[Entry]:
    """What everybody learned, what helpers said, and what is agreed between ourselves."""
    say = phrases.say
    names = {number: card.name for number, card in all_people(reading).items()}
    for skill in skill_cards(reading):
        learned, person = skill.draft, skill.draft.person_id
        yield _entry(learned.what, "staff", str(person), detail=names.get(person, ""))
    for note in note_cards(reading):
        said = note.draft
        texts = (said.text, said.answer, said.said_by)
        detail = say("enum.Kind.staff_note")
        yield _entry(said.text, "staff", f"note/{note.id}", detail=detail, texts=texts)
    for agreed in between_cards(reading):
        detail = say("enum.Kind.between_us")
        yield _entry(agreed.draft.what, "staff", detail=detail, texts=(agreed.draft.asks,))


def _twice_a_year(reading: Reading, phrases: Phrases, day: _Day) -> Iterator[Entry]:
    """Reviews, offers and plans, and checks of how fair they are."""
    say = phrases.say
    for review in review_cards(reading):
        title = say("search.improving.review", day=day(review.draft.held_on or review.begun_on))
        decided = (one.draft.text for one in review.decisions)
        texts = (review.draft.findings, review.draft.charter_change, *decided)
        yield _entry(title, "reviews", str(review.id), texts=texts)
    for offer in offer_cards(reading):
        detail = say("enum.Kind.offer")
        texts = (offer.draft.joining, offer.draft.leaving)
        yield _entry(offer.draft.name, "fairness", str(offer.id), detail=detail, texts=texts)
    for check in fairness_cards(reading):
        title = say("search.improving.fair", day=day(check.drawn_on))
        names = (one.draft.name for one in check.offers)
        yield _entry(title, "fairness", f"check/{check.id}", texts=names)


def _entry(
    title: str,
    part: str,
    item: str = "",
    *,
    detail: str = "",
    also: str = "",
    texts: Iterable[str] = (),
) -> Entry:
    """One thing under Improve; of a long title the beginning is shown, and the whole is found."""
    line = " ".join(title.split())
    shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
    hit = Hit(title=shown, detail=detail, room=_ROOM, part=part, item=item)
    return Entry(kind=HitKind.IMPROVE, hit=hit, also=also, text=" ".join((line, *texts)))

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feedback where others look for it: a customer's page, the bin, the search, two made one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest

from servicedesk.domain.bins import BIN_DAYS
from servicedesk.domain.customers import Channel
from servicedesk.domain.feedback import FeedbackKind, Scores
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.domain.kinds import Kind
from servicedesk.domain.search import HitKind
from servicedesk.domain.timeline import TimelineChip
from servicedesk.services.attachments import attach
from servicedesk.services.registry import Services, open_services
from servicedesk.store.letters import letters
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.feedback_made import MONDAY, MRS_PATEL, RUTH, draft, logged, marked
from tests.store.files import new_file, opened


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 9, 14, 9, tzinfo=UTC))


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


@pytest.fixture
def patel(services: Services) -> int:
    return services.customers.add(MRS_PATEL, RUTH).card.id


def told(services: Services, patel: int) -> list[tuple[str, str, str, str]]:
    entries = services.timeline.of(patel, TimelineChip.FEEDBACK)
    return [(one.title, one.detail, one.chip_text, one.tone) for one in entries]


def test_it_stands_on_the_page_of_the_customer(
    services: Services, patel: int, clock: FixedClock
) -> None:
    feedback = services.feedback
    logged(services, "Quick and tidy", kind=FeedbackKind.COMPLIMENT, customer_id=patel)
    feedback.log(marked(2, customer_id=patel, channel=Channel.POST), RUTH)
    logged(services, "", better="Open on Sundays", customer_id=patel, wants_answer=True)
    logged(services, "Ring first", customer_id=patel, wants_answer=True)
    logged(services, "Of somebody else")
    assert told(services, patel) == [
        ("Comment: Ring first", "F-2026-0004 · at the counter", "waits for an answer", "due"),
        ("Comment: Open on Sundays", "F-2026-0003 · at the counter", "waits for an answer", "due"),
        (
            "Answer to our question: marks without words",
            "F-2026-0002 · satisfied: 2 of 5 · by post",
            "to follow up",
            "due",
        ),
        ("Compliment: Quick and tidy", "F-2026-0001 · at the counter", "", "quiet"),
    ]
    clock.set(date(2026, 9, 17))
    assert told(services, patel)[2][2:] == ("to follow up", "late")
    feedback.follow_up(2, MONDAY, "", RUTH)
    feedback.thanked(1, MONDAY, RUTH)
    feedback.answered(3, MONDAY, RUTH)
    feedback.make_complaint(4, False, RUTH)
    assert [line[2:] for line in told(services, patel)] == [
        ("became a complaint", "quiet"),
        ("answered", "ok"),
        ("followed up", "ok"),
        ("thanked", "ok"),
    ]
    everything = services.timeline.of(patel)
    assert [one.chip for one in everything].count(TimelineChip.FEEDBACK) == 4
    assert {one.kind for one in everything} == {Kind.FEEDBACK, Kind.COMPLAINT}
    feedback.to_bin([1], RUTH)
    assert len(told(services, patel)) == 3


def test_it_counts_among_the_figures_of_the_customer(services: Services, patel: int) -> None:
    assert services.timeline.figures(patel).feedback == 0
    logged(services, customer_id=patel, given_on=date(2026, 9, 10), channel=Channel.EMAIL)
    figures = services.timeline.figures(patel)
    assert (figures.feedback, figures.heard_by) == (1, Channel.EMAIL)
    assert figures.heard_on == date(2026, 9, 10)


def test_it_lies_in_the_bin_is_brought_back_and_goes_in_time(
    services: Services, patel: int, clock: FixedClock
) -> None:
    card = logged(services, "Quick", customer_id=patel)
    other = services.feedback.log(marked(5, called="Ann"), RUTH).card
    services.feedback.to_bin([card.id, other.id], RUTH)
    assert list(services.feedback.lists.ids(FeedbackChip.ALL)) == []
    assert [(one.kind, one.title, one.detail) for one in services.bin.all()] == [
        (Kind.FEEDBACK, "", "Ann"),
        (Kind.FEEDBACK, "Quick", "Mrs Patel"),
    ]
    back = services.bin.bring_back(services.bin.all()[1], RUTH)
    assert back.changes == {Kind.FEEDBACK: {card.id}}
    assert services.feedback.get(card.id) == card
    clock.advance(days=BIN_DAYS + 1)
    assert services.bin.empty(RUTH).card == 1
    assert services.feedback.get(other.id) is None


def test_a_letter_about_it_stays_when_it_goes(services: Services, clock: FixedClock) -> None:
    card = logged(services)
    with services.units.change("letter", RUTH) as unit:
        page = attach(unit, BytesIO(b"%PDF"), name="letter.pdf", media_type="application/pdf")
        row = unit.insert(letters, {**letter_about(card.id, clock.now()), "attachment_id": page})
    services.feedback.to_bin([card.id], RUTH)
    clock.advance(days=BIN_DAYS + 1)
    assert services.bin.empty(RUTH).card == 1
    with services.units.read() as reading:
        kept = reading.execute(letters.select().where(letters.c.id == row)).one()
    assert kept.feedback_id is None


def letter_about(feedback_id: int, at: datetime) -> dict[str, object]:
    """As little of an issued letter as its table takes."""
    return {
        "ref": "L-2026-0001",
        "template": "L17",
        "template_version": 1,
        "fields": "{}",
        "is_large_print": False,
        "title": "Thank you",
        "body": "Thank you.",
        "issued_on": MONDAY,
        "written_at": at,
        "signatory": RUTH,
        "feedback_id": feedback_id,
    }


def test_it_goes_with_its_customer_when_two_are_made_one(services: Services, patel: int) -> None:
    other = services.customers.add(replace(MRS_PATEL, name="M Patel"), RUTH).card.id
    card = logged(services, customer_id=other)
    services.customers_merging.merge(patel, [other], RUTH)
    moved = services.feedback.get(card.id)
    assert moved is not None
    assert (moved.draft.customer_id, moved.customer_name) == (patel, "Mrs Patel")
    services.undo.undo(RUTH)
    assert services.feedback.get(card.id) == card


def test_it_stays_without_a_name_when_its_customer_goes_for_good(
    services: Services, patel: int, clock: FixedClock
) -> None:
    card = logged(services, customer_id=patel)
    services.customers.bin([patel], RUTH)
    clock.advance(days=BIN_DAYS + 1)
    assert services.bin.empty(RUTH).card == 1
    left = services.feedback.get(card.id)
    assert left is not None
    assert (left.draft.customer_id, left.who) == (None, "")


def test_it_is_found_by_its_words_its_name_and_its_reference(
    services: Services, patel: int
) -> None:
    card = logged(services, "The kettle was mended", customer_id=patel, staff="Tom")
    bare = services.feedback.log(draft("", called="Zebedee", scores=Scores(effort=6)), RUTH).card
    for typed in ("kettle", "tom", card.ref):
        (group,) = [one for one in services.search.find(typed) if one.kind is HitKind.FEEDBACK]
        (hit,) = group.hits
        assert (hit.title, hit.room, hit.item) == ("The kettle was mended", "feedback", "1")
    (group,) = [one for one in services.search.find("zebed") if one.kind is HitKind.FEEDBACK]
    assert group.hits[0].title == "Marks without words"
    lists = services.feedback.lists
    assert list(lists.ids(FeedbackChip.ALL, "kettle")) == [card.id]
    assert list(lists.ids(FeedbackChip.ALL, "patel")) == [card.id]
    assert list(lists.ids(FeedbackChip.ALL, "zebed")) == [bare.id]
    assert list(lists.ids(FeedbackChip.COMPLIMENTS, "kettle")) == []
    services.feedback.to_bin([card.id], RUTH)
    assert list(lists.ids(FeedbackChip.ALL, "kettle")) == []

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reviews: what is on record is frozen, decisions become actions, what is finished stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.content.law import load_facts
from servicedesk.documents.fonts import load_faces
from servicedesk.documents.page_images import page_count
from servicedesk.documents.pdf import text_pdf
from servicedesk.domain.actions import ActionSource
from servicedesk.domain.blocks import Paper, PaperSize
from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.checks import Bank
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.reviews import (
    DECISIONS,
    BecameOf,
    Decision,
    DecisionCard,
    ReviewCard,
    ReviewDraft,
    ReviewTopic,
    Yearly,
)
from servicedesk.domain.reviews_inputs import LawUse, OnRecord, inputs_of, law_lines
from servicedesk.domain.reviews_paper import review_blocks
from servicedesk.domain.reviews_rules import CHANGE_MOST, DECISION_MOST, FINDINGS_MOST
from servicedesk.services.registry import Services, open_services
from tests.domain.figures_made import full, report
from tests.helpers.builders import RESOURCES, words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY, jobs
from tests.store.files import new_file, opened

WRITTEN = ReviewDraft(
    held_on=TODAY, present="Ruth", findings="Late on Saturdays.", changes_charter=False
)
EARLIER = Decision(text="Open earlier", who="Ruth", due=date(2027, 1, 31))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def _lines(card: ReviewCard, topic: ReviewTopic) -> list[str]:
    return [one.text for one in card.inputs if one.topic is topic]


def _finished(services: Services, *decisions: Decision) -> ReviewCard:
    card = services.reviews.begin(RUTH).card
    held = services.reviews._today
    services.reviews.write(card.id, replace(WRITTEN, held_on=held), RUTH)
    for one in decisions:
        services.reviews.decide(card.id, one, RUTH)
    return services.reviews.finish(card.id, RUTH).card


def test_a_shop_without_records_can_hold_a_review(services: Services) -> None:
    done = services.reviews.begin(RUTH)
    assert done.changes == {Kind.REVIEW: {done.card.id}}
    assert (done.card.period.first, done.card.period.last) == (date(2026, 5, 24), TODAY)
    assert {one.topic for one in done.card.inputs} == set(ReviewTopic)
    assert services.reviews.all() == (done.card,)
    assert services.reviews.get(done.card.id) == done.card
    with pytest.raises(Refusal, match="review_is_open"):
        services.reviews.begin(RUTH)


def test_what_is_on_record_is_frozen(services: Services, clock: FixedClock) -> None:
    jobs(services, 3)
    clock.set(date(2026, 11, 16))
    shut = ClosureDraft(first=date(2026, 11, 16), last=date(2026, 11, 18))
    again = ClosureDraft(first=date(2026, 11, 18), last=date(2026, 12, 24))
    services.calendars.add_closure(shut, RUTH)
    services.calendars.add_closure(again, RUTH)
    clock.set(TODAY)
    card = services.reviews.begin(RUTH).card
    assert _lines(card, ReviewTopic.PROMISES)[0].startswith("Promises kept: 3 of 3")
    assert _lines(card, ReviewTopic.RESOURCES) == ["Closed on 6 days when you are usually open."]
    first = ["Nothing is new since the program was set up."]
    assert _lines(card, ReviewTopic.LAW) == first
    jobs(services, 4)
    assert services.reviews.get(card.id) == card


def test_law_that_was_not_looked_up_again_is_not_named(
    services: Services, clock: FixedClock
) -> None:
    _finished(services)
    clock.set(date(2027, 5, 24))
    card = services.reviews.begin(RUTH).card
    (nothing,) = _lines(card, ReviewTopic.LAW)
    assert nothing == "Nothing that the program knows of the law was looked up again."


def test_law_that_was_looked_up_again_is_named_with_where_it_is_used(
    services: Services, clock: FixedClock
) -> None:
    clock.set(date(2026, 6, 1))
    _finished(services)
    clock.set(TODAY)
    said = _lines(services.reviews.begin(RUTH).card, ReviewTopic.LAW)
    assert len(said) == 4
    assert all("You use it in: " in one for one in said[:3])
    assert said[3].startswith("And ")


def test_no_law_is_named_somewhere_else(services: Services) -> None:
    services.business.save({"nation": "elsewhere"}, RUTH)
    card = services.reviews.begin(RUTH).card
    assert _lines(card, ReviewTopic.LAW)[0].startswith("The program knows no law")


def test_decisions_are_changed_and_removed_while_it_is_open(services: Services) -> None:
    card = services.reviews.begin(RUTH).card
    first = services.reviews.decide(card.id, EARLIER, RUTH).card.decisions[0]
    second = services.reviews.decide(card.id, Decision(text="Ask more"), RUTH).card.decisions[1]
    changed = services.reviews.change_decision(first.id, Decision(text="Shut later"), RUTH).card
    assert [one.draft.text for one in changed.decisions] == ["Shut later", "Ask more"]
    left = services.reviews.remove_decision(first.id, RUTH).card
    assert left.decisions == (second,)
    third = services.reviews.decide(card.id, EARLIER, RUTH).card.decisions
    assert [one.draft.text for one in third] == ["Ask more", "Open earlier"]
    services.undo.undo(RUTH)
    assert services.reviews.get(card.id).decisions == (second,)


def test_finishing_makes_actions_of_the_decisions(services: Services) -> None:
    card = _finished(services, EARLIER, Decision(text="Ask more"))
    assert card.finished_on == TODAY
    assert card.draft.next_on == date(2027, 5, 23)
    made = {one.draft.text: one.draft for one in services.actions.open_ones()}
    assert set(made) == {"Open earlier", "Ask more"}
    action = made["Open earlier"]
    assert (action.source, action.source_id) == (ActionSource.REVIEW, card.id)
    assert (action.owner, action.due) == ("Ruth", date(2027, 1, 31))
    for step in (
        lambda: services.reviews.write(card.id, WRITTEN, RUTH),
        lambda: services.reviews.decide(card.id, EARLIER, RUTH),
        lambda: services.reviews.change_decision(card.decisions[0].id, EARLIER, RUTH),
        lambda: services.reviews.remove_decision(card.decisions[0].id, RUTH),
        lambda: services.reviews.finish(card.id, RUTH),
        lambda: services.reviews.remove(card.id, RUTH),
    ):
        with pytest.raises(Refusal, match="review_finished"):
            step()
    assert services.reviews.get(card.id) == card
    with pytest.raises(Refusal, match="review_too_soon"):
        services.reviews.begin(RUTH)
    services.undo.undo(RUTH)
    assert services.reviews.get(card.id).is_open
    assert services.actions.open_ones() == ()


def test_the_next_review_says_what_became_of_it(services: Services, clock: FixedClock) -> None:
    card = _finished(services, EARLIER, Decision(text="Ask more"), Decision(text="Sweep"))
    ask, sweep = (
        next(one for one in services.actions.open_ones() if one.draft.text == text)
        for text in ("Ask more", "Sweep")
    )
    services.actions.done(ask.id, TODAY, "", RUTH)
    services.actions.remove(sweep.id, RUTH)
    clock.set(date(2027, 5, 24))
    states = [state for _, state in services.reviews.became(card.id)]
    assert states == [BecameOf.LATE, BecameOf.DONE, BecameOf.GONE]
    after = services.reviews.begin(RUTH).card
    assert after.period.first == date(2026, 11, 24)
    assert _lines(after, ReviewTopic.LAST_TIME)[0] == "Open earlier: late"
    assert _lines(after, ReviewTopic.ACTIONS) == [
        "1 action is open, and late.",
    ]
    assert services.reviews.all() == (after, card)


def test_a_review_that_was_begun_goes_and_comes_back(services: Services) -> None:
    begun = services.reviews.begin(RUTH).card
    services.reviews.decide(begun.id, EARLIER, RUTH)
    card = services.reviews.get(begun.id)
    assert services.reviews.remove(card.id, RUTH).card == card
    assert services.reviews.all() == ()
    services.undo.undo(RUTH)
    assert services.reviews.all() == (card,)


def test_what_is_not_there_is_refused(services: Services) -> None:
    for step in (
        lambda: services.reviews.get(9),
        lambda: services.reviews.became(9),
        lambda: services.reviews.write(9, WRITTEN, RUTH),
        lambda: services.reviews.decide(9, EARLIER, RUTH),
        lambda: services.reviews.change_decision(9, EARLIER, RUTH),
        lambda: services.reviews.remove_decision(9, RUTH),
        lambda: services.reviews.finish(9, RUTH),
        lambda: services.reviews.remove(9, RUTH),
        lambda: services.reviews.paper(9),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()


def test_what_is_looked_at_once_a_year(services: Services) -> None:
    assert [one.what for one in services.reviews.yearly()] == list(Yearly)
    assert all(one.is_due and one.last_on is None for one in services.reviews.yearly())
    card = services.checks.begin(Bank.SECURITY, False, RUTH).card
    assert services.reviews.yearly()[2].last_on is None
    assert card.bank is Bank.SECURITY


def test_the_fullest_review_is_one_page_too(services: Services, clock: FixedClock) -> None:
    services.business.save({"trading_name": "Hollins Hardware & Household of Ashby"}, RUTH)
    jobs(services, 12)
    before = _finished(services, *[Decision(text=_long(DECISION_MOST))] * DECISIONS)
    assert len(before.decisions) == DECISIONS
    clock.set(date(2027, 5, 24))
    card = services.reviews.begin(RUTH).card
    full = ReviewDraft(
        held_on=clock.today(),
        present=_long(100),
        findings=_long(FINDINGS_MOST),
        changes_charter=True,
        charter_change=_long(CHANGE_MOST),
    )
    services.reviews.write(card.id, full, RUTH)
    for _ in range(DECISIONS):
        one = Decision(text=_long(DECISION_MOST), who="Ruth Hollins", due=date(2027, 12, 31))
        services.reviews.decide(card.id, one, RUTH)
    services.reviews.finish(card.id, RUTH)
    job = services.reviews.paper(card.id)
    assert job.make(PaperChoice(paper="review", size=PaperSize.A4)).pages == 1


def _long(most: int) -> str:
    return ("Saturdays slip when one of us is away, so we say so. " * 20)[:most].strip()


def test_the_paper_is_one_page(services: Services) -> None:
    jobs(services, 3)
    card = _finished(services, EARLIER, Decision(text="Ask more"))
    job = services.reviews.paper(card.id)
    for size in (PaperSize.A4, PaperSize.LETTER):
        made = job.make(PaperChoice(paper="review", size=size))
        assert made.pages == page_count(made.data) == 1
    large = job.make(PaperChoice(paper="review", size=PaperSize.A4, large=True))
    assert large.pages >= 1
    services.business.save({"page_size": "letter"}, RUTH)
    assert services.reviews.paper(card.id).offers[0].sizes[0] is PaperSize.LETTER


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_a_year_full_of_records_is_one_page_too(services: Services, size: PaperSize) -> None:
    laws = law_lines((fact.source, use) for fact in load_facts(RESOURCES) for use in LawUse)
    record = OnRecord(
        report=report(full()),
        actions_open=12,
        actions_late=3,
        actions_done=5,
        days_shut=9,
        laws=laws,
        last_time=((Decision(text=_long(DECISION_MOST)), BecameOf.NO_HELP),) * DECISIONS,
    )
    one = Decision(text=_long(DECISION_MOST), who="Ruth Hollins", due=date(2027, 12, 31))
    card = replace(
        services.reviews.begin(RUTH).card,
        inputs=inputs_of(record, words()),
        draft=replace(
            WRITTEN,
            held_on=TODAY,
            present=_long(100),
            findings=_long(FINDINGS_MOST),
            changes_charter=True,
            charter_change=_long(CHANGE_MOST),
            next_on=date(2027, 5, 23),
        ),
        decisions=tuple(DecisionCard(id=place, draft=one) for place in range(DECISIONS)),
    )
    paper = Paper(title="x", language="en-GB", author="x", blocks=review_blocks(card, words()))
    faces = load_faces(RESOURCES / "fonts")
    assert text_pdf(paper, size, faces, words()).pages > 1
    pressed = replace(paper, is_one_page=True)
    assert text_pdf(pressed, size, faces, words()).pages == 1
    assert text_pdf(pressed, size, faces, words(), large=True).pages > 1

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The history of feedback: who did what about it and when, without what was taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.feedback import Decision, FeedbackKind, MayQuote, Quoting
from servicedesk.domain.feedback_history import FeedbackEvent, FeedbackLine
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.feedback_made import MONDAY, MRS_PATEL, RUTH, logged, marked
from tests.services.letters_made import ASHA, said, shop_of
from tests.store.files import new_file, opened

NOW = datetime(2026, 9, 14, 9, tzinfo=UTC)
SUNDAY = date(2026, 9, 13)
TOM = "Tom"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def events(services: Services, number: int) -> list[str]:
    return [line.event.value for line in services.feedback.history(number)]


def test_each_step_is_told_with_its_day_and_who_wrote_it_down(
    services: Services, clock: FixedClock
) -> None:
    made = logged(services, kind=FeedbackKind.COMPLIMENT, staff="Tom", given_on=SUNDAY)
    clock.advance(days=1)
    services.feedback.thanked(made.id, MONDAY, TOM)
    services.feedback.passed_on(made.id, date(2026, 9, 15), RUTH)
    assert services.feedback.history(made.id) == (
        FeedbackLine(event=FeedbackEvent.WRITTEN, happened_on=MONDAY, written_at=NOW, who=RUTH),
        FeedbackLine(
            event=FeedbackEvent.THANKED,
            happened_on=MONDAY,
            written_at=datetime(2026, 9, 15, 9, tzinfo=UTC),
            who=TOM,
        ),
        FeedbackLine(
            event=FeedbackEvent.PASSED_ON,
            happened_on=date(2026, 9, 15),
            written_at=datetime(2026, 9, 15, 9, tzinfo=UTC),
            who=RUTH,
            words="Tom",
        ),
    )


def test_a_suggestion_is_decided_told_put_on_the_wall_and_taken_off(services: Services) -> None:
    quoting = Quoting(may=MayQuote.YES)
    made = logged(services, "A bench", kind=FeedbackKind.SUGGESTION, quoting=quoting)
    feedback = services.feedback
    feedback.decide(made.id, Decision.PLANNED, "", RUTH)
    feedback.decide(made.id, Decision.DONE, "There is one.", TOM)
    feedback.decide(made.id, Decision.DONE, "There are two.", TOM)
    feedback.answered(made.id, MONDAY, RUTH)
    feedback.put_on_wall(made.id, True, RUTH)
    feedback.put_on_wall(made.id, False, RUTH)
    decided = [line for line in feedback.history(made.id) if line.decision is not None]
    assert [(line.decision, line.words, line.who) for line in decided] == [
        (Decision.PLANNED, "", RUTH),
        (Decision.DONE, "There is one.", TOM),
        (Decision.DONE, "There are two.", TOM),
    ]
    told = ["answered", "on_wall", "off_wall"]
    assert events(services, made.id) == ["written", "decided", "decided", "decided", *told]


def test_words_that_keep_it_off_the_wall_say_both(services: Services) -> None:
    quoting = Quoting(may=MayQuote.YES)
    made = logged(services, "A bench", kind=FeedbackKind.SUGGESTION, quoting=quoting)
    services.feedback.decide(made.id, Decision.DONE, "There is one.", RUTH)
    services.feedback.put_on_wall(made.id, True, RUTH)
    no = replace(made.draft, quoting=Quoting(may=MayQuote.NO))
    services.feedback.change(made.id, no, TOM)
    assert events(services, made.id)[-2:] == ["changed", "off_wall"]
    assert services.feedback.history(made.id)[-1].who == TOM


def test_a_low_mark_is_followed_up_and_what_came_of_it_stands_with_it(services: Services) -> None:
    made = services.feedback.log(marked(1, reach="07700 900123"), RUTH).card
    services.feedback.put_off(made.id, date(2026, 9, 16), RUTH)
    services.feedback.follow_up(made.id, MONDAY, "rang, all sorted", TOM)
    last = services.feedback.history(made.id)[-1]
    assert events(services, made.id) == ["written", "followed_up"]
    assert (last.words, last.who) == ("rang, all sorted", TOM)


def test_a_complaint_made_of_it_is_one_line_also_where_a_follow_up_ends_by_it(
    services: Services,
) -> None:
    made = services.feedback.log(marked(1, reach="07700 900123"), RUTH).card
    services.feedback.make_complaint(made.id, True, TOM)
    assert events(services, made.id) == ["written", "complaint"]


def test_a_step_that_did_not_happen_after_all_is_said(services: Services) -> None:
    made = logged(services, kind=FeedbackKind.COMPLIMENT, staff="Tom")
    feedback = services.feedback
    for step in (feedback.thanked, feedback.answered, feedback.passed_on):
        step(made.id, MONDAY, RUTH)
        step(made.id, None, RUTH)
    assert events(services, made.id)[1:] == [
        *("thanked", "not_thanked"),
        *("answered", "not_answered"),
        *("passed_on", "not_passed_on"),
    ]


def test_the_bin_is_part_of_it(services: Services) -> None:
    made = logged(services)
    services.feedback.to_bin([made.id], RUTH)
    services.feedback.out_of_bin([made.id], TOM)
    assert events(services, made.id) == ["written", "binned", "out_of_bin"]


def test_what_was_undone_is_left_out_and_what_was_done_again_stands(services: Services) -> None:
    made = logged(services, kind=FeedbackKind.COMPLIMENT)
    services.feedback.change(made.id, replace(made.draft, text="Very tidy"), RUTH)
    services.feedback.thanked(made.id, MONDAY, RUTH)
    assert events(services, made.id) == ["written", "changed", "thanked"]
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert events(services, made.id) == ["written"]
    services.undo.redo(RUTH)
    assert events(services, made.id) == ["written", "changed"]


def test_taking_it_away_for_good_is_no_step_of_it(services: Services) -> None:
    made = logged(services)
    services.feedback.to_bin([made.id], RUTH)
    services.feedback.empty_bin(datetime(2026, 9, 20, tzinfo=UTC), RUTH)
    assert events(services, made.id)[:2] == ["written", "binned"]
    assert len(events(services, made.id)) == 2


def test_to_put_two_customers_together_changes_nothing_of_what_they_said(
    services: Services,
) -> None:
    first = services.customers.add(MRS_PATEL, RUTH).card.id
    second = services.customers.add(CustomerDraft(name="M Patel"), RUTH).card.id
    made = logged(services, customer_id=second)
    services.customers_merging.merge(first, [second], RUTH)
    assert services.feedback.get(made.id).draft.customer_id == first
    assert events(services, made.id) == ["written"]


def test_what_a_letter_did_and_what_its_taking_back_took_back_are_told(tmp_path: Path) -> None:
    with opened(new_file(tmp_path)) as file:
        shop = shop_of(file)
        services, writing = shop.services, shop.services.letters_writing
        reach = (Reach(kind=ReachKind.PHONE, shown="01632 960555"),)
        customer = shop.customer(replace(ASHA, reaches=reach))
        made = services.feedback.log(marked(1, customer_id=customer, better="Slow"), RUTH).card
        draft = writing.draft("L18", feedback_id=made.id, who=RUTH)
        letter = writing.issue(said(draft, decision="done", answer="We are two."), RUTH).card
        steps = ["followed_up", "decided", "answered"]
        assert events(services, made.id) == ["written", *steps]
        assert services.feedback.history(made.id)[1].words == f"By letter {letter.ref}."
        writing.take_back(letter.id, TOM)
        back = services.feedback.history(made.id)[4:]
        assert sorted(line.event.value for line in back) == [
            *("not_answered", "not_followed_up", "undecided")
        ]
        assert {line.who for line in back} == {TOM}


def test_whom_a_letter_names_is_not_told_as_other_words(tmp_path: Path) -> None:
    with opened(new_file(tmp_path)) as file:
        shop = shop_of(file)
        services, writing = shop.services, shop.services.letters_writing
        made = logged(services, customer_id=shop.customer(), kind=FeedbackKind.COMPLIMENT)
        draft = writing.draft("L17", feedback_id=made.id, who=RUTH)
        writing.issue(said(draft, staff="Tom Reed"), RUTH)
        assert events(services, made.id) == ["written", "thanked", "passed_on"]
        assert services.feedback.history(made.id)[-1].words == "Tom Reed"

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Requests about information: noted, paused, put off, answered, written to, taken back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.breaches import BreachDraft
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.data_requests import (
    LeftOut,
    PauseWhy,
    RequestChip,
    RequestDraft,
    RequestKind,
    RequestNext,
    RequestOutcome,
    RequestStage,
    RequestStep,
)
from servicedesk.domain.data_requests_clocks import next_for
from servicedesk.domain.errors import Refusal
from servicedesk.domain.search import HitKind
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 9, 14)
NOON = datetime(2026, 9, 14, 11, tzinfo=UTC)
DAY = timedelta(days=1)
DRAFT = RequestDraft(
    kind=RequestKind.SEE,
    received_on=date(2026, 9, 3),
    channel=Channel.COUNTER,
    called="A caller",
    text="All that you hold",
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        made = open_services(file, surroundings(file.path, FixedClock(TODAY)))
        facts = {"nation": "eng", "trading_name": "Corner Shop", "owner_name": "Ruth Hollins"}
        made.business.save({**facts, "address": "1 High Street", "phone": "01632 960 123"}, RUTH)
        yield made


@pytest.fixture
def patel(services: Services) -> int:
    draft = CustomerDraft(name="Mrs Meena Patel")
    return services.customers.add(draft, RUTH).card.id


def noted(services: Services, **more: object) -> int:
    values = {name: getattr(DRAFT, name) for name in DRAFT.__slots__}
    return services.data_requests.note(RequestDraft(**{**values, **more}), RUTH).card.id


def test_scenario_31_a_request_is_due_in_a_month_and_put_off_once(services: Services) -> None:
    asked = services.data_requests
    number = noted(services)
    card = asked.get(number)
    assert card.ref == "R-2026-0001"
    assert card.due_on == date(2026, 10, 5)
    count = asked.why(number)
    assert count is not None
    assert count.end == card.due_on
    longer = asked.extend(number, "eleven years of letters", TODAY, RUTH).card
    assert longer.due_on == date(2026, 12, 3)
    with pytest.raises(Refusal, match="request_longer_twice"):
        asked.extend(number, "more", TODAY, RUTH)
    services.undo.undo(RUTH)
    assert asked.get(number).due_on == date(2026, 10, 5)


def test_while_we_wait_for_them_the_clock_stands_still(services: Services) -> None:
    asked, number = services.data_requests, noted(services)
    card = asked.ask(number, PauseWhy.CLARITY, "Which job?", date(2026, 9, 7), RUTH).card
    assert card.due_on is None
    assert card.stage is RequestStage.WAITING
    assert asked.why(number) is None
    with pytest.raises(Refusal, match="request_waits"):
        asked.ask(number, PauseWhy.IDENTITY, "a passport", TODAY, RUTH)
    with pytest.raises(Refusal, match="request_waits"):
        asked.extend(number, "much", TODAY, RUTH)
    card = asked.clarified(number, "the boiler", TODAY, RUTH).card
    assert card.due_on == date(2026, 10, 12)
    assert asked.get(number).lines[-1].note == "the boiler"


def test_knowing_who_they_are_starts_it(services: Services) -> None:
    asked, number = services.data_requests, noted(services)
    asked.ask(number, PauseWhy.IDENTITY, "a passport", date(2026, 9, 4), RUTH)
    card = asked.identity_seen(number, "her passport", TODAY, RUTH).card
    assert card.due_on == date(2026, 10, 14)
    kept = asked.get(number)
    assert (kept.seen_on, kept.seen_how) == (TODAY, "her passport")
    other = noted(services)
    assert asked.identity_seen(other, "", TODAY, RUTH).card.due_on == date(2026, 10, 5)
    asked.ask(other, PauseWhy.CLARITY, "which?", TODAY, RUTH)
    assert asked.identity_seen(other, "", TODAY, RUTH).card.open_pause is not None


def test_it_is_answered_and_looked_into_again(services: Services) -> None:
    asked, number = services.data_requests, noted(services)
    with pytest.raises(Refusal, match="request_open"):
        asked.reopen(number, RUTH)
    asked.ask(number, PauseWhy.CLARITY, "Which job?", TODAY, RUTH)
    card = asked.answer(number, RequestOutcome.TAKEN_BACK, "", TODAY - DAY, RUTH).card
    assert card.stage is RequestStage.ENDED
    assert card.open_pause is None
    with pytest.raises(Refusal, match="request_ended"):
        asked.answer(number, RequestOutcome.DONE, "", TODAY, RUTH)
    card = asked.reopen(number, RUTH).card
    assert card.outcome is None
    assert asked.answer(number, RequestOutcome.REFUSED, "tax", TODAY, RUTH).card.kept_back == "tax"
    steps = [line.step for line in asked.get(number).lines]
    assert steps[-2:] == [RequestStep.REOPENED, RequestStep.REFUSED]


def test_lists_show_what_is_due_next_first(services: Services) -> None:
    asked = services.data_requests
    late, soon = noted(services, received_on=date(2026, 7, 1)), noted(services, received_on=TODAY)
    done = noted(services)
    asked.answer(done, RequestOutcome.DONE, "", TODAY, RUTH)
    assert [one.id for one in asked.list()] == [late, soon, done]
    assert [one.id for one in asked.list(RequestChip.OPEN)] == [late, soon]
    assert [one.id for one in asked.list(RequestChip.ENDED)] == [done]
    assert [one.id for one in asked.list(RequestChip.LATE)] == [late]


def test_it_is_changed_removed_and_taken_back(services: Services, patel: int) -> None:
    asked, number = services.data_requests, noted(services)
    changed = RequestDraft(kind=RequestKind.ERASE, received_on=TODAY, customer_id=patel)
    card = asked.change(number, changed, RUTH).card
    assert card.due_on == date(2026, 10, 14)
    assert asked.get(number).name == "Mrs Meena Patel"
    assert [one.id for one in asked.of(patel)] == [number]
    asked.ask(number, PauseWhy.CLARITY, "which?", TODAY, RUTH)
    asked.leave_out(number, (LeftOut(line="contacts:1", reason="names Tom"),), RUTH)
    asked.leave_out(number, (LeftOut(line="contacts:2", reason="names Ann"),), RUTH)
    assert [one.line for one in asked.get(number).left_out] == ["contacts:2"]
    asked.remove(number, RUTH)
    with pytest.raises(Refusal, match="record_gone"):
        asked.get(number)
    services.undo.undo(RUTH)
    back = asked.get(number)
    assert (len(back.pauses), len(back.left_out)) == (1, 1)


def test_somewhere_else_no_law_of_ours_counts(services: Services) -> None:
    services.business.save({"nation": "elsewhere"}, RUTH)
    asked = services.data_requests
    assert not asked.has_law()
    assert asked.law() == {}
    number = noted(services, own_due=date(2026, 12, 24))
    assert asked.get(number).due_on == date(2026, 12, 24)
    assert asked.why(number) is None
    with pytest.raises(Refusal, match="request_no_law"):
        asked.extend(number, "much", TODAY, RUTH)


def test_what_the_law_says_is_told_with_its_day(services: Services) -> None:
    assert services.data_requests.has_law()
    found = services.data_requests.law()
    assert "one month" in found["request_time"][0]


def test_it_is_found(services: Services, patel: int) -> None:
    noted(services, customer_id=patel, text="zanzibar")
    groups = {one.kind: one for one in services.search.find("zanzibar")}
    (hit,) = groups[HitKind.PRIVACY].hits
    assert (hit.room, hit.part, hit.item) == ("privacy", "requests", "1")
    breach = BreachDraft(what="the order book is gone", known_at=NOON, whose="quixotic people")
    services.breaches.add(breach, RUTH)
    groups = {one.kind: one for one in services.search.find("quixotic")}
    assert [hit.part for hit in groups[HitKind.PRIVACY].hits] == ["breaches"]
    groups = {one.kind: one for one in services.search.find("subject access")}
    assert [hit.part for hit in groups[HitKind.PRIVACY].hits] == ["requests"]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("L22", "Everything I hold about you, on paper"),
        ("L24A", "your passport"),
        ("L24B", "eleven years of letters"),
        ("L24C", "we must keep invoices for tax"),
    ],
)
def test_its_letters_are_filled_issued_and_stand_in_its_log(
    services: Services, patel: int, template: str, expected: str
) -> None:
    asked, writing = services.data_requests, services.letters_writing
    number = noted(services, customer_id=patel)
    if template == "L24A":
        asked.ask(number, PauseWhy.IDENTITY, "your passport", TODAY, RUTH)
    if template == "L24B":
        asked.extend(number, "eleven years of letters", TODAY, RUTH)
    if template == "L24C":
        asked.answer(number, RequestOutcome.REFUSED, "we must keep invoices for tax", TODAY, RUTH)
    draft = writing.draft(template, request_id=number, who=RUTH)
    assert draft.customer_id == patel
    assert draft.request_id == number
    check = writing.check(draft)
    assert expected in check.words
    assert "3 September 2026" in check.words
    assert "R-2026-0001" in check.words
    assert "Information Commissioner" in check.words
    assert check.missing == ()
    letter = writing.issue(draft, RUTH).card
    line = asked.get(number).lines[-1]
    assert (line.step, line.letter_id, line.letter_ref) == (
        RequestStep.LETTER,
        letter.id,
        letter.ref,
    )
    assert [one.id for one in writing.of(customer_id=patel)] == [letter.id]


def test_a_letter_that_is_taken_back_leaves_the_log_of_its_request(
    services: Services, patel: int
) -> None:
    asked, writing = services.data_requests, services.letters_writing
    number = noted(services, customer_id=patel)
    asked.leave_out(number, (), RUTH)
    before = asked.get(number)
    letter = writing.issue(writing.draft("L22", request_id=number, who=RUTH), RUTH).card
    assert next_for(asked.get(number)) is RequestNext.NOTE_ANSWER
    writing.take_back(letter.id, RUTH)
    assert asked.get(number) == before
    assert next_for(before) is RequestNext.WRITE_REPLY


def test_a_question_without_a_pause_asks_what_is_typed(services: Services, patel: int) -> None:
    number = noted(services, customer_id=patel)
    draft = services.letters_writing.draft("L24A", request_id=number, who=RUTH)
    assert "request.asked" in services.letters_writing.check(draft).missing


def test_its_letters_can_be_written_without_one(services: Services, patel: int) -> None:
    draft = services.letters_writing.draft("L22", customer_id=patel, who=RUTH)
    assert draft.request_id is None
    assert "request.received_on" in services.letters_writing.check(draft).missing


def test_somewhere_else_its_letters_name_no_law(services: Services, patel: int) -> None:
    services.business.save({"nation": "elsewhere"}, RUTH)
    number = noted(services, customer_id=patel)
    draft = services.letters_writing.draft("L22", request_id=number, who=RUTH)
    words = services.letters_writing.check(draft).words
    assert "Information Commissioner" not in words
    assert "right to" not in words


def test_one_that_is_gone_is_told(services: Services) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        services.letters_writing.draft("L22", request_id=9, who=RUTH)

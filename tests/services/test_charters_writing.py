# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writing the charter: begun from a trade, kept answer by answer, looked at, published."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.charters import CharterStatus
from servicedesk.domain.charters_typing import Typing
from servicedesk.domain.charters_writing import with_answer, with_page_read
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.wording import FindingCode
from servicedesk.services.charters_writing import CharterWriting
from servicedesk.services.registry import Services, open_services
from tests.helpers.builders import charter_draft, charter_guide, open_hours
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
POSTER = PaperChoice(paper="poster", size=PaperSize.A4)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(date(2026, 11, 23))


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    path = new_file(tmp_path)
    with opened(path) as file:
        yield open_services(file, surroundings(path, clock))


@pytest.fixture
def writing(services: Services) -> CharterWriting:
    return services.charter_writing


def test_every_trade_can_be_begun(writing: CharterWriting) -> None:
    trades = writing.trades()
    assert len(trades) == 14
    assert [trade.title for trade in trades] == sorted(trade.title for trade in trades)
    assert "ironmonger" in next(one for one in trades if one.id == "hardware_shop").aliases


def test_a_charter_begins_with_what_the_business_has_said(
    services: Services, writing: CharterWriting
) -> None:
    facts = {"trading_name": "Bright Taps", "opening_hours": open_hours(), "nation": "sct"}
    services.business.save(facts, RUTH)
    done = writing.begin("plumber_trades", RUTH)
    answers = done.card.draft.answers
    assert {key: answers[key] for key in facts} == facts
    assert done.card.number == 1
    assert answers["late_text"]
    assert not any(standard.is_ticked for standard in done.card.draft.standards)
    assert done.changes[Kind.CHARTER]
    assert writing.current() == done.card


def test_another_trade_keeps_what_the_owner_said_and_nothing_of_the_former_preset(
    writing: CharterWriting,
) -> None:
    first = writing.begin("cafe", RUTH).card.draft
    own = with_answer(charter_guide(), first, "not_right_text", "Tell us. We put it right.")
    writing.keep(with_page_read(charter_guide(), own, "late"), Typing(), RUTH)
    other = writing.begin("garage", RUTH).card.draft
    assert other.trade == "garage"
    assert other.answers["not_right_text"] == "Tell us. We put it right."
    assert other.answers["late_text"] != first.answers["late_text"]
    assert "read_pages" not in other.answers


def test_nothing_is_being_written_to_begin_with(writing: CharterWriting) -> None:
    assert writing.current() is None


def test_what_is_typed_comes_back_and_is_no_step_of_the_journal(
    services: Services, writing: CharterWriting, clock: FixedClock
) -> None:
    begun = writing.begin("cafe", RUTH).card
    undo = services.undo.can_undo
    typing = Typing(page="late", typed={"late_text": "We r"})
    clock.advance(seconds=30)
    writing.keep_typing(begun.number, typing)
    found = writing.current()
    assert found is not None
    assert found.typing == typing
    assert found.saved_at == clock.now()
    assert found.draft == begun.draft
    assert services.undo.can_undo == undo


def test_an_answer_is_kept_and_what_does_not_fit_stays_typed(writing: CharterWriting) -> None:
    draft = writing.begin("cafe", RUTH).card.draft
    said = with_answer(charter_guide(), draft, "town", "Todmorden")
    typing = Typing(typed={"since_year": "ages ago"})
    done = writing.keep(said, typing, RUTH)
    assert done.changes[Kind.CHARTER]
    found = writing.current()
    assert found is not None
    assert (found.draft.answers["town"], found.typing) == ("Todmorden", typing)


def test_keeping_the_same_again_is_no_step(writing: CharterWriting) -> None:
    draft = writing.begin("cafe", RUTH).card.draft
    assert writing.keep(draft, Typing(page="late"), RUTH).changes == ChangeSet()


def finished(writing: CharterWriting) -> Services:
    writing.begin("hardware_shop", RUTH)
    return writing.keep(charter_draft(), Typing(), RUTH).card


def test_publishing_makes_a_version_and_fills_the_empty_facts(
    services: Services, writing: CharterWriting
) -> None:
    services.business.save({"trading_name": "Hollins & Daughter"}, RUTH)
    finished(writing)
    writing.keep_typing(1, Typing(typed={"town": "Tod"}))
    done = writing.publish(charter_draft(), RUTH)
    assert done.card.status is CharterStatus.PUBLISHED
    assert Kind.BUSINESS in done.changes
    known = services.business.answers()
    assert known["trading_name"] == "Hollins & Daughter"
    assert known["phone"] == "01632 960 123"
    assert services.charters.published() == done.card
    after = writing.current()
    assert after is not None
    assert (after.is_new, after.number, after.typing) == (True, 2, Typing())


def test_after_publishing_nothing_new_is_made_until_something_is_said(
    services: Services, writing: CharterWriting
) -> None:
    finished(writing)
    draft = writing.publish(charter_draft(), RUTH).card.draft
    same = writing.keep(draft, Typing(page="late"), RUTH)
    assert (same.changes, same.card.is_new, same.card.number) == (ChangeSet(), True, 2)
    assert len(services.charters.versions()) == 1
    other = with_answer(charter_guide(), draft, "town", "Hebden Bridge")
    assert writing.keep(other, Typing(), RUTH).card.number == 2
    assert len(services.charters.versions()) == 2


def test_what_is_known_already_is_not_said_twice(
    services: Services, writing: CharterWriting
) -> None:
    finished(writing)
    writing.publish(charter_draft(), RUTH)
    again = replace(charter_draft(), trade="cafe")
    assert Kind.BUSINESS not in writing.publish(again, RUTH).changes


def test_a_fact_that_settings_would_not_take_keeps_nothing_from_being_published(
    services: Services, writing: CharterWriting
) -> None:
    finished(writing)
    done = writing.publish(charter_draft(since_year=2099), RUTH)
    assert done.card.status is CharterStatus.PUBLISHED
    assert "since_year" not in services.business.answers()


def test_lines_in_the_way_keep_a_charter_from_being_published(
    services: Services, writing: CharterWriting
) -> None:
    finished(writing)
    lacking = charter_draft(late_text=None)
    assert [line.code for line in writing.in_the_way(lacking) if line.blocks] == ["answer_missing"]
    with pytest.raises(Refusal) as refused:
        writing.publish(lacking, RUTH)
    assert (refused.value.code, refused.value.params["lines"]) == ("charter_not_publishable", 1)
    assert services.charters.published() is None


@pytest.mark.parametrize(
    ("paper", "large"),
    [("poster", False), ("leaflet", False), ("full_text", False), ("full_text", True)],
)
def test_a_preview_shows_a_page_with_its_words_and_how_far_it_has_come(
    writing: CharterWriting, paper: str, large: bool
) -> None:
    choice = PaperChoice(paper=paper, size=PaperSize.A4, large=large)
    found = writing.preview(charter_draft(), 1, choice, width=200)
    assert abs(found.width - 200) <= 1
    assert len(found.bgra) == found.width * found.height * 4
    assert "Hollins Hardware" in found.words
    assert found.progress.is_poster_ready
    last = writing.preview(charter_draft(), 1, choice, width=100, page=99)
    assert last.page == last.pages - 1


def test_there_is_no_paper_of_another_name(writing: CharterWriting) -> None:
    with pytest.raises(KeyError):
        writing.paper(charter_draft(), 1, replace(POSTER, paper="banner"))


def test_what_is_typed_is_weighed_as_it_is_typed(writing: CharterWriting) -> None:
    draft = charter_draft()
    words = "No refunds on sale items."
    found = writing.answer_findings(draft, "not_right", "returns_text", words)
    assert found[0].code is FindingCode.LEGAL_RIGHTS
    assert words[slice(*found[0].span)]
    assert writing.answer_findings(draft, "who_we_are", "since_year", "no refunds") == ()
    assert writing.answer_findings(draft, "who_we_are", "trading_name", "Best Taps") == ()


def test_a_standard_is_weighed_as_it_would_print(writing: CharterWriting) -> None:
    draft = charter_draft()
    one = draft.standards[0]
    assert writing.standard_findings(draft, one) == ()
    loose = replace(one, action="ring you back as soon as possible {limit}")
    assert writing.standard_findings(draft, loose)
    assert writing.standard_findings(draft, replace(one, limit=None)) == ()

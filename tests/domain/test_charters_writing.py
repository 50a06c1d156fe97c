# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The charter while it is being written: answers, pages read, standards, how far it has come."""

from dataclasses import replace

import pytest

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.charters_rules import obstacles
from servicedesk.domain.charters_writing import (
    ASK_FIRST,
    PageMark,
    Progress,
    asked_on,
    is_page_read,
    progress,
    ready_to_publish,
    with_answer,
    with_edited,
    with_page_read,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import page_by_id, question_by_id
from tests.helpers.builders import (
    charter_draft,
    charter_guide,
    charter_source,
    opening_days,
    promise,
    working_days,
)

GUIDE = charter_guide()


def come(**said: object) -> Progress:
    source = charter_source(charter_draft(**said))
    return progress(source, obstacles(source))


def marks(found: Progress) -> dict[str, PageMark]:
    return {state.page.id: state.mark for state in found.pages}


def test_an_answer_is_tidied_changed_and_taken_away() -> None:
    draft = with_answer(GUIDE, charter_draft(), "town", "  Hebden Bridge ")
    assert draft.answers["town"] == "Hebden Bridge"
    assert "town" not in with_answer(GUIDE, draft, "town", " ").answers


def test_an_answer_that_does_not_fit_is_refused_and_nothing_changes() -> None:
    draft = charter_draft()
    with pytest.raises(Refusal) as refused:
        with_answer(GUIDE, draft, "since_year", "long ago")
    assert refused.value.field == "since_year"
    assert draft == charter_draft()


def test_a_question_with_a_default_gets_it_back() -> None:
    draft = with_answer(GUIDE, charter_draft(nation="sct"), "nation", "")
    assert draft.answers["nation"] == question_by_id(GUIDE, "nation").default


def test_the_way_days_are_counted_goes_through_every_standard() -> None:
    draft = charter_draft((promise("email", limit=opening_days(2)),))
    working = with_answer(GUIDE, draft, "count_days", "working")
    assert working.standards[0].limit == working_days(2)
    again = with_answer(GUIDE, working, "count_days", "opening")
    assert again.standards[0].limit is not None
    assert again.standards[0].limit.days is DayKind.OPENING


def test_what_is_hidden_comes_back_and_is_not_published() -> None:
    said = charter_draft(how_you_work=("you_go",), travel="Free within ten miles.")
    hidden = with_answer(GUIDE, said, "how_you_work", ("they_come",))
    assert hidden.answers["travel"] == "Free within ten miles."
    assert "travel" not in ready_to_publish(GUIDE, hidden).answers
    assert "travel" in ready_to_publish(GUIDE, said).answers


def test_a_page_is_read_once_and_only_where_reading_is_asked() -> None:
    draft = charter_draft(read_pages=None)
    read = with_page_read(GUIDE, draft, "late")
    assert is_page_read(read, "late")
    assert not is_page_read(draft, "late")
    assert with_page_read(GUIDE, read, "late") is read
    assert with_page_read(GUIDE, draft, ASK_FIRST) is draft


def keys(draft: CharterDraft) -> list[str]:
    return [standard.key for standard in draft.standards]


def edited(after: str, before: str = "b d") -> CharterDraft:
    """Five standards, of which some were edited together into others."""
    draft = replace(
        charter_draft(tuple(promise(key) for key in "abcde")), suggested=("b", "c", "d")
    )
    return with_edited(
        draft,
        [promise(key) for key in before.split()],
        [promise(key, title=f"Now {key}") for key in after.split()],
    )


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("b d", "abcde"),
        ("d b", "adcbe"),
        ("b d x", "abcdxe"),
        ("x b d", "axcbde"),
        ("d", "adce"),
        ("", "ace"),
    ],
)
def test_standards_are_changed_moved_added_and_taken_out_in_their_places(
    after: str, found: str
) -> None:
    made = edited(after)
    assert "".join(keys(made)) == found
    assert all(one.title == f"Now {one.key}" for one in made.standards if one.key in after.split())
    assert made.suggested == tuple(key for key in "bcd" if key in found)


def test_the_first_standard_of_a_page_comes_last_of_all() -> None:
    assert "".join(keys(edited("x", before=""))) == "abcdex"


def test_the_short_way_shows_the_suggested_standards_of_pages_it_does_not_pass() -> None:
    order = promise("order", page="the_job")
    draft = replace(
        charter_draft((promise("email"), order, promise("quote", page="prices"))),
        suggested=("email", "order"),
    )
    fast = asked_on(GUIDE, draft, page_by_id(GUIDE, "how_fast"))
    assert [standard.key for standard in fast] == ["email", "order"]
    assert asked_on(GUIDE, draft, page_by_id(GUIDE, "the_job")) == (order,)
    left_out = with_answer(GUIDE, draft, "how_you_work", ("they_come",))
    assert asked_on(GUIDE, left_out, page_by_id(GUIDE, "how_fast")) == (fast[0],)
    other = replace(GUIDE, pages=tuple(replace(page, is_short_way=False) for page in GUIDE.pages))
    assert asked_on(other, draft, page_by_id(other, "how_fast")) == (fast[0],)


def test_a_finished_charter_is_done_on_every_page() -> None:
    found = come(read_pages=question_ids())
    assert found.is_poster_ready
    assert found.is_text_ready
    assert found.done == found.total == len(found.pages) - 1
    assert set(marks(found).values()) == {PageMark.DONE}


def question_ids() -> tuple[str, ...]:
    return tuple(choice.id for choice in question_by_id(GUIDE, "read_pages").choices)


def test_a_page_that_was_not_walked_is_unread_or_open() -> None:
    found = marks(come(read_pages=None, asked_customers=None, asks_of_you=None))
    assert found["late"] is PageMark.UNREAD
    assert found["we_ask"] is PageMark.OPEN
    assert found[ASK_FIRST] is PageMark.OPEN


def test_a_page_that_was_walked_says_what_it_needs() -> None:
    found = come(read_pages=("late",), late_text=None)
    late = next(state for state in found.pages if state.page.id == "late")
    assert late.mark is PageMark.NEEDS
    assert late.is_kept_back
    assert [line.code for line in late.lines] == ["answer_missing"]
    assert not found.is_poster_ready


def test_a_warning_keeps_no_page_from_being_done() -> None:
    found = come(
        read_pages=question_ids(), late_text="We ring you as soon as possible, and say why."
    )
    late = next(state for state in found.pages if state.page.id == "late")
    assert late.mark is PageMark.DONE
    assert late.lines
    assert not late.is_kept_back

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Cards and sheets: handed out, keyed in as one step, counted where somebody counted."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import BatchDraft, Scores
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.domain.kinds import Kind
from servicedesk.services.registry import Services, open_services
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.feedback_made import MONDAY, RUTH, draft, marked
from tests.store.files import new_file, opened

CARDS = BatchDraft(name="Counter, September", first=date(2026, 9, 1), handed_out=40)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        clock = FixedClock(datetime(2026, 9, 14, 9, tzinfo=UTC))
        yield open_services(file, surroundings(file.path, clock))


def refused(step: Callable[[], object]) -> tuple[str, str]:
    """The code and the field with which a step is refused; its sentence can be said."""
    with pytest.raises(Refusal) as found:
        step()
    assert words().refusal(found.value)
    return found.value.code, found.value.field or ""


def test_cards_are_handed_out_changed_and_taken_off_the_list(services: Services) -> None:
    cards = services.feedback.cards
    done = cards.add(CARDS, RUTH)
    assert done.changes == {Kind.FEEDBACK_BATCH: {done.card.id}}
    assert (done.card.draft, done.card.came_back) == (CARDS, 0)
    assert cards.get(done.card.id) == done.card
    more = replace(CARDS, handed_out=60, last=MONDAY, note="pink")
    assert cards.change(done.card.id, more, RUTH).card.draft == more
    later = cards.add(replace(CARDS, first=MONDAY), RUTH).card
    assert [one.id for one in cards.all()] == [later.id, done.card.id]
    cards.remove(later.id, RUTH)
    assert cards.get(later.id) is None
    services.undo.undo(RUTH)
    assert cards.get(later.id) == later
    for step in (lambda: cards.change(99, CARDS, RUTH), lambda: cards.remove(99, RUTH)):
        assert refused(step) == ("feedback_batch_gone", "batch_id")
    assert refused(lambda: cards.add(replace(CARDS, name=" "), RUTH)) == (
        *("batch_needs_name", "name"),
    )


def test_forty_cards_are_one_step_and_one_undo(services: Services) -> None:
    cards = services.feedback.cards
    batch = cards.add(CARDS, RUTH).card
    drafts = [marked(1 + at % 5) for at in range(40)]
    done = cards.key_in(batch.id, drafts, RUTH)
    assert [card.draft.scores.satisfaction for card in done.card] == [1, 2, 3, 4, 5] * 8
    assert {card.draft.batch_id for card in done.card} == {batch.id}
    assert (done.card[0].ref, done.card[-1].ref) == ("F-2026-0001", "F-2026-0040")
    found = cards.get(batch.id)
    assert found is not None
    assert found.came_back == 40
    assert cards.keyed(batch.id) == done.card[::-1]
    services.feedback.to_bin([1], RUTH)
    assert len(cards.keyed(batch.id)) == 39
    assert refused(lambda: cards.remove(batch.id, RUTH))[0] == "batch_has_cards"
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert cards.keyed(batch.id) == ()
    assert list(services.feedback.lists.ids(FeedbackChip.ALL)) == []


def test_one_card_that_cannot_be_kept_keeps_all_of_them_out(services: Services) -> None:
    cards = services.feedback.cards
    batch = cards.add(CARDS, RUTH).card
    ahead = marked(4, given_on=MONDAY + timedelta(days=1))
    for wrong, code, field in (
        (ahead, "feedback_ahead", "given_on"),
        (marked(6), "feedback_score_off", "satisfaction"),
        (draft("", scores=Scores()), "feedback_needs_something", "text"),
    ):
        drafts = [marked(5), marked(4), wrong, marked(3)]
        step = partial(cards.key_in, batch.id, drafts, RUTH)
        assert refused(step) == (code, f"2.{field}")
    assert list(services.feedback.lists.ids(FeedbackChip.ALL)) == []
    assert refused(lambda: cards.key_in(batch.id, (), RUTH))[0] == "feedback_no_cards"
    assert refused(lambda: cards.key_in(99, [marked(4)], RUTH)) == (
        *("feedback_batch_gone", "batch_id"),
    )
    gone = draft(batch_id=99)
    assert refused(lambda: services.feedback.log(gone, RUTH))[0] == "feedback_batch_gone"


def test_cards_that_nobody_counted_are_keyed_in_all_the_same(services: Services) -> None:
    (card,) = services.feedback.cards.key_in(None, [marked(4)], RUTH).card
    assert card.draft.batch_id is None
    batch = services.feedback.cards.add(replace(CARDS, handed_out=None), RUTH).card
    services.feedback.cards.key_in(batch.id, [marked(4)], RUTH)
    found = services.feedback.cards.get(batch.id)
    assert found is not None
    assert found.came_back == 1

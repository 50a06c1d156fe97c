# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of feedback: which stand there, in which order, and what a list costs."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.feedback import (
    FeedbackKind,
    Handled,
    MayQuote,
    Quoting,
    Scores,
)
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.feedback_made import MRS_PATEL, RUTH, draft, logged, marked
from tests.store.files import new_file, opened

YES = Quoting(may=MayQuote.YES)

NOW = datetime(2026, 9, 14, 9, tzinfo=UTC)
SUNDAY = date(2026, 9, 13)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(NOW)))


def ids(services: Services, chip: FeedbackChip, text: str = "") -> list[int]:
    return list(services.feedback.lists.ids(chip, text))


def test_lists_show_each_kind_with_the_newest_first(services: Services) -> None:
    chips = {
        FeedbackKind.SUGGESTION: FeedbackChip.SUGGESTIONS,
        FeedbackKind.COMPLIMENT: FeedbackChip.COMPLIMENTS,
        FeedbackKind.COMMENT: FeedbackChip.COMMENTS,
        FeedbackKind.ANSWER: FeedbackChip.ANSWERS,
        FeedbackKind.REVIEW: FeedbackChip.REVIEWS,
    }
    for kind in chips:
        logged(services, kind=kind, source="a site")
        logged(services, kind=kind, source="a site", given_on=SUNDAY)
    for at, chip in enumerate(chips.values()):
        assert ids(services, chip) == [2 * at + 1, 2 * at + 2]
    assert ids(services, FeedbackChip.ALL) == [9, 7, 5, 3, 1, 10, 8, 6, 4, 2]
    assert list(services.feedback.lists.ids(FeedbackChip.ALL, "", 7)) == []
    (row,) = services.feedback.lists.rows([99, 1])
    assert (row.ref, row.text, row.who, row.source) == (
        *("F-2026-0001", "Quick and tidy", "", "a site"),
    )
    services.feedback.to_bin([9, 10], RUTH)
    assert ids(services, FeedbackChip.REVIEWS) == []
    services.feedback.out_of_bin([9], RUTH)
    assert ids(services, FeedbackChip.REVIEWS) == [9]


def test_low_marks_have_a_list_also_where_nobody_can_be_reached(services: Services) -> None:
    handled = {Handled.OVERALL: 5, Handled.SPEED: 2}
    cards = [
        marked(2),
        marked(3),
        draft("", scores=Scores(recommendation=6)),
        draft("", scores=Scores(recommendation=7, effort=4)),
        draft("Rude on the phone", scores=Scores(effort=3), given_on=SUNDAY),
        draft("", scores=Scores(handling=handled)),
        draft("No mark at all"),
    ]
    services.feedback.cards.key_in(None, tuple(cards), RUTH)
    assert ids(services, FeedbackChip.FOLLOW_UP) == []
    assert ids(services, FeedbackChip.LOW) == [6, 3, 1, 5]
    assert ids(services, FeedbackChip.LOW, "phone") == [5]
    assert services.feedback.lists.counts()[FeedbackChip.LOW] == 4
    services.feedback.to_bin([1, 6], RUTH)
    assert ids(services, FeedbackChip.LOW) == [3, 5]


def test_to_write_one_down_and_to_show_a_list_take_few_statements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    real = driver.open_connection

    def open_and_hear(*args: object, **kwargs: object) -> driver.Connection:
        connection = real(*args, **kwargs)
        connection.set_trace_callback(heard.append)
        return connection

    monkeypatch.setattr(driver, "open_connection", open_and_hear)

    def told(step: Callable[[], object], word: str = "SELECT") -> int:
        heard.clear()
        step()
        return sum(said.lstrip().startswith(word) for said in heard)

    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(NOW)))
        patel = services.customers.add(MRS_PATEL, RUTH).card.id
        for _ in range(3):
            logged(services, customer_id=patel)
        lists = services.feedback.lists
        assert told(lambda: lists.rows(lists.ids(FeedbackChip.ALL))) == 2
        assert told(lists.counts) == 1
        assert told(lambda: services.feedback.get(1)) == 1
        few = told(lambda: logged(services, customer_id=patel))
        many = [marked(4)] * 20
        keyed = told(lambda: services.feedback.cards.key_in(None, many, RUTH))
    assert few <= 8
    assert keyed <= 5 + 2 * len(many)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What happened with a piece of feedback, at the foot of its page: the day, what, and by whom."""

from datetime import date

import pytest

from servicedesk.ui.feedback.detail_presenter import DetailPresenter
from tests.helpers.hearing import hear
from tests.helpers.qt import seen_texts
from tests.ui.feedback.made import RUTH, shown

TOM = "Tom"
TODAY = date(2026, 11, 23)
STATEMENTS = 7
"""That the page of one piece of feedback may ask of the file."""


def told(bench, number):
    """The lines of the history, as on paper."""
    presenter = DetailPresenter(bench)
    presenter.show(number)
    return [one.sentence for one in presenter.state.history]


def test_who_did_what_is_told_with_the_newest_first(bench, ids):
    feedback = bench.services.feedback
    feedback.thanked(ids["praise"], date(2026, 11, 21), TOM)
    feedback.passed_on(ids["praise"], TODAY, RUTH)
    assert told(bench, ids["praise"]) == [
        "Mon 23 Nov: Passed on to Tom, by Ruth",
        "Mon 23 Nov: Written down, by Ruth",
        "Sat 21 Nov: Thanked, written down Mon 23 Nov by Tom",
        "Fri 20 Nov: They said it",
    ]
    bench.services.undo.undo(RUTH)
    assert told(bench, ids["praise"])[0] == "Mon 23 Nov: Written down, by Ruth"


def test_what_was_decided_and_said_stands_with_whoever_decided(bench, qtbot, ids):
    feedback = bench.services.feedback
    feedback.put_on_wall(ids["done"], True, RUTH)
    feedback.put_on_wall(ids["done"], False, TOM)
    page = shown(bench, qtbot, item=ids["done"])
    texts = seen_texts(page)
    assert {"Decided: Done", "You can pay any sum by card. · by Ruth"} <= set(texts)
    assert texts.index("Taken off the wall") < texts.index("Put on the wall", texts.index("by Tom"))


def test_what_came_of_a_call_and_a_complaint_stand_there(bench, ids):
    feedback = bench.services.feedback
    feedback.follow_up(ids["low"], TODAY, "rang, all sorted", TOM)
    feedback.make_complaint(ids["low"], True, RUTH)
    assert told(bench, ids["low"])[:2] == [
        "Mon 23 Nov: Made a complaint of it, by Ruth",
        "Mon 23 Nov: They heard from us, rang, all sorted · by Tom",
    ]


def test_whoever_serves_unnamed_is_the_owner_or_nobody(bench, ids):
    feedback = bench.services.feedback
    feedback.thanked(ids["praise"], TODAY, "owner")
    feedback.thanked(ids["praise"], date(2026, 11, 21), "owner")
    assert "Mon 23 Nov: Thanked" in told(bench, ids["praise"])
    assert "Sat 21 Nov: Thanked, written down Mon 23 Nov" in told(bench, ids["praise"])
    bench.services.business.save({"owner_name": "Ada Marsh"}, RUTH)
    assert "Mon 23 Nov: Thanked, by Ada Marsh" in told(bench, ids["praise"])


@pytest.fixture
def asked(monkeypatch):
    """Every statement that the file is asked."""
    return hear(monkeypatch)


def counted(bench, asked, number):
    """How many statements the page of one asks."""
    presenter = DetailPresenter(bench)
    with asked.only_this():
        presenter.show(number)
        return sum(one.lstrip().startswith("SELECT") for one in asked.statements)


def test_a_long_history_asks_the_file_no_more_than_a_short_one(asked, bench, ids):
    assert 0 < counted(bench, asked, ids["praise"]) <= STATEMENTS
    few = counted(bench, asked, ids["praise"])
    for _ in range(20):
        bench.services.feedback.thanked(ids["praise"], TODAY, TOM)
        bench.services.feedback.thanked(ids["praise"], None, TOM)
    assert counted(bench, asked, ids["praise"]) == few
    assert len(told(bench, ids["praise"])) == 42

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a review looks at: figures with what they rest on, words where there is nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from servicedesk.domain.figures import Bar, ChartData, ChartKind, Part, Report, Section
from servicedesk.domain.periods import Period
from servicedesk.domain.reviews import (
    BecameOf,
    Decision,
    DecisionCard,
    ReviewCard,
    ReviewDraft,
    ReviewTopic,
)
from servicedesk.domain.reviews_inputs import LawLine, LawUse, OnRecord, inputs_of, law_lines
from servicedesk.domain.reviews_paper import review_blocks, review_title
from tests.domain.figures_made import AUTUMN, full, report
from tests.helpers.builders import words

EMPTY = Report(
    period=AUTUMN,
    before=AUTUMN.before(),
    sections=tuple(Section(part=part, figures=()) for part in Part),
)


def _said(record: OnRecord) -> dict[ReviewTopic, list[str]]:
    found: dict[ReviewTopic, list[str]] = {topic: [] for topic in ReviewTopic}
    for one in inputs_of(record, words()):
        found[one.topic].append(one.text)
    return found


def test_a_shop_without_records_gets_words_and_no_figure() -> None:
    said = _said(OnRecord(report=EMPTY))
    assert [len(lines) for lines in said.values()] == [1] * len(ReviewTopic)
    whole = " ".join(line for lines in said.values() for line in lines)
    assert not any(sign.isdigit() or sign == "%" for sign in whole)
    assert "first review" in said[ReviewTopic.LAST_TIME][0]


def test_figures_stand_with_what_they_rest_on() -> None:
    said = _said(OnRecord(report=report(full())))
    assert any(
        line.startswith("Promises kept: 85 % of the 52") for line in said[ReviewTopic.PROMISES]
    ), said[ReviewTopic.PROMISES]
    assert "Complaints that came in: 12 in these days" in said[ReviewTopic.COMPLAINTS]
    assert said[ReviewTopic.COMPLAINTS][-1].startswith("What went wrong underneath: ")
    assert said[ReviewTopic.COMPLAINTS][-1].count("(") <= 3


LAWS_SEEN = (
    LawLine(title="Companies Act 2006", uses=(LawUse.LETTERS,)),
    LawLine(title="Equality Act 2010", uses=(LawUse.CHARTER, LawUse.LETTERS)),
)


def test_actions_closures_laws_and_visits_are_said() -> None:
    bar = Bar(label="Monday", value=Decimal(60), shown="60")
    chart = ChartData(
        code="weekdays",
        kind=ChartKind.COLUMNS,
        title="",
        sentence="Most come on Monday. Monday: 60.",
        head=("", ""),
        bars=(bar,),
    )
    hours = replace(chart, code="hours", sentence="Most come at 9.")
    sections = tuple(
        replace(one, charts=(chart, hours)) if one.part is Part.TIMES else one
        for one in EMPTY.sections
    )
    record = OnRecord(
        report=replace(EMPTY, sections=sections),
        actions_open=3,
        actions_late=1,
        actions_done=1,
        days_shut=2,
        laws=LAWS_SEEN,
        last_time=((Decision(text="Open earlier"), BecameOf.WORKS),),
    )
    said = _said(record)
    assert said[ReviewTopic.ACTIONS] == [
        "3 actions are open, 1 of them late.",
        "1 action was done in these days.",
    ]
    assert said[ReviewTopic.RESOURCES] == [
        "Closed on 2 days when you are usually open.",
        "When customers get in touch: Most come on Monday.",
    ]
    assert said[ReviewTopic.LAW] == [
        "Looked up again: Companies Act 2006. You use it in: letters.",
        "Looked up again: Equality Act 2010. You use it in: your charter, letters.",
    ]
    many = _said(replace(record, laws=LAWS_SEEN * 4))[ReviewTopic.LAW]
    assert len(many) == 4
    assert many[-1].startswith("And 5 more.")
    first = _said(replace(record, last_time=None))[ReviewTopic.LAW]
    assert first == ["Nothing is new since the program was set up."]
    assert said[ReviewTopic.LAST_TIME] == ["Open earlier: done, works"]
    assert _said(replace(record, actions_late=0))[ReviewTopic.ACTIONS][0] == "3 actions are open."
    assert _said(replace(record, last_time=()))[ReviewTopic.LAST_TIME] == [
        "Nothing was decided last time."
    ]


@pytest.mark.parametrize(
    ("source", "titles"),
    [
        (
            "Equality Act 2010, section 20; Companies Act 2006.",
            ("Companies Act 2006", "Equality Act 2010"),
        ),
        (
            "Name in use. Section 119 of the Data (Use and Access) Act 2025.",
            ("Data (Use and Access) Act 2025",),
        ),
        ("As promise_legal; stands on the poster.", ()),
    ],
)
def test_laws_are_named_by_their_titles(source: str, titles: tuple[str, ...]) -> None:
    lines = law_lines([(source, LawUse.LETTERS), (source, LawUse.CHARTER)])
    assert tuple(one.title for one in lines) == titles
    assert all(one.uses == (LawUse.CHARTER, LawUse.LETTERS) for one in lines)


def test_somewhere_else_it_says_that_it_knows_no_law() -> None:
    abroad = _said(OnRecord(report=EMPTY, knows_law=False))
    assert abroad[ReviewTopic.LAW] == [
        "The program knows no law of the place where you are. Ask there what is new."
    ]
    assert _said(OnRecord(report=EMPTY))[ReviewTopic.LAW] != abroad[ReviewTopic.LAW]


CARD = ReviewCard(
    id=1,
    begun_on=date(2026, 11, 20),
    period=Period(first=date(2026, 5, 21), last=date(2026, 11, 20)),
    inputs=inputs_of(OnRecord(report=EMPTY), words()),
    draft=ReviewDraft(),
)


def _text(card: ReviewCard) -> str:
    return repr(review_blocks(card, words()))


def test_the_page_of_an_open_review_says_that_it_is_open() -> None:
    text = _text(CARD)
    assert "not finished yet" in text
    assert "Nothing is written here yet." in text
    assert "Nothing was decided." in text
    assert "not said yet whether it changes" in text
    assert "20 November 2026" in review_title(CARD, words())


def test_the_page_of_a_finished_review_says_everything() -> None:
    draft = ReviewDraft(
        held_on=date(2026, 11, 21),
        present="Ann and Tom",
        findings="Late on Saturdays.",
        changes_charter=True,
        charter_change="Ring back in 2 hours",
        next_on=date(2027, 5, 21),
    )
    decisions = (
        DecisionCard(id=1, draft=Decision(text="Open earlier", who="Tom", due=date(2027, 1, 4))),
        DecisionCard(id=2, draft=Decision(text="Ask more")),
    )
    card = replace(CARD, draft=draft, decisions=decisions, finished_on=date(2026, 11, 21))
    text = _text(card)
    for words_said in (
        "21 November 2026",
        "Ann and Tom",
        "Late on Saturdays.",
        "Our charter changes: Ring back in 2 hours",
        "21 May 2027",
        "Open earlier",
        "4 January 2027",
    ):
        assert words_said in text
    assert "not finished" not in text
    stays = replace(card, inputs=(), draft=replace(draft, changes_charter=False, next_on=None))
    assert "Our charter stays as it is." in _text(stays)

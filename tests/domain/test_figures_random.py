# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whatever was counted: every figure lies on its scale, has its words, and equals its row."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.complaints import About, Finding
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import Handled
from servicedesk.domain.figures import Figure, FigureUnit, Sureness, Trend, sureness_of, trend_of
from servicedesk.domain.figures_counted import (
    AnswersCounted,
    ComplaintsCounted,
    Counted,
    CustomersCounted,
    Judged,
    Took,
)
from servicedesk.domain.figures_making import share_figure
from servicedesk.domain.figures_table import report_table
from servicedesk.domain.figures_words import figure_words
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_rates import Case
from tests.domain.figures_made import AUTUMN, report
from tests.helpers.builders import words

SOME = st.integers(0, 40)
DAYS = st.dates(date(2026, 8, 1), date(2026, 12, 31))
SPAN = {
    FigureUnit.PERCENT: (0, 100),
    FigureUnit.POINTS: (-100, 100),
    FigureUnit.MEAN: (1, 7),
}


def points(lowest: int, highest: int) -> st.SearchStrategy[Mapping[int, int]]:
    return st.dictionaries(st.integers(lowest, highest), SOME, max_size=6)


@st.composite
def answers(draw: st.DrawFn) -> AnswersCounted:
    return AnswersCounted(
        satisfaction=draw(points(1, 5)),
        recommendation=draw(points(0, 10)),
        effort=draw(points(1, 7)),
        elements=draw(st.dictionaries(st.sampled_from(Element), points(1, 5))),
        handling=draw(st.dictionaries(st.sampled_from(Handled), points(1, 5))),
        handed_out=draw(st.none() | SOME),
        came_back=draw(SOME),
    )


@st.composite
def judged(draw: st.DrawFn) -> Judged:
    day = st.none() | DAYS
    return Judged(
        due=draw(DAYS),
        done_on=draw(day),
        again_due=draw(day),
        again_on=draw(day),
        is_stopped=draw(st.booleans()),
        count=draw(st.integers(1, 9)),
    )


@st.composite
def took(draw: st.DrawFn) -> Took:
    first = draw(DAYS)
    last = first + timedelta(days=draw(st.integers(0, 40)))
    waits = ((first, first + timedelta(days=3)),) if draw(st.booleans()) else ()
    return Took(first=first, last=last, waits=waits, count=draw(st.integers(1, 9)))


@st.composite
def complaints(draw: st.DrawFn) -> ComplaintsCounted:
    known, decided, finished = draw(SOME), draw(SOME), draw(SOME)
    return ComplaintsCounted(
        received=draw(SOME),
        acknowledging=tuple(draw(st.lists(judged(), max_size=4))),
        answering=tuple(draw(st.lists(judged(), max_size=4))),
        answered=tuple(draw(st.lists(took(), max_size=4))),
        findings=draw(st.dictionaries(st.sampled_from(Finding), SOME)),
        known=known,
        repeats=draw(st.integers(0, known)),
        decided=decided,
        reopened=draw(st.integers(0, decided)),
        finished=finished,
        with_cause=draw(st.integers(0, finished)),
        causes=draw(st.dictionaries(st.sampled_from(Cause), SOME, max_size=5)),
        abouts=draw(st.dictionaries(st.sampled_from(About), SOME, max_size=5)),
    )


@st.composite
def counts(draw: st.DrawFn) -> Counted:
    outcome, due = st.none() | st.sampled_from(Outcome), Due(day=AUTUMN.first)
    heard = draw(st.none() | SOME)
    return Counted(
        promises=tuple(
            Case(due=due, outcome=draw(outcome), ended_on=draw(DAYS), count=draw(SOME))
            for _ in range(draw(st.integers(0, 4)))
        ),
        complaints=draw(complaints()),
        answers=draw(answers()),
        customers=CustomersCounted(heard=heard, referred=draw(st.integers(0, heard or 0))),
    )


def check(figure: Figure) -> None:
    """On its scale, inside its interval, never in percent with too few cases."""
    if figure.value is not None and figure.unit in SPAN:
        low, high = SPAN[figure.unit]
        assert low <= figure.value <= high
    if figure.interval is not None and figure.unit is FigureUnit.PERCENT:
        assert figure.value is not None
        slack = Decimal("1e-15")
        assert figure.interval[0] - slack <= figure.value <= figure.interval[1] + slack
    if figure.part is not None and figure.unit is FigureUnit.PERCENT:
        assert 0 <= figure.part <= figure.base
    said = figure_words(figure, words())
    assert all((said.title, said.figure, said.period, said.formula, said.line()))
    assert ("%" in said.figure) == (
        figure.unit is FigureUnit.PERCENT
        and figure.value is not None
        and figure.sureness in {Sureness.EARLY, Sureness.SURE}
        and said.figure != "none yet"
    )


@given(now=counts(), before=counts())
@settings(max_examples=40, deadline=None)
def test_any_counts_make_a_report_whose_words_and_rows_agree(now: Counted, before: Counted) -> None:
    found = report(now, before)
    rows = iter(report_table(found, words()).rows)
    for section in found.sections:
        for figure in section.figures:
            check(figure)
            row = next(rows)
            said = figure_words(figure, words())
            assert (row.title, row.figure, row.trend) == (said.title, said.figure, said.trend)
        for chart in section.charts:
            assert all(bar.value >= 0 for bar in chart.bars)
            shares = [bar.share for bar in chart.bars if bar.share is not None]
            assert shares == sorted(shares)
            assert shares[-1:] in ([], [100])
            for bar in chart.bars if chart.most is None else ():
                row = next(rows)
                assert (row.of_them, row.chart) == (int(bar.value), chart.code)
    assert next(rows, None) is None


@pytest.mark.parametrize(
    ("base", "sure"),
    [
        (0, Sureness.NONE),
        (1, Sureness.FEW),
        (4, Sureness.FEW),
        (5, Sureness.EARLY),
        (29, Sureness.EARLY),
        (30, Sureness.SURE),
    ],
)
def test_five_make_a_figure_and_thirty_a_sure_one(base: int, sure: Sureness) -> None:
    assert sureness_of(base) is sure
    assert share_figure("satisfied", 0, base, AUTUMN).sureness is sure


def test_intervals_that_touch_say_nothing() -> None:
    one, two, three = Decimal(40), Decimal(60), Decimal(80)
    assert trend_of((one, two), (two, three)) is Trend.UNCLEAR
    assert trend_of((two, three), (one, two)) is Trend.UNCLEAR
    assert trend_of((two + 1, three), (one, two)) is Trend.UP
    assert trend_of((one, two - 1), (two, three)) is Trend.DOWN


def test_one_answer_is_a_count() -> None:
    found = report(Counted(answers=AnswersCounted(satisfaction={2: 1})))
    said = {
        figure.code: figure_words(figure, words()).line()
        for section in found.sections
        for figure in section.figures
    }
    assert said["satisfied"] == "0 of 1 answer was 4 or 5"
    assert said["satisfaction_mean"] == "Too few yet: 1 answer"


def test_where_everything_does_not_apply_no_element_is_shown() -> None:
    every: dict[Element, dict[int, int]] = {element: {} for element in Element}
    found = report(Counted(answers=AnswersCounted(satisfaction={5: 9}, elements=every)))
    by_part = {section.part.value: section for section in found.sections}
    assert (by_part["elements"].figures, by_part["elements"].charts) == ((), ())

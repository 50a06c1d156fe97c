# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers in points made into figures, against the scenarios and figures of others."""

import csv
import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.elements import Element
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import Handled, Scale
from servicedesk.domain.figures import Figure, Sureness, Which
from servicedesk.domain.figures_counted import AnswersCounted
from servicedesk.domain.figures_words import figure_words
from servicedesk.domain.periods import Period
from servicedesk.domain.scores import (
    check_points,
    element_figures,
    recommend_figure,
    score_figures,
)
from tests.helpers.builders import words

AUTUMN = Period(first=date(2026, 9, 1), last=date(2026, 11, 30))


def figures_of(answers: AnswersCounted) -> dict[str, Figure]:
    return {f"{one.code}{one.label}": one for one in score_figures(answers, AUTUMN)}


def satisfied(points: Iterable[int]) -> AnswersCounted:
    return AnswersCounted(satisfaction=Counter(points))


def rounded(value: Decimal | None, places: int = 4) -> float:
    assert value is not None
    return round(float(value), places)


def sorts(promoters: int, passives: int, detractors: int) -> dict[int, int]:
    """Answers on the scale from 0 to 10, spread over the points of their sort."""
    half = detractors // 2
    return {9: 1, 10: promoters - 1, 7: passives, 0: half, 6: detractors - half}


def test_scenario_45_seven_of_ten_are_satisfied() -> None:
    found = figures_of(satisfied([5, 5, 4, 4, 3, 2, 5, 4, 1, 5]))
    share, mean = found["satisfied"], found["satisfaction_mean"]
    assert (share.part, share.base, share.value) == (7, 10, 70)
    assert (rounded(share.low, 1), rounded(share.high, 1)) == (39.7, 89.2)
    assert mean.value == Decimal("3.8")
    said = figure_words(share, words())
    assert said.line() == "70 % of the 10 answers"
    assert said.caution == "early sign"
    assert "between 39.7 % and 89.2 %" in said.sure
    assert figure_words(mean, words()).line() == "3.8, from 10 answers"


@pytest.mark.parametrize(
    ("answers", "shown", "low", "high"),
    [
        ((6, 3, 1), "+50", "0", "+77"),
        ((12, 5, 3), "+45", "+8", "+70"),
        ((3, 4, 3), "0", "-41", "+41"),
        ((50, 30, 20), "+30", "+14", "+44"),
    ],
)
def test_scenario_46_recommending_with_its_sign(
    answers: tuple[int, int, int], shown: str, low: str, high: str
) -> None:
    figure = recommend_figure(sorts(*answers), AUTUMN)
    said = figure_words(figure, words())
    assert said.figure == shown
    assert f"between {low} and {high}." in said.sure
    assert "-0" not in said.sure.replace("-100", "")
    assert figure.base == sum(answers)
    assert figure.asides == (("promoters", answers[0]), ("detractors", answers[2]))
    assert said.scale == "from -100, nobody would, to +100, everybody would"


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({10: 1, 7: 199}, "+1"),
        ({0: 1, 7: 199}, "-1"),
        ({0: 1, 7: 200}, "0"),
        ({10: 3, 8: 97, 0: 3}, "0"),
    ],
)
def test_half_a_point_is_rounded_away_from_zero(answers: dict[int, int], shown: str) -> None:
    assert figure_words(recommend_figure(answers, AUTUMN), words()).figure == shown


def test_scenario_48_easy_to_deal_with() -> None:
    found = figures_of(AnswersCounted(effort=Counter([7, 6, 6, 5, 4, 3, 2, 7])))
    easy, mean = found["effort_easy"], found["effort_mean"]
    assert (easy.part, easy.base, easy.value) == (5, 8, Decimal("62.5"))
    assert figure_words(easy, words()).figure == "63 %"
    said = figure_words(mean, words())
    assert said.figure == "5.0"
    assert said.scale == "from 1, strongly disagree, to 7, strongly agree"


def test_scenario_49_four_answers_are_counts_and_ten_of_ten_a_figure() -> None:
    few = figure_words(figures_of(satisfied([5, 4, 4, 2]))["satisfied"], words())
    assert few.figure == "3 of 4"
    assert "%" not in few.line()
    assert (few.sure, few.trend) == ("", "")
    every = figures_of(satisfied([5] * 10))["satisfied"]
    said = figure_words(every, words())
    assert said.figure == "100 %"
    assert "between 72.2 % and 100 %" in said.sure


def test_scores_are_those_of_the_oracles(samples: Path) -> None:
    oracle = json.loads((samples / "oracles" / "scores.json").read_text("utf-8"))
    counted, plain = oracle["csat_ces"]
    points = {int(point): count for point, count in counted["counts"].items()}
    found = figures_of(AnswersCounted(satisfaction=points))
    assert rounded(found["satisfied"].value) == counted["csat_top2_percent"]
    assert rounded(found["satisfaction_mean"].value) == counted["mean"]
    two = {5: plain["satisfied"], 1: plain["n"] - plain["satisfied"]}
    assert (
        rounded(figures_of(AnswersCounted(satisfaction=two))["satisfied"].value)
        == (plain["csat_percent"])
    )
    for case in oracle["nps"]:
        points = {10: case["promoters"], 8: case["passives"], 3: case["detractors"]}
        assert rounded(recommend_figure(points, AUTUMN).value) == case["nps"]
    for case in oracle["wilson"]:
        points = {4: case["satisfied"], 3: case["n"] - case["satisfied"]}
        found = figures_of(AnswersCounted(satisfaction=points))
        assert rounded(found["satisfied"].value) == case["percent"]


def test_reviews_of_clothing_give_the_expected_satisfaction(samples: Path) -> None:
    expected = json.loads((samples / "feedback" / "expected.json").read_text("utf-8"))
    expected = expected["clothing_reviews.csv"]
    with (samples / "feedback" / "clothing_reviews.csv").open(encoding="utf-8", newline="") as file:
        points = Counter(int(row["Rating"]) for row in csv.DictReader(file))
    assert points == {int(point): count for point, count in expected["ratings"].items()}
    found = figures_of(AnswersCounted(satisfaction=points))
    share = found["satisfied"]
    assert share.base == expected["rows"]
    assert rounded(share.value) == expected["csat_top2_percent"]
    assert rounded(found["satisfaction_mean"].value) == expected["mean"]
    assert [rounded(share.low, 3), rounded(share.high, 3)] == expected["csat_wilson95"]
    assert share.sureness is Sureness.SURE


def test_nothing_asked_is_nothing_shown_but_satisfaction() -> None:
    found = figures_of(AnswersCounted())
    assert set(found) == {"satisfied", "satisfaction_mean"}
    said = figure_words(found["satisfied"], words())
    assert (said.figure, said.base, said.line()) == ("No answers yet", "", "No answers yet")
    assert recommend_figure({}, AUTUMN).value is None
    assert element_figures(AnswersCounted(elements={Element.EASE: {}}), AUTUMN) == ()


def test_how_a_complaint_was_dealt_with_stands_apart() -> None:
    answers = AnswersCounted(
        satisfaction={5: 6}, handling={Handled.SPEED: {1: 5}, Handled.FAIRNESS: {}}
    )
    found = figures_of(answers)
    assert found["satisfied"].value == 100
    speed = found["handledspeed"]
    assert speed.value == 0
    assert speed.records is not None
    assert (speed.records.which, speed.records.value) == (Which.SCORED, "handled_speed")
    assert figure_words(speed, words()).title == "How a complaint was dealt with: Fast enough"
    assert "handledfairness" not in found


def test_cards_that_came_back_are_a_share_of_those_handed_out() -> None:
    found = figures_of(AnswersCounted(handed_out=40, came_back=12))
    assert found["came_back"].value == 30
    assert figures_of(AnswersCounted(handed_out=4, came_back=6))["came_back"].value == 100
    assert "came_back" not in figures_of(AnswersCounted(handed_out=0, came_back=6))


def test_elements_stand_the_weakest_first_and_those_with_few_answers_last() -> None:
    answers = AnswersCounted(
        elements={
            Element.TIMELINESS: {5: 3, 1: 3},
            Element.COURTESY: {5: 8},
            Element.EASE: {4: 1, 3: 3, 1: 1},
            Element.APPEARANCE: {1: 4},
        }
    )
    index, *rest = element_figures(answers, AUTUMN)
    assert [one.label for one in rest] == ["ease", "timeliness", "courtesy", "appearance"]
    assert [one.value for one in rest] == [20, 50, 100, 0]
    assert rounded(index.value) == 56.6667
    assert (index.base, index.asides) == (19, (("elements", 3),))
    said = figure_words(index, words())
    assert said.line() == "57 %, from 19 answers, over 3 of the six"
    assert figure_words(rest[0], words()).title == "Easy to deal with"
    assert figure_words(rest[-1], words()).line() == "0 of 4 answers were 4 or 5"


def test_without_an_element_of_five_answers_there_is_no_index() -> None:
    index, one = element_figures(AnswersCounted(elements={Element.EASE: {5: 4}}), AUTUMN)
    assert (index.value, index.base) == (None, 0)
    assert figure_words(index, words()).line() == "No element has five answers yet"
    assert figure_words(one, words()).figure == "4 of 4"


@pytest.mark.parametrize(
    ("scale", "point"),
    [
        (Scale.SATISFACTION, 0),
        (Scale.SATISFACTION, 6),
        (Scale.RECOMMENDATION, 11),
        (Scale.RECOMMENDATION, -1),
        (Scale.EFFORT, 8),
        (Scale.HANDLING, 6),
    ],
)
def test_points_off_their_scale_are_refused(scale: Scale, point: int) -> None:
    with pytest.raises(Refusal) as refused:
        check_points(scale, {point: 1}, scale.value)
    assert (refused.value.code, refused.value.field) == ("score_off_scale", scale.value)
    assert "is not on this scale" in words().refusal(refused.value)


def test_no_figure_is_made_of_points_off_their_scale() -> None:
    check_points(Scale.RECOMMENDATION, {0: 1, 10: 1}, "recommendation")
    with pytest.raises(Refusal):
        score_figures(satisfied([6]), AUTUMN)
    with pytest.raises(Refusal) as refused:
        element_figures(AnswersCounted(elements={Element.EASE: {7: 1}}), AUTUMN)
    assert refused.value.field == "ease"


@given(st.lists(st.integers(1, 5), max_size=60))
@settings(max_examples=50, deadline=None)
def test_counted_and_single_answers_give_the_same(points: list[int]) -> None:
    found = figures_of(satisfied(points))
    share, mean = found["satisfied"], found["satisfaction_mean"]
    assert share.base == mean.base == len(points)
    assert share.part == sum(point > 3 for point in points)
    if points:
        assert rounded(mean.value, 9) == round(sum(points) / len(points), 9)
    else:
        assert (share.value, mean.value) == (None, None)

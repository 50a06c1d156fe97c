# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""95 % intervals against figures that were published or worked out elsewhere."""

import json
from decimal import Decimal
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.intervals import (
    nps_interval,
    percent_interval,
    tenths,
    wilson,
)

SIX = Decimal("0.000001")


def plain_error(promoters: int, passives: int, detractors: int) -> float:
    """The plain standard error of promoters less detractors, in points.

    It is 0 where all answers are alike, however few: why nobody is shown an interval made of it.
    """
    answers = promoters + passives + detractors
    high, low = promoters / answers, detractors / answers
    return 100 * sqrt((high + low - (high - low) ** 2) / answers)


def test_shares_have_the_intervals_of_the_oracles(samples: Path) -> None:
    cases = json.loads((samples / "oracles" / "scores.json").read_text("utf-8"))["wilson"]
    assert len(cases) == 6
    for case in cases:
        found = wilson(case["satisfied"], case["n"])
        assert found is not None
        assert [float(end.quantize(SIX)) for end in found] == pytest.approx(
            case["wilson95"], abs=1.1e-6
        )


def test_the_plain_error_of_recommending_is_that_of_the_oracles(samples: Path) -> None:
    cases = json.loads((samples / "oracles" / "scores.json").read_text("utf-8"))["nps"]
    assert len(cases) == 3
    for case in cases:
        error = plain_error(case["promoters"], case["passives"], case["detractors"])
        assert round(error, 4) == case["se_points"]
        assert round(error * 1.959964, 4) == pytest.approx(case["moe95_points"], abs=1e-4)


@pytest.mark.parametrize(
    ("answers", "low", "high"),
    [
        ((6, 3, 1), "-0.2", "77.1"),
        ((12, 5, 3), "8.4", "69.8"),
        ((3, 4, 3), "-41.3", "41.3"),
        ((50, 30, 20), "14.1", "44.2"),
    ],
)
def test_recommending_has_the_adjusted_interval(
    answers: tuple[int, int, int], low: str, high: str
) -> None:
    found = nps_interval(*answers)
    assert found is not None
    assert (str(tenths(found[0])), str(tenths(found[1]))) == (low, high)


def test_nothing_has_no_interval() -> None:
    assert wilson(0, 0) is None
    assert percent_interval(0, 0) is None
    assert nps_interval(0, 0, 0) is None


def test_ten_that_all_say_no_are_not_sure_of_it() -> None:
    found = nps_interval(0, 0, 10)
    assert found is not None
    assert found[0] == -100
    assert found[1] > -100


@given(whole=st.integers(1, 100_000), part=st.integers(0, 100_000))
@settings(max_examples=60, deadline=None)
def test_an_interval_holds_its_share_and_stays_within_the_scale(whole: int, part: int) -> None:
    part = min(part, whole)
    found = wilson(part, whole)
    assert found is not None
    assert 0 <= found[0] <= found[1] <= 1
    slack = Decimal("1e-20")
    assert found[0] - slack <= Decimal(part) / whole <= found[1] + slack


@given(st.tuples(*[st.integers(0, 5_000)] * 3).filter(any))
@settings(max_examples=60, deadline=None)
def test_recommending_turned_round_turns_its_interval(answers: tuple[int, int, int]) -> None:
    promoters, passives, detractors = answers
    found, turned = nps_interval(*answers), nps_interval(detractors, passives, promoters)
    assert found is not None
    assert turned is not None
    assert -100 <= found[0] <= found[1] <= 100
    assert (-turned[1], -turned[0]) == found

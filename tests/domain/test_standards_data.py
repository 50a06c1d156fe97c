# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The plain form of standards: what is written comes back equal, what is wrong is named."""

import json
import tomllib
from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.content.words import load_words
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.standards import (
    Amount,
    Availability,
    Bound,
    ClockLimit,
    Measure,
    MeasuredBy,
    Pattern,
    Remedy,
    RemedyClaim,
    SecondLimit,
    ServiceStandard,
    TimeBand,
    Unit,
)
from servicedesk.domain.standards_amounts import amount_text, read_amount
from servicedesk.domain.standards_data import standard_from_data, standard_to_data
from tests.domain.standards_made import amounts, standards

WORDS = load_words(root=Path(__file__).parents[2] / "resources")
EXAMPLE = Path(__file__).parents[1] / "golden" / "charters" / "example_standard.toml"
LEAST = {
    "key": "missed_call",
    "title": "We ring back",
    "action": "ring you back",
    "measure": "duration",
    "page": "how_fast",
}


@given(standards())
@settings(max_examples=150)
def test_every_standard_comes_back_equal(standard):
    plain = json.loads(json.dumps(standard_to_data(standard)))
    assert standard_from_data(plain) == standard


@given(amounts())
def test_every_amount_comes_back_equal(amount):
    assert read_amount(amount_text(amount), "limit") == amount


@pytest.mark.parametrize(
    "data", tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))["standards"], ids=lambda d: d["key"]
)
def test_the_documented_example_is_the_format(data):
    assert standard_to_data(standard_from_data(data)) == data


def test_defaults_are_left_out():
    standard = standard_from_data(LEAST)
    assert standard_to_data(standard) == LEAST
    assert standard == ServiceStandard(
        key="missed_call",
        title="We ring back",
        action="ring you back",
        measure=Measure.DURATION,
        page="how_fast",
    )


EVERYTHING = LEAST | {
    "limit": "2 opening hours",
    "up_to": "4 opening hours",
    "clock": {"at": "close", "after": "1 working day"},
    "bands": [{"opens": "08:00", "closes": "12:00"}, {"width": "90 minutes"}],
    "availability": {"opens": "08:30", "closes": "17:00"},
    "pattern": {"occasions": 2, "window": "1 month"},
    "cut_off": "16:00",
    "second": {"limit": "2 days", "condition": "it is busy"},
    "updates": "1 week",
    "remedy": {
        "text": "we will say sorry",
        "money": "£7.50",
        "money_most": "£12",
        "depends_on": "the job",
        "claim": "claimed",
        "claim_within": "1 year",
        "late_money": "£3.05",
    },
    "target": "97.5 %",
    "measured_by": "job_check",
    "is_public": False,
    "is_ticked": True,
}


def test_all_that_a_standard_can_hold():
    standard = standard_from_data(EVERYTHING)
    assert standard_to_data(standard) == EVERYTHING
    assert standard.limit == Amount(value=Decimal(2), unit=Unit.HOUR, days=DayKind.OPENING)
    assert standard.clock == ClockLimit(
        at=None, after=Amount(value=Decimal(1), unit=Unit.DAY, days=DayKind.WORKING)
    )
    assert standard.bands == (
        TimeBand(opens=time(8), closes=time(12)),
        TimeBand(width=Amount(value=Decimal(90), unit=Unit.MINUTE)),
    )
    assert standard.availability == Availability(opens=time(8, 30), closes=time(17))
    month = Amount(value=Decimal(1), unit=Unit.MONTH)
    assert standard.pattern == Pattern(occasions=2, window=month)
    two_days = Amount(value=Decimal(2), unit=Unit.DAY)
    assert standard.second == SecondLimit(limit=two_days, condition="it is busy")
    assert standard.remedy == Remedy(
        text="we will say sorry",
        pence=750,
        pence_most=1200,
        depends_on="the job",
        claim=RemedyClaim.CLAIMED,
        claim_within=Amount(value=Decimal(1), unit=Unit.YEAR),
        late_pence=305,
    )
    assert standard.target_pct == Decimal("97.5")
    assert standard.measured_by is MeasuredBy.JOB_CHECK


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("4 opening hours", Amount(value=Decimal(4), unit=Unit.HOUR, days=DayKind.OPENING)),
        ("1 hours", Amount(value=Decimal(1), unit=Unit.HOUR)),
        (" 2  working  day ", Amount(value=Decimal(2), unit=Unit.DAY, days=DayKind.WORKING)),
        ("1.5 hours", Amount(value=Decimal("1.5"), unit=Unit.HOUR)),
        ("0.1 %", Amount(value=Decimal("0.1"), unit=Unit.PERCENT)),
        ("95%", Amount(value=Decimal(95), unit=Unit.PERCENT)),
        ("£30.50", Amount(value=Decimal("30.5"), unit=Unit.POUND)),
        ("12000 times", Amount(value=Decimal(12000), unit=Unit.TIME)),
    ],
)
def test_amounts_are_read_as_people_write_them(text, amount):
    assert read_amount(text, "limit") == amount


@pytest.mark.parametrize(
    ("text", "written"),
    [("1.0 hour", "1 hour"), ("4 opening hour", "4 opening hours"), ("£30.00", "£30")],
)
def test_amounts_are_written_one_way(text, written):
    assert amount_text(read_amount(text, "limit")) == written


WRONG = [
    ({"limt": "4 hours"}, "limt", "standard_key_near", "limit"),
    ({"measure": "durration"}, "measure", "standard_word_near", "duration"),
    ({"limit": "4 opening hors"}, "limit", "standard_unit_unknown", "hours"),
    ({"limit": "4 werking days"}, "limit", "standard_days_unknown", "working"),
    ({"limit": "2 working weeks"}, "limit", "standard_days_of_unit", None),
    ({"limit": "soon"}, "limit", "standard_amount_unclear", None),
    ({"limit": "-2 days"}, "limit", "standard_amount_unclear", None),
    ({"limit": 4}, "limit", "standard_not_text", None),
    ({"up_to": "2 days", "limit": "2 days"}, "up_to", "standard_range_order", None),
    ({"average": "yes"}, "average", "standard_not_yes_no", None),
    ({"measure": "by hand"}, "measure", "standard_word_unknown", None),
    ({"who": "they"}, "who", "standard_word_unknown", None),
    ({"who": "yo"}, "who", "standard_word_near", "you"),
    ({"cut_off": "4 pm"}, "cut_off", "standard_time_unclear", None),
    ({"cut_off": "24:00"}, "cut_off", "standard_time_unclear", None),
    ({"cut_off": "12:60"}, "cut_off", "standard_time_unclear", None),
    ({"clock": "15:00"}, "clock", "standard_not_table", None),
    ({"clock": {"at": "noon"}}, "clock.at", "standard_time_unclear", None),
    ({"clock": {"by": "15:00"}}, "clock.by", "standard_key_unknown", None),
    ({"bands": {"opens": "08:00"}}, "bands", "standard_not_list", None),
    ({"bands": [{}, {"open": "08:00"}]}, "bands.2.open", "standard_key_near", "opens"),
    ({"pattern": {"occasions": 2}}, "pattern.window", "standard_key_missing", None),
    (
        {"pattern": {"occasions": 0, "window": "1 week"}},
        "pattern.occasions",
        "standard_not_whole",
        None,
    ),
    (
        {"pattern": {"occasions": True, "window": "1 week"}},
        "pattern.occasions",
        "standard_not_whole",
        None,
    ),
    (
        {"second": {"limit": "1 day", "condition": " "}},
        "second.condition",
        "standard_empty",
        None,
    ),
    ({"remedy": {"money": "10"}}, "remedy.money", "standard_money_unclear", None),
    ({"remedy": {"monney": "£10"}}, "remedy.monney", "standard_key_near", "money"),
    (
        {"remedy": {"money": "£10", "money_most": "£5"}},
        "remedy.money_most",
        "standard_range_order",
        None,
    ),
    ({"remedy": {"money_most": "£0"}}, "remedy.money_most", "standard_range_order", None),
    ({"target": "95"}, "target", "standard_amount_unclear", None),
    ({"target": "101 %"}, "target", "standard_not_share", None),
    ({"target": "9 times"}, "target", "standard_not_share", None),
    ({"title": "  "}, "title", "standard_empty", None),
]


@pytest.mark.parametrize(("change", "field", "code", "near"), WRONG)
def test_what_is_wrong_is_named_with_the_nearest_right_word(change, field, code, near):
    with pytest.raises(Refusal) as caught:
        standard_from_data(LEAST | change)
    refusal = caught.value
    assert (refusal.code, refusal.field) == (code, f"standards.missed_call.{field}")
    assert refusal.params.get("nearest") == near
    sentence = WORDS.refusal(refusal)
    assert sentence.startswith("standards.missed_call")
    assert sentence.endswith((".", "?"))


@pytest.mark.parametrize("name", list(LEAST))
def test_what_must_be_said_is_asked_for(name):
    with pytest.raises(Refusal) as caught:
        standard_from_data({key: value for key, value in LEAST.items() if key != name})
    assert caught.value.code == "standard_key_missing"
    where = "standards.key" if name == "key" else f"standards.missed_call.{name}"
    assert caught.value.field == where


def test_the_place_is_the_callers():
    with pytest.raises(Refusal) as caught:
        standard_from_data(LEAST | {"limit": "x"}, "presets.plumber")
    assert caught.value.field == "presets.plumber.missed_call.limit"


def test_what_is_repeated_of_a_wrong_entry_is_short():
    with pytest.raises(Refusal) as caught:
        standard_from_data(LEAST | {"key": "k" * 500, "limit": "x" * 500})
    assert len(str(caught.value)) < 250


def test_a_range_in_two_units_is_not_compared():
    data = LEAST | {"limit": "90 seconds", "up_to": "2 minutes"}
    assert standard_from_data(data).up_to == Amount(value=Decimal(2), unit=Unit.MINUTE)


@given(
    st.dictionaries(
        st.sampled_from(sorted({*LEAST, "limit", "bands", "remedy", "clock", "pattern"}))
        | st.text(max_size=8),
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(max_size=12)
        | st.just({})
        | st.lists(st.text(max_size=4), max_size=2),
    )
)
@settings(max_examples=150)
def test_any_mapping_is_read_or_refused(mapping):
    said = read_or_refused(LEAST | mapping)
    assert said == "read" or said.endswith((".", "?"))


def read_or_refused(mapping):
    try:
        standard = standard_from_data(mapping)
    except Refusal as refusal:
        return WORDS.refusal(refusal)
    return "read" if standard_from_data(standard_to_data(standard)) == standard else "changed"


def test_a_bound_can_be_told():
    data = LEAST | {"measure": "money", "bound": "above", "limit": "£30"}
    assert standard_from_data(data).bound is Bound.ABOVE

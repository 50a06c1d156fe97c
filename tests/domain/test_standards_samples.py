# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The 69 standards of twelve public charters: each is held without loss and says what it should."""

import json
from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest

from servicedesk.content.words import load_words
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.standards import Amount, Bound, Measure, StandardKind, TimeBand, Unit
from servicedesk.domain.standards_data import standard_from_data, standard_to_data
from servicedesk.domain.standards_sentences import sentences
from tests.golden.charters.reader import facts_of
from tests.golden.charters.samples import found_facts, written_standards

WORDS = load_words(root=Path(__file__).parents[2] / "resources")
SAMPLES = written_standards()
NAMES = [sample.name for sample in SAMPLES]

DAYS = {
    "working_day": (Unit.DAY, DayKind.WORKING),
    "calendar_day": (Unit.DAY, DayKind.CALENDAR),
    "day_unspecified": (Unit.DAY, None),
}


def an_amount(value, unit):
    kind, days = DAYS.get(unit, (None, None))
    return Amount(value=Decimal(str(value)), unit=kind or Unit(unit), days=days)


def a_band(found):
    if isinstance(found, list):
        return TimeBand(width=an_amount(*found))
    side, hour = found.split()
    moment = time.fromisoformat(hour)
    return TimeBand(closes=moment) if side == "before" else TimeBand(opens=moment)


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_the_engine_says_what_was_written_by_hand(sample):
    assert sentences(sample.standard, WORDS) == sample.written


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_no_sentence_is_longer_than_twenty_five_words(sample):
    for sentence in (sample.written.main, *sample.written.details):
        assert len(sentence.split()) <= 25


@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_the_data_comes_back_equal(sample):
    plain = json.loads(json.dumps(standard_to_data(sample.standard)))
    assert standard_from_data(plain) == sample.standard


def test_every_standard_of_every_charter_was_written(samples):
    facts = found_facts(samples)
    assert [(sample.charter, sample.position) for sample in SAMPLES] == list(facts)
    assert len([place for _, place in facts if not place.endswith("_later")]) == 69


def test_the_data_holds_every_value_and_unit(samples):
    for place, fact in found_facts(samples).items():
        standard = next(s.standard for s in SAMPLES if (s.charter, s.position) == place)
        assert level_held(standard, fact), place


def level_held(standard, fact):
    op, value, unit = fact["op"], fact["value"], fact["unit"]
    measure = standard.measure
    if op == "within":
        wanted = Measure.RINGS if unit == "ring" else Measure.DURATION
        return measure is wanted and standard.limit == an_amount(value, unit)
    if op == "at_least_before":
        return measure is Measure.NOTICE and standard.limit == an_amount(value, unit)
    if op == "at_least_count":
        counted = standard.limit == an_amount(value, "time")
        return measure is Measure.COUNT_PER_PERIOD and standard.bound is Bound.AT_LEAST and counted
    if op == "below_percent":
        shared = standard.limit == an_amount(value, unit)
        return measure is Measure.SHARE and standard.bound is Bound.BELOW and shared
    if op == "band":
        return measure is Measure.BAND and standard.bands == tuple(map(a_band, value))
    if op == "available":
        return measure is Measure.AVAILABILITY and standard.availability.is_round_the_clock
    if op == "occurrence":
        pattern = standard.pattern
        return (
            measure is Measure.PATTERN
            and pattern.occasions == value["occasions"]
            and pattern.window == an_amount(*value["window"])
            and pattern.lasting == an_amount(*value["min_duration"])
        )
    return op == "yes_no" and measure is Measure.YES_NO and value is True


def test_the_data_holds_everything_else(samples):
    for place, fact in found_facts(samples).items():
        standard = next(s.standard for s in SAMPLES if (s.charter, s.position) == place)
        assert held_beside(standard) == wanted_beside(fact["extra"]), place


def wanted_beside(extra):
    wanted = {}
    for name, value in extra.items():
        if name in ("per", "alt"):
            wanted[name] = an_amount(*value)
        elif name == "remedy":
            sums = value["amount"] if isinstance(value["amount"], list) else [value["amount"]]
            assert value["currency"] == "GBP"
            wanted["sums"] = [100 * pounds for pounds in sums]
            wanted["depends"] = facts_of(value.get("depends_on", ""))
        elif name in ("unless", "condition", "alt_text", "fallback", "alt_condition"):
            wanted.setdefault("said", set()).update(facts_of(value))
        elif name != "from":
            wanted[name] = value
    return wanted


def held_beside(standard):
    held = {}
    if standard.limit is not None and standard.limit.value == 0:
        held["immediate"] = True
    if standard.average:
        held["qualifier"] = "average"
    elif standard.kind is StandardKind.AIM:
        held["qualifier"] = "best effort"
    if standard.availability is not None and standard.availability.free:
        held["free"] = True
    if standard.per is not None:
        held["per"] = standard.per
    if standard.second is not None:
        held["alt"] = standard.second.limit
    remedy = standard.remedy
    if not remedy.is_empty:
        held["sums"] = [pence for pence in (remedy.pence, remedy.pence_most) if pence is not None]
        held["depends"] = facts_of(remedy.depends_on)
    said = facts_of(
        " ".join(
            (
                standard.condition.removeprefix("unless "),
                standard.fallback,
                standard.second.condition if standard.second else "",
            )
        )
    )
    if said:
        held["said"] = said
    return held

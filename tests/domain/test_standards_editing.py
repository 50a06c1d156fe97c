# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Changing a standard field by field: every field of every measure, and what is refused."""

from dataclasses import replace
from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from servicedesk.content.answers_standards import check_said
from servicedesk.content.guides import load_guide
from servicedesk.content.sectors import list_sectors, load_sector
from servicedesk.content.words import load_words
from servicedesk.domain.errors import Refusal
from servicedesk.domain.standards import (
    Availability,
    Bound,
    ClockLimit,
    Measure,
    Pattern,
    Remedy,
    SecondLimit,
    StandardKind,
    TimeBand,
)
from servicedesk.domain.standards_data import standard_from_data, standard_to_data
from servicedesk.domain.standards_editing import (
    FieldPlace,
    FieldShape,
    OwnStandard,
    edited,
    edited_together,
    fields_of,
    own_standard,
)
from servicedesk.domain.standards_editing_fields import counted_code, enum_of, is_used
from servicedesk.domain.standards_sentences import LIMIT, Gap, gaps_in
from tests.domain.standards_made import a_standard, amount, standards

RESOURCES = Path(__file__).parents[2] / "resources"
WORDS = load_words(root=RESOURCES)


def field(standard, name):
    return next(one for one in fields_of(standard) if one.name == name)


def shown(standard, name):
    one = field(standard, name)
    return (one.value, one.counted) if one.shape is FieldShape.AMOUNT else one.value


def refused(standard, name, typed):
    with pytest.raises(Refusal) as raised:
        edited(standard, name, typed)
    assert WORDS.refusal(raised.value)
    return raised.value.code, raised.value.field


def as_typed(one):
    if one.shape is FieldShape.TICK:
        return one.is_on
    return (one.value, one.counted) if one.shape is FieldShape.AMOUNT else one.value


def without_unused(standard):
    data = standard_to_data(standard)
    return {name: data[name] for name in data if is_used(name, standard.measure)}


def could_stand(standard):
    try:
        check_said(standard, [], "place")
    except Refusal:
        return False
    return True


@given(standards())
@settings(max_examples=60, deadline=None)
def test_a_field_typed_as_it_stands_changes_nothing(standard):
    standard = replace(standard, bands=tuple(one for one in standard.bands if one != TimeBand()))
    standard = standard_from_data(without_unused(standard))
    for one in fields_of(standard):
        made, refusals = edited_together(standard, {one.name: as_typed(one)})
        codes = {refusal.code.removeprefix("standard_edit_") for refusal in refusals.values()}
        assert made == standard, one.name
        assert codes <= {"too_big", "share", "nought"}  # figures that no hand may type


def test_every_preset_can_be_edited_and_read_back():
    guide = load_guide(RESOURCES, "charter")
    for name in list_sectors(RESOURCES):
        for standard in load_sector(RESOURCES, guide, name.id).standards:
            names = [one.name for one in fields_of(standard)]
            assert len(names) == len(set(names))
            for one in fields_of(standard):
                made = edited(standard, one.name, as_typed(one))
                assert made == standard, (standard.key, one.name)


@given(standards())
@settings(max_examples=40, deadline=None)
def test_what_comes_out_can_stand_in_an_answers_file(standard):
    assume(could_stand(standard))
    for one in fields_of(standard):
        typed = {FieldShape.AMOUNT: ("0", one.counted), FieldShape.TICK: True}.get(one.shape, "0")
        if one.shape is FieldShape.CHOICE:
            typed = one.choices[-1]
        made, refusals = edited_together(standard, {one.name: typed})
        data = standard_to_data(made)
        if not refusals:
            assert standard_from_data(data) == made
            assert could_stand(made), one.name


def test_a_length_of_time_and_what_it_counts():
    standard = a_standard(limit=amount("4 opening hours"))
    assert shown(standard, "limit") == ("4", "hour_opening")
    made = edited(standard, "limit", ("1.5", "day_working"))
    assert made.limit == amount("1.5 working days")
    assert edited(standard, "limit", ("", "hour")).limit is None
    assert edited(standard, "limit", ("1,200", "minute")).limit == amount("1200 minutes")
    assert edited(standard, "limit", "6").limit == amount("6 opening hours")
    assert field(standard, "limit").place is FieldPlace.ROW
    assert shown(a_standard(), "limit") == ("", "day_opening")
    assert counted_code(amount("2 weeks")) == "week"
    assert edited(standard, "limit", ("0", "minute")).limit == amount("0 minutes")


def test_what_it_counts_now_is_always_on_offer():
    standard = a_standard(limit=amount("4 days"))
    assert field(standard, "limit").choices[-1] == "day"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("many", "hour"), "number"),
        (("-1", "hour"), "number"),
        (("10000", "hour"), "too_big"),
    ],
)
def test_numbers_that_cannot_be(typed, code):
    standard = a_standard(limit=amount("4 opening hours"))
    assert refused(standard, "limit", typed) == (f"standard_edit_{code}", "limit")


def test_a_range_goes_upwards():
    standard = a_standard(limit=amount("4 opening days"))
    assert edited(standard, "up_to", ("6", "day_opening")).up_to == amount("6 opening days")
    assert edited(standard, "up_to", ("2", "month")).up_to == amount("2 months")
    code = refused(standard, "up_to", ("3", "day_opening"))
    assert code == ("standard_edit_order", "up_to")
    assert refused(standard, "up_to", ("0", "day_opening"))[0] == "standard_edit_nought"


def test_fields_that_go_together_wait_for_each_other():
    standard = a_standard(limit=amount("4 opening days"), up_to=amount("5 opening days"))
    typed = {"limit": ("6", "day_opening"), "title": "Rung back"}
    made, refusals = edited_together(standard, typed)
    assert (made.title, made.limit, set(refusals)) == ("Rung back", standard.limit, {"limit"})
    made, refusals = edited_together(made, {**typed, "up_to": ("8", "day_opening")})
    assert (made.limit, made.up_to) == (amount("6 opening days"), amount("8 opening days"))
    assert not refusals


def test_at_once_is_said_only_where_it_can_be():
    of_it = a_standard(action="answer {limit} of getting it", limit=amount("2 hours"))
    assert refused(of_it, "limit", ("0", "hour")) == ("standard_edit_at_once", "limit")
    now = a_standard(limit=amount("0 minutes"))
    code = refused(now, "action", "answer {limit} of getting it")
    assert code == ("standard_edit_at_once", "action")
    assert refused(now, "measure", "notice") == ("standard_edit_nought", "measure")
    assert edited(now, "title", "Now").title == "Now"
    notice = a_standard(measure=Measure.NOTICE, limit=amount("1 hour"))
    assert refused(notice, "limit", ("0", "hour")) == ("standard_edit_nought", "limit")


def test_a_share_a_sum_and_a_count():
    share = a_standard(measure=Measure.SHARE, limit=amount("95 %"))
    assert shown(share, "limit") == ("95", "percent")
    assert edited(share, "limit", ("97.5 %", "percent")).limit == amount("97.5 %")
    assert refused(share, "limit", ("101", "percent"))[0] == "standard_edit_share"
    sums = a_standard(measure=Measure.MONEY, limit=amount("£30"))
    assert edited(sums, "limit", ("£45.50", "pound")).limit == amount("£45.50")
    assert refused(sums, "limit", ("4.5", "pound"))[0] == "standard_edit_money"
    count = a_standard(measure=Measure.COUNT_PER_PERIOD)
    made, _ = edited_together(count, {"limit": ("2", "time"), "per": ("1", "week")})
    assert (made.limit, made.per) == (amount("2 times"), amount("1 week"))
    assert edited(count, "bound", "at_least").bound is Bound.AT_LEAST
    assert edited(made, "bound", "").bound is None
    rings = a_standard(measure=Measure.RINGS, limit=amount("6 rings"))
    assert edited(rings, "limit", ("5", "ring")).limit == amount("5 rings")


def test_times_of_day_are_read_as_people_write_them():
    standard = a_standard(measure=Measure.CLOCK_TIME)
    for typed, at in (
        ("15:00", time(15)),
        ("3 pm", time(15)),
        ("8.30am", time(8, 30)),
        ("12am", time(0)),
        ("noon", time(12)),
    ):
        assert edited(standard, "clock.at", typed).clock == ClockLimit(at=at)
    for typed in ("9", "soon", "25:00", "13 pm", "0 am", "9:75"):
        assert refused(standard, "clock.at", typed) == ("standard_edit_time", "clock.at")


def test_closing_time_and_the_days_after():
    standard = a_standard(measure=Measure.CLOCK_TIME)
    code = refused(standard, "clock.after", ("1", "day_opening"))
    assert code == ("standard_edit_clock_needs_time", "clock.at")
    closing = edited(standard, "clock.close", True)
    assert closing.clock == ClockLimit()
    assert field(closing, "clock.close").is_on
    later = edited(closing, "clock.after", ("0", "day_opening"))
    assert later.clock == ClockLimit(after=amount("0 opening days"))
    at_three = edited(later, "clock.at", "15:00")
    assert shown(at_three, "clock.at") == "15:00"
    assert not field(at_three, "clock.close").is_on
    assert edited(at_three, "clock.at", "").clock is None
    assert edited(closing, "clock.close", False).clock is None


def test_times_to_choose_from():
    standard = a_standard(measure=Measure.BAND)
    made = edited(standard, "bands.1.width", ("2", "hour"))
    assert made.bands == (TimeBand(width=amount("2 hours")),)
    made = edited(made, "bands.2.opens", "13:00")
    assert made.bands[1] == TimeBand(opens=time(13))
    assert [one.name for one in fields_of(made) if one.name.endswith("closes")] == [
        "bands.1.closes",
        "bands.2.closes",
        "bands.3.closes",
    ]
    assert edited(made, "bands.1.width", ("", "hour")).bands == (TimeBand(opens=time(13)),)
    three, _ = edited_together(standard, {"bands.1.opens": "9:00", "bands.1.closes": "12:00"})
    assert three.bands == (TimeBand(opens=time(9), closes=time(12)),)


def test_when_something_can_be_reached():
    standard = a_standard(measure=Measure.AVAILABILITY)
    code = refused(standard, "availability.free", True)
    assert code == ("standard_edit_free_needs_hours", "availability.opens")
    always = edited(standard, "availability.always", True)
    assert always.availability == Availability()
    assert edited(always, "availability.opens", "") == always
    assert edited(always, "availability.always", False).availability is None
    free = edited(always, "availability.free", True)
    assert free.availability == Availability(free=True)
    day = edited(free, "availability.opens", "8:00")
    assert day.availability == Availability(opens=time(8), free=True)
    assert edited(day, "availability.always", False) == day
    assert edited(day, "availability.always", True) == free
    assert edited(day, "availability.free", False).availability == Availability(opens=time(8))
    assert edited(day, "availability.opens", "").availability is None
    assert edited(standard, "availability.opens", "") == standard


def test_something_that_happens_again():
    standard = a_standard(measure=Measure.PATTERN)
    code = refused(standard, "pattern.occasions", "3")
    assert code == ("standard_edit_pattern_needs_window", "pattern.window")
    assert refused(standard, "pattern.window", ("1", "month"))[1] == "pattern.occasions"
    assert refused(standard, "pattern.lasting", ("1", "hour"))[1] == "pattern.occasions"
    made, refusals = edited_together(
        standard, {"pattern.occasions": "3", "pattern.window": ("1", "month")}
    )
    assert not refusals
    assert made.pattern == Pattern(occasions=3, window=amount("1 month"))
    gone, _ = edited_together(made, {"pattern.occasions": "", "pattern.window": ("", "month")})
    assert gone.pattern is None
    for typed in ("no", "0", "1.5"):
        assert refused(made, "pattern.occasions", typed)[0] == "standard_edit_whole"


def test_a_second_limit_says_when_it_holds():
    standard = a_standard()
    code = refused(standard, "second.limit", ("1", "hour"))
    assert code == ("standard_edit_second_needs_condition", "second.condition")
    assert refused(standard, "second.condition", "there is no water")[1] == "second.limit"
    typed = {"second.limit": ("1", "hour"), "second.condition": "there is no water"}
    made, _ = edited_together(standard, typed)
    assert made.second == SecondLimit(limit=amount("1 hour"), condition="there is no water")
    gone, _ = edited_together(made, {"second.limit": ("", "hour"), "second.condition": " "})
    assert gone.second is None


def test_what_happens_if_it_is_missed():
    standard = edited(a_standard(), "remedy.text", "  we will   say sorry ")
    assert standard.remedy == Remedy(text="we will say sorry")
    paid = edited(standard, "remedy.money", "£1,200.50")
    assert paid.remedy.pence == 120_050
    assert shown(paid, "remedy.money") == "1200.50"
    assert refused(paid, "remedy.money_most", "1200.50")[0] == "standard_edit_order"
    assert edited(paid, "remedy.money_most", "1300").remedy.pence_most == 130_000
    assert refused(paid, "remedy.money", "a fiver")[0] == "standard_edit_money"
    assert edited(paid, "remedy.money", "").remedy == standard.remedy
    claimed = edited(paid, "remedy.claim", "claimed")
    assert claimed.remedy.claim == "claimed"
    assert edited(claimed, "remedy.claim", "").remedy == paid.remedy
    assert edited(standard, "remedy.text", "").remedy == Remedy()


def test_promises_aims_and_their_share():
    standard = a_standard()
    assert "target" not in [one.name for one in fields_of(standard)]
    aim = edited(standard, "kind", "aim")
    made = edited(aim, "target", "90")
    assert (made.kind, made.target_pct) == (StandardKind.AIM, Decimal(90))
    assert shown(made, "target") == "90"
    assert refused(aim, "target", "120")[0] == "standard_edit_share"
    again = edited(made, "kind", "promise")
    assert edited(again, "target", "").target_pct is None


def test_another_measure_keeps_no_level_of_the_old_one():
    standard = a_standard(limit=amount("4 hours"), average=True)
    made = edited(standard, "measure", "band")
    assert (made.measure, made.limit, made.average) == (Measure.BAND, None, False)


def test_words_that_have_to_be_there():
    standard = a_standard()
    assert refused(standard, "title", "  ") == ("standard_edit_empty", "title")
    assert refused(standard, "title", "x" * 81)[0] == "standard_edit_too_long"
    assert refused(standard, "condition", "bell \a")[0] == "standard_edit_sign"
    assert edited(standard, "condition", "if it snows").condition == "if it snows"
    assert edited(edited(standard, "who", "you"), "who", "we") == standard
    assert edited(standard, "cut_off", "4pm").cut_off == time(16)


def test_ticks_and_choices():
    standard = a_standard(is_public=True)
    assert edited(standard, "is_ticked", True).is_ticked
    hidden = edited(standard, "is_public", False)
    assert not hidden.is_public
    assert edited(hidden, "is_public", True) == standard
    with pytest.raises(KeyError):
        edited(standard, "channel", "pigeon")
    with pytest.raises(KeyError):
        edited(standard, "clock.at", "15:00")


def test_every_choice_has_its_words():
    for measure in Measure:
        for one in fields_of(a_standard(measure=measure)):
            enum = enum_of(one.name)
            if enum is not None:
                assert all(WORDS.enum(enum(code)) for code in one.choices if code)
            elif one.shape is FieldShape.AMOUNT:
                assert all(WORDS.say(f"standard_editor.counts.{code}") for code in one.choices)
    assert enum_of("title") is None


def test_a_standard_of_ones_own():
    taken = {"own_1"}
    for about in OwnStandard:
        made = own_standard(
            about,
            page="visits",
            title=WORDS.say(f"standard_editor.own.{about.value}.title"),
            action=WORDS.say(f"standard_editor.own.{about.value}.action", limit=LIMIT),
            taken=taken,
        )
        assert made.key == "own_2"
        assert made.page == "visits"
        assert not made.is_ticked
        open_ones = {Gap.REMEDY} if about is OwnStandard.OWN_WORDS else {Gap.REMEDY, Gap.LEVEL}
        assert set(gaps_in(made)) == open_ones
        assert WORDS.enum(about)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Numbers with units are read however they are typed, and said again without loss."""

import pytest

from servicedesk.domain.wording_measures import measures, without_measures


def read(text):
    return [(one.kind, one.of("working")) for one in measures(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("within two working days", [("time", "2 working days")]),
        ("half an hour", [("time", "half an hour")]),
        ("half a day", [("time", "half a working day")]),
        ("one and a half hours", [("time", "1.5 hours")]),
        ("a week", [("time", "1 week")]),
        ("24-hour", [("time", "24 hours")]),
        ("forty-five minutes", [("time", "45 minutes")]),
        ("a couple of hours", [("time", "2 hours")]),
        ("2h", [("time", "2 hours")]),
        ("3-5 days", [("time", "3 to 5 working days")]),
        ("two or three days", [("time", "2 to 3 working days")]),
        ("between 3 and 5 hours", [("time", "3 to 5 hours")]),
        ("28 days", [("time", "28 calendar days")]),
        ("5 business days", [("time", "5 working days")]),
        ("2 days that we're open", [("time", "2 opening days")]),
        ("5 opening hours", [("time", "5 opening hours")]),
        ("7 days a week", [("rhythm", "7 days a week")]),
        ("once a year", [("rhythm", "once a year")]),
        ("every 5 working days", [("time", "5 working days")]),
        ("3 rings", [("rings", "3 rings")]),
        ("by 5pm", [("clock", "5pm")]),
        ("at 17.30.", [("clock", "17.30")]),
        ("by 2 p.m. today", [("clock", "2 p.m.")]),
        ("between 9am and 5pm", [("clock", "9am and 5pm")]),
        ("end of the next day", [("clock", "the end of the next working day")]),
        ("by Friday 31 March 2027", [("date", "Friday"), ("date", "31 March 2027")]),
        ("next-day delivery", [("day", "next working day")]),
        ("on the same day", [("day", "same day")]),
        ("£1,250.50", [("money", "£1,250.50")]),
        ("50p", [("money", "50p")]),
        ("9 of 10", [("share", "9 of 10")]),
        ("nine times out of ten", [("share", "nine times out of ten")]),
        ("by 8.30 in 9 of 10 cases", [("clock", "8.30"), ("share", "9 of 10")]),
        ("95 per cent", [("share", "95 per cent")]),
        ("12,000 miles", [("other", "12,000 miles")]),
        ("a second visit", []),
        ("100% cotton", []),
        ("BS 8477", []),
        ("24/7", []),
        ("the dayſ", []),
    ],
)
def test_a_measure_is_read(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two working days", "2 days"),
        ("the end of the next working day", "next-day"),
        ("2 p.m.", "2 pm"),
        ("nine out of ten", "9 out of 10"),
    ],
)
def test_the_same_fact_in_other_words_is_the_same_fact(one, other):
    assert [found.fact for found in measures(one)] == [found.fact for found in measures(other)]


def test_blanking_out_measures_keeps_every_place():
    assert without_measures("in 9 of 10 cases within 2 hours of it") == (
        "in         cases within         of it"
    )

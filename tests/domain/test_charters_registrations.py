# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Registrations: read out of their lines, printed until they end."""

from datetime import date

import pytest

from servicedesk.domain.charters_registrations import (
    Registration,
    registration_answer,
    registration_line,
    registrations_in,
)

LINES = """Gas Safe Register | 123456 | 2026-11-02 | 2027-03-31
 NICEIC |  987 | 2026-11-02 | 2026-11-22

 | 55 | 2026-11-02 | 2027-03-31
Trade body of friends"""


def test_each_line_is_body_number_checked_on_ends_on():
    gas, niceic, friends = registrations_in(LINES)
    assert (gas.body, gas.number) == ("Gas Safe Register", "123456")
    assert (gas.checked_on, gas.ends_on) == (date(2026, 11, 2), date(2027, 3, 31))
    assert gas.is_whole
    assert niceic.body == "NICEIC"
    assert (friends.number, friends.ends_on, friends.is_whole) == ("", None, False)


@pytest.mark.parametrize(
    ("today", "printed"),
    [
        (
            date(2026, 11, 22),
            "Gas Safe Register 123456 · NICEIC 987 · Trade body of friends",
        ),
        (date(2026, 11, 23), "Gas Safe Register 123456 · Trade body of friends"),
        (date(2027, 4, 1), "Trade body of friends"),
    ],
)
def test_one_that_has_ended_is_off_the_prints_from_the_day_after(today, printed):
    assert registration_line({"registrations": LINES}, today) == printed


def test_nothing_said_prints_nothing():
    assert registration_line({}, date(2026, 11, 22)) == ""


def test_a_fifth_part_and_a_day_that_is_none_are_passed_over():
    (one,) = registrations_in("Register | 7 | once | 31 March 2027 | more")
    assert (one.body, one.number, one.checked_on, one.ends_on) == ("Register", "7", None, None)
    assert not one.has_ended(date(2099, 1, 1))


def test_registrations_are_written_as_they_are_read():
    whole = Registration(
        body="Gas Safe Register",
        number="123456",
        checked_on=date(2026, 11, 2),
        ends_on=date(2027, 3, 31),
    )
    answer = registration_answer([whole, Registration(body="A | B"), Registration(body="C")])
    assert answer.splitlines()[0] == "Gas Safe Register | 123456 | 2026-11-02 | 2027-03-31"
    assert registrations_in(answer) == (
        whole,
        Registration(body="A / B"),
        Registration(body="C"),
    )

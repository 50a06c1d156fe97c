# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is typed in a hurry: lines, money, phones, times of keeping."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.entries import (
    phone_digits,
    read_money,
    read_period,
    read_phone,
    tidy_line,
)
from servicedesk.domain.errors import Refusal


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("12", 1200),
        (" £ 12.50 ", 1250),
        ("£12,50", 1250),
        ("0" * 5_000 + "7", 700),
        ("12.5", 1250),
        ("1,200", 120000),
        ("1 200", 120000),
        ("1'200.05", 120005),
        ("1,200.50", 120050),
        ("1.200,50", 120050),
        ("12.345.678,9", 1234567890),
        ("50p", 50),
        ("50 P", 50),
        ("GBP 5", 500),
        ("5 £", 500),
        ("0", 0),
        ("007", 700),
        ("\uff11\uff12", 1200),
    ],
)
def test_a_sum_is_read_as_it_was_meant(typed: str, pence: int) -> None:
    assert read_money(typed) == pence


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "money_not_read"),
        ("-3", "money_not_read"),
        (".50", "money_not_read"),
        ("twelve", "money_not_read"),
        ("1,20,00", "money_not_read"),
        ("1,2000", "money_not_read"),
        ("1.2345", "money_not_read"),
        ("1\x00" + "2" * 60, "money_not_read"),
        ("1.200", "money_unclear"),
        ("12.345.678", "money_unclear"),
        ("1234567890", "money_too_big"),
    ],
)
def test_what_is_no_sum_is_said_so(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_money(typed, "limit_pence")
    assert (refused.value.code, refused.value.field) == (code, "limit_pence")
    assert len(str(refused.value.params.get("found", ""))) <= 40


@given(pence=st.integers(0, 99_999_999_999))
def test_every_sum_reads_back(pence: int) -> None:
    pounds, rest = divmod(pence, 100)
    for typed in (f"{pounds}.{rest:02d}", f"£{pounds},{rest:02d}", f"{pounds:,}.{rest:02d}"):
        assert read_money(typed) == pence


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("6 years", 72),
        ("6y", 72),
        ("18 months", 18),
        ("1 Year and 6 months", 18),
        ("1y6m", 18),
        ("2 yrs, 1 mth.", 25),
        ("0 months", 0),
    ],
)
def test_a_time_of_keeping_is_read_in_months(typed: str, months: int) -> None:
    assert read_period(typed) == months


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("72", "period_needs_unit"),
        ("", "period_not_read"),
        ("6 yearss", "period_not_read"),
        ("years", "period_not_read"),
        ("6 years or so", "period_not_read"),
        ("-6 years", "period_not_read"),
    ],
)
def test_what_is_no_time_of_keeping_is_said_so(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_period(typed, "retention_complaint")
    assert (refused.value.code, refused.value.field) == (code, "retention_complaint")


@given(years=st.integers(0, 99), months=st.integers(1, 11))
def test_every_time_of_keeping_reads_back(years: int, months: int) -> None:
    assert read_period(f"{years} years {months} months") == years * 12 + months


@pytest.mark.parametrize(
    ("typed", "kept", "digits"),
    [
        (" 01632  960 123 ", "01632 960 123", "01632960123"),
        ("+44 (0)1632 960123", "+44 (0)1632 960123", "01632960123"),
        ("0044 1632 960123", "0044 1632 960123", "01632960123"),
        ("+48 512 345 678", "+48 512 345 678", "48512345678"),
        ("999", "999", "999"),
        ("Ring Tom: 07700-900123", "Ring Tom: 07700-900123", "07700900123"),
    ],
)
def test_a_phone_is_kept_as_typed_and_found_by_its_figures(
    typed: str, kept: str, digits: str
) -> None:
    assert read_phone(typed) == kept
    assert phone_digits(kept) == digits


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "phone_not_read"),
        ("none", "phone_not_read"),
        ("1 2", "phone_not_read"),
        ("1" * 61, "entry_too_long"),
        ("123\x7f", "entry_odd_character"),
    ],
)
def test_what_is_no_phone_is_said_so(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_phone(typed)
    assert (refused.value.code, refused.value.field) == (code, "phone")


def test_every_real_number_is_kept(samples: Path) -> None:
    found = json.loads((samples / "names" / "phones.json").read_text("utf-8"))
    for each in found["tests"]:
        if sum(sign.isdigit() for sign in each["text"]) >= 3:
            assert read_phone(each["text"])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Zoë \n Ząb\t", "Zoë Ząb"),
        ("e\u0301", "é"),
        ("\u200b\u200d", ""),
        (" \u00ad ", ""),
        ("Ζωή", "Ζωή"),
        ("Ruth\x00 \u202eHtur\u202c\x07", "Ruth Htur"),
        ("שלום\u200f", "שלום"),
    ],
)
def test_a_line_is_tidied(typed: str, kept: str) -> None:
    assert tidy_line(typed, "name") == kept


@pytest.mark.parametrize("sign", ["\x7f", "\x9b", "\ud800"])
def test_a_sign_that_no_file_can_hold_is_pointed_out(sign: str) -> None:
    with pytest.raises(Refusal) as refused:
        tidy_line(f"a{sign}b", "name")
    assert refused.value.code == "entry_odd_character"
    assert refused.value.params == {"sign": f"U+{ord(sign):04X}"}


def test_a_line_has_its_length() -> None:
    assert tidy_line("x" * 120, "name")
    with pytest.raises(Refusal) as refused:
        tidy_line("x" * 121, "name")
    assert refused.value.params == {"most": 120, "over": 1}


@given(typed=st.text(max_size=60))
def test_whatever_is_typed_is_tidied_or_refused(typed: str) -> None:
    try:
        kept = tidy_line(typed, "name")
    except Refusal:
        return
    assert tidy_line(kept, "name") == kept
    for read in (read_money, read_phone, read_period):
        with suppress(Refusal):
            read(typed)

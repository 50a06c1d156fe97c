# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers files: read whole, named when they cannot be read at all."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.content.answers_source import MOST_BYTES
from servicedesk.content.law import facts_for
from servicedesk.content.sectors import draft_from
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_rules import PaperNeed, can_publish, obstacles
from servicedesk.domain.charters_text import CharterSource
from servicedesk.domain.errors import Refusal
from servicedesk.domain.standards import Amount, Unit
from tests.content.answers_made import GOLDEN, GUIDE, RESOURCES, SECTORS, WORDS, read, written

TODAY = date(2026, 11, 22)


def lines(draft):
    law = facts_for(RESOURCES, str(draft.answers.get("nation", "")))
    source = CharterSource(draft=draft, guide=GUIDE, phrases=WORDS, law=law, today=TODAY)
    return obstacles(source)


@pytest.mark.parametrize("name", ["bright_taps", "hollins_hardware"])
def test_a_complete_file_can_be_published(name):
    draft = read(GOLDEN / f"{name}.toml").draft
    assert [line for line in lines(draft) if line.blocks] == []
    assert can_publish(lines(draft), PaperNeed.TEXT)


def test_the_shop_of_the_drawn_poster_is_read_whole():
    draft = read(GOLDEN / "hollins_hardware.toml").draft
    assert draft.answers["town"] == "Todmorden"
    assert draft.answers["since_year"] == 1987
    assert draft.answers["review_by"] == date(2027, 12, 1)
    assert [standard.key for standard in draft.standards if standard.is_ticked] == [
        "missed_call",
        "email_reply",
        "special_order",
        "complaint_ack",
        "complaint_decide",
    ]
    decide = next(s for s in draft.standards if s.key == "complaint_decide")
    assert decide.limit == Amount(value=Decimal(10), unit=Unit.DAY, days=DayKind.OPENING)


def test_a_file_changes_adds_and_ticks_standards():
    draft = read(GOLDEN / "bright_taps.toml").draft
    by_key = {standard.key: standard for standard in draft.standards}
    preset = {standard.key: standard for standard in SECTORS["plumber_trades"].standards}
    assert by_key["missed_call"] == replace(
        preset["missed_call"],
        is_ticked=True,
        limit=Amount(value=Decimal(3), unit=Unit.HOUR, days=DayKind.OPENING),
    )
    assert by_key["shoes_off"].page == "visits"
    assert draft.standards[-1].key == "shoes_off"
    assert draft.answers["job_text"].endswith("We keep the old parts to show you.")
    assert draft.trade == "plumber_trades"


def test_hostile_text_is_kept_as_it_is():
    draft = read(GOLDEN / "hostile.toml").draft
    assert "<b>Fish & Chips</b>" in draft.answers["trading_name"]
    assert "{limit}" in draft.answers["trading_name"]


@pytest.mark.parametrize("name", ["bright_taps", "hollins_hardware", "hostile"])
def test_what_is_written_is_read_back_the_same(name, tmp_path):
    draft = read(GOLDEN / f"{name}.toml").draft
    again = tmp_path / "again.toml"
    again.write_text(written(draft), encoding="utf-8")
    assert read(again).draft == draft


@pytest.mark.parametrize("trade", sorted(SECTORS))
def test_every_preset_can_be_written_and_read_back(trade, tmp_path):
    draft = draft_from(GUIDE, SECTORS[trade], {"trading_name": "Bright & “Co”"})
    again = tmp_path / "again.toml"
    again.write_text(written(draft), encoding="utf-8")
    assert read(again).draft == draft


def test_a_logo_is_found_from_where_the_file_lies(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text('trade = "cafe"\nlogo = "pictures/logo.png"\n', encoding="utf-8")
    found = read(path)
    assert found.logo == tmp_path / "pictures" / "logo.png"
    path.write_text(written(found.draft, logo="pictures/logo.png"), encoding="utf-8")
    assert read(path) == found
    path.write_text('trade = "cafe"\n', encoding="utf-8")
    assert read(path).logo is None


def test_windows_line_ends_and_a_byte_order_mark_are_welcome(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(b'\xef\xbb\xbftrade = "cafe"\r\n[answers]\r\naim = """One.\r\nTwo."""\r\n')
    assert read(path).draft.answers["aim"] == "One.\nTwo."


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ('trade = "plummer"\n', "trade_near", "plumber"),
        ('trade = "astronaut"\n', "trade_unknown", "plumber_trades"),
        ('trade = "gar"\n', "trade_ambiguous", "gardener"),
        ("trade = 3\n", "answers_not_text", "trade"),
        ('trade = ""\n', "answers_no_trade", "plumber_trades"),
        ('guide = "selfcheck"\n', "answers_guide", "charter"),
        ("", "answers_no_trade", "plumber_trades"),
    ],
)
def test_a_wrong_trade_or_guide_is_named(tmp_path, text, code, named):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read(path)
    assert refused.value.code == code
    assert refused.value.params["line"] == (1 if text else 0)
    assert named in WORDS.refusal(refused.value)


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "answers_not_utf8", 1),
        ('trade = "cafe"\n[answers]\naim = "Café"\n'.encode("cp1252"), "answers_not_utf8", 3),
        ('trade = "cafe"\n'.encode("utf-16"), "answers_not_utf8", 1),
        (b"\0" * 100, "answers_not_toml", 1),
        (b"a = 1\n" * 50_000, "answers_too_big", 0),
        (b"x" * (50 * 1024 * 1024), "answers_too_big", 0),
        (b"a = " + b"[" * 5_000 + b"]" * 4_000, "answers_too_deep", 0),
        (b"a = [\n" + b"[\n" * 50_000, "answers_too_deep", 0),
        (b"a." * 50_000 + b"a = 1\n", "answers_long_line", 1),
        (b"a = " + b"9" * 9_000, "answers_unquoted", 1),
        (b"a = 1\n" + b"x" * 10_001, "answers_long_line", 2),
        (b"\n\n%PDF-1.7\n", "answers_not_toml", 3),
        (b"\x1f\x8b\x08\x00" * 200, "answers_not_utf8", 1),
    ],
    ids=lambda value: f"{value[:12]!r}" if isinstance(value, bytes) else None,
)
def test_hostile_files_get_one_sentence(tmp_path, raw, code, line):
    path = tmp_path / "mine.toml"
    path.write_bytes(raw)
    with pytest.raises(Refusal) as refused:
        read(path)
    assert refused.value.code == code
    assert refused.value.params["line"] == line
    sentence = WORDS.refusal(refused.value)
    assert WORDS.say("answers.whole", file="mine.toml", sentence=sentence).isprintable()


def test_a_file_may_not_be_larger_than_its_bound(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b'trade = "cafe"\n' + b"#\n" * ((MOST_BYTES - 15) // 2))
    assert read(path).draft.trade == "cafe"


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    cases = ((tmp_path / "no.toml", "answers_not_found"), (tmp_path, "answers_not_readable"))
    for path, code in (*cases, (Path("nul\0.toml"), "answers_not_readable")):
        with pytest.raises(Refusal) as refused:
            read(path)
        assert refused.value.code == code
        assert refused.value.params["file"] == path.name


@settings(max_examples=60)
@given(
    raw=st.binary(max_size=60)
    | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)
def test_whatever_the_bytes_only_a_refusal_is_raised(tmp_path_factory, raw):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(raw)
    with pytest.raises(Refusal) as refused:
        read(path)
    assert WORDS.refusal(refused.value)

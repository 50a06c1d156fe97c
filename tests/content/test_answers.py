# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers files: read, written back, and refused with file, line and the nearest right word."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.content.answers import read_answers
from servicedesk.content.answers_source import MOST_BYTES
from servicedesk.content.answers_writing import answers_text
from servicedesk.content.guides import load_guide
from servicedesk.content.law import facts_for
from servicedesk.content.sectors import draft_from, list_sectors, load_sector
from servicedesk.content.words import load_words
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_rules import PaperNeed, can_publish, obstacles
from servicedesk.domain.charters_text import CharterSource
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import MONDAY_TO_FRIDAY
from servicedesk.domain.standards import Amount, Measure, Remedy, ServiceStandard, Unit

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
GOLDEN = ROOT / "tests" / "golden" / "answers"
GUIDE = load_guide(RESOURCES, "charter")
WORDS = load_words(root=RESOURCES)
SECTORS = {name.id: load_sector(RESOURCES, GUIDE, name.id) for name in list_sectors(RESOURCES)}
TODAY = date(2026, 11, 22)
GREETING = WORDS.say("answers.greeting")


def read(path):
    return read_answers(path, RESOURCES, GUIDE)


def written(draft, **more):
    sector = SECTORS[draft.trade]
    return answers_text(draft, GUIDE, sector, greeting=GREETING, **more)


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


def test_the_file_opens_with_friendly_words_and_shows_every_promise():
    draft = draft_from(GUIDE, SECTORS["cafe"])
    text = written(draft)
    assert text.startswith("# Your charter")
    assert 'title = "Hot food on the table"\nlimit = "20 minutes"\nticked = false' in text


OWN = ServiceStandard(
    key="own",
    title="Our own",
    action="wave when you come in",
    measure=Measure.YES_NO,
    page="visits",
    remedy=Remedy(text="we will wave twice", pence=250),
    is_ticked=True,
)
WHOLE_ANSWERS = {
    "trading_name": "A",
    "opening_hours": MONDAY_TO_FRIDAY,
    "since_year": 1999,
    "is_service": False,
    "values": ("on_time", "put_right", "private"),
    "in_force_from": date(2026, 12, 1),
    "address": "1 High Street\nTown",
}


@settings(max_examples=40)
@given(
    st.sampled_from(sorted(SECTORS)),
    st.sets(st.integers(0, 9)),
    st.sets(st.integers(0, 9)),
    st.sets(st.sampled_from(sorted(WHOLE_ANSWERS))),
    st.sets(st.sampled_from(["aim", "values", "count_days", "nation", "is_service", "late_text"])),
    st.randoms(use_true_random=False),
)
def test_any_draft_comes_back_equal(tmp_path_factory, trade, ticked, gone, said, cleared, dice):
    answers = dict.fromkeys(cleared, "") | {key: WHOLE_ANSWERS[key] for key in said}
    draft = draft_from(GUIDE, SECTORS[trade], answers)
    standards = [
        replace(
            standard,
            is_ticked=number in ticked,
            limit=standard.limit and replace(standard.limit, value=Decimal(number + 1)),
            condition="unless it snows" if number % 4 == 0 else standard.condition,
        )
        for number, standard in enumerate(draft.standards)
        if number not in gone
    ]
    standards.append(OWN)
    dice.shuffle(standards)
    keys = [standard.key for standard in standards]
    suggested = tuple(key for key in draft.suggested if key in keys)
    draft = replace(draft, standards=tuple(standards), suggested=suggested)
    path = tmp_path_factory.mktemp("any") / "any.toml"
    path.write_text(written(draft), encoding="utf-8")
    assert read(path).draft == draft


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


START = 'guide = "charter"\ntrade = "cafe"\n'

FAULTS = [
    # text after START, code, line, words in the sentence
    ('[answers]\n\ntrading_nam = "A"\n', "answers_key_near", 5, "trading_name"),
    ('[answers]\nzzzzzz = "A"\n', "answers_key_unknown", 4, "zzzzzz"),
    ("[answers]\ntrading_name = 3\n", "answer_needs_text", 4, "Name over the door"),
    ('[answers]\nis_service = "yes"\n', "answer_needs_yes_no", 4, "true or false"),
    ('[answers]\nnation = "enk"\n', "answer_choice_near", 4, "eng"),
    ('[answers]\nvalues = ["on_tme", "private"]\n', "answer_choice_near", 4, "on_time"),
    ('[answers]\nvalues = ["on_time"]\n', "answer_too_few", 4, "3"),
    ("[answers]\nsince_year = 19.5\n", "answer_needs_number", 4, "whole number"),
    ("[answers]\nin_force_from = 2026-12-01T10:00:00\n", "answer_needs_day", 4, "2026-12-01"),
    ('[answers]\nstandards_late = "x"\n', "answers_key_unknown", 4, "standards_late"),
    (f'[answers]\ntrading_name = "{"x" * 500}"\n', "answer_too_long", 4, "500"),
    (
        '[answers]\nphone = "01632 960 1"\n[answers.opening_hours]\nmonday = ["08:00-12:00"]\n'
        'tuesday = ["8-12"]\n',
        "hours_format",
        7,
        "8-12",
    ),
    (
        '[answers.opening_hours]\nmonday = ["08:00-12:00"]\nmonnday = ["08:00-12:00"]\n',
        "answers_key_near",
        5,
        "monday",
    ),
    (
        '[answers.opening_hours]\nmonday = ["\\u001b[2J"]\n',
        "hours_format",
        4,
        "?[2J",
    ),
    ("[answers]\nopening_hours.monday = 3\n", "answer_needs_hours", 4, "monday"),
    ('[answer]\naim = "x"\n', "answers_key_near", 3, "answers"),
    ('trading_name = "A"\n', "answers_key_place", 3, "[answers]"),
    ("answers = 3\n", "answers_not_table", 3, "answers"),
    ("zzzzzz = 3\n", "answers_key_unknown", 3, "zzzzzz"),
    ("guide_version = 99\n", "answers_newer", 3, "99"),
    ('guide_version = "1"\n', "answers_version", 3, "whole number"),
    ("guide_version = 0\n", "answers_version", 3, "whole number"),
    ("guide_version = true\n", "answers_version", 3, "whole number"),
    ("logo = 3\n", "answers_not_text", 3, "logo"),
    ('extras = "x"\n', "answers_not_words", 3, "extras"),
    ("extras = [3]\n", "answers_not_words", 3, "extras"),
    ('extras = ["event_testing"]\n', "extra_near", 3, "event_tasting"),
    ('left_out = ["hot_foot"]\n', "answers_standard_near", 3, "hot_food"),
    ('order = [\n"hot_food",\n"zzzz"]\n', "answers_standard_unknown", 5, "zzzz"),
    ("standards = 3\n", "answers_not_list", 3, "standards"),
    ("standards = [3]\n", "answers_not_table", 3, "standards"),
    ("[[standards]]\nticked = true\n", "answers_no_key", 3, "key"),
    ('[[standards]]\nkey = " "\n', "answers_no_key", 3, "key"),
    ('[[standards]]\nkey = "hot_foot"\nticked = true\n', "answers_standard_near", 4, "hot_food"),
    ('[[standards]]\nkey = "mine"\nticked = true\n', "answers_standard_unknown", 4, "action"),
    ('[[standards]]\nkey = "hot_food"\nticked = "yes"\n', "answers_not_yes_no", 5, "true"),
    (
        '[[standards]]\nkey = "hot_food"\n\nlimit = "20 minuets"\n',
        "standard_unit_unknown",
        6,
        "min",
    ),
    ('[[standards]]\nkey = "hot_food"\nlimits = "2 days"\n', "standard_key_unknown", 5, "limit"),
    ('[[standards]]\nkey = "hot_food"\nchannel = "fone"\n', "standard_word_unknown", 5, "phone"),
    (
        '[[standards]]\nkey = "hot_food"\n[standards.remedy]\nmoney = "3"\n',
        "standard_money_unclear",
        6,
        "£30",
    ),
    (
        '[[standards]]\nkey = "hot_food"\nmeasure = "band"\nbands = [\n{ opens = "08:00" },\n'
        '{ closes = "noon" }]\n',
        "standard_time_unclear",
        8,
        "noon",
    ),
    ('[[standards]]\nkey = "hot_food"\npage = "visit"\n', "answers_page_near", 5, "visits"),
    ('[[standards]]\nkey = "hot_food"\npage = "zz"\n', "answers_page_unknown", 5, "late"),
    (
        '[[standards]]\nkey = "hot_food"\n[[standards]]\nkey = "hot_food"\n',
        "answers_twice",
        6,
        "hot",
    ),
    ('[answers]\naim = "x\n', "answers_not_toml", 4, "aim = "),
    ('[answers]\naim = "x"\naim = "y"\n', "answers_not_toml", 5, "aim = "),
    ("[answers\n", "answers_not_toml", 3, "[answers"),
    ('[answers]\naim = "a\0b"\n', "answers_not_toml", 4, "aim"),
    ("[answers]\nlist = [1,", "answers_not_toml", 4, "list"),
]


@pytest.mark.parametrize(("text", "code", "line", "named"), FAULTS)
def test_each_fault_names_file_line_and_the_right_word(tmp_path, text, code, line, named):
    path = tmp_path / "mine.toml"
    path.write_text(START + text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read(path)
    refusal = refused.value
    assert refusal.code == code
    assert refusal.params["file"] == "mine.toml"
    assert refusal.params["line"] == line
    sentence = WORDS.refusal(refusal)
    assert named in sentence
    assert sentence.isprintable()
    placed = WORDS.say("answers.place", file="mine.toml", line=str(line), sentence=sentence)
    assert placed.startswith(f"mine.toml, line {line}: ")


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
        (b"a = " + b"9" * 9_000, "answers_not_toml", 1),
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

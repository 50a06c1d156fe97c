# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Finding a trade by what somebody types, and what is said of a damaged preset."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.content.guides import load_guide
from servicedesk.content.sectors import find_sector, list_sectors, load_sector
from servicedesk.content.words import load_words
from servicedesk.domain.errors import Refusal, Trouble

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
GUIDE = load_guide(RESOURCES, "charter")
NAMES = list_sectors(RESOURCES)
WORDS = load_words(root=RESOURCES)


@pytest.mark.parametrize(
    ("typed", "trade"),
    [
        ("plumber", "plumber_trades"),
        ("electr", "plumber_trades"),
        ("BUILDER", "plumber_trades"),
        ("plumber-trades", "plumber_trades"),
        ("cafe", "cafe"),
        ("Café", "cafe"),
        ("  hair ", "salon"),
        ("mobile h", "mobile_beauty"),
        ("b&b", "bnb"),
        ("Bed and", "bnb"),
        ("online", "online_shop"),
        ("Garage", "garage"),
        ("hardware shop", "hardware_shop"),
    ],
)
def test_a_trade_is_found_by_any_clear_beginning(typed, trade):
    assert find_sector(NAMES, typed).id == trade


@pytest.mark.parametrize(
    ("typed", "code", "named"),
    [
        ("gar", "trade_ambiguous", "garage"),
        ("c", "trade_ambiguous", "Cleaner (cleaner)"),
        ("plummer", "trade_near", "plumber"),
        ("hardwear shop", "trade_near", "hardware shop"),
        ("astronaut", "trade_unknown", "petcare"),
        ("", "trade_unknown", "cafe"),
        ("   ", "trade_unknown", "cafe"),
        ("\x00<b>", "trade_unknown", "cafe"),
    ],
)
def test_an_unclear_trade_is_answered_with_the_right_words(typed, code, named):
    with pytest.raises(Refusal) as refused:
        find_sector(NAMES, typed)
    assert refused.value.code == code
    assert named in WORDS.refusal(refused.value)


def test_every_title_alias_and_id_finds_its_own_trade():
    for name in NAMES:
        for word in (name.id, name.title, *name.aliases):
            assert find_sector(NAMES, word) == name


@given(st.text(max_size=20))
def test_any_typing_finds_a_trade_or_is_refused_in_a_sentence(typed):
    try:
        said = find_sector(NAMES, typed).title
    except Refusal as refusal:
        said = WORDS.refusal(refusal)
    assert said
    assert "\n" not in said


NAME = 'id = "x"\ntitle = "X"\n'
ANSWERS = "\n[answers]\n"
EXTRA = '[[extras]]\nid = "e"\nlabel = "E"\nquestion = "{}"\nwords = "W"\n'
STANDARD = (
    '[[standards]]\nkey = "k"\ntitle = "T"\naction = "a"\nmeasure = "yes_no"\npage = "late"\n'
)


def load(folder, text):
    (folder / "sectors").mkdir()
    (folder / "sectors" / "x.toml").write_text(text, encoding="utf-8")
    return load_sector(folder, GUIDE, "x")


def test_a_preset_may_be_almost_empty(tmp_path):
    sector = load(tmp_path, NAME)
    assert (sector.answers, sector.standards) == ({}, ())
    assert list_sectors(tmp_path) == (sector.name,)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (NAME.replace("x", "y"), "id is y"),
        (NAME + ANSWERS + 'stray = "s"\n', "stray is not asked"),
        (NAME + ANSWERS + "aim = 3\n", "aim: answer_needs_text"),
        (NAME + EXTRA.format("stray"), "stray is not asked"),
        (NAME + EXTRA.format("since_year"), "takes no words"),
        (NAME + STANDARD + "stray = 1\n", "standard_key_unknown"),
        (NAME + STANDARD.replace("late", "later"), "is on page later"),
        (NAME + STANDARD + STANDARD, "k is there twice"),
        (NAME + "stray = 1\n", "unknown: stray"),
    ],
)
def test_a_damaged_preset_is_named_with_its_fault(tmp_path, text, fault):
    with pytest.raises(Trouble) as trouble:
        load(tmp_path, text)
    assert fault in str(trouble.value.params["fault"])


def test_listing_names_a_file_that_cannot_be_read(tmp_path):
    (tmp_path / "sectors").mkdir()
    (tmp_path / "sectors" / "x.toml").write_bytes(b"id = \xff\n[answers]\n")
    with pytest.raises(Trouble) as damaged:
        list_sectors(tmp_path)
    assert damaged.value.code == "program_file_damaged"
    (tmp_path / "sectors" / "x.toml").unlink()
    (tmp_path / "sectors" / "y.toml").mkdir()
    with pytest.raises(Trouble) as missing:
        list_sectors(tmp_path)
    assert missing.value.code == "program_file_missing"

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The words of a language: looked up, counted, filled in one pass, and never twice the same."""

from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.content.words import TroubleWords, Words, load_words
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards import StandardKind

RESOURCES = Path(__file__).parents[2] / "resources"


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


def a_folder(tmp_path, **parts):
    folder = tmp_path / "words" / "en-GB"
    folder.mkdir(parents=True)
    for name, text in parts.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def words(tmp_path):
    return load_words(
        root=a_folder(
            tmp_path,
            bakery="""
                [bakery]
                greeting = "Hello {name}, your {what} is {what}."
                loaves = { one = "{n} loaf", other = "{n} {kind} loaves" }
                [refusal]
                too_many = "{most} loaves at most, please."
                [enum.Colour]
                red = "deep red"
            """,
            oven="""
                [refusal]
                too_hot = "Let it cool."
                [trouble.oven_off]
                happened = "The oven went off at {hour}."
                safe = "The dough is safe."
                do = "Ring {who}."
                [trouble.half]
                happened = "Half said."
            """,
        )
    )


def test_a_member_of_an_enum_stands_in_a_sentence_by_its_words(tmp_path):
    told = '[refusal]\ntell = "Tell them {how}."\n[enum.Colour]\nred = "by flag"\n'
    words = load_words(root=a_folder(tmp_path, told=told))
    assert words.refusal(Refusal("tell", how=Colour.RED)) == "Tell them by flag."


def test_parts_are_laid_together(words):
    phrases: Phrases = words
    assert phrases.say("refusal.too_hot") == "Let it cool."
    assert words.refusal(Refusal("too_many", "loaves", most=12)) == "12 loaves at most, please."
    assert words.locale == "en-GB"


def test_names_are_filled_wherever_they_stand(words):
    said = words.say("bakery.greeting", name="Ann", what="loaf", unused="x")
    assert said == "Hello Ann, your loaf is loaf."


def test_what_is_filled_in_is_not_read_again(words):
    said = words.say("bakery.greeting", name="{what}", what="{name} {0} {")
    assert said == "Hello {what}, your {name} {0} { is {name} {0} {."


@given(st.text(), st.text())
def test_any_text_comes_through_unchanged(name, other):
    words = Words({"a": "{name}|{other}"}, "en-GB")
    assert words.say("a", name=name, other=other) == f"{name}|{other}"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1", "1 loaf"),
        ("1.0", "1 loaf"),
        ("0", "0 rye loaves"),
        ("1.5", "1.5 rye loaves"),
        ("12000", "12,000 rye loaves"),
        ("1E+3", "1,000 rye loaves"),
    ],
)
def test_one_is_singular_and_all_else_plural(words, number, said):
    assert words.count("bakery.loaves", Decimal(number), kind="rye") == said


def test_an_enum_has_its_words(words):
    assert words.enum(Colour.RED) == "deep red"
    with pytest.raises(KeyError, match=r"no words for enum\.Colour\.green"):
        words.enum(Colour.GREEN)


def test_a_trouble_says_three_things(words):
    said = words.trouble(Trouble("oven_off", hour=5, who="Sam"))
    assert said == TroubleWords(
        happened="The oven went off at 5.", safe="The dough is safe.", do="Ring Sam."
    )
    with pytest.raises(KeyError, match=r"no words for trouble\.half\.safe"):
        words.trouble(Trouble("half"))


def test_what_is_not_there_is_named(words):
    with pytest.raises(KeyError, match=r"no words for bakery\.cakes"):
        words.say("bakery.cakes")
    with pytest.raises(KeyError, match=r"no words for bakery$|no words for bakery'"):
        words.say("bakery")
    with pytest.raises(KeyError, match=r"\{what\} in the words for bakery\.greeting"):
        words.say("bakery.greeting", name="Ann")
    with pytest.raises(KeyError, match=r"no words for refusal\.gone"):
        words.refusal(Refusal("gone"))
    assert words.has("bakery.greeting")
    assert not words.has("bakery.cakes")


def test_the_same_key_in_two_parts_is_refused(tmp_path):
    root = a_folder(tmp_path, a='[t]\nx = "1"', b='[t]\nx = "2"')
    with pytest.raises(ValueError, match=r"t\.x stands in both a\.toml and b\.toml"):
        load_words(root=root)


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_a_key_is_a_phrase_or_a_table(tmp_path, order):
    parts = dict(zip(order, ('[t]\nx = "1"', '[t.x]\ny = "2"'), strict=True))
    with pytest.raises(ValueError, match=r"t\.x is a phrase in"):
        load_words(root=a_folder(tmp_path, **parts))


def test_a_phrase_is_text(tmp_path):
    with pytest.raises(ValueError, match=r"t\.x in a\.toml is no text"):
        load_words(root=a_folder(tmp_path, a="[t]\nx = 1"))


def test_a_language_without_words_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match="no words for cy-GB"):
        load_words("cy-GB", root=a_folder(tmp_path, a='x = "1"'))


def test_the_words_we_ship_can_be_read():
    shipped = load_words(root=RESOURCES)
    assert shipped.enum(StandardKind.PROMISE) == "promise"


def test_parts_that_a_start_needs_are_read_first_and_the_others_when_asked_for(tmp_path):
    root = a_folder(tmp_path, bread='[bread]\nrye = "Rye"', oven='[oven]\nhot = "Hot"')
    words = load_words(root=root, first=("bread",))
    (root / "words" / "en-GB" / "oven.toml").write_text('[oven]\nhot = "Very hot"')
    assert words.say("bread.rye") == "Rye"
    assert words.say("oven.hot") == "Very hot"
    assert not words.has("oven.cold")
    assert words.say("bread.rye") == "Rye"

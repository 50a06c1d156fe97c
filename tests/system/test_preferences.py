# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Preferences come back, and no file of preferences keeps the program from starting."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from servicedesk.content.words import load_words
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides_answers import checked
from servicedesk.system import preferences
from servicedesk.system.preferences import FIELDS, Preferences

ROOT = Path(__file__).parents[2]


@cache
def words():
    return load_words(root=ROOT / "resources")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "preferences.toml"


def written(path, data):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return Preferences(path)


def test_without_a_file_the_defaults_hold(path):
    found = Preferences(path)
    assert {field.id: found.get(field.id) for field in FIELDS} == {
        field.id: field.default for field in FIELDS
    }
    assert found.troubles == ()
    assert not path.exists()


def test_what_is_set_comes_back(path):
    Preferences(path).set("text_size", 150)
    Preferences(path).set("theme", "dark")
    found = Preferences(path)
    assert (found.get("text_size"), found.get("theme")) == (150, "dark")


def test_every_field_has_its_words():
    for field in FIELDS:
        assert words().say(field.label)
        for choice in field.question.choices:
            assert words().say(choice.label)


ODD = ("", " a", "a\n", "dark", "x" * 4097, "\u202e", "é", 0, 90, 201, True, False, None, 1.5)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.id)
def test_what_fits_at_a_glance_is_what_the_checks_leave_as_it_is(field):
    for value in (*ODD, field.default):
        plain = field.as_it_is(value)
        assert plain is None or (checked(field.question, value), type(plain)) == (
            plain,
            type(value),
        )
    assert field.as_it_is(field.default) == field.default  # a start needs no checks for it


def test_a_value_that_does_not_fit_is_refused_and_nothing_changes(path):
    found = Preferences(path)
    for key, value in (("text_size", 300), ("theme", "purple"), ("papers_folder", 3)):
        with pytest.raises(Refusal):
            found.set(key, value)
    assert found.get("text_size") == 100
    assert not path.exists()


def test_an_unknown_field_is_our_bug(path):
    with pytest.raises(KeyError):
        Preferences(path).get("colour")
    with pytest.raises(KeyError):
        Preferences(path).set("colour", "red")


def test_keys_of_a_newer_program_are_kept(path):
    written(path, b'text_size = 120\nsounds = "bell"\n').set("theme", "light")
    assert tomllib.loads(path.read_text("utf-8")) == {
        "text_size": 120,
        "theme": "light",
        "sounds": "bell",
    }


def test_an_empty_choice_is_the_default(path):
    assert written(path, b'theme = ""\n').get("theme") == "system"


@pytest.mark.parametrize(
    "data",
    [
        b"text_size = ",
        b"\xff\xfe\x00",
        b"a = " + b"[" * 100_000,
        b"text_size = 120\ntext_size = 130\n",
    ],
)
def test_a_broken_file_is_kept_and_told(path, data):
    found = written(path, data)
    (trouble,) = found.troubles
    assert trouble.code == "preferences_unreadable"
    assert Path(trouble.params["kept"]).read_bytes() == data
    assert words().trouble(trouble).safe
    assert found.get("text_size") == 100
    found.set("text_size", 110)
    assert Preferences(path).troubles == ()
    assert Path(trouble.params["kept"]).read_bytes() == data


def test_a_broken_value_costs_only_itself(path):
    found = written(path, b'text_size = 9000\ntheme = "dark"\n')
    (trouble,) = found.troubles
    assert (trouble.code, trouble.params["key"]) == ("preference_ignored", "text_size")
    assert words().trouble(trouble).happened
    assert Path(trouble.params["kept"]).name == "preferences.kept.toml"
    assert (found.get("text_size"), found.get("theme")) == (100, "dark")


@pytest.mark.parametrize("data", [None, b"x" * (1024 * 1024 + 1)])
def test_a_file_that_cannot_be_read_is_told(path, data):
    path.parent.mkdir()
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)
    (trouble,) = Preferences(path).troubles
    assert (trouble.code, trouble.params["kept"]) == ("preferences_unreadable", str(path))


def test_where_no_copy_can_be_made_the_file_stays(path, monkeypatch):
    def fail(aside, data):
        raise Trouble("saving_no_room", file=str(aside))

    monkeypatch.setattr(preferences, "write_whole", fail)
    found = written(path, b"text_size = ")
    (trouble,) = found.troubles
    assert trouble.params["kept"] == str(path)
    assert path.read_bytes() == b"text_size = "
    with pytest.raises(Trouble, match="saving_no_room"):
        found.set("theme", "dark")
    assert found.get("theme") == "dark"

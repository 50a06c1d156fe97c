# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""On which line each key of a TOML text stands."""

import tomllib

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.content.answers_lines import line_of, lines_of

ODD = r'''# a comment = "no key"

guide = "charter" # after it

  spaced  .  "quoted = # part" . 'li"teral' = 1979-05-27 07:32:00
list = [ # nothing yet
  "one", 'two',
  """three
  four \""" = five"""
  , { deep = [1,
    2], name = "x" },
]
empty = []
none = {}
[answers]
text = """
key = "not a key"
[[nor a table]]
"""
raw = \'\'\'
also = 'not'
\'\'\'
after = true
[answers.opening_hours] # hours
monday = ["08:00-12:00", "13:00-17:00"]
[[standards]]
key = "one"
remedy = { text = "a, } ]", money = "£3" }

[[ standards ]]
key="two"
limit=1.5e3
[standards.remedy]
text = "x\"y"
[[standards.bands]]
opens = "08:00"
[[standards.bands]]
closes = "12:00" '''.replace("\\'\\'\\'", "'''")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("guide",), 3),
        (("spaced",), 5),
        (("spaced", "quoted = # part", 'li"teral'), 5),
        (("list",), 6),
        (("list", 0), 7),
        (("list", 1), 7),
        (("list", 2), 8),
        (("list", 3), 10),
        (("list", 3, "deep", 1), 11),
        (("list", 3, "name"), 11),
        (("empty",), 13),
        (("none",), 14),
        (("answers",), 15),
        (("answers", "text"), 16),
        (("answers", "raw"), 20),
        (("answers", "after"), 23),
        (("answers", "opening_hours"), 24),
        (("answers", "opening_hours", "monday"), 25),
        (("answers", "opening_hours", "monday", 1), 25),
        (("standards", 0), 26),
        (("standards", 0, "remedy", "money"), 28),
        (("standards", 1), 30),
        (("standards", 1, "key"), 31),
        (("standards", 1, "limit"), 32),
        (("standards", 1, "remedy", "text"), 34),
        (("standards", 1, "bands", 0, "opens"), 36),
        (("standards", 1, "bands", 1, "closes"), 38),
    ],
)
def test_keys_are_found_in_odd_layouts(path, line):
    tomllib.loads(ODD)
    assert lines_of(ODD)[path] == line


def test_what_is_not_there_is_shown_where_it_would_be():
    lines = lines_of(ODD)
    assert line_of(lines, ("standards", 1, "remedy", "money")) == 33
    assert line_of(lines, ("standards", 9)) == 26
    assert line_of(lines, ("stray",)) == 0
    assert line_of(lines, ()) == 0


def test_nothing_has_no_lines():
    assert lines_of("") == {}
    assert lines_of("# only a comment") == {}


def test_what_is_no_toml_is_not_walked():
    with pytest.raises(ValueError, match="character 0"):
        lines_of("= broken")


KEYS = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\r"), min_size=1, max_size=6
)
VALUES = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.floats(allow_nan=False) | st.dates() | KEYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def paths(value, path=()):
    yield path
    children = ()
    if isinstance(value, dict):
        children = value.items()
    elif isinstance(value, list):
        children = enumerate(value)
    for key, inner in children:
        yield from paths(inner, (*path, key))


@given(st.dictionaries(KEYS, VALUES, max_size=5), st.booleans())
def test_every_part_of_any_text_is_found_in_order(data, multiline):
    text = tomli_w.dumps(data, multiline_strings=multiline)
    lines = lines_of(text)
    parsed = tomllib.loads(text)
    assert set(lines) == set(paths(parsed)) - {()}
    last = text.count("\n") + 1
    assert all(1 <= line <= last for line in lines.values())
    assert all(lines[path] >= lines[path[:-1]] for path in lines if path[:-1] in lines)


@given(st.lists(st.sampled_from(["a", "b-c", "d e", "f.g"]), min_size=1, unique=True))
def test_each_key_is_on_its_own_line(keys):
    text = "\n".join(f'"{key}" = "{number}\\n"' for number, key in enumerate(keys))
    lines = lines_of(text)
    assert [lines[key,] for key in keys] == list(range(1, len(keys) + 1))

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wording check bears any text: it never fails, and its work is bounded by the length."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from servicedesk.domain import wording, wording_measures, wording_text
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.wording import Context, check_wording, rewritten
from servicedesk.domain.wording_measures import measures
from servicedesk.domain.wording_text import plain, sentences

ROOMS = sorted(Path(wording.__file__).parent.glob("wording*.py"))
MOST = 200
"""The greatest number of times that any part of a pattern may repeat."""

FRAGMENTS = (
    *(
        "We will reply",
        "I'll ring you",
        "We aim to",
        "Calls will be answered",
        "Your order is sent",
    ),
    *("If we cannot", "You can expect", "The courier will", "We guarantee", "No refunds"),
    *("We are certified to", "Gas Safe registered", "within", "in about", "2 days"),
    *("24 hours", "half an hour", "a few minutes", "by 5pm", "at 8.30"),
    *("9am-5pm", "next day", "9 of 10", "95%", "£30"),
    *("800 miles", "every week", "24/7", "100%", "of your call"),
    *("before we come", "as soon as possible", "always", "never", "reasonable"),
    *("where possible", "best", "prompt", "endeavour to", "and call you"),
    *("or take £5 off", "; we will", "terms apply", "*", "BS 8477"),
    *("ISO 9001", "to 31 March 2027", ".", "!", "?"),
    *("\n"),
)
texts = st.one_of(
    st.text(st.characters(), max_size=2000),
    st.lists(st.sampled_from(FRAGMENTS), max_size=14).map(" ".join),
)
settings_of = st.fixed_dictionaries(
    {
        "context": st.sampled_from(Context),
        "day_kind": st.sampled_from([None, *DayKind]),
        "bare_days_explained": st.booleans(),
        "needs_number": st.booleans(),
    }
)


@settings(max_examples=300, deadline=None)
@given(texts, settings_of)
@example("\x1c\x85 we\u2028will", {"context": Context.PROMISE})
@example("We will reply in 2 ſeconds", {"context": Context.AIM})
@example("ISO" * 600, {"context": Context.FREE_TEXT})
def test_any_rewrite_passes_and_keeps_the_measures_or_there_is_none(text, options):
    said = rewritten(text, **options)
    assert check_wording(said, **options) == ()
    kept = {one.fact for one in measures(plain(said))}
    assert said == "" or {one.fact for one in measures(plain(text))} <= kept


@settings(max_examples=100, deadline=None)
@given(texts)
def test_cutting_into_sentences_loses_nothing_but_blanks(text):
    found = sentences(plain(text))
    assert "".join("".join(one.text.split()) for one in found) == "".join(plain(text).split())
    assert all(plain(text)[one.start : one.end] == one.text for one in found)


def patterns_of(value):
    """Every compiled pattern inside a value of a module."""
    if isinstance(value, re.Pattern):
        yield value.pattern
    elif isinstance(value, tuple):
        for part in value:
            yield from patterns_of(part)


def patterns_called(tree):
    """Every pattern that is written where it is used."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            written_here = [one for one in node.args[:1] if isinstance(one, ast.Constant)]
            yield from (one.value for one in written_here)


def repeats(parsed):
    """How often each repeated part of a parsed pattern may at most repeat."""
    for operation, argument in parsed:
        name = str(operation)
        if "REPEAT" in name:
            yield argument[1]
        yield from inner_repeats(argument)


def inner_repeats(argument):
    if isinstance(argument, re._parser.SubPattern):
        yield from repeats(argument)
    elif isinstance(argument, (list, tuple)):
        for part in argument:
            yield from inner_repeats(part)


@pytest.mark.parametrize("room", ROOMS, ids=[room.stem for room in ROOMS])
def test_no_pattern_repeats_without_bound(room):
    """A part that repeats at most so often costs at most so much at each place of a text."""
    module = __import__(f"servicedesk.domain.{room.stem}", fromlist=["room"])
    found = [pattern for value in vars(module).values() for pattern in patterns_of(value)]
    found += patterns_called(ast.parse(room.read_text(encoding="utf-8")))
    for pattern in found:
        assert max(repeats(re._parser.parse(pattern)), default=0) <= MOST, pattern


def test_a_pattern_without_bound_would_be_seen():
    assert max(repeats(re._parser.parse("(?:a|b(?=c+)){0,3}"))) > MOST


LONG = ("as soon as possible ", "within 2 days ", "if ", "we will ", "1", "a", "!", "1,", " and we")


@pytest.mark.parametrize("part", LONG)
def test_long_repeated_text_is_read_a_fixed_number_of_times(part, monkeypatch):
    text = (part * 2000)[:2000]
    rounds = []
    whole = wording.find_faults
    monkeypatch.setattr(wording, "find_faults", lambda *given: rounds.append(1) or whole(*given))
    said = rewritten(text, context=Context.PROMISE)
    assert len(rounds) <= 12
    assert check_wording(said, context=Context.PROMISE) == ()


@pytest.mark.parametrize("size", [50, 100, 200])
def test_measures_are_built_once_for_each_place(size, monkeypatch):
    built = []
    counted = wording_measures._counted
    monkeypatch.setattr(wording_measures, "_counted", lambda hit: built.append(1) or counted(hit))
    assert len(measures("within 2 days " * size)) == len(built) == size


def test_typographic_signs_keep_every_place():
    typed = "“We’ll call – at 5pm”"
    assert plain(typed) == '"We\'ll call - at 5pm"'
    assert len(plain(typed)) == len(typed)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We open at 9 a.m. We close at 5.", 1),
        ("Ring us. We will help.", 2),
        ("We sell e.g. taps. And pipes!", 2),
        ("One\nTwo\n\nThree", 3),
        ("Is it? yes", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, count):
    assert len(wording_text.sentences(text)) == count

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Walking a guide: what is shown, what is stored, what is still open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.guides import (
    Choice,
    Guide,
    Page,
    Question,
    QuestionKind,
    ShowIf,
    all_questions,
    has_answer,
    is_shown,
    only_shown,
    page_by_id,
    question_by_id,
    shown_pages,
    shown_questions,
    unanswered,
    with_defaults,
)

WAYS = tuple(Choice(id=word, label=word) for word in ("come", "go", "send"))


def ask(question_id, kind=QuestionKind.TEXT, **more):
    return Question(id=question_id, kind=kind, label=question_id, **more)


GUIDE = Guide(
    id="test",
    version=1,
    title="Test",
    language="en-GB",
    pages=(
        Page(
            id="first",
            number="1",
            title="First",
            heading="First",
            questions=(
                ask("name", is_required=True),
                ask("ways", QuestionKind.CHOICES, choices=WAYS),
                ask("scheme", QuestionKind.YES_NO, default=False),
            ),
        ),
        Page(
            id="visits",
            number="2",
            title="Visits",
            heading="Visits",
            show_if=ShowIf(question="ways", any_of=("come", "go")),
            questions=(
                ask("travel", show_if=ShowIf(question="ways", any_of=("go",))),
                ask("window", QuestionKind.WHOLE_NUMBER, is_required=True),
            ),
        ),
        Page(
            id="help",
            number="3",
            title="Help",
            heading="Help",
            questions=(
                ask("body", is_required=True, show_if=ShowIf(question="scheme", any_of=("yes",))),
                ask("checked", show_if=ShowIf(question="body", any_of=("Arbiter",))),
            ),
        ),
    ),
)


def ids(found):
    return [each.id for each in found]


def test_a_page_is_shown_by_any_of_the_chosen_ways():
    assert ids(shown_pages(GUIDE, {})) == ["first", "help"]
    assert ids(shown_pages(GUIDE, {"ways": ("send",)})) == ["first", "help"]
    assert ids(shown_pages(GUIDE, {"ways": ("come", "send")})) == ["first", "visits", "help"]


def test_a_question_is_shown_by_yes_no_text_number_and_day():
    help_page = page_by_id(GUIDE, "help")
    assert ids(shown_questions(help_page, {"scheme": False, "body": "Other"})) == []
    assert ids(shown_questions(help_page, {"scheme": True, "body": "Arbiter"})) == [
        "body",
        "checked",
    ]
    assert is_shown(ShowIf(question="n", any_of=("3",)), {"n": 3})
    assert not is_shown(ShowIf(question="n", any_of=("3",)), {"n": 4})
    assert is_shown(ShowIf(question="d", any_of=("2026-12-01",)), {"d": date(2026, 12, 1)})
    assert is_shown(ShowIf(question="y", any_of=("no",)), {"y": False})
    assert is_shown(None, {})


def test_defaults_fill_only_what_is_open():
    assert with_defaults(GUIDE, {}) == {"scheme": False}
    assert with_defaults(GUIDE, {"scheme": True, "name": "A"}) == {"scheme": True, "name": "A"}


def test_a_hidden_answer_takes_those_that_hang_on_it_along():
    said = {"name": "A", "scheme": False, "body": "Arbiter", "checked": "yes", "window": 2}
    assert only_shown(GUIDE, said) == {"name": "A", "scheme": False}
    said["scheme"] = True
    assert set(only_shown(GUIDE, said)) == {"name", "scheme", "body", "checked"}


def test_answers_to_nothing_are_not_stored():
    assert only_shown(GUIDE, {"stray": "x"}) == {}


def test_required_questions_are_open_until_they_say_something():
    first = GUIDE.pages[0]
    assert ids(unanswered(first, {})) == ["name"]
    assert ids(unanswered(first, {"name": ""})) == ["name"]
    assert ids(unanswered(first, {"name": "A"})) == []
    assert ids(unanswered(page_by_id(GUIDE, "help"), {"scheme": False})) == []
    assert not has_answer({"ways": ()}, "ways")
    assert has_answer({"scheme": False}, "scheme")


def test_questions_and_pages_are_found_by_id():
    assert question_by_id(GUIDE, "window").kind is QuestionKind.WHOLE_NUMBER
    with pytest.raises(KeyError):
        question_by_id(GUIDE, "stray")
    with pytest.raises(KeyError):
        page_by_id(GUIDE, "stray")
    assert len(list(all_questions(GUIDE))) == 7


SAID = st.fixed_dictionaries(
    {},
    optional={
        "name": st.text(max_size=3),
        "ways": st.lists(st.sampled_from(["come", "go", "send"]), unique=True).map(tuple),
        "scheme": st.booleans(),
        "travel": st.text(max_size=3),
        "window": st.integers(0, 9),
        "body": st.sampled_from(["", "Arbiter", "Other"]),
        "checked": st.text(max_size=3),
        "stray": st.text(max_size=3),
    },
)


@given(SAID)
def test_what_is_kept_is_shown_and_nothing_shown_is_lost(said):
    kept = only_shown(GUIDE, said)
    shown = {
        question.id for page in shown_pages(GUIDE, kept) for question in shown_questions(page, kept)
    }
    assert set(kept) <= shown
    assert only_shown(GUIDE, kept) == kept
    assert all(said[key] == value for key, value in kept.items())
    assert not shown & (set(said) - set(kept))


@given(SAID)
def test_defaults_never_change_an_answer_and_come_once(said):
    filled = with_defaults(GUIDE, said)
    assert {key: filled[key] for key in said} == said
    assert with_defaults(GUIDE, filled) == filled

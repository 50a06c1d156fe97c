# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The charter's guide as it comes with the program, and what is said of a damaged one."""

from pathlib import Path

import pytest

from servicedesk.content.guides import load_guide
from servicedesk.content.words import load_words
from servicedesk.domain.errors import Trouble
from servicedesk.domain.guides import (
    Need,
    Prints,
    QuestionKind,
    all_questions,
    page_by_id,
    question_by_id,
    shown_pages,
)

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
GUIDE = load_guide(RESOURCES, "charter")

HEAD = 'id = "x"\nversion = 1\ntitle = "X"\nlanguage = "en"\n'
PAGE = '[[page]]\nid = "one"\nnumber = "1"\ntitle = "One"\nheading = "One"\n'
QUESTION = '[[page.question]]\nid = "name"\nkind = "text"\nlabel = "Name"\n'


def test_page_nought_and_sixteen_sections_in_their_order():
    numbers = [page.number for page in GUIDE.pages]
    assert numbers == ["0", *map(str, range(1, 9)), "8b", *map(str, range(9, 16))]


def test_the_short_way_has_six_pages():
    short = [page.id for page in GUIDE.pages if page.is_short_way]
    assert short == ["who_we_are", "reach_us", "how_fast", "late", "not_right", "complaints"]


def test_the_poster_and_the_longer_papers_need_what_the_brief_says():
    needs = {need: {page.number for page in GUIDE.pages if page.need is need} for need in Need}
    assert needs[Need.POSTER] == {"1", "4", "9", "10", "11"}
    assert needs[Need.FULL] == {"2", "3", "5", "7", "8b", "13", "15"}


@pytest.mark.parametrize(
    ("ways", "visits", "job"),
    [
        (("they_come",), True, False),
        (("they_come", "they_leave"), True, True),
        (("you_go",), True, True),
        (("you_send",), False, True),
    ],
)
def test_how_you_work_shows_and_hides_visits_and_the_job(ways, visits, job):
    shown = {page.id for page in shown_pages(GUIDE, {"how_you_work": ways})}
    assert ("visits" in shown, "the_job" in shown) == (visits, job)


def test_no_page_that_a_poster_needs_is_ever_hidden():
    assert all(page.show_if is None for page in GUIDE.pages if page.need is not Need.NOTHING)


def test_each_page_but_the_first_can_be_marked_as_read():
    read = question_by_id(GUIDE, "read_pages")
    assert [choice.id for choice in read.choices] == [page.id for page in GUIDE.pages[1:]]
    titles = {page.id: page.title for page in GUIDE.pages}
    assert all(choice.label == titles[choice.id] for choice in read.choices)


def test_what_is_asked_is_worded_for_people():
    for page in GUIDE.pages:
        assert page.title
        assert page.heading
        assert page.asks.endswith("?")
        assert page.intro.endswith(".")
        assert len(page.title) <= 24
    for question in all_questions(GUIDE):
        assert question.label == question.label.strip()
        assert not question.help or question.help[-1] in ".?"
        if question.prints is Prints.ROW:
            assert question.print_label
        assert "'" not in question.label + question.help + question.print_label


def test_help_asks_for_outside_help_only_where_there_is_some():
    questions = {question.id: question for question in page_by_id(GUIDE, "complaints").questions}
    for name in ("body", "website", "cost", "deadline", "binding", "accredited"):
        condition = questions[f"outside_help_{name}"].show_if
        assert condition is not None
        assert condition.question == "outside_help_status"
        assert "none" not in condition.any_of


def test_standards_are_marked_on_the_pages_that_hold_them():
    places = [
        question.id for question in all_questions(GUIDE) if question.kind is QuestionKind.STANDARD
    ]
    pages = ("how_fast", "visits", "prices", "the_job", "safe", "late", "not_right", "complaints")
    assert set(places) >= {f"standards_{page}" for page in pages}


def load(folder, text):
    place = folder / "guides" / "en"
    place.mkdir(parents=True)
    (place / "x.toml").write_text(text, encoding="utf-8")
    return load_guide(folder, "x")


def test_a_small_guide_with_a_default(tmp_path):
    guide = load(tmp_path, HEAD + PAGE + QUESTION + 'default = " Ann "\nmaximum = 9\n')
    assert question_by_id(guide, "name").default == "Ann"


CHOICE = '[[page.question]]\nid = "way"\nkind = "choice"\nlabel = "Way"\n'
TWO = 'choices = [{ id = "a", label = "A" }, { id = "b", label = "B" }]\n'


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id = ", "Invalid value"),
        (HEAD + "extra = 1\n", "unknown: extra"),
        (HEAD.replace("1", '"1"'), "version is of another type"),
        (HEAD.replace("1", "true"), "version is of another type"),
        (HEAD.replace('title = "X"\n', ""), "title is missing"),
        (HEAD + 'page = "one"\n', "page is not a list of tables"),
        (HEAD + "page = [1]\n", "page 1 is not a table"),
        (HEAD + PAGE + 'need = "maybe"\n', "need is maybe"),
        (HEAD + PAGE + "stray = 1\n", "unknown: stray"),
        (HEAD + PAGE + QUESTION.replace("text", "poem"), "kind is poem"),
        (HEAD + PAGE + QUESTION + QUESTION, "name is there twice"),
        (HEAD + PAGE + QUESTION + "default = 3\n", "default of name"),
        (HEAD + PAGE + QUESTION + TWO, "name has choices"),
        (HEAD + PAGE + CHOICE, "way has choices"),
        (HEAD + PAGE + QUESTION + "is_past = true\n", "name is no day"),
        (HEAD + PAGE + CHOICE + TWO.replace('"b"', '"a"'), "way has the same choice twice"),
        (HEAD + PAGE + 'show_if = { question = "no", any_of = ["a"] }\n', "which is not asked"),
        (
            HEAD + PAGE + 'show_if = { question = "way", any_of = ["c"] }\n' + CHOICE + TWO,
            "cannot have",
        ),
        (
            HEAD + PAGE + 'show_if = { question = "way", any_of = [] }\n' + CHOICE + TWO,
            "cannot have",
        ),
        (HEAD + PAGE + 'show_if = { question = "way", any_of = "a" }\n', "not a list of texts"),
        (HEAD + PAGE + 'show_if = "way"\n', "show_if is not a table"),
        (
            HEAD
            + PAGE
            + 'show_if = { question = "sure", any_of = ["maybe"] }\n'
            + QUESTION.replace("name", "sure").replace("text", "yes_no"),
            "cannot have",
        ),
    ],
)
def test_a_damaged_guide_is_named_with_its_fault(tmp_path, text, fault):
    with pytest.raises(Trouble) as trouble:
        load(tmp_path, text)
    assert trouble.value.code == "program_file_damaged"
    assert trouble.value.params["file"] == "x.toml"
    assert fault in str(trouble.value.params["fault"])
    assert "x.toml" in load_words(root=RESOURCES).trouble(trouble.value).happened


def test_a_missing_guide_is_named(tmp_path):
    with pytest.raises(Trouble) as trouble:
        load_guide(tmp_path, "x")
    assert trouble.value.code == "program_file_missing"
    assert load_words(root=RESOURCES).trouble(trouble.value).do

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers files as saved: every question shown, each line ready to use, read back equal."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.content.answers_notes import example
from servicedesk.content.answers_writing import answers_text
from servicedesk.content.sectors import draft_from
from servicedesk.domain.guides import Question, QuestionKind, question_by_id
from servicedesk.domain.hours import MONDAY_TO_FRIDAY, parse_week
from servicedesk.domain.standards import Measure, Remedy, ServiceStandard
from tests.content.answers_made import (
    GUIDE,
    SECTORS,
    WORDS,
    read,
    written,
)


def test_the_file_opens_with_friendly_words_and_shows_every_promise():
    draft = draft_from(GUIDE, SECTORS["cafe"])
    text = written(draft)
    assert text.startswith("## Your charter")
    assert 'key = "hot_food"\nticked = false\ntitle = "Hot food on the table"\naction' in text
    assert '\nlimit = "20 minutes"\nremedy = { text = "' in text


def uncommented(text):
    """Every way of using one of the waiting lines, a table or promise of its own as a whole."""
    found = text.split("\n")
    for number, line in enumerate(found):
        is_waiting = line.startswith("# ") and not line.startswith("# ---")
        if not is_waiting or (
            found[number - 1].startswith("# ") and "---" not in found[number - 1]
        ):
            continue
        used = list(found)
        while used[number].startswith("# "):
            used[number] = used[number][2:]
            number += 1
        yield "\n".join(used)


@pytest.mark.parametrize("trade", ["plumber_trades", "cafe"])
def test_each_waiting_line_is_accepted_as_it_stands(trade, tmp_path):
    draft = draft_from(GUIDE, SECTORS[trade], {"values": ""})
    path = tmp_path / "used.toml"
    texts = list(uncommented(written(draft)))
    assert len(texts) > 30
    for text in texts:
        path.write_text(text, encoding="utf-8")
        read(path)
    path.write_text(texts[-1], encoding="utf-8")
    assert read(path).draft.standards[-1].key == "my_own_promise"


def test_all_waiting_lines_can_be_used_at_once(tmp_path):
    draft = draft_from(GUIDE, SECTORS["cafe"])
    used = re.sub("^# (?!---)", "", written(draft), flags=re.MULTILINE)
    path = tmp_path / "used.toml"
    path.write_text(used, encoding="utf-8")
    assert read(path).draft.answers["opening_hours"] == parse_week(
        {day: ["09:00-17:00"] for day in ("monday", "tuesday", "wednesday", "thursday", "friday")}
    )


def test_every_question_of_a_shown_page_is_in_the_file_in_order():
    text = written(draft_from(GUIDE, SECTORS["hardware_shop"]))
    asked = [
        question.id
        for page in GUIDE.pages
        for question in page.questions
        if question.kind is not QuestionKind.STANDARD and question.kind is not QuestionKind.HOURS
    ]
    found = re.findall(r"^(?:# )?([a-z_]+) = ", text.partition("[answers]")[2], re.MULTILINE)
    places = [found.index(key) for key in asked if key in found]
    assert places == sorted(places)
    assert len(places) > len(asked) - 12
    assert "\nread_pages = []\n" in text
    assert "# --- How to reach us - needed for the poster (reach_us) ---" in text


def test_hours_that_were_said_show_the_closed_days_too(tmp_path):
    text = written(draft_from(GUIDE, SECTORS["cafe"], {"opening_hours": MONDAY_TO_FRIDAY}))
    assert '[answers.opening_hours]\nmonday = ["' in text
    assert "\nsaturday = []\nsunday = []\n" in text


def test_each_promise_is_preceded_by_its_sentence():
    text = written(draft_from(GUIDE, SECTORS["plumber_trades"]))
    assert "## We will come to you in an agreed 2-hour slot. If we do not, we will say" in text
    assert 'bands = [{ width = "2 hours" }]\n' in text


def test_a_promise_without_figure_and_remedy_shows_how_to_say_them():
    draft = draft_from(GUIDE, SECTORS["cafe"])
    bare = replace(OWN, measure=Measure.BAND, remedy=Remedy())
    text = written(replace(draft, standards=(bare,)))
    assert '# bands = [{ width = "2 hours" }]\n# remedy = { text = "' in text


def test_without_phrases_only_what_was_said_is_written(tmp_path):
    draft = draft_from(GUIDE, SECTORS["plumber_trades"])
    path = tmp_path / "bare.toml"
    text = written(draft, phrases=None)
    path.write_text(text, encoding="utf-8")
    assert read(path).draft == draft
    assert "\n# " not in text


def test_a_trade_without_extras_lists_none():
    sector = replace(SECTORS["cafe"], extras=())
    text = answers_text(draft_from(GUIDE, sector), GUIDE, sector, greeting="Hi", phrases=WORDS)
    assert "extras" not in text


@pytest.mark.parametrize(
    ("bounds", "shape"),
    [((None, None), "it = 1987"), ((1, 5), "it = 5"), ((2000, None), "it = 2000")],
)
def test_a_number_to_fill_in_lies_within_its_bounds(bounds, shape):
    least, most = bounds
    question = Question(id="it", kind=QuestionKind.SCALE, label="It", minimum=least, maximum=most)
    assert example(question) == shape


def test_choices_to_fill_in_are_as_many_as_are_needed():
    values = question_by_id(GUIDE, "values")
    assert example(values) == 'values = ["straight_answers", "clear_prices", "on_time"]'


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


@settings(max_examples=40, deadline=None)
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

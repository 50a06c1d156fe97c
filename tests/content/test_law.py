# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Legal facts: dated, sourced, and silent outside the four nations."""

import re
from datetime import date
from pathlib import Path

import pytest

from servicedesk.content.guides import load_guide
from servicedesk.content.law import (
    FIGURES,
    facts_for,
    legal_figures,
    letter_facts,
    load_facts,
    old_law,
    quoted,
    stale,
)
from servicedesk.domain.errors import Trouble
from servicedesk.domain.legal_figures import LegalFigures
from servicedesk.domain.letters_checking import letter_findings
from servicedesk.domain.letters_fields_complaints import LAW_NAMES

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FACTS = load_facts(RESOURCES)

UNDER_A_FIGURE = "standing_legal"
"""The one fact that is no sentence: it stands on the poster, under a number."""

FACT = (
    '[[fact]]\nid = "a"\nnations = ["eng"]\ntext = "A."\npages = ["late"]\n'
    'checked_on = 2026-11-22\nsource = "S"\n'
)


def test_every_fact_has_a_source_a_day_and_whole_sentences():
    for fact in FACTS:
        assert fact.source.endswith(".")
        assert fact.checked_on >= date(2026, 11, 1)
        assert "{" not in fact.text
        assert not fact.pages or fact.text.endswith(".") or fact.id == UNDER_A_FIGURE


@pytest.mark.parametrize("nation", ["eng", "wls", "sct", "nir"])
def test_each_nation_prints_the_sentences_of_its_sections_and_of_its_promises(nation):
    printed = facts_for(RESOURCES, nation)
    of_sections = {"legal_rights", "data_complaint", "data_rights"}
    assert set(printed) == {*of_sections, "promise_legal", "promise_own", UNDER_A_FIGURE}
    assert "30 calendar days" in printed["data_complaint"]
    assert "Information Commissioner’s Office (ICO)" in printed["data_rights"]


def test_no_fact_prints_bare_days_because_those_mean_the_days_of_the_charter():
    printed = [fact.text for fact in FACTS if fact.pages]
    assert not [text for text in printed if re.search(r"\d+ days?\b", text)]


@pytest.mark.parametrize("nation", ["elsewhere", "", "France"])
def test_nothing_is_printed_somewhere_else(nation):
    assert facts_for(RESOURCES, nation) == {}


def test_facts_stand_only_on_the_pages_that_may_print_law():
    pages = {page.id for page in load_guide(RESOURCES, "charter").pages}
    printed = {page for fact in FACTS for page in fact.pages}
    assert printed == {"not_right", "complaints", "your_information"}
    assert printed <= pages


def _shown(guide, nation):
    """What a guide says around its questions where the business is in a nation, but labels."""
    answers = {"nation": nation}
    for page in load_guide(RESOURCES, guide).pages:
        yield from (page.title, page.heading, page.asks, page.intro)
        for question in page.questions:
            rule = question.show_if
            if rule is None or rule.question != "nation" or answers["nation"] in rule.any_of:
                yield from (question.help, *(one.label for one in question.choices))
                yield from (one.prints for one in question.choices)


@pytest.mark.parametrize("nation", ["eng", "elsewhere"])
@pytest.mark.parametrize("guide", ["charter", "first_run", "settings"])
def test_a_guide_leaves_what_the_law_says_to_the_facts_of_the_law(guide, nation):
    """Elsewhere it would be untrue; in the four nations it would have no day and no source."""
    of_law = re.compile(r"\b(?:[Ll]aws?|[Ll]egal(?:ly)?|[Rr]ights|VAT|ICO|United Kingdom|UK)\b")
    has_right = re.compile(r"\ba (?:legal )?right to\b")
    said = [text for text in _shown(guide, nation) if text]
    assert said
    assert [text for text in said if of_law.search(text) or has_right.search(text)] == []


def test_no_words_file_says_what_the_law_gives():
    """It is printed from the facts of the law, which know their nations, or not at all."""
    gives = re.compile(r"(?i)\b(?:is|are) your legal rights?\b|\bon top of your legal rights\b")
    words = (RESOURCES / "words").rglob("*.toml")
    assert [path.name for path in words if gives.search(path.read_text("utf-8"))] == []


def test_a_dead_platform_and_an_old_duty_are_never_named():
    for fact in FACTS:
        assert "odr" not in fact.text.lower().split()
        assert "ec.europa.eu" not in fact.text + fact.source


def test_facts_older_than_six_months_are_reported():
    assert stale(FACTS, date(2027, 5, 22)) == ()
    assert stale(FACTS, date(2027, 5, 24)) == FACTS


@pytest.mark.parametrize("nation", ["eng", "wls", "sct", "nir"])
def test_each_nation_has_one_text_for_every_name_that_a_letter_knows(nation):
    facts = letter_facts(RESOURCES, nation)
    assert set(facts) == {f"law.{name}" for name in LAW_NAMES}
    told = [fact.letter for fact in FACTS if fact.letter and nation in fact.nations]
    assert len(told) == len(set(told))


def test_free_advice_is_that_of_the_nation():
    def advice(nation):
        return letter_facts(RESOURCES, nation)["law.free_advice"].text

    assert "Citizens Advice" in advice("eng")
    assert advice("wls") == advice("eng")
    assert "consumeradvice.scot" in advice("sct")
    assert "Consumerline" in advice("nir")


@pytest.mark.parametrize("nation", ["elsewhere", "", "France"])
def test_letters_carry_no_law_somewhere_else(nation):
    assert letter_facts(RESOURCES, nation) == {}


def test_what_a_letter_says_of_the_law_speaks_in_no_voice():
    for fact in letter_facts(RESOURCES, "eng").values():
        said = fact.text.replace("I/We*", "").replace("my/our*", "")
        assert not re.search(r"\b(?:we|us|our|I|me|my)\b", said, re.IGNORECASE)


def test_what_a_letter_says_of_the_law_passes_the_wording_check():
    for nation in ("eng", "sct", "nir"):
        for fact in letter_facts(RESOURCES, nation).values():
            assert letter_findings(fact.text) == ()


def test_a_fact_is_as_old_as_the_oldest_that_it_rests_on(tmp_path):
    other = FACT.replace('"a"', '"b"').replace("A.", "Like {a}").replace("2026-11-22", "2026-12-22")
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "uk.toml").write_text(FACT + other, "utf-8")
    assert [fact.checked_on for fact in load_facts(tmp_path)] == [date(2026, 11, 22)] * 2


def test_a_fact_that_was_typed_is_found_and_a_few_words_are_not():
    by_id = {fact.id: fact for fact in FACTS}
    long, short = by_id["cancel_contract"], by_id["standing_legal"]
    said = f"Before. {long.text} After, {short.text}."
    assert quoted(said, FACTS, "eng") == (long,)
    assert quoted(said, FACTS, "elsewhere") == ()


def test_only_old_facts_that_the_letter_names_are_told_of():
    facts = letter_facts(RESOURCES, "sct")
    names = ("law.court", "customer.name", "law.nothing")
    assert old_law(names, facts, date(2027, 5, 22)) == ()
    assert old_law(names, facts, date(2027, 5, 23)) == (facts["law.court"],)


def with_law(folder, text):
    (folder / "law").mkdir()
    (folder / "law" / "uk.toml").write_text(text, encoding="utf-8")
    return folder


def load(folder, text):
    return load_facts(with_law(folder, text))


def test_a_fact_may_lean_on_one_before_it(tmp_path):
    second = FACT.replace('"a"', '"b"').replace("A.", "See {a}")
    assert [fact.text for fact in load(tmp_path, FACT + second)] == ["A.", "See A."]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (FACT.replace("eng", "elsewhere"), "elsewhere is no nation"),
        (FACT.replace("eng", "fra"), "fra is no nation"),
        (FACT.replace("A.", "{b}"), "{b} is no fact"),
        (FACT + FACT, "a is there twice"),
        (FACT.replace("2026-11-22", '"today"'), "checked_on is of another type"),
        (FACT + "\n[extra]\n", "unknown: extra"),
        (FACT + 'letter = "nobody"\n', "nobody is no name"),
    ],
)
def test_a_damaged_file_of_facts_is_named(tmp_path, text, fault):
    with pytest.raises(Trouble) as trouble:
        load(tmp_path, text)
    assert fault in str(trouble.value.params["fault"])


LAW_FILE = (RESOURCES / "law" / "uk.toml").read_text("utf-8")


def test_what_rules_count_with_is_read_beside_the_sentence_that_says_it():
    figures = LegalFigures(
        reject_days=30,
        presumed_months=6,
        refund_days=14,
        cancel_days=14,
        no_cancel_pence=4200,
        data_told_days=30,
        breach_hours=72,
        request_months=1,
        request_longer_months=2,
    )
    assert legal_figures(RESOURCES) == figures
    by_id = {fact.id: fact for fact in FACTS}
    named = {name: by_id[fact_id].figures[name] for name, fact_id in FIGURES.items()}
    assert LegalFigures(**named) == figures


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_stands_in_the_words_of_its_fact_or_of_its_source(name):
    fact = next(one for one in FACTS if one.id == FIGURES[name])
    figure = fact.figures[name]
    said = {
        30: "30",
        14: "14",
        6: "six months",
        1: "one month",
        2: "two months",
        72: "72 hours",
        4200: "£42",
    }[figure]
    assert said in fact.text + fact.source


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("figures = { reject_days = 30 }\n", "", "reject_days is missing"),
        ("{ reject_days = 30 }", "{ refuse_days = 30 }", "reject_days is missing"),
        ("{ reject_days = 30 }", "{ reject_days = 30, more = 1 }", "unknown: more"),
        ("{ reject_days = 30 }", "{ reject_days = true }", "reject_days is of another type"),
        ("{ reject_days = 30 }", "{ reject_days = 0 }", "reject_days is 0, not from 1 to 366"),
        ("{ reject_days = 30 }", "{ reject_days = 3000 }", "is 3000, not from 1 to 366"),
    ],
)
def test_a_figure_that_is_missing_or_absurd_is_named_with_its_file_and_line(
    tmp_path, old, new, fault
):
    assert old in LAW_FILE
    folder = with_law(tmp_path, LAW_FILE.replace(old, new))
    lines = LAW_FILE[: LAW_FILE.index('id = "ask_reject"')].splitlines()
    with pytest.raises(Trouble) as trouble:
        legal_figures(folder)
    assert fault in str(trouble.value.params["fault"])
    assert trouble.value.params["file"] == "uk.toml"
    assert f"(line {len(lines)})" in str(trouble.value.params["place"])


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("no_cancel_pence = 4200", "no_cancel_pence = 4200000", "not from 1 to 100000"),
        ("presumed_months = 6", "presumed_months = 600", "not from 1 to 120"),
        ('id = "ask_reject"', 'id = "other"', "unknown: reject_days"),
    ],
)
def test_no_other_figure_may_be_absurd_either(tmp_path, old, new, fault):
    with pytest.raises(Trouble) as trouble:
        legal_figures(with_law(tmp_path, LAW_FILE.replace(old, new)))
    assert fault in str(trouble.value.params["fault"])


def test_a_fact_with_a_figure_that_is_gone_altogether_is_named(tmp_path):
    with pytest.raises(Trouble) as trouble:
        legal_figures(with_law(tmp_path, FACT))
    assert "ask_reject is missing" in str(trouble.value.params["fault"])

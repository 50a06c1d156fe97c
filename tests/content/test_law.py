# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Legal facts: dated, sourced, and silent outside the four nations."""

import re
from datetime import date
from pathlib import Path

import pytest

from servicedesk.content.guides import load_guide
from servicedesk.content.law import facts_for, load_facts, stale
from servicedesk.domain.errors import Trouble

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FACTS = load_facts(RESOURCES)

FACT = (
    '[[fact]]\nid = "a"\nnations = ["eng"]\ntext = "A."\npages = ["late"]\n'
    'checked_on = 2026-11-22\nsource = "S"\n'
)


def test_every_fact_has_a_source_a_day_and_whole_sentences():
    for fact in FACTS:
        assert fact.source.endswith(".")
        assert fact.checked_on >= date(2026, 11, 1)
        assert "{" not in fact.text
        assert not fact.pages or fact.text.endswith(".")


@pytest.mark.parametrize("nation", ["eng", "wls", "sct", "nir"])
def test_sections_10_11_and_13_print_three_sentences_in_each_nation(nation):
    printed = facts_for(RESOURCES, nation)
    assert set(printed) == {"legal_rights", "data_complaint", "data_rights"}
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


def test_a_dead_platform_and_an_old_duty_are_never_named():
    for fact in FACTS:
        assert "odr" not in fact.text.lower().split()
        assert "ec.europa.eu" not in fact.text + fact.source


def test_facts_older_than_six_months_are_reported():
    assert stale(FACTS, date(2027, 5, 22)) == ()
    assert stale(FACTS, date(2027, 5, 23)) == FACTS


def load(folder, text):
    (folder / "law").mkdir()
    (folder / "law" / "uk.toml").write_text(text, encoding="utf-8")
    return load_facts(folder)


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
    ],
)
def test_a_damaged_file_of_facts_is_named(tmp_path, text, fault):
    with pytest.raises(Trouble) as trouble:
        load(tmp_path, text)
    assert fault in str(trouble.value.params["fault"])

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The fourteen trades: their figures against a table written by hand, their words, their names."""

import re
import tomllib
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.content.guides import load_guide
from servicedesk.content.law import facts_for
from servicedesk.content.sectors import (
    draft_from,
    list_sectors,
    load_sector,
    with_extras,
)
from servicedesk.content.words import load_words
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_papers import full_text
from servicedesk.domain.charters_rules import obstacles
from servicedesk.domain.charters_text import CharterSource
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import QuestionKind, all_questions, shown_pages, unanswered
from servicedesk.domain.hours import MONDAY_TO_FRIDAY
from servicedesk.domain.standards import Measure, StandardKind, Unit
from servicedesk.domain.standards_sentences import gaps_in, sentences
from servicedesk.domain.wording import Context, check_wording

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
TABLE = tomllib.loads((ROOT / "tests/golden/sectors/table.toml").read_text(encoding="utf-8"))
GUIDE = load_guide(RESOURCES, "charter")
NAMES = list_sectors(RESOURCES)
SECTORS = {name.id: load_sector(RESOURCES, GUIDE, name.id) for name in NAMES}
WORDS = load_words(root=RESOURCES)

TRADES = pytest.mark.parametrize("trade", sorted(SECTORS))

OWN_FACTS = {"trading_name", "owner_name", "address", "phone", "email", "opening_hours"}
"""Required answers that no preset can know."""

BEYOND_THE_TABLE = {"as_described", "private_details", "safety_check", "allergen_info"}
"""Promises that a preset makes over and above the table: safety, performance, privacy."""

SUBJECTS = {
    "delivery": {"dispatch", "delivery_date"},
    "returns": {"goodwill_return"},
    "confidentiality": {"private_details"},
    "safety": {"safety_check", "patch_test", "allergen_info"},
    "performance": {"as_described", "work_cover"},
}

UNITS = {
    ("hour", DayKind.OPENING): "oh",
    ("day", DayKind.OPENING): "od",
    ("day", DayKind.WORKING): "WD",
    ("day", DayKind.CALENDAR): "d",
    ("hour", None): "h",
    ("minute", None): "min",
    ("month", None): "m",
}


def amount(value):
    if value.unit is Unit.POUND:
        return f"£{value.value:f}"
    return f"{value.value:f} {UNITS[value.unit.value, value.days]}"


def level(standard):
    if standard.measure is Measure.YES_NO:
        return "yes"
    if standard.measure is Measure.CLOCK_TIME:
        return "close" if standard.clock.at is None else f"{standard.clock.at:%H:%M}"
    if standard.measure is Measure.BAND:
        return ", ".join(band_words(band) for band in standard.bands)
    return amount(standard.limit)


def band_words(band):
    if band.width is not None:
        return amount(band.width)
    if band.closes is not None:
        return f"before {band.closes:%H:%M}"
    return f"after {band.opens:%H:%M}"


def test_there_are_the_fourteen_trades_of_the_table():
    assert set(SECTORS) == set(TABLE)
    assert len(SECTORS) == 14


@TRADES
def test_the_figures_are_those_of_the_table(trade):
    preset = {standard.key: level(standard) for standard in SECTORS[trade].standards}
    told = {key: words for key, words in preset.items() if key not in BEYOND_THE_TABLE}
    assert told == TABLE[trade]


@TRADES
def test_every_standard_is_a_complete_public_promise(trade):
    for standard in SECTORS[trade].standards:
        assert gaps_in(standard) == (), standard.key
        assert standard.kind is StandardKind.PROMISE
        assert standard.is_public
        assert not standard.is_ticked
        assert len(standard.title.split()) <= 8
        assert not re.search(r"[0-9]", standard.title), "the owner may change the figure"


def test_the_same_key_means_the_same_thing_in_every_trade():
    meanings = defaultdict(set)
    for sector in SECTORS.values():
        for standard in sector.standards:
            meanings[standard.key].add(
                (
                    standard.start_event,
                    standard.stop_event,
                    standard.measure,
                    standard.page,
                    standard.channel,
                    standard.repeats,
                )
            )
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("subject", sorted(SUBJECTS))
def test_each_subject_of_the_brief_is_promised_somewhere(subject):
    promised = {standard.key for sector in SECTORS.values() for standard in sector.standards}
    assert SUBJECTS[subject] & promised


@TRADES
def test_three_to_five_are_suggested_and_enough_to_publish_a_poster(trade):
    sector = SECTORS[trade]
    assert 3 <= len(sector.suggested) <= 5
    assert {"complaint_ack", "complaint_decide"} <= set(sector.suggested)
    first = [standard.key for standard in sector.standards[:3]]
    assert set(first) & set(sector.suggested)


def test_remedies_differ_by_what_went_wrong():
    for sector in SECTORS.values():
        words = [standard.remedy.text for standard in sector.standards]
        assert len(set(words)) >= len(words) - 2, sector.name.id
    sorry = [w for s in SECTORS.values() for x in s.standards if "sorry" in (w := x.remedy.text)]
    assert len(sorry) < sum(len(sector.standards) for sector in SECTORS.values()) / 3


@TRADES
def test_no_standard_stands_on_a_page_that_its_trade_does_not_see(trade):
    sector = SECTORS[trade]
    shown = {page.id for page in shown_pages(GUIDE, sector.answers)}
    assert {standard.page for standard in sector.standards} <= shown


@TRADES
def test_the_preset_answers_all_that_is_not_the_owners_own_fact(trade):
    draft = draft_from(GUIDE, SECTORS[trade])
    open_questions = {
        question.id
        for page in shown_pages(GUIDE, draft.answers)
        for question in unanswered(page, draft.answers)
    }
    assert open_questions <= OWN_FACTS | {"complaint_person"}
    assert "read_pages" not in draft.answers


@TRADES
def test_the_words_are_short_and_set_for_print(trade):
    sector = SECTORS[trade]
    texts = [value for value in sector.answers.values() if isinstance(value, str)]
    texts += [extra.words for extra in sector.extras]
    for standard in sector.standards:
        texts += [standard.action, standard.title, standard.remedy.text, standard.condition]
    for text in texts:
        assert "'" not in text
        assert '"' not in text
        assert all(len(sentence.split()) <= 25 for sentence in re.split(r"[.?!]|\n", text)), text


@TRADES
def test_nothing_that_a_preset_says_keeps_it_from_print(trade):
    draft = draft_from(GUIDE, SECTORS[trade])
    found = []
    for value in draft.answers.values():
        if isinstance(value, str):
            found += check_wording(value, context=Context.FREE_TEXT)
    for standard in draft.standards:
        statement = sentences(standard, WORDS, DayKind(draft.answers["count_days"]))
        needs_number = standard.measure is not Measure.YES_NO
        found += check_wording(
            statement.main,
            context=Context.PROMISE,
            bare_days_explained=True,
            needs_number=needs_number,
        )
        for detail in statement.details:
            found += check_wording(detail, context=Context.DETAIL)
    assert found == []


@TRADES
def test_the_papers_can_be_composed_without_a_word_missing(trade):
    draft = draft_from(GUIDE, SECTORS[trade], {"trading_name": "Test"})
    source = CharterSource(
        draft=draft, guide=GUIDE, phrases=WORDS, law={}, today=date(2026, 11, 22)
    )
    assert len(full_text(source).blocks) > 30


OWN = {
    "trading_name": "Test & Co",
    "owner_name": "Ann Test",
    "address": "1 High Street\nTown",
    "phone": "01632 960 001",
    "email": "ann@test.example",
    "opening_hours": MONDAY_TO_FRIDAY,
    "complaint_person": "Ann Test",
    "in_force_from": date(2026, 12, 1),
    "review_by": date(2027, 11, 30),
    "asked_customers": "Five, in October.",
    "read_pages": tuple(page.id for page in GUIDE.pages[1:]),
}


@TRADES
def test_own_facts_and_the_suggested_ticks_are_enough_to_publish_everything(trade):
    draft = draft_from(GUIDE, SECTORS[trade], OWN)
    ticked = tuple(
        replace(standard, is_ticked=standard.key in draft.suggested) for standard in draft.standards
    )
    source = CharterSource(
        draft=replace(draft, standards=ticked),
        guide=GUIDE,
        phrases=WORDS,
        law=facts_for(RESOURCES, "eng"),
        today=date(2026, 11, 22),
    )
    assert [(line.code, line.page) for line in obstacles(source)] == []


def test_days_are_counted_the_one_way_that_the_owner_says():
    sector = SECTORS["hardware_shop"]
    working = draft_from(GUIDE, sector, {"count_days": "working"})
    opening = draft_from(GUIDE, sector, {"count_days": "opening"})
    cleared = draft_from(GUIDE, sector, {"count_days": ""})
    for draft, days in ((working, "WD"), (opening, "od"), (cleared, "od")):
        levels = {standard.key: level(standard) for standard in draft.standards}
        assert levels["complaint_decide"] == f"10 {days}"
        assert levels["special_order"] == f"3 {days}"
        assert levels["goodwill_return"] == "28 d"


def test_an_empty_answer_takes_the_presets_away():
    draft = draft_from(GUIDE, SECTORS["cafe"], {"aim": "", "allergy": "Ask us."})
    assert "aim" not in draft.answers
    assert draft.answers["allergy"] == "Ask us."
    assert draft.answers["nation"] == "eng"


def test_the_extras_of_the_brief_are_there_and_say_what_they_add():
    wanted = {
        "garage": "old_parts",
        "plumber_trades": "old_parts",
        "salon": "allergy_notes",
        "petcare": "care_notes",
        "bnb": "access_statement",
        "consultant_accountant": "professional_body",
        "online_shop": "cancellation_form",
    }
    for trade, extra_id in wanted.items():
        sector = SECTORS[trade]
        (extra,) = [extra for extra in sector.extras if extra.id == extra_id]
        ticked = with_extras(sector.answers, sector, [extra_id])
        assert ticked[extra.question].endswith(extra.words)
        assert with_extras(ticked, sector, [extra_id]) == ticked


def test_an_extra_goes_into_a_list_as_a_line_and_into_nothing_alone():
    sector = SECTORS["bnb"]
    (extra,) = sector.extras
    listed = with_extras({"adjustments": "One\nTwo"}, sector, [extra.id])
    assert listed["adjustments"] == f"One\nTwo\n{extra.words}"
    assert with_extras({}, sector, [extra.id])["adjustments"] == extra.words


def test_an_unknown_extra_is_refused():
    sector = SECTORS["garage"]
    for typed, code in (("old_part", "extra_near"), ("zzz", "extra_unknown")):
        with pytest.raises(Refusal) as refused:
            with_extras({}, sector, [typed])
        assert refused.value.code == code
        assert "old_parts" in WORDS.refusal(refused.value)


def test_presets_answer_no_question_that_is_a_standard():
    kinds = {question.id: question.kind for question in all_questions(GUIDE)}
    for sector in SECTORS.values():
        assert all(kinds[key] is not QuestionKind.STANDARD for key in sector.answers)

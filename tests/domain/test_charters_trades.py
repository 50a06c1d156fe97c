# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The charters that the fourteen trades begin from, bare and finished, with us and elsewhere."""

import re
from dataclasses import fields, is_dataclass, replace

import pytest

from servicedesk.content.law import load_facts
from servicedesk.content.sectors import draft_from, list_sectors, load_sector
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_papers import full_text, leaflet, poster
from servicedesk.domain.charters_rules import judged, obstacles
from servicedesk.domain.charters_standards import page_standards, stated
from servicedesk.domain.charters_text import OWN_WORDS_PAGE, answer_words
from servicedesk.domain.guides import only_shown, page_by_id
from servicedesk.domain.standards import Basis
from tests.helpers.builders import RESOURCES, answers, charter_guide, charter_source, law_of

TRADES = [name.id for name in list_sectors(RESOURCES)]
OWN = (
    "trading_name", "owner_name", "address", "nation", "phone", "email", "opening_hours",
    "complaint_person", "in_force_from", "review_by", "read_pages", "asked_customers",
)  # fmt: skip
OURS = re.compile(
    r"legal right|statutory|by law|consumer rights|(?-i:\bAct\b)|regulation|\bICO\b"
    r"|information commission|regulator|bank holiday|accredited|trading standards"
    r"|citizens advice|ombudsman|\bGDPR\b|\bUK\b|england|scotland|wales|northern ireland",
    re.IGNORECASE,
)


def preset(trade, **said):
    """The bare draft of a trade, its name given."""
    sector = load_sector(RESOURCES, charter_guide(), trade)
    given = {"trading_name": "Bright & Co", **said}
    return draft_from(charter_guide(), sector, {**sector.answers, **given})


def finished(trade, **said):
    """The same with everything that only an owner can say, read and ticked."""
    own = {key: value for key, value in answers().items() if key in OWN}
    draft = preset(trade, **{**own, **said})
    ticked = tuple(replace(one, is_ticked=True) for one in draft.standards)
    return replace(draft, standards=ticked)


def texts_in(block) -> list[str]:
    if isinstance(block, str):
        return [block]
    if isinstance(block, tuple):
        return [text for part in block for text in texts_in(part)]
    if is_dataclass(block):
        return [text for one in fields(block) for text in texts_in(getattr(block, one.name))]
    return []


def printed(source):
    return texts_in(poster(source)) + texts_in(leaflet(source)) + texts_in(full_text(source))


def test_there_are_fourteen_trades():
    assert len(TRADES) == 14


@pytest.mark.parametrize("trade", TRADES)
def test_a_bare_preset_is_a_draft_that_already_looks_like_a_poster(trade):
    source, _ = judged(charter_source(preset(trade)))
    made = poster(source)
    assert made.mark == leaflet(source).mark == full_text(source).mark == "DRAFT"
    assert 3 <= len(made.promises) <= 6
    assert [one.key for one in source.draft.standards if one.is_ticked] == []
    assert made.footer.count("“days” are") == 1


@pytest.mark.parametrize("trade", TRADES)
def test_a_bare_preset_lacks_just_what_only_its_owner_can_say(trade):
    lines = [line for line in obstacles(charter_source(preset(trade))) if line.blocks]
    missing = [line.params["label"] for line in lines if line.code == "answer_missing"]
    assert missing == [
        "Owner, or the person in charge",
        "Address",
        "Opening hours",
        "Who deals with complaints?",
    ]
    codes = {line.code for line in lines}
    assert codes - {"phone_missing", "written_contact_missing"} == {
        "answer_missing", "page_not_read", "too_few_promises", "acknowledge_time_missing",
        "decide_time_missing", "review_missing",
    }  # fmt: skip


@pytest.mark.parametrize("trade", TRADES)
def test_no_preset_has_a_word_that_the_check_would_stop_at(trade):
    lines = obstacles(charter_source(finished(trade)))
    found = [
        (line.code, str(line.params.get("where", line.params.get("title", ""))))
        for line in lines
        if line.code.startswith("finding.") or line.code in ("bare_days", "days_unclear")
    ]
    assert found == []


@pytest.mark.parametrize("trade", TRADES)
def test_a_finished_preset_may_be_published(trade):
    source, lines = judged(charter_source(finished(trade)))
    assert [line.code for line in lines if line.blocks] == []
    assert not source.text_is_draft


@pytest.mark.parametrize("days", [DayKind.OPENING, DayKind.WORKING])
@pytest.mark.parametrize("trade", TRADES)
def test_every_day_of_a_preset_takes_the_owners_calendar(trade, days):
    source = charter_source(finished(trade, count_days=days.value))
    said = " ".join(printed(source))
    other = DayKind.OPENING if days is DayKind.WORKING else DayKind.WORKING
    assert not re.search(rf"[0-9] {other.value} days?\b", said)


@pytest.mark.parametrize("trade", TRADES)
def test_elsewhere_no_paper_has_a_sentence_that_rests_on_our_law(trade):
    source, _ = judged(charter_source(finished(trade, nation="elsewhere")))
    said = printed(source)
    assert not source.text_is_draft
    facts = [fact.text for fact in load_facts(RESOURCES)]
    assert not [text for text in said if any(fact in text for fact in facts)]
    assert not [text for text in said if OURS.search(text)]


@pytest.mark.parametrize("trade", TRADES)
def test_elsewhere_a_legal_right_is_printed_as_the_promise_it_is(trade):
    draft = finished(trade, nation="elsewhere")
    legal = tuple(replace(one, basis=Basis.LEGAL) for one in draft.standards)
    said = printed(charter_source(replace(draft, standards=legal)))
    assert not [text for text in said if OURS.search(text)]


@pytest.mark.parametrize("nation", ["eng", "wls", "sct", "nir"])
def test_in_the_four_nations_the_papers_carry_the_law_of_their_sections(nation):
    draft = finished("plumber_trades", nation=nation)
    every, *rest = draft.standards
    legal = replace(draft, standards=(replace(every, basis=Basis.LEGAL), *rest))
    said = " ".join(" ".join(printed(charter_source(one))) for one in (draft, legal))
    assert [key for key, text in law_of(nation).items() if text not in said] == []


@pytest.mark.parametrize("trade", TRADES)
def test_no_preset_gives_words_to_the_page_that_counts_as_read(trade):
    source = charter_source(preset(trade, trading_name=""))
    page = page_by_id(charter_guide(), OWN_WORDS_PAGE)
    printed_here = [one for one in page.questions if one.prints.value != "nothing"]
    assert not any(answer_words(source, question) for question in printed_here)


@pytest.mark.parametrize("trade", TRADES)
def test_no_preset_says_that_anything_is_deleted(trade):
    said = printed(charter_source(finished(trade)))
    assert not [text for text in said if re.search(r"we (?:will )?(?:delete|erase)", text, re.I)]


@pytest.mark.parametrize("trade", TRADES)
def test_each_standard_of_a_preset_is_printed_once_and_whole(trade):
    source, _ = judged(charter_source(finished(trade)))
    pages = [page.id for page in charter_guide().pages]
    sentences = [block.sentence for page in pages for block in page_standards(source, page)]
    assert sorted(sentences) == sorted(stated(source, one).main for one in source.draft.standards)
    assert all(len(sentence.split()) <= 25 for sentence in sentences)


@pytest.mark.parametrize("trade", TRADES)
def test_a_draft_keeps_only_answers_to_questions_that_are_shown(trade):
    draft = preset(trade)
    assert only_shown(charter_guide(), draft.answers) == dict(draft.answers)

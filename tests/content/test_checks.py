# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The banks of questions as they come with the program, and what is said of a damaged one."""

from collections import Counter
from itertools import groupby

import pytest

from servicedesk.content.checks import STATES_LAW, bank_file, load_check_bank
from servicedesk.content.law import load_facts
from servicedesk.content.words import load_words
from servicedesk.domain.checks import Bank
from servicedesk.domain.checks_clauses import CLAUSES, PRINCIPLES, PROOFS, clause_order
from servicedesk.domain.errors import Trouble
from servicedesk.domain.wording import check_wording
from servicedesk.domain.wording_text import Context, FindingCode
from tests.helpers.builders import RESOURCES

FACTS = {fact.id: fact for fact in load_facts(RESOURCES)}
BANKS = {bank: load_check_bank(RESOURCES, bank, FACTS) for bank in Bank}
SELF = tuple(BANKS[Bank.SELF_CHECK].questions)
EVERY = [(bank, one) for bank, whole in BANKS.items() for one in whole.questions]


def test_the_counts_of_the_self_check_are_those_of_its_table():
    assert len(SELF) == 68
    assert sum(one.is_key for one in SELF) == 22
    assert [one.id for one in SELF if one.is_for_staff] == ["4.2c", "5.2b", "5.2c", "7.4a"]
    per_clause = Counter(one.clause[0] for one in SELF)
    assert per_clause == {"3": 4, "4": 9, "5": 17, "6": 25, "7": 13}
    assert sum(4 if one.is_key else 2 for one in SELF) == 180


def test_the_self_check_is_about_every_clause_in_order_and_every_principle():
    assert [clause for clause, _ in groupby(one.clause for one in SELF)] == list(CLAUSES)
    assert [clause_order(one.clause) for one in SELF] == sorted(
        clause_order(one.clause) for one in SELF
    )
    principles = Counter(one.principle for one in SELF)
    assert set(principles) == set(PRINCIPLES)
    assert (principles["P11"], principles["P3"]) == (1, 3)


def test_an_id_says_its_clause():
    for one in SELF:
        assert one.clause.startswith(one.id.rstrip("abcdefghi"))


def test_the_short_checks_are_short():
    lengths = {bank: sum(1 for _ in whole.questions) for bank, whole in BANKS.items()}
    assert lengths[Bank.COMPLAINTS] <= 12
    assert lengths[Bank.EXTRA_HELP] <= 12
    assert lengths[Bank.SECURITY] == 10


def test_a_page_holds_three_to_seven_questions():
    for whole in BANKS.values():
        assert all(3 <= len(topic.questions) <= 7 for topic in whole.topics)


@pytest.mark.parametrize("bank", Bank)
def test_everything_is_worded_for_people(bank):
    whole = BANKS[bank]
    said = [whole.title, whole.intro, *(topic.title for topic in whole.topics)]
    for topic in whole.topics:
        assert len(topic.title) <= 44
        assert topic.intro.endswith(".")
    for one in whole.questions:
        assert one.text.endswith("?")
        assert one.tip[-1] in ".?”"
        assert one.action.endswith((".", "”"))
        assert len(one.action) <= 80
        said += [one.text, one.tip, one.action]
    assert not [text for text in said if "'" in text or '"' in text]


def test_a_tip_that_states_law_rests_on_a_fact_that_was_checked():
    lawful = {one.id: one.law for _, one in EVERY if one.law}
    assert {one.id for _, one in EVERY if STATES_LAW.search(one.tip)} <= set(lawful)
    assert lawful == {
        "5.3g": "fake_reviews",
        "6.2a": "contact_details",
        "6.2c": "reasonable_adjustments",
        "6.2e": "business_name",
        "6.3a": "total_price",
        "6.3g": "no_refunds",
        "c9": "data_duty",
        "e6": "reasonable_adjustments",
        "s4": "breach_report",
    }


def test_what_stands_behind_a_tip_is_printed_in_no_letter_and_no_charter():
    ours = {one.law for _, one in EVERY if one.law}
    assert not [id for id in ours if FACTS[id].pages or FACTS[id].letter]


def test_everything_that_records_may_prove_is_asked():
    assert {one.proof for one in SELF if one.proof} == PROOFS


def test_no_question_claims_a_standard():
    blocked = (FindingCode.STANDARD_CLAIM, FindingCode.SEAL)
    for _, one in EVERY:
        for text in (one.text, one.tip, one.action):
            found = check_wording(text, context=Context.FREE_TEXT)
            assert not [each for each in found if each.code in blocked]


HEAD = 'id = "self_check"\nversion = 1\ntitle = "T"\nintro = "I."\nlanguage = "en"\n\n'
TOPIC = '[[topic]]\nid = "one"\ntitle = "One"\n\n'
BARE = """\
[[question]]
id = "3a"
topic = "one"
text = "Is it so?"
tip = "Look."
action = "Do it."
"""
ASKED = BARE + 'clause = "3.1"\nprinciple = "P1"\nis_key = true\n'
GOOD = HEAD + TOPIC + ASKED
SHORT_HEAD = HEAD.replace("self_check", "complaints")
SHORT = SHORT_HEAD + TOPIC + BARE


def load(folder, text, bank=Bank.SELF_CHECK):
    path = bank_file(folder, bank)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return load_check_bank(folder, bank, {"a_fact"})


def test_a_small_bank_is_read(tmp_path):
    more = 'is_for_staff = true\nlaw = "a_fact"\nproof = "walked"\n'
    second = ASKED.replace("3a", "3b").replace("is_key = true\n", more).replace("Look", "By law")
    whole = load(tmp_path, GOOD + second)
    first, other = whole.questions
    assert (first.is_key, first.is_for_staff, first.law) == (True, False, "")
    assert (other.is_key, other.is_for_staff, other.law, other.proof) == (
        False,
        True,
        "a_fact",
        "walked",
    )
    assert (whole.bank, whole.version, whole.topics[0].title) == (Bank.SELF_CHECK, 1, "One")


def test_a_short_bank_is_read_up_to_its_twelfth_question(tmp_path):
    twelve = "".join(BARE.replace("3a", f"c{n}") for n in range(12))
    whole = load(tmp_path, SHORT_HEAD + TOPIC + twelve, Bank.COMPLAINTS)
    assert sum(1 for _ in whole.questions) == 12


LINE = len((HEAD + TOPIC).splitlines()) + 1
"""Of the first question of GOOD."""

NEXT = LINE + len(ASKED.splitlines())
"""Of a second one after it."""


@pytest.mark.parametrize(
    ("text", "fault", "line"),
    [
        (GOOD + ASKED, "3a is there twice", NEXT),
        (GOOD + ASKED.replace("3a", "3b").replace("3.1", "8.4"), "3b: clause is 8.4", NEXT),
        (GOOD.replace('clause = "3.1"\n', ""), "3a: clause is missing", LINE),
        (GOOD.replace('"P1"', '"P12"'), "3a: principle is P12", LINE),
        (GOOD.replace('principle = "P1"\n', ""), "3a: principle is missing", LINE),
        (GOOD.replace('action = "Do it."\n', ""), "action is missing", LINE),
        (GOOD.replace("Do it.", " "), "action is empty", LINE),
        (GOOD.replace('tip = "Look."\n', ""), "tip is missing", LINE),
        (GOOD.replace('text = "Is it so?"\n', ""), "text is missing", LINE),
        (GOOD.replace('id = "3a"\n', ""), "id is missing", LINE),
        (GOOD.replace("Look", "This is banned"), "says 'banned' without the id", LINE),
        (GOOD.replace("Look", "You MUST look"), "says 'MUST' without the id", LINE),
        (GOOD.replace("Look", "A legal duty"), "says 'legal' without the id", LINE),
        (GOOD.replace("Look", "It is your duty"), "says 'duty' without the id", LINE),
        (GOOD.replace("Look", "Forbidden"), "says 'Forbidden' without the id", LINE),
        (GOOD.replace("Look", "Tell the regulator"), "says 'regulator' without the id", LINE),
        (GOOD.replace("Do it", "Stop what is unlawful"), "says 'unlawful' without", LINE),
        (GOOD + 'law = "nobody"\n', "3a: nobody is no legal fact", LINE),
        (GOOD + 'proof = "hope"\n', "3a: hope is nothing that the records may prove", LINE),
        (GOOD + "is_for_staff = true\n", "3a: a key question is asked of a business of one", LINE),
        (GOOD.replace("= true", '= "yes"'), "is_key is of another type than bool", LINE),
        (GOOD + "is_for_staff = 1\n", "is_for_staff is of another type than bool", LINE),
        (GOOD.replace('topic = "one"', 'topic = "two"'), "3a is on two, which is no topic", LINE),
        (GOOD.replace('topic = "one"\n', ""), "topic is missing", LINE),
        (GOOD + "stray = 1\n", "unknown: stray", LINE),
        (GOOD + TOPIC, "one is there twice", NEXT),
        (GOOD + TOPIC.replace("one", "two"), "two has no question", NEXT),
        (GOOD.replace('title = "One"\n', ""), "title is missing", len(HEAD.splitlines()) + 1),
    ],
)
def test_a_damaged_question_is_named_with_its_file_and_line(tmp_path, text, fault, line):
    assert text != GOOD
    with pytest.raises(Trouble, match="program_file_damaged") as trouble:
        load(tmp_path, text)
    assert fault in str(trouble.value.params["fault"])
    assert trouble.value.params["file"] == "selfcheck.toml"
    assert f"(line {line})" in str(trouble.value.params["place"])
    said = load_words(root=RESOURCES).trouble(trouble.value)
    assert "selfcheck.toml" in said.happened


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (SHORT + 'clause = "3.1"\n', "a short check has no clauses"),
        (SHORT + 'principle = "P1"\n', "a short check has no clauses"),
        (SHORT + "is_key = true\n", "a short check has no key questions"),
        (
            SHORT_HEAD + TOPIC + "".join(BARE.replace("3a", f"c{n}") for n in range(13)),
            "c12: a short check has at most 12",
        ),
    ],
)
def test_a_short_check_stays_short_and_simple(tmp_path, text, fault):
    with pytest.raises(Trouble) as trouble:
        load(tmp_path, text, Bank.COMPLAINTS)
    assert fault in str(trouble.value.params["fault"])
    assert trouble.value.params["file"] == "check_complaints.toml"
    assert "(line " in str(trouble.value.params["place"])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id = ", "Invalid value"),
        (SHORT, "id is complaints, not self_check"),
        (GOOD.replace("version = 1", "version = true"), "version is of another type"),
        (GOOD.replace("version = 1", "version = 0"), "version is 0, not 1 or more"),
        (GOOD.replace('intro = "I."\n', ""), "intro is missing"),
        (GOOD.replace('title = "T"', 'title = ""'), "title is empty"),
        (GOOD.replace("is_key = true\n", ""), "there are no key questions"),
        (HEAD, "there are no topics"),
        (HEAD + "[extra]\n", "unknown: extra"),
    ],
)
def test_a_bank_that_does_not_hold_together_is_named(tmp_path, text, fault):
    with pytest.raises(Trouble, match="program_file_damaged") as trouble:
        load(tmp_path, text)
    assert fault in str(trouble.value.params["fault"])
    assert trouble.value.params["file"] == "selfcheck.toml"


def test_a_missing_bank_is_named(tmp_path):
    with pytest.raises(Trouble, match="program_file_missing") as trouble:
        load_check_bank(tmp_path, Bank.SECURITY, ())
    assert trouble.value.params["file"] == "check_security.toml"

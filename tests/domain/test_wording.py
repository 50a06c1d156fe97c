# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wording check against its two tables: eighty bad sentences and eighty good ones, or more."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.wording import Context, FindingCode, Severity, check_wording, rewritten

GOLDEN = Path(__file__).parent.parent / "golden" / "wording"
WORDS = Path(__file__).parents[2] / "resources" / "words" / "en-GB" / "wording.toml"
NUMBER_WORDS = {"a few": "3", "a couple of": "2", "two": "2", "an hour": "1 hour"}


def table(name):
    with (GOLDEN / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)["sentence"]


def options(row):
    return {
        "context": Context(row.get("context", "promise")),
        "day_kind": DayKind(row["day_kind"]) if "day_kind" in row else None,
        "bare_days_explained": row.get("bare_days_explained", False),
        "needs_number": row.get("needs_number", True),
        "registrations": row.get("registrations", ()),
    }


def levelled(text):
    """In small letters, numbers in digits, so that "two" and "2" are one."""
    text = text.lower().replace("’", "'").replace("24-hour", "24 hour")
    for word, digits in NUMBER_WORDS.items():
        text = re.sub(rf"\b{word}\b", digits, text)
    return text


def numbers(text):
    """Every number that a text holds, without the words that only pretend to measure."""
    text = re.sub(
        r"100 ?%|\ba few\b|\ba couple of\b|\ban (?=hour or two)", "", text.lower().replace(",", "")
    )
    return Counter(re.findall(r"[0-9]+(?:[.:][0-9]+)*", levelled(text)))


BAD, GOOD = table("bad"), table("good")
bad_sentences = pytest.mark.parametrize("row", BAD, ids=[row["text"] for row in BAD])
good_sentences = pytest.mark.parametrize("row", GOOD, ids=[row["text"] for row in GOOD])


def test_the_tables_hold_eighty_sentences_each_or_more_and_none_twice():
    assert len(BAD) == len({row["text"] for row in BAD}) >= 80
    assert len(GOOD) == len({(row["text"], *row.get("registrations", ())) for row in GOOD}) >= 80


def test_the_bad_sentences_show_every_fault():
    shown = {code for row in BAD for code in row["codes"]}
    assert shown == {code.value for code in FindingCode}


@bad_sentences
def test_a_bad_sentence_has_just_its_faults(row):
    codes = {finding.code.value for finding in check_wording(row["text"], **options(row))}
    assert codes == set(row["codes"])


@bad_sentences
def test_the_rewrite_by_hand_passes_and_keeps_number_unit_and_subject(row):
    assert check_wording(row["rewrite"], **options(row)) == ()
    assert_kept(row, row["rewrite"])


@bad_sentences
def test_the_rewrite_by_rule_passes_and_keeps_number_unit_and_subject(row):
    said = rewritten(row["text"], **options(row))
    assert check_wording(said, **options(row)) == ()
    assert_kept(row, said)
    if row.get("same"):
        assert said == row["rewrite"]


def assert_kept(row, said):
    missing = [part for part in row["keep"] if levelled(part) not in levelled(said)]
    assert missing == []
    assert numbers(row["text"]) - numbers(said) == Counter()


@bad_sentences
def test_every_finding_names_its_place_and_carries_the_rewrite(row):
    said = rewritten(row["text"], **options(row))
    for finding in check_wording(row["text"], **options(row)):
        begin, end = finding.span
        assert 0 <= begin < end <= len(row["text"])
        assert finding.params == {"found": row["text"][begin:end].strip()}
        assert finding.rewrite == said


@good_sentences
def test_a_good_sentence_has_no_finding_and_stays_as_it_is(row):
    assert check_wording(row["text"], **options(row)) == ()
    assert rewritten(row["text"], **options(row)) == row["text"]


def test_scenario_54_a_promise_of_as_soon_as_possible():
    findings = check_wording("We will respond as soon as possible", context=Context.PROMISE)
    assert {finding.code for finding in findings} == {
        FindingCode.NO_NUMBER,
        FindingCode.NO_UNIT,
        FindingCode.VAGUE_WORD,
    }
    assert {finding.rewrite for finding in findings} == {
        "We will reply within 1 working day of getting your message."
    }


@pytest.mark.parametrize("text", ["We are certified to BS 8477", "No refunds"])
@pytest.mark.parametrize("context", Context)
def test_scenario_51_is_blocked_wherever_it_stands_with_a_wording_to_use(text, context):
    findings = check_wording(text, context=context)
    assert any(finding.severity is Severity.BLOCK for finding in findings)
    assert check_wording(findings[0].rewrite, context=context) == ()


def test_only_cut_rights_and_claimed_seals_block():
    severities = {code: code.severity for code in FindingCode}
    blocking = {code for code, severity in severities.items() if severity is Severity.BLOCK}
    assert blocking == {
        FindingCode.LEGAL_RIGHTS,
        FindingCode.STANDARD_CLAIM,
        FindingCode.SEAL,
    }
    asking = {code for code, severity in severities.items() if severity is Severity.ASK}
    assert asking == {FindingCode.REGISTRATION_QUESTION}


def test_every_fault_has_its_sentence_and_its_short_name():
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    codes = {code.value for code in FindingCode}
    assert set(words["finding"]) == codes
    assert set(words["enum"]["FindingCode"]) == codes
    assert all("{found}" in sentence for sentence in words["finding"].values())

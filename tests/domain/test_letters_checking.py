# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wording check of letters: claims are blocked, words that take a sorry back are named."""

from dataclasses import replace

import pytest

from servicedesk.domain.customers import Channel
from servicedesk.domain.letters import LetterDraft
from servicedesk.domain.letters_checking import (
    LINK_CLOSED,
    head_lacks,
    letter_findings,
    way_lacks,
)
from servicedesk.domain.letters_closed import closed_link
from tests.helpers.builders import words


def codes(text: str, **other: object) -> list[str]:
    return [one.code for one in letter_findings(text, **other)]


@pytest.mark.parametrize("text", ["We are certified to BS 8477", "No refunds"])
def test_scenario_51_claims_and_cut_rights_are_blocked_with_a_way_to_say_it(text):
    found = [one for one in letter_findings(f"Thank you.\n{text}") if one.is_block]
    assert found
    for one in found:
        assert words().say(f"finding.{one.code}", found=one.found)
        assert one.paragraph == text
        assert text[one.span[0] - 11 : one.span[1] - 11].strip() == one.found
    assert any(one.instead for one in found)
    assert not [one for again in found for one in letter_findings(again.instead) if one.is_block]


def test_elsewhere_nothing_is_said_that_rests_on_our_law():
    assert "legal_rights" in codes("No refunds")
    assert "legal_rights" not in codes("No refunds", has_law=False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We regret any inconvenience this may have caused.", "inconvenience"),
        ("If you feel that we were late, ring us.", "if_you_feel"),
        ("It is company policy.", "policy"),
        ("Unfortunately the tap is late.", "unfortunately"),
        ("We are looking into it.", "looking_into"),
        ("We are sorry, but it rained.", "sorry_but"),
        ("I apologise if it was cold.", "sorry_if"),
        ("I am sorry you feel that way.", "sorry_you_feel"),
        ("We are sorry that you are upset.", "sorry_you_feel"),
        ("This is in full and final settlement.", "full_settlement"),
        ("We will take legal action.", "legal_threat"),
        ("You will hear from our solicitor.", "legal_threat"),
        ("You must not leave a bad review.", "no_review"),
        ("We pay in exchange for your word to remove your review.", "no_review"),
    ],
)
def test_words_that_do_not_help_are_named_but_not_blocked(text, code):
    (found,) = [one for one in letter_findings(text) if one.is_tone]
    assert (found.code, found.is_block) == (code, False)
    assert text[slice(*found.span)] == found.found
    assert words().say(f"letter.tone.{code}", found=found.found)


def test_a_sorry_that_doubts_twice_is_told_of_once():
    text = "We are sorry if you feel let down."
    assert [one.code for one in letter_findings(text) if one.is_tone] == ["if_you_feel"]


def test_but_and_if_away_from_a_sorry_are_words_like_others():
    assert codes("We came on Monday but nobody was in. If it rains, ring us.") == []


def test_but_after_a_sorry_sentence_takes_it_back_too():
    text = "We are sorry. But it rained. However, it stopped."
    (found,) = letter_findings(text)
    assert (found.code, text[slice(*found.span)]) == ("sorry_but", "But")


@pytest.mark.parametrize(
    "text",
    [
        "See https://ec.europa.eu/consumers/odr for help.",
        "ec.europa.eu/odr",
        "WEBGATE.EC.EUROPA.EU/odr/main",
        "ec . europa . eu / consumers / odr",
        "Use the European Online Dispute Resolution platform.",
        "the EU ODR platform",
    ],
)
def test_scenario_50_nobody_is_sent_to_the_closed_platform(text):
    (found,) = [one for one in letter_findings(text, has_law=False) if one.code == LINK_CLOSED]
    assert found.is_block
    assert found.is_tone
    assert found.found == closed_link(text)
    assert words().say(f"letter.tone.{found.code}", found=found.found)


@pytest.mark.parametrize("text", ["ec.europa.eu/info", "We sell odr paint.", "Europe's taps"])
def test_other_words_of_europe_may_stand(text):
    assert closed_link(text) == ""
    assert letter_findings(text) == ()


def test_a_registration_on_record_answers_its_own_question():
    text = "We are Gas Safe registered."
    assert codes(text) == ["registration_question"]
    assert not letter_findings(text)[0].is_block
    assert codes(text, registrations=("Gas Safe",)) == []


def test_what_a_letterhead_lacks_is_named():
    full = {"business.name": "Ode", "business.address": "1 High St", "business.phone": "0"}
    assert head_lacks(full) == ()
    assert head_lacks({"business.email": "a@b.example"}) == ("name", "address")
    assert head_lacks({}) == ("name", "address", "reach")


def test_what_is_not_known_of_whoever_a_letter_goes_to_is_named():
    assert way_lacks(LetterDraft(template="L13"), has_email=True) == ()
    post = LetterDraft(template="L13", values={"customer.name": "Ben Ode"})
    assert way_lacks(post, has_email=True) == ("to_address",)
    known = replace(post, values={**post.values, "customer.address_block": "1 High St"})
    assert way_lacks(known, has_email=False) == ()
    email = replace(post, channel=Channel.EMAIL)
    assert way_lacks(email, has_email=False) == ()
    assert way_lacks(replace(email, customer_id=5), has_email=False) == ("to_email",)
    assert way_lacks(replace(email, customer_id=5), has_email=True) == ()
    assert way_lacks(replace(post, channel=Channel.COUNTER), has_email=False) == ()


@pytest.mark.parametrize(
    "text",
    [
        "https://ec.europa.eu:443/odr",
        "ec.europa.eu/en/consumers/odr",
        "the European Commission's online dispute resolution platform",
        "the European Union online dispute resolution service",
        "https://ec.europa.eu/\nconsumers/odr",
        "https://ec.europa.\neu/odr",
    ],
)
def test_the_closed_platform_is_found_however_it_is_spelt_or_broken(text):
    (found,) = letter_findings(f"Thank you.\nSee {text} now.")
    assert (found.code, found.is_block) == (LINK_CLOSED, True)
    assert found.paragraph.startswith("See ")
    assert closed_link(text)


def test_other_ways_to_settle_a_dispute_online_can_be_named():
    for text in ("Fair Blades has online dispute resolution.", "europa.eu on travel. The odr."):
        assert letter_findings(text) == ()


def test_what_people_are_free_to_do_is_no_threat():
    for text in (
        "You may also be able to go to court.",
        "You stay free to leave a review.",
        "We will take action so that it does not happen again.",
    ):
        assert letter_findings(text) == ()

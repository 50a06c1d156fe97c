# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Outside help: named where it was looked up, told whole, and never made up."""

from datetime import date

import pytest

from servicedesk.domain.complaints_outside import OutsideHelp, outside_help_of, outside_paragraph
from servicedesk.domain.letters import Voice
from servicedesk.domain.letters_speech import LetterSpeech
from tests.helpers.builders import words

TODAY = date(2026, 9, 18)
WE = LetterSpeech(phrases=words(), voice=Voice.WE)
ONE = LetterSpeech(phrases=words(), voice=Voice.ONE)
SCHEME = {
    "outside_help_status": "trade_body",
    "outside_help_body": "Fair Blades",
    "outside_help_accredited": "yes",
    "outside_help_checked_on": date(2026, 9, 1),
}


def found(has_law: bool = True, **answers: object) -> OutsideHelp:
    more = {f"outside_help_{name}": value for name, value in answers.items()}
    return outside_help_of({**SCHEME, **more}, TODAY, has_law=has_law)


def test_scenario_50_without_an_arrangement_nothing_is_said() -> None:
    for none in (
        outside_help_of({}, TODAY, has_law=True),
        found(status="none"),
        found(body=" "),
        found(accredited="no"),
    ):
        assert (none, outside_paragraph(none, WE)) == (OutsideHelp(), "")


def test_scenario_50_a_body_that_nobody_looked_up_is_not_named() -> None:
    unchecked = found(accredited="unknown")
    assert unchecked == OutsideHelp(unchecked_body="Fair Blades")
    assert outside_paragraph(unchecked, WE) == ""
    assert found(has_law=False, accredited="unknown").body == "Fair Blades"


def test_scenario_50_all_that_is_known_is_said_in_the_voice_of_the_letter() -> None:
    whole = found(
        address="1 Blade Street,\nSheffield",
        phone="01632 960777",
        website="fairblades.example",
        method="decision",
        cost="nothing.",
        deadline="within 12 months",
        binding="yes",
    )
    text = outside_paragraph(whole, ONE)
    assert text == (
        "If you and I cannot agree, you can take your complaint to Fair Blades: 1 Blade Street, "
        "Sheffield, 01632 960777, fairblades.example. It decides the matter. It costs you "
        "nothing. Go to it within 12 months. I must do as it says."
    )
    assert outside_paragraph(found(method="magic"), WE) == (
        "If you and we cannot agree, you can take your complaint to Fair Blades."
    )


@pytest.mark.parametrize(
    ("checked_on", "has_law", "is_old"),
    [
        (date(2026, 3, 18), True, False),
        (date(2026, 3, 17), True, True),
        (None, True, True),
        (None, False, False),
    ],
)
def test_after_six_months_it_is_looked_up_again(
    checked_on: date | None, has_law: bool, is_old: bool
) -> None:
    one = found(has_law, checked_on=checked_on)
    assert (one.is_old, one.checked_on) == (is_old, checked_on)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"cost": "£25, which you get back if you win"}, "What it costs you: £25, which you get"),
        ({"cost": "Free"}, " It costs you nothing."),
        ({"deadline": "Within 12 months of our last answer."}, " Go to it within 12 months of our"),
        ({"deadline": "at any time"}, " Go to it at any time."),
        ({"deadline": "12 months"}, " When to go to it: 12 months."),
        ({"binding": "no"}, " We need not do as it says."),
        ({"binding": "Yes, if you accept it"}, " We must do as it says if you accept it."),
        ({"binding": "only up to £500"}, " Must we do as it says? Only up to £500."),
        ({"method": "mediation"}, " It helps both sides to agree."),
        ({"method": "advice"}, " It gives its view."),
    ],
)
def test_what_an_owner_typed_of_it_reads_as_a_sentence(answers: dict[str, str], said: str) -> None:
    assert said in outside_paragraph(found(**answers), WE)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Home Trades Dispute Scheme", "to the Home Trades Dispute Scheme."),
        ("Retail Board (RB)", "to the Retail Board (RB)."),
        ("Centre for Dispute Resolution", "to the Centre for Dispute Resolution."),
        ("The Furniture Ombudsman", "to The Furniture Ombudsman."),
        ("Fair Blades", "to Fair Blades."),
        ("Theatre Guild", "to the Theatre Guild."),
    ],
)
def test_a_body_is_named_as_it_stands_in_a_sentence(body: str, said: str) -> None:
    assert outside_paragraph(found(body=body), WE).endswith(said)


def test_the_last_answer_says_when_it_was_looked_up() -> None:
    assert outside_paragraph(found(), WE, with_check=True).endswith(
        " On 1 September 2026 we looked up that it may settle disputes like this one."
    )
    unknown = found(has_law=False, checked_on=None)
    assert "looked up" not in outside_paragraph(unknown, WE, with_check=True)

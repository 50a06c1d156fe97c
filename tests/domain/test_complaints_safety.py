# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which sentences propose that somebody was hurt or something damaged, and which do not."""

import pytest

from servicedesk.domain.complaints_safety import is_damage, safety_words


@pytest.mark.parametrize(
    "text",
    [
        "My son was injured when the shelf came down",
        "I cut my finger on the edge of the tray",
        "She HURT herself on the broken chair",
        "The soup scalded my little girl",
        "He got badly burned by the hair dye",
        "I broke a crown: there was metal in my sandwich",
        "There was glass in the soup",
        "Both of us were sick after the prawns",
        "We felt ill all night",
        "It gave my husband food poisoning",
        "I was ill after eating here",
        "It made my daughter sick",
        "I have a nut allergy and nobody told me",
        "She had an allergic reaction to the tint",
        "It left a rash on my neck",
        "My scalp came out in blisters",
        "The kettle gave me an electric shock",
        "The plug caught fire",
        "Smoke came out of the washing machine",
        "There is a burning smell from the heater",
        "We smelt gas after you had left",
        "The boiler man says it is dangerous",
        "The ladder is unsafe",
        "An ambulance had to come",
        "We ended up in hospital",
        "I had to go to A&E with it",
        "She went to the doctor because of it",
        "Mum slipped on the wet floor",
        "He tripped over your cable",
        "Your driver damaged our fence",
        "There is damage to the new kitchen worktop",
        "Your fitter scratched my car",
        "The leak ruined our carpet",
        "The chicken was raw in the middle",
        "The  battery\nexploded",
        "The dog choked on the toy",
        "Your dog bit my boy",
    ],
)
def test_harm_and_damage_are_proposed(text: str) -> None:
    assert safety_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The soup was cold",
        "I am sick of waiting for a reply",
        "We are sick and tired of excuses",
        "You cut my hair far too short",
        "The fire door came a week late",
        "The fireplace does not match the picture",
        "I was shocked by the price",
        "The toast was burnt",
        "You burnt the sausages",
        "He hurt my feelings",
        "I was hurt by your tone on the phone",
        "The ill-fitting trousers must be taken in again",
        "You broke your promise",
        "You broke our agreement",
        "It slipped your mind twice",
        "The price fell from £20 to £15 a day later",
        "The spark plugs are the wrong ones",
        "The parcel arrived damaged",
        "The damaged box was no use as a present",
        "The smoke alarm was never fitted",
        "Please deliver to the hospital next time",
        "Doctor Patel was charged twice",
        "The blood oranges were mouldy",
        "The gas bill was wrong",
        "She fell in love with another ring",
        "The delivery fell on a bank holiday",
        "You tripped the fuse and left",
        "Nobody rang back on Friday",
        "The bill is higher than the quote",
        "The colour of the wall is wrong",
        "The table has the wrong legs",
    ],
)
def test_what_is_only_annoying_is_not(text: str) -> None:
    assert safety_words(text) == ""


def test_the_words_found_are_told() -> None:
    assert safety_words("Then the plug CAUGHT FIRE.") == "caught fire"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("It stained the worktop", True),
        ("You damaged my new car", True),
        ("The kettle burnt my hand", False),
        ("The ladder is unsafe", False),
        ("It was late", False),
    ],
)
def test_words_of_damage_are_told_from_those_of_somebody_hurt(text: str, is_so: bool) -> None:
    assert is_damage(safety_words(text)) is is_so

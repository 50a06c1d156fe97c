# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Words of complaints on the screen: the plain ones, and never those of the trade."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from servicedesk.domain.complaints import Finding, Stage
from tests.helpers.builders import RESOURCES, words

NEVER = re.compile(
    r"(?i)\b(?:upheld|findings?|redress|deadlock|escalat\w*|adr|complainants?|resolution)\b"
)
PARTS = sorted((RESOURCES / "words" / "en-GB").glob("complaints*.toml"))


def sentences(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from sentences(part)


def test_the_stages_in_plain_words() -> None:
    assert [words().enum(stage) for stage in Stage] == [
        "New",
        "Told them we have it",
        "Looking into it",
        "Waiting for the customer",
        "Waiting for someone else",
        "Answered",
        "Putting it right",
        "Sorted",
        "Finished",
        "Gone to outside help",
        "Withdrawn",
        "Same as another",
    ]


def test_what_was_found_in_plain_words() -> None:
    said = [words().enum(finding) for finding in Finding]
    assert said == ["We agree", "We partly agree", "We don’t agree", "We can’t tell"]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_no_word_of_the_trade_on_the_screen(part) -> None:
    for said in sentences(tomllib.loads(part.read_text("utf-8"))):
        shown = re.sub(r"\{\w*\}", " ", said)
        assert not NEVER.search(shown), said

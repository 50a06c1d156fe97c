# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every printed page says of standards only what may be said (the rule on wording of results)."""

import re

import pytest

from servicedesk.documents.fonts import load_faces
from servicedesk.documents.page_images import page_texts
from servicedesk.domain.wording import check_wording
from servicedesk.domain.wording_text import Context, FindingCode
from tests.papers.__main__ import every_printed
from tests.papers.words import RESOURCES

BLOCKED = (FindingCode.STANDARD_CLAIM, FindingCode.SEAL)
NAMED = re.compile(r"BS 8477|ISO 1000\d|ISO 22458|British Standards Institution")
DISCLAIMED = "not an audit, a certificate or a statement that the code is followed"
PIECE = 400
"""Characters at a time, overlapping: what a check of one text is made for."""


def claims(text):
    """What of a printed text is blocked, as found."""
    for start in range(0, max(len(text), 1), PIECE // 2):
        piece = text[start : start + PIECE]
        for finding in check_wording(piece, context=Context.FREE_TEXT):
            if finding.code in BLOCKED:
                yield finding.params["found"], piece


@pytest.fixture(scope="module")
def printed_words():
    """Words of every paper by its name, each with its white space as single blanks."""
    faces = load_faces(RESOURCES / "fonts")
    return {
        f"{place}/{name}": " ".join(" ".join(page_texts(printed.data)).split())
        for place, name, printed in every_printed(faces)
    }


def test_no_paper_claims_what_nobody_has_given(printed_words):
    found = {name: said for name, text in printed_words.items() if (said := list(claims(text)))}
    assert not found


def test_a_paper_that_names_the_code_of_practice_says_what_it_is_not(printed_words):
    naming = {name: text for name, text in printed_words.items() if NAMED.search(text)}
    silent = [name for name, text in naming.items() if DISCLAIMED not in text]
    assert not silent


@pytest.mark.parametrize(
    "text",
    [
        "Our shop is certified to BS 8477.",
        "This self-check shows that we are BS 8477 compliant.",
        "We are BSI-registered.",
        "Our service meets BS 8477.",
    ],
)
def test_the_check_would_see_a_claim(text):
    assert list(claims(f"Opening hours nine to five. {text} Thank you."))

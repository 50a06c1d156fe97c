# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Words that somebody changed by hand, and what a letter has to say whoever words it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters_by_hand import BRACE, LEFT_OUT
from tests.helpers.builders import words
from tests.services.complaints_letters_made import ANSWER, begun, complaint, shop_in, take
from tests.services.letters_made import Shop, can_issue


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("L23B", "law.data_regulator"),
        ("L12", "law.legal_rights"),
        ("L29", "law.cancel_right"),
        ("L06", "adr.paragraph"),
        ("L06", "law.free_advice"),
        ("L08", "law.court"),
        ("L01", "complaint.ref"),
    ],
)
def test_own_words_cannot_leave_out_what_a_letter_has_to_say(
    shop: Shop, template: str, name: str
) -> None:
    writing = shop.services.letters_writing
    (ours,) = (one for one in writing.templates() if one.id == template)
    body = ours.body.replace(f"{{{name}}}", "")
    with pytest.raises(Refusal) as caught:
        writing.wordings.save(template, body, "Ruth")
    assert caught.value.code in ("letter_field_left_out", "letter_brace_alone")
    if caught.value.code == "letter_field_left_out":
        assert caught.value.params["name"] == name


@pytest.mark.parametrize("brace", ["{nonsense}", "{customer.name}", "{?offer}"])
def test_a_name_in_braces_is_refused_with_its_name(shop: Shop, brace: str) -> None:
    writing = shop.services.letters_writing
    number = complaint(shop)
    for more in ({"words": f"Thank you, {brace}."}, {"subject": f"For {brace}"}):
        draft = replace(begun(shop, "L01", number), **more)
        check = writing.check(draft)
        assert not can_issue(check)
        (found,) = (one for one in check.findings if one.code == BRACE)
        assert found.found == brace
        with pytest.raises(Refusal) as caught:
            writing.issue(draft, "Ruth")
        assert (caught.value.code, caught.value.field) == ("letter_brace_raw", "words")
        assert brace in words().refusal(caught.value)


def test_braces_that_a_customer_typed_go_out_as_they_are(shop: Shop) -> None:
    number = complaint(shop, text="It said {nonsense} on the screen")
    draft = begun(shop, "L01", number)
    check = shop.services.letters_writing.check(draft)
    by_hand = replace(draft, words=check.words)
    assert shop.services.letters_writing.check(by_hand).findings == ()
    shop.services.letters_writing.issue(by_hand, "Ruth")


def test_what_is_no_longer_in_words_changed_by_hand_is_named(shop: Shop) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    draft = begun(shop, "L04", number, **ANSWER)
    writing = shop.services.letters_writing
    as_it_was = replace(draft, words=writing.check(draft).words.replace("thank", "thanked"))
    assert LEFT_OUT not in [one.code for one in writing.check(as_it_was).findings]
    check = writing.check(replace(draft, words="Thanks."))
    (found,) = (one for one in check.findings if one.code == LEFT_OUT)
    assert not found.is_block
    for label in ("What you do about it", "What you found", "They can come back to you until"):
        assert label in found.found
    assert found.found in words().say(f"letter.tone.{found.code}", found=found.found)


def test_the_closed_platform_cannot_be_our_outside_help(shop: Shop) -> None:
    with pytest.raises(Refusal) as caught:
        shop.services.business.save(
            {"outside_help_website": "https://ec.europa.eu/consumers/odr"}, "Ruth"
        )
    assert (caught.value.code, caught.value.field) == ("letter_link_closed", "outside_help_website")
    assert "outside_help_website" not in shop.services.business.answers()

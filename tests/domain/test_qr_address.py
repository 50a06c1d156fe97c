# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The address a code leads to: a page of the web, said in clear words where it is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.qr_address import ADDRESS_MOST, checked_qr_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("   ", ""),
        (" https://patel-plumbing.example/tell-us ", "https://patel-plumbing.example/tell-us"),
        ("HTTP://shop.example", "HTTP://shop.example"),
        ("shop.example", "https://shop.example"),
        ("www.shop.example/f?card=7#top", "https://www.shop.example/f?card=7#top"),
        ("shop.example:8080/tell", "https://shop.example:8080/tell"),
        ("https://café-müller.example/", "https://café-müller.example/"),
        ("https://maps.example/@51.5,0.1", "https://maps.example/@51.5,0.1"),
    ],
)
def test_a_web_address_is_kept(typed: str, kept: str) -> None:
    assert checked_qr_address(typed) == kept
    assert checked_qr_address(kept) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("tell us", "qr_address_spaces"),
        ("https://shop.example/tell us", "qr_address_spaces"),
        ("https://shop.example/\u2028x", "qr_address_spaces"),
        ("https://shop.example/" + "x" * ADDRESS_MOST, "qr_address_long"),
        ("ann@shop.example", "qr_address_email"),
        ("mailto:ann@shop.example", "qr_address_email"),
        ("tel:01632960123", "qr_address_none"),
        ("javascript:alert(1)", "qr_address_scheme"),
        ("ftp://shop.example", "qr_address_scheme"),
        ("https://", "qr_address_none"),
        ("https:///tell", "qr_address_none"),
        ("shop", "qr_address_none"),
        ("http://localhost/x", "qr_address_none"),
        ("https://.example", "qr_address_none"),
        ("https://shop..example", "qr_address_none"),
        ("https://shop.example:99999/", "qr_address_none"),
        ("https://shop.example:0/", "qr_address_none"),
        ("https://[shop.example", "qr_address_none"),
        ("https://ann:secret@shop.example/", "qr_address_none"),
        ("https://shop.example:eighty/", "qr_address_none"),
    ],
)
def test_what_is_none_is_refused_in_clear_words(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as found:
        checked_qr_address(typed)
    assert (found.value.code, found.value.field) == (code, "feedback_address")


@pytest.mark.parametrize("start", ["https://shop.example/", "shop.example/"])
def test_a_code_holds_as_many_letters_as_a_telephone_reads(start: str) -> None:
    room = ADDRESS_MOST - len("https://shop.example/")
    assert len(checked_qr_address(start + "x" * room)) == ADDRESS_MOST == 200
    for more in ("x" * (room + 1), "x" * (room - 1) + "é"):  # which takes two bytes of the code
        with pytest.raises(Refusal, match="qr_address_long"):
            checked_qr_address(start + more)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_kept_whole_or_refused(typed: str) -> None:
    try:
        kept = checked_qr_address(typed)
    except Refusal:
        return
    assert kept == "" or kept.casefold().startswith(("http://", "https://"))
    assert checked_qr_address(kept) == kept

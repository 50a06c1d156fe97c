# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demand 16: whatever is known of a complaint, no letter about it has a place left open."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import FieldKind, LetterDraft
from servicedesk.services.letters_writing import LettersWriting
from servicedesk.services.registry import open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_letters_made import CAME, begun, complaint, shop_in, take
from tests.services.letters_made import Shop, can_issue, text_of
from tests.store.files import new_file, opened

ABOUT_COMPLAINTS = (
    *("L01", "L02", "L03", "L04", "L05", "L06", "L07", "L08", "L09", "L10", "L11", "L12"),
    *("L16", "L23A", "L23B", "L28", "L29"),
)
OPEN = re.compile(r"[{}\[\]]|\bNone\b|\bnull\b|Dear\s*,|\s[,.;]|,,|\.\.(?!\.)|\bC-\s|“”|\(\)|: *\.")
"""What a place that nothing was put into leaves behind."""

Nobody = Callable[[Shop], int]


def of_a_customer(shop: Shop) -> int:
    return complaint(shop)


def of_a_name(shop: Shop) -> int:
    return complaint(shop, customer_id=None, called="Ζωή Łąchowska")


def of_nobody(shop: Shop) -> int:
    return complaint(shop, customer_id=None, text="Cold soup")


def of_a_customer_by_phone(shop: Shop) -> int:
    return complaint(shop, customer_id=shop.customer(CustomerDraft(name="Đặng")))


WHOSE = (of_a_customer, of_a_name, of_nobody, of_a_customer_by_phone)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop that has said all about itself."""
    yield from shop_in(tmp_path)


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[Shop]:
    """A shop that has said nothing about itself."""
    clock = FixedClock(CAME)
    with opened(new_file(tmp_path)) as file:
        yield Shop(services=open_services(file, surroundings(file.path, clock)), clock=clock)


def filled(writing: LettersWriting, draft: LetterDraft) -> LetterDraft:
    """The draft with something in each field that it says it still needs, and in no other."""
    kinds = {one.name: one for one in writing.fields(draft.template, with_record=True)}
    for _ in range(3):  # what is chosen may ask for more
        missing = writing.check(draft).missing
        if not missing:
            return draft
        more = {}
        for name in missing:
            field = kinds.get(name)
            kind = FieldKind.LINE if field is None else field.kind
            more[name] = {
                FieldKind.DAY: "2026-10-12",
                FieldKind.MONEY: "12.50",
                FieldKind.CHOICE: field.choices[0].value if field and field.choices else "",
            }.get(kind, "what we say here")
        draft = replace(draft, values={**draft.values, **more})
    raise AssertionError(f"{draft.template} still lacks {writing.check(draft).missing}")


def nothing_is_open(said: str) -> None:
    found = OPEN.search(said)
    assert found is None, said[max(0, found.start() - 60) : found.end() + 30]


def goes_out_whole(shop: Shop, template: str, number: int) -> bool:
    """Preview a letter, and where it can, send it; whether it went out."""
    writing = shop.services.letters_writing
    draft = filled(writing, begun(shop, template, number))
    nothing_is_open(text_of(writing.preview(draft)))
    check = writing.check(draft)
    nothing_is_open(check.words)
    nothing_is_open(check.subject)
    if not can_issue(check):
        return False
    try:
        letter = writing.issue(draft, "Ruth").card
    except Refusal:
        return False
    said = text_of(writing.issued_job((letter.id,)))
    nothing_is_open(said)
    nothing_is_open(letter.title)
    return True


@pytest.mark.parametrize("whose", WHOSE)
@pytest.mark.parametrize("template", ABOUT_COMPLAINTS)
def test_demand_16_no_letter_about_a_complaint_has_a_place_left_open(
    shop: Shop, template: str, whose: Nobody
) -> None:
    number = whose(shop)
    if not goes_out_whole(shop, template, number):
        take(shop, number, Action.INVESTIGATE)
        goes_out_whole(shop, template, number)


@pytest.mark.parametrize("template", ABOUT_COMPLAINTS)
def test_demand_16_nor_has_one_of_a_business_that_said_nothing_of_itself(
    silent: Shop, template: str
) -> None:
    goes_out_whole(silent, template, of_nobody(silent))


@pytest.mark.parametrize("template", ABOUT_COMPLAINTS)
def test_demand_16_nor_has_a_letter_now_with_no_record_behind_it(shop: Shop, template: str) -> None:
    writing = shop.services.letters_writing
    nothing_is_open(text_of(writing.preview(filled(writing, begun(shop, template, None)))))

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A shop with a complaint, and letters about it, for tests of what such letters do."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from servicedesk.domain.complaints import ComplaintCard, ComplaintDraft
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.letters import LetterCard, LetterDraft
from servicedesk.services.registry import open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.letters_made import Shop, said, say_facts
from tests.store.files import new_file, opened

CAME = datetime(2026, 9, 14, 8, tzinfo=UTC)
"""Monday, nine o'clock in the shop."""

NEXT = datetime(2026, 9, 15, 10, tzinfo=UTC)
DAY = date(2026, 9, 15)
ANSWER = {
    "what_happened": "The saw had a cracked blade",
    "effect_on_you": "You lost a morning",
    "findings": "The blade was cracked before it was sold",
    "remedies": "A new blade",
    "change": "We look at every blade",
    "looked_at": "The saw and its box",
}


def shop_in(folder: Path) -> Iterator[Shop]:
    """A shop in a file of its own, with its facts said."""
    clock = FixedClock(CAME)
    with opened(new_file(folder)) as file:
        services = open_services(file, surroundings(file.path, clock))
        say_facts(services)
        yield Shop(services=services, clock=clock)


def complaint(shop: Shop, **more: object) -> int:
    values: dict[str, object] = {
        "customer_id": shop.customer(),
        "text": "The saw stopped on the first morning",
        "received_at": CAME,
    }
    done = shop.services.complaints.log(ComplaintDraft(**{**values, **more}), "Ruth")
    shop.clock.set(NEXT)
    return done.card.id


def card(shop: Shop, number: int) -> ComplaintCard:
    return shop.services.complaints.get(number)


def take(shop: Shop, number: int, action: Action, **more: object) -> ComplaintCard:
    given = Given(on=DAY, **more)
    return shop.services.complaints.take(number, action, given, "Ruth").card


def begun(shop: Shop, template: str, number: int | None, **values: str) -> LetterDraft:
    draft = shop.services.letters_writing.draft(template, who="Ruth", complaint_id=number)
    if number is None:  # nobody on record whose address is known
        values = {"customer__address_block": "1 High Street", **values}
    return said(draft, **values)


def sent(shop: Shop, template: str, number: int | None, **values: str) -> LetterCard:
    draft = begun(shop, template, number, **values)
    return shop.services.letters_writing.issue(draft, "Ruth").card


def taken_back(shop: Shop, letter: LetterCard) -> None:
    shop.services.letters_writing.take_back(letter.id, "Ruth")


def answered(shop: Shop, number: int, **more: str) -> LetterCard:
    take(shop, number, Action.INVESTIGATE)
    return sent(shop, "L04", number, **{**ANSWER, **more})


def steps_of(shop: Shop, number: int) -> list[str]:
    return [step.action for step in shop.services.complaints.file(number).steps]

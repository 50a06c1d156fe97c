# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers of the tests: an open file with services, and what is typed about somebody."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from servicedesk.domain.customers import Address, CustomerCard, CustomerDraft, Reach, ReachKind
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"


@contextmanager
def shop(folder: Path, clock: FixedClock | None = None) -> Iterator[Services]:
    """The services of a new file."""
    with opened(new_file(folder)) as file:
        yield open_services(file, surroundings(file.path, clock or FixedClock()))


def typed(
    name: str = "",
    *,
    phones: tuple[str, ...] = (),
    emails: tuple[str, ...] = (),
    place: tuple[str, str] | None = None,
    **other: object,
) -> CustomerDraft:
    """A customer as typed; ``place`` is the lines of an address and its postcode."""
    reaches = [Reach(kind=ReachKind.PHONE, shown=shown) for shown in phones]
    reaches += [Reach(kind=ReachKind.EMAIL, shown=shown) for shown in emails]
    addresses = (Address(lines=place[0], postcode=place[1]),) if place else ()
    values: dict[str, object] = {"reaches": tuple(reaches), "addresses": addresses, **other}
    return CustomerDraft(name=name, **values)


def added(services: Services, name: str = "", **other: object) -> CustomerCard:
    """A customer who is kept."""
    return services.customers.add(typed(name, **other), RUTH).card

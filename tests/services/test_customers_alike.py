# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Those who may be in the file twice: seen while one is typed, listed, and kept apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.domain.customers_alike import AlikeReason
from servicedesk.services.registry import Services
from tests.services.customers_made import RUTH, added, shop, typed


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with shop(tmp_path) as found:
        yield found


def test_who_is_there_already_is_seen_while_typing(services: Services) -> None:
    meena = added(
        services, "Mrs Meena Patel", phones=("01632 960123",), emails=("M@Patel.example",)
    )
    added(services, "Tom Pattinson")
    alike = services.customers_alike.alike
    for draft in (
        typed("Meena Pat"),
        typed("Patel Meena"),
        typed("Meena Patell"),
        typed("Meena Batel"),
        typed(phones=("+44 1632 960 123",)),
        typed("Somebody Else", emails=("m@patel.example",)),
    ):
        assert [row.id for row in alike(draft)] == [meena.id], draft
    for draft in (typed(), typed("Li"), typed("Mee"), typed(phones=("0",)), typed("Zoe Brown")):
        assert alike(draft) == ()
    assert alike(typed("Meena Patel"), but=meena.id) == ()


def test_a_shared_postcode_alone_says_nothing(services: Services) -> None:
    tom = added(services, "Tom Hollins", place=("4 High Street", "LS1 4DY"))
    alike = services.customers_alike.alike
    assert alike(typed("Ann Brown", place=("6 High Street", "ls14dy"))) == ()
    assert [row.id for row in alike(typed("Tom Hollin", place=("", "ls14dy")))] == [tom.id]


def test_the_likeliest_stand_first_and_few(services: Services) -> None:
    near = [added(services, f"Meena Patel{end}") for end in ("", "l", "le", "s", "z", "i")]
    phone = added(services, "The shop next door", phones=("01632 960123",))
    found = services.customers_alike.alike(typed("Meena Patel", phones=("01632 960123",)))
    assert [row.id for row in found[:2]] == [phone.id, near[0].id]
    assert len(found) == 5


def test_those_in_the_bin_and_those_merged_are_not_offered(services: Services) -> None:
    tom, other = added(services, "Tom Hollins"), added(services, "Tomas Hollins")
    services.customers.bin([tom.id], RUTH)
    found = services.customers_alike.alike(typed("Tom Hollins"))
    assert [row.id for row in found] == [other.id]
    services.undo.undo(RUTH)
    services.customers_merging.merge(tom.id, [other.id], RUTH)
    assert [row.id for row in services.customers_alike.alike(typed("Tom Hollins"))] == [tom.id]
    assert services.customers_alike.possible_duplicates() == ()


def test_pairs_are_listed_by_the_strength_of_the_reason(services: Services) -> None:
    names = [added(services, name) for name in ("Zoë Ångström", "Zoe Angstrom")]
    phones = [added(services, name, phones=("01632 960123",)) for name in ("Ann", "Brown's")]
    emails = [added(services, name, emails=("x@y.example",)) for name in ("Carl", "Dora")]
    place = ("1 Mill Lane", "LS1 4DY")
    near = [added(services, name, place=place) for name in ("Eve Smith", "Evie Smith")]
    added(services, "Frank Wright", place=place)
    found = services.customers_alike.possible_duplicates()
    assert [(one.id, two.id, reason) for one, two, reason in found] == [
        (phones[0].id, phones[1].id, AlikeReason.SAME_PHONE),
        (emails[0].id, emails[1].id, AlikeReason.SAME_EMAIL),
        (near[0].id, near[1].id, AlikeReason.SAME_ADDRESS),
        (names[0].id, names[1].id, AlikeReason.NEAR_NAME),
    ]
    assert len(services.customers_alike.possible_duplicates(2)) == 2


def test_two_who_are_two_are_not_shown_again(services: Services) -> None:
    father, son = (added(services, name, phones=("01632 960123",)) for name in ("Ed", "Al"))
    assert len(services.customers_alike.possible_duplicates()) == 1
    assert services.customers_alike.not_the_same(son.id, father.id, RUTH).changes
    assert services.customers_alike.possible_duplicates() == ()
    services.undo.undo(RUTH)
    assert len(services.customers_alike.possible_duplicates()) == 1


@pytest.mark.parametrize(
    ("kept", "other"),
    [
        ("Mary O'Brien", "mary obrien"),
        ("Mary O’Brien", "Mary O Brien"),
        ("O'Brien", "obrien"),
        ("O'Brien", "O Brien"),
        ("Tom McDonald", "Tom MacDonald"),
        ("Tom McDonald", "Tom Mac Donald"),
        ("MacDonald", "McDonald"),
        ("Mr McLeod", "MacLeod"),
        ("Jo St. John", "Jo Saint John"),
        ("St. Mary's School", "Saint Marys School"),
    ],
)
def test_one_name_in_two_spellings_is_one_name(services: Services, kept: str, other: str) -> None:
    one = added(services, kept)
    alike = services.customers_alike
    assert [row.id for row in alike.alike(typed(other))] == [one.id]
    two = added(services, other)
    for at in range(6):
        added(services, f"{kept.split()[0]} Between{at}x")
        added(services, f"{chr(97 + at)}x {kept.split()[-1]}")
    assert (one.id, two.id) in [(a.id, b.id) for a, b, _ in alike.possible_duplicates()]

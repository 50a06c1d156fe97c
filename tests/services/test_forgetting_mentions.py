# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where else somebody is named: in any text, in the bin, in the history, however often."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from servicedesk.domain.customers import Address
from servicedesk.domain.forgetting import ErasureWhy, Mention
from servicedesk.domain.ideas import IdeaDraft
from servicedesk.services.attachments import attach
from servicedesk.services.registry import Services
from servicedesk.store.letters import letters
from tests.services.customers_made import RUTH, added, shop
from tests.services.rows_made import complained, whole

ASKED = ErasureWhy.ASKED


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with shop(tmp_path) as found:
        yield found


def named(services: Services, customer_id: int) -> list[Mention]:
    return list(services.forgetting.foresee(customer_id).mentions)


def left_in(services: Services, word: str) -> bool:
    """Whether a word is still in the file, looked at byte by byte."""
    path = services.forgetting._around.database
    return word.encode() in path.read_bytes()


def test_a_name_in_a_text_that_the_search_does_not_hold_is_found(services: Services) -> None:
    card = added(services, "Ann Quillfeather")
    with services.units.change("live", RUTH) as unit:
        complained(unit, None, whys='["Because Quillfeather said so", "x"]')
        complained(unit, None, place="at ANN  Quillfeather’s", ref="C-2")
    seen = named(services, card.id)
    assert [(one.table, one.is_sure) for one in seen] == [("complaints", True)] * 2
    services.forgetting.forget(card.id, ASKED, RUTH, also=seen)
    with services.units.read() as reading:
        rows = reading.exec_driver_sql("SELECT whys, place FROM complaints ORDER BY id").all()
    assert rows == [
        ('["Because (forgotten) said so", "x"]', ""),
        ("[]", "at (forgotten)’s"),
    ]


def test_what_lies_in_the_bin_is_read_too(services: Services) -> None:
    card = added(services, "Ann Quillfeather")
    other = added(services, "Bob Smith", notes="brother of Ann Quillfeather")
    services.customers.bin([other.id], RUTH)
    seen = named(services, card.id)
    assert [(one.table, one.record_id) for one in seen] == [("customers", other.id)]
    services.forgetting.forget(card.id, ASKED, RUTH, also=seen)
    assert not left_in(services, "Quillfeather")


def test_what_a_record_said_before_and_what_is_gone_are_read_too(services: Services) -> None:
    card = added(services, "Ann Quillfeather")
    changed = services.ideas.add(IdeaDraft(what="Ask Ann Quillfeather"), RUTH).card
    services.ideas.change(changed.id, IdeaDraft(what="Ask her"), RUTH)
    gone = services.ideas.add(IdeaDraft(what="Ring Quillfeather"), RUTH).card
    services.ideas.remove(gone.id, RUTH)
    seen = named(services, card.id)
    assert {(one.record_id, one.words, one.is_past) for one in seen} == {
        (changed.id, "Ask Ann Quillfeather", True),
        (gone.id, "Ring Quillfeather", True),
    }
    services.forgetting.forget(card.id, ASKED, RUTH, also=seen)
    assert not left_in(services, "Quillfeather")


def test_no_number_of_mentions_is_too_many(services: Services) -> None:
    card = added(services, "Ann Quillfeather")
    with services.units.change("live", RUTH) as unit:
        for number in range(230):
            complained(unit, None, text=f"Quillfeather {number}", ref=f"C-{number}")
    seen = named(services, card.id)
    assert len(seen) == 230
    services.forgetting.forget(card.id, ASKED, RUTH, also=seen)
    assert not left_in(services, "Quillfeather")


def test_what_others_are_called_and_where_they_live_is_theirs(services: Services) -> None:
    """A brother keeps his surname, and a neighbour the postcode; a whole name goes."""
    place = Address(lines="1 Mill Lane", postcode="LS1 4DY")
    card = added(services, "Ann Quillfeather", addresses=(place,), phones=("07700 900123",))
    bob = added(
        services,
        "Bob Quillfeather",
        addresses=(place,),
        phones=("07700 900123",),
        notes="Ring Ann Quillfeather",
    )
    firm = added(services, "Mill Ltd", ask_for="Mrs Ann Quillfeather")
    same = added(services, "Ann Quillfeather", notes="has a dog")
    seen = services.forgetting.foresee(card.id)
    assert {one.record_id for one in seen.mentions} == {bob.id, firm.id}
    assert seen.alike == (f"{same.ref} Ann Quillfeather",)
    services.forgetting.forget(card.id, ASKED, RUTH, also=seen.mentions)
    brother, left = services.customers.get(bob.id).draft, services.customers.get(firm.id).draft
    assert (brother.name, brother.notes) == ("Bob Quillfeather", "Ring (forgotten)")
    assert (brother.addresses, brother.reaches) == (bob.draft.addresses, bob.draft.reaches)
    assert left.ask_for == "Mrs (forgotten)"
    assert services.customers.get(same.id).shown_name == "Ann Quillfeather"


def test_a_part_of_a_name_that_others_have_too_is_not_sure(services: Services) -> None:
    card = added(services, "Rose Quillfeather")
    added(services, "Rose Smith")
    for what in ("Ask Rose", "a quillfeather pen", "Ask Miss Quillfeather"):
        services.ideas.add(IdeaDraft(what=what), RUTH)
    assert [(one.words, one.is_sure) for one in named(services, card.id)] == [
        ("Ask Miss Quillfeather", True),
        ("Ask Rose", False),
        ("a quillfeather pen", False),
    ]


def test_letters_to_others_are_told_apart_for_what_was_sent_stays(services: Services) -> None:
    card = added(services, "Ann Quillfeather")
    with services.units.change("live", RUTH) as unit:
        pdf = attach(unit, BytesIO(b"%PDF"), name="a.pdf", media_type="application/pdf")
        said = {"body": "Ann Quillfeather was there", "fields": "{}"}
        row = whole(letters, ref="L-2026-0007", attachment_id=pdf, **said)
        unit.insert(letters, row)
    assert services.forgetting.foresee(card.id).letters == ("L-2026-0007",)


def test_who_had_another_name_is_found_under_both(services: Services) -> None:
    card = added(services, "Ann Quillfeather")
    services.customers.change(card.id, replace(card.draft, name="Ann Plover"), RUTH)
    services.ideas.add(IdeaDraft(what="as Ann Quillfeather said"), RUTH)
    assert [one.words for one in named(services, card.id)] == ["as Ann Quillfeather said"]

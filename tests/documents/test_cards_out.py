# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Visiting cards: what goes in comes out again in another program, whatever is written there."""

import vobject
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.documents.cards_out import CardOut, card_pieces, card_text

WORDS = st.text(
    alphabet=st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=120
).filter(str.strip)


def read(card: CardOut) -> vobject.base.Component:
    return next(iter(vobject.readComponents(card_text(card))))


@given(WORDS, st.text(alphabet="ab\\;,:\n é\U0001f600", max_size=200))
def test_any_name_and_any_note_come_back(name: str, notes: str) -> None:
    card = read(CardOut(number="K-0001", name=name, notes=notes))
    assert card.fn.value == name
    assert getattr(card, "note", None) is None if not notes else card.note.value == notes


def test_lines_are_folded_between_letters() -> None:
    text = card_text(CardOut(number="K-0001", name="é\U0001f600" * 60))
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")


def test_a_firm_has_the_person_to_ask_for() -> None:
    card = read(CardOut(number="K-1", name="Calder Ltd", is_organisation=True, ask_for="Ann Lee"))
    assert card.org.value == ["Calder Ltd"]
    assert (card.n.value.family, card.n.value.given) == ("Lee", "Ann")
    alone = read(CardOut(number="K-1", name="Calder", is_organisation=True))
    assert alone.n.value.family == "Calder"


def test_labels_known_and_unknown() -> None:
    phones = (("Work", "1"), ("her son", "2"), ("", "3"))
    addresses = (("home", "1 Mill Lane\nTown", "OL14 5QX"),)
    card = read(CardOut(number="K-1", name="Ann", phones=phones, addresses=addresses))
    assert [one.value for one in card.tel_list] == ["1", "2", "3"]
    assert card.tel_list[0].type_param == "WORK"
    assert card.x_ablabel.value == "her son"
    assert card.adr.value.street == "1 Mill Lane\nTown"
    assert card.adr.value.code == "OL14 5QX"


def test_many_cards_come_in_pieces() -> None:
    cards = [CardOut(number=f"K-{place}", name=f"Ann {place}") for place in range(450)]
    pieces = list(card_pieces(iter(cards)))
    assert len(pieces) == 3
    assert b"".join(pieces).decode() == "".join(map(card_text, cards))
    assert list(card_pieces(())) == []

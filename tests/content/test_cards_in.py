# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Visiting cards of many programs: one bad card, or one bad line, never loses the rest."""

import json
from pathlib import Path

import pytest

from servicedesk.content import cards_in
from servicedesk.content.cards_in import CardRead, read_cards
from servicedesk.domain.errors import Refusal

LITERAL = "android__v21_backslash.vcf"
"""Its backslashes mean one thing in the oldest version and another in all later ones."""


def of(card: CardRead, name: str) -> list[tuple[str, ...]]:
    return [parts for kind, _, parts in card.values if kind == name]


def one(*lines: str | bytes, ends: bytes = b"\r\n") -> CardRead:
    raw = [line.encode() if isinstance(line, str) else line for line in lines]
    (card,) = read_cards(ends.join([b"BEGIN:VCARD", *raw, b"END:VCARD", b""]), "x.vcf")
    return card


def test_every_sample_is_read_as_it_is_known_to_be(samples: Path) -> None:
    expected = json.loads((samples / "vcard" / "expected.json").read_text("utf-8"))
    for name, known in expected.items():
        cards = read_cards((samples / "vcard" / name).read_bytes(), name)
        assert len(cards) == known["cards"], name
        for card, said in zip(cards, known["details"], strict=True):
            assert [parts[0] for parts in of(card, "EMAIL")] == said["emails"], name
            assert [parts[0] for parts in of(card, "TEL")] == said["tels"], name
            assert len(of(card, "ADR")) == said["adr"], name
            assert len(of(card, "NOTE")) == said["notes"], name
            if name == LITERAL:
                continue
            assert [parts[0] for parts in of(card, "FN")] == [said["fn"]] * bool(said["fn"]), name
            if said["n"] is not None:
                whole = [part.replace(", ", ",") for part in of(card, "N")[0]]
                wanted = [part.replace(", ", ",") for part in said["n"]]
                assert whole[: len(wanted)] == wanted, name


def test_lines_that_cannot_be_read_are_told(samples: Path) -> None:
    for name, lost in (
        ("android__v21_adr_multiple_line.vcf", [(7, "9999999\\")]),
        ("android__v21_invalid_comment_line.vcf", [(6, "# This line must be ignored.")]),
    ):
        (card,) = read_cards((samples / "vcard" / name).read_bytes(), name)
        assert list(card.lines_lost[:1]) == lost
        assert of(card, "N")


def test_demand_7_each_card_is_read_in_its_own_letters() -> None:
    parts = [
        b"BEGIN:VCARD\r\nFN:Zo\xc3\xab\r\nEND:VCARD\r\n",
        b"BEGIN:VCARD\r\nFN:Zo\xeb\r\nEND:VCARD\r\n",
        b"BEGIN:VCARD\r\nFN;CHARSET=ISO-8859-2:\xa3ukasz\r\nEND:VCARD\r\n",
        b"BEGIN:VCARD\r\nFN;CHARSET=BOGUS:Zo\xeb\r\nEND:VCARD\r\n",
        b"BEGIN:VCARD\r\nFN;CHARSET=ROT13:Zo\xeb\r\nEND:VCARD\r\n",
    ]
    names = [of(card, "FN")[0][0] for card in read_cards(b"".join(parts), "x.vcf")]
    assert names == ["Zoë", "Zoë", "Łukasz", "Zoë", "Zoë"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_demand_7_a_whole_file_can_be_in_other_letters(codec: str) -> None:
    (card,) = read_cards("BEGIN:VCARD\nFN:Zoë\nEND:VCARD\n".encode(codec), "x.vcf")
    assert of(card, "FN") == [("Zoë",)]


def test_folded_and_quoted_lines_are_put_together() -> None:
    card = one(
        "VERSION:2.1",
        "FN:Ann",
        "  Hill",
        "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:caf=C3=",
        "=A9=0D=0Anext, line",
        "",
        "ADR;QUOTED-PRINTABLE;HOME:;;1 High=0ASt;Leeds",
        "PHOTO;ENCODING=BASE64:",
        " AAAA",
        "BBBB",
        "",
        "item1.TEL;TYPE=CELL:07700 900123",
        " ",
        'EMAIL;TYPE="WORK:a,b":a@x.example',
    )
    assert of(card, "FN") == [("Ann Hill",)]
    assert of(card, "NOTE") == [("café\nnext, line",)]
    assert of(card, "ADR") == [("", "", "1 High\nSt", "Leeds", "", "", "")]
    assert of(card, "TEL") == [("07700 900123",)]
    assert of(card, "EMAIL") == [("a@x.example",)]
    assert card.lines_lost == ()


def test_quoted_text_of_old_programs_is_read_too() -> None:
    card = one("FN;QUOTED-PRINTABLE:Zo=EB")
    assert of(card, "FN") == [("Zoë",)]


def test_a_bad_line_is_lost_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    card = one(" folded under nothing", "nonsense", "FN;=:x;", "TEL:1", ends=b"\n")
    assert of(card, "TEL") == [("1",)]
    assert (3, "nonsense") in card.lines_lost
    broken = one('TEL;TYPE="open:07700 900123', "FN:Ann")
    assert of(broken, "FN") == [("Ann",)]
    assert [line for line, _ in broken.lines_lost] == [2]


def test_cards_without_an_end_are_kept_and_said() -> None:
    data = b"noise\nBEGIN:VCARD\nFN:Ann\nBEGIN:VCARD\nFN:Bob\nEND:VCARD\nBEGIN:VCARD\nFN:Cy"
    cards = read_cards(data, "x.vcf")
    assert [(card.line, card.is_closed) for card in cards] == [(2, False), (4, True), (7, False)]
    assert [of(card, "FN")[0][0] for card in cards] == ["Ann", "Bob", "Cy"]


def test_a_card_of_a_kind_of_its_own_says_it_is_a_firm() -> None:
    card = one("VERSION:4.0", "KIND:org", "ORG:Acer;Sales", "X-ABShowAs:COMPANY", "TITLE:Boss")
    assert of(card, "ORG") == [("Acer", "Sales")]
    assert (of(card, "KIND"), of(card, "X-ABSHOWAS")) == ([("org",)], [("COMPANY",)])
    assert of(card, "TITLE") == []


def test_there_are_only_so_many_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards_in, "CARDS_MOST", 1)
    with pytest.raises(Refusal, match="import_too_many_rows"):
        read_cards(b"BEGIN:VCARD\nEND:VCARD\n" * 2, "x.vcf")

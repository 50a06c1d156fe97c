# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of plain text, in the letters and with the separators that other programs write."""

import csv
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.content import lists_in
from servicedesk.content.lists_in import decoded, rows_of, separator_of, source_of
from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import Letters, Line, Refused, Separator, Source

LETTERS = {
    "utf-8": Letters.UTF_8,
    "utf-8-sig": Letters.UTF_8,
    "utf-16": Letters.UTF_16,
    "cp1252": Letters.WESTERN,
}


def cells(text: str, separator: Separator = Separator.COMMA) -> list[tuple[str, ...]]:
    rows, refused = rows_of(text, separator, "x.csv")
    assert refused == []
    return [row.cells for row in rows]


def code(data: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        source_of(data, "x.csv")
    assert refused.value.params["name"] == "x.csv"
    return refused.value.code


def test_every_sample_is_read_as_it_is_known_to_be(samples: Path) -> None:
    expected = json.loads((samples / "csv" / "expected.json").read_text("utf-8"))
    for name, known in expected.items():
        data = (samples / "csv" / name).read_bytes()
        assert source_of(data, name) is Source.CSV
        text = decoded(data, name)
        separator = separator_of(text.text)
        rows = cells(text.text, separator)
        if "encoding" in known:
            assert text.letters is LETTERS[known["encoding"]], name
            assert text.is_sure is (known["encoding"] != "cp1252")
        if "delimiter" in known:
            assert lists_in.SIGNS[separator] == known["delimiter"], name
        if "rows" in known and isinstance(known["rows"], list):
            assert [list(row) for row in rows] == known["rows"], name
        for record, row in zip(known.get("expected_records", ()), rows[1:], strict=False):
            plain = {key: cell.replace("\r\n", "\n") for key, cell in record.items()}
            assert dict(zip(rows[0], row, strict=True)) == plain, name
        assert text.strange == 0


@pytest.mark.parametrize(
    ("data", "source"),
    [
        (b"PK\x03\x04rest", Source.XLSX),
        (b"begin:vcard\r\n", Source.VCARD),
        (b"\xef\xbb\xbf\r\nBEGIN:VCARD\n", Source.VCARD),
        ("BEGIN:VCARD\n".encode("utf-16"), Source.VCARD),
        (b"Name,Phone\n", Source.CSV),
    ],
)
def test_a_file_is_what_it_holds_and_not_what_it_is_called(data: bytes, source: Source) -> None:
    assert source_of(data, "list.txt") is source


def test_what_is_no_list_is_refused_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    assert code(b"") == code(b"\xff\xfe\x00 \r\n") == "import_empty"
    assert code(b"%PDF-1.7 x") == code(b"\x89PNG\r\n") == "import_not_a_list"
    monkeypatch.setattr(lists_in, "BYTES_MOST", 3)
    assert code(b"Name") == "import_too_big"
    with pytest.raises(Refusal, match="import_not_a_list"):
        decoded(bytes(range(1, 32)) * 9, "x.bin")


def test_demand_7_accents_are_read_in_any_letters() -> None:
    said = "Name\nSiobhán O’Neill £5\n"
    for codec, letters, is_sure in (
        ("utf-8", Letters.UTF_8, True),
        ("utf-8-sig", Letters.UTF_8, True),
        ("utf-16", Letters.UTF_16, True),
        ("utf-16-le", Letters.UTF_16, False),
        ("utf-16-be", Letters.UTF_16, False),
        ("cp1252", Letters.WESTERN, False),
    ):
        found = decoded(said.encode(codec), "x.csv")
        assert (found.text, found.letters, found.is_sure) == (said, letters, is_sure)


def test_demand_7_other_letters_can_be_chosen() -> None:
    said = "Name\nŁukasz Wiśniewski\n"
    data = said.encode("cp1250")
    assert decoded(data, "x.csv").letters is Letters.WESTERN
    assert decoded(data, "x.csv", Letters.CENTRAL).text == said
    assert decoded(said.encode("utf-16"), "x.csv", Letters.UTF_16).text == said
    assert decoded("Zoë".encode("mac_roman"), "x.csv", Letters.MAC).text == "Zoë"
    wide = decoded("Zoë Hill".encode("utf-16-le"), "x.csv", Letters.UTF_16)
    assert (wide.text, wide.is_sure) == ("Zoë Hill", True)


def test_demand_7_signs_that_cannot_be_read_are_counted() -> None:
    found = decoded("Zoë, Siobhán".encode("cp1252"), "x.csv", Letters.UTF_8)
    assert found.strange == 2


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a,b\n1,2\n", Separator.COMMA),
        ("a;b\n1,5;2,5\n", Separator.SEMICOLON),
        ("a\tb\n1\t2\n", Separator.TAB),
        ("a|b|c\n1|2|3\n", Separator.BAR),
        ("sep=;\na,b\n", Separator.SEMICOLON),
        ("Name\nAnn\n", Separator.COMMA),
        ('"a, b";c\n"d, e";f\n', Separator.SEMICOLON),
    ],
)
def test_the_separator_is_the_one_that_makes_lines_alike(text: str, separator: Separator) -> None:
    assert separator_of(text) is separator


def test_lines_are_numbered_as_in_the_file_and_empty_ones_left_out() -> None:
    rows, _ = rows_of('a,b\r\n\r\n"1\r\n2",3\r\n,\r\n4,5', Separator.COMMA, "x.csv")
    assert rows == [
        Line(number=1, cells=("a", "b")),
        Line(number=3, cells=("1\r\n2", "3")),
        Line(number=6, cells=("4", "5")),
    ]
    rows, _ = rows_of("sep=,\na,b\n", Separator.COMMA, "x.csv")
    assert rows == [Line(number=2, cells=("a", "b"))]


def test_a_quotation_mark_left_open_costs_its_own_line_only() -> None:
    rows, refused = rows_of('a,b\n1,"x\n2,y\n3,z\n', Separator.COMMA, "x.csv")
    assert [row.cells for row in rows] == [("a", "b"), ("2", "y"), ("3", "z")]
    assert refused == [Refused(line=2, code="import_quote_open", shown='1,"x\n')]
    assert cells('a,b\n1,"q"x\n') == [("a", "b"), ("1", "qx")]


def test_a_cell_too_long_for_any_list_costs_its_own_line_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lists_in, "_CELL_MOST", 10)
    rows, refused = rows_of("a,b\n" + "x" * 20 + ",1\n2,y\n", Separator.COMMA, "x.csv")
    assert [row.cells for row in rows] == [("a", "b"), ("2", "y")]
    assert [one.line for one in refused] == [2]


def test_a_list_has_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal, match="import_too_many_columns"):
        cells("," * 600 + "x\n")
    monkeypatch.setattr(lists_in, "_CELL_MOST", 10)
    with pytest.raises(Refusal, match="import_not_a_list"):
        cells("more than ten letters\n" * 30)
    monkeypatch.setattr(lists_in, "ROWS_MOST", 2)
    with pytest.raises(Refusal, match="import_too_many_rows"):
        cells("a\nb\nc\nd\n")


def test_a_list_of_nothing_but_a_line_end_has_no_rows() -> None:
    assert cells("") == []
    assert cells("\n") == []


@pytest.mark.parametrize("text", [",,,\n", ";;", ',"', "sep=;\n;;\n", '""\n|\n', "\r\r\t"])
def test_a_list_of_separators_alone_has_no_rows(text: str) -> None:
    assert rows_of(text, separator_of(text), "x.csv")[0] == []


def test_a_cell_too_long_for_any_list_leaves_the_separator_to_the_other_lines() -> None:
    long = "x" * 200_000
    limit = csv.field_size_limit()
    for text in (f"a;b;c\n{long};1;2\n3;4;5\n", f'a;b;c\n"{long}\n1;2;3\n', f"a;b\n{long}"):
        assert separator_of(text) is Separator.SEMICOLON
        rows, refused = rows_of(text, Separator.SEMICOLON, "x.csv")
        assert rows[0].cells[:2] == ("a", "b")
        assert [(one.line, one.code) for one in refused] == [(2, "import_cell_too_long")]
    assert separator_of(long) is Separator.COMMA
    assert csv.field_size_limit() == limit


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from((*",;\t|\"\n\r1\0\u2028'", "sep=,\n", "x" * 131_073)), max_size=20))
def test_no_signs_that_part_cells_are_too_much(signs: list[str]) -> None:
    text = "".join(signs)
    with suppress(Refusal):  # anything else would be a crash
        rows_of(text, separator_of(text), "x.csv")
    assert csv.field_size_limit() == 131_072

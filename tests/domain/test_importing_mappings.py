# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Columns kept under a name, and what headings of other lists mean."""

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Column, Line, Meaning
from servicedesk.domain.importing_field_headings import recognise_fields
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_layouts import Layout
from servicedesk.domain.importing_mappings import (
    MappingCard,
    MappingDraft,
    checked_mapping,
    fits,
    fitting,
    named_as,
)
from servicedesk.domain.importing_plan import ImportLook, Source

TEXT = Column(heading="Story", meaning=Field.TEXT)
DAY = Column(heading="Received", meaning=Field.RECEIVED_AT)


def kept(name: str = "Till", *columns: Column) -> MappingCard:
    draft = MappingDraft(name=name, holds=ListKind.COMPLAINTS, columns=columns or (DAY, TEXT))
    return MappingCard(id=1, draft=draft)


def test_a_mapping_has_a_tidy_name() -> None:
    assert checked_mapping(kept("  The   till ").draft).name == "The till"
    for name, code in (("  ", "mapping_needs_name"), ("x" * 500, "text_too_long")):
        with pytest.raises(Refusal, match=code) as refused:
            checked_mapping(kept(name).draft)
        assert refused.value.field == "name"


def test_a_thing_of_which_a_row_has_one_comes_from_one_column() -> None:
    twice = (DAY, Column(heading="Came", meaning=Field.RECEIVED_AT))
    with pytest.raises(Refusal, match="import_column_twice") as refused:
        checked_mapping(kept("Till", *twice).draft)
    assert refused.value.params == {"first": "Received", "second": "Came"}
    own = tuple(Column(heading="x", meaning=Meaning.OWN, own_id=number) for number in (1, 2))
    left = (Column(heading="a"), Column(heading="b"))
    assert checked_mapping(kept("Till", *own, *left).draft).columns == (*own, *left)


def test_a_mapping_is_known_by_its_name_and_by_its_headings() -> None:
    card = kept()
    assert named_as([card], " tILL ", ListKind.COMPLAINTS) is card
    assert named_as([card], "Till", ListKind.FEEDBACK) is None
    assert named_as([card], "Shop", ListKind.COMPLAINTS) is None
    assert fits(card, ["RECEIVED", "story"])
    assert not fits(card, ["story", "received"])
    assert fitting([card], ListKind.COMPLAINTS, ["Received", "Story"]) == (card,)
    assert fitting([card], ListKind.FEEDBACK, ["Received", "Story"]) == ()


def test_headings_tell_what_columns_mean_once_each_but_texts_may_be_in_parts() -> None:
    found = recognise_fields(
        ListKind.FEEDBACK, ["Number", "number", "Colour", "Shoe size", ""], {"Shoe size": 7}
    )
    assert [column.meaning for column in found] == [
        Field.NUMBER,
        Meaning.LEFT_OUT,
        Meaning.LEFT_OUT,
        Meaning.OWN,
        Meaning.LEFT_OUT,
    ]
    assert found[3].own_id == 7
    story = recognise_fields(ListKind.COMPLAINTS, ["What happened", "What happened"], {})
    assert [column.meaning for column in story] == [Field.TEXT, Field.TEXT]


def test_a_look_counts_what_is_in_the_file() -> None:
    rows = (Line(number=2, cells=("x",)), Line(number=3, cells=("y",)))
    look = ImportLook(name="list.csv", source=Source.CSV, rows=rows, layout=Layout.OURS)
    assert (look.count, look.is_ours) == (2, True)

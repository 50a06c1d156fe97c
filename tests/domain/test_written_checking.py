# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the owner's words of a paper may not be, and the blocks that they print as."""

import pytest

from servicedesk.domain.blocks import (
    Blank,
    Bullets,
    Cut,
    Heading,
    Paragraph,
    Steps,
    Tick,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import Part, PartKind
from servicedesk.domain.written import WrittenShape
from servicedesk.domain.written_checking import checked_parts, refuse_claims
from servicedesk.domain.written_papers import written_sheet

TITLE = Part(kind=PartKind.SUBJECT, text="Title")


def said(text, only_if=""):
    return Part(kind=PartKind.PARAGRAPH, text=text, only_if=only_if)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ((), "written_no_title"),
        ((said("A"),), "written_no_title"),
        ((TITLE, TITLE, said("A")), "written_no_title"),
        ((TITLE,), "written_empty"),
        ((TITLE, said("a { brace")), "written_brace_alone"),
        ((TITLE, said("{nothing}")), "written_field_unknown"),
        ((TITLE, said("A", only_if="!nothing")), "written_field_unknown"),
        ((TITLE, said("see ec.europa.eu/consumers/odr")), "written_link_closed"),
    ],
)
def test_senseless_words_are_refused(parts, code):
    with pytest.raises(Refusal) as refused:
        checked_parts(parts)
    assert (refused.value.code, refused.value.field) == (code, "words")


def test_good_words_come_back_as_they_are():
    parts = (TITLE, said("{ways}", only_if="hours_line"), said("{business.name}"))
    assert checked_parts(parts) == parts


def test_a_claim_is_refused_with_another_way_to_say_it():
    with pytest.raises(Refusal) as refused:
        refuse_claims((TITLE, said("We are certified to BS 8477.")), (), has_law=True)
    assert refused.value.code == "written_words_blocked"
    assert refused.value.params["instead"]


def test_rights_are_not_taken_away_where_our_law_holds():
    cut = (TITLE, said("No refunds."))
    with pytest.raises(Refusal) as refused:
        refuse_claims(cut, (), has_law=True)
    assert refused.value.code in ("written_words_blocked", "written_words_bare")
    refuse_claims(cut, (), has_law=False)


def test_what_cannot_be_said_otherwise_is_refused_all_the_same(monkeypatch):
    from servicedesk.domain import written_checking
    from servicedesk.domain.wording import check_wording

    def without(text, **other):
        from dataclasses import replace

        return tuple(replace(one, rewrite="") for one in check_wording(text, **other))

    monkeypatch.setattr(written_checking, "check_wording", without)
    with pytest.raises(Refusal) as refused:
        refuse_claims((said("We are certified to BS 8477."),), (), has_law=True)
    assert refused.value.code == "written_words_bare"


def test_ordinary_words_and_mere_questions_pass():
    refuse_claims((said("Gas Safe registered.\nWe ring you back."),), ("Gas Safe",), has_law=True)


def test_every_piece_becomes_its_block_and_items_one_list():
    parts = (
        TITLE,
        Part(kind=PartKind.HEADING, text="H"),
        Part(kind=PartKind.BULLET, text="a"),
        Part(kind=PartKind.BULLET, text="b"),
        said("P"),
        Part(kind=PartKind.TICK, text="t"),
        Part(kind=PartKind.BLANK, text="w"),
        Part(kind=PartKind.STEPS, text="s"),
        Part(kind=PartKind.CUT, text="c"),
        Part(kind=PartKind.BULLET, text="z"),
    )
    sheet = written_sheet(parts, shape=WrittenShape.PAGE, language="en-GB", business="B")
    assert sheet.title == "Title"
    assert sheet.blocks == (
        Heading(text="H", level=2),
        Bullets(items=("a", "b")),
        Paragraph(text="P"),
        Tick(label="t"),
        Blank(label="w"),
        Steps(question="s"),
        Cut(text="c"),
        Bullets(items=("z",)),
    )
    flowing = sheet.flowing
    assert flowing.blocks[0] == Heading(text="Title", level=1)
    assert (flowing.title, flowing.author) == ("Title", "B")

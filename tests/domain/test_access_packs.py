# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Packs of what is held: who is named in a text, and how a row is told."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest

from servicedesk.domain.access_packs import (
    AccessPack,
    HeldChange,
    HeldRecord,
    HeldRow,
    PackChoices,
    place_of,
    with_their_parts,
)
from servicedesk.domain.access_packs_data import pack_data
from servicedesk.domain.access_packs_making import PackPeople, PackTelling, made_records
from servicedesk.domain.access_packs_names import (
    NamesFinder,
    spellings,
    sure_piece,
    words_of,
)
from servicedesk.domain.access_packs_paper import PackHead, notes_on, pack_paper, said_of
from servicedesk.domain.blocks import Bullets, Heading, Paragraph
from servicedesk.domain.customers import Channel
from tests.papers.charters import real_words

TODAY = date(2026, 9, 14)
NOON = datetime(2026, 9, 14, 11, tzinfo=UTC)


class Unsaid(StrEnum):
    """A code of a later version."""

    A_CODE = "a_code"


def telling(**more: object) -> PackTelling:
    known: dict[str, object] = {"own": {"7": "Boiler"}, "whom": {("promise_id", 3): "P-2026-0003"}}
    return PackTelling(phrases=real_words(), zone=UTC, **{**known, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["Meena Patel rang", "see PATEL, Meena", "for Mrs Patel", "Mrs. Patel’s", "méena patel"],
)
def test_somebody_is_named_in_many_ways(text: str) -> None:
    found = NamesFinder(("Mrs Meena Patel",)).named_in(text)
    assert found == ("Mrs Meena Patel",)


@pytest.mark.parametrize("text", ["Anna Patelson", "Meena Rao and John Patel", "a patel"])
def test_others_of_a_like_name_are_not_meant(text: str) -> None:
    assert NamesFinder(("Meena Patel",)).named_in(text) == ()


def test_names_of_one_word_and_of_none() -> None:
    assert spellings("Cher") == (("cher",),)
    assert spellings("Mr Wu") == (("mr", "wu"),)
    assert spellings("Mrs") == ()
    assert spellings("") == ()
    assert NamesFinder(("Mr Wu",)).named_in("Mr Wu came", "wu") == ("Mr Wu",)
    assert words_of("Neill-Smith, Łucja") == ("neill-smith", "lucja")


def test_staff_are_known_by_their_first_name() -> None:
    finder = NamesFinder(("Tom Reed", "Jo Bell", "Mrs"), ("Tom Reed", "Jo Bell", "Mrs"))
    assert finder.named_in("Tom was rude, jo was not") == ("Tom Reed",)


def test_what_hangs_on_a_record_goes_with_it() -> None:
    parents = {
        "record_files:1": ("complaints:5",),
        "record_files:2": (),
        "attachments:1": ("record_files:1",),
        "attachments:2": ("record_files:1", "record_files:2"),
        "complaints:5": (),
    }
    gone = with_their_parts({"complaints:5": "private"}, parents)
    assert gone == dict.fromkeys(("complaints:5", "record_files:1", "attachments:1"), "private")
    assert with_their_parts({}, parents) == {}


def test_letters_to_look_for_first() -> None:
    assert sure_piece("Mrs Meena Patel") == "Patel"
    assert sure_piece("Jan Łąchowski") == "chowski"
    assert sure_piece("Li Wu") == ""
    assert sure_piece("") == ""


def test_values_are_said_in_words() -> None:
    told = telling()
    assert told.value("a", None) == ""
    assert told.value("a", "") == ""
    assert told.value("a", True) == "yes"
    assert told.value("a", False) == "no"
    assert told.value("channel", Channel.PHONE) == real_words().say("enum.Channel.phone")
    assert told.value("due_on", TODAY) == "14 September 2026"
    assert told.value("at", NOON) == "14 September 2026, 11:00"
    assert told.value("cost_pence", 1205) == "£12.05"
    assert told.value("promise_id", 3) == "P-2026-0003"
    assert told.value("promise_id", 4) == ""
    assert told.value("severity", 2) == "2"
    assert told.value("text", "plain") == "plain"
    assert told.value("own", '{"7": "old", "note": null, "more": ["a", "b"]}') == (
        "Boiler: old; More: a; b"
    )
    assert told.value("text", "{not that") == "{not that"


def test_codes_that_lie_in_texts_are_said_in_words() -> None:
    told = telling(standards={"till_queue": "No queue"})
    assert told.value("wishes", '["price_reduction", "of_later"]') == "Lower price; of_later"
    assert told.value("ack_unit", "opening") == real_words().say("enum.CountUnit.opening")
    assert told.value("standard_key", "till_queue") == "No queue"
    assert told.value("standard_key", "of_later") == "of_later"


def test_labels_are_words_even_for_columns_that_nobody_named() -> None:
    told = telling()
    assert told.label("ask_for") == "Ask for"
    assert told.label("some_new_column") == "Some new column"
    assert told.label("new_pence") == "New"
    assert told.use_case("nobody named this") == "nobody named this"
    assert told.value("kind", Unsaid.A_CODE) == "a_code"


def test_who_they_are_comes_first_and_stored_files_last() -> None:
    order = ["customers", "complaint_steps", "letters", "checks", "attachments", "journal"]
    places = [place_of(table) for table in order]
    assert places == sorted(set(places))


def row(**values: object) -> HeldRow:
    return HeldRow(table="contacts", id=4, label="", values=tuple(values.items()))


def change(*fields: tuple[str, object, object], record_id: int = 4) -> HeldChange:
    return HeldChange(
        table="contacts",
        record_id=record_id,
        at=NOON,
        who="Ruth",
        use_case="nothing",
        fields=fields,
    )


def people(*others: str, staff: tuple[str, ...] = ()) -> PackPeople:
    return PackPeople(them=NamesFinder(("Mrs Meena Patel",)), others=NamesFinder(others, staff))


def of_bob(text: str, **more: object) -> HeldRow:
    values = (("name", "Meena Patel"), ("notes", text), ("position", "Mrs Patel"))
    return HeldRow(
        table="customers",
        id=9,
        label="K-0009",
        values=values,
        is_theirs=False,
        whose=("Bob Smith", "Mrs Patel"),
        **more,  # type: ignore[arg-type]
    )


NOTES = "Brother of Mrs Patel, says Bob; owes 300"
BOBS = "customers:9"


def made(row: HeldRow | None, *changes: HeldChange, **choices: object) -> tuple[HeldRecord, ...]:
    return made_records(
        () if row is None else (row,),
        changes,
        telling(),
        people("Bob Smith"),
        PackChoices(**choices),  # type: ignore[arg-type]
    )


def bobs_change(before: str | None, after: str | None, **more: object) -> HeldChange:
    return HeldChange(
        table="customers",
        record_id=9,
        at=NOON,
        who="Ruth",
        use_case="nothing",
        fields=(("notes", before, after),),
        is_theirs=False,
        whose=("Bob Smith",),
        **more,  # type: ignore[arg-type]
    )


def test_of_a_record_of_somebody_else_a_part_is_made() -> None:
    before = "Mrs Patel is his aunt. Owes 200"
    (part,) = made(of_bob(NOTES), bobs_change(None, before), bobs_change(before, NOTES))
    assert part.is_part
    assert [words for _, words in part.pairs] == ["Brother of Mrs Patel, says [somebody else]"]
    assert part.values == ()
    assert part.others == ("Bob Smith",)
    told = " ".join(what for _, _, what in part.changes)
    assert "Mrs Patel is his aunt." in told
    assert "200" not in told
    assert "300" not in told
    ours = notes_on(part, real_words())
    assert any("Only the sentences" in words for words in ours)
    assert any("Marked as" in words for words in ours)
    assert said_of(part, real_words()) == "Customer, K-0009, Bob Smith, Mrs Patel"


def test_a_part_that_says_nothing_of_them_is_none() -> None:
    assert made(of_bob("owes 300")) == ()
    assert made(None, bobs_change("owes 300", "Meena")) == ()


def test_a_record_is_whole_on_purpose_or_by_the_name_that_was_given() -> None:
    (whole,) = made(of_bob(NOTES), whole=frozenset({BOBS}))
    assert (whole.is_whole, whole.is_part, whole.needs_look) == (True, False, True)
    assert dict(whole.values)["notes"] == NOTES
    assert "You chose" in notes_on(whole, real_words())[0]
    (called,) = made(of_bob(NOTES, is_called=True))
    assert called.is_whole
    assert "the same person" in notes_on(called, real_words())[0]


def test_what_named_them_once_is_told_in_part_or_whole() -> None:
    (part,) = made(None, bobs_change(NOTES, None))
    assert (part.is_theirs, part.is_part, part.table) == (False, True, "journal")
    assert part.others == ("Bob Smith",)
    ((_, _, what),) = part.changes
    assert "[somebody else]" in what
    assert "300" not in what
    (whole,) = made(None, bobs_change(NOTES, None), whole=frozenset({BOBS}))
    assert "300" in whole.changes[0][2]
    assert said_of(whole, real_words()) == "Customer, Bob Smith"


def test_data_holds_their_records_and_what_names_them() -> None:
    (part,) = made(of_bob(NOTES))
    (whole,) = made(of_bob(NOTES), whole=frozenset({BOBS}))
    mine = replace(KEPT, values=(("text", "rang"), ("on_day", TODAY), ("at", NOON)))
    gone = replace(KEPT, line="contacts:7", left_out="private")
    found = json.loads(pack_data(pack(mine, gone, part, whole)))
    assert found["records"] == {
        "contacts": [
            {
                "text": "rang",
                "on_day": "2026-09-14",
                "at": "2026-09-14T11:00:00+00:00",
                "changes": [{"when": "now", "who": "Ruth", "what": "it"}],
            }
        ]
    }
    assert found["kept_back"] == [{"what": "contacts:7", "reason": "private"}]
    first, second = found["named_in"]
    assert [one["words"] for one in first["says"]] == ["Brother of Mrs Patel, says [somebody else]"]
    assert "notes" not in first
    assert second["notes"] == NOTES


def test_what_stands_there_anyway_is_not_told_again() -> None:
    (record,) = made_records(
        (row(text="rang", by_whom="Tom Reed", id=4),),
        (
            change(("text", None, "rang"), ("id", None, 4)),
            change(("text", "rung", "rang"), ("by_whom", "Ann", None), ("text", None, "gone")),
        ),
        telling(),
        people("Tom Reed"),
        PackChoices(left_out={"contacts:4": "private"}),
    )
    assert record.line == "contacts:4"
    assert [words for _, words in record.pairs] == ["rang", "Tom Reed"]
    ((when, who, what),) = record.changes
    assert (when, who) == ("14 September 2026, 11:00", "Ruth")
    assert "was “rung” before" in what
    assert "“Ann” became “–”" in what
    assert "“gone”" in what
    assert record.others == ()
    assert not record.needs_look
    assert record.left_out == "private"


@pytest.mark.parametrize(("values", "expected"), [({"customer_id": 5}, ()), ({}, ("Tom Reed",))])
def test_a_letter_to_them_tells_them_nothing_new(
    values: dict[str, object], expected: tuple[str, ...]
) -> None:
    letter = HeldRow(
        table="letters", id=3, label="L", values=(*values.items(), ("body", "Yours, Tom Reed"))
    )
    (record,) = made_records((letter,), (), telling(), people("Tom Reed"), PackChoices())
    assert record.others == expected


def test_whoever_shares_a_name_with_them_is_nobody_else() -> None:
    tom = PackPeople(
        them=NamesFinder(("Mr Tom Lane",)), others=NamesFinder(("Tom Reed",), ("Tom Reed",))
    )
    rows = (row(text="Tom Lane rang"), replace(row(text="Tom told Mr Lane"), id=5))
    records = made_records(rows, (), telling(), tom, PackChoices())
    assert [one.others for one in records] == [(), ("Tom Reed",)]


def test_what_is_there_no_more_is_told_from_its_changes() -> None:
    (record,) = made_records(
        (),
        (change(("text", "Joan rang", None), record_id=9),),
        telling(),
        people(staff=("Joan Fielding",)),
        PackChoices(),
    )
    assert record.table == "journal"
    assert record.others == ("Joan Fielding",)


def pack(*records: HeldRecord, **more: object) -> AccessPack:
    return AccessPack(
        customer_id=5,
        name="Mrs Patel",
        made_on=TODAY,
        records=records,
        **more,  # type: ignore[arg-type]
    )


KEPT = HeldRecord(
    line="contacts:4",
    table="contacts",
    heading="C",
    pairs=(("Text", "rang"),),
    changes=(("now", "Ruth", "it"),),
)
NAMES = HeldRecord(line="contacts:5", table="contacts", heading="", pairs=(), others=("Tom Reed",))
OTHERS = HeldRecord(line="contacts:6", table="contacts", heading="", pairs=(), is_theirs=False)
HEAD = PackHead(business="Shop", kept=("a: b",), law=("Law.",), reach=("0163",))


def said(one: AccessPack, *, is_for_us: bool = False) -> str:
    paper = pack_paper(one, HEAD, real_words(), is_for_us=is_for_us)
    found = []
    for block in paper.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                found.append(text)
            case Bullets(items=items):
                found += items
    return "\n".join(found)


def test_ours_marks_what_to_look_at_and_theirs_does_not() -> None:
    left_out = replace(NAMES, left_out="It names Tom")
    (part,) = made(of_bob(NOTES))
    whole = pack(KEPT, left_out, NAMES, OTHERS, part, replace(part, left_out="His"))
    assert whole.to_look_at == whole.records[1:]
    assert whole.left_out == {"contacts:5": "It names Tom", BOBS: "His"}
    ours = said(whole, is_for_us=True)
    assert "Left out: It names Tom" in ours
    assert "Names another person: Tom Reed" in ours
    assert "Is about somebody or something else" in ours
    assert "K-0009" in ours
    theirs = said(whole)
    assert "Names another person" not in theirs
    assert "Talks and messages: It names Tom" in theirs
    assert "Where other records name you: His" in theirs
    assert "K-0009" not in theirs
    assert "Law." in theirs
    assert "Law." not in ours
    assert notes_on(KEPT, real_words()) == ()
    assert said_of(KEPT, real_words()) == "Talks and messages"


def test_files_and_letters_are_spoken_of_where_there_are_some() -> None:
    assert "What is left out, and why" not in said(pack(KEPT))
    assert "Where other records name you" not in said(pack(KEPT))
    assert "Files" not in said(pack(KEPT)).split("\n")
    full = said(pack(KEPT, files=("tap.jpg",), letters=(3,)))
    assert "tap.jpg" in full
    assert "exactly as they went out" in full

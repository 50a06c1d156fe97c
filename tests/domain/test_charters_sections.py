# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One page of the guide as one section of the charter."""

from dataclasses import replace

import pytest

from servicedesk.domain.blocks import Bullets, Paragraph, Pledge, Table, Tone
from servicedesk.domain.charters_sections import reach_section, section
from servicedesk.domain.guides import Page, Prints, Question, QuestionKind, page_by_id
from tests.helpers.builders import charter_guide, charter_source, law_of

CLEARED = (
    "What has been kept for long enough comes up on a list by itself. "
    "We look through it, and clear it out or note why we still need it."
)


def page(page_id):
    return page_by_id(charter_guide(), page_id)


def final(**said):
    return replace(charter_source(**said), poster_is_draft=False, text_is_draft=False)


def texts(blocks):
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def own(question_id, prints, label="", kind=QuestionKind.TEXT):
    return Question(id=question_id, kind=kind, label="Asked?", prints=prints, print_label=label)


def test_a_section_reads_in_the_order_in_which_the_guide_asks():
    made = Page(
        id="how_fast",
        number="5",
        title="Fast",
        heading="How fast",
        questions=(
            own("price_rule", Prints.PARAGRAPH),
            own("town", Prints.ROW, "Where"),
            own("trading_name", Prints.ROW),
            own("marketing", Prints.NOTHING),
            own("cover", Prints.ROW, "Nothing said"),
            own("place", Prints.NOTHING, kind=QuestionKind.STANDARD),
            own("adjustments", Prints.BULLETS, "We offer"),
            own("phone", Prints.ROW, "Phone"),
        ),
    )
    blocks = section(final(), made)
    assert blocks[0] == Paragraph(text="The price on the shelf is the whole price.")
    assert blocks[1] == Table(
        caption="How fast", rows=(("Where", "Todmorden"), ("Asked?", "Hollins Hardware"))
    )
    assert [type(block) for block in blocks[2:4]] == [Pledge, Pledge]
    assert blocks[4:] == [
        Paragraph(text="We offer", tone=Tone.STRONG),
        Bullets(items=("Large print", "A chair at the counter")),
        Table(caption="How fast", rows=(("Phone", "01632 960 123"),)),
    ]


def test_standards_come_first_where_no_question_marks_their_place():
    made = replace(page("how_fast"), questions=(own("town", Prints.PARAGRAPH),))
    blocks = section(final(), made)
    assert [type(block) for block in blocks] == [Pledge, Pledge, Paragraph]


def test_who_we_are_and_how_to_reach_us_are_one_table_after_what_a_draft_says_of_it():
    source = charter_source(read_pages=(), out_of_hours="Ring.", post_address="PO Box 7")
    note, table = reach_section(source, "Reach")
    assert note.text == "Ready-made words, not read yet."
    assert table.caption == "Reach"
    labels = [row[0] for row in table.rows]
    assert labels == [
        "Run by", "Address", "Phone", "E-mail", "Letters", "Open", "When we are closed",
    ]  # fmt: skip


def test_an_address_for_letters_that_is_the_address_does_not_stand_twice():
    same = final(post_address="18 bridge street,\nTodmorden\n OL14 5AX")
    (table,) = reach_section(same, "Reach")
    assert "Letters" not in [row[0] for row in table.rows]


def test_a_section_without_an_answer_is_nothing():
    assert section(final(adjustments=None), page("easier")) == []


def test_section_10_ends_with_the_sentence_about_rights_that_nobody_need_type():
    assert texts(section(final(), page("not_right")))[-1] == (
        "This does not affect your legal rights."
    )


def test_section_11_names_a_person_and_the_way_of_data_complaints():
    said = texts(section(final(), page("complaints")))
    assert said[:2] == [
        "Tell anyone here, ring or write.",
        "Ask for Ruth Hollins, or else for Tom.",
    ]
    assert said[2] == law_of("eng")["data_complaint"]


def test_section_13_promises_a_yearly_review_and_never_a_removal():
    said = texts(section(final(), page("your_information")))
    assert said[-2:] == [
        CLEARED,
        law_of("eng")["data_rights"],
    ]
    assert not any("delete" in words.lower() for words in said)


def test_section_15_says_when_results_come_and_whether_customers_were_asked():
    said = texts(section(final(asked_customers=None), page("we_check")))
    assert said[-3:] == [
        "We start counting on 1 December 2026.",
        "First results: March 2027.",
        "We have not asked customers about this charter yet. Tell us what you think.",
    ]


@pytest.mark.parametrize(
    ("page_id", "last"),
    [
        ("not_right", "Bring it back and we put it right."),
        ("complaints", "Ask for Ruth Hollins, or else for Tom."),
        (
            "your_information",
            CLEARED,
        ),
    ],
)
def test_elsewhere_the_sections_end_without_law(page_id, last):
    assert texts(section(final(nation="elsewhere"), page(page_id)))[-1] == last


def test_a_draft_says_of_ready_made_words_that_nobody_has_read_them():
    source = charter_source(read_pages=())
    assert texts(section(source, page("late")))[0] == "Ready-made words, not read yet."
    assert "Ready-made" not in " ".join(texts(section(charter_source(), page("late"))))


def test_a_published_charter_leaves_unread_words_out_unless_they_are_needed():
    source = final(read_pages=())
    assert section(source, page("easier")) == []
    assert texts(section(source, page("late"))) == ["We ring you, say why, and give you a new day."]

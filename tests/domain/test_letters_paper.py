# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A letter put together: what stands around its words, and in which order."""

import pytest

from servicedesk.domain.blocks import (
    Blank,
    Bullets,
    Cut,
    Heading,
    Paragraph,
    Signature,
    Steps,
    Tick,
)
from servicedesk.domain.letters import Part, PartKind
from servicedesk.domain.letters_paper import LetterPaper, email_text, letter_paper
from tests.helpers.builders import words

PARTS = (
    Part(kind=PartKind.SUBJECT, text="Over it"),
    Part(kind=PartKind.BULLET, text="a"),
    Part(kind=PartKind.BULLET, text="b"),
    Part(kind=PartKind.HEADING, text="More"),
    Part(kind=PartKind.PARAGRAPH, text="Words."),
    Part(kind=PartKind.BULLET, text="c"),
)


def paper(parts: tuple[Part, ...] = PARTS, *, is_draft: bool = False, **values: str) -> LetterPaper:
    """A letter; two underscores in a name stand for its full stop."""
    printed = {name.replace("__", "."): value for name, value in values.items()}
    return letter_paper(parts, printed, words(), title="Note", logo=None, is_draft=is_draft)


def test_a_letter_runs_from_the_salutation_to_the_signature():
    made = paper(
        customer__name="Mrs Asha Patel",
        customer__salutation="Mrs Patel",
        customer__address_block="Mrs Asha Patel\n3 Orchard Close\n\nLE9 2XX",
        business__name="Hollins Hardware",
        business__phone="01632",
        business__reg_lines="Ltd\nVAT 1",
        signatory="Ruth",
        stand_in="Tom",
        our_ref="L-2026-0001",
        today="2 October 2026",
    )
    assert made.blocks == (
        Paragraph(text="Dear Mrs Patel,"),
        Heading(text="Over it", level=2),
        Bullets(items=("a", "b")),
        Heading(text="More", level=3),
        Paragraph(text="Words."),
        Bullets(items=("c",)),
        Paragraph(text="If you ring us and somebody else answers, please ask for Tom."),
        Paragraph(text="Yours sincerely,"),
        Signature(name="Ruth", role="Hollins Hardware"),
    )
    assert made.address == ("Mrs Asha Patel", "3 Orchard Close", "LE9 2XX")
    assert (made.contact, made.legal) == (("01632",), ("Ltd", "VAT 1"))
    assert (made.reference, made.title) == ("Our reference: L-2026-0001", "Note for Mrs Asha Patel")
    assert made.mark == ""


def test_a_letter_to_nobody_yet_is_greeted_and_marked_as_a_draft():
    made = paper(PARTS[4:5], is_draft=True)
    assert made.blocks[0] == Paragraph(text="Hello,")
    assert made.blocks[-1] == Paragraph(text="Yours sincerely,")
    assert (made.title, made.reference, made.address) == ("Note", "", ())
    assert made.mark


def test_who_stands_in_is_asked_for_by_phone_only():
    assert "Tom" not in str(paper(stand_in="Tom", business__email="a@ode.example").blocks)
    asked = paper((), stand_in="Tom", business__phone="01632", us="me").blocks[1]
    assert asked.text == "If you ring me and somebody else answers, please ask for Tom."


@pytest.mark.parametrize(
    ("name", "closing"),
    [
        ("Sir or Madam", "Yours faithfully,"),
        ("sir/madam", "Yours faithfully,"),
        ("Mr Madams", "Yours sincerely,"),
        ("", "Yours sincerely,"),
    ],
)
def test_who_is_addressed_without_a_name_gets_another_closing(name, closing):
    made = paper(customer__name="Brightwater Taps Ltd", customer__salutation=name)
    assert made.blocks[-1] == Paragraph(text=closing)


def test_somebody_whose_name_was_typed_is_greeted_by_title_and_surname():
    made = paper(customer__name="Mrs Jean O'Brien")
    assert made.blocks[0].text == "Dear Mrs O'Brien,"
    assert made.address[0] == "Mrs Jean O'Brien"


def test_without_a_salutation_the_name_takes_its_place():
    assert paper(customer__name="Ben").blocks[0] == Paragraph(text="Dear Ben,")


def test_what_is_to_be_cut_off_stands_below_the_name():
    parts = (
        Part(kind=PartKind.PARAGRAPH, text="Words."),
        Part(kind=PartKind.CUT, text="Cut here"),
        Part(kind=PartKind.STEPS, text="Was it fair?"),
        Part(kind=PartKind.TICK, text="Yes"),
        Part(kind=PartKind.BLANK, text="Your name"),
        Part(kind=PartKind.PARAGRAPH, text="Thank you."),
    )
    assert paper(parts, signatory="Ruth").blocks[1:] == (
        Paragraph(text="Words."),
        Paragraph(text="Yours sincerely,"),
        Signature(name="Ruth"),
        Cut(text="Cut here"),
        Steps(question="Was it fair?"),
        Tick(label="Yes"),
        Blank(label="Your name"),
        Paragraph(text="Thank you."),
    )


def test_a_letter_about_a_complaint_says_which():
    made = paper(complaint__ref="C-2026-0014", our_ref="L-2026-0001")
    assert (made.about, made.reference) == (
        "Your complaint: C-2026-0014",
        "Our reference: L-2026-0001",
    )
    assert paper(our_ref="L-2026-0001").about == ""


def test_an_e_mail_has_its_subject_first_and_no_paper_around_it():
    printed = {
        "customer.name": "Mrs Asha Patel",
        "signatory": "Ruth",
        "business.name": "Ode",
        "business.phone": "01632 960123",
    }
    text = email_text("It is done\n\nOne.\n\n- a\n- b", printed, words())
    assert text.split("\n\n") == [
        "Subject: It is done",
        "Dear Mrs Patel,",
        "One.",
        "- a\n- b",
        "Yours sincerely,",
        "Ruth\nOde\n01632 960123",
    ]
    assert email_text("Alone", {}, words()).startswith("Subject: Alone\n\nHello,")


def test_what_is_to_be_cut_off_stands_below_the_name_in_an_e_mail_too():
    printed = {"signatory": "Ruth", "business.name": "Ode"}
    body = (
        "Well?\n\nOne.\n\n## More\n\n- a\n- b\n\n--- Send it back\n\n"
        "1-5 Was it quick?\n\n___ Your name"
    )
    assert email_text(body, printed, words()).split("\n\n") == [
        "Subject: Well?",
        "Hello,",
        "One.",
        "More",
        "- a\n- b",
        "Yours sincerely,",
        "Ruth\nOde",
        "--------------------\nSend it back",
        "Was it quick?\n1   2   3   4   5",
        "Your name\n____________________",
    ]

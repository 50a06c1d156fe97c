# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters on paper: the window, the margins, the sizes, and every word of every customer."""

import json
import re
import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from servicedesk.documents.fonts import printable
from servicedesk.documents.letters import WINDOW, letter_pdf
from servicedesk.documents.letters_many import letters_pdf
from servicedesk.documents.page_images import joined, page_count, page_texts
from servicedesk.domain.blocks import Blank, PaperSize, Steps
from servicedesk.domain.letters import Voice
from tests.documents.reading import MM, fonts_of, pages_of
from tests.papers.charters import real_words
from tests.papers.letters import empty_letter, hostile_letter, letter, letters
from tests.papers.shops import HOSTILE, LONG_NAME, logo

SIZES = (PaperSize.A4, PaperSize.LETTER)
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "letters"
CASES = {
    "": (letter, False),
    "large": (letter, True),
    "empty": (empty_letter, False),
    "hostile": (hostile_letter, False),
}
"""Name of the case -> how it is written, and whether in large print."""

TWO_PAGES = {"L08": 2, "L29": 2}
"""All that is left to say before a customer goes elsewhere, and a form that is torn off."""

ADDRESS = ["Mrs Asha Patel", "3 Orchard Close", "Kirby Muxloe", "Leicester", "LE9 2XX"]
GUARD = re.compile(r"\{[a-zA-Z?][^}\n]*\}")


@pytest.fixture(name="printed")
def _printed(faces):
    def print_it(made, size=PaperSize.A4, *, large=False):
        return letter_pdf(made, size, faces, real_words(), large=large)

    return print_it


def bare(text):
    """A text without spaces and without marks over letters: where those stand, readers differ."""
    return "".join(
        sign for sign in "".join(text.split()) if not unicodedata.category(sign).startswith("M")
    )


def words_of(pdf):
    """All that stands on the pages."""
    return bare("".join(page_texts(pdf)))


@pytest.mark.parametrize("number", sorted(letters()))
@pytest.mark.parametrize("case", sorted(CASES))
def test_a_letter_reads_as_it_did(number, case, printed):
    make, large = CASES[case]
    made = printed(make(number), large=large)
    texts = (" ".join(text.split()) for text in page_texts(made.data))
    name = f"{number}-{case}.txt" if case else f"{number}.txt"
    assert "\f".join(texts) == GOLDEN.joinpath(name).read_text("utf-8").strip()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", sorted(letters()))
def test_a_usual_letter_has_one_page(number, size, printed):
    made = printed(letter(number, voice=Voice.ONE, head=logo(900, 300)), size)
    assert (made.pages, made.cut, made.missing) == (TWO_PAGES.get(number, 1), (), ())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("large", [False, True])
def test_nothing_stands_within_twelve_millimetres_of_an_edge(size, large, printed):
    for made in (letter("L14", head=logo(300, 900)), hostile_letter("L19")):
        for page in pages_of(printed(made, size, large=large).data):
            for line in page.lines:
                if line.text == "DRAFT":  # the pale word lies behind everything
                    continue
                assert line.left >= 12 * MM - 0.5
                assert line.right <= page.width - 12 * MM + 0.5
                assert line.bottom >= 12 * MM - 1.5
                assert line.top <= page.height - 12 * MM + 1.5


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", ["L01", "L04", "L13", "L23A"])
def test_the_address_stands_where_a_dl_window_shows_it_and_nothing_else_does(number, size, printed):
    (page,) = pages_of(printed(letter(number, head=logo(900, 300)), size).data)
    left, top, right, foot = WINDOW
    inside = [
        line
        for line in page.lines
        if page.height - line.top < 92 * MM
        and page.height - line.bottom > 46 * MM
        and line.left < 110 * MM
    ]
    shown = [line.text for line in inside]
    assert shown == ADDRESS
    for line in inside:
        assert left - 0.5 <= line.left
        assert line.right <= right
        assert top - 1 <= page.height - line.top
        assert page.height - line.bottom <= foot + 1


def test_a_tall_address_gets_smaller_type_and_one_too_tall_is_told_of(printed):
    six = printed(letter("L13", customer__address_block="a\nb\nc\nd\ne"))
    assert (six.pages, six.cut) == (1, ())
    ten = printed(letter("L13", customer__address_block="\n".join("abcdefghij")))
    assert ten.cut == ("window",)
    assert real_words().say("left_out.window")


def test_large_print_is_sixteen_points_and_up_from_one_left_edge(printed):
    made = printed(letter("L14"), large=True)
    assert made.cut == ()
    for page in pages_of(made.data):
        rest = [line for line in page.lines if line.text not in ADDRESS]
        assert min(line.size for line in rest) >= 16
    wrapped = [line for page in pages_of(made.data) for line in page.lines]
    edges = {round(line.left) for line in wrapped if line.text.startswith(("We are", "It helps"))}
    assert edges == {round(20 * MM)}


@pytest.mark.parametrize("number", ["L06", "L08"])
def test_scenario_50_a_letter_names_outside_help_only_where_there_is_some(number, printed):
    named = letter(number)
    assert "HomeTradesDisputeScheme" in words_of(printed(named).data)
    without = words_of(printed(letter(number, adr__paragraph="")).data)
    for word in ("Scheme", "disput", "ombudsman", "ADR", "odr", "europa.eu", "Bodieslikethisone"):
        assert word.lower() not in without.lower()
    assert "CitizensAdvice" in without


def test_a_slip_stands_below_the_name_and_is_not_parted(printed):
    for number, large in (("L16", False), ("L16", True), ("L29", False), ("L29", True)):
        texts = [bare(text) for text in page_texts(printed(letter(number), large=large).data)]
        (slip,) = [text for text in texts if "thispartback" in text or "Cancellationform" in text]
        last = "onlyifyoulike" if number == "L16" else "Deleteasappropriate"
        assert last in slip
        head = "thispartback" if number == "L16" else "Cancellationform"
        assert "RuthHollins" not in slip.partition(head)[2]


def test_a_long_label_stands_above_its_line(printed):
    long = Blank(label="What should be done better, and by whom, and by when? " * 2)
    made = replace(letter("L16"), blocks=(Steps(question="Was it quick? " * 20), long))
    (page,) = pages_of(printed(made).data)
    for number, line in enumerate(page.lines):
        assert line.right <= page.width - 12 * MM
        assert not [other for other in page.lines[number + 1 :] if line.overlaps(other)]


def test_a_letter_saves_a_page_with_less_air(printed):
    long = letter("L15", guarantee="We put it right. " * 135)
    assert printed(long, large=True).pages <= 3


@pytest.mark.parametrize("lines", range(1, 7))
def test_in_large_print_too_the_address_fits_the_window(lines, printed):
    block = "\n".join(f"{n} Orchard Close" for n in range(1, lines + 1))
    made = printed(letter("L14", customer__address_block=block), large=True)
    assert made.cut == ()
    shown = [
        line
        for line in pages_of(made.data)[0].lines
        if line.text == "Mrs Asha Patel" or "Orchard Close" in line.text
    ]
    assert len(shown) == lines + 1
    page = pages_of(made.data)[0]
    for line in shown:
        assert line.size >= 8.5
        assert WINDOW[1] - 1 <= page.height - line.top
        assert page.height - line.bottom <= WINDOW[3] + 1
    assert shown[0].size >= 10.5 or lines > 4


def test_a_draft_is_marked_and_an_issued_letter_is_not(printed):
    assert "DRAFT" in words_of(printed(letter("L13", is_draft=True)).data)
    assert "DRAFT" not in words_of(printed(letter("L13")).data)


def test_a_long_letter_goes_on_with_its_name_and_number(printed):
    made = printed(letter("L15", guarantee="We put it right. " * 300), large=True)
    pages = pages_of(made.data)
    assert made.pages == len(pages) > 2
    for number, text in enumerate(page_texts(made.data), 1):
        assert f"Page {number} of {made.pages}" in text
    assert "Mrs Asha Patel" in page_texts(made.data)[1]


def test_a_letter_names_its_language_and_carries_its_fonts(printed):
    data = printed(letter("L13")).data
    names, carried = fonts_of(data)
    assert carried == len(names)
    assert b"(en-GB)" in data
    assert printed(letter("L13")).data == data


def test_a_name_of_sixty_letters_fits_beside_a_logo(printed):
    made = printed(letter("L13", head=logo(900, 300), business__name=LONG_NAME))
    assert LONG_NAME.replace(" ", "") in words_of(made.data)
    (page,) = pages_of(made.data)
    for number, line in enumerate(page.lines):
        assert not [other for other in page.lines[number + 1 :] if line.overlaps(other)]


@pytest.mark.parametrize("number", sorted(letters()))
def test_a_hostile_text_in_every_field_prints_as_it_is(number, faces, printed):
    made = printed(hostile_letter(number))
    assert bare(printable(HOSTILE, faces)) in words_of(made.data)
    assert len(pages_of(made.data)[0].pictures) == 1, "the logo and nothing else"


def test_demand_16_no_letter_to_anybody_has_a_field_left_open(samples, faces, printed):
    forms = json.loads((samples / "names" / "name_forms.json").read_text("utf-8"))
    naughty = json.loads((samples / "names" / "naughty_strings.json").read_text("utf-8"))
    names = [f"{one['given']} {one['family']}".strip() for one in forms][::4]
    for place, name in enumerate([*names, *(text for text in naughty[::12] if text.strip())]):
        number = sorted(letters())[place % len(letters())]
        made = letter(
            number, customer__name=name, customer__salutation=name, promise__text=name, effect=name
        )
        for block in made.blocks:
            said = getattr(block, "text", "") + " ".join(getattr(block, "items", ()))
            assert not GUARD.search(said.replace(name.strip(), "").replace(name.strip(" ."), ""))
        wanted = bare(printable(name.strip(), faces))
        found = words_of(printed(made, large=place % 2 == 1).data)
        assert wanted in found or not wanted


def test_letters_of_one_step_are_one_paper(printed):
    one, two = printed(letter("L13")).data, printed(letter("L14"), large=True).data
    whole = joined([one, two])
    assert joined([one]) is one
    assert page_count(whole) == page_count(one) + page_count(two)
    assert page_texts(whole) == (*page_texts(one), *page_texts(two))


def test_a_letter_with_nothing_in_it_is_a_page(printed):
    bare = replace(letter("L13"), contact=(), legal=(), address=(), business="", blocks=())
    assert printed(replace(bare, day="", reference="")).pages == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("mark", ["", "DRAFT – not sent"])
def test_a_tall_head_pushes_day_and_references_down(size, large, mark, printed):
    contact = ("Unit 4, Mill Lane", "Todmorden", "OL14 5AX", "01632 960123", "07700 900998")
    more = ("counter@hollins.example", "www.hollins.example", "Monday to Saturday")
    made = replace(letter("L01"), contact=(*contact, *more), mark=mark)
    page = pages_of(printed(made, size, large=large).data)[0]
    lines = [line for line in page.lines if line.size < 40]  # the mark lies under the words
    for one in lines:
        for other in lines:
            is_beside = other.right <= one.left or one.right <= other.left
            if one is not other and not is_beside:
                apart = abs(one.bottom - other.bottom)
                assert apart > min(one.size, other.size) * 0.9, (one.text, other.text)


def test_the_file_says_when_the_letter_was_made_and_what_it_is(faces):
    made_at = datetime(2026, 9, 30, 16, 5, tzinfo=timezone(timedelta(hours=1)))
    paper = replace(letter("L01"), made_at=made_at)
    one = letter_pdf(paper, PaperSize.A4, faces, real_words()).data
    for data in (one, letters_pdf(((paper, False),) * 2, PaperSize.A4, faces, real_words()).data):
        said = PdfDocument(data).get_metadata_dict()
        assert said["CreationDate"] == said["ModDate"] == "D:20260930150500+00'00'"
        assert said["Title"] == paper.title
    assert letter_pdf(paper, PaperSize.A4, faces, real_words()).data == one

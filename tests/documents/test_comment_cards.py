# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Comment cards and survey sheets: alike, inside their margins, with a code only for an address."""

from dataclasses import replace
from itertools import combinations

import pytest

from servicedesk.documents.comment_cards import comment_cards_pdf
from servicedesk.documents.page_images import page_image, page_texts
from servicedesk.documents.survey_sheet import survey_sheet_pdf
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.feedback_rules import Asked
from tests.documents.reading import MM, pages_of
from tests.papers.charters import real_words
from tests.papers.feedback import EVERYTHING, HARD, ONE, SENDER, SENDERS, asking
from tests.papers.shops import LONG_NAME, logo

SIZES = (PaperSize.A4, PaperSize.LETTER)


def squares(printed, part):
    """Dark dots in a part (left, upper, right, lower, of 1) of the first page."""
    image = page_image(printed.data, 0, 36)
    left, upper, right, lower = part
    found = 0
    for row in range(int(upper * image.height), int(lower * image.height)):
        start = row * image.width
        for place in range(start + int(left * image.width), start + int(right * image.width)):
            found += sum(image.bgra[place * 4 : place * 4 + 3]) < 250
    return found


def four(printed):
    """The lines of the four cards, each as (words, its place on the card)."""
    [page] = pages_of(printed.data)
    for line in page.lines:
        for lower, upper in ((0, page.height / 2), (page.height / 2, page.height)):
            if lower <= line.bottom < upper:
                assert line.bottom - lower >= 12 * MM - 0.05, line.text
                assert upper - line.top >= 12 * MM - 0.05, line.text
        for left, right in ((0, page.width / 2), (page.width / 2, page.width)):
            if left <= line.left < right:
                assert line.left - left >= 12 * MM - 0.05, line.text
                assert right - line.right >= 12 * MM - 0.05, line.text
    for one, other in combinations(page.lines, 2):
        assert not one.overlaps(other), (one.text, other.text)
    cards = {}
    for line in page.lines:
        corner = (line.left < page.width / 2, line.bottom > page.height / 2)
        cards.setdefault(corner, []).append(line.text.strip())
    return page, list(cards.values())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SENDERS)
@pytest.mark.parametrize("asked", [Asked(), EVERYTHING, Asked(effort=True)])
def test_four_cards_are_alike_and_stay_on_their_quarters(asked, name, size, faces):
    card = asking(SENDERS[name]).comment_card(asked)
    page, cards = four(comment_cards_pdf(card, size, faces))
    assert len(cards) == 4
    assert all(one == cards[0] for one in cards)
    said = cards[0]
    for text in (card.asked.text, card.why, card.better, *card.answering.consents, "1", "5"):
        assert text in said
    assert min(line.size for line in page.lines) >= 7


def test_a_card_asks_more_only_where_it_fits_and_says_what_it_left_out(faces):
    few = comment_cards_pdf(asking().comment_card(Asked(effort=True)), PaperSize.A4, faces)
    assert few.cut == ()
    all_of_it = comment_cards_pdf(asking().comment_card(EVERYTHING), PaperSize.A4, faces)
    assert all_of_it.cut == ("card_questions",)
    text = page_texts(all_of_it.data)[0]
    assert text.count("recommend us to a friend") == 4
    assert "sort this out" not in text


def test_a_card_has_room_to_write(faces):
    card = asking(ONE).comment_card(Asked())
    [page] = pages_of(comment_cards_pdf(card, PaperSize.A4, faces).data)
    first = {line.text: line for line in page.lines if line.left < page.width / 2}
    gap = first[card.why].bottom - first[card.better].top
    assert gap >= 12 * MM


def test_no_address_no_code_and_no_words_of_one(faces):
    without = asking(replace(SENDER, address="")).comment_card(Asked())
    with_code = asking(SENDER).comment_card(Asked())
    corner = (0.33, 0.36, 0.47, 0.5)
    plain, coded = (comment_cards_pdf(one, PaperSize.A4, faces) for one in (without, with_code))
    assert squares(coded, corner) > 10 * max(1, squares(plain, corner))
    assert "hollins.example/feedback" in page_texts(coded.data)[0]
    assert "phone:" not in page_texts(plain.data)[0]


def test_an_address_too_long_for_a_code_stands_in_words(faces):
    sender = replace(SENDER, address="https://example.example/" + "x" * 400)
    printed = comment_cards_pdf(asking(sender).comment_card(Asked()), PaperSize.A4, faces)
    assert "code" in printed.cut
    sheet = asking(sender).survey_sheet(Asked())
    printed = survey_sheet_pdf(sheet, PaperSize.A4, faces, real_words())
    assert printed.cut == ("code",)
    assert "example.example/xxx" in page_texts(printed.data)[0]


def test_a_hostile_name_is_cut_and_named(faces):
    printed = comment_cards_pdf(asking(HARD).comment_card(EVERYTHING), PaperSize.LETTER, faces)
    assert printed.cut == ("card_questions", "card")
    assert printed.missing == ("\U0001f600", "ש", "ל", "ו", "ם")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SENDERS)
@pytest.mark.parametrize("asked", [Asked(), Asked(elements=True), EVERYTHING])
def test_a_survey_sheet_asks_everything_that_is_switched_on(asked, name, size, faces):
    sheet = asking(SENDERS[name]).survey_sheet(asked)
    printed = survey_sheet_pdf(sheet, size, faces, real_words())
    assert printed.pages == (2 if asked == EVERYTHING else 1)
    pages = pages_of(printed.data)
    for page in pages:
        for line in page.lines:
            reach = min(line.left, line.bottom, page.width - line.right, page.height - line.top)
            assert reach >= 12 * MM - 0.05, line.text
        for one, other in combinations(page.lines, 2):
            assert not one.overlaps(other), (one.text, other.text)
    text = " ".join(" ".join(page_texts(printed.data)).split())
    for item in sheet.items:
        assert item.text in text
    assert sheet.thanks in text
    assert ("Polite" in text) == asked.elements
    assert ("It was fair" in text) == asked.handling
    assert ("10" in text.split()) == asked.recommendation


def test_large_print_of_a_survey_is_large(faces):
    sheet = asking().survey_sheet(EVERYTHING)
    printed = survey_sheet_pdf(sheet, PaperSize.A4, faces, real_words(), large=True)
    for page in pages_of(printed.data):
        said = [line for line in page.lines if not line.text.strip().isdigit()]
        assert min(line.size for line in said) >= 15.9


def test_a_long_name_takes_three_lines_at_most(faces):
    sender = replace(SENDER, business=f"{LONG_NAME} " * 9)
    printed = survey_sheet_pdf(
        asking(sender).survey_sheet(Asked()), PaperSize.LETTER, faces, real_words()
    )
    assert printed.cut == ("heading",)


@pytest.mark.parametrize("shape", [(900, 180), (200, 700)])
def test_a_logo_stands_at_the_right_of_the_heading(shape, faces):
    sender = replace(SENDER, logo=logo(*shape))
    printed = survey_sheet_pdf(
        asking(sender).survey_sheet(Asked()), PaperSize.A4, faces, real_words()
    )
    [page] = pages_of(printed.data)
    [(left, bottom, right, top)] = page.pictures
    assert page.height - top >= 12 * MM
    assert right == pytest.approx(page.width - 16 * MM, abs=2)
    assert right - left <= 34 * MM + 0.1
    assert top - bottom <= 14 * MM + 0.1
    heading = next(line for line in page.lines if line.text == "How did we do?")
    assert heading.right < left

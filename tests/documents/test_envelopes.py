# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Envelopes and labels: the address where it belongs, whole where it fits, in any script."""

import pytest

from servicedesk.documents.envelopes import FOOT, STAMP, envelopes_pdf
from servicedesk.documents.labels import LABEL_SHEETS, labels_pdf
from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import PaperSize
from tests.documents.reading import MM, pages_of
from tests.papers.envelopes import (
    ASHA,
    CREDITS,
    ENVELOPES,
    EVERYBODY,
    NAMES,
    SENDER,
    every_envelope,
    to,
)


def test_nothing_stands_near_an_edge_nor_lies_over_anything(faces):
    for name, printed in every_envelope(faces):
        for page in pages_of(printed.data):
            for number, line in enumerate(page.lines):
                assert line.left >= 12 * MM - 0.5, name
                assert line.right <= page.width - 12 * MM + 0.5, name
                assert line.bottom >= 12 * MM - 2, name
                assert line.top <= page.height - 12 * MM + 1.5, name
                assert line.size >= 7, name
                over = [other for other in page.lines[number + 1 :] if line.overlaps(other)]
                assert not over, name


@pytest.mark.parametrize("size", ENVELOPES)
def test_an_envelope_lies_across_with_room_for_stamp_and_post(faces, size):
    (page,) = pages_of(envelopes_pdf([ASHA], SENDER, size, faces, CREDITS).data)
    assert page.width > page.height
    assert "".join(line.text for line in page.lines if line.left < page.width * 0.4) == "".join(
        line.text for line in page.lines if line.size < 9
    )
    address = [line for line in page.lines if line.size >= 9]
    assert [line.text for line in address] == list(ASHA.lines)
    for line in address:
        assert line.left >= page.width * 0.4
        assert line.bottom >= FOOT - 2
        assert line.top <= page.height - STAMP + 2


def test_demand_15_every_name_prints_on_envelopes_and_labels(faces):
    for name, printed in every_envelope(faces):
        text = " ".join(page_texts(printed.data))
        if not name.endswith("hard"):
            assert printed.missing == ()
            assert all(person in text for person in NAMES)
            # Eight long lines are more than a label of an inch holds, which it says.
            assert printed.cut == (("label",) if name == "labels_30" else ())


def test_what_the_fonts_lack_is_named_and_what_does_not_fit_is_told(faces):
    for name, printed in every_envelope(faces):
        if name.endswith("hard"):
            assert "ש" in printed.missing
            kind = "envelope" if name.startswith("envelope") else "label"
            assert printed.cut == (() if "-c5-" in name else (kind,))
            assert "LE9 2XX" in " ".join(page_texts(printed.data))


def test_a_long_address_is_smaller_and_whole(faces):
    (page,) = pages_of(envelopes_pdf([EVERYBODY[5]], "", PaperSize.DL, faces, CREDITS).data)
    said = "".join("".join(line.text.split()) for line in page.lines)
    assert said == "".join("".join(line.split()) for line in EVERYBODY[5].lines)
    assert max(line.size for line in page.lines) < 13


@pytest.mark.parametrize("name", sorted(LABEL_SHEETS))
def test_labels_begin_at_the_first_free_one_and_go_on_over_sheets(faces, name):
    sheet = LABEL_SHEETS[name]
    people = [to(f"Person {number}", "1 A Street", "B1 1BB") for number in range(sheet.count)]
    printed = labels_pdf(people, sheet, 3, faces, CREDITS)
    first, second = pages_of(printed.data)
    assert printed.pages == 2
    names = [line for line in first.lines if line.text.startswith("Person")]
    assert len(names) == sheet.count - 2
    assert len([line for line in second.lines if line.text.startswith("Person")]) == 2
    row, column = divmod(2, sheet.across)
    left = sheet.corner[0] + column * sheet.step[0]
    top = first.height - sheet.corner[1] - row * sheet.step[1]
    assert left < names[0].left < left + sheet.size[0]
    assert top - sheet.size[1] < names[0].bottom < names[0].top < top


@pytest.mark.parametrize("name", sorted(LABEL_SHEETS))
def test_a_full_sheet_is_one_page_and_every_label_lies_on_it(faces, name):
    sheet = LABEL_SHEETS[name]
    printed = labels_pdf([ASHA] * sheet.count, sheet, 1, faces, CREDITS)
    assert (printed.pages, len(pages_of(printed.data))) == (1, 1)
    width, height = pages_of(printed.data)[0].width, pages_of(printed.data)[0].height
    right = sheet.corner[0] + (sheet.across - 1) * sheet.step[0] + sheet.size[0]
    foot = sheet.corner[1] + (sheet.down - 1) * sheet.step[1] + sheet.size[1]
    assert abs(width - right - sheet.corner[0]) < 1
    assert abs(height - foot - sheet.corner[1]) < 1.5

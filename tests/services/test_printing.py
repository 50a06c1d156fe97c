# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A finished paper on its way out: bands that are the page, words that can be read, a safe file."""

import os
import stat
import sys
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from servicedesk.documents.fonts import load_faces
from servicedesk.documents.pdf import text_pdf
from servicedesk.documents.poster import poster_pdf
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.printing import BAND_BYTES
from servicedesk.services.printing import Printing
from tests.helpers.builders import RESOURCES, words
from tests.papers.shops import paper, poster
from tests.papers.words import paper_words


@pytest.fixture(scope="module")
def faces():
    return load_faces(RESOURCES / "fonts")


@pytest.fixture(scope="module")
def sheet(faces):
    return poster_pdf(poster(4), PaperSize.A4, faces).data


@pytest.fixture(scope="module")
def text(faces):
    return text_pdf(paper(4), PaperSize.LETTER, faces, paper_words()).data


@pytest.fixture
def printing():
    return Printing()


def test_pages_and_sizes_are_told(printing, sheet, text):
    assert printing.page_count(sheet) == 1
    assert printing.page_count(text) > 1
    assert printing.page_size_points(sheet, 0) == pytest.approx((595.28, 841.89), abs=0.01)
    assert printing.page_size_points(text, 1) == pytest.approx((612, 792))
    with pytest.raises(IndexError):
        printing.page_size_points(sheet, 1)


@pytest.mark.parametrize(("dpi", "sent"), [(72, 72), (96.5, 96.5), (600, 300), (1200, 300)])
def test_bands_are_the_page_at_no_more_than_three_hundred_dots(printing, sheet, dpi, sent):
    bands = list(printing.bands(sheet, 0, dpi))
    whole = Image.open(BytesIO(printing.page_png(sheet, 0, sent)))
    made = Image.new("RGB", whole.size)
    for band in bands:
        assert len(band.rgb) == band.width * band.height * 3 <= BAND_BYTES
        assert band.page_height == whole.height
        made.paste(Image.frombytes("RGB", (band.width, band.height), band.rgb), (0, band.top))
    assert sum(band.height for band in bands) == whole.height
    worst = max(high for _, high in ImageChops.difference(whole, made).getextrema())
    assert worst <= 24  # the edges of letters may come out a shade apart; a seam would be 255
    assert len(bands) == (4 if sent == 300 else 1)


def test_there_is_no_band_of_a_page_after_the_last(printing, sheet):
    with pytest.raises(IndexError):
        next(printing.bands(sheet, 1, 72))


def test_words_are_copied_in_reading_order_without_the_breaks_of_the_page(printing, sheet):
    (copied,) = printing.texts(sheet)
    said = [
        "Our promise to you",
        "Straight answers, fair prices, and if we get it wrong we put it right without a fuss.",
        "4 hours while we are open",
        "We will ring you back within 4 hours of a missed call.",
        "How to reach us",
        "If something is wrong",
    ]
    lines = copied.splitlines()
    places = [lines.index(line) for line in said]
    assert places == sorted(places)


def test_a_paper_is_saved_whole_and_for_its_owner_alone(printing, tmp_path, sheet):
    target = printing.save(tmp_path / "Our poster – £5.pdf", sheet)
    assert target.is_absolute()
    assert target.read_bytes() == sheet
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_replaced_only_when_asked(printing, tmp_path, sheet):
    target = tmp_path / "poster.pdf"
    target.write_bytes(b"mine")
    with pytest.raises(Refusal) as said:
        printing.save(target, sheet)
    assert said.value.field == "path"
    assert "poster.pdf" in words().refusal(said.value)
    assert target.read_bytes() == b"mine"
    printing.save(target, sheet, replaces=True)
    assert target.read_bytes() == sheet


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("gone/poster.pdf", "saving_folder_gone"),
        ("folder", "saving_name_taken"),
        ("file.txt/poster.pdf", "saving_under_file"),
        ("x" * 300, "saving_name_too_long"),
        ("a\0b.pdf", "saving_name_not_possible"),
    ],
)
def test_a_place_that_takes_no_file_is_told(printing, tmp_path, sheet, place, code):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Trouble) as told:
        printing.save(tmp_path / place, sheet)
    assert told.value.code == code
    assert words().trouble(told.value).do
    assert sorted(tmp_path.rglob("*")) == before


def test_a_disk_that_is_full_leaves_what_was_there(printing, tmp_path, sheet, monkeypatch):
    target = tmp_path / "poster.pdf"
    target.write_bytes(b"mine")

    def full(number, data):
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(Trouble) as told:
        printing.save(target, sheet, replaces=True)
    assert told.value.code == "saving_no_room"
    assert target.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="folders there have no such right")
def test_a_folder_that_may_not_be_written_is_told(printing, tmp_path, sheet, monkeypatch):
    real = os.open

    def closed(path, flags, mode=0o777, **more):
        if flags & os.O_CREAT:
            raise PermissionError(13, "denied")
        return real(path, flags, mode, **more)

    monkeypatch.setattr(os, "open", closed)
    with pytest.raises(Trouble) as told:
        printing.save(tmp_path / "poster.pdf", sheet)
    assert told.value.code == "saving_not_allowed"

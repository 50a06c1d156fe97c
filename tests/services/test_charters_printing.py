# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A charter on its way to the preview: every paper on every sheet, and what each leaves out."""

import subprocess
import sys
from datetime import timedelta
from itertools import chain

import pytest

from servicedesk.documents.fonts import load_faces
from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.charters import CharterCard, CharterStatus
from servicedesk.domain.printing import PaperChoice, clean_text
from servicedesk.services.charters_papers import CharterPapers
from servicedesk.services.charters_printing import OFFERS, CharterPrinting
from tests.documents.reading import MM, pages_of
from tests.helpers.builders import (
    READ,
    RESOURCES,
    TODAY,
    charter_draft,
    charter_guide,
    law_of,
    promise,
    promises,
    words,
)

POINTS = {
    PaperSize.A4: (595.28, 841.89),
    PaperSize.A3: (841.89, 1190.55),
    PaperSize.LETTER: (612, 792),
}
WAYS = [
    (offer.id, size, bleed, large)
    for offer in OFFERS
    for size in offer.sizes
    for bleed in ((True, False) if offer.can_bleed else (True,))
    for large in ((False, True) if offer.can_be_large else (False,))
]


@pytest.fixture(scope="module")
def printing():
    papers = CharterPapers(
        guide=charter_guide(),
        phrases=words(),
        law=law_of,
        faces=load_faces(RESOURCES / "fonts"),
    )
    return CharterPrinting(
        papers=lambda: papers, guide=charter_guide, phrases=words(), today=lambda: TODAY
    )


def choice(paper, size=PaperSize.A4, **more):
    return PaperChoice(paper=paper, size=size, **more)


def card(draft, published_on=TODAY):
    return CharterCard(
        id=7, number=3, status=CharterStatus.PUBLISHED, draft=draft, published_on=published_on
    )


def all_letters(data):
    """Every letter, in no order: where lines end, and which dots hang there, differs."""
    return sorted(one for page in page_texts(data) for one in clean_text(page) if one.isalnum())


def test_every_paper_is_offered_with_words_for_it(printing):
    job = printing.job(charter_draft())
    assert [offer.id for offer in job.offers] == [
        "poster", "leaflet", "full_text", "question_sheet",
    ]  # fmt: skip
    assert all(words().say(f"paper.{offer.id}") for offer in job.offers)
    assert all(words().say(f"sheet.{size.value}") for size in PaperSize)
    assert job.stem == "Hollins Hardware charter"
    assert job.title == "Hollins Hardware: our promise to you"
    assert job.first == ""


def test_a_charter_without_a_name_can_be_printed_too(printing):
    job = printing.job(charter_draft(trading_name=None), first="question_sheet")
    assert job.stem == "charter"
    assert job.title.startswith("Your business name")
    assert job.first == "question_sheet"


@pytest.mark.parametrize(("paper", "size", "bleed", "large"), WAYS)
def test_demand_14_a4_and_letter_nothing_clipped(printing, paper, size, bleed, large):
    """Demand 14 of experience.md 8: A4 and Letter, nothing clipped."""
    job = printing.job(card(charter_draft()))
    made = job.make(choice(paper, size, bleed=bleed, large=large))
    wide, tall = POINTS[size]
    if paper == "leaflet":
        wide, tall = tall, wide
    pages = pages_of(made.data)
    assert len(pages) == made.pages
    assert made.cut == ()
    edge = (9.9 if paper == "leaflet" else 11.9) * MM
    for page in pages:
        assert (page.width, page.height) == pytest.approx((wide, tall), abs=0.1)
        for line in page.lines:
            assert line.left >= edge
            assert line.right <= page.width - edge
            assert line.bottom >= edge
            assert line.top <= page.height - edge
    if paper != "full_text":  # whose pages are numbered
        same = job.make(choice(paper, PaperSize.A4, bleed=bleed, large=large))
        assert all_letters(made.data) == all_letters(same.data)


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_no_label_of_the_leaflet_is_parted(printing, size):
    made = printing.job(card(charter_draft())).make(choice("leaflet", size))
    words = page_texts(made.data)[0].split()
    assert {"Run", "Address", "Phone", "E-mail", "Open"} <= set(words)


def test_a_published_version_reads_as_on_its_day_and_a_draft_as_today(printing):
    draft = charter_draft()
    published = printing.job(card(draft)).make(choice("poster"))
    assert "Version 3" in page_texts(published.data)[0]
    assert "DRAFT" not in page_texts(published.data)[0]
    unfinished = printing.job(charter_draft(promises()[:1])).make(choice("poster"))
    assert "DRAFT" in page_texts(unfinished.data)[0]


def test_there_is_no_other_paper(printing):
    with pytest.raises(KeyError):
        printing.job(charter_draft()).make(choice("banner"))


def test_a_finished_charter_leaves_nothing_out(printing):
    job = printing.job(card(charter_draft()))
    assert list(chain.from_iterable(job.left_out_of(choice(offer.id)) for offer in OFFERS)) == []


def test_each_paper_says_what_it_leaves_out(printing):
    many = (*promises(), *(promise(f"p{n}") for n in range(5)))
    unread = tuple(page for page in READ if page != "easier")
    job = printing.job(
        charter_draft(
            many, read_pages=unread, registrations="Gas Safe Register | 1 | 2025-01-01 | 2026-01-31"
        )
    )
    said = {offer.id: " ".join(job.left_out_of(choice(offer.id))) for offer in OFFERS}
    assert "short lines" in said["poster"]
    assert "short lines" not in said["leaflet"]
    assert "Gas Safe Register has ended" in said["poster"]
    assert "Gas Safe Register has ended" in said["full_text"]
    assert "leave them out" in said["leaflet"]
    assert "leave them out" not in said["poster"]
    assert said["question_sheet"] == ""


def test_a_registration_that_ended_since_the_day_of_publishing_is_told(printing):
    draft = charter_draft(registrations="Gas Safe Register | 1 | 2025-01-01 | 2026-11-20")
    now = printing.job(card(draft)).left_out_of(choice("poster"))
    assert ["new prints leave it off" in line for line in now] == [True]
    before = printing.job(card(draft, TODAY - timedelta(90))).left_out_of(choice("poster"))
    assert ["since this version was published" in line for line in before] == [True]


def test_a_job_is_made_without_bringing_printing_in():
    script = (
        "import sys\n"
        "from servicedesk.services.charters_printing import CharterPrinting\n"
        "from tests.helpers.builders import charter_draft, charter_guide, words, TODAY\n"
        "made = CharterPrinting(papers=lambda: None, guide=charter_guide, phrases=words(),"
        " today=lambda: TODAY).job(charter_draft())\n"
        "assert made.offers\n"
        "sys.exit(bool({'reportlab', 'pypdfium2', 'PIL'} & set(sys.modules)))\n"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0

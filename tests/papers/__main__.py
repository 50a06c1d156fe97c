# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes every paper as PDF, PNG and text: ``python -m tests.papers DIR``."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from servicedesk.documents.fonts import Faces, load_faces
from servicedesk.documents.html import html_page
from servicedesk.documents.leaflet import leaflet_pdf
from servicedesk.documents.page_images import page_png, page_texts
from servicedesk.documents.pdf import text_pdf
from servicedesk.documents.poster import poster_pdf
from servicedesk.domain.blocks import PaperSize, Printed
from tests.papers.charters import CHARTERS, real_words
from tests.papers.checks import every_paper_of_checks
from tests.papers.complaints import every_complaint_paper
from tests.papers.counting import every_counting_paper
from tests.papers.desk import every_paper_of_the_desk
from tests.papers.envelopes import every_envelope
from tests.papers.feedback import every_paper_of_feedback
from tests.papers.figures import every_paper_of_figures
from tests.papers.improving import every_paper_of_improving
from tests.papers.letters import every_letter, every_paper_of_a_day
from tests.papers.shops import Shop
from tests.papers.staff import every_paper_of_staff
from tests.papers.words import RESOURCES
from tests.papers.written import every_written_paper
from tests.papers.yearly import every_yearly_paper

DPI = 100


def every_pdf(shop: Shop, faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of everything that is printed as PDF."""
    words = real_words()
    for size in (PaperSize.A3, PaperSize.A4, PaperSize.LETTER):
        yield f"poster-{size}", poster_pdf(shop.poster, size, faces)
    yield "poster-a4-inset", poster_pdf(shop.poster, PaperSize.A4, faces, bleed=False)
    for size in (PaperSize.A4, PaperSize.LETTER):
        yield f"leaflet-{size}", leaflet_pdf(shop.leaflet, size, faces, words)
        yield f"text-{size}", text_pdf(shop.paper, size, faces, words)
        yield f"large-{size}", text_pdf(shop.paper, size, faces, words, large=True)


def write_one(place: Path, name: str, printed: Printed) -> None:
    """Write one paper into a folder: as PDF, as its words, and each page as a picture."""
    (place / f"{name}.pdf").write_bytes(printed.data)
    (place / f"{name}.txt").write_text("\f".join(page_texts(printed.data)), "utf-8")
    for index in range(printed.pages):
        picture = page_png(printed.data, index, DPI)
        (place / f"{name}-{index + 1}.png").write_bytes(picture)


PARTS: Mapping[str, Callable[[Faces], Iterable[tuple[str, Printed]]]] = {
    "letters": every_letter,
    "day": every_paper_of_a_day,
    "desk": every_paper_of_the_desk,
    "complaints": every_complaint_paper,
    "envelopes": every_envelope,
    "feedback": every_paper_of_feedback,
    "counting": every_counting_paper,
    "figures": every_paper_of_figures,
    "checks": every_paper_of_checks,
    "improving": every_paper_of_improving,
    "staff": every_paper_of_staff,
    "written": every_written_paper,
    "yearly": every_yearly_paper,
}
"""Folder -> what makes the papers in it, each by its name."""


def every_printed(faces: Faces) -> Iterator[tuple[str, str, Printed]]:
    """Folder, name and paper of everything that is printed as PDF."""
    for make in CHARTERS:
        shop = make()
        for name, printed in every_pdf(shop, faces):
            yield shop.key, name, printed
    for part, papers in PARTS.items():
        for name, printed in papers(faces):
            yield part, name, printed


def write(folder: Path) -> int:
    """Write all papers into a folder, which is made; how many files there are in it then."""
    for place, name, printed in every_printed(load_faces(RESOURCES / "fonts")):
        (folder / place).mkdir(parents=True, exist_ok=True)
        write_one(folder / place, name, printed)
    for make in CHARTERS:
        shop = make()
        (folder / shop.key / "text.html").write_bytes(html_page(shop.paper))
    return sum(1 for path in folder.rglob("*") if path.is_file())


def main() -> int:
    """Read the folder from the command line."""
    if len(sys.argv) != 2:
        print("usage: python -m tests.papers DIR")
        return 2
    folder = Path(sys.argv[1])
    print(f"{write(folder)} files in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

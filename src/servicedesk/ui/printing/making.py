# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the preview has made beside the screen: a paper with its words, and pictures of pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from servicedesk.domain.blocks import Printed
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.ui.core.labels import Labels

if TYPE_CHECKING:
    from servicedesk.services.printing import Printing


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A page as pixels.

    Args:
        page: from 0.
        width, height: in pixels.
        rgb: three bytes a pixel, rows from the top without gaps.
    """

    page: int
    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A paper, and what the preview needs to know of it.

    Args:
        choice: how it was wanted.
        printed: the paper.
        points: width and height of each page.
        texts: the words of each page.
        notes: what it does not show, a sentence each.
    """

    choice: PaperChoice
    printed: Printed
    points: tuple[tuple[float, float], ...]
    texts: tuple[str, ...]
    notes: tuple[str, ...]


def make_paper(job: PrintJob, choice: PaperChoice, printing: "Printing", labels: Labels) -> Made:
    """Make a paper and read back what the preview tells of it; runs in the worker.

    Raises:
        Refusal, Trouble: what ``job.make`` raises.
    """
    printed = job.make(choice)
    notes = [*job.left_out, *job.left_out_of(choice)]
    notes += [labels.say(f"left_out.{part}") for part in printed.cut]
    if printed.missing:
        notes.append(labels.say("left_out.missing", letters=" ".join(printed.missing)))
    pages = range(printing.page_count(printed.data))
    return Made(
        choice=choice,
        printed=printed,
        points=tuple(printing.page_size_points(printed.data, page) for page in pages),
        texts=printing.texts(printed.data),
        notes=tuple(dict.fromkeys(notes)),
    )


def draw_page(made: Made, page: int, dpi: float, printing: "Printing") -> PagePicture:
    """Draw one page; runs in the worker.

    Args:
        made: the paper.
        page: from 0.
        dpi: pixels per inch; more than 300 gives 300.
        printing: draws.
    """
    bands = list(printing.bands(made.printed.data, page, dpi))
    return PagePicture(
        page=page,
        width=bands[0].width,
        height=bands[0].page_height,
        rgb=b"".join(band.rgb for band in bands),
    )

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wall page with the results of the charter: the poster's sibling, on one sheet."""

from dataclasses import replace
from typing import Final

from servicedesk.documents.fonts import Faces
from servicedesk.documents.poster import drawn
from servicedesk.documents.poster_fit import fit
from servicedesk.documents.poster_parts import PosterWords
from servicedesk.documents.poster_sizes import frame
from servicedesk.documents.text import Ink
from servicedesk.documents.wall_rows import ResultRows
from servicedesk.domain.blocks import PaperSize, Poster, Printed
from servicedesk.domain.papers_wall import WallPage

_CUT_NAMES: Final = {"sentences": "wall_lines", "remedies": "wall_bases"}


def wall_pdf(page: WallPage, size: PaperSize, faces: Faces, *, bleed: bool = True) -> Printed:
    """Print the wall page; every result of it is printed, and its base with it.

    Args:
        page: what it says.
        size: the sheet, always upright.
        faces: the registered fonts.
        bleed: whether the band's colour runs to the edges; otherwise it is inset by 7 mm.

    Returns:
        One page. ``cut`` may name "wall_lines" and "wall_bases" where words end with three dots.
    """
    ink = Ink(faces)
    poster = Poster(
        language=page.imprint.language,
        title=page.imprint.title,
        business=page.imprint.business,
        masthead=page.masthead,
        heading=page.heading,
        aim=page.period,
        promises=(),
        panels=page.panels,
        footer=page.footer,
        signed=page.next_results,
        mark=page.mark,
        logo=page.logo,
    )
    words = PosterWords(poster, ink)
    sheet = frame(size, bleed=bleed)
    plan = fit(words, sheet, page.logo, ResultRows(page.results, ink, sheet))
    printed = drawn(poster, words, plan, ink)
    return replace(printed, cut=tuple(_CUT_NAMES.get(name, name) for name in printed.cut))

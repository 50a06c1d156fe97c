# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The poster "You said, we did", of the charter poster's family."""

from dataclasses import replace

from servicedesk.documents.fonts import Faces
from servicedesk.documents.poster import drawn
from servicedesk.documents.poster_fit import fit
from servicedesk.documents.poster_parts import PosterWords
from servicedesk.documents.poster_sizes import frame
from servicedesk.documents.text import Ink
from servicedesk.documents.wall_rows import PairRows
from servicedesk.domain.blocks import PaperSize, Poster, Printed
from servicedesk.domain.papers_feedback import SaidDone


def said_done_pdf(paper: SaidDone, size: PaperSize, faces: Faces, *, bleed: bool = True) -> Printed:
    """Print the poster; every pair of it is printed.

    Args:
        paper: what it says.
        size: the sheet, always upright.
        faces: the registered fonts.
        bleed: whether the band's colour runs to the edges; otherwise it is inset by 7 mm.

    Returns:
        One page. ``cut`` names "pairs" where the words of one end with three dots.
    """
    ink = Ink(faces)
    poster = Poster(
        language=paper.imprint.language,
        title=paper.imprint.title,
        business=paper.imprint.business,
        masthead=paper.masthead,
        heading=paper.heading,
        aim=paper.intro,
        promises=(),
        panels=paper.panels,
        footer=paper.footer,
        signed=paper.closing,
        logo=paper.logo,
    )
    words = PosterWords(poster, ink)
    sheet = frame(size, bleed=bleed)
    plan = fit(words, sheet, paper.logo, PairRows(paper, ink, sheet))
    printed = drawn(poster, words, plan, ink)
    cut = ("pairs" if name in ("sentences", "remedies") else name for name in printed.cut)
    return replace(printed, cut=tuple(dict.fromkeys(cut)))

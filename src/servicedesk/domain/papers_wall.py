# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the wall page says: how we are doing against our charter, for customers to read.

It has no place for a name, nor for an interval: whoever makes one cannot print either.
"""

from dataclasses import dataclass

from servicedesk.domain.blocks import Logo, Panel
from servicedesk.domain.charters_live import Standing
from servicedesk.domain.papers_feedback import Imprint

MOST_RESULTS = 12
"""So many standards stand on the page at most, as on the poster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallResult:
    """One standard with its result.

    Args:
        line: the standard in at most eight words, as on the poster.
        figure: the result to be read across a room, such as "46 of 50", "92 %" or "3 of 4"; its
            first word is set large, the rest beside it smaller. "" prints a bar in its place.
        unit: the small words under it, such as "kept", "too few to say", "not measured" or
            "sample week 7 to 12 December".
        base: what it was counted from, in words, such as "of the 50 promises we wrote down";
            never left out of the page.
        note: more about the base, such as "of which 6 had their date moved by agreement".
        standing: colours the figure; the words say the same.
    """

    line: str
    figure: str
    unit: str
    base: str
    note: str = ""
    standing: Standing = Standing.KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class WallPage:
    """How we are doing against our charter, on one page.

    Args:
        imprint: see Imprint.
        masthead: the line above the heading: name, place, since.
        heading: such as "How we are doing against our charter".
        period: the days that the results are about, in words.
        results: 1 to 12, in print order.
        panels: boxes at the foot, at best two or four: what we do about what was missed, how we
            counted, what to do if something is wrong.
        footer: version of the charter, the one day-word explained.
        next_results: when the next results are due; at the right of the foot.
        mark: the draft mark; empty for none.
        logo: or None.
    """

    imprint: Imprint
    masthead: str
    heading: str
    period: str
    results: tuple[WallResult, ...]
    panels: tuple[Panel, ...]
    footer: str
    next_results: str
    mark: str = ""
    logo: Logo | None = None

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Address labels on sheets that come cut already: nothing is drawn but the addresses.

The sizes are those that sheets of so many labels usually have. No text comes nearer to an edge of
the sheet than a printer reaches, so labels at the side begin further in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from servicedesk.documents.addresses import fitted_address, is_short_of
from servicedesk.documents.fonts import Faces
from servicedesk.documents.sheets import MM, SAFE, SHEETS, Credits, new_canvas
from servicedesk.documents.text import Ink
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.envelopes import Addressee

_LARGEST, _LEAST = 11.0, 7.0
_PAD: Final = 3 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """A sheet of labels; lengths in points.

    Args:
        paper: the sheet.
        across, down: how many labels stand in a row and in a column.
        size: width and height of one.
        corner: left and upper edge of the first.
        step: from the left edge of one to that of the next, and from top to top.
    """

    paper: PaperSize
    across: int
    down: int
    size: tuple[float, float]
    corner: tuple[float, float]
    step: tuple[float, float]

    @property
    def count(self) -> int:
        """Labels on it."""
        return self.across * self.down


LABEL_SHEETS: Final = {
    "labels_21": LabelSheet(
        paper=PaperSize.A4,
        across=3,
        down=7,
        size=(63.5 * MM, 38.1 * MM),
        corner=(7.2 * MM, 15.15 * MM),
        step=(66.05 * MM, 38.1 * MM),
    ),
    "labels_14": LabelSheet(
        paper=PaperSize.A4,
        across=2,
        down=7,
        size=(99.1 * MM, 38.1 * MM),
        corner=(4.65 * MM, 15.15 * MM),
        step=(101.6 * MM, 38.1 * MM),
    ),
    "labels_30": LabelSheet(
        paper=PaperSize.LETTER,
        across=3,
        down=10,
        size=(189.0, 72.0),
        corner=(13.5, 36.0),
        step=(198.0, 72.0),
    ),
}
"""By the id of the paper on offer."""


def labels_pdf(
    addressees: Sequence[Addressee], sheet: LabelSheet, start: int, faces: Faces, credits: Credits
) -> Printed:
    """Print labels row by row.

    Args:
        addressees: at least one.
        sheet: what they are printed on.
        start: the first label that is free, from 1; earlier ones stay empty.
        faces: the registered fonts.
        credits: of the document.
    """
    ink = Ink(faces)
    width, height = SHEETS[sheet.paper]
    target = BytesIO()
    canvas = new_canvas(target, (width, height), credits)
    is_cut, pages = False, 1
    for at, one in enumerate(addressees, start - 1):
        place = at % sheet.count
        if at and not place and at >= start:
            canvas.showPage()
            pages += 1
        row, column = divmod(place, sheet.across)
        left = sheet.corner[0] + column * sheet.step[0]
        top = height - sheet.corner[1] - row * sheet.step[1]
        begins = max(left + _PAD, SAFE + 1)
        ends = min(left + sheet.size[0] - _PAD, width - SAFE - 1)
        room = (ends - begins, sheet.size[1] - 2 * _PAD)
        address = fitted_address(one.lines, ink, room, _LARGEST, _LEAST)
        address.draw(canvas, begins, top - (sheet.size[1] - address.height) / 2)
        is_cut |= is_short_of(address, one.lines)
    canvas.showPage()
    canvas.save()
    cut = ("label",) if is_cut else ()
    return Printed(data=target.getvalue(), pages=pages, missing=ink.missing, cut=cut)

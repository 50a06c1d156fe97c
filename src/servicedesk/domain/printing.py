# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be printed and how: the papers on offer, the choice among them, the job."""

from collections.abc import Callable
from dataclasses import dataclass

from servicedesk.domain.blocks import PaperSize, Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOffer:
    """One paper that a record can be printed as.

    Args:
        id: such as "poster"; its words are ``[paper] id``.
        sizes: sheets it can be made for, the usual one first.
        can_bleed: its colour may run to the edge of the sheet, or stay off it.
        can_be_large: there is a large-print form of it, 16 points and up.
    """

    id: str
    sizes: tuple[PaperSize, ...]
    can_bleed: bool = False
    can_be_large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperChoice:
    """What the person chose in the preview.

    Args:
        paper: id of the offer.
        size: of the sheet.
        bleed: whether colour runs to the edge; False prints it inset.
        large: in large print.
    """

    paper: str
    size: PaperSize
    bleed: bool = True
    large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """A record on its way to paper.

    Args:
        title: in the window of the preview and in the printer's queue.
        stem: of the file that "Save as PDF" suggests, without its ending.
        offers: at least one.
        make: makes the paper as chosen; called in a worker thread, raises Refusal or Trouble.
        left_out: what the paper does not show although the record holds it, a sentence each.
        first: id of the offer to begin with; "" for the first.
    """

    title: str
    stem: str
    offers: tuple[PaperOffer, ...]
    make: Callable[[PaperChoice], Printed]
    left_out: tuple[str, ...] = ()
    first: str = ""

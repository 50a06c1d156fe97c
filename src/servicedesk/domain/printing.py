# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be printed and how: the papers on offer, the choice among them, the job."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.spreadsheets import Sheet

MOST_DPI = 300
"""No printer is sent more pixels per inch: it looks the same and takes a sixteenth of 1200."""

BAND_BYTES = 8 * 1024 * 1024
"""A page goes to the printer in bands of at most so many bytes."""

_SOFT_HYPHENS = ("\ufffe", "\xad")
"""PDFium ends a line with the first where a word was parted by a hyphen that we did not write."""

_UNFINISHED = re.compile(
    r"(?:^| )(?:an?|and|at|by|for|from|in|of|on|or|the|to|with|within|your)$", re.IGNORECASE
)
"""A line that ends with one of these goes on in the next, whatever that begins with."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
"""What one system or another cannot have in the name of a file, and marks that turn text round."""

_LONGEST_NAME = 100


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


def _nothing(_choice: PaperChoice) -> tuple[str, ...]:
    return ()


def _forgotten(_choice: PaperChoice) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """A record on its way to paper.

    Args:
        title: in the window of the preview and in the printer's queue.
        stem: of the file that "Save as PDF" suggests, without its ending.
        offers: at least one.
        make: makes the paper as chosen; called in a worker thread, raises Refusal or Trouble.
        left_out: what the papers do not show although the record holds it, a sentence each.
        first: id of the offer to begin with; "" for the first.
        left_out_of: what one paper as chosen does not show, a sentence each, beside ``left_out``;
            called in the same worker thread, after ``make``.
        gone_out: called in the thread of the screen once a paper was saved, or printed whole.
        sheets: its tables, for whoever wants them as a spreadsheet; none for a paper without.
    """

    title: str
    stem: str
    offers: tuple[PaperOffer, ...]
    make: Callable[[PaperChoice], Printed]
    left_out: tuple[str, ...] = ()
    first: str = ""
    left_out_of: Callable[[PaperChoice], tuple[str, ...]] = _nothing
    gone_out: Callable[[PaperChoice], None] = _forgotten
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBand:
    """A strip of a page, as wide as the page, on its way to the printer.

    Args:
        top: pixels between the upper edge of the page and that of the strip.
        width, height: of the strip in pixels.
        page_height: of the whole page in pixels.
        rgb: three bytes a pixel, rows from the top without gaps.
    """

    top: int
    width: int
    height: int
    page_height: int
    rgb: bytes


def file_name(*parts: str, ending: str = ".pdf") -> str:
    """A name for a PDF, or another file, that every system takes.

    Args:
        parts: such as the stem of a job, a paper and a sheet; empty ones are left out.
        ending: with its dot.
    """
    words = (" ".join(_NOT_IN_NAMES.sub(" ", part).split()) for part in parts)
    named = ", ".join(word for word in words if word)
    return f"{named[:_LONGEST_NAME].strip(' .')}{ending}"


def _goes_on(before: str, words: str) -> bool:
    """Whether a printed line is the rest of the one before it."""
    is_open = before.endswith(",") or _UNFINISHED.search(before) is not None
    return is_open or words[0].islower()


def clean_text(raw: str) -> str:
    """The words of a page for the clipboard: a line for each paragraph, not for each line.

    Args:
        raw: as it was read out of a PDF, a newline after each printed line.

    Returns:
        Lines without spaces at their ends; what was broken to fit a column is whole again.
    """
    lines: list[str] = []
    for line in _CONTROLS.sub("", raw.replace("\r\n", "\n").replace("\r", "\n")).split("\n"):
        words = line.strip()
        before = lines[-1] if lines else ""
        if before.endswith(_SOFT_HYPHENS) and words:
            lines[-1] = before[:-1] + words
        elif words and before and _goes_on(before, words):
            lines[-1] = f"{before} {words}"
        elif words or before:
            lines.append(words)
    text = "\n".join(lines).strip()
    for mark in _SOFT_HYPHENS:
        text = text.replace(mark, "-")
    return text

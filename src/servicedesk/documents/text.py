# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The one door through which words reach a page: no markup is ever read out of them.

Nobody else builds a ReportLab ``Paragraph`` (which reads markup) or decides which letters can
be printed; :class:`Ink` does both and remembers what could not be printed as it was given.
"""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from servicedesk.documents.fonts import SANS, Faces, missing_characters, printable

ELLIPSIS = "\u2026"

DOT: Final = "\u00b7"
"""Stands between the parts of a line; where a line breaks it is left out."""

_AT_SIGNS: Final = re.compile(r"[^@./-]*[@./-]+|[^@./-]+")
"""The parts of an address or a double name, each with the sign after which it may be broken."""

_TOGETHER: Final = re.compile(
    r"\b\d{1,2} [A-Z][a-z]+(?: \d{4})?\b|\b\d{1,3} [a-z]+\b|\b0\d{2,4}(?: \d{3,6}){1,2}\b"
)
"""A day, a house with its street, a number of things, a phone number: read at one glance where no
line parts it."""

_HELD: Final = "\u00a0"
"""A space at which no line ends."""

_WHOLE_LINES = 6
"""A paragraph of at most so many lines stays whole."""

_WIDOW = 0.28
"""A last line shorter than this part of the width looks forlorn."""


_SAME = 1e-6
"""Points between two widths that are one, reckoned in two ways."""


class Whole(Paragraph):
    """A paragraph that no page or panel parts while it is short.

    Whoever lays out a page asks it two or three times how tall it is: its lines are broken once.
    """

    _known: tuple[float, float] | None = None
    """The width it was last broken to, and how tall it was."""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Width and height that are taken of those on offer, in points."""
        known = self._known
        if known is None or abs(known[0] - aW) > _SAME or not hasattr(self, "blPara"):
            known = super().wrap(aW, aH)
            self._known = known if known[0] == aW else None  # no room at all is not kept
        return known

    def split(self, aW: float, aH: float) -> list[Paragraph]:
        """What fits into a height and the rest; nothing when it had better move on whole."""
        if self.wrap(aW, aH)[1] < (_WHOLE_LINES + 0.5) * self.style.leading:
            return []
        pieces: list[Paragraph] = super().split(aW, aH)
        return pieces


class Ink:
    """What one paper is written with.

    Args:
        faces: the registered fonts.
    """

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The letters met so far that no font of ours has."""
        return tuple(self._missing)

    def plain(self, text: str) -> str:
        """The text as it can be drawn on a canvas; a newline stays a newline."""
        clean = printable(text, self._faces)
        if clean != text:
            self._missing.update(dict.fromkeys(missing_characters(text, self._faces)))
        return clean

    def in_cell(self, text: str, style: ParagraphStyle, width: float) -> Whole:
        """A paragraph for a cell of a width in points; addresses of the net break at their signs.

        Args:
            text: plain text.
            style: its looks.
            width: between the cell's paddings.
        """
        clean = self.plain(text)
        room = width / style.fontSize
        if max(map(len, clean.split()), default=0) > room:  # no letter is wider than its height

            def fitted(found: re.Match[str]) -> str:
                word = found[0]
                is_long = len(_AT_SIGNS.findall(word)) > 1 and _width(word, style.fontName) > room
                return "\n".join(parted(word, style.fontName, room)) if is_long else word

            clean = re.sub(r"\S+", fitted, clean)
        return _paragraph(held_together(clean, style.fontName, room), style)

    def paragraph(self, text: str, style: ParagraphStyle, bullet: str | None = None) -> Whole:
        """A paragraph that prints the text and nothing else, newlines as line breaks.

        Args:
            text: plain text.
            style: its looks.
            bullet: what stands before it, itself from our own words.
        """
        return _paragraph(held_together(self.plain(text)), style, bullet)


def held_together(text: str, font: str = SANS, room: float = math.inf) -> str:
    """The text with spaces at which no line ends inside days and phone numbers.

    Args:
        text: as Ink.plain gives it.
        font: a registered font.
        room: width of a line at a type size of one point; what is wider may be parted.
    """

    def held(found: re.Match[str]) -> str:
        is_whole = room == math.inf or _width(found[0], font) <= room
        return found[0].replace(" ", _HELD) if is_whole else found[0]

    return _TOGETHER.sub(held, text)


def _paragraph(clean: str, style: ParagraphStyle, bullet: str | None = None) -> Whole:
    if "\n" in clean or not clean.strip():
        safe = escape(clean).replace("\n", "<br/>")
        return Whole(safe, style, bulletText=bullet)
    # What ReportLab's parser would find in it, without the parser: a leaflet is tried at many
    # sizes, and each try makes all its paragraphs.
    run = _run(style).clone(text=clean.strip())
    return Whole(clean, style, bulletText=bullet, frags=[run])


@lru_cache(maxsize=128)
def _run(style: ParagraphStyle) -> ParaFrag:
    """A run of type in a style as ReportLab's parser makes it."""
    return Paragraph("x", style).frags[0]


class Words:
    """A text measured once, so that it can be broken into lines at many sizes.

    Args:
        text: as Ink.plain gives it.
        font: a registered font.
    """

    __slots__ = ("_is_dotted", "_lines", "_natural", "_space", "_widest", "font", "text")

    def __init__(self, text: str, font: str) -> None:
        self.text = text
        self.font = font
        self._is_dotted = f" {DOT} " in text
        self._space = _width(" ", font)
        self._lines = [
            [(word, _width(word, font)) for word in line.split(" ") if word]
            for line in text.split("\n")
        ]
        self._natural = max(
            (sum(wide for _, wide in line) + self._space * (len(line) - 1)) for line in self._lines
        )
        self._widest = max((wide for line in self._lines for _, wide in line), default=0.0)

    def __bool__(self) -> bool:
        return any(self._lines)

    def natural_width(self, size: float) -> float:
        """Width in points of the longest line when nothing is broken."""
        return size * max(0.0, self._natural)

    def widest_word(self, size: float) -> float:
        """Width in points of the widest single word."""
        return size * self._widest

    def largest(self, size: float, least: float, width: float, most: int) -> float:
        """The largest type size up to a given one at which there are at most so many lines.

        Args:
            size: the largest that is wanted, in points.
            least: the result is never smaller, in points, even when the words need more lines.
            width: of the lines in points.
            most: lines.
        """
        while size > least and self.count(size, width) > most:
            size *= 0.96
        return max(size, least)

    def count(self, size: float, width: float) -> int:
        """How many lines the text has at a type size and a width; none when it has no words."""
        room = width / size
        if self._widest > room:
            return len(self.broken(size, width))
        if self._natural <= room:
            return len(self._lines) if self._widest else 0
        space, lines = self._space, 0
        for line in self._lines:
            lines += 1
            used = -space
            for _, wide in line:
                used += space + wide
                if used > room:
                    lines += 1
                    used = wide
        return lines

    def broken(self, size: float, width: float) -> list[str]:
        """The lines of the text at a type size, none wider than asked.

        Args:
            size: points.
            width: points; a longer word is broken between letters.
        """
        room = width / size
        lines: list[str] = []
        for line in self._lines:
            lines.extend(self._fill(line, room))
        return lines

    def balanced(self, size: float, width: float) -> list[str]:
        """As broken, with the lines made as equally long as the same number of them allows."""
        room = width / size
        return [text for line in self._lines for text in self._even(line, room)]

    def unwidowed(self, size: float, width: float) -> list[str]:
        """As broken, but balanced where a last line would be a mere word or two."""
        room = width / size
        lines: list[str] = []
        for line in self._lines:
            filled = self._fill(line, room)
            is_widow = len(filled) > 1 and _width(filled[-1], self.font) < room * _WIDOW
            lines.extend(self._even(line, room) if is_widow else filled)
        return lines

    def _even(self, line: list[tuple[str, float]], room: float) -> list[str]:
        """One line of the text, broken as into lines of nearly equal length."""
        best = self._fill(line, room)
        low, high = max(room / len(best), max((wide for _, wide in line), default=0.0)), room
        if len(best) < 2 or low >= high:
            return best
        for _ in range(5):
            middle = (low + high) / 2
            tried = self._fill(line, middle)
            if len(tried) == len(best):
                best, high = tried, middle
            else:
                low = middle
        return best

    def shortened(self, most: int, size: float, width: float) -> list[str]:
        """The first lines, at most so many (one or more); the last ends with an ellipsis."""
        lines = self.broken(size, width)
        last = " ".join(lines[most - 1 : most + 1])
        return [*lines[: most - 1], self._cut(last, width / size)]

    def _fill(self, words: list[tuple[str, float]], room: float) -> list[str]:
        """Full lines; where there are dots they break between the parts if that costs no line."""
        lines = self._filled(words, room)
        if len(lines) < 2 or not self._is_dotted:
            return lines
        apart = self._between_dots(words, room)
        if len(apart) == len(lines):
            lines = apart
        last = len(lines) - 1
        return [
            _undotted(line, start=number > 0, end=number < last)
            for number, line in enumerate(lines)
        ]

    def _between_dots(self, words: list[tuple[str, float]], room: float) -> list[str]:
        """The lines when every part between two dots that fits on a line stays whole."""
        units: list[tuple[str, float]] = []
        part: list[tuple[str, float]] = []
        dot = (DOT, _width(DOT, self.font))
        for word, wide in [*words, dot]:
            if word != DOT:
                part.append((word, wide))
                continue
            whole = sum(wide for _, wide in part) + self._space * (len(part) - 1)
            is_unit = part and whole <= room
            units += [(" ".join(word for word, _ in part), whole)] if is_unit else part
            units.append(dot)
            part = []
        return self._filled(units[:-1], room)

    def _filled(self, words: list[tuple[str, float]], room: float) -> list[str]:
        lines: list[str] = []
        current: list[str] = []
        used = 0.0
        for word, wide in words:
            if current and used + self._space + wide > room:
                lines.append(" ".join(current))
                current, used = [], 0.0
            if wide > room:
                *whole, word = self._split(word, room)
                wide = _width(word, self.font)
                lines.extend(whole)
            used += wide + (self._space if current else 0.0)
            current.append(word)
        lines.append(" ".join(current))
        return lines

    def _split(self, word: str, room: float) -> list[str]:
        return parted(word, self.font, room)

    def _cut(self, line: str, room: float) -> str:
        while line and _width(line + ELLIPSIS, self.font) > room:
            line = line[:-1]
        return line.rstrip(" ,;:.") + ELLIPSIS


def beside_name(masthead: str, business: str) -> str:
    """What a masthead says beyond the name it begins with, such as place and since."""
    return _undotted(masthead.removeprefix(business).strip(), start=True, end=False)


def parted(word: str, font: str, room: float) -> list[str]:
    """A word too long for a line, in parts that fit.

    Args:
        word: an address of the net is parted after its signs, anything else between letters.
        font: a registered font.
        room: width of a line at a type size of one point.
    """
    parts, part, used = [], "", 0.0
    for piece in _pieces(word, font, room):
        wide = _width(piece, font)
        if part and used + wide > room:
            parts.append(part)
            part, used = "", 0.0
        part += piece
        used += wide
    return [*parts, part]


def _pieces(word: str, font: str, room: float) -> Iterator[str]:
    """What may stand on a line of its own: the parts between the signs, or else each letter."""
    for piece in _AT_SIGNS.findall(word):
        if _width(piece, font) <= room:
            yield piece
        else:
            yield from piece


def _undotted(line: str, *, start: bool, end: bool) -> str:
    """A line without the dot that would hang at its start or its end."""
    if start:
        line = line.removeprefix(DOT).lstrip()
    if end:
        line = line.removesuffix(DOT).rstrip()
    return line


@lru_cache(maxsize=4096)
def _width(text: str, font: str) -> float:
    """Width at a type size of one point."""
    return float(stringWidth(text, font, 1))

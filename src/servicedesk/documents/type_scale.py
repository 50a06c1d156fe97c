# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Type sizes of flowing text, all derived from the size of its body."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from servicedesk.documents import palette
from servicedesk.documents.fonts import BOLD, SANS, SERIF

LARGE_LEAST: Final = 16.0
"""The smallest type of large print, in points (RNIB's clear print guidance asks 16 and up)."""


@dataclass(frozen=True, kw_only=True)
class TypeScale:
    """The paragraph styles of a paper.

    Args:
        body: size of running text in points.
        least: no style is smaller, in points.
        airy: leading of running text as a part of its size.
        spread: how much of the space between paragraphs is left, from 0 to 1.
        quiet: colour of small print and details.
    """

    body: float
    least: float = 0.0
    airy: float = 1.42
    spread: float = 1.0
    quiet: str = palette.SOFT_INK

    def space(self, part: float) -> float:
        """Space between paragraphs in points, told as a part of the body's size."""
        return self.body * part * self.spread

    def style(
        self,
        name: str,
        font: str,
        part: float,
        *,
        leading: float | None = None,
        colour: str = palette.INK,
        before: float = 0.0,
        after: float = 0.0,
        indent: float = 0.0,
        keep: bool = False,
    ) -> ParagraphStyle:
        """A style; sizes, spaces and indent are parts of the body's size."""
        size = max(self.least, self.body * part)
        return ParagraphStyle(
            name,
            fontName=font,
            fontSize=size,
            leading=size * (leading or self.airy),
            textColor=HexColor(colour),
            spaceBefore=self.space(before),
            spaceAfter=self.space(after),
            leftIndent=self.body * indent,
            bulletFontName=font,
            bulletFontSize=size,
            bulletIndent=self.body * indent * 0.2,
            keepWithNext=int(keep),
            allowWidows=0,
            allowOrphans=0,
            splitLongWords=1,
        )

    @cached_property
    def plain(self) -> ParagraphStyle:
        """Running text."""
        return self.style("plain", SANS, 1, after=0.6)

    @cached_property
    def lead(self) -> ParagraphStyle:
        """The opening words."""
        return self.style("lead", SANS, 1.2, after=0.8, colour=palette.INK)

    @cached_property
    def strong(self) -> ParagraphStyle:
        """What must not be overlooked."""
        return self.style("strong", BOLD, 1, after=0.6)

    @cached_property
    def small(self) -> ParagraphStyle:
        """Small print."""
        return self.style("small", SANS, 0.85, after=0.5, colour=self.quiet)

    @cached_property
    def title(self) -> ParagraphStyle:
        """Heading of level 1."""
        return self.style(
            "title", SERIF, 2.2, leading=1.18, after=0.7, colour=palette.BRAND, keep=True
        )

    @cached_property
    def section(self) -> ParagraphStyle:
        """Heading of level 2."""
        return self.style(
            "section", SERIF, 1.4, leading=1.25, before=1.5, after=0.5, colour=palette.BRAND,
            keep=True,
        )  # fmt: skip

    @cached_property
    def part(self) -> ParagraphStyle:
        """Heading of level 3."""
        return self.style("part", BOLD, 1.08, leading=1.3, before=0.9, after=0.3, keep=True)

    @cached_property
    def item(self) -> ParagraphStyle:
        """An item of a list."""
        return self.style("item", SANS, 1, after=0.3, indent=1.25)

    @cached_property
    def pledge(self) -> ParagraphStyle:
        """The sentence of a pledge."""
        return self.style("pledge", BOLD, 1, leading=1.35)

    @cached_property
    def detail(self) -> ParagraphStyle:
        """The sentences under a pledge."""
        return self.style("detail", SANS, 0.94, leading=1.38, colour=self.quiet)

    @cached_property
    def cell(self) -> ParagraphStyle:
        """A cell of a table."""
        return self.style("cell", SANS, 0.92, leading=1.35)

    @cached_property
    def cell_head(self) -> ParagraphStyle:
        """A cell of a table's head, and the label of a pair."""
        return self.style("cell_head", BOLD, 0.92, leading=1.35)

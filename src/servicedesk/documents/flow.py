# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Blocks as flowables: what full text, large print and leaflet share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, Image, Spacer

from servicedesk.documents import palette
from servicedesk.documents.flow_bars import Barred, Together
from servicedesk.documents.flow_tables import (
    has_towers,
    natural_widths,
    ruled_table,
    stacked_rows,
)
from servicedesk.documents.sheets import MM
from servicedesk.documents.text import Ink, Words
from servicedesk.documents.type_scale import TypeScale
from servicedesk.domain.blocks import (
    Address,
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Pledge,
    Signature,
    Table,
    Tone,
)

_BULLET = "\u2022"


def outline_of(flowable: Flowable) -> tuple[int, str] | None:
    """Level (1 to 3) and words of a heading that a Flow has made; None for anything else."""
    found: tuple[int, str] | None = getattr(flowable, "outline", None)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Turns blocks into flowables.

    Args:
        ink: what they are written with.
        scale: the type sizes.
        width: of the column in points.
        stacks_tables: whether a table that is too wide becomes labels and values.
    """

    ink: Ink
    scale: TypeScale
    width: float
    stacks_tables: bool = False

    def flowables(self, blocks: Iterable[Block]) -> list[Flowable]:
        """All flowables of the blocks, in order."""
        return [flowable for block in blocks for flowable in self._of(block)]

    def _of(self, block: Block) -> Iterator[Flowable]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                style = self._toned(block.tone)
                yield self.ink.paragraph(
                    self._unwidowed(block.text, style) if block.tone is Tone.LEAD else block.text,
                    style,
                )
            case Bullets():
                for item in block.items:
                    yield self.ink.paragraph(item, self.scale.item, _BULLET)
                yield self._space(0.4)
            case Pledge():
                yield self._pledge(block)
            case Table():
                yield from self._table(block)
            case Address():
                lines = self.ink.paragraph("\n".join(block.lines), self.scale.plain)
                yield Together([lines], after=self.scale.space(0.6))
            case Picture():
                yield self._picture(block)
                yield self._space(0.6)
            case Signature():
                yield self._signature(block)

    def _space(self, part: float) -> Flowable:
        return Spacer(self.width, self.scale.space(part))

    def _unwidowed(self, text: str, style: ParagraphStyle) -> str:
        """The text with its line breaks set so that no last line is a mere word."""
        words = Words(self.ink.plain(text), style.fontName)
        return "\n".join(words.unwidowed(style.fontSize, self.width - 1))

    def _toned(self, tone: Tone) -> ParagraphStyle:
        scale = self.scale
        return {
            Tone.PLAIN: scale.plain,
            Tone.LEAD: scale.lead,
            Tone.STRONG: scale.strong,
            Tone.SMALL: scale.small,
        }[tone]

    def _heading(self, block: Heading) -> Flowable:
        styles = {1: self.scale.title, 2: self.scale.section}
        style = styles.get(block.level, self.scale.part)
        heading = self.ink.paragraph(self._unwidowed(block.text, style), style)
        heading.outline = (block.level, self.ink.plain(block.text).replace("\n", " "))
        return heading

    def _pledge(self, block: Pledge) -> Flowable:
        parts = [self.ink.paragraph(block.sentence, self.scale.pledge)]
        parts += [self.ink.paragraph(detail, self.scale.detail) for detail in block.details]
        return Barred(parts, bar=self.scale.body * 0.18, after=self.scale.space(0.85))

    def _table(self, block: Table) -> Iterator[Flowable]:
        wide = sum(natural_widths(block, self.ink, self.scale))
        is_wide = self.stacks_tables and wide > self.width
        if is_wide or has_towers(block, self.ink, self.scale, self.width):
            yield from stacked_rows(block, self.ink, self.scale)
        else:
            yield from ruled_table(block, self.ink, self.scale, self.width)

    def _picture(self, block: Picture) -> Flowable:
        picture = Image(BytesIO(block.png), hAlign="LEFT")
        width = min(block.width_mm * MM, self.width)
        picture.drawHeight = picture.imageHeight * width / picture.imageWidth
        picture.drawWidth = width
        return picture

    def _signature(self, block: Signature) -> Flowable:
        parts: list[Flowable] = [
            self._space(2.6),
            HRFlowable(
                width=min(self.width, 62 * MM),
                thickness=0.8,
                color=HexColor(palette.FIELD_BORDER),
                hAlign="LEFT",
                spaceAfter=self.scale.body * 0.4,
            ),
            self.ink.paragraph(block.name, self.scale.pledge),
        ]
        if block.role:
            parts.append(self.ink.paragraph(block.role, self.scale.detail))
        return Together(parts)

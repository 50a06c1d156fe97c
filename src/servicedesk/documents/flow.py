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
from servicedesk.documents.flow_bars import Barred, Together, in_company
from servicedesk.documents.flow_forms import BlankLine, CutLine, StepsLine, TickLine
from servicedesk.documents.flow_tables import (
    has_towers,
    is_pairs,
    natural_widths,
    pair_widths,
    ruled_table,
    shared_widths,
    stacked_rows,
    word_widths,
)
from servicedesk.documents.sheets import MM
from servicedesk.documents.text import DOT, Ink, Words, held_together
from servicedesk.documents.type_scale import TypeScale
from servicedesk.domain.blocks import (
    Address,
    Blank,
    Block,
    Bullets,
    Chart,
    Cut,
    Heading,
    Logo,
    Paragraph,
    Picture,
    Pledge,
    Signature,
    Steps,
    Table,
    Tick,
    Tone,
)
from servicedesk.domain.charts import chart_table

_BULLET = "\u2022"

_SIGNED = (62 * MM, 15 * MM)
"""The most that a picture of a signature takes, in points."""

_WHOLE_LIST = 6
"""A list of at most so many items stays whole."""


def _hold_last(made: list[Flowable]) -> None:
    """Keep the last flowable with what comes next, and the space below it too."""
    for flowable in reversed(made):
        flowable.keepWithNext = 1
        if not isinstance(flowable, Spacer):
            return


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
        """All flowables of the blocks, in order; a signature stays with what stands before it."""
        blocks = tuple(blocks)
        pairs = [block for block in blocks if isinstance(block, Table) and is_pairs(block)]
        widths = self._pair_widths(pairs)
        made: list[Flowable] = []
        for block in blocks:
            if isinstance(block, Signature):
                _hold_last(made)
            made.extend(self._of(block, widths))
        return made

    def _of(self, block: Block, pairs: list[float]) -> Iterator[Flowable]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                style = self._toned(block.tone)
                is_ours = block.tone is Tone.LEAD or f" {DOT} " in block.text
                yield self.ink.paragraph(
                    self._unwidowed(block.text, style) if is_ours else block.text, style
                )
            case Bullets():
                yield from in_company(
                    [self.ink.paragraph(item, self.scale.item, _BULLET) for item in block.items],
                    whole=_WHOLE_LIST,
                    gap=self.scale.space(0.3),
                    after=self.scale.space(0.7),
                )
            case Pledge():
                yield self._pledge(block)
            case Table():
                yield from self._table(block, pairs)
            case Address():
                lines = self.ink.paragraph("\n".join(block.lines), self.scale.plain)
                yield Together([lines], after=self.scale.space(0.6))
            case Picture():
                yield self._picture(block)
                yield self._space(0.6)
            case Signature():
                yield self._signature(block)
            case Blank():
                yield BlankLine(block.label, self.ink, self.scale)
            case Steps():
                yield StepsLine(block.question, self.ink, self.scale)
            case Tick():
                yield TickLine(block.label, self.ink, self.scale)
            case Cut():
                yield CutLine(block.text, self.ink, self.scale)
            case Chart():
                yield from self._chart(block, pairs)

    def _space(self, part: float) -> Flowable:
        return Spacer(self.width, self.scale.space(part))

    def _unwidowed(self, text: str, style: ParagraphStyle) -> str:
        """The text with line breaks such that no last line is a mere word, and no day parted."""
        room = self.width / style.fontSize
        words = Words(held_together(self.ink.plain(text), style.fontName, room), style.fontName)
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

    def _pair_widths(self, pairs: list[Table]) -> list[float]:
        """What pair_widths says; nothing when all must stand as labels and values, or none is."""
        ink, scale, width = self.ink, self.scale, self.width
        is_wide = self.stacks_tables and any(
            sum(natural_widths(table, ink, scale)) > width for table in pairs
        )
        return pair_widths(pairs, ink, scale, width) if pairs and not is_wide else []

    def _table(self, block: Table, pairs: list[float]) -> Iterator[Flowable]:
        """The table; all pairs of a paper share their column edges and their way of standing."""
        wanted = natural_widths(block, self.ink, self.scale)
        words = word_widths(block, self.ink, self.scale)
        widths = pairs if is_pairs(block) else shared_widths(wanted, self.width, words)
        is_wide = self.stacks_tables and (sum(wanted) > self.width or not widths)
        if is_wide or has_towers(block, self.ink, self.scale, widths):
            yield from stacked_rows(block, self.ink, self.scale, self.width)
        else:
            yield from ruled_table(block, self.ink, self.scale, widths)

    def _chart(self, block: Chart, pairs: list[float]) -> Iterator[Flowable]:
        """What it shows in a sentence, the drawing, and its numbers; large print draws nothing."""
        if block.title:
            yield self._heading(Heading(text=block.title, level=3))
        sentence = self.ink.paragraph(block.alt, self.scale.plain)
        sentence.keepWithNext = 1
        yield sentence
        if self.stacks_tables or not block.values:
            yield from self._table(chart_table(block), pairs)
        else:
            from servicedesk.documents.charts_flow import chart_flowables  # few papers draw

            yield from chart_flowables(block, self.ink, self.scale, self.width)

    def _picture(self, block: Picture) -> Flowable:
        picture = Image(BytesIO(block.png), hAlign="LEFT")
        width = min(block.width_mm * MM, self.width)
        picture.drawHeight = picture.imageHeight * width / picture.imageWidth
        picture.drawWidth = width
        return picture

    def _signed(self, picture: Logo) -> Flowable:
        """A signature as a picture, as large as the space to sign in."""
        tall = min(_SIGNED[1], _SIGNED[0] * picture.height / picture.width)
        wide = tall * picture.width / picture.height
        return Image(BytesIO(picture.png), wide, tall, mask="auto", hAlign="LEFT")

    def _signature(self, block: Signature) -> Flowable:
        parts: list[Flowable] = [
            self._space(2.6) if block.picture is None else self._signed(block.picture),
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

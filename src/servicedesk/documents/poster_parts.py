# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The three parts of the poster - band, promises, panels - set at given sizes.

Each part is made from words measured once and knows its own height, so that the fitting can try
many sizes in little time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from servicedesk.documents import palette
from servicedesk.documents.fonts import BOLD, CAP_HEIGHT, OVERSHOOT, SANS, SERIF
from servicedesk.documents.poster_sizes import (
    SINGLE_MOST,
    BandSizes,
    Frame,
    Limits,
    PanelSizes,
    PromiseSizes,
)
from servicedesk.documents.sheets import MM, SAFE
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words, beside_name
from servicedesk.domain.blocks import Logo, Poster

LOGO_WIDE, LOGO_TALL = 44 * MM, 25 * MM
"""The most that a logo takes on A4, its white chip included."""

_NAME_LINES = 2
"""The business's name shrinks until it takes no more lines,"""

_LEAST_NAME = 0.6
"""but never to less than this part of its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWords:
    """The measured words of one promise."""

    figure: Words
    unit: Words
    sentence: Words
    short: Words
    remedy: Words


class PosterWords:
    """All words of a poster, measured.

    Args:
        poster: what it says.
        ink: decides what can be printed.
    """

    def __init__(self, poster: Poster, ink: Ink) -> None:
        def words(text: str, font: str) -> Words:
            return Words(ink.plain(text), font)

        self.business = words(poster.business, BOLD)
        self.masthead = words(beside_name(poster.masthead, poster.business), SANS)
        self.heading = words(poster.heading, SERIF)
        self.aim = words(poster.aim, SANS)
        self.registrations = words(poster.registrations, SANS)
        self.mark = words(poster.mark, BOLD)
        self.double = len(poster.promises) > SINGLE_MOST
        self.promises = [
            PromiseWords(
                figure=words(one.figure, SERIF),
                unit=words(one.unit, BOLD),
                sentence=words(one.sentence, BOLD),
                short=words(one.short or one.sentence, BOLD),
                remedy=words(one.remedy, SANS),
            )
            for one in poster.promises
        ]
        self.panels = [
            (words(panel.title, SERIF), words("\n".join(panel.lines), SANS))
            for panel in poster.panels
        ]
        self.footer = words(poster.footer, SANS)
        self.signed = words(poster.signed, BOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The coloured head: its words, the space above and below, the logo's chip (two sides)."""

    stack: Stack
    mark: Stack
    above: float
    pad: float
    chip: tuple[float, float]

    @property
    def pill(self) -> float:
        """Height of the draft mark's pill with the space below it, in points."""
        return self.mark.height * 2.6 if self.mark.height else 0.0

    @property
    def height(self) -> float:
        """Height in points, without what an inset adds above."""
        return self.content + self.above + self.pad

    @property
    def content(self) -> float:
        """Height of the words or the chip, whichever is taller, in points."""
        return max(self.pill + self.stack.height, self.chip[1])


def set_band(
    words: PosterWords, sizes: BandSizes, limits: Limits, frame: Frame, logo: Logo | None
) -> Band:
    """The band at given sizes."""
    chip = (0.0, 0.0)
    if logo is not None:
        wide, tall = LOGO_WIDE * frame.scale, LOGO_TALL * frame.scale
        rim = 3 * MM * frame.scale
        zoom = min((wide - 2 * rim) / logo.width, (tall - 2 * rim) / logo.height)
        chip = (logo.width * zoom + 2 * rim, logo.height * zoom + 2 * rim)
    width = frame.inner - (chip[0] + 6 * MM * frame.scale if logo else 0.0)
    white, soft = palette.BRAND_INK, palette.BRAND_SOFT
    heading, over = sizes.heading, sizes.heading * 0.26
    if 0.6 * heading < (alone := width / max(words.heading.natural_width(1), 0.01)) < heading:
        heading = alone * 0.999  # a heading a little smaller looks better than one on two lines
        over += (sizes.heading - heading) * 0.5  # a line alone has to stand off what is above it
    size = words.business.largest(sizes.name, sizes.name * _LEAST_NAME, width, _NAME_LINES)
    name = Look(size=size, leading=1.18, colour=white, balance=True)
    masthead = Look(
        size=sizes.masthead,
        leading=1.3,
        colour=white,
        before=sizes.masthead * 0.55,
        balance=True,
    )
    title = Look(size=heading, leading=1.12, colour=white, before=over, balance=True)
    aim = Look(size=sizes.aim, leading=1.34, colour=white, before=sizes.aim * 0.62, balance=True)
    small = Look(size=sizes.small, leading=1.35, colour=soft, before=sizes.small * 1.1)
    stack = Stack(
        (
            Piece(words.business, name, width, limits.masthead and max(2, limits.masthead)),
            Piece(words.masthead, masthead, width, limits.masthead),
            Piece(words.heading, title, width, limits.heading),
            Piece(words.aim, aim, width, limits.aim),
            Piece(words.registrations, small, width, limits.small),
        )
    )
    mark = Stack(
        (Piece(words.mark, Look(size=sizes.masthead, leading=1.2, colour=palette.DUE), width, 1),)
    )
    above = max(sizes.pad, SAFE - frame.inset + OVERSHOOT * sizes.name)
    return Band(stack=stack, mark=mark, above=above, pad=sizes.pad, chip=chip)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One promise as set.

    Args:
        tick: diameter of the drawn tick in points, nought where there is a figure.
        label: figure and unit.
        text: sentence and remedy.
        column: width of the label's column, with the gutter, in points.
        width: of the whole cell.
        is_level: label and text begin on one line, instead of standing middle to middle.
    """

    tick: float
    label: Stack
    text: Stack
    column: float
    width: float
    is_level: bool = False

    @property
    def label_height(self) -> float:
        """Height of tick or figure with its unit, in points."""
        if not self.tick:
            return self.label.height
        below = self.label.pieces[-1]
        return self.tick + (below.look.before + self.label.height if self.label.height else 0.0)

    @property
    def height(self) -> float:
        """Height in points."""
        return max(self.label_height, self.text.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """All promises in rows of one or two cells, with the space above and below each row.

    ``is_short`` says that short lines had to stand in place of sentences.
    """

    rows: tuple[tuple[Cell, ...], ...]
    pad: float
    gutter: float
    is_short: bool = False

    @property
    def lead(self) -> float:
        """More space between the band and the first row, in points."""
        return self.pad * 0.5

    @property
    def height(self) -> float:
        """Height in points, pads included."""
        tall = sum(max(cell.height for cell in row) for row in self.rows)
        return tall + 2 * self.pad * len(self.rows) + self.lead


def set_rows(words: PosterWords, sizes: PromiseSizes, limits: Limits, frame: Frame) -> Rows:
    """The promises at given sizes; an odd one of two columns stands first and wide."""
    gutter = 9 * MM * frame.scale
    if not words.double:
        setting = Setting(
            sizes=sizes,
            limits=limits,
            frame=frame,
            width=frame.inner,
            least=40 * frame.scale,
            short=limits.short,
            remedies=True,
        )
        single = setting.cells(words.promises)
        return Rows(
            rows=tuple((cell,) for cell in single),
            pad=sizes.pad,
            gutter=gutter,
            is_short=limits.short,
        )
    odd = len(words.promises) % 2
    narrow = Setting(
        sizes=sizes,
        limits=limits,
        frame=frame,
        width=(frame.inner - gutter) / 2,
        least=28 * frame.scale,
        short=True,
        remedies=False,
    )
    large = sizes._replace(number=sizes.hero_number, sentence=sizes.hero)
    wide = replace(narrow, sizes=large, width=frame.inner)
    hero = wide.cells(words.promises[:odd])
    cells = narrow.cells(words.promises[odd:])
    pairs = zip(cells[::2], cells[1::2], strict=True)
    return Rows(rows=(*((cell,) for cell in hero), *pairs), pad=sizes.pad, gutter=gutter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How the promises of one column are set.

    Args:
        sizes, limits, frame: type sizes, the most lines, the sheet.
        width: of a cell in points.
        least: the smallest size of a figure in points.
        short: whether the short line stands in place of the sentence.
        remedies: whether the remedy is printed.
    """

    sizes: PromiseSizes
    limits: Limits
    frame: Frame
    width: float
    least: float
    short: bool
    remedies: bool

    def cells(self, promises: Sequence[PromiseWords]) -> list[Cell]:
        """The promises as set, in the same order."""
        if not promises:
            return []
        column, number, gap = self._column(promises)
        return [self._cell(one, column, number, gap) for one in promises]

    def _column(self, promises: Sequence[PromiseWords]) -> tuple[float, float, float]:
        """Width of the figures' column, their common largest size, the gap beside; in points."""
        sizes, scale = self.sizes, self.frame.scale
        share = (0.27 if self.width == self.frame.inner else 0.36) * self.width
        widths = [
            wide if (wide := one.figure.natural_width(1)) * self.least <= share
            else one.figure.widest_word(1)
            for one in promises
        ]  # fmt: skip
        units = max(one.unit.widest_word(sizes.unit) for one in promises)
        widest = max(widths)
        column = max(
            sizes.number * 1.3,
            min(share, widest * sizes.number),
            min(widest * self.least, self.width * 0.45),
            min(units, share),
            min(max(one.unit.natural_width(sizes.unit) for one in promises) * 0.56, share * 0.8),
        )
        smallest = min((column / wide for wide in widths if wide), default=sizes.number)
        number = max(self.least, min(sizes.number, 1.4 * smallest))
        reach = min(column, number * widest)
        beside = reach - column + number * 0.3 + 8 * scale
        return column, number, max(sizes.number * 0.1 + 9 * scale, beside)

    def _cell(self, one: PromiseWords, column: float, number: float, gap: float) -> Cell:
        sizes, limits = self.sizes, self.limits
        room = self.width - column - gap
        widest = one.figure.natural_width(1)
        if widest * self.least > column:
            widest = one.figure.widest_word(1)
        size = min(number, column / widest) if widest else number
        said = Look(size=sizes.sentence, leading=1.24, colour=palette.INK, balance=True)
        soft = Look(
            size=sizes.remedy, leading=1.34, colour=palette.SOFT_INK, before=sizes.remedy * 0.5
        )
        unit = Look(
            size=sizes.unit,
            leading=1.22,
            colour=palette.SOFT_INK,
            before=sizes.unit * 0.75,
            balance=True,
        )
        text = [Piece(one.short if self.short else one.sentence, said, room, limits.sentence)]
        if self.remedies:
            text.append(Piece(one.remedy, soft, room, limits.remedy))
        figure = Look(size=size, leading=1.0, colour=palette.BRAND, is_figure=True)
        return Cell(
            tick=0.0 if one.figure else number * CAP_HEIGHT * 1.12,
            label=Stack(
                (
                    Piece(one.figure, figure, column * 1.001),
                    Piece(one.unit, unit, column, limits.unit),
                )
            ),
            text=Stack(tuple(text)),
            column=column + gap,
            width=self.width,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """The panels in rows of two, then the foot: version at the left, signature at the right."""

    rows: tuple[tuple[Stack, ...], ...]
    footer: Stack
    signed: Stack
    gap: float
    width: float

    @property
    def panels_height(self) -> float:
        """Height of the panels alone, in points, with the gaps around them."""
        tall = sum(max(stack.height for stack in row) for row in self.rows)
        return tall + self.gap * (len(self.rows) * 1.25 + 1.3)

    @property
    def foot_height(self) -> float:
        """Height of the foot in points, from its hairline to its last line."""
        return max(self.footer.height, self.signed.height) + self.gap * 0.7

    @property
    def height(self) -> float:
        """Height in points."""
        return self.panels_height + self.foot_height


def set_boxes(words: PosterWords, sizes: PanelSizes, limits: Limits, frame: Frame) -> Boxes:
    """The panels and the foot at given sizes."""
    width = (frame.inner - 10 * MM * frame.scale) / 2
    titled = Look(size=sizes.title, leading=1.2, colour=palette.BRAND, balance=True)
    lined = Look(size=sizes.text, leading=1.4, colour=palette.INK, before=sizes.text * 0.72)
    stacks = [
        Stack((Piece(title, titled, width, limits.title), Piece(text, lined, width, limits.panel)))
        for title, text in words.panels
    ]
    small = Look(size=sizes.foot, leading=1.35, colour=palette.SOFT_INK)
    ink = Look(size=sizes.foot, leading=1.35, colour=palette.INK)
    signed = Piece(words.signed, ink, frame.inner * 0.3, limits.foot)
    beside = min(frame.inner * 0.3, words.signed.natural_width(sizes.foot))
    room = frame.inner - beside - 8 * MM * frame.scale
    return Boxes(
        rows=tuple(tuple(stacks[at : at + 2]) for at in range(0, len(stacks), 2)),
        footer=Stack((Piece(words.footer, small, room, limits.foot),)),
        signed=Stack((signed,)),
        gap=sizes.gap,
        width=width,
    )

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands on a page, in reading order: the one block model that every paper is made of.

The types live in the cellar so that the rooms which write (content, services) and the room
which prints (documents) agree without a door between them. Text in a block is plain text:
no renderer may read markup out of it.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from servicedesk.domain.figures import ChartKind


class PaperSize(StrEnum):
    """Sheets that the program prints on, and envelopes (ISO 269)."""

    A3 = "a3"
    A4 = "a4"
    LETTER = "letter"
    DL = "dl"
    C5 = "c5"
    C6 = "c6"


class Tone(StrEnum):
    """How loudly a paragraph speaks."""

    PLAIN = "plain"
    LEAD = "lead"
    STRONG = "strong"
    SMALL = "small"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is the title of the paper, 2 a section, 3 a part of one."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text; a newline in it is a line break."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list whose order does not matter."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """One service standard as printed: what we will do, then its details, a sentence each."""

    sentence: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells; ``head`` may be empty for plain pairs of label and value.

    The caption is read to those who cannot see the table.
    """

    caption: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Lines of an address, kept together."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image as PNG bytes with the words that stand for it."""

    png: bytes
    alt: str
    width_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who answers for the paper: name, then role or date below the line.

    Without a picture of the signature there is the space to sign by hand.
    """

    name: str
    role: str = ""
    picture: "Logo | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A place to write on, with what to write before it."""

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A question that is answered by a ring around one of the numbers from 1 to 5."""

    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A box to tick, with what a tick says beside it."""

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A line to cut or tear along, with what is said of it."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Values as a drawing with its numbers beside it; made of figures by ``charts.chart_block``.

    Args:
        kind: how it is drawn.
        title: above it; may be empty where a heading says the same.
        alt: what it shows in a sentence, for those who cannot see it.
        head: of the columns of its numbers: what, how many, and for a Pareto chart the share so
            far.
        labels: what each value is of, in print order.
        values: as many, each 0 or more.
        shown: each value in words.
        shares: for a Pareto chart, percent of all so far; empty elsewhere.
        shares_shown: those in words.
        most: upper end of the axis, which begins at 0; None for the highest value.
    """

    kind: ChartKind
    title: str
    alt: str
    head: tuple[str, ...]
    labels: tuple[str, ...]
    values: tuple[Decimal, ...]
    shown: tuple[str, ...]
    shares: tuple[Decimal, ...] = ()
    shares_shown: tuple[str, ...] = ()
    most: Decimal | None = None


Block = (
    Heading
    | Paragraph
    | Bullets
    | Pledge
    | Table
    | Address
    | Picture
    | Signature
    | Blank
    | Steps
    | Tick
    | Cut
    | Chart
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper of flowing text.

    Args:
        title: the document's title, also shown by the reader's window.
        language: as HTML and PDF name it, such as "en-GB".
        author: the business.
        blocks: in reading order.
        footer: one line at the foot of each page, before the page number.
        mark: word printed across each page, such as the draft mark; empty for none.
        is_one_page: it is drawn closer, then with smaller letters, while that brings it on one
            page; not in large print.
    """

    title: str
    language: str
    author: str
    blocks: tuple[Block, ...]
    footer: str = ""
    mark: str = ""
    is_one_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A checked logo, ready to print: PNG bytes with its size in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterPromise:
    """One promise on the poster.

    Args:
        figure: the big number or time, such as "4" or "15:00"; empty for a yes-or-no
            promise, which gets a drawn tick.
        unit: the small words under it, such as "hours while we are open".
        sentence: the full sentence, printed up to six promises.
        short: at most eight words, printed from seven promises on.
        remedy: what happens if it is missed, one or two sentences; may be empty.
    """

    figure: str
    unit: str
    sentence: str
    short: str
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A titled box of short lines, as at the foot of the poster."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """All that the wall poster says.

    Args:
        language: as in Paper.
        title: the document's title.
        business: trading name as written.
        masthead: the line above the heading: name, place, since.
        heading: such as "Our promise to you".
        aim: two sentences at most.
        promises: 1 to 12, in print order.
        panels: four boxes, in reading order.
        footer: version, dates and the one day-word explained.
        signed: who answers for it, such as "Ruth Hollins, owner".
        registrations: header line of bodies and numbers; may be empty.
        mark: the draft mark; empty for none.
        logo: or None.
    """

    language: str
    title: str
    business: str
    masthead: str
    heading: str
    aim: str
    promises: tuple[PosterPromise, ...]
    panels: tuple[Panel, ...]
    footer: str
    signed: str
    registrations: str = ""
    mark: str = ""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """All that the folded leaflet says: a cover, then sections that flow through the panels.

    Args:
        language, title, business, masthead, heading, aim, footer, mark, logo: as in Poster.
        sections: each opens with a level 2 Heading; they flow through four inner panels, and
            if these are full they end on the back.
        back: blocks of the back panel: how to reach us, results, version.
    """

    language: str
    title: str
    business: str
    masthead: str
    heading: str
    aim: str
    sections: tuple[tuple[Block, ...], ...]
    back: tuple[Block, ...]
    footer: str
    mark: str = ""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A paper made.

    Args:
        data: the finished document.
        pages: how many it has.
        missing: characters that no font of ours has; each prints as its code point.
        cut: what did not fit in full and ends with an ellipsis or is left to the full text:
            "heading", "sentences", "remedies", "panels", "footer" or "sections". A promise as
            such is never dropped.
    """

    data: bytes
    pages: int
    missing: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()

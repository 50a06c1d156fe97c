# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A paper as it is printed: its words as blocks, and the line at its foot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from servicedesk.domain.blocks import (
    Blank,
    Block,
    Bullets,
    Cut,
    Heading,
    Logo,
    Paper,
    Paragraph,
    Steps,
    Tick,
)
from servicedesk.domain.letters import Part, PartKind
from servicedesk.domain.letters_filling import subject_of
from servicedesk.domain.written import WrittenShape


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSheet:
    """All that one paper says.

    Args:
        shape: how much of a sheet it takes.
        title: over it.
        language: as PDF names it.
        business: trading name.
        blocks: below the title, in reading order.
        footer: at its foot; may be empty.
        logo: or None.
    """

    shape: WrittenShape
    title: str
    language: str
    business: str
    blocks: tuple[Block, ...]
    footer: str = ""
    logo: Logo | None = None

    @property
    def flowing(self) -> Paper:
        """The same as a paper of as many pages as it takes."""
        return Paper(
            title=self.title,
            language=self.language,
            author=self.business,
            blocks=(Heading(text=self.title, level=1), *self.blocks),
            footer=self.footer,
        )


def written_sheet(
    parts: Iterable[Part],
    *,
    shape: WrittenShape,
    language: str,
    business: str,
    footer: str = "",
    logo: Logo | None = None,
) -> WrittenSheet:
    """Put a filled text together.

    Args:
        parts: filled; the title is the first heading of the highest level.
        shape: how much of a sheet it takes.
        language: as PDF names it.
        business: trading name.
        footer: at its foot; may be empty.
        logo: or None.
    """
    parts = tuple(parts)
    return WrittenSheet(
        shape=shape,
        title=subject_of(parts),
        language=language,
        business=business,
        blocks=tuple(_blocks([one for one in parts if one.kind is not PartKind.SUBJECT])),
        footer=footer,
        logo=logo,
    )


def _blocks(parts: Sequence[Part]) -> list[Block]:
    """Blocks of the parts; items that follow one another make one list."""
    made: list[Block] = []
    items: list[str] = []

    def end() -> None:
        if items:
            made.append(Bullets(items=tuple(items)))
            items.clear()

    for part in parts:
        if part.kind is PartKind.BULLET:
            items.append(part.text)
        else:
            end()
            made.append(_block(part))
    end()
    return made


def _block(part: Part) -> Block:
    match part.kind:
        case PartKind.HEADING:
            return Heading(text=part.text, level=2)
        case PartKind.BLANK:
            return Blank(label=part.text)
        case PartKind.STEPS:
            return Steps(question=part.text)
        case PartKind.TICK:
            return Tick(label=part.text)
        case PartKind.CUT:
            return Cut(text=part.text)
        case _:
            return Paragraph(text=part.text)

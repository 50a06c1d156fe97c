# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One line about a charter: what keeps it from being published, or what to think about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.errors import Param

FINDING = "finding."
"""Codes of what the wording check found begin so; each is a whole key of the words."""


class PaperNeed(StrEnum):
    """Which papers a line keeps back; what keeps the poster back keeps the others back too."""

    POSTER = "poster"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """One line that keeps the charter from being published, or asks for thought.

    Args:
        code: names the sentence, ``[obstacle] CODE``; a finding names its own, ``finding.CODE``,
            with the place as {where} and a better wording as {rewrite} among its values.
        page: id of the guide's page where it is mended.
        need: which papers it keeps back, where it blocks.
        blocks: False for a warning.
        params: values of the sentence; ``question`` is the id of the question in which it is
            mended, where it is about one.
    """

    code: str
    page: str
    need: PaperNeed = PaperNeed.POSTER
    blocks: bool = True
    params: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))


def keeping_back(lines: Iterable[Obstacle], need: PaperNeed) -> tuple[Obstacle, ...]:
    """The lines that keep a paper back.

    Args:
        lines: all that was found.
        need: POSTER for the poster, TEXT for leaflet, full text and what is made of it.
    """
    needs = {PaperNeed.POSTER} if need is PaperNeed.POSTER else set(PaperNeed)
    return tuple(line for line in lines if line.blocks and line.need in needs)


def can_publish(lines: Iterable[Obstacle], need: PaperNeed) -> bool:
    """True when no line keeps this paper back; arguments as for ``keeping_back``."""
    return not keeping_back(lines, need)

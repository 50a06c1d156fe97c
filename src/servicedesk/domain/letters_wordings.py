# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The owner's own words of letters beside ours: which letters have them, and where they differ."""

from dataclasses import dataclass
from difflib import ndiff
from enum import StrEnum

from servicedesk.domain.letters import LetterTemplate


class LineIn(StrEnum):
    """In whose words a line stands."""

    BOTH = "both"
    OWN = "own"
    OURS = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingLine:
    """One line of a comparison.

    Args:
        where: in whose words it stands.
        text: of the line; "" for an empty one.
    """

    where: LineIn
    text: str


_SIGNS = {" ": LineIn.BOTH, "-": LineIn.OWN, "+": LineIn.OURS}


def compared(own: str, ours: str) -> tuple[WordingLine, ...]:
    """The owner's words and ours, line by line, in reading order.

    Args:
        own: the owner's words, as they are edited.
        ours: as they come with the program now.
    """
    lines = ndiff(own.splitlines(), ours.splitlines())
    return tuple(
        WordingLine(where=_SIGNS[line[0]], text=line[2:]) for line in lines if line[0] in _SIGNS
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWording:
    """A letter whose words can be changed.

    Args:
        template: as it is used now.
        ours: as it comes with the program.
    """

    template: LetterTemplate
    ours: LetterTemplate

    @property
    def lines(self) -> tuple[WordingLine, ...]:
        """Both words compared; nothing where they are ours."""
        return compared(self.template.body, self.ours.body) if self.template.is_own else ()

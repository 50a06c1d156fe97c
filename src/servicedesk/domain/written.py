# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers written for the owner: what there is, and how a text of ours becomes one for this shop.

Our texts are plain words with {fields}. Before anybody reads one, the lines that are another in
another trade are put in, and what is only for a business with helpers, or only for one without,
is kept or left out. What comes of it is what the owner may change.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import Part
from servicedesk.domain.letters_wordings import LineIn, WordingLine, compared

TRADE = "{trade}"
"""Stands in a line of ours in whose place the lines of the trade come."""

WITH_HELPERS, ALONE = "{?has.staff} ", "{?!has.staff} "
"""Begin a line that is only for a business with helpers, and one only for a business of one."""


class WrittenPaper(StrEnum):
    """A paper that is written for the owner."""

    COMPLAINTS = "complaints"
    COMPLAINTS_SIGN = "complaints_sign"
    PRIVACY = "privacy"
    POLICY = "policy"
    ROLES = "roles"
    JOB_OPENING = "job_opening"
    JOB_PHONE = "job_phone"
    JOB_RETURNS = "job_returns"
    JOB_HANDOVER = "job_handover"
    JOB_LATE = "job_late"
    JOB_ANGRY = "job_angry"


class WrittenShape(StrEnum):
    """How much of a sheet it takes."""

    PAGE = "page"
    HALF = "half"
    SIGN = "sign"
    FLOW = "flow"


JOB_SHEETS = tuple(one for one in WrittenPaper if one.value.startswith("job_"))
"""The sheets of "How we do it here", in the order of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTemplate:
    """A text of ours as it comes with the program.

    Args:
        paper: which.
        shape: how much of a sheet it takes.
        use: what it is good for, in a sentence.
        needs: fields without which it cannot be printed.
        body: in the little Markdown of letters.
    """

    paper: WrittenPaper
    shape: WrittenShape
    use: str
    needs: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """What is kept of a paper.

    Args:
        body: the owner's words; "" while they are ours.
        based_on: fingerprint of our text from which they began; "" while they are ours.
        printed_on: the day it was last printed or saved, or None.
    """

    body: str = ""
    based_on: str = ""
    printed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCard:
    """A paper as it stands here now.

    Args:
        template: of ours.
        ours: our text for this business.
        kept: what the owner made of it.
        parts: as it prints today.
        fault: why the owner's words cannot be printed as they stand, so that ours are; or None.
        claims: in the owner's words, of being registered somewhere, without a number on record.
        missing: names of fields that it speaks of and that are not known, in reading order.
        blocking: those of them without which it cannot be printed.
        law_checked_on: the day on which the law it names was last looked up, or None.
        is_law_old: that is so long ago that somebody should look again.
    """

    template: WrittenTemplate
    ours: str
    kept: OwnText
    parts: tuple[Part, ...]
    fault: Refusal | None = None
    claims: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    blocking: tuple[str, ...] = ()
    law_checked_on: date | None = None
    is_law_old: bool = False

    @property
    def paper(self) -> WrittenPaper:
        """Which paper it is."""
        return self.template.paper

    @property
    def body(self) -> str:
        """The text that is changed: the owner's, or ours."""
        return self.kept.body or self.ours

    @property
    def is_own(self) -> bool:
        """Whether the owner has words of their own."""
        return bool(self.kept.body)

    @property
    def is_behind(self) -> bool:
        """Whether our text has changed since the owner's words began from it."""
        return self.is_own and self.kept.based_on != fingerprint(self.ours)

    @property
    def differences(self) -> tuple[WordingLine, ...]:
        """Lines of only one of the two texts; none where they are ours."""
        lines = compared(self.kept.body, self.ours) if self.is_own else ()
        return tuple(one for one in lines if one.where is not LineIn.BOTH and one.text.strip())


def fingerprint(text: str) -> str:
    """A short mark of a text, another one for every other text; spaces at line ends aside."""
    tidy = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return hashlib.sha256(tidy.encode()).hexdigest()[:16]


def for_this_shop(body: str, trade_lines: Iterable[str], *, has_helpers: bool) -> str:
    """Our text as this business gets it.

    Args:
        body: of the template.
        trade_lines: what the sheet says in this trade; none where it says nothing of its own.
        has_helpers: somebody besides the owner works here.
    """
    own, other = (WITH_HELPERS, ALONE) if has_helpers else (ALONE, WITH_HELPERS)
    lines = tuple(trade_lines)
    made: list[str] = []
    for line in body.splitlines():
        sign, mark, rest = line.partition(own)
        if other in line:
            continue
        kept = f"{sign}{rest}" if mark else line
        if TRADE in kept:
            made += (kept.replace(TRADE, one) for one in lines)
        else:
            made.append(kept)
    return _tidy(made)


def _tidy(lines: Iterable[str]) -> str:
    """The lines as text, no two empty ones in a row."""
    made: list[str] = []
    for line in lines:
        if line.strip() or (made and made[-1]):
            made.append(line.strip())
    return "\n".join(made).strip()

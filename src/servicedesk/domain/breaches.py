# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The log of breaches: personal information that was lost, changed, or seen by somebody else.

Every one is written down, a small one too: what happened, whom it touches, what may come of it,
what was done. Whether somebody has to be told hangs on one answer, the risk to people.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class BreachRisk(StrEnum):
    """How likely it is that people come to harm."""

    UNLIKELY = "unlikely"
    LIKELY = "likely"
    HIGH = "high"


class BreachStep(StrEnum):
    """What is to be done next about a breach, in this order."""

    JUDGE = "judge"
    REPORT = "report"
    TELL = "tell"
    ACT = "act"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachDraft:
    """A breach as typed.

    Args:
        what: what happened.
        known_at: when we knew of it, in UTC; the hours run from then.
        happened_on: the day it happened, or None while that is not known.
        whose: whose information it is, such as "customers with a repair in May".
        data: what information, such as "names, phones, door codes".
        people: about how many people, or None while that is not known.
        effects: what came of it, or may.
        risk: to people; None while nobody has judged it.
        risk_why: why we think so.
        reported_at: when the regulator was told, in UTC, or None.
        report_ref: the regulator's number for it; may be empty.
        late_why: why the report came after its hours; may be empty.
        no_report_why: why it is not reported although harm is likely; may be empty.
        told_on: the day the people were told, or None.
        told_how: how, and what was said.
        no_tell_why: why they are not told although the risk is high; may be empty.
        did: what we did about it, and so that it does not happen again.
    """

    what: str
    known_at: datetime
    happened_on: date | None = None
    whose: str = ""
    data: str = ""
    people: int | None = None
    effects: str = ""
    risk: BreachRisk | None = None
    risk_why: str = ""
    reported_at: datetime | None = None
    report_ref: str = ""
    late_why: str = ""
    no_report_why: str = ""
    told_on: date | None = None
    told_how: str = ""
    no_tell_why: str = ""
    did: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachCard:
    """A breach as kept.

    Args:
        id: of the row, and the number it goes by.
        draft: what was typed.
        logged_on: the day it was written down, from which its time of keeping counts.
        closed_on: the day nothing was left to do, or None.
    """

    id: int
    draft: BreachDraft
    logged_on: date
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Something is left to do."""
        return self.closed_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachLaw:
    """What the law of the place says of breaches, in words from its own file.

    Args:
        hours: for the report, from the moment of knowing; 0 where no law of ours holds.
        regulator: its name; "" where no law of ours holds.
        sentences: to be told to the owner, with what they rest on, in order.
        checked_on: the day they were last looked up; None where there are none.
    """

    hours: int = 0
    regulator: str = ""
    sentences: tuple[str, ...] = ()
    checked_on: date | None = None

    @property
    def has_report(self) -> bool:
        """There is somebody whom a breach is reported to, within hours that are known."""
        return self.hours > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachLog:
    """All breaches, as the page shows them.

    Args:
        cards: what is open first, the first to be reported at its head; then the newest.
        law: of the place.
    """

    cards: tuple[BreachCard, ...] = ()
    law: BreachLaw = field(default_factory=BreachLaw)

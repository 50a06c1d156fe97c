# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The yearly fee to the regulator: when it is due again, what was paid, or why none is.

Which fee that is, and who pays it, is a matter of the law's own file. Here it is a reminder.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal

REMIND = timedelta(days=30)
"""Before the day on which it is due again."""

REF_MOST = 60
WHY_MOST = 300
PENCE_MOST = 10_000_00
_YEARS = 5
"""A day farther off than this is a slip of the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeDraft:
    """What is known of the fee.

    Args:
        renews_on: the day it is due again, or None.
        paid_pence: what was paid last, or None.
        reference: the number they gave us; may be empty.
        exempt_why: why we need not pay; may be empty.
    """

    renews_on: date | None = None
    paid_pence: int | None = None
    reference: str = ""
    exempt_why: str = ""

    @property
    def is_known(self) -> bool:
        """Somebody has said anything of it that settles it."""
        return self.renews_on is not None or bool(self.exempt_why)


def checked_fee(draft: FeeDraft, today: date) -> FeeDraft:
    """The fee as it is kept.

    Args:
        draft: as typed.
        today: the day of typing.

    Raises:
        Refusal: ``fee_both`` for "exempt_why" where a day to pay is given too; ``fee_day_far``
            for "renews_on"; ``fee_pence_off`` for "paid_pence"; what ``tidy_line`` raises.
    """
    tidy = replace(
        draft,
        reference=tidy_line(draft.reference, "reference", REF_MOST),
        exempt_why=tidy_line(draft.exempt_why, "exempt_why", WHY_MOST),
    )
    if tidy.exempt_why and tidy.renews_on is not None:
        raise Refusal("fee_both", "exempt_why")
    if tidy.renews_on is not None and abs(tidy.renews_on.year - today.year) > _YEARS:
        raise Refusal("fee_day_far", "renews_on", year=tidy.renews_on.year)
    if tidy.paid_pence is not None and not 0 <= tidy.paid_pence <= PENCE_MOST:
        raise Refusal("fee_pence_off", "paid_pence")
    return tidy


def is_fee_near(renews_on: date | None, today: date) -> bool:
    """Whether the fee is due again soon, or was due already."""
    return renews_on is not None and renews_on - REMIND <= today

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the overview of the privacy desk knows."""

from dataclasses import dataclass, field
from datetime import date

from servicedesk.domain.privacy_fee import FeeDraft
from servicedesk.domain.privacy_seen import PrivacySeen


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeState:
    """The yearly fee, with what the law of the place says of it.

    Args:
        draft: what is known.
        sentence: what the law says; "" somewhere else, where no fee is known of.
        checked_on: the day that was last looked up, or None.
    """

    draft: FeeDraft = field(default_factory=FeeDraft)
    sentence: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyOverview:
    """All of it, at one moment.

    Args:
        seen: open requests and breaches, clearing out, the fee.
        breaches: how many stand in the log.
        requests: how many requests there ever were.
        holds: how many things must be kept.
        may_be_sent: how many people may be sent offers on any channel.
        stops: how many noes to offers are kept.
        erased: how many people were forgotten.
        fee: what is known of it.
    """

    seen: PrivacySeen = field(default_factory=PrivacySeen)
    breaches: int = 0
    requests: int = 0
    holds: int = 0
    may_be_sent: int = 0
    stops: int = 0
    erased: int = 0
    fee: FeeState = field(default_factory=FeeState)

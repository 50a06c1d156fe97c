# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Figures that the law names: rules count with them, and none of them stands in a rule.

They are read from the law's own file, each beside the sentence that says it, the source, and the
day on which it was looked up. The periods are calendar days and plain hours: nothing
shortens or rolls them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalFigures:
    """What the law says in figures; the end of each name is its unit.

    Args:
        reject_days: after goods were received in which faulty ones can be rejected.
        presumed_months: in which a fault is presumed to have been there from the start.
        refund_days: for a refund, the day on which it was agreed the first of them: the careful
            way to count.
        cancel_days: after the contract, or after the goods came, in which a consumer can cancel.
        no_cancel_pence: up to this price, agreed away from our premises, there is no right to
            cancel.
        data_told_days: for telling somebody that we have their complaint about their information,
            the day of receipt the first of them.
        breach_hours: for telling the regulator of a breach, from the moment of knowing of it.
        request_months: for answering what somebody asks about their information.
        request_longer_months: more, where they are told in time that it takes longer.
    """

    reject_days: int
    presumed_months: int
    refund_days: int
    cancel_days: int
    no_cancel_pence: int
    data_told_days: int
    breach_hours: int
    request_months: int
    request_longer_months: int

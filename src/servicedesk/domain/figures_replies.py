# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Figures about replies on each channel, and about customers who come again or send others."""

from collections.abc import Iterable
from dataclasses import replace

from servicedesk.domain.figures import Figure, FigureUnit, Which
from servicedesk.domain.figures_counted import CustomersCounted, RepliesCounted
from servicedesk.domain.figures_making import From, median, share_figure, unrecorded
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period


def reply_figures(replies: Iterable[RepliesCounted], period: Period) -> tuple[Figure, ...]:
    """How quickly people get an answer, by the channel they came on.

    Where the charter promises a time, how many were answered within it; elsewhere how long half
    of them waited at most. Without one contact whose wait was written down: not recorded.

    Args:
        replies: by channel, in the order in which they are shown.
        period: that the contacts came in.
    """
    found = tuple(_reply(one, period) for one in replies if any(one.waits.values()) or one.judged)
    return found or (unrecorded("replies", FigureUnit.MINUTES, period),)


def customer_figures(customers: CustomersCounted, period: Period) -> tuple[Figure, ...]:
    """The three signs of custom: coming again, buying more, sending others.

    Each is "not recorded" where nobody writes down what it would be counted from.

    Args:
        customers: counted.
        period: that it is about.
    """
    rows = (
        ("returned", customers.returned, customers.active, Which.ACTIVE, Which.RETURNED),
        ("related", customers.related, customers.sales, Which.SALES, Which.RELATED),
        ("referred", customers.referred, customers.heard, Which.HEARD, Which.REFERRED),
    )
    return tuple(
        unrecorded(code, FigureUnit.PERCENT, period)
        if base is None
        else share_figure(code, part, base, period, From(Kind.CUSTOMER, which, having))
        for code, part, base, which, having in rows
    )


def _reply(replies: RepliesCounted, period: Period) -> Figure:
    channel = replies.channel.value
    if replies.judged is not None:
        share = share_figure("reply_within", replies.within, replies.judged, period, label=channel)
        return replace(share, records=replies.records)
    return Figure(
        code="reply_median",
        unit=FigureUnit.MINUTES,
        period=period,
        base=sum(replies.waits.values()),
        value=median(replies.waits),
        records=From(Kind.CONTACT, Which.REPLIED, value=channel).base_in(period),
        label=channel,
    )

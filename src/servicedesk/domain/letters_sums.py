# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sums of a letter that cannot be meant: whoever reads that money goes back will wait for it."""

from servicedesk.domain.entries import read_money
from servicedesk.domain.entries_bounds import checked_amount
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import VALUES

_REFUNDED = "amount"


def check_refund(values: VALUES) -> None:
    """Refuse money back that is no sum, nothing at all, or more than anybody means.

    Args:
        values: of the fields; where nothing stands about money back there is nothing to refuse.

    Raises:
        Refusal: ``letter_refund_nothing``, or what ``read_money`` and ``checked_amount`` raise,
            with the field to mend.
    """
    typed = values.get(_REFUNDED, "").strip()
    if typed and not checked_amount(read_money(typed, _REFUNDED), _REFUNDED):
        raise Refusal("letter_refund_nothing", _REFUNDED)

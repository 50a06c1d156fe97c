# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Trades: what they are called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """What a trade is called.

    Args:
        id: for life, such as "plumber_trades".
        title: as shown.
        aliases: other words for it, or for trades that it covers.
    """

    id: str
    title: str
    aliases: tuple[str, ...] = ()

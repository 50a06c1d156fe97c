# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bin counts its days to the moment."""

from datetime import UTC, datetime

from servicedesk.domain.bins import bin_limit


def test_what_was_put_away_ninety_days_ago_is_old() -> None:
    noon = datetime(2026, 9, 14, 12, tzinfo=UTC)
    assert bin_limit(noon) == datetime(2026, 6, 16, 12, tzinfo=UTC)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today asks of the file about sample weeks: columns of one of its statements."""

from collections.abc import Sequence
from datetime import date

from servicedesk.domain.samples import SampleSeen

_ASKED = """
SELECT v.published_on FROM charter_versions AS v WHERE v.status = 'published' AND EXISTS (
  SELECT 1 FROM service_standards AS s WHERE s.charter_version_id = v.id
    AND json_extract(s.body, '$.measured_by') = 'sample_week'
    AND json_extract(s.body, '$.is_ticked'))
"""
_TO_KEY_IN = """
SELECT id || ' ' || first || ' ' || last FROM sample_weeks WHERE NOT EXISTS (
  SELECT 1 FROM sample_lines
  WHERE sample_week_id = sample_weeks.id AND met IS NOT NULL AND seen IS NOT NULL)
ORDER BY last, id LIMIT 1
"""
SAMPLES = f"({_ASKED}), (SELECT max(last) FROM sample_weeks), ({_TO_KEY_IN})"
"""Three columns."""


def samples_seen(columns: Sequence[str | None]) -> SampleSeen:
    """What the three columns say."""
    asked, newest, week = columns
    return SampleSeen(
        asked_since=None if asked is None else date.fromisoformat(asked),
        newest_last=None if newest is None else date.fromisoformat(newest),
        to_key_in=None if week is None else _week(week),
    )


def _week(written: str) -> tuple[int, date, date]:
    number, first, last = written.split()
    return int(number), date.fromisoformat(first), date.fromisoformat(last)

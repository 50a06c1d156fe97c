# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters about a new price or a renewal: what they may name, and whether they come in time.

Giving notice is fair (BS 8477, transparency and fair treatment); nothing here states a law.
"""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from servicedesk.domain.letters import VALUES, FieldKind, LetterStage
from servicedesk.domain.letters_checking import LetterFinding

NOTICE_DAYS = 30
"""A notice that comes later than this before the day leaves little time to choose."""

SHORT = "notice_short"
"""Code of a notice that comes later."""

FROM = "notice.from"
"""The day from which the new price counts, or the plan goes on."""

LEAVE_BY = "notice.leave_by"
"""By when to tell us to leave before that day."""

CHOICES = "notice.choices"
"""What the customer can choose."""

_AT = frozenset({LetterStage.PRICE_CHANGE})

TYPED = MappingProxyType(
    {
        "notice.what": (FieldKind.LINE, _AT),
        "notice.old": (FieldKind.MONEY, _AT),
        "notice.new": (FieldKind.MONEY, _AT),
        FROM: (FieldKind.DAY, _AT),
        "notice.why": (FieldKind.TEXT, _AT),
        CHOICES: (FieldKind.LINES, _AT),
        "notice.leave": (FieldKind.TEXT, _AT),
        LEAVE_BY: (FieldKind.DAY, _AT),
        "notice.better": (FieldKind.TEXT, _AT),
    }
)
"""What is typed for one letter: name -> how it is typed, and where it may stand."""

HELPED = frozenset({"notice.what", "notice.why", "notice.leave", "notice.better"})
"""Fields with a line of help under them, ``letter.help.<name>``."""


def notice_findings(values: VALUES, today: date) -> Iterator[LetterFinding]:
    """What to think about where a notice leaves less than 30 days; nothing where no day stands.

    Args:
        values: of the fields, days as ISO text.
        today: the day of writing.
    """
    try:
        begins = date.fromisoformat(values.get(FROM, "").strip())
    except ValueError:
        return
    days = (begins - today).days
    if 0 <= days < NOTICE_DAYS:
        yield LetterFinding(code=SHORT, is_tone=True, is_block=False, span=(0, 0), found=str(days))

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person types in a hurry, made into what is kept: lines, days, money, phones, spans.

Days are always read day first. Nothing here asks the time: whoever calls hands today in.
"""

import unicodedata

from servicedesk.domain.errors import Refusal

LINE_MOST = 120
"""Characters of a line, unless its field says otherwise."""

_UNPRINTABLE = ("Cc", "Cs", "Zl", "Zp")


def tidy_line(typed: str, field: str, most: int = LINE_MOST) -> str:
    """A line as kept: on one line, with single spaces and none at the ends.

    Args:
        typed: anything.
        field: the field to mend.
        most: characters there is room for.

    Raises:
        Refusal: ``entry_odd_character`` or ``entry_too_long``.
    """
    line = " ".join(typed.split())
    for sign in line:
        if unicodedata.category(sign) in _UNPRINTABLE:
            raise Refusal("entry_odd_character", field, sign=f"U+{ord(sign):04X}")
    if len(line) > most:
        raise Refusal("entry_too_long", field, most=most, found=len(line))
    return line

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How what somebody typed reads on from the words of a letter around it.

Only the first letter is ever another one, and only of words that are common ones for sure.
"""

import re

_BEGUN = (". ", "! ", "? ", "\n")
_AFTER_COMMA = (", ", "; ")
_AFTER_COLON = ": "
_ENDED = re.compile(r"(?:[!?…]|[.!?…][”’\"')])$")
_SMALL = re.compile(
    r"A|An|The|This|That|These|Those|It|We|You|They|He|She|There|My|Our|Your|Their|From|When|While"
    r"|Where|Because|Both|All|Each|Every|Some|Nobody|Somebody|Whoever|Without|Please"
)
"""Words that are written small where a sentence only goes on: no names, and not "I"."""


def has_ended(value: str) -> bool:
    """Whether a full stop after these words would be one too many."""
    return _ENDED.search(value) is not None


def read_on(before: str, value: str, *, is_running: bool) -> str:
    """Words with a capital where they begin a sentence, and without where they carry one on.

    Args:
        before: what stands before them, from the beginning of the paragraph or the item.
        value: as it was typed.
        is_running: it is running text, not an item of a list, which begins anew after a colon.
    """
    first = value.partition(" ")[0]
    if is_running and (not before or before.endswith(_BEGUN)):
        is_common = first.isalpha() and first.islower()
        return f"{value[:1].upper()}{value[1:]}" if is_common else value
    goes_on = (*_AFTER_COMMA, _AFTER_COLON) if is_running else _AFTER_COMMA
    if before.endswith(goes_on) and _SMALL.fullmatch(first):
        return f"{value[:1].lower()}{value[1:]}"
    return value

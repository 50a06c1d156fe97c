# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether a rewrite is still made of whole sentences once loose words have gone from it.

What breaks a sentence is looked for only where the rewrite has made it: an owner's own fragment
may stand.
"""

import re

from servicedesk.domain.wording_terms import CONDITION, HASTE, HASTY, OUR_BEST
from servicedesk.domain.wording_text import sentences

_DANGLING = re.compile(
    r"(?<!\w)(?:remains?|is|are|be|not|the|an?|our|my|your|to|of|and|or|with|will|for|do our|do my"
    r"|than|that)[^\w]{0,5}$",
    re.I,
)
_NO_VERB = re.compile(
    r"(?<!\w)(?:do|does|will) not [a-z]{2,20}(?<!e)ed(?!\w)|(?<!\w)(?:will|to) (?:is|are)(?!\w)",
    re.I,
)
_TWO_VERBS = re.compile(
    r"(?<!\w)will (?:give|send|make|do)"
    r"(?: (?!what|that|which|who)[a-z'-]{2,20}){1,3} (?:is|are)(?!\w)"
)
_HOLLOW = re.compile(
    r"(?:(?:we|i)(?: will|'ll| aim to)? )?[a-z'-]{1,20}(?: in 9 of 10 cases)?[.!?]{0,5}", re.I
)


def is_broken(candidate: str, says: str) -> bool:
    """Whether a rewrite says nothing, or one of its sentences stops short.

    Args:
        candidate: the rewrite.
        says: the plain text that it stands for.
    """
    if not re.search(r"\w", candidate):
        return True
    typed = {one.text.rstrip(" .!?") for one in sentences(says)}
    new = [one.text for one in sentences(candidate) if one.text.rstrip(" .!?") not in typed]
    lost = any(rule.search(says) for rule in (HASTE, HASTY, OUR_BEST, CONDITION))
    return any(
        _DANGLING.search(one)
        or _NO_VERB.search(one)
        or _TWO_VERBS.search(one)
        or (lost and _HOLLOW.fullmatch(one))
        for one in new
    )

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The European platform for online disputes, which closed in July 2025: no paper leads there.

A link to it misleads (Regulation (EU) 2024/3228), and it still stands in many old letters that
owners copy from. It is looked for in a whole text, for an address can be broken over two lines.
"""

import re

_DOTS = r"\s{0,3}\.\s{0,3}"
_DISPUTES = r"(?:on-?line\s+dispute\s+(?:resolution|settlement)|odr)"
_EUROPE = r"(?:eu|european(?:\s+(?:union|commission))?)(?:['’]s)?"
CLOSED_PLATFORM = re.compile(
    rf"(?:https?:\s*/\s*/\s*)?(?:[\w-]{{1,20}}{_DOTS}){{0,3}}europa{_DOTS}eu\b[^\s]{{0,80}}"
    rf"(?:\s*/\s*[^\s/]{{1,40}}){{0,6}}?\s*/?\s*\bodr\b\S*"
    rf"|\b{_EUROPE}\s+(?:\w+\s+)?{_DISPUTES}\b(?:\s+platform\b)?"
    rf"|\bODR\s+platform\b",
    re.IGNORECASE,
)
"""Its address, however it is spelt, and its name."""


def closed_link(text: str) -> str:
    """The place in a text that would send somebody there, on one line; "" for none."""
    hit = CLOSED_PLATFORM.search(text)
    return "" if hit is None else " ".join(hit[0].split())

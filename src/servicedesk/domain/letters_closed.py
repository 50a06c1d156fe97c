# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The European platform for online disputes, which closed in July 2025: no letter leads there.

A link to it misleads (Regulation (EU) 2024/3228), and it still stands in many old letters that
owners copy from.
"""

import re

CLOSED_PLATFORM = re.compile(
    r"(?:https?://)?(?:webgate\s*\.\s*)?ec\s*\.\s*europa\s*\.\s*eu\s*/[\s/]*(?:consumers[\s/]*)?odr\S*"
    r"|\b(?:EU|European)\s+(?:ODR|online\s+dispute\s+resolution)\b(?:\s+platform\b)?"
    r"|\bODR\s+platform\b",
    re.IGNORECASE,
)
"""Its address, however it is spelt, and its name."""


def closed_link(text: str) -> str:
    """The place in a text that would send somebody there; "" for none."""
    hit = CLOSED_PLATFORM.search(text)
    return "" if hit is None else hit[0]

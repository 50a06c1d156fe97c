# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The colours of paper: the light tokens of ``resources/theme/tokens.toml``, held equal by a test.

They stand here as well because a paper needs no settings: frozen data in, bytes out.
"""

from typing import Final

CARD: Final = "#FFFFFF"
INK: Final = "#1F2A2E"
SOFT_INK: Final = "#566468"
LINE: Final = "#DDD8CC"
FIELD_BORDER: Final = "#7A8588"
BRAND: Final = "#0B5D5E"
BRAND_INK: Final = "#FFFFFF"
BRAND_SOFT: Final = "#DCECEA"
DUE: Final = "#8A5A00"
DUE_SOFT: Final = "#FCF0D4"


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of a ``#RRGGBB`` colour, each from 0 to 1."""
    return (
        int(colour[1:3], 16) / 255,
        int(colour[3:5], 16) / 255,
        int(colour[5:7], 16) / 255,
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two ``#RRGGBB`` colours, from 1 to 21 (WCAG 2, relative luminance)."""

    def luminance(colour: str) -> float:
        linear = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)

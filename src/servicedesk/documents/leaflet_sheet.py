# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where the six panels of a sheet folded in three lie, and where their text may stand."""

from dataclasses import dataclass

from servicedesk.documents.sheets import MM, SAFE, SHEETS
from servicedesk.domain.blocks import PaperSize

NARROWER = 2 * MM
"""So much narrower is the panel that folds in first, in points."""

FOLD = 8 * MM
"""From a fold to the text, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One panel: its edges and its text area's edges, in points from the left."""

    left: float
    right: float
    text_left: float
    text_right: float

    @property
    def width(self) -> float:
        """Width of the text area."""
        return self.text_right - self.text_left


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletSheet:
    """The sheet across, with its six panels."""

    width: float
    height: float
    flap: Panel
    back: Panel
    cover: Panel
    inside: tuple[Panel, Panel, Panel]

    @property
    def top(self) -> float:
        """Upper edge of the text areas."""
        return self.height - SAFE - 1 * MM

    @property
    def floor(self) -> float:
        """Lower edge of the text areas."""
        return SAFE + 1 * MM


def leaflet_sheet(size: PaperSize) -> LeafletSheet:
    """The sheet of a size laid across, for a letter fold: the flap folds in first."""
    height, width = SHEETS[size]
    wide = (width + NARROWER) / 3
    flap = wide - NARROWER

    def panel(left: float, across: float) -> Panel:
        right = left + across
        return Panel(
            left=left,
            right=right,
            text_left=left + (SAFE if left < 1 else FOLD),
            text_right=right - (SAFE if right > width - 1 else FOLD),
        )

    return LeafletSheet(
        width=width,
        height=height,
        flap=panel(0, flap),
        back=panel(flap, wide),
        cover=panel(flap + wide, wide),
        inside=(panel(0, wide), panel(wide, wide), panel(2 * wide, flap)),
    )

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which colours of the theme meet: every text with its ground, every edge with what it touches.

A test counts each pair in every scheme, and that the style sheet uses no others.
"""

from typing import Final

READ: Final = 4.5
"""What text owes to its ground, in every state (WCAG 2, level AA)."""

SEEN: Final = 3.0
"""What an edge of a field and a focus ring owe to what they touch."""

_GROUNDS = ("paper", "card", "rail", "band", "backdrop", "brand_soft")

TEXTS: Final = {
    "ink": (*_GROUNDS, "late_soft", "due_soft", "ok_soft"),  # normal, under the mouse, held, chosen
    "soft_ink": (*_GROUNDS, "quiet_soft"),  # quiet, placeholder, switched off
    "brand": ("paper", "card", "rail", "band", "brand_soft"),  # links, headings, chosen entries
    "brand_ink": ("brand", "brand_hover", "brand_down"),  # main buttons, chosen text
    "late": ("late_soft", "paper", "card", "band"),
    "card": ("late",),  # a number of late things
    "due": ("due_soft", "paper", "card", "band"),
    "ok": ("ok_soft", "paper", "card", "rail", "band"),
}
"""Token of a text -> tokens of the grounds on which it stands."""

EDGES: Final = {
    "field_border": ("paper", "card", "rail", "band", "brand_soft"),
    "late": ("paper", "card", "band"),  # the edge of a field with an error
    "focus": (*_GROUNDS, "late_soft", "due_soft", "ok_soft"),
    "focus_on_brand": ("brand", "brand_hover"),
}
"""Token of an edge or a ring -> tokens of what it touches."""

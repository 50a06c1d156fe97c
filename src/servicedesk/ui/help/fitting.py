# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which page of the help fits a place in the program: what F1 opens there."""

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.help.presenter import FIRST

_BY_HAND = "sample-weeks"
_LOCKING = "password"
_YEARLY = "fairness-and-extra-help"

_FITTING = {
    ("settings", "look"): "looks-and-access",
    ("settings", "backup"): "backups",
    ("settings", "backups"): "backups",
    ("settings", "password"): _LOCKING,
    ("settings", "counter"): _LOCKING,
    ("settings", ""): "settings",
    ("today", ""): "today",
    ("customers", ""): "customers",
    ("contacts", ""): "contacts",
    ("reviews", ""): "contacts",
    ("promises", ""): "promises",
    ("complaints", ""): "complaints",
    ("charter", "live"): "how-we-do",
    ("charter", ""): "charter",
    ("feedback", ""): "feedback",
    ("measures", "samples"): _BY_HAND,
    ("measures", "checks"): _BY_HAND,
    ("measures", "served"): _BY_HAND,
    ("measures", "walks"): _BY_HAND,
    ("measures", ""): "how-we-do",
    ("improve", "check"): "self-check",
    ("improve", "staff"): "people",
    ("improve", "papers"): "written-papers",
    ("improve", "reviews"): "reviews",
    ("improve", "fairness"): _YEARLY,
    ("improve", "extra_help"): _YEARLY,
    ("improve", ""): "improve",
    ("privacy", ""): "privacy",
    ("taking_out", ""): "taking-out",
    ("importing", ""): "bring-customers",
    ("help", ""): "",
}


def page_for(place: Place) -> str:
    """The id of the page about a place; in the help itself "" for the page that is read."""
    rooms = ((place.room, place.part), (place.room, ""))
    return next((_FITTING[room] for room in rooms if room in _FITTING), FIRST)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands in the fields that a business thought up itself, as it is kept."""

from collections.abc import Iterable, Mapping
from datetime import date

from servicedesk.domain.own_fields import OwnFieldCard, own_question


def own_values(values: Mapping[str, object], cards: Iterable[OwnFieldCard]) -> dict[str, str]:
    """Values of own fields by field id as text, without the empty ones.

    Args:
        values: what stands in a form, raw, by question id.
        cards: the own fields that it asks for.
    """
    said = {str(one.id): own_text(values.get(own_question(one.id))) for one in cards}
    return {id_: value for id_, value in said.items() if value}


def own_text(value: object) -> str:
    """The value of an own field as text; yes and no by those words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value or "")

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands in the fields of a dialog about a complaint, read for what is done with it."""

from collections.abc import Mapping

from servicedesk.domain.entries import read_money

Values = Mapping[str, object]
"""What stands in the fields of a dialog, by question id."""


TOLD, NOT_NEEDED = "told", "not_needed"
"""What is said of the insurer: one or the other."""


def text_in(values: Values, name: str) -> str:
    """What stands in a line, without spaces around it; "" for nothing."""
    said = values.get(name)
    return said.strip() if isinstance(said, str) else ""


def pence_in(values: Values, name: str) -> int | None:
    """A sum in pence; None for none.

    Raises:
        Refusal: it is no sum.
    """
    said = values.get(name)
    if isinstance(said, int):
        return said
    return read_money(str(said), name) if said else None

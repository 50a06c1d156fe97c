# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a row says of one field or another, each in its type."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from servicedesk.domain.customers import Channel
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_records import Value

Code = TypeVar("Code", bound=StrEnum)


class Said:
    """The values of a row, asked for by field.

    Args:
        values: of the row.
        is_exact: it is of a list that we wrote: what it says of an ending was worked out here.
    """

    def __init__(self, values: Mapping[Field, Value], *, is_exact: bool = False) -> None:
        self._values = values
        self.is_exact = is_exact

    def text(self, field: Field) -> str:
        """What it says in words; "" for nothing."""
        found = self._values.get(field, "")
        return found if isinstance(found, str) and not isinstance(found, StrEnum) else ""

    def day(self, field: Field) -> date | None:
        """Which day; None for none."""
        found = self._values.get(field)
        return found if isinstance(found, date) and not isinstance(found, datetime) else None

    def moment(self, field: Field) -> datetime | None:
        """Which moment, in UTC; None for none."""
        found = self._values.get(field)
        return found if isinstance(found, datetime) else None

    def yes(self, field: Field) -> bool | None:
        """Yes or no; None where it says neither."""
        found = self._values.get(field)
        return found if isinstance(found, bool) else None

    def number(self, field: Field) -> int | None:
        """A whole number; None for none."""
        found = self._values.get(field)
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def code(self, field: Field, codes: type[Code]) -> Code | None:
        """One of our words; None for none."""
        found = self._values.get(field)
        return found if isinstance(found, codes) else None

    def codes(self, field: Field, codes: type[Code]) -> tuple[Code, ...]:
        """Several of our words."""
        found = self._values.get(field, ())
        if not isinstance(found, tuple):
            return ()
        return tuple(one for one in found if isinstance(one, codes))

    def channel(self, field: Field) -> Channel | None:
        """How it came; None where it does not say."""
        return self.code(field, Channel)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A field for a sum of money, as people type it."""

from servicedesk.domain.entries import read_money
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue
from servicedesk.domain.guides_answers import checked
from servicedesk.ui.widgets.number_fields import TypedField


class MoneyField(TypedField):
    """A sum of money, typed in pounds and kept in pence."""

    def _read(self) -> int | None:
        try:
            return read_money(self._edit.text())
        except Refusal:
            return None

    def _reading(self) -> str:
        pence = self._read() if self._edit.text().strip() else None
        return "" if pence is None else f"£{pence // 100:,}.{pence % 100:02d}"

    def value(self) -> object:
        """Whole pence; the words as typed where they are no sum; "" for nothing."""
        typed = self._edit.text().strip()
        pence = self._read() if typed else None
        return typed if pence is None else pence

    def checked_value(self) -> AnswerValue:
        """Whole pence, or "" for nothing.

        Raises:
            Refusal: it is no sum, or out of bounds.
        """
        typed = self._edit.text().strip()
        return checked(self.question, read_money(typed) if typed else "")

    def _show_value(self, value: object) -> None:
        if isinstance(value, int):
            if value != self.value():
                self._edit.setText(_as_typed(value))
        else:
            self._edit.setText(str(value or ""))


def _as_typed(pence: int) -> str:
    """A sum as people write it, such as "12.50"."""
    return f"{pence // 100}.{pence % 100:02d}"

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A choice that begins with an answer and always has one, so nothing is said to be needed."""

from servicedesk.ui.widgets.choice_fields import ChoiceField


class SureChoiceField(ChoiceField):
    """One of some, shown side by side whatever their number; ask a question that is required."""

    def _build_around(self) -> None:
        super()._build_around()
        if self._needed is not None:
            self._needed.clear()

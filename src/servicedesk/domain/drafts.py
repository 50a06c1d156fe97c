# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Half-typed forms: what was typed and not yet said."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """A form as it was last kept.

    Args:
        form: which form.
        subject: what it was about, such as the number of a record; empty for a new one.
        body: what was typed, in the form's own way of writing it down.
        saved_at: when, in UTC.
    """

    form: str
    subject: str
    body: str
    saved_at: datetime

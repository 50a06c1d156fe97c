# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Half-typed forms: kept while somebody types, offered again after a crash, dropped once saved.

A form about a record is called as the record's table is, and its subject is the record's number:
whoever removes the record takes the half-typed form with it (see ``Unit.remove``).
"""

import json
from collections.abc import Mapping

from servicedesk.domain.drafts import HalfTyped, values_from_data, values_to_data
from servicedesk.services.unit import Units
from servicedesk.store.drafts import draft_of


class Drafts:
    """Keeps what stands in forms and is not said yet; no step of the journal.

    Args:
        units: opens changes and reads.
    """

    def __init__(self, units: Units) -> None:
        self._units = units

    def keep(self, form: str, subject: str, values: Mapping[str, object]) -> None:
        """Keep what stands in a form, in the place of what was kept of it.

        Args:
            form: which form.
            subject: what it is about, such as the number of a record; "" for a new one.
            values: raw, by question id, as fields give them.

        Raises:
            Trouble: when the file cannot be written.
        """
        self._write(form, subject, json.dumps(values_to_data(values)))

    def kept(self, form: str, subject: str = "") -> HalfTyped | None:
        """What stood in a form, or None where nothing of it was kept.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._units.read() as reading:
            found = draft_of(reading, form, subject)
        if found is None:
            return None
        try:
            data = json.loads(found.body)
        except ValueError:  # of another version: nothing that a form could show
            return None
        return HalfTyped(values=values_from_data(data), saved_at=found.saved_at)

    def drop(self, form: str, subject: str = "") -> None:
        """Forget what stood in a form: it was saved, or emptied.

        Raises:
            Trouble: when the file cannot be written.
        """
        self._write(form, subject, None)

    def _write(self, form: str, subject: str, body: str | None) -> None:
        with self._units.change("keep what is typed", "") as unit:
            unit.keep_draft(form, body, subject)

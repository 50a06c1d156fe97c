# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Keeps the index of the search in step with every change, in the transaction of the change."""

from servicedesk.domain.kinds import ChangeSet
from servicedesk.services.unit import Reading, Units
from servicedesk.store.search_index import is_made, keep_in_step, make_anew

_MAKING = "make the index of the search"


class SearchKeeping:
    """Follows all changes of a file, from when it is opened.

    Args:
        units: whose changes are followed.
    """

    def __init__(self, units: Units) -> None:
        self._units = units
        self._is_made = False
        units.finish_with(self._keep)

    def ensure(self) -> None:
        """See that there is an index, and make it where there is none or one of other words.

        Raises:
            Trouble: when the file cannot be read, or has to be written and cannot.
        """
        if self._is_made:
            return
        with self._units.read() as reading:
            self._is_made = is_made(reading)
        if not self._is_made:
            with self._units.change(_MAKING, "") as unit:  # no record changes: no step of journal
                make_anew(unit.connection)
            self._is_made = True

    def _keep(self, connection: Reading, changes: ChangeSet) -> None:
        self._is_made = self._is_made or is_made(connection)
        if self._is_made:
            keep_in_step(connection, changes)
        else:
            make_anew(connection)

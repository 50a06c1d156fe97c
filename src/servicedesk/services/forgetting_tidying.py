# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writing the file anew after somebody was forgotten, now or at the next chance.

A small empty file beside the file of the shop says that it is still to be done: it is laid there
before anything is changed, so that not even a power cut in between lets it be forgotten.
"""

from contextlib import suppress
from pathlib import Path

from servicedesk.services.surroundings import Surroundings
from servicedesk.store.disk import TO_TIDY, beside
from servicedesk.store.erasures import tidy_file
from servicedesk.store.keys import needs_password
from servicedesk.system.files import empty_folder

_REPORT = "crash-report.txt"
"""Its last line may hold what somebody typed."""


class Tidying:
    """Leaves nothing in gaps and corners of what was taken out.

    Args:
        around: the file, its keys and its folders.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._is_wanted = False

    @property
    def is_due(self) -> bool:
        """Whether the file could not be written anew yet."""
        return self._is_wanted or self._note.exists()

    def want(self) -> None:
        """Note that the file is to be written anew, before anything is taken out of it."""
        self._is_wanted = True
        with suppress(OSError):  # no room for it: it is done at once as a rule
            self._note.touch(0o600)

    def tidy(self) -> bool:
        """Write the file anew, and take away copies and reports that may tell of somebody.

        Returns:
            False where a read was in the way or there was no room; it is done later then.
        """
        empty_folder(self._around.temporary)  # what is in use goes at the next start
        if self._around.logs is not None:
            with suppress(OSError):
                (self._around.logs / _REPORT).unlink(missing_ok=True)
        database = self._around.database
        is_clean = tidy_file(database, self._key())
        if is_clean:
            self._is_wanted = False
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
        return is_clean

    @property
    def _note(self) -> Path:
        return beside(self._around.database, TO_TIDY)

    def _key(self) -> str | None:
        path = self._around.database
        if not needs_password(path):
            return None
        return self._around.keys.fitting(path) or self._around.key

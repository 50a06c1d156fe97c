# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The backups that still hold somebody who was forgotten, and taking them out of those too.

Each copy counts by itself: the same backup on a stick holds them until the stick was plugged in
while backups were rewritten.
"""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from servicedesk.domain.errors import Trouble
from servicedesk.domain.forgetting import StillHeld, held_until
from servicedesk.services.backup_rewriting import Rewritten, Steps, rewrite_backups
from servicedesk.services.backup_shelf import Copy, every_copy
from servicedesk.services.forgotten_list import Listed, end_of, folders_of, keep_list, read_list
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.backup_contents import read_inside
from servicedesk.store.erasures import erasure_cards, re_apply
from servicedesk.store.erasures_moments import noted_at
from servicedesk.store.file_marks import mark_in
from servicedesk.store.keys import needs_password
from servicedesk.store.opening import look_at
from servicedesk.system.files import private_folder, read_whole, write_whole

CLEAN = "rewritten.json"
"""Beside the first backups: up to which moment the forgotten are out of each copy, by its path."""

_MOST = 1 << 20


class HeldBackups:
    """Knows which copies still hold somebody, and rewrites them.

    Args:
        units: opens reads.
        around: the folders, the clock and the keys.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def remember(self) -> None:
        """Keep the list beside the backups as well, wherever that can be done now."""
        with self._units.read() as reading:
            mark, listed = mark_in(reading), self._listed(reading)
        if listed:
            with suppress(Trouble):
                private_folder(self._around.backups)
            for folder in folders_of(self._around):
                with suppress(Trouble):  # the file holds it, and every later backup
                    keep_list(folder, mark, listed)

    def still_held(self) -> StillHeld:
        """The copies that hold somebody who was forgotten."""
        with self._units.read() as reading:
            at = self._last(reading)
        return StillHeld() if at is None else self._held(at)

    def all(self) -> StillHeld:
        """All copies there are, as they hold whoever is forgotten now."""
        return self._held(None)

    def rewrite(self, steps: Steps) -> Rewritten:
        """Take the forgotten out of every backup too; as ``rewrite_backups``."""
        with self._units.read() as reading:
            erased, at = erasure_cards(reading), self._last(reading)

        def change(copy: Path) -> None:
            re_apply(copy, self._key_of(copy), erased)

        def proof(copy: Path) -> None:
            key = self._key_of(copy)
            look_at(copy, key)
            read_inside(copy, key=key)

        rewritten = rewrite_backups(self._around, change, steps, proof=proof)
        if at is not None:
            self._note_clean(rewritten, at)
        return rewritten

    def _note_clean(self, rewritten: Rewritten, at: datetime) -> None:
        clean = self._clean()
        paths = [copy.card.path for copy in every_copy(self._around)]
        told = {path: clean[path] for path in paths if path in clean}
        told.update((path, at) for path in paths if path not in rewritten.left)
        text = json.dumps({path: moment.isoformat() for path, moment in told.items()}, indent=1)
        write_whole(self._around.backups / CLEAN, text.encode())

    def _held(self, at: datetime | None) -> StillHeld:
        """The copies made before a moment, and not rewritten since; None for all there are."""
        clean = self._clean()

        def holds(copy: Copy) -> bool:
            cleaned = clean.get(copy.card.path)
            return at is None or (copy.card.at <= at and (cleaned is None or cleaned < at))

        held = [copy for copy in every_copy(self._around) if holds(copy)]
        return held_until(
            [copy.card for copy in held],
            away=sum(copy.is_away for copy in held),
            damaged=sum(copy.is_damaged for copy in held),
        )

    def _last(self, reading: Reading) -> datetime | None:
        """When somebody was last forgotten; None when nobody was."""
        return max((one.at for one in self._listed(reading)), default=None)

    def _listed(self, reading: Reading) -> list[Listed]:
        """The list of the file, each line with its moment as far as that is known anywhere."""
        cards = erasure_cards(reading)
        if not cards:
            return []
        mark = mark_in(reading)
        moments = {
            one.card.mark: one.at
            for folder in reversed(folders_of(self._around))
            for one in read_list(folder, mark).values()
        }
        moments = noted_at(reading) | moments
        return [
            Listed(card=card, at=moments.get(card.mark) or end_of(card.erased_on)) for card in cards
        ]

    def _key_of(self, path: Path) -> str | None:
        """The key of a backup, which may be an older one than that of the file."""
        if not needs_password(path):
            return None
        return self._around.keys.fitting(path) or self._around.key

    def _clean(self) -> dict[str, datetime]:
        """Up to which moment the forgotten are out of each copy that was rewritten."""
        try:
            told = json.loads(read_whole(self._around.backups / CLEAN, _MOST))
            return {str(path): datetime.fromisoformat(str(at)) for path, at in told.items()}
        except (Trouble, ValueError, AttributeError):
            return {}

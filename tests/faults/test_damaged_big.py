# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A damaged file with 100,000 rows: the newest good backup is found without reading them all."""

from datetime import timedelta
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.services import backup_newest
from servicedesk.services.backup_newest import newest_good
from servicedesk.store import driver
from servicedesk.store.opening import open_file
from tests.faults.counting import note
from tests.services.backups_made import NOW, NoSteps, desk
from tests.store.files import MOMENT

ROWS = 100_000


def test_the_newest_good_backup_of_a_big_damaged_file_is_found_by_its_sum(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "BACKUP").mkdir()
    with desk(tmp_path) as shop:
        shop.say("Hollins Hardware")
        with shop.file.change() as session:
            session.exec_driver_sql(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                " INSERT INTO closures(first, last, reason)"
                " SELECT '2026-12-24', '2026-12-24', 'Row ' || i FROM n",
                (ROWS,),
            )
        shop.backups.back_up(BackupReason.BUTTON, NoSteps())
        shop.clock.set(NOW + timedelta(minutes=5))
        newest = shop.backups.back_up(BackupReason.BUTTON, NoSteps())
        path, around = shop.file.path, shop.around
    with path.open("r+b") as file:  # its head is torn off
        file.write(bytes(4096))
    read: list[str] = []
    real_sum = backup_newest.disk.sha256_of
    monkeypatch.setattr(
        backup_newest.disk, "sha256_of", lambda one: read.append(one.name) or real_sum(one)
    )
    monkeypatch.setattr(driver, "find_damage", lambda *_, **__: pytest.fail("read through"))
    with pytest.raises(Trouble) as caught:
        open_file(path, backups=tmp_path / "backups", moment=MOMENT)
    assert caught.value.code == "file_not_database"
    found = newest_good(around)
    assert found is not None
    assert found.card.name == newest.name
    assert read == [newest.name]  # the older one and the damaged file are not read at all
    assert found.counts is not None
    assert sum(found.counts.values()) == ROWS
    note("start with a damaged file of 100,000 rows", 1, reported=1)

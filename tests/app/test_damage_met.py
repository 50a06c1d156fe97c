# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Damage that is met while the file is open: its page is shown, with the newest good backup."""

import shutil
from pathlib import Path

import pytest

from servicedesk.store import driver
from servicedesk.store.backup import sum_file
from servicedesk.store.driver import Access
from servicedesk.store.encrypting import change_password
from servicedesk.store.keys import key_of
from tests.app.windows import OPENED, SHOWN, child

PASSWORD = "correct horse"

MET = """
import sys
from contextlib import suppress
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from servicedesk.app import crash_telling, starting
from servicedesk.domain.errors import Trouble
from servicedesk.domain.recovery import RecoveryWay
from servicedesk.ui.core.rooms import Place
from tests.helpers.qt import seen_texts

crash_telling.CrashTeller.tell = lambda self, fault: print("a bug:", fault)

class Met(starting.Desk):
    def open_file(self):
        super().open_file()
        QTimer.singleShot(0, self.act)

    def ask_for_second(self):
        pass

    def wait_for(self, what):
        for _ in range(1000):
            if what():
                return
            for box in QApplication.topLevelWidgets():
                if box.isModal() and box.isVisible():
                    box.close()
            with suppress(Trouble):  # what a paint came upon surfaces here
                QTest.qWait(10)
        raise AssertionError("nothing came of it")

    def shows_trouble(self):
        return type(self.window.stage).__name__ == "TroublePage"

    def act(self):
        try:
            if len(sys.argv) > 3:
                self.window.stage.field.line.setText(sys.argv[3])
                self.window.stage.open_button.click()
                self.wait_for(lambda: self.bench is not None or self.shows_trouble())
            with suppress(Trouble):
                self.window.go(Place(room=sys.argv[2]))
            self.wait_for(self.shows_trouble)
            page = self.window.stage
            self.wait_for(lambda: page.button(RecoveryWay.PUT_BACK) is not None)
            print(self.trouble.code, self.bench, self.window.here)
            print(any(text == "Your file is damaged" for text in seen_texts(page)))
            page.button(RecoveryWay.TRY_AGAIN).click()
            self.wait_for(lambda: self.window.stage is not page)
            print(type(self.window.stage).__name__)
        finally:
            self.window.close()

starting.Desk = Met
print("status", starting.run(Path(sys.argv[1])))
"""


FILLED = OPENED.replace(
    "        self.tell()",
    """        from servicedesk.domain.customers import CustomerDraft
        from servicedesk.domain.promises import Due, PromiseDraft
        services, today = self.bench.services, self.bench.today
        who = services.customers.add(CustomerDraft(name="Meena Patel"), "Ruth").card.id
        draft = PromiseDraft(
            customer_id=who, text="Call back", due=Due(day=today), promiser="Tom", made_on=today
        )
        services.promises.make(draft, "Ruth")
        self.tell()""",
)
"""Writes a customer and a promise down first, and makes a backup of them at the end."""


def spoil(database: Path, table: str, key: str | None = None) -> None:
    """Overwrite the first page of a table."""
    connection = driver.open_bare(database, Access.READ_WRITE, key)
    try:
        driver.whole(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        where = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        ((page,),) = connection.execute(where, (table,)).fetchall()
        size = driver.whole(connection, "PRAGMA page_size")
    finally:
        connection.close()
    with database.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(range(256)) * (size // 256))


@pytest.mark.parametrize(("table", "room"), [("customers", "customers"), ("promises", "promises")])
def test_demand_3_damage_under_a_page_leads_to_the_newest_good_backup(published, table, room):
    assert child(FILLED, published) == SHOWN
    database = published / "servicedesk.db"
    spoil(database, table)
    said = child(MET, published, room)
    assert said == ["file_damaged None None", "True", "TroublePage", "status 0"]
    said = child(OPENED, published)
    assert said[1] == "shown file_damaged", "the next start looks through it first"


@pytest.fixture
def locked(published: Path) -> Path:
    """A profile whose file has a password, and a backup with the same one."""
    assert child(FILLED, published) == SHOWN
    database = published / "servicedesk.db"
    change_password(database, None, PASSWORD)
    for backup in (published / "backups").glob("*.db"):
        shutil.copy(database, backup)
        sum_file(backup).unlink()
    return published


def test_damage_in_a_file_with_a_password_is_told_as_well(locked):
    database = locked / "servicedesk.db"
    spoil(database, "customers", key_of(database, PASSWORD))
    said = child(MET, locked, "customers", PASSWORD)
    assert said == ["file_damaged None None", "True", "TroublePage", "status 0"]


def test_a_password_that_opens_the_newest_backup_tells_damage_from_a_slip_of_the_finger(locked):
    database = locked / "servicedesk.db"
    with database.open("r+b") as file:
        file.write(bytes(range(256)) * 16)
    said = child(MET, locked, "customers", PASSWORD)
    assert said == ["file_damaged None None", "True", "UnlockPage", "status 0"]

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A shop with a customer and a promise, and the page of letters over it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.letters import page as letters_page
from servicedesk.ui.letters.page import LettersPage
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.services.letters_made import TODAY, Shop, say_facts
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.printing.bench import PdfPrinters


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The page, its bench, what was said, and what went to the print preview."""

    page: LettersPage
    bench: Workbench
    heard: Heard
    printed: list
    shop: Shop

    def go(self, part: str = "", item: str = "") -> None:
        """Arrive at a place, as the shell does."""
        self.page.arrive(Place(room="letters", part=part, item=item))
        self.settle()

    def settle(self) -> None:
        """Let everything be checked and drawn."""
        if self.page.presenter.state.draft is not None:
            self.page.presenter.settle()
        for _ in range(3):
            self.bench.tasks.wait()
            QCoreApplication.processEvents()


@pytest.fixture
def room(tmp_path, qtbot, monkeypatch):
    """The page of letters of a shop; it is Wednesday 30 September 2026."""
    speak_british()
    printed = []
    monkeypatch.setattr(letters_page, "show_print", lambda job, *_: printed.append(job))
    clock = FixedClock(TODAY)
    with bench_in(tmp_path, clock) as bench:
        say_facts(bench.services)
        bench.theme.apply(QApplication.instance())
        page = LettersPage(bench)
        page.presenter.outgoing.printers = PdfPrinters(tmp_path / "printed.pdf")
        qtbot.addWidget(page)
        page.resize(1166, 690)
        page.show()
        shop = Shop(services=bench.services, clock=clock)
        room = Room(page=page, bench=bench, heard=Heard(bench), printed=printed, shop=shop)
        yield room
        bench.tasks.wait()
        page.leave()  # nothing is checked or drawn once the file is closed
        QCoreApplication.processEvents()
        bench.tasks.wait()

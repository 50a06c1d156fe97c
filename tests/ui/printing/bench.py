# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bench just long enough for the preview, its keys, jobs for it, printers that write PDF."""

from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from servicedesk.documents.fonts import load_faces
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.printing import PaperOffer, PrintJob
from servicedesk.services.charters_papers import CharterPapers
from servicedesk.services.charters_printing import CharterPrinting
from servicedesk.services.printing import Printing
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.printing.sending import set_sheet
from tests.helpers.builders import (
    RESOURCES,
    TODAY,
    charter_draft,
    charter_guide,
    law_of,
    words,
)
from tests.helpers.qt import theme


class Memory:
    """Preferences that live as long as a test."""

    def __init__(self, **known) -> None:
        self.known = {"papers_folder": "", **known}

    def get(self, key):
        return self.known[key]

    def set(self, key, value):
        self.known[key] = value


def bench(tasks=None, page_size=None, printing=None, memory=None, look=None):
    """What the preview asks of a workbench."""
    answers = {} if page_size is None else {"page_size": page_size}
    return SimpleNamespace(
        services=SimpleNamespace(
            printing=printing or Printing(), business=SimpleNamespace(answers=lambda: answers)
        ),
        labels=words(),
        tasks=tasks or Tasks(),
        memory=memory or Memory(),
        theme=look or theme(),
    )


def charter_job(draft=None, first=""):
    """The papers of a whole charter."""
    papers = CharterPapers(
        guide=charter_guide(), phrases=words(), law=law_of, faces=load_faces(RESOURCES / "fonts")
    )
    printing = CharterPrinting(
        papers=lambda: papers, guide=charter_guide, phrases=words(), today=lambda: TODAY
    )
    return printing.job(draft or charter_draft(), first)


def small_job(make=None, **more):
    """One paper of one sheet that costs nothing to make."""

    def blank(choice):
        return Printed(data=b"%PDF", pages=1)

    offer = PaperOffer(id="poster", sizes=(PaperSize.A4, PaperSize.LETTER), can_bleed=True)
    return PrintJob(title="A paper", stem="A paper", offers=(offer,), make=make or blank, **more)


class PdfPrinters:
    """Printers that print into a file, as the system's dialog would have left them."""

    def __init__(self, target: Path, dpi: int = 300, pages: tuple[int, int] = (0, 0)) -> None:
        self.target = target
        self.dpi = dpi
        self.pages = pages
        self.wishes = []
        self.gone = False
        self.is_refused = False
        self.name = ""

    def are_there(self) -> bool:
        return True

    def has(self, name: str) -> bool:
        return not self.gone

    def choose(self, wish, parent):
        self.wishes.append(wish)
        if self.is_refused:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        printer.setResolution(self.dpi)
        set_sheet(printer, wish)
        printer.setFromTo(*self.pages)
        return printer


class NoPrinters:
    """A computer without any."""

    def are_there(self) -> bool:
        return False

    def has(self, name: str) -> bool:
        return False

    def choose(self, wish, parent):
        raise AssertionError("nobody may be asked for a printer that is not there")


def until_ready(qtbot, preview):
    """Until a paper is shown as it was chosen, as sharp as the screen is."""

    def is_ready():
        state = preview.presenter.state
        assert state.picture is not None
        assert state.picture.page == state.page
        assert preview.presenter.made.choice == state.choice
        assert not state.is_busy
        wide = preview.view._sheet.size_wanted.width()
        assert abs(state.picture.width - wide) <= 1.5

    qtbot.waitUntil(is_ready, timeout=20_000)


def press(qtbot, widget, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, held)

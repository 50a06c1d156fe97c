# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""From the preview onto paper or into a file, and every way in which that can go wrong."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import Qt

from servicedesk.services.printing import Printing
from servicedesk.ui.printing import preview as preview_module
from servicedesk.ui.printing import sending
from tests.helpers.qt import seen_texts
from tests.ui.printing.bench import (
    Memory,
    PdfPrinters,
    charter_job,
    press,
)


def test_without_a_printer_the_button_says_save(shown, tmp_path, monkeypatch):
    preview = shown()
    assert not preview.print_button.isVisible()
    assert preview.save_button.text() == "Save as PDF"
    assert any("No printer is set up" in text for text in seen_texts(preview))
    asked = []
    monkeypatch.setattr(preview_module, "save_file", lambda *given: asked.append(given))
    preview.print_it()
    assert asked[0][2] == "Hollins Hardware charter, Poster for the wall, A4.pdf"
    assert preview.presenter.state.said == ""


def test_a_paper_is_saved_and_the_folder_remembered(shown, qtbot, tmp_path, monkeypatch):
    memory = Memory()
    preview = shown(memory=memory)
    target = tmp_path / "poster.pdf"
    monkeypatch.setattr(preview_module, "save_file", lambda *given: target)
    press(qtbot, preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert target.read_bytes() == preview.presenter.made.printed.data
    assert any(f"Saved as poster.pdf in {tmp_path}" in text for text in seen_texts(preview))
    assert memory.known["papers_folder"] == str(tmp_path)
    assert preview.presenter.folder() == tmp_path


def test_a_file_in_the_way_is_replaced_only_when_asked(shown, tmp_path):
    preview = shown()
    target = tmp_path / "poster.pdf"
    target.write_bytes(b"mine")
    preview.presenter.save(target)
    assert target.read_bytes() == b"mine"
    assert preview.presenter.state.can_replace
    assert "Replace it" in seen_texts(preview)
    preview._notice.acted.emit()
    assert target.read_bytes().startswith(b"%PDF")
    assert not preview.presenter.state.can_replace


def test_a_folder_that_is_gone_is_told_and_nothing_is_lost(shown, tmp_path):
    preview = shown()
    preview.presenter.save(tmp_path / "gone" / "poster.pdf")
    fault = preview.presenter.state.fault
    assert "is not there" in fault
    assert "Nothing was written." in fault
    assert preview.view.has_page


@pytest.mark.parametrize("first", ["poster", "leaflet", "full_text"])
def test_printing_puts_every_page_on_the_sheet_as_it_was_shown(shown, qtbot, tmp_path, first):
    printers = PdfPrinters(tmp_path / "out.pdf", dpi=150)
    preview = shown(charter_job(first=first), printers)
    press(qtbot, preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(preview.presenter.state.said), timeout=20_000)
    ours, theirs = preview.presenter.made.printed.data, (tmp_path / "out.pdf").read_bytes()
    printing = Printing()
    assert printing.page_count(theirs) == printing.page_count(ours)
    for page in range(printing.page_count(ours)):
        assert printing.page_size_points(theirs, page) == pytest.approx(
            printing.page_size_points(ours, page), abs=1.5
        )
        one, two = (
            Image.open(BytesIO(printing.page_png(pdf, page, 40))).convert("L").resize((300, 300))
            for pdf in (ours, theirs)
        )
        assert ImageStat.Stat(ImageChops.difference(one, two)).mean[0] < 8
    (wish,) = printers.wishes
    assert wish.is_across is (first == "leaflet")
    assert wish.title == "Hollins Hardware: our promise to you"


def test_only_the_pages_asked_for_are_printed(shown, qtbot, tmp_path):
    printers = PdfPrinters(tmp_path / "out.pdf", dpi=72, pages=(2, 3))
    preview = shown(charter_job(first="full_text"), printers)
    preview.print_button.click()
    qtbot.waitUntil(lambda: bool(preview.presenter.state.said), timeout=20_000)
    assert Printing().page_count((tmp_path / "out.pdf").read_bytes()) == 2


def test_thinking_better_of_it_prints_nothing(shown, tmp_path):
    printers = PdfPrinters(tmp_path / "out.pdf")
    printers.is_refused = True
    preview = shown(printers=printers)
    preview.print_it()
    assert not preview.presenter.state.is_sending
    assert not (tmp_path / "out.pdf").exists()


def test_a_printer_that_has_gone_is_told(shown, tmp_path, monkeypatch):
    from PySide6.QtPrintSupport import QPrinter

    monkeypatch.setattr(QPrinter, "printerName", lambda self: "Till")
    printers = PdfPrinters(tmp_path / "out.pdf")
    printers.gone = True
    preview = shown(printers=printers)
    preview.print_it()
    assert "The printer Till is not there any more." in preview.presenter.state.fault
    assert "Nothing was printed" in preview.presenter.state.fault


def test_a_printer_that_takes_nothing_is_told(shown, qtbot, tmp_path, monkeypatch):
    class Closed:
        def begin(self, printer):
            return False

    monkeypatch.setattr(sending, "QPainter", Closed)
    preview = shown(printers=PdfPrinters(tmp_path / "out.pdf"))
    preview.print_it()
    qtbot.waitUntil(lambda: "took nothing" in preview.presenter.state.fault, timeout=20_000)
    assert not preview.presenter.state.is_sending


def test_a_printer_that_stops_halfway_is_told(shown, qtbot, tmp_path, monkeypatch):
    from PySide6.QtPrintSupport import QPrinter

    monkeypatch.setattr(QPrinter, "newPage", lambda self: False)
    preview = shown(charter_job(first="leaflet"), PdfPrinters(tmp_path / "out.pdf", dpi=72))
    preview.print_it()
    qtbot.waitUntil(lambda: bool(preview.presenter.state.fault), timeout=20_000)
    assert "stopped at page 2" in preview.presenter.state.fault


def test_a_printer_in_error_is_told(shown, qtbot, tmp_path, monkeypatch):
    from PySide6.QtPrintSupport import QPrinter

    monkeypatch.setattr(QPrinter, "printerState", lambda self: QPrinter.PrinterState.Error)
    preview = shown(printers=PdfPrinters(tmp_path / "out.pdf", dpi=72))
    preview.print_it()
    qtbot.waitUntil(lambda: "stopped at page 1" in preview.presenter.state.fault, timeout=20_000)


def test_printing_can_be_stopped(shown, qtbot, tmp_path):
    class Slow(Printing):
        def bands(self, pdf, page, dpi):
            for band in super().bands(pdf, page, dpi):
                if dpi == 72.0:
                    preview.presenter.stop()
                yield band

    preview = shown(printers=PdfPrinters(tmp_path / "out.pdf", dpi=72), printing=Slow())
    preview.print_it()
    assert preview.presenter.state.is_sending
    assert preview.stop_button.isVisible()
    preview.print_it()  # once is enough
    qtbot.waitUntil(lambda: preview.presenter.state.said == "Printing was stopped.", timeout=20_000)
    assert not preview.stop_button.isVisible()

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every sheet and envelope that a paper is made for is one that a printer is told of."""

import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter

from servicedesk.documents.sheets import SHEETS
from servicedesk.domain.blocks import PaperSize
from servicedesk.ui.printing.sending import Wish, set_sheet


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("is_across", [False, True])
def test_a_printer_is_given_the_sheet_as_it_was_laid_out(qtbot, tmp_path, size, is_across):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    set_sheet(printer, Wish(title="Paper", pages=1, size=size, is_across=is_across))
    full = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    sides = (full.width(), full.height())
    assert sides == pytest.approx(SHEETS[size][::-1] if is_across else SHEETS[size], abs=1)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pages on their way to a printer: in bands, straight through the painter, beside the screen.

What speaks to printers is brought in by the first page that is printed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.errors import Trouble
from servicedesk.domain.printing import MOST_DPI, PageBand
from servicedesk.ui.core.tasks import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from servicedesk.services.printing import Printing

_SHEETS = {
    PaperSize.A3: QPageSize.PageSizeId.A3,
    PaperSize.A4: QPageSize.PageSizeId.A4,
    PaperSize.LETTER: QPageSize.PageSizeId.Letter,
    PaperSize.DL: QPageSize.PageSizeId.EnvelopeDL,
    PaperSize.C5: QPageSize.PageSizeId.EnvelopeC5,
    PaperSize.C6: QPageSize.PageSizeId.EnvelopeC6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be printed, as the printer needs to know it.

    Args:
        title: in the printer's queue.
        pages: how many there are.
        size: of the sheet.
        is_across: the pages are wider than they are tall.
    """

    title: str
    pages: int
    size: PaperSize
    is_across: bool


class Printers(Protocol):
    """The printers of this computer."""

    def are_there(self) -> bool:
        """Whether there is any."""
        ...

    def choose(self, wish: Wish, parent: QWidget) -> "QPrinter | None":
        """Ask which one, and how; None when the person thought better of it."""
        ...

    def has(self, name: str) -> bool:
        """Whether the printer of that name is still there."""
        ...


class SystemPrinters:
    """The printers that the system knows, asked for in the system's own dialog."""

    def are_there(self) -> bool:
        """Whether there is any."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def has(self, name: str) -> bool:
        """Whether the printer of that name is still there."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return name in QPrinterInfo.availablePrinterNames()

    def choose(self, wish: Wish, parent: QWidget) -> "QPrinter | None":
        """Ask which one, and how; None when the person thought better of it."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_sheet(printer, wish)
        dialog = QPrintDialog(printer, parent)
        if wish.pages > 1:
            dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
            dialog.setMinMax(1, wish.pages)
        is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if is_wanted else None


def set_sheet(printer: "QPrinter", wish: Wish) -> None:
    """Lay the chosen sheet in, upright or across, with nothing kept off its edges.

    Pages across are turned on their short edge where the printer prints both sides.
    """
    from PySide6.QtPrintSupport import QPrinter

    turned = (
        QPageLayout.Orientation.Landscape if wish.is_across else QPageLayout.Orientation.Portrait
    )
    printer.setDocName(wish.title)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(_SHEETS[wish.size]), turned, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point
        )
    )
    printer.setFullPage(True)
    if wish.is_across and wish.pages > 1:
        printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)


def wanted_pages(printer: "QPrinter", pages: int) -> tuple[int, ...]:
    """Which pages, from 0, the person asked for in the dialog, as often as asked for.

    Args:
        printer: as the dialog left it.
        pages: how many there are.
    """
    first, last = printer.fromPage(), printer.toPage()
    some = range(max(1, first) - 1, min(last, pages)) if first and last else range(pages)
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return tuple(some) * copies


def send(
    printer: "QPrinter",
    pdf: bytes,
    pages: Sequence[int],
    printing: "Printing",
    progress: Progress,
    is_stopped: Callable[[], bool],
) -> bool:
    """Print pages, at most 300 pixels per inch; runs in the worker.

    Args:
        printer: with its sheet laid in.
        pdf: the paper.
        pages: from 0, in the order in which they are printed.
        printing: draws them.
        progress: hears of every band.
        is_stopped: whether somebody asked to stop.

    Returns:
        True when all was sent, False when it was stopped.

    Raises:
        Trouble: ``printer_refused`` before the first page, ``printer_stopped`` after it.
    """
    dpi = min(printer.resolution(), MOST_DPI)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble("printer_refused", printer=printer.printerName())
    try:
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                raise Trouble("printer_stopped", printer=printer.printerName(), page=number + 1)
            for band in printing.bands(pdf, page, dpi):
                if is_stopped():
                    printer.abort()
                    return False
                painter.drawImage(_place(band, paper), _image(band))
                _check(printer, number + 1)
                sent = number * 100 + 100 * (band.top + band.height) // band.page_height
                progress.step(sent, len(pages) * 100)
    finally:
        painter.end()
    _check(printer, len(pages))
    return True


def _check(printer: "QPrinter", page: int) -> None:
    from PySide6.QtPrintSupport import QPrinter

    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise Trouble("printer_stopped", printer=printer.printerName(), page=page)


def _image(band: PageBand) -> QImage:
    return QImage(
        band.rgb, band.width, band.height, band.width * 3, QImage.Format.Format_RGB888
    ).copy()


def _place(band: PageBand, paper: QRect) -> QRect:
    """Where a band lies on the sheet, in the printer's own dots, so that no seam is left.

    The page fills the sheet; on another sheet than it was made for it lies in the middle, whole.
    """
    zoom = min(paper.width() / band.width, paper.height() / band.page_height)
    wide = round(band.width * zoom)
    left = paper.left() + (paper.width() - wide) // 2
    start = paper.top() + (paper.height() - round(band.page_height * zoom)) // 2
    top = start + round(band.top * zoom)
    below = start + round((band.top + band.height) * zoom)
    return QRect(left, top, wide, below - top)

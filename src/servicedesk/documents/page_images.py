# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pages as pictures and as text, read back out of a finished PDF by PDFium.

One door at a time: PDFium is not safe for two threads at once, so a lock guards every call.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from threading import Lock

import pypdfium2 as pdfium
from PIL import Image

from servicedesk.domain.printing import BAND_BYTES, PageBand

_ONE_AT_A_TIME = Lock()
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """A page as pixels.

    Args:
        width, height: in pixels.
        bgra: four bytes a pixel, rows from the top without gaps; alpha is always full, so a
            screen may read them as 32-bit RGB.
    """

    width: int
    height: int
    bgra: bytes


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _ONE_AT_A_TIME, pdfium.PdfDocument(pdf) as document:
        return len(document)


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Papers one after the other in one document, each page as it was.

    Args:
        pdfs: at least one; a single one comes back as it is.
    """
    if len(pdfs) == 1:
        return pdfs[0]
    target = BytesIO()
    with _ONE_AT_A_TIME, pdfium.PdfDocument.new() as whole:
        for pdf in pdfs:
            with pdfium.PdfDocument(pdf) as one:
                whole.import_pages(one)
        whole.save(target)
    return target.getvalue()


def page_size(pdf: bytes, index: int) -> tuple[float, float]:
    """Width and height of a page in points.

    Args:
        pdf: the document.
        index: of the page, from 0.

    Raises:
        IndexError: there is no such page.
    """
    with _ONE_AT_A_TIME, pdfium.PdfDocument(pdf) as document:
        if not 0 <= index < len(document):
            raise IndexError(index)
        width, height = document.get_page_size(index)
    return float(width), float(height)


def page_bands(
    pdf: bytes, index: int, dpi: float, most_bytes: int = BAND_BYTES
) -> Iterator[PageBand]:
    """A page in strips from the top, which together are the page without a seam.

    Args:
        pdf: the document.
        index: of the page, from 0.
        dpi: pixels per inch.
        most_bytes: of one strip; a strip has at least one row.

    Raises:
        IndexError: there is no such page.
    """
    scale = dpi / _POINTS_PER_INCH
    width, height = (max(1, ceil(side * scale)) for side in page_size(pdf, index))
    rows = max(1, most_bytes // (width * 3))
    for top in range(0, height, rows):
        high = min(rows, height - top)
        yield PageBand(
            top=top,
            width=width,
            height=high,
            page_height=height,
            rgb=_strip(pdf, index, scale, (top, height - top - high)),
        )


def _strip(pdf: bytes, index: int, scale: float, cut: tuple[int, int]) -> bytes:
    """The rows of a page between ``cut`` pixels above and below, as RGB without gaps."""
    # PDFium is asked to cut by points and rounds up: half a pixel less gives whole pixels.
    above, below = (max(0.0, (pixels - 0.5) / scale) for pixels in cut)
    with _ONE_AT_A_TIME, pdfium.PdfDocument(pdf) as document:
        bitmap = document[index].render(
            scale=scale,
            crop=(0, below, 0, above),
            rev_byteorder=True,
            force_bitmap_format=pdfium.raw.FPDFBitmap_BGR,
        )
        width, height, stride = bitmap.width * 3, bitmap.height, bitmap.stride
        raw = bytes(bitmap.buffer)
        bitmap.close()
    if stride == width:
        return raw
    return b"".join(raw[row * stride : row * stride + width] for row in range(height))


def page_image(pdf: bytes, index: int, dpi: float) -> PageImage:
    """One page as a picture on white.

    Args:
        pdf: the document.
        index: of the page, from 0.
        dpi: pixels per inch.

    Raises:
        IndexError: there is no such page.
    """
    with _ONE_AT_A_TIME, pdfium.PdfDocument(pdf) as document:
        if not 0 <= index < len(document):
            raise IndexError(index)
        bitmap = document[index].render(
            scale=dpi / _POINTS_PER_INCH, force_bitmap_format=pdfium.raw.FPDFBitmap_BGRA
        )
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        raw = bytes(bitmap.buffer)
        bitmap.close()
    wide = width * 4
    if stride != wide:
        raw = b"".join(raw[row * stride : row * stride + wide] for row in range(height))
    return PageImage(width=width, height=height, bgra=raw)


def page_png(pdf: bytes, index: int, dpi: float) -> bytes:
    """One page as a PNG file; arguments and error as for page_image."""
    page = page_image(pdf, index, dpi)
    picture = Image.frombuffer("RGBA", (page.width, page.height), page.bgra, "raw", "BGRA", 0, 1)
    target = BytesIO()
    picture.convert("RGB").save(target, "PNG")
    return target.getvalue()


def see_through_page(pdf: bytes, side: int) -> Image.Image:
    """The first page on nothing (RGBA), with its longer side so many pixels long."""
    with _ONE_AT_A_TIME, pdfium.PdfDocument(pdf) as document:
        page = document[0]
        bitmap = page.render(
            scale=side / max(page.get_size()),
            fill_color=(0, 0, 0, 0),
            force_bitmap_format=pdfium.raw.FPDFBitmap_BGRA,
        )
        picture: Image.Image = bitmap.to_pil().convert("RGBA")
        bitmap.close()
    return picture


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, lines ended by a newline, every space an ordinary one."""
    with _ONE_AT_A_TIME, pdfium.PdfDocument(pdf) as document:
        texts = []
        for page in document:
            reader = page.get_textpage()
            text = reader.get_text_range()
            texts.append(text.replace("\r\n", "\n").replace("\u00a0", " "))
            reader.close()
            page.close()
    return tuple(texts)

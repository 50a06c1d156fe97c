# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a finished paper is on its way out: pictures, bands for the printer, words, a file.

Nothing of a record is known here; a paper comes in as the bytes of its PDF. What reads PDF is
brought in by the first page that is looked at.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from servicedesk.domain.errors import Refusal
from servicedesk.domain.printing import MOST_DPI, PageBand, clean_text
from servicedesk.domain.spreadsheets import Sheet


class Printing:
    """The use cases of any paper. Safe to call from any thread."""

    def page_count(self, pdf: bytes) -> int:
        """How many pages a paper has."""
        from servicedesk.documents.page_images import page_count

        return page_count(pdf)

    def page_size_points(self, pdf: bytes, page: int) -> tuple[float, float]:
        """Width and height of a page in points.

        Args:
            pdf: the paper.
            page: from 0.

        Raises:
            IndexError: there is no such page.
        """
        from servicedesk.documents.page_images import page_size

        return page_size(pdf, page)

    def page_png(self, pdf: bytes, page: int, dpi: float) -> bytes:
        """A page as a PNG file on white.

        Args:
            pdf: the paper.
            page: from 0.
            dpi: pixels per inch.

        Raises:
            IndexError: there is no such page.
        """
        from servicedesk.documents.page_images import page_png

        return page_png(pdf, page, dpi)

    def bands(self, pdf: bytes, page: int, dpi: float) -> Iterator[PageBand]:
        """A page in strips for the printer, from the top, at most 8 MiB each.

        Args:
            pdf: the paper.
            page: from 0.
            dpi: of the printer, in pixels per inch; more than 300 gives 300.

        Raises:
            IndexError: there is no such page.
        """
        from servicedesk.documents.page_images import page_bands

        return page_bands(pdf, page, min(dpi, MOST_DPI))

    def texts(self, pdf: bytes) -> tuple[str, ...]:
        """The words of each page in reading order, a line for each paragraph."""
        from servicedesk.documents.page_images import page_texts

        return tuple(clean_text(text) for text in page_texts(pdf))

    def spreadsheet(
        self, sheets: Sequence[Sheet], title: str, author: str, *, is_csv: bool = False
    ) -> bytes:
        """The tables of a paper as a spreadsheet: numbers add up, and no cell is reckoned with.

        Args:
            sheets: at least one; a CSV file has the first alone.
            title: of the paper.
            author: the business.
            is_csv: plain text that any program reads; else a workbook (XLSX).
        """
        if is_csv:
            from servicedesk.documents.tables_out import csv_bytes

            return csv_bytes(sheets[0].head, sheets[0].rows)
        from servicedesk.documents.workbooks_out import SheetOut, workbook_bytes

        pages = [SheetOut(name=one.name, head=one.head, rows=one.rows) for one in sheets]
        return workbook_bytes(pages, title, author)

    def save(self, path: Path, data: bytes, *, replaces: bool = False) -> Path:
        """Write a paper into a file that only its owner can read: whole, or not at all.

        Args:
            path: where it goes; its folder is there already.
            data: all of it.
            replaces: the person knows that a file of that name is there and goes.

        Returns:
            The absolute path of the file.

        Raises:
            Refusal: ``print_file_there`` (field ``path``) when a file has that name already.
            Trouble: as ``system.files.write_whole``; what was there before is unchanged.
        """
        from servicedesk.system.files import write_whole

        target = path.expanduser().absolute()
        if not replaces and os.path.isfile(target):
            raise Refusal("print_file_there", "path", file=target.name)
        write_whole(target, data)
        return target

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The moment at which a PDF says that it was made, so that the same paper is the same file."""

from datetime import UTC, datetime

from reportlab.pdfgen.canvas import Canvas

_DATE = "D:%Y%m%d%H%M%S+00'00'"
"""A moment as ISO 32000 writes it (7.9.4)."""


def stamp(canvas: Canvas, made_at: datetime | None) -> None:
    """Have a document say when it was made, and not when the canvas thinks it was.

    Args:
        canvas: of the document, before it is saved.
        made_at: the moment, with its zone; None leaves the fixed day that all papers have.
    """
    if made_at is not None:
        said = made_at.astimezone(UTC).strftime(_DATE)
        canvas.setDateFormatter(lambda *_parts: said)

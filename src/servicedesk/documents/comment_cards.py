# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Comment cards: four alike on a page, each a quarter of it (A6 on A4), with lines to cut along."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents.asking_rows import (
    BesideCode,
    ElsewhereRow,
    SpaceRow,
    TitleRow,
    WritingLine,
    open_rows,
    scale_rows,
)
from servicedesk.documents.complaint_form_rows import FormLook, Row
from servicedesk.documents.fonts import Faces
from servicedesk.documents.sheets import MM, SAFE, SHEETS, Credits, new_canvas
from servicedesk.documents.slips import draw_cuts
from servicedesk.documents.text import Ink
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.papers_feedback import CommentCard
from servicedesk.domain.qr_address import ADDRESS_MOST

_RIM: Final = SAFE + 1
_BODIES: Final = (9.5, 9.0, 8.5, 8.0)
"""Type sizes in points that are tried, the largest first."""

_SMALL: Final = 7.2
_WRITING: Final = 6.4 * MM
_LINES: Final = (2, 1)
"""Lines under each open question; what room is left gives more."""

_MOST_MORE: Final = 3


def comment_cards_pdf(card: CommentCard, size: PaperSize, faces: Faces) -> Printed:
    """Print a card four times on one page.

    Args:
        card: what it says.
        size: of the sheet, upright.
        faces: the registered fonts.

    Returns:
        One page. ``cut`` may name "card_questions" where not all further questions fit, "code"
        where an address is too long for one, and "card" where words end with three dots.
    """
    ink = Ink(faces)
    width, height = SHEETS[size]
    room = (width / 2 - 2 * _RIM, height / 2 - 2 * _RIM)
    cut: list[str] = []
    if len(card.answering.code.encode()) > ADDRESS_MOST:
        card = replace(card, answering=replace(card.answering, code=""))
        cut.append("code")
    quarter = _fitted(card, ink, room)
    cut += quarter.cut
    target = BytesIO()
    imprint = card.imprint
    credits = Credits(title=imprint.title, author=imprint.business, language=imprint.language)
    canvas = new_canvas(target, (width, height), credits)
    for place in range(4):
        left = _RIM + (place % 2) * width / 2
        top = height - _RIM - (place // 2) * height / 2
        quarter.draw(canvas, left, top)
    draw_cuts(canvas, width, height)
    canvas.showPage()
    canvas.save()
    return Printed(data=target.getvalue(), pages=1, missing=ink.missing, cut=tuple(cut))


def _fitted(card: CommentCard, ink: Ink, room: tuple[float, float]) -> "_Quarter":
    """The card with as many further questions as fit, in the largest type that lets them."""
    for count in range(len(card.extra), -1, -1):
        shown = replace(card, extra=card.extra[:count])
        left_out = count < len(card.extra)
        for lines in _LINES:
            for body in _BODIES:
                made = _Quarter(shown, ink, room, body=body, lines=lines, left_out=left_out)
                if made.spare >= 0:
                    return made.filled()
    return _Quarter(
        replace(card, extra=()), ink, room, body=_BODIES[-1], lines=1, left_out=bool(card.extra),
        most=2,
    )  # fmt: skip


class _Quarter:
    """One card laid out.

    Args:
        card: what it says.
        ink: what it is written with.
        room: width and height between its rims, in points.
        body: type size in points.
        lines: under each open question.
        left_out: further questions were left out.
        most: lines that each longer text may take.
    """

    def __init__(
        self,
        card: CommentCard,
        ink: Ink,
        room: tuple[float, float],
        *,
        body: float,
        lines: int,
        left_out: bool,
        most: int | None = None,
    ) -> None:
        self._card, self._ink, self._room = card, ink, room
        self._body, self._lines, self._left_out = body, lines, left_out
        look = FormLook(ink=ink, body=body, small=_SMALL, writing=_WRITING, column=room[0])
        self._title = TitleRow(card.imprint.business, card.heading, look, most)
        self._last = ElsewhereRow(replace(card.answering, code=""), look, most)
        self._rows = list(self._made(look))

    def _made(self, look: FormLook) -> Iterator[Row]:
        card = self._card
        yield self._title
        for question in (card.asked, *card.extra):
            yield from scale_rows(question, look)
        yield from open_rows(card.why, self._lines, look)
        yield from open_rows(card.better, self._lines, look)
        yield WritingLine(look, card.answering.contact, keeps=True)
        yield SpaceRow(look.body * 0.8, keeps=True)
        yield BesideCode(card.answering, look)

    @property
    def spare(self) -> float:
        """Height in points that is left over; negative when the card does not fit."""
        tall = sum(row.tall for row in self._rows)
        return self._room[1] - tall - self._body * 0.8 - self._last.tall

    @property
    def cut(self) -> list[str]:
        """What was left out."""
        is_cut = self._title.stack.cut or self._last.stack.cut or self.spare < 0
        names = {"card_questions": self._left_out, "card": is_cut}
        return [name for name, is_so in names.items() if is_so]

    def filled(self) -> "_Quarter":
        """The card with as many more lines to write on as have room."""
        more = min(_MOST_MORE, int(self.spare / (2 * _WRITING)))
        if more < 1:
            return self
        return _Quarter(
            self._card, self._ink, self._room, body=self._body, lines=self._lines + more,
            left_out=self._left_out,
        )  # fmt: skip

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the card by its upper left corner between the rims, in points."""
        floor = top - self._room[1] + self._last.tall
        gap = max(0.0, self.spare) / max(1, len(self._rows))
        for row in self._rows:
            row.draw(canvas, left, top)
            top -= row.tall + (0.0 if row.keeps else min(gap * 1.5, self._body))
        self._last.draw(canvas, left, floor)

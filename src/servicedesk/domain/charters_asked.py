# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Notes of the customers who were asked before the charter was written (ISO 10001, consultation).

They are lines of the answer ``asked_customers``: day, who, what mattered, what was changed
because of it, and the page it concerns, parted by bars. A line without bars is a note in the
owner's own words, and stays one. No names are needed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.errors import Refusal

BAR = "|"
_PARTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedNote:
    """What one customer, or a few, said.

    Args:
        asked_on: the day, or None where it was not written down.
        who: such as "a regular, at the till"; may be empty.
        mattered: what mattered to them, in the owner's words.
        changed: what was changed because of it; may be empty.
        page: id of the guide's page that it concerns; empty for none.
    """

    mattered: str
    asked_on: date | None = None
    who: str = ""
    changed: str = ""
    page: str = ""


def notes_in(answer: str) -> tuple[AskedNote, ...]:
    """The notes of an answer, a line each; empty lines are passed over.

    Args:
        answer: to ``asked_customers``.

    Returns:
        In the order written; a line that is no note of the known shape keeps all its words.
    """
    lines = (" ".join(line.split()) for line in answer.splitlines())
    return tuple(_note(line) for line in lines if line)


def answer_of(notes: Iterable[AskedNote]) -> str:
    """The notes as an answer; ``notes_in`` reads them back.

    Bars and line breaks inside a note are written as strokes and spaces.
    """
    return "\n".join(_line(note) for note in notes)


def notes_for(notes: Iterable[AskedNote], page: str) -> tuple[AskedNote, ...]:
    """The notes that concern one page, in order.

    Args:
        notes: all of them.
        page: id of the guide's page.
    """
    return tuple(note for note in notes if note.page == page)


def checked_note(note: AskedNote, today: date) -> AskedNote:
    """The note, tidied.

    Args:
        note: as typed.
        today: nobody is asked on a later day.

    Raises:
        Refusal: ``asked_note_empty`` (field "mattered") or ``asked_on_later`` ("asked_on").
    """
    tidy = AskedNote(
        mattered=_tidy(note.mattered),
        asked_on=note.asked_on,
        who=_tidy(note.who),
        changed=_tidy(note.changed),
        page=note.page,
    )
    if not tidy.mattered:
        raise Refusal("asked_note_empty", "mattered")
    if tidy.asked_on is not None and tidy.asked_on > today:
        raise Refusal("asked_on_later", "asked_on")
    return tidy


def _note(line: str) -> AskedNote:
    parts = [part.strip() for part in line.split(BAR)]
    if len(parts) != _PARTS or not parts[2]:
        return AskedNote(mattered=line)
    day, who, mattered, changed, page = parts
    try:
        asked_on = date.fromisoformat(day) if day else None
    except ValueError:
        return AskedNote(mattered=line)
    return AskedNote(asked_on=asked_on, who=who, mattered=mattered, changed=changed, page=page)


def _line(note: AskedNote) -> str:
    if note == AskedNote(mattered=note.mattered) == _note(note.mattered):
        return note.mattered
    day = "" if note.asked_on is None else note.asked_on.isoformat()
    parts = (day, _tidy(note.who), _tidy(note.mattered), _tidy(note.changed), _tidy(note.page))
    return f" {BAR} ".join(parts).strip()


def _tidy(words: str) -> str:
    return " ".join(words.replace(BAR, "/").split())

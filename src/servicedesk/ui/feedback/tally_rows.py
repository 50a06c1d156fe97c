# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands on a comment card: the columns of the pile, and what a card says as feedback."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.elements import Element
from servicedesk.domain.entries_days import read_past_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import (
    BOUNDS,
    FeedbackDraft,
    FeedbackKind,
    Handled,
    MayQuote,
    Quoting,
    Scale,
    Scores,
)
from servicedesk.domain.feedback_checking import ELEMENT_BOUNDS
from servicedesk.domain.feedback_rules import Asked
from servicedesk.domain.figures_counted import AnswersCounted
from servicedesk.domain.figures_words import figure_words
from servicedesk.domain.periods import own_period
from servicedesk.domain.scores import handled_column, score_figures
from servicedesk.ui.core.labels import Labels

MARK, WORDS, YES_NO, DAY = "mark", "words", "yes_no", "day"
"""What stands in a column: a mark in points, words, yes or no, or a day."""

GIVEN_ON, SATISFACTION = "given_on", "satisfaction"
MAY_QUOTE, SHOWN_AS = "may_quote", "shown_as"


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyColumn:
    """A column of the pile.

    Args:
        id: as a field of feedback is called.
        title: over it.
        whole: the question in full.
        kind: MARK, WORDS, YES_NO or DAY.
        bounds: of a mark, in points.
    """

    id: str
    title: str
    whole: str = ""
    kind: str = WORDS
    bounds: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """A card of the pile.

    Args:
        cells: what was typed, by column.
        wrong: the sentence about its fault; "" for none.
        wrong_in: the column of the fault.
    """

    cells: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    wrong: str = ""
    wrong_in: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing but its day stands in it."""
        return not any(text for name, text in self.cells.items() if name != GIVEN_ON)


def columns_for(asked: Asked, labels: Labels) -> tuple[TallyColumn, ...]:
    """The columns of a pile, from the left: marks, words, who it is, and when.

    Args:
        asked: which marks are asked for beside the first one.
        labels: words for what is named by a code.
    """
    say = QCoreApplication.translate
    return (
        *_marks(asked, labels),
        TallyColumn(id="text", title=say("TallyColumns", "Why")),
        TallyColumn(id="better", title=say("TallyColumns", "Could be better")),
        TallyColumn(id="called", title=say("TallyColumns", "Name")),
        TallyColumn(id="reach", title=say("TallyColumns", "Phone or e-mail")),
        TallyColumn(id=MAY_QUOTE, title=say("TallyColumns", "Print?"), kind=YES_NO),
        TallyColumn(id=SHOWN_AS, title=say("TallyColumns", "Name shown as")),
        TallyColumn(id=GIVEN_ON, title=say("TallyColumns", "Date"), kind=DAY),
    )


def _marks(asked: Asked, labels: Labels) -> list[TallyColumn]:
    """The columns of the marks that are asked for."""
    scales = [Scale.SATISFACTION]
    scales += [Scale.RECOMMENDATION] if asked.recommendation else []
    scales += [Scale.EFFORT] if asked.effort else []
    marks = [
        TallyColumn(
            id=one.value,
            title=labels.say(f"feedback_room.column.{one.value}"),
            whole=labels.enum(one),
            kind=MARK,
            bounds=BOUNDS[one],
        )
        for one in scales
    ]
    marks += [
        TallyColumn(
            id=one.value,
            title=labels.say(f"feedback_room.column.{one.value}"),
            whole=labels.say(f"feedback_room.element_asked.{one.value}"),
            kind=MARK,
            bounds=ELEMENT_BOUNDS,
        )
        for one in (Element if asked.elements else ())
    ]
    marks += [
        TallyColumn(
            id=handled_column(one),
            title=labels.enum(one),
            whole=labels.say(f"feedback_room.handled_asked.{one.value}"),
            kind=MARK,
            bounds=BOUNDS[Scale.HANDLING],
        )
        for one in (Handled if asked.handling else ())
    ]
    return marks


def draft_of(row: TallyRow, batch_id: int | None, today: date) -> FeedbackDraft:
    """What a card says, as feedback.

    Args:
        row: of the pile.
        batch_id: of what was handed out, or None.
        today: of keying in.

    Raises:
        Refusal: for a day that cannot be read or is still to come.
    """
    cells = row.cells
    marks = {name: int(text) for name, text in cells.items() if text.isdecimal()}
    return FeedbackDraft(
        kind=FeedbackKind.ANSWER,
        called=cells.get("called", ""),
        reach=cells.get("reach", ""),
        text=cells.get("text", ""),
        better=cells.get("better", ""),
        given_on=_given_on(cells.get(GIVEN_ON, ""), today),
        scores=Scores(
            satisfaction=marks.get(SATISFACTION),
            recommendation=marks.get("recommendation"),
            effort=marks.get("effort"),
            elements={one: marks[one.value] for one in Element if one.value in marks},
            handling={
                one: marks[handled_column(one)] for one in Handled if handled_column(one) in marks
            },
        ),
        quoting=Quoting(
            may=MayQuote(cells.get(MAY_QUOTE) or MayQuote.NOT_ASKED.value),
            shown_as=cells.get(SHOWN_AS, ""),
        ),
        batch_id=batch_id,
    )


def tidy_day(text: str, today: date) -> str:
    """A day as it is written into a file where it can be read; else what was typed."""
    try:
        return _given_on(text, today).isoformat() if text.strip() else ""
    except Refusal:
        return text.strip()


def _given_on(text: str, today: date) -> date:
    return read_past_day(text, today, GIVEN_ON) if text else today


def satisfied_words(rows: Sequence[TallyRow], today: date, labels: Labels) -> str:
    """How many are satisfied so far, as a count alone while they are few; "" for no mark yet."""
    least, most = BOUNDS[Scale.SATISFACTION]
    typed = (row.cells.get(SATISFACTION, "") for row in rows)
    given = (int(text) for text in typed if text.isdecimal())
    # A draft may hold a mark off the scale, which its own line tells of.
    marks = Counter(mark for mark in given if least <= mark <= most)
    if not marks:
        return ""
    answers = AnswersCounted(satisfaction=dict(marks))
    figure = score_figures(answers, own_period(today, today, today))[0]
    words = figure_words(figure, labels)
    return ", ".join(part for part in (words.joined or words.figure, words.caution) if part)

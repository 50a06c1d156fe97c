# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The question sheet that comes before the charter: ask five customers what matters to them.

Views of customers come before promises (ISO 10001, preparation). The sheet is half a page, so
that two come off one sheet of paper, and it asks for no name.
"""

from dataclasses import dataclass

from servicedesk.domain.charters_text import CharterSource, business_name

_WAITS = ("you_go", "you_send", "they_leave", "they_come")
"""Ways of working, the one in which people wait longest for something first."""

_MATTERS = ("quick", "price", "early", "right", "kind", "mend")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetQuestion:
    """One question of the sheet.

    Args:
        text: as printed.
        choices: to tick; none where people write.
        lines: to write on, at least so many.
    """

    text: str
    choices: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSheet:
    """All that one half page says.

    Args:
        language: as in Paper.
        title: the document's title.
        business: who asks.
        heading: at the top.
        intro: one or two sentences below it.
        questions: in reading order.
        thanks: at the foot.
        day: stands before the place for the day.
    """

    language: str
    title: str
    business: str
    heading: str
    intro: str
    questions: tuple[SheetQuestion, ...]
    thanks: str
    day: str


def question_sheet(source: CharterSource) -> QuestionSheet:
    """The sheet of a business; one question fits how it meets its customers."""

    def say(key: str) -> str:
        return source.phrases.say(f"asking.{key}")

    return QuestionSheet(
        language=source.say("language"),
        title=source.phrases.say("asking.title", business=business_name(source)),
        business=business_name(source),
        heading=say("heading"),
        intro=say("intro"),
        questions=(
            SheetQuestion(text=say("brings"), lines=2),
            SheetQuestion(
                text=say("matters"), choices=tuple(say(f"matter.{one}") for one in _MATTERS)
            ),
            SheetQuestion(text=say(f"wait.{_wait(source)}"), lines=1),
            SheetQuestion(text=say("let_down"), lines=2),
            SheetQuestion(text=say("easier"), lines=2),
        ),
        thanks=say("thanks"),
        day=say("day"),
    )


def _wait(source: CharterSource) -> str:
    """The way of working that the question about waiting is asked for."""
    ways = source.answer("how_you_work")
    chosen = ways if isinstance(ways, tuple) else ()
    return next((way for way in _WAITS if way in chosen), "they_come")

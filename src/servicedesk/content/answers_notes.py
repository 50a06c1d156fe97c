# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands beside the answers in a saved file: for whom, what for, and how it is written.

Lines that begin with ``##`` only explain. A line that begins with a single ``#`` is ready to be
used: without its ``#`` it is read and accepted.
"""

import textwrap
from collections.abc import Sequence

from servicedesk.content.answers_standards import level_example
from servicedesk.content.sectors import Sector
from servicedesk.domain.guides import Guide, Page, Question, QuestionKind, question_by_id
from servicedesk.domain.hours import WEEK
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards import ServiceStandard
from servicedesk.domain.standards_sentences import sentences

READ_PAGES = "read_pages"
"""The answer that stands in the file even while it is empty: nothing can be published without."""

_WIDE = 96
_YEAR = 1987
_OPEN_DAYS = 5


def remarks(text: str) -> list[str]:
    """Words as lines that only explain, none wider than an editor's window."""
    wrapped = [textwrap.wrap(line, _WIDE) or [""] for line in text.strip().splitlines()]
    return [f"## {line}".rstrip() for lines in wrapped for line in lines]


def spare(text: str) -> list[str]:
    """Lines that wait to be used."""
    return [f"# {line}".rstrip() for line in text.strip().splitlines()]


class Notes:
    """Writes the notes of one file; none at all without phrases.

    Args:
        phrases: the words of the owner's language, or None for a bare file.
        guide: the charter's guide.
    """

    def __init__(self, phrases: Phrases | None, guide: Guide) -> None:
        self._phrases = phrases
        self._guide = guide

    def say(self, key: str, **values: str) -> list[str]:
        """A sentence of ``[answers.note]`` as explaining lines."""
        if self._phrases is None:
            return []
        return remarks(self._phrases.say(f"answers.note.{key}", **values))

    def waits(self, line: str) -> list[str]:
        """Lines that wait to be used, and a blank one; none in a bare file."""
        return [] if self._phrases is None else [*spare(line), ""]

    def extras(self, sector: Sector) -> list[str]:
        """The extras that a trade has, by name."""
        if not sector.extras:
            return []
        named = "; ".join(f"{extra.id} ({extra.label})" for extra in sector.extras)
        return [*self.say("extras", named=named), *self.waits("extras = []")]

    def page(self, page: Page) -> list[str]:
        """The head of a page: its name, and what it is needed for."""
        if self._phrases is None:
            return []
        words = self._phrases.say(f"enum.Need.{page.need.value}")
        head = self._phrases.say("answers.note.page", title=page.title, need=words, id=page.id)
        return [f"# --- {head} ---", ""]

    def question(self, question: Question) -> list[str]:
        """What is asked, whether it is needed, the choices, and when it counts."""
        if self._phrases is None:
            return []
        key = "needed" if question.is_required else "label"
        lines = [*self.say(key, label=question.label), *remarks(question.help)]
        if question.id == READ_PAGES:
            lines += self.say("read_pages")
        if question.choices:
            named = "; ".join(f"{choice.id} ({choice.label})" for choice in question.choices)
            lines += self.say("choices", choices=named)
        if question.show_if is not None:
            asked = question_by_id(self._guide, question.show_if.question)
            any_of = ", ".join(question.show_if.any_of)
            lines += self.say("only_if", question=asked.id, any_of=any_of)
        return lines

    def standard(self, standard: ServiceStandard) -> list[str]:
        """The promise as it is printed."""
        if self._phrases is None:
            return []
        said = sentences(standard, self._phrases, say_measure=False)
        return remarks(" ".join((said.main, *said.details)))

    def lacking(self, standard: ServiceStandard, names: Sequence[str]) -> list[str]:
        """The lines that would complete a promise, where it does not say its level or remedy."""
        level = level_example(standard.measure)
        lines = [] if level.split(" ")[0] in ("", *names) else [level]
        if "remedy" not in names:
            lines.append('remedy = { text = "we will say sorry" }')
        return [] if self._phrases is None else [f"# {line}" for line in lines]

    def own(self) -> list[str]:
        """A whole promise of one's own, waiting to be used."""
        if self._phrases is None:
            return []
        block = self._phrases.say("answers.own_promise")
        return ["", *self.say("own"), *spare(block)]


def example(question: Question) -> str:
    """The line of a question that nobody has answered yet, in the shape its answer takes."""
    if question.kind is QuestionKind.HOURS:
        days = "\n".join(
            f'{day} = ["09:00-17:00"]' if place < _OPEN_DAYS else f"{day} = []"
            for place, day in enumerate(WEEK)
        )
        return f"[answers.{question.id}]\n{days}"
    return f"{question.id} = {_shape(question)}"


def _shape(question: Question) -> str:
    if question.kind is QuestionKind.CHOICES:
        few = question.choices[: max(question.minimum or 1, 1)]
        return "[" + ", ".join(f'"{choice.id}"' for choice in few) + "]"
    if question.kind is QuestionKind.CHOICE:
        return f'"{question.choices[0].id}"'
    if question.kind in (QuestionKind.WHOLE_NUMBER, QuestionKind.SCALE):
        least = _YEAR if question.minimum is None else max(question.minimum, _YEAR)
        return str(least if question.maximum is None else min(least, question.maximum))
    return {QuestionKind.YES_NO: "true", QuestionKind.DAY: "2026-12-01"}.get(question.kind, '""')

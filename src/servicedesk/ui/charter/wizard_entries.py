# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands in the fields of the wizard and is not said yet, with what is wrong with it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from servicedesk.domain.charters_typing import Typing
from servicedesk.domain.charters_writing import with_answer
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import shown_questions
from servicedesk.domain.guides_answers import checked

if TYPE_CHECKING:
    from servicedesk.domain.charters import CharterDraft
    from servicedesk.domain.guides import AnswerValue, Guide, Page
    from servicedesk.domain.standards import ServiceStandard
    from servicedesk.domain.standards_editing import Typed
    from servicedesk.ui.charter.standards_presenter import Unsaid

_ROW, _BETWEEN, _PAIR = "row", "/", 2
"""What stands in rows of tables is kept as "row/key of the standard/name of the field"; a value
of two is a number and what it counts."""

Speak = Callable[[Refusal], str]
"""The sentence for a refusal."""


class Entries:
    """The fields of every page, whether they are on the screen or not.

    Args:
        speak: words for what does not fit.
    """

    def __init__(self, speak: Speak) -> None:
        self._speak = speak
        self.typed: dict[str, object] = {}
        self.standards: dict[str, ServiceStandard] = {}
        self._errors: dict[str, str] = {}

    def take_in(self, typing: Typing) -> None:
        """Forget what stands here and take what was kept."""
        self.typed = dict(typing.typed)
        self.standards = {one.key: one for one in typing.standards}
        self._errors = {}

    def kept(self, page: str) -> Typing:
        """What is kept of it, with where one is."""
        return Typing(
            page=page,
            typed=dict(self.typed),
            standards=tuple(self.standards.values()),
        )

    @property
    def rows(self) -> "dict[str, dict[str, Typed]]":
        """What stands in rows of a table and does not fit, by standard and name of the field."""
        found: dict[str, dict[str, Typed]] = {}
        for entry, raw in self.typed.items():
            mark, _, place = entry.partition(_BETWEEN)
            key, _, name = place.partition(_BETWEEN)
            if mark == _ROW and isinstance(raw, list | tuple) and len(raw) == _PAIR:
                found.setdefault(key, {})[name] = (str(raw[0]), str(raw[1]))
            elif mark == _ROW and isinstance(raw, str | bool):
                found.setdefault(key, {})[name] = raw
        return found

    def keep_rows(self, unsaid: "Unsaid") -> None:
        """Have what does not fit in the rows of these standards be this."""
        old = [_BETWEEN.join((_ROW, key, "")) for key in unsaid]
        kept = {one: raw for one, raw in self.typed.items() if not one.startswith(tuple(old))}
        rows = {
            _BETWEEN.join((_ROW, key, name)): raw
            for key, typed in unsaid.items()
            for name, raw in typed.items()
        }
        self.typed = {**kept, **rows}

    def refuse(self, question_id: str, sentence: str) -> None:
        """Remember what is wrong with what stands in a field."""
        self._errors[question_id] = sentence

    def say(self, guide: "Guide", draft: "CharterDraft", question_id: str) -> "CharterDraft":
        """The draft with what stands in a field said; the same draft where it does not fit."""
        try:
            said = with_answer(guide, draft, question_id, self.typed[question_id])
        except Refusal as refusal:
            self._errors[question_id] = self._speak(refusal)
            return draft
        self._errors.pop(question_id, None)
        del self.typed[question_id]
        return said

    def say_all(self, guide: "Guide", draft: "CharterDraft", page: "Page") -> "CharterDraft":
        """The draft with everything on a page said that fits."""
        for question in page.questions:
            if question.id in self.typed:
                draft = self.say(guide, draft, question.id)
        return draft

    def values(self, draft: "CharterDraft", page: "Page") -> "dict[str, AnswerValue]":
        """What stands in the fields of a page, by question id; what is typed goes first."""
        found: dict[str, AnswerValue] = {}
        for question in page.questions:
            if question.id in draft.answers:
                found[question.id] = draft.answers[question.id]
            if question.id in self.typed:
                raw = self.typed[question.id]
                try:
                    found[question.id] = checked(question, raw)
                except Refusal as refusal:
                    self._errors.setdefault(question.id, self._speak(refusal))
                    if isinstance(raw, str | int):
                        found[question.id] = raw
        return found

    def on_page(self, page: "Page") -> dict[str, object]:
        """What is typed into the fields of a page and not said yet, raw, by question id."""
        asked = [question.id for question in page.questions]
        return {one: self.typed[one] for one in asked if one in self.typed}

    def errors(self, draft: "CharterDraft", page: "Page") -> dict[str, str]:
        """Sentences beside the fields that are shown on a page, in the order asked."""
        shown = [question.id for question in shown_questions(page, draft.answers)]
        return {one: self._errors[one] for one in shown if one in self._errors}

    def edited(self, standards: "Sequence[ServiceStandard]") -> "tuple[ServiceStandard, ...]":
        """Standards as they stand in their editors."""
        return tuple(self.standards.get(one.key, one) for one in standards)

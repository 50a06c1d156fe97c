# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes answers files: a draft as TOML that its owner can read, change and hand back to us."""

from collections.abc import Mapping
from datetime import date

import tomli_w

from servicedesk.content.answers import TICKED
from servicedesk.content.answers_notes import READ_PAGES, Notes, example, remarks
from servicedesk.content.sectors import Sector, draft_from
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.guides import (
    AnswerValue,
    Guide,
    Question,
    QuestionKind,
    has_answer,
    is_shown,
)
from servicedesk.domain.hours import WEEK, WeeklyHours, week_as_typed
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards import ServiceStandard
from servicedesk.domain.standards_data import REQUIRED, standard_to_data
from servicedesk.domain.standards_editing_fields import is_used
from servicedesk.domain.standards_sentences import LIMIT

Plain = str | int | bool | date | list[str] | dict[str, list[str]]

_LONGEST = 96
_ALWAYS = frozenset(
    {
        "title",
        "action",
        "limit",
        "up_to",
        "per",
        "clock",
        "bands",
        "availability",
        "pattern",
        "cut_off",
        "second",
        "updates",
        "condition",
        "fallback",
        "remedy",
        "target",
    }
)
"""What an owner may want to change, and so is written even where it is the preset's."""


def answers_text(
    draft: CharterDraft,
    guide: Guide,
    sector: Sector,
    *,
    greeting: str,
    logo: str = "",
    phrases: Phrases | None = None,
) -> str:
    """A draft as the text of an answers file.

    Args:
        draft: what the owner has said; answers to shown questions only, none empty.
        guide: the charter's guide.
        sector: the preset of the draft's trade.
        greeting: words for the head of the file, as ``answers.greeting`` of the words file.
        logo: the picture, as a path from the folder in which the file will lie; empty for none.
        phrases: the words of the notes, among them every question not answered yet and each
            promise as it is printed; None for a bare file with what was said only.

    Returns:
        TOML. ``read_answers`` reads it back to an equal draft.
    """
    notes = Notes(phrases, guide)
    preset = draft_from(guide, sector, draft.answers)
    taken_away = {key: "" for key in preset.answers if key not in draft.answers}
    base = draft_from(guide, sector, {**taken_away, **draft.answers})
    lines = [*remarks(greeting), "", *_top(draft, guide, base, sector, logo, notes)]
    lines += ["[answers]", "", *_answers(draft, taken_away, guide, notes)]
    lines += [*notes.say("standards", limit=LIMIT)]
    for standard in draft.standards:
        entry = _entry(standard, base.standards)
        lines += ["", *notes.standard(standard), "[[standards]]"]
        lines += [_line(name, value) for name, value in entry.items()]
        lines += notes.lacking(standard, tuple(entry))
    return "\n".join([*lines, *notes.own()]) + "\n"


def _top(
    draft: CharterDraft,
    guide: Guide,
    base: CharterDraft,
    sector: Sector,
    logo: str,
    notes: Notes,
) -> list[str]:
    """The lines before the answers: what they are for, the trade, the logo, the promises' order."""
    kept = _keys(draft.standards)
    left_out = [key for key in _keys(sector.standards) if key not in kept]
    lines = [
        _line("guide", guide.id),
        _line("guide_version", draft.guide_version),
        _line("trade", draft.trade),
        "",
        *notes.say("logo"),
    ]
    lines += [_line("logo", logo), ""] if logo else notes.waits('logo = ""')
    lines += [*notes.extras(sector), *notes.say("left_out")]
    lines += [_line("left_out", left_out), ""] if left_out else notes.waits("left_out = []")
    lines += notes.say("order")
    if kept != _order_as_read(base.standards, draft.standards):
        return [*lines, _line("order", kept), ""]
    return [*lines, *notes.waits("order = []")]


def _keys(standards: tuple[ServiceStandard, ...]) -> list[str]:
    return [standard.key for standard in standards]


def _order_as_read(
    preset: tuple[ServiceStandard, ...], kept: tuple[ServiceStandard, ...]
) -> list[str]:
    """The order in which standards come back when the file does not give one."""
    keys = _keys(kept)
    first = [key for key in _keys(preset) if key in keys]
    return first + [key for key in keys if key not in first]


def _answers(
    draft: CharterDraft, taken_away: Mapping[str, AnswerValue], guide: Guide, notes: Notes
) -> list[str]:
    """Every page in the guide's order; what TOML wants at the end, the hours, comes there."""
    lines: list[str] = []
    tables: list[str] = []
    for page in guide.pages:
        asked = [one for one in page.questions if one.kind is not QuestionKind.STANDARD]
        is_said = any(one.id in taken_away or one.id in draft.answers for one in asked)
        if not asked or not (is_said or is_shown(page.show_if, draft.answers)):
            continue
        lines += notes.page(page)
        for question in asked:
            is_table = question.kind is QuestionKind.HOURS and question.id not in taken_away
            if is_table:
                lines += [*notes.say("hours_below", question=question.id), ""]
            part = tables if is_table else lines
            part += [*notes.question(question), *_said(question, draft, taken_away, notes)]
    return [*lines, *tables]


def _said(
    question: Question,
    draft: CharterDraft,
    taken_away: Mapping[str, AnswerValue],
    notes: Notes,
) -> list[str]:
    """The line of an answer, an empty one where the preset's was taken away, or one to fill in."""
    if has_answer(draft.answers, question.id):
        value = draft.answers[question.id]
        if isinstance(value, WeeklyHours):
            open_days = week_as_typed(value)
            week = [_line(str(day), open_days.get(str(day), [])) for day in WEEK]
            return [f"[answers.{question.id}]", *week, ""]
        return [_line(question.id, list(value) if isinstance(value, tuple) else value), ""]
    if question.id in taken_away or question.id == READ_PAGES:
        empty = [] if question.kind is QuestionKind.CHOICES else ""
        return [_line(question.id, empty), ""]
    return notes.waits(example(question))


def _entry(standard: ServiceStandard, preset: tuple[ServiceStandard, ...]) -> dict[str, object]:
    """What an owner would change, and all else that differs from the preset; whole if need be."""
    data = {
        name: value
        for name, value in standard_to_data(standard).items()
        if name not in ("key", "is_ticked") and is_used(name, standard.measure)
    }
    head: dict[str, object] = {"key": standard.key, TICKED: standard.is_ticked}
    for first in preset:
        known = standard_to_data(first)
        is_short = first.key == standard.key and known.keys() <= {*data, "key"}
        shown = {
            name: value
            for name, value in data.items()
            if name in _ALWAYS or value != known.get(name)
        }
        if is_short and not set(REQUIRED) <= {"key", *shown}:
            return head | shown
    return head | data


def _line(name: str, value: object) -> str:
    return f"{name} = {_value(value)}"


def _value(value: object, *, is_inner: bool = False) -> str:
    """A value as TOML; tables within their line, so that a promise stays one block."""
    if isinstance(value, Mapping):
        inner = (f"{name} = {_value(entry, is_inner=True)}" for name, entry in value.items())
        return "{ " + ", ".join(inner) + " }"
    if isinstance(value, list):
        entries = [_value(entry, is_inner=True) for entry in value]
        line = "[" + ", ".join(entries) + "]"
        if is_inner or len(line) <= _LONGEST:
            return line
        return "[\n" + "".join(f"  {entry},\n" for entry in entries) + "]"
    text = tomli_w.dumps({"x": value}, multiline_strings=not is_inner)
    return text.removeprefix("x = ").removesuffix("\n")

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes answers files: a draft as TOML that its owner can read, change and hand back to us."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import tomli_w

from servicedesk.content.answers import TICKED
from servicedesk.content.sectors import Sector, draft_from
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.guides import AnswerValue, Guide, QuestionKind, all_questions, has_answer
from servicedesk.domain.hours import WeeklyHours, week_as_typed
from servicedesk.domain.standards import ServiceStandard
from servicedesk.domain.standards_data import standard_to_data

Plain = str | int | bool | date | list[str] | dict[str, list[str]]


def answers_text(
    draft: CharterDraft, guide: Guide, sector: Sector, *, greeting: str, logo: str = ""
) -> str:
    """A draft as the text of an answers file.

    Args:
        draft: what the owner has said; answers to shown questions only, none empty.
        guide: the charter's guide.
        sector: the preset of the draft's trade.
        greeting: words for the head of the file, as ``answers.greeting`` of the words file.
        logo: the picture, as a path from the folder in which the file will lie; empty for none.

    Returns:
        TOML. ``read_answers`` reads it back to an equal draft.
    """
    preset = draft_from(guide, sector, draft.answers)
    taken_away = {key: "" for key in preset.answers if key not in draft.answers}
    base = draft_from(guide, sector, {**taken_away, **draft.answers})
    left_out = [
        standard.key for standard in sector.standards if standard.key not in _keys(draft.standards)
    ]
    data: dict[str, object] = {
        "guide": guide.id,
        "guide_version": draft.guide_version,
        "trade": draft.trade,
    }
    if logo:
        data["logo"] = logo
    if left_out:
        data["left_out"] = left_out
    if _keys(draft.standards) != _order_as_read(base.standards, draft.standards):
        data["order"] = _keys(draft.standards)
    data["answers"] = _answers(draft, taken_away, guide)
    data["standards"] = [_entry(standard, base.standards) for standard in draft.standards]
    comment = "".join(f"# {line}".rstrip() + "\n" for line in greeting.splitlines())
    return f"{comment}\n{tomli_w.dumps(data, multiline_strings=True)}"


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
    draft: CharterDraft, taken_away: Mapping[str, AnswerValue], guide: Guide
) -> Mapping[str, Plain]:
    """Every answer in the guide's order; an empty one where the preset's was taken away."""
    said: dict[str, Plain] = {}
    tables: dict[str, Plain] = {}
    for question in all_questions(guide):
        if has_answer(draft.answers, question.id):
            value = _plain(draft.answers[question.id])
            (tables if isinstance(value, dict) else said)[question.id] = value
        elif question.id in taken_away:
            said[question.id] = [] if question.kind is QuestionKind.CHOICES else ""
    return {**said, **tables}


def _plain(value: AnswerValue) -> Plain:
    if isinstance(value, WeeklyHours):
        return week_as_typed(value)
    return list(value) if isinstance(value, tuple) else value


def _entry(standard: ServiceStandard, preset: tuple[ServiceStandard, ...]) -> dict[str, object]:
    """A standard in short where only its tick and limit differ from the preset, else whole."""
    whole = standard_to_data(replace(standard, is_ticked=False))
    for first in preset:
        same = replace(first, limit=standard.limit, is_ticked=standard.is_ticked)
        if same == standard and standard.limit is not None:
            named = ("key", "title", "limit")
            return {**{name: whole[name] for name in named}, TICKED: standard.is_ticked}
        if same == standard:
            return {"key": standard.key, "title": standard.title, TICKED: standard.is_ticked}
    return {**whole, TICKED: standard.is_ticked}

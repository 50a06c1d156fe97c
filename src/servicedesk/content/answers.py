# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads answers files: what an owner has said about the charter, written down by hand or by us.

An answers file is TOML. It names the guide and the trade; whatever it leaves out comes from the
trade's preset. Nothing in it is trusted: each fault is one ``Refusal`` with the parameters
``file`` and ``line`` (0 when it is about the whole file), and the nearest right word as
``nearest`` where there is one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from servicedesk.content.answers_source import Source, open_source
from servicedesk.content.answers_standards import check_said
from servicedesk.content.sectors import (
    Sector,
    draft_from,
    find_sector,
    list_sectors,
    load_sector,
    with_extras,
)
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import (
    AnswerValue,
    Guide,
    QuestionKind,
    all_questions,
    question_by_id,
)
from servicedesk.domain.guides_answers import checked, nearest, shown
from servicedesk.domain.hours import WEEK
from servicedesk.domain.standards import Measure, ServiceStandard
from servicedesk.domain.standards_amounts import SHOWN
from servicedesk.domain.standards_data import REQUIRED, standard_from_data, standard_to_data
from servicedesk.domain.standards_editing_fields import is_used

TOP_KEYS = (
    "guide",
    "guide_version",
    "trade",
    "logo",
    "extras",
    "left_out",
    "order",
    "answers",
    "standards",
)
"""All that may stand at the top of an answers file."""

_WEEK = tuple(str(day) for day in WEEK)

TICKED = "ticked"
"""What an answers file calls ``is_ticked``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersFile:
    """What an answers file says, with the trade's preset under it.

    Args:
        draft: complete as far as file, preset and guide go; its logo is not read yet.
        logo: the picture the file names, as seen from where the file lies; None for none.
    """

    draft: CharterDraft
    logo: Path | None = None


def read_answers(path: Path, resources: Path, guide: Guide) -> AnswersFile:
    """Read an answers file.

    Args:
        path: of the file.
        resources: the folder of the program's data files.
        guide: the charter's guide.

    Raises:
        Refusal: see above; codes begin with ``answers_``, ``answer_``, ``standard_``,
            ``trade_``, ``extra_`` or ``hours_``.
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    source = open_source(path)
    _check_top(source, guide)
    sector = _sector(source, resources, guide)
    said = _answers(source, guide)
    with source.at("extras"):
        known = with_extras({**sector.answers, **said}, sector, source.words("extras"))
    base = draft_from(guide, sector, known)
    standards = _standards(source, base.standards, guide)
    keys = {standard.key for standard in standards}
    draft = replace(
        base,
        standards=standards,
        suggested=tuple(key for key in base.suggested if key in keys),
    )
    logo = source.text("logo")
    return AnswersFile(draft=draft, logo=path.parent / logo if logo else None)


def _check_top(source: Source, guide: Guide) -> None:
    for key in source.data:
        if key in TOP_KEYS:
            continue
        if any(question.id == key for question in all_questions(guide)):
            raise source.refusal((key,), "answers_key_place", found=shown(key))
        raise unknown_word(source, (key,), "answers_key", key, TOP_KEYS)
    named = source.text("guide") or guide.id
    if named != guide.id:
        raise source.refusal(("guide",), "answers_guide", found=shown(named), nearest=guide.id)
    version = source.data.get("guide_version", guide.version)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise source.refusal(("guide_version",), "answers_version", nearest=guide.version)
    if version > guide.version:
        raise source.refusal(
            ("guide_version",), "answers_newer", found=version, nearest=guide.version
        )


def unknown_word(
    source: Source, path: tuple[str | int, ...], code: str, found: str, known: Iterable[str]
) -> Refusal:
    """A refusal naming the nearest right word, or all of them where none is near.

    Args:
        source: the file.
        path: where the word stands.
        code: ``code_near`` and ``code_unknown`` name the sentences.
        found: the wrong word.
        known: the right ones.
    """
    words = tuple(known)
    near = nearest(found, words)
    if near:
        return source.refusal(path, f"{code}_near", found=shown(found), nearest=near)
    return source.refusal(path, f"{code}_unknown", found=shown(found), known=", ".join(words))


def _sector(source: Source, resources: Path, guide: Guide) -> Sector:
    trade = source.text("trade")
    if not trade:
        raise source.refusal(("trade",), "answers_no_trade")
    with source.at("trade"):
        name = find_sector(list_sectors(resources), trade)
    return load_sector(resources, guide, name.id)


def _answers(source: Source, guide: Guide) -> dict[str, AnswerValue]:
    table = source.data.get("answers", {})
    if not isinstance(table, Mapping):
        raise source.refusal(("answers",), "answers_not_table", found="answers")
    asked = [
        question.id
        for question in all_questions(guide)
        if question.kind is not QuestionKind.STANDARD
    ]
    said = {}
    for key, value in table.items():
        if key not in asked:
            raise _misplaced(source, key, asked)
        question = question_by_id(guide, key)
        if question.kind is QuestionKind.HOURS and isinstance(value, Mapping):
            _check_week(source, ("answers", key), value)
        with source.at("answers", key):
            said[key] = checked(question, value)
    return said


def _misplaced(source: Source, key: str, asked: Iterable[str]) -> Refusal:
    """A refusal for what is no answer: it belongs elsewhere, or nowhere."""
    place = ("answers", key)
    if key in TOP_KEYS:
        return source.refusal(place, "answers_top_place", found=key)
    if key in _WEEK:
        return source.refusal(place, "answers_day_place", found=key)
    return unknown_word(source, place, "answers_key", key, asked)


def _check_week(source: Source, place: tuple[str | int, ...], week: Mapping[str, object]) -> None:
    for day, hours in week.items():
        if day not in _WEEK:
            raise unknown_word(source, (*place, day), "answers_key", day, _WEEK)
        said = hours[0] if isinstance(hours, list) and len(hours) == 1 else hours
        if isinstance(said, str) and said.strip().casefold() in ("", "closed"):
            raise source.refusal((*place, day), "answers_closed", found=day)


def _standards(
    source: Source, preset: tuple[ServiceStandard, ...], guide: Guide
) -> tuple[ServiceStandard, ...]:
    made = {standard.key: standard for standard in preset}
    for key in _known_keys(source, "left_out", tuple(made)):
        made.pop(key, None)
    entries = source.data.get("standards", [])
    if not isinstance(entries, list):
        raise source.refusal(("standards",), "answers_not_list", found="standards")
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        place = ("standards", number)
        if not isinstance(entry, Mapping):
            raise source.refusal(place, "answers_not_table", found="standards")
        standard = _standard(source, place, entry, made)
        if standard.key in seen:
            raise source.refusal((*place, "key"), "answers_twice", found=shown(standard.key))
        pages = [page.id for page in guide.pages]
        if standard.page not in pages:
            raise unknown_word(source, (*place, "page"), "answers_page", standard.page, pages)
        seen.add(standard.key)
        made[standard.key] = standard
    order = _known_keys(source, "order", tuple(made))
    ranks = {key: rank for rank, key in enumerate(order)}
    return tuple(sorted(made.values(), key=lambda made_one: ranks.get(made_one.key, len(ranks))))


def _known_keys(source: Source, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    keys = source.words(name)
    for number, key in enumerate(keys):
        if key not in known:
            raise unknown_word(source, (name, number), "answers_listed", key, known)
    return keys


def _standard(
    source: Source,
    place: tuple[str | int, ...],
    entry: Mapping[str, object],
    preset: Mapping[str, ServiceStandard],
) -> ServiceStandard:
    key = entry.get("key")
    if not isinstance(key, str) or not key.strip():
        raise source.refusal(place, "answers_no_key")
    if TICKED in entry and "is_ticked" in entry:
        raise source.refusal((*place, "is_ticked"), "answers_ticked_twice")
    if not isinstance(entry.get(TICKED, False), bool):
        raise source.refusal((*place, TICKED), "answers_not_yes_no", found=TICKED)
    mapping = {"is_ticked" if name == TICKED else name: entry[name] for name in entry}
    if not set(REQUIRED) <= set(mapping):
        if key not in preset:
            raise unknown_word(source, (*place, "key"), "answers_standard", key, preset)
        mapping = {**_preset_data(preset[key], entry.get("measure")), **mapping}
    field = f"standards.{key[:SHOWN]}"
    with source.at(*place, strip=field):
        standard = standard_from_data(mapping)
        check_said(standard, entry, field)
    return standard


def _preset_data(standard: ServiceStandard, measure: object) -> dict[str, object]:
    """What the preset says, without what an own measure has no use for."""
    data = standard_to_data(standard)
    if not isinstance(measure, str) or measure not in tuple(Measure):
        return data
    return {name: value for name, value in data.items() if is_used(name, Measure(measure))}

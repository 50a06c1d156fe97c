# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads letters: a head in TOML, then words in the little of Markdown that a letter needs.

Headings, paragraphs, plain lists and things to write on are all there is; everything else in the
words is letters.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.letters import LetterStage, LetterTemplate, Part, PartKind
from servicedesk.domain.letters_filling import FORM, checked_template, marked

_FENCE = "+++"
_ONLY_IF = "{?"
_HEADINGS = {"h1": PartKind.SUBJECT, "h2": PartKind.HEADING}
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")
_HEAD = ("id", "title", "stage", "when_to_use", "needs", "version", "locale")
_MORE = ("must_name",)


@cache
def _reader() -> MarkdownIt:
    """Markdown with headings and lists, and no marks within a line at all."""
    return MarkdownIt("zero").enable(["heading", "list", "newline"])


def load_letters(resources: Path, locale: str = "en-GB") -> tuple[LetterTemplate, ...]:
    """Read the letters that come with the program, by their ids.

    Args:
        resources: the folder of the program's data files.
        locale: which language.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    paths = sorted((resources / "letters" / locale).glob("*.md"))
    if not paths:
        raise Trouble("program_file_missing", file=f"letters/{locale}")
    return tuple(_letter(path, locale) for path in paths)


def with_words(template: LetterTemplate, body: str, based_on: int) -> LetterTemplate:
    """A template with the owner's own words.

    Args:
        template: ours.
        body: in Markdown, as it was typed.
        based_on: the version of ours that it began from.

    Raises:
        Refusal: field "words"; ``letter_mark_unknown``, or what ``checked_template`` raises.
    """
    own = replace(template, body=body, parts=read_parts(body), based_on=based_on)
    return checked_template(own)


def read_parts(body: str) -> tuple[Part, ...]:
    """The words of a letter taken apart.

    Args:
        body: in Markdown; ``{?field}`` at the beginning of a part makes it appear only when the
            field has a value, ``{?!field}`` only when it has none.

    Raises:
        Refusal: ``letter_mark_unknown``, field "words", for a heading of the third level or
            below.
    """
    return tuple(_parts(_reader().parse(body)))


def _parts(tokens: list[Token]) -> Iterator[Part]:
    kind, mark = PartKind.PARAGRAPH, ""
    depth = 0
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "heading_open":
            if token.tag not in _HEADINGS:
                raise Refusal("letter_mark_unknown", "words", found=token.markup)
            kind = _HEADINGS[token.tag]
        elif token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            is_item = depth > 0 and not mark
            yield _part(PartKind.BULLET if is_item else kind, mark + token.content)
            kind, mark = PartKind.PARAGRAPH, ""


def _part(kind: PartKind, text: str) -> Part:
    lines = "\n".join(line.strip() for line in text.splitlines())
    name = ""
    if lines.startswith(_ONLY_IF):
        name, brace, rest = lines.removeprefix(_ONLY_IF).partition("}")
        if not brace:
            raise Refusal("letter_brace_alone", "words", found=lines[:40])
        lines = rest.strip()
    form, rest = marked(lines)
    if kind is PartKind.PARAGRAPH and form in FORM.values():
        return Part(kind=form or kind, text=rest, only_if=name.strip())
    return Part(kind=kind, text=lines, only_if=name.strip())


def _letter(path: Path, locale: str) -> LetterTemplate:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise Trouble("program_file_missing", file=path.name) from error
    except UnicodeDecodeError as error:
        raise _damaged(path, str(error)) from error
    before, fence, rest = text.partition(f"{_FENCE}\n")
    head, end, body = rest.partition(f"\n{_FENCE}\n")
    if before.strip() or not fence or not end:
        raise _damaged(path, "it does not begin with a head between +++", 1)
    try:
        found = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        fault = _AT_LINE.sub("", str(error))
        raise _damaged(path, fault, _line_in_head(error, head)) from error
    try:
        template = _from_head(found, body.strip(), path, text)
        if template.locale != locale:
            raise _damaged(path, "its locale is not that of its folder", _line(text, "locale"))
        return checked_template(template)
    except ValueError as error:
        raise _damaged(path, str(error), _line(text, "stage")) from error
    except Refusal as refusal:
        wanted = str(refusal.params.get("name", refusal.params.get("found", "")))
        raise _damaged(path, str(refusal), _line(text, wanted)) from refusal


def _from_head(found: dict[str, object], body: str, path: Path, text: str) -> LetterTemplate:
    for key in (*found, *_HEAD):
        if key not in (*_HEAD, *_MORE):
            raise _damaged(path, f"{key} is nothing that a head holds", _line(text, key))
        if key not in found:
            raise _damaged(path, f"its head lacks {key}", 1)
    needs, version, must = found["needs"], found["version"], found.get("must_name", [])
    if not isinstance(needs, list) or not isinstance(must, list):
        which = "must_name" if isinstance(needs, list) else "needs"
        raise _damaged(path, f"{which} is a list", _line(text, which))
    if not isinstance(version, int):
        raise _damaged(path, "version is a number", _line(text, "version"))
    if found["id"] != path.stem:
        raise _damaged(path, "its id is not its name", _line(text, "id"))
    return LetterTemplate(
        id=path.stem,
        title=str(found["title"]),
        stage=LetterStage(str(found["stage"])),
        when_to_use=str(found["when_to_use"]),
        needs=tuple(str(name) for name in needs),
        must_name=tuple(str(name) for name in must),
        version=version,
        locale=str(found["locale"]),
        body=body,
        parts=read_parts(body),
    )


def _line_in_head(error: tomllib.TOMLDecodeError, head: str) -> int:
    """The line of a file whose head cannot be read; the head begins on its second line."""
    said = _AT_LINE.search(str(error))
    return 1 + (len(head.splitlines()) if said is None else int(said[1]))


def _line(text: str, wanted: str) -> int:
    """The first line in which something stands, counted from 1; 1 where it stands nowhere."""
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if wanted and wanted in line), 1)


def _damaged(path: Path, fault: str, line: int = 1) -> Trouble:
    return Trouble("program_file_damaged", file=path.name, place=f"line {line}:", fault=fault)

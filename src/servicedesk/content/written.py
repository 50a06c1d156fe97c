# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads the papers that are written for the owner, and what they say in one trade or another."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from servicedesk.content.letters import read_parts
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.letters import Part
from servicedesk.domain.written import (
    WrittenPaper,
    WrittenShape,
    WrittenTemplate,
    for_this_shop,
)
from servicedesk.domain.written_checking import WORDS, checked_parts
from servicedesk.domain.written_fields import MAY_NAME

_FENCE = "+++"
_HEAD = ("id", "shape", "use", "needs", "locale")
_TRADES = "trades.toml"
_TICK = "[ ] "

TradeLines = Mapping[str, Mapping[WrittenPaper, tuple[str, ...]]]
"""Trade -> paper -> lines that it says in that trade."""


def load_written(resources: Path, locale: str = "en-GB") -> Mapping[WrittenPaper, WrittenTemplate]:
    """Read every paper that comes with the program, in the order of the enum.

    Args:
        resources: the folder of the program's data files.
        locale: which language.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``, with file and line.
    """
    folder = resources / "written" / locale
    return {paper: _paper(folder / f"{paper.value}.md", paper, locale) for paper in WrittenPaper}


def load_trade_lines(resources: Path, locale: str = "en-GB") -> TradeLines:
    """Read what the job sheets say in each trade.

    Args:
        resources: the folder of the program's data files.
        locale: which language.

    Raises:
        Trouble: as ``load_written``.
    """
    path = resources / "written" / locale / _TRADES
    text = _text(path)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Trouble("program_file_damaged", file=path.name, place="", fault=str(error)) from error
    trades = {one.stem for one in (resources / "sectors").glob("*.toml")}
    return {trade: _sheets(path, text, trade, sheets, trades) for trade, sheets in found.items()}


def parts_of(body: str) -> tuple[Part, ...]:
    """A text taken apart and checked.

    Args:
        body: in the little Markdown of letters.

    Raises:
        Refusal: field "words"; what ``checked_parts`` raises, and ``written_mark_unknown`` for a
            heading of the third level or below.
    """
    try:
        parts = read_parts(_apart(body))
    except Refusal as refusal:
        is_heading = refusal.code == "letter_mark_unknown"
        code = "written_mark_unknown" if is_heading else "written_brace_alone"
        raise Refusal(code, WORDS, found=str(refusal.params["found"])) from refusal
    return checked_parts(parts)


def _apart(body: str) -> str:
    """The text with each line that begins with a box to tick as a paragraph of its own."""
    lines = (
        f"\n{line}\n" if line.lstrip().startswith(_TICK) else line for line in body.splitlines()
    )
    return "\n".join(lines)


def _paper(path: Path, paper: WrittenPaper, locale: str) -> WrittenTemplate:
    text = _text(path)
    before, fence, rest = text.partition(f"{_FENCE}\n")
    head, end, body = rest.partition(f"\n{_FENCE}\n")
    if before.strip() or not fence or not end:
        raise _damaged(path, "it does not begin with a head between +++", 1)
    found = _head(path, text, head)
    if found["id"] != paper.value or found["locale"] != locale:
        raise _damaged(path, "its id or locale is not that of its place", _line(text, "id"))
    needs = found["needs"]
    if not isinstance(needs, list) or not MAY_NAME.issuperset(map(str, needs)):
        raise _damaged(path, "needs is no list of fields", _line(text, "needs"))
    if found["shape"] not in set(WrittenShape):
        raise _damaged(path, f"{found['shape']} is no shape", _line(text, "shape"))
    template = WrittenTemplate(
        paper=paper,
        shape=WrittenShape(str(found["shape"])),
        use=str(found["use"]),
        needs=tuple(map(str, needs)),
        body=body.strip(),
    )
    for has_helpers in (False, True):
        _check(path, text, for_this_shop(template.body, (), has_helpers=has_helpers))
    return template


def _head(path: Path, text: str, head: str) -> dict[str, object]:
    try:
        found = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise _damaged(path, str(error), 1) from error
    for key in (*found, *_HEAD):
        if key not in _HEAD:
            raise _damaged(path, f"{key} is nothing that a head holds", _line(text, key))
        if key not in found:
            raise _damaged(path, f"its head lacks {key}", 1)
    return found


def _check(path: Path, text: str, body: str) -> None:
    try:
        parts_of(body)
    except Refusal as refusal:
        wanted = str(refusal.params.get("name", refusal.params.get("found", "")))
        raise _damaged(path, f"{refusal.code}: {wanted}", _line(text, wanted)) from refusal


def _sheets(
    path: Path, text: str, trade: str, sheets: object, trades: set[str]
) -> Mapping[WrittenPaper, tuple[str, ...]]:
    at = _line(text, f"[{trade}]")
    if trade not in trades or not isinstance(sheets, dict):
        raise _damaged(path, f"{trade} is no trade of ours", at)
    made = {}
    for paper, lines in sheets.items():
        if paper not in set(WrittenPaper):
            raise _damaged(path, f"{paper} is no paper", at)
        if not isinstance(lines, list) or not all(isinstance(one, str) for one in lines):
            raise _damaged(path, f"{paper} is no list of lines", at)
        if any("{" in one for one in lines):
            raise _damaged(path, f"a line of {paper} names a field", at)
        made[WrittenPaper(paper)] = tuple(lines)
    return made


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Trouble("program_file_missing", file=path.name) from error
    except UnicodeDecodeError as error:
        raise _damaged(path, str(error), 1) from error


def _line(text: str, wanted: str) -> int:
    """The first line in which something stands, counted from 1; 1 where it stands nowhere."""
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if wanted and wanted in line), 1)


def _damaged(path: Path, fault: str, line: int) -> Trouble:
    return Trouble("program_file_damaged", file=path.name, place=f"line {line}:", fault=fault)

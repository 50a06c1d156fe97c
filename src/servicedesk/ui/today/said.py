# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands on Today, in words: buttons, lines, the boxes they stand in, and the whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from servicedesk.ui.core.labels import SpokenTrouble

if TYPE_CHECKING:
    from servicedesk.domain.today import TodayAction


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayButton:
    """A button of a line.

    Args:
        words: the verb on it.
        name: the same for those who cannot see the line it stands in.
        action: what it does.
    """

    words: str
    name: str
    action: "TodayAction"


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayLine:
    """One card or one row in words.

    Args:
        chip: one or two words of news.
        tone: of the chip.
        title: what it is about.
        sentence: the rest.
        buttons: the main one first.
        is_main: its button is the one to begin with.
        key: by which a row is known again; "" for a card.
        remember: the line to remember about the customer, or "".
        spoken: the row in one sentence; "" for a card.
        menu: what else can be done with a row.
        keys: what a row does at a key, by the name of the key.
    """

    chip: str
    tone: str
    title: str
    sentence: str
    buttons: tuple[TodayButton, ...]
    is_main: bool = False
    key: str = ""
    remember: str = ""
    spoken: str = ""
    menu: tuple[TodayButton, ...] = ()
    keys: "Mapping[str, TodayAction]" = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayBlock:
    """A heading and the lines under it.

    Args:
        heading: in words.
        is_side: it stands in the narrow column.
        lines: at least one.
        hint: of the keys that its lines hear, or "".
    """

    heading: str
    is_side: bool
    lines: tuple[TodayLine, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayState:
    """What Today shows.

    Args:
        summary: one sentence under the title.
        blocks: in order; none while nothing was read yet.
        trouble: what is said instead when the file cannot be read.
        is_backing_up: a backup that was asked for here is being made.
        has_rows: promises or enquiries are among the blocks.
        away: a sentence about the days that nobody was here; "" when there is nothing to say.
    """

    summary: str = ""
    blocks: tuple[TodayBlock, ...] = ()
    trouble: SpokenTrouble | None = None
    is_backing_up: bool = False
    has_rows: bool = False
    away: str = ""

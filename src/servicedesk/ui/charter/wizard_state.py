# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the charter wizard shows: its pages in the order walked, the page that is open, the lines.

Nothing here knows a widget; it is made of a draft and read by the view.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from servicedesk.domain.charters_asked import notes_for, notes_in
from servicedesk.domain.charters_obstacles import FINDING, Obstacle, PaperNeed
from servicedesk.domain.charters_writing import ASK_FIRST, PageMark
from servicedesk.domain.guides import Answers

if TYPE_CHECKING:
    from servicedesk.domain.charters import CharterDraft
    from servicedesk.domain.charters_writing import PageState, Progress
    from servicedesk.domain.guides import Page
    from servicedesk.domain.standards import ServiceStandard
    from servicedesk.domain.wording import Finding
    from servicedesk.services.charters_writing import Preview

PUBLISH = "publish"
"""Stands for the page after the last one, in the list of steps and as the item of a place."""

ASKED = "read_pages"
"""The one question that is not asked here: who walks the pages is seen to read them."""


_SAID_HERE = frozenset({"page_not_read", "page_left_out"})
"""Lines that are mended here in another way than in a file of answers: by walking the page."""


class Says(Protocol):
    """Words for what is named by a code."""

    def say(self, key: str, **values: str) -> str:
        """The words for a key, filled."""
        ...


class Tab(StrEnum):
    """The papers beside the page."""

    POSTER = "poster"
    LEAFLET = "leaflet"
    FULL_TEXT = "full_text"
    LARGE_PRINT = "large_print"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the list of pages.

    Args:
        id: of the page.
        number: as shown, such as "8b".
        title: short.
        mark: how far it has come.
        is_short_way: one of the six that lead to a poster.
        is_kept_back: something on it keeps the poster back.
    """

    id: str
    number: str
    title: str
    mark: PageMark
    is_short_way: bool
    is_kept_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line about the charter in words.

    Args:
        sentence: what it says.
        page: id of the page where it is mended.
        question: id of the question, or "" where it is about none.
        blocks: it keeps the poster, or the longer papers, back.
        is_of_poster: it keeps the poster back.
    """

    sentence: str
    page: str
    question: str = ""
    blocks: bool = False
    is_of_poster: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineGroup:
    """The lines of one page."""

    page: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WizardState:
    """All that the wizard shows.

    Args:
        is_begun: there is a charter to write; else a trade has to be chosen first.
        draft: all that has been said.
        number: of the version that is being written.
        page: the open one; None on the page that publishes.
        steps: every page, in the order walked.
        before: id of the page that was open before the one that publishes; "" for none.
        values: what stands in the fields of the open page, by question id.
        typed: of these, what is not said yet, raw.
        errors: sentences beside fields of the open page, by question id.
        findings: what the wording check says of texts of the open page, by question id.
        standards: those that are edited on the open page.
        lines: what else is to be said about the open page.
        groups: on the page that publishes, every line by page.
        supersedes: on that page, number of the version whose place the new one takes; 0 for none.
        focus: id of the question that gets the keyboard; "" for the first.
        saved_at: when anything was last kept, in UTC.
        progress: how far the charter has come.
        tab: which paper is shown beside the page.
        preview: its page; None until the first is drawn.
        visit: counts up whenever another page is opened, or its fields must be shown anew.
    """

    is_begun: bool = False
    draft: "CharterDraft | None" = None
    number: int = 0
    page: "Page | None" = None
    steps: tuple[Step, ...] = ()
    before: str = ""
    values: Answers = field(default_factory=lambda: MappingProxyType({}))
    typed: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    errors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    findings: "Mapping[str, tuple[Finding, ...]]" = field(
        default_factory=lambda: MappingProxyType({})
    )
    standards: "tuple[ServiceStandard, ...]" = ()
    lines: tuple[Line, ...] = ()
    groups: tuple[LineGroup, ...] = ()
    supersedes: int = 0
    focus: str = ""
    saved_at: datetime | None = None
    progress: "Progress | None" = None
    tab: Tab = Tab.POSTER
    preview: "Preview | None" = None
    visit: int = 0

    @property
    def at(self) -> str:
        """Id of the open page, PUBLISH on the last."""
        return PUBLISH if self.page is None else self.page.id

    @property
    def position(self) -> int:
        """Where the open page stands in the order walked, from 1."""
        ids = [step.id for step in self.steps]
        return ids.index(self.at) + 1 if self.at in ids else len(ids) + 1

    @property
    def notes(self) -> tuple[str, ...]:
        """What customers said about the open page before the charter was written."""
        if self.draft is None or self.at in (ASK_FIRST, PUBLISH):
            return ()
        said = str(self.draft.answers.get("asked_customers", ""))
        return tuple(note.mattered for note in notes_for(notes_in(said), self.at))


def steps_of(pages: "Sequence[PageState]") -> tuple[Step, ...]:
    """The pages in the order walked: the six of the short way come first."""
    steps = [
        Step(
            id=state.page.id,
            number=state.page.number,
            title=state.page.title,
            mark=state.mark,
            is_short_way=state.page.is_short_way,
            is_kept_back=state.is_kept_back,
        )
        for state in pages
    ]
    return tuple(sorted(steps, key=lambda step: not step.is_short_way))


def neighbour(state: WizardState, by: int) -> str:
    """Id of the page before (-1) or after (1) the open one; "" where there is none.

    The page that publishes comes after the sixth page of the short way, and again after the
    last one; back from it is where one came from.
    """
    ids = [step.id for step in state.steps]
    at = state.position - 1 + by
    if by > 0 and state.page is not None and _ends_short_way(state):
        return PUBLISH
    if by < 0 and state.page is None and state.before in ids:
        return state.before
    if at < 0:
        return ""
    return ids[at] if at < len(ids) else PUBLISH if state.page is not None else ""


def _ends_short_way(state: WizardState) -> bool:
    last = [step.id for step in state.steps if step.is_short_way][-1:]
    return last == [state.at]


def line_of(line: Obstacle, words: Says) -> Line:
    """A line about the charter in words."""
    key = line.code if line.code.startswith(FINDING) else f"obstacle.{line.code}"
    if line.code in _SAID_HERE:
        key = f"wizard.line.{line.code}"
    return Line(
        sentence=words.say(key, **{name: str(value) for name, value in line.params.items()}),
        page=line.page,
        question=str(line.params.get("question", "")),
        blocks=line.blocks,
        is_of_poster=line.blocks and line.need is PaperNeed.POSTER,
    )


def lines_for(page: "Page", progress: "Progress | None", words: Says) -> tuple[Line, ...]:
    """What is to be said about a page that was walked and is not done."""
    for state in progress.pages if progress is not None else ():
        if state.page.id == page.id and state.mark is PageMark.NEEDS:
            return tuple(line_of(line, words) for line in state.lines)
    return ()


def grouped(
    lines: Sequence[Obstacle], pages: "Sequence[Page]", words: Says
) -> tuple[LineGroup, ...]:
    """Every line by page, in the order of the pages; pages without a line are left out."""
    said = list(dict.fromkeys(line_of(line, words) for line in lines))
    often = Counter(line.sentence for line in said)
    titles = {page.id: page.title for page in pages}
    said = [
        replace(line, sentence=_of_page(line, titles[line.page], words))
        if often[line.sentence] > 1
        else line
        for line in said
    ]
    groups = (
        LineGroup(
            page=page.id,
            title=page.title,
            lines=tuple(line for line in said if line.page == page.id),
        )
        for page in pages
    )
    return tuple(group for group in groups if group.lines)


def _of_page(line: Line, title: str, words: Says) -> str:
    """The sentence with its page before it, for one that more than one page has."""
    return words.say("wizard.line.of_page", title=title, sentence=line.sentence)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the command says about a charter: what its papers lack, and what is still to be done."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from servicedesk.app.bootstrap import Program, charter_guide
from servicedesk.content.law import WITH_LAW, load_facts, stale
from servicedesk.domain.charters_obstacles import FINDING, Obstacle, PaperNeed, keeping_back
from servicedesk.domain.guides import page_by_id

if TYPE_CHECKING:  # it brings the whole of printing in
    from servicedesk.services.charters_papers import CharterSet

_UNREAD = frozenset({"page_not_read", "page_left_out"})
_FEW = 3
"""So many thoughts are said while there is something more urgent to do."""


def about_papers(program: Program, made: "CharterSet") -> Iterator[str]:
    """One line for each thing that the papers do not show.

    Args:
        program: its words are used.
        made: the papers.
    """
    say = program.words.say
    if made.missing:
        yield say("command.missing", letters=" ".join(made.missing))
    for file, parts in made.cut.items():
        left_out = ", ".join(say(f"command.cut_part.{part}") for part in parts)
        yield say("command.cut", file=file, parts=left_out)


def about_lines(program: Program, lines: Sequence[Obstacle]) -> Iterator[str]:
    """What keeps which papers back, what to think about, and how pages are marked as read.

    Args:
        program: its words are used.
        lines: what was found.
    """
    say = program.words.say
    poster = keeping_back(lines, PaperNeed.POSTER)
    rest = [line for line in lines if line.blocks and line not in poster]
    yield from _listed(say("command.in_the_way"), _sentences(program, poster))
    heading = "command.in_the_way_too" if poster else "command.poster_only"
    yield from _listed(say(heading), _sentences(program, rest))
    unread = [line.page for line in lines if line.code in _UNREAD]
    if unread:
        yield ""
        pages = ", ".join(f'"{page}"' for page in dict.fromkeys(unread))
        yield say("command.read_pages", pages=pages)
    thoughts = _sentences(program, (line for line in lines if not line.blocks))
    shown = thoughts[:_FEW] if poster or rest else thoughts
    if len(thoughts) > len(shown):
        shown = [*shown, say("command.more", count=str(len(thoughts) - len(shown)))]
    yield from _listed(say("command.to_think_about"), shown)


def about_law(program: Program, nation: object) -> Iterator[str]:
    """That sentences which rest on law were checked too long ago, where any are printed.

    Args:
        program: its words, facts and day are used.
        nation: the answer to where the business is, if there is one.
    """
    today = program.clock.today()
    old = stale(load_facts(program.resources), today) if nation in WITH_LAW else ()
    if old:
        checked = min(fact.checked_on for fact in old)
        yield ""
        yield program.words.say("command.law_is_old", day=checked.isoformat())


def _listed(heading: str, lines: Sequence[str]) -> Iterator[str]:
    """A heading with its list, or nothing."""
    if lines:
        yield ""
        yield heading
        yield from (f"- {line}" for line in lines)


def _sentences(program: Program, lines: Iterable[Obstacle]) -> list[str]:
    """Each sentence once, after all the places it is about."""
    places: dict[str, list[str]] = {}
    for line in lines:
        where, sentence = _line(program, line)
        if where not in places.setdefault(sentence, []):
            places[sentence].append(where)
    return [
        program.words.say("command.line", where=", ".join(named), sentence=sentence)
        for sentence, named in places.items()
    ]


def _line(program: Program, line: Obstacle) -> tuple[str, str]:
    """One line that blocks or warns: the page where it is mended, and the sentence."""
    say = program.words.say
    page = page_by_id(charter_guide(program.resources), line.page)
    values = {name: str(value) for name, value in line.params.items()}
    is_finding = line.code.startswith(FINDING)
    sentence = say(line.code if is_finding else f"obstacle.{line.code}", **values)
    if values.get("rewrite"):
        sentence = say("command.rewrite", sentence=sentence, rewrite=values["rewrite"])
    if values.get("question"):
        sentence = say("command.fill_in", sentence=sentence, line=values["question"])
    return values["where"] if is_finding else page.title, sentence

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk charter``: the main job without a screen, from answers to papers in a folder."""

import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from servicedesk.app import charter_draft
from servicedesk.app.arguments import BAD_INPUT, Arguments
from servicedesk.app.bootstrap import (
    OWNER,
    Program,
    charter_guide,
    charter_papers,
    create_desk,
    gather,
    open_desk,
)
from servicedesk.app.charter_draft import Asked
from servicedesk.domain.charters import CharterCard
from servicedesk.domain.charters_obstacles import Obstacle, PaperNeed, can_publish, keeping_back
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import page_by_id
from servicedesk.system.files import private_folder, write_together

if TYPE_CHECKING:
    from servicedesk.services.charters_papers import CharterSet

READY, DRAFT_ONLY = 0, 1


def run(typed: Arguments) -> int:
    """Do what was typed.

    Args:
        typed: after ``charter``.

    Returns:
        0 the papers are ready, or were published; 1 drafts were written, and every line that
        keeps them from being published was named; 2 nothing was written.
    """
    try:
        program = gather(typed.profile)
    except Trouble:  # without its data files the program has not even the words to say so
        _complain(
            "The data files of servicedesk are missing. Install it again; no file was touched."
        )
        return BAD_INPUT
    try:
        return _Command(program, typed).run()
    except Refusal as refusal:
        _complain(_placed(program, refusal))
    except Trouble as trouble:
        words = program.words.trouble(trouble)
        _complain(f"{words.happened} {words.safe} {words.do}")
    return BAD_INPUT


def _placed(program: Program, refusal: Refusal) -> str:
    """The sentence of a refusal, after the file and line it is about, where there are such."""
    sentence = program.words.refusal(refusal)
    file, line = refusal.params.get("file"), refusal.params.get("line")
    if file is None or line is None:
        return sentence
    key = "answers.place" if line else "answers.whole"
    return program.words.say(key, file=str(file), line=str(line), sentence=sentence)


class _Command:
    """One run of the command.

    Args:
        program: words, clock, folders.
        typed: what is to be done.
    """

    def __init__(self, program: Program, typed: Arguments) -> None:
        self._program = program
        self._typed = typed
        self._say = program.words.say

    def run(self) -> int:
        if self._typed.list_trades:
            for trade in charter_draft.trades(self._program):
                _tell(f"{trade.id:<24}{trade.title}")
            return READY
        asked = charter_draft.read(self._program, self._typed)
        if self._typed.out is None and self._typed.save_answers is None:
            raise Refusal("charter_needs_place", "out")
        if self._typed.out is None:
            self._write({}, asked)
            return READY
        papers = charter_papers(self._program)
        today = self._program.clock.today()
        if self._typed.publish and can_publish(
            papers.obstacles(asked.draft, today), PaperNeed.POSTER
        ):
            self._report(self._publish(asked))
            return READY
        made = papers.make(asked.draft, today, bleed=self._typed.bleed)
        self._write(made.files, asked)
        self._report(made)
        if not made.is_publishable:
            return DRAFT_ONLY
        _tell(self._say("command.ready"))
        return READY

    def _publish(self, asked: Asked) -> "CharterSet":
        """Keep it as the published charter, and write its papers in the same step."""
        from servicedesk.app.one_program import FileLock

        papers = charter_papers(self._program)
        made: list[CharterSet] = []

        def print_it(card: CharterCard) -> None:
            day = card.published_on or self._program.clock.today()
            made.append(papers.make(card.draft, day, number=card.number, bleed=self._typed.bleed))
            self._write(made[0].files, asked)

        self._program.places.make()
        lock = FileLock(self._program.places.database)
        lock.take()
        try:
            if not self._program.places.database.exists():
                create_desk(self._program)
            desk = open_desk(self._program)
            try:
                done = desk.services.charters.publish_draft(asked.draft, OWNER, print_it)
                desk.log.note("charter.published", number=done.card.number)
            finally:
                desk.close()
        finally:
            lock.release()
        key = "published" if done.changes else "published_before"
        _tell(self._say(f"command.{key}", number=str(done.card.number)))
        return made[0]

    def _write(self, files: Mapping[str, bytes], asked: Asked) -> None:
        """Write everything or nothing: all of it is made before the first byte is written."""
        wanted: dict[Path, bytes] = {}
        target = self._typed.save_answers
        if target is not None:
            wanted[target] = charter_draft.written(self._program, asked, target)
        if self._typed.out is not None:
            wanted |= {self._typed.out / name: data for name, data in files.items()}
        made = [_made(path.parent) for path in wanted]
        try:
            write_together(wanted)
        except Trouble:
            for folder in (folder for folders in made for folder in folders):
                with suppress(OSError):
                    folder.rmdir()
            raise
        for path in wanted:
            _tell(self._say("command.wrote", file=str(path)))

    def _report(self, made: "CharterSet") -> None:
        """Say what the papers lack, what keeps which of them back, and what to think about."""
        if made.missing:
            _tell(self._say("command.missing", letters=" ".join(made.missing)))
        for file, parts in made.cut.items():
            left_out = ", ".join(self._say(f"command.cut_part.{part}") for part in parts)
            _tell(self._say("command.cut", file=file, parts=left_out))
        poster = keeping_back(made.obstacles, PaperNeed.POSTER)
        text_only = [line for line in made.obstacles if line.blocks and line not in poster]
        self._list("command.in_the_way", poster)
        self._list("command.in_the_way_too" if poster else "command.poster_only", text_only)
        self._list("command.to_think_about", [line for line in made.obstacles if not line.blocks])

    def _list(self, heading: str, lines: Iterable[Obstacle]) -> None:
        """Say each sentence once, after all the places it is about."""
        places: dict[str, list[str]] = {}
        for line in lines:
            where, sentence = self._line(line)
            if where not in places.setdefault(sentence, []):
                places[sentence].append(where)
        if places:
            _tell("")
            _tell(self._say(heading))
            for sentence, named in places.items():
                shown = self._say("command.line", where=", ".join(named), sentence=sentence)
                _tell(f"- {shown}")

    def _line(self, line: Obstacle) -> tuple[str, str]:
        """One line that blocks or warns: the page where it is mended, and the sentence."""
        page = page_by_id(charter_guide(self._program.resources), line.page)
        values = {name: str(value) for name, value in line.params.items()}
        is_finding = line.code.startswith("finding.")
        sentence = self._say(line.code if is_finding else f"obstacle.{line.code}", **values)
        if values.get("rewrite"):
            sentence = self._say("command.rewrite", sentence=sentence, rewrite=values["rewrite"])
        return values["where"] if is_finding else page.title, sentence


def _made(folder: Path) -> list[Path]:
    """Make a folder and what is missing above it; those that were made, the deepest first."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    private_folder(folder)
    return missing


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _complain(line: str) -> None:
    sys.stderr.write(f"{line}\n")

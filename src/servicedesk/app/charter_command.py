# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk charter``: the main job without a screen, from answers to papers in a folder."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from servicedesk.app import charter_draft, charter_kept, charter_report
from servicedesk.app.arguments import BAD_INPUT, Arguments
from servicedesk.app.bootstrap import Program, charter_papers, gather
from servicedesk.app.charter_draft import Asked
from servicedesk.app.console_desk import complain, tell, unlocked
from servicedesk.app.damaged import spoken
from servicedesk.domain.charters import CharterCard
from servicedesk.domain.charters_obstacles import PaperNeed, can_publish, keeping_back
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.charters_answers import placed
from servicedesk.system.files import private_folder, write_together

if TYPE_CHECKING:
    from servicedesk.services.charters_papers import CharterPapers, CharterSet

READY, DRAFT_ONLY = 0, 1


def run(typed: Arguments) -> int:
    """Do what was typed.

    Args:
        typed: after ``charter``.

    Returns:
        0 the papers are ready, or were published; 1 drafts were written, or nothing was published
        and so nothing written, and every line in the way was named; 2 nothing was written.
    """
    try:
        program = gather(typed.profile)
    except Trouble:  # without its data files the program has not even the words to say so
        complain(
            "The data files of servicedesk are missing. Install it again; no file was touched."
        )
        return BAD_INPUT
    try:
        return _Command(program, typed).run()
    except Refusal as refusal:
        complain(placed(program.words, refusal, program.words.refusal(refusal)))
    except Trouble as trouble:
        words = spoken(program, trouble)
        complain(f"{words.happened} {words.safe} {words.do}")
    return BAD_INPUT


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
        typed = self._typed
        if typed.list_trades:
            for trade in charter_draft.trades(self._program):
                tell(f"{trade.id:<24}{trade.title}")
            return READY
        if typed.out is None and (typed.save_answers is None or typed.publish):
            raise Refusal("charter_needs_place", "out")
        if typed.password_file is not None:
            unlocked(self._program, self._program.places.database, typed.password_file)
        asked = charter_draft.read(self._program, typed)
        answers: Mapping[Path, bytes] = {}
        if typed.save_answers is not None:
            answers = charter_draft.written(self._program, asked, typed.save_answers)
        if typed.out is None:
            self._write(answers)
            self._tell_of_answers(answers)
            return READY
        papers = charter_papers(self._program)
        if typed.publish:
            return self._publish(papers, asked, typed.out, answers)
        return self._print(papers, asked, typed.out, answers)

    def _print(
        self, papers: "CharterPapers", asked: Asked, out: Path, answers: Mapping[Path, bytes]
    ) -> int:
        """Write papers without publishing anything."""
        day = asked.published_on or self._program.clock.today()
        made = papers.make(asked.draft, day, number=asked.number, bleed=self._typed.bleed)
        self._write({**answers, **_inside(out, made.files)})
        if asked.number is not None:
            news = self._say("command.printed_again", number=str(asked.number))
        elif made.is_publishable:
            news = self._say("command.ready")
        elif can_publish(made.obstacles, PaperNeed.POSTER):
            news = self._say("command.poster_ready")
        else:
            news = self._say("command.draft")
        self._report(news, made, out, answers)
        self._tell_of_law(asked)
        is_ready = made.is_publishable or asked.number is not None
        return READY if is_ready else DRAFT_ONLY

    def _publish(
        self, papers: "CharterPapers", asked: Asked, out: Path, answers: Mapping[Path, bytes]
    ) -> int:
        """Keep it as the published charter, and write its papers in the same step."""
        today = self._program.clock.today()
        in_the_way = keeping_back(papers.obstacles(asked.draft, today), PaperNeed.POSTER)
        if in_the_way:
            card = charter_kept.published(self._program)
            key = "not_published_yet" if card is None else "not_published"
            tell(self._say(f"command.{key}", number="" if card is None else str(card.number)))
            for line in charter_report.about_lines(self._program, in_the_way):
                tell(line)
            return DRAFT_ONLY
        made: list[CharterSet] = []

        def print_it(card: CharterCard) -> None:
            day = card.published_on or today
            made.append(papers.make(card.draft, day, number=card.number, bleed=self._typed.bleed))
            self._write({**answers, **_inside(out, made[0].files)})

        done = charter_kept.publish(self._program, asked.draft, print_it)
        key = "published" if done.changes else "published_before"
        news = self._say(f"command.{key}", number=str(done.card.number))
        self._report(news, made[0], out, answers)
        self._tell_of_law(asked)
        return READY

    def _write(self, wanted: Mapping[Path, bytes]) -> None:
        """Write everything or nothing: all of it is made before the first byte is written."""
        made = [_made(path.parent) for path in wanted]
        try:
            write_together(wanted)
        except Trouble:
            for folder in (folder for folders in made for folder in folders):
                with suppress(OSError):
                    folder.rmdir()
            raise

    def _report(
        self, news: str, made: "CharterSet", out: Path, answers: Mapping[Path, bytes]
    ) -> None:
        """Say the main news, what was written, what the papers lack and what is still to do."""
        tell(news)
        tell(self._say("command.wrote_papers", count=str(len(made.files)), folder=str(out)))
        self._tell_of_answers(answers)
        for line in charter_report.about_papers(self._program, made):
            tell(line)
        for line in charter_report.about_lines(self._program, made.obstacles):
            tell(line)
        if made.obstacles and self._typed.answers is None and not answers:
            tell("")
            tell(self._say("command.how_to_answer"))

    def _tell_of_law(self, asked: Asked) -> None:
        nation = asked.draft.answers.get("nation")
        for line in charter_report.about_law(self._program, nation):
            tell(line)

    def _tell_of_answers(self, answers: Mapping[Path, bytes]) -> None:
        for path in answers:
            tell(self._say("command.wrote", file=str(path)))


def _inside(folder: Path, files: Mapping[str, bytes]) -> dict[Path, bytes]:
    return {folder / name: data for name, data in files.items()}


def _made(folder: Path) -> list[Path]:
    """Make a folder and what is missing above it; those that were made, the deepest first."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    private_folder(folder)
    return missing

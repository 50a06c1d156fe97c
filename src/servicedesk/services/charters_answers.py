# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers files: what a charter says, read from a file and saved to one, whole or not at all."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from servicedesk.content.answers import read_answers
from servicedesk.content.answers_writing import answers_text
from servicedesk.content.sectors import load_sector
from servicedesk.domain.blocks import Logo
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Guide
from servicedesk.domain.phrases import Phrases
from servicedesk.system.files import read_whole, write_together

_LOGO_MOST = 20_000_000
"""Bytes of a picture that are read at most; the check has a sentence for what is larger."""


class AnswersWorld(Protocol):
    """What reading and writing answers needs of the world; ``Surroundings`` has all of it."""

    @property
    def phrases(self) -> Phrases:
        """Words of the notes in the file."""
        ...

    @property
    def resources(self) -> Path:
        """Folder of the program's data files."""
        ...

    @property
    def guide(self) -> Callable[[str], Guide]:
        """Reads a guide by its id."""
        ...

    @property
    def logo_from(self) -> Callable[[bytes, str], Logo]:
        """(bytes, file name) -> a checked logo."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersRead:
    """What an answers file says.

    Args:
        draft: all of it, its logo among it.
        logo: the picture that the file names, or None.
    """

    draft: CharterDraft
    logo: Path | None = None


class CharterAnswers:
    """The use cases of answers files.

    Args:
        around: the world as this service sees it.
    """

    def __init__(self, around: AnswersWorld) -> None:
        self._around = around

    def read(self, path: Path) -> AnswersRead:
        """The draft that a file says, with the preset of its trade under it.

        Nothing is kept by reading.

        Raises:
            Refusal: for whatever in it cannot be, with ``file`` and ``line``; ``sentence`` puts
                it in words.
            Trouble: when the file or its logo cannot be read.
        """
        found = read_answers(path, self._around.resources, self._guide)
        if found.logo is None:
            return AnswersRead(draft=found.draft)
        logo = self._around.logo_from(read_whole(found.logo, _LOGO_MOST), found.logo.name)
        return AnswersRead(draft=replace(found.draft, logo=logo), logo=found.logo)

    def files(
        self,
        path: Path,
        draft: CharterDraft,
        *,
        logo: Path | None = None,
        may_replace: bool = False,
    ) -> Mapping[Path, bytes]:
        """A file that says what a draft says, and its logo beside it where no file has it yet.

        Args:
            path: where the file will lie.
            draft: all of it.
            logo: the file that has the draft's logo already, or None.
            may_replace: the owner has agreed that the file takes the place of another one.

        Raises:
            Refusal: ``answers_there_already``; what an owner has written is never overwritten
                unasked.
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        made: dict[Path, bytes] = {}
        named = "" if logo is None else _way(logo, path)
        if logo is None and draft.logo is not None:
            picture = _picture(path, draft.logo.png, may_replace=may_replace)
            made[picture] = draft.logo.png
            named = picture.name
        made[path] = self._text(draft, named).encode()
        for one in made:
            if os.path.lexists(one) and not may_replace:
                raise Refusal("answers_there_already", "save_answers", file=str(one))
        return made

    def save(self, path: Path, draft: CharterDraft, *, may_replace: bool = False) -> None:
        """Save what a draft says; arguments and refusals as for ``files``.

        Raises:
            Refusal: see ``files``.
            Trouble: whatever keeps the file from being written; then nothing is.
        """
        write_together(self.files(path, draft, may_replace=may_replace))

    def text(self, draft: CharterDraft) -> str:
        """What a draft says as the text of an answers file, without its logo."""
        return self._text(draft, "")

    def sentence(self, refusal: Refusal) -> str:
        """A refusal of ``read`` in words, after the file and line it is about."""
        values = {name: str(value) for name, value in refusal.params.items()}
        words = self._around.phrases.say(f"refusal.{refusal.code}", **values)
        return placed(self._around.phrases, refusal, words)

    @property
    def _guide(self) -> Guide:
        return self._around.guide("charter")

    def _text(self, draft: CharterDraft, logo: str) -> str:
        say = self._around.phrases.say
        sector = load_sector(self._around.resources, self._guide, draft.trade)
        return answers_text(
            draft,
            self._guide,
            sector,
            greeting=say("answers.greeting"),
            logo=logo,
            phrases=self._around.phrases,
        )


def placed(phrases: Phrases, refusal: Refusal, sentence: str) -> str:
    """The sentence of a refusal, after the file and line it is about, where there are such.

    Args:
        phrases: the words.
        refusal: with ``file`` and ``line`` among its values, or without.
        sentence: its own.
    """
    file, line = refusal.params.get("file"), refusal.params.get("line")
    if file is None or line is None:
        return sentence
    key = "answers.place" if line else "answers.whole"
    return phrases.say(key, file=str(file), line=str(line), sentence=sentence)


def _picture(path: Path, png: bytes, *, may_replace: bool) -> Path:
    """The file for a logo beside the answers: a name that is free, or has this very picture."""
    first = path.with_name(f"{path.stem}-logo.png")
    if not may_replace:
        return first
    number = 1
    picture = first
    while os.path.lexists(picture) and not (picture.is_file() and picture.read_bytes() == png):
        number += 1
        picture = path.with_name(f"{path.stem}-logo-{number}.png")
    return picture


def _way(logo: Path, target: Path) -> str:
    try:
        return Path(os.path.relpath(logo, target.absolute().parent)).as_posix()
    except ValueError:  # another drive of Windows has no way to it from here
        return str(logo.absolute())

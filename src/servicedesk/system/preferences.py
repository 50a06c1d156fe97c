# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What this machine remembers: theme, text size, folders; never facts of the business.

A small file that may be edited by hand. Whatever is wrong in it, the program starts: the file is
kept aside, what can be used is used, and what happened is told.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.system.files import private_folder, read_whole, write_whole

if TYPE_CHECKING:
    from servicedesk.domain.guides import AnswerValue, Question

_MOST = 1024 * 1024
_KEPT = "preferences.kept.toml"
"""The name under which a file with faults is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that is remembered; its kind is that of its default.

    Args:
        id: its key in the file.
        default: what holds until something else is set: a text, a whole number, or yes or no.
        choices: the texts that it can be; () for any.
        minimum, maximum: of a number; of a text the most letters.
    """

    id: str
    default: str | int | bool
    choices: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None

    @property
    def label(self) -> str:
        """The key of its words."""
        return f"preference.{self.id}"

    @property
    def question(self) -> "Question":
        """It as a question, by which anything that is set is checked."""
        from servicedesk.domain.guides import Choice, Question, QuestionKind

        kinds = {bool: QuestionKind.YES_NO, int: QuestionKind.WHOLE_NUMBER, str: QuestionKind.TEXT}
        return Question(
            id=self.id,
            kind=QuestionKind.CHOICE if self.choices else kinds[type(self.default)],
            label=self.label,
            choices=tuple(Choice(id=one, label=f"preference.{one}") for one in self.choices),
            minimum=self.minimum,
            maximum=self.maximum,
            default=self.default,
        )

    def as_it_is(self, value: object) -> str | int | bool | None:
        """A value that no check would change or refuse, seen at a glance; None for others."""
        if isinstance(value, str) and isinstance(self.default, str):
            is_known = not self.choices or value in self.choices
            is_plain = value.isascii() and value.isprintable() and value == value.strip()
            fits = is_known and is_plain and len(value) <= (self.maximum or len(value))
            return value if fits else None
        if isinstance(value, int) and type(value) is type(self.default):
            low, high = self.minimum, self.maximum
            fits = (low is None or value >= low) and (high is None or value <= high)
            return value if fits else None
        return None


FIELDS = (
    Field(id="theme", default="system", choices=("system", "light", "dark", "high_contrast")),
    Field(id="text_size", default=100, minimum=90, maximum=200),
    Field(id="papers_folder", default="", maximum=4096),
    Field(id="window_place", default="", maximum=4096),
    Field(id="serving", default="", maximum=200),
    Field(id="second_folder", default="", maximum=4096),
    Field(id="second_asked_on", default="", maximum=10),
    Field(id="shop_mark", default="", maximum=64),
    Field(id="today_seen_on", default="", maximum=10),
    Field(id="reminders", default=False),
    Field(id="lock_after", default=0, minimum=0, maximum=240),
    Field(id="blur_names", default=False),
    Field(id="customers_split", default=30, minimum=15, maximum=70),
    Field(id="promises_split", default=34, minimum=15, maximum=70),
    Field(id="complaints_split", default=34, minimum=15, maximum=70),
    Field(id="feedback_split", default=34, minimum=15, maximum=70),
    Field(id="actions_split", default=40, minimum=15, maximum=70),
)
"""The registry. The text size is in percent, as is the share of
the window that a list takes; ``second_asked_on`` and ``today_seen_on`` are days
such as 2026-11-24."""


class Preferences:
    """The preferences of this machine, read once and written with every change.

    Args:
        path: the file, which need not be there.
        fields: what may be remembered; every field has a default.

    Attributes:
        troubles: what was wrong with the file: ``preferences_unreadable`` or
            ``preference_ignored`` (with ``key``), each with ``kept``, where the file now lies.
    """

    def __init__(self, path: Path, fields: tuple[Field, ...] = FIELDS) -> None:
        self._path = path
        self._fields = {field.id: field for field in fields}
        self._unknown: dict[str, object] = {}
        self._values: dict[str, AnswerValue] = {}
        self.troubles: tuple[Trouble, ...] = ()
        self._load()

    def get(self, key: str) -> "AnswerValue":
        """Return what is remembered, or the default.

        Args:
            key: the id of a field.

        Raises:
            KeyError: there is no such field.
        """
        field = self._fields[key]
        value = self._values.get(key, "")
        return field.default if value == "" else value

    def set(self, key: str, value: object) -> None:
        """Remember a value and write the file.

        Args:
            key: the id of a field.
            value: as its kind wants it.

        Raises:
            KeyError: there is no such field.
            Refusal: the value does not fit; nothing changes.
            Trouble: the file could not be written; the value holds until the program ends.
        """
        import tomli_w  # not before the first paint

        self._values[key] = _checked(self._fields[key], value)
        private_folder(self._path.parent)
        text = tomli_w.dumps({**self._unknown, **self._values})
        write_whole(self._path, text.encode())

    def _load(self) -> None:
        try:
            data = read_whole(self._path, _MOST)
        except Trouble as trouble:
            if trouble.code != "reading_missing":
                self._keep(None, "preferences_unreadable")
            return
        try:
            found = tomllib.loads(data.decode())
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
            self._keep(data, "preferences_unreadable")
            return
        self._take(found, data)

    def _take(self, found: Mapping[str, object], data: bytes) -> None:
        """Use what fits; keep unknown keys, which a newer program may have written."""
        for key, value in found.items():
            field = self._fields.get(key)
            if field is None:
                self._unknown[key] = value
                continue
            try:
                self._values[key] = _checked(field, value)
            except Refusal:
                self._keep(data, "preference_ignored", key=key)

    def _keep(self, data: bytes | None, code: str, **params: str) -> None:
        """Put a copy of a file with faults aside and note what was wrong."""
        kept = self._path
        if data is not None:
            aside = self._path.with_name(_KEPT)
            try:
                write_whole(aside, data)
                kept = aside
            except Trouble:  # the file itself stays where it is, and that is what is told
                kept = self._path
        self.troubles = (*self.troubles, Trouble(code, kept=str(kept), **params))


def _checked(field: Field, value: object) -> "AnswerValue":
    plain = field.as_it_is(value)
    if plain is not None:  # as nearly always; the checks need not come in at a start
        return plain
    from servicedesk.domain.guides_answers import checked

    return checked(field.question, value)

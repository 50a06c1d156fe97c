# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What this machine remembers: theme, text size, folders; never facts of the business.

A small file that may be edited by hand. Whatever is wrong in it, the program starts: the file is
kept aside, what can be used is used, and what happened is told.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import AnswerValue, Choice, Question, QuestionKind
from servicedesk.domain.guides_answers import checked
from servicedesk.system.files import private_folder, read_whole, write_whole

_MOST = 1024 * 1024
_KEPT = "preferences.kept.toml"
"""The name under which a file with faults is kept."""


def _choices(*ids: str) -> tuple[Choice, ...]:
    return tuple(Choice(id=one, label=f"preference.{one}") for one in ids)


FIELDS = (
    Question(
        id="theme",
        kind=QuestionKind.CHOICE,
        label="preference.theme",
        choices=_choices("system", "light", "dark", "high_contrast"),
        default="system",
    ),
    Question(
        id="text_size",
        kind=QuestionKind.WHOLE_NUMBER,
        label="preference.text_size",
        minimum=90,
        maximum=200,
        default=100,
    ),
    Question(
        id="papers_folder",
        kind=QuestionKind.TEXT,
        label="preference.papers_folder",
        maximum=4096,
        default="",
    ),
    Question(
        id="window_place",
        kind=QuestionKind.TEXT,
        label="preference.window_place",
        maximum=4096,
        default="",
    ),
    Question(
        id="serving",
        kind=QuestionKind.TEXT,
        label="preference.serving",
        maximum=200,
        default="",
    ),
    Question(
        id="second_folder",
        kind=QuestionKind.TEXT,
        label="preference.second_folder",
        maximum=4096,
        default="",
    ),
    Question(
        id="second_asked_on",
        kind=QuestionKind.TEXT,
        label="preference.second_asked_on",
        maximum=10,
        default="",
    ),
    Question(
        id="today_seen_on",
        kind=QuestionKind.TEXT,
        label="preference.today_seen_on",
        maximum=10,
        default="",
    ),
    Question(
        id="reminders",
        kind=QuestionKind.YES_NO,
        label="preference.reminders",
        default=False,
    ),
    Question(
        id="customers_split",
        kind=QuestionKind.WHOLE_NUMBER,
        label="preference.customers_split",
        minimum=15,
        maximum=70,
        default=30,
    ),
    Question(
        id="promises_split",
        kind=QuestionKind.WHOLE_NUMBER,
        label="preference.promises_split",
        minimum=15,
        maximum=70,
        default=34,
    ),
)
"""The registry. A label is the key of its words; the text size is in percent, as is the share of
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

    def __init__(self, path: Path, fields: tuple[Question, ...] = FIELDS) -> None:
        self._path = path
        self._fields = {field.id: field for field in fields}
        self._unknown: dict[str, object] = {}
        self._values: dict[str, AnswerValue] = {}
        self.troubles: tuple[Trouble, ...] = ()
        self._load()

    def get(self, key: str) -> AnswerValue:
        """Return what is remembered, or the default.

        Args:
            key: the id of a field.

        Raises:
            KeyError: there is no such field.
        """
        field = self._fields[key]
        if field.default is None:
            raise KeyError(f"{key} has no default")
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

        self._values[key] = checked(self._fields[key], value)
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
                self._values[key] = checked(field, value)
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

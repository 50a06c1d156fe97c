# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The words of one language, read from its part files: one per room, laid together.

``resources/words/<locale>/*.toml``. A phrase may hold {names}, which are filled in one pass:
what is filled in is never read again, so a customer's braces stay braces. There is nothing to
compute in a phrase.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from servicedesk.domain.errors import Refusal, Trouble

_NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")

Leaf = tuple[str, str]
"""A phrase and the part file that it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleWords:
    """What is said about a Trouble: what happened, what is safe, what to do."""

    happened: str
    safe: str
    do: str


class Words:
    """Phrases by dotted key; implements ``servicedesk.domain.phrases.Phrases``.

    Args:
        phrases: such as ``{"refusal.too_long": "This is too long."}``.
        locale: as HTML and PDF name it, such as "en-GB".
        rest: reads all phrases of the language; asked once, for the first key that is not among
            ``phrases``. None where those are all.
    """

    def __init__(
        self,
        phrases: Mapping[str, str],
        locale: str,
        rest: Callable[[], Mapping[str, str]] | None = None,
    ) -> None:
        self._phrases = dict(phrases)
        self._rest = rest
        self.locale = locale

    def say(self, key: str, **values: str) -> str:
        """The phrase for a key with its {names} filled.

        Raises:
            KeyError: there is no such phrase, or no value for a name in it; both are named.
        """
        return self._filled(key, values)

    def count(self, key: str, number: Decimal, **values: str) -> str:
        """The phrase ``key.one`` for exactly 1, else ``key.other``; {n} is the number itself.

        Raises:
            KeyError: as ``say``.
        """
        from servicedesk.domain.standards_amounts import grouped_number  # not before Today

        form = "one" if number == 1 else "other"
        return self._filled(f"{key}.{form}", {"n": grouped_number(number)} | values)

    def has(self, key: str) -> bool:
        """True when there is a phrase for this key."""
        return self._phrase(key) is not None

    def enum(self, member: StrEnum) -> str:
        """The words for a member of an enum, from ``[enum.ClassName]``.

        Raises:
            KeyError: it has none.
        """
        return self._filled(f"enum.{type(member).__name__}.{member.value}", {})

    def refusal(self, refusal: Refusal) -> str:
        """The sentence for a Refusal.

        Raises:
            KeyError: its code has none, or a name in it has no value.
        """
        return self._filled(f"refusal.{refusal.code}", self._as_text(refusal.params))

    def trouble(self, trouble: Trouble) -> TroubleWords:
        """The three sentences for a Trouble.

        Raises:
            KeyError: its code lacks one of them, or a name in one has no value.
        """
        values = self._as_text(trouble.params)
        place = f"trouble.{trouble.code}"
        return TroubleWords(
            happened=self._filled(f"{place}.happened", values),
            safe=self._filled(f"{place}.safe", values),
            do=self._filled(f"{place}.do", values),
        )

    def _phrase(self, key: str) -> str | None:
        if key not in self._phrases and self._rest is not None:
            self._phrases, self._rest = dict(self._rest()), None
        return self._phrases.get(key)

    def _filled(self, key: str, values: Mapping[str, str]) -> str:
        phrase = self._phrase(key)
        if phrase is None:
            raise KeyError(f"no words for {key}")

        def fill(found: re.Match[str]) -> str:
            value = values.get(found[1])
            if value is None:
                raise KeyError(f"no value for {{{found[1]}}} in the words for {key}")
            return value

        return _NAME.sub(fill, phrase)

    def _as_text(self, params: Mapping[str, str | int]) -> dict[str, str]:
        """What stands in a sentence; a member of an enum by its own words."""
        return {
            name: self.enum(value) if isinstance(value, StrEnum) else str(value)
            for name, value in params.items()
        }


def load_words(locale: str = "en-GB", *, root: Path, first: Iterable[str] = ()) -> Words:
    """Read the part files of a language.

    Args:
        locale: name of the folder in ``root/words``.
        root: the resources folder.
        first: part files to read now, without their ending, and the others when they are asked
            for; none for all of them now.

    Raises:
        FileNotFoundError: there is no part file for this language.
        ValueError: a phrase stands in two part files, or is no text; the key is named.
    """
    folder = root / "words" / locale
    parts = sorted(folder.glob("*.toml"))
    if not parts:
        raise FileNotFoundError(f"no words for {locale} in {folder}")
    begun = [part for part in parts if part.stem in frozenset(first)]
    if begun:
        return Words(_phrases_of(begun), locale, lambda: _phrases_of(parts))
    return Words(_phrases_of(parts), locale)


def _phrases_of(parts: Iterable[Path]) -> dict[str, str]:
    """What stands in part files; ValueError as ``load_words``."""
    found: dict[str, Leaf] = {}
    for part in parts:
        _collect(found, "", tomllib.loads(part.read_text(encoding="utf-8")), part.name)
    tables = {prefix for key in found for prefix in _prefixes(key)}
    for key in sorted(tables & found.keys()):
        raise ValueError(f"{key} is a phrase in {found[key][1]} and a table elsewhere")
    return {key: phrase for key, (phrase, _) in found.items()}


def _prefixes(key: str) -> list[str]:
    steps = key.split(".")
    return [".".join(steps[:end]) for end in range(1, len(steps))]


def _collect(found: dict[str, Leaf], prefix: str, table: Mapping[str, object], part: str) -> None:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict):
            _collect(found, f"{key}.", value, part)
        elif not isinstance(value, str):
            raise ValueError(f"{key} in {part} is no text")
        elif key in found:
            raise ValueError(f"{key} stands in both {found[key][1]} and {part}")
        else:
            found[key] = (value, part)

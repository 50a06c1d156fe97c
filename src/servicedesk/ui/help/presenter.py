# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the help shows: one of its pages, the list of keys, or what comes with the program."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Trouble

if TYPE_CHECKING:
    from servicedesk.domain.help_pages import Part
    from servicedesk.ui.core.workbench import Workbench

SHORTCUTS = "shortcuts"
ABOUT = "about"
FIRST = "start"


class KeyRow(Protocol):
    """One line of the list of keys."""

    @property
    def group(self) -> str:
        """Where it works."""
        ...

    @property
    def text(self) -> str:
        """What it does."""
        ...

    @property
    def keys(self) -> str:
        """As they are written on the keyboard."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpState:
    """What the help shows.

    Args:
        pages: (id, title) of every page, in order.
        current: id of the page that is shown.
        text: what stands on it.
        is_plain: ``text`` is plain text, not Markdown.
    """

    pages: tuple[tuple[str, str], ...] = ()
    current: str = ""
    text: str = ""
    is_plain: bool = False


class HelpPresenter(QObject):
    """Feeds the help.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        keys: gives all keys of the program as they are now.
    """

    state_changed = Signal()

    def __init__(
        self,
        bench: "Workbench",
        keys: Callable[[], Sequence[KeyRow]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = HelpState()
        self._bench = bench
        self._keys = keys

    def open(self, page: str, item: str = "") -> None:
        """Show a page.

        Args:
            page: its id; one that is not there shows the first page.
            item: on the page about the program, the name of a part whose licence is shown.
        """
        help_pages = self._bench.services.help_pages
        try:
            texts = {one.id: one.text for one in help_pages.pages}
            titles = [(one.id, one.title) for one in help_pages.pages]
            wanted = page if page in {*texts, SHORTCUTS, ABOUT} else FIRST
            text = texts.get(wanted, "")
            is_plain = False
            if wanted == SHORTCUTS:
                text = self._with_keys(text)
            elif wanted == ABOUT:
                text, is_plain = self._about(item)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        named = dict(titles)
        if SHORTCUTS not in named:
            titles.append((SHORTCUTS, self.tr("Keys")))
        titles.append((ABOUT, self.tr("About this program")))
        self.state = replace(
            self.state, pages=tuple(titles), current=wanted, text=text, is_plain=is_plain
        )
        self.state_changed.emit()

    def _with_keys(self, text: str) -> str:
        """The page about keys, with the list of all keys beneath its first words."""
        lines: list[str] = []
        group = ""
        for row in self._keys():
            if row.group != group:
                group = row.group
                lines += ["", f"## {group}", "", self._head(), "| --- | --- |"]
            lines.append(f"| {row.keys} | {row.text} |")
        return "\n".join([text or f"# {self.tr('Keys')}", *lines, ""])

    def _head(self) -> str:
        return self.tr("| Key | What it does |")

    def _about(self, item: str) -> tuple[str, bool]:
        help_pages = self._bench.services.help_pages
        named = {part.name: part for part in help_pages.parts}
        if item in named:
            return self._licence_of(named[item]), True
        rows = "\n".join(
            f"| [{part.name}]({ABOUT}/{part.name.replace(' ', '%20')}) | {part.version} "
            f"| {part.licence} | {part.used_for} |"
            for part in named.values()
        )
        head = self.tr("| Part | Version | Licence | Used for |")
        words = self.tr(
            "# About this program\n\n"
            "Servicedesk, version {version}. It helps a small business tell customers what they "
            "can count on, keep the promises it makes, and put things right when something goes "
            "wrong.\n\n"
            "Everything stays in one file on this computer. It works without the internet, and "
            "nothing is sent to anyone. It is free: you may use it, change it and pass it on, "
            "under the MIT licence.\n\n"
            "## What comes with it\n\n"
            "Choose a name to read its licence in full."
        ).format(version=help_pages.version)
        return f"{words}\n\n{head}\n| --- | --- | --- | --- |\n{rows}\n", False

    def _licence_of(self, part: "Part") -> str:
        text = part.text or self.tr("This copy carries no text of its licence.")
        return f"{part.name} {part.version}\n{part.licence}\n\n{text}"

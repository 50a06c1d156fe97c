# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the first page of the charter's room: none yet, one being written, one on the wall."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.charters_typing import Typing
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind

if TYPE_CHECKING:
    from servicedesk.domain.charters import CharterCard
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.charters import PosterPicture
    from servicedesk.services.charters_writing import Writing
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeState:
    """What the page shows.

    Args:
        published: the version on the wall, or None.
        writing: the one being written, or None; a mere copy of the published one is none.
        done, pages: how many pages of that are done, of how many.
        has_versions: there is a list of versions to look at.
        picture: the poster of the published version, or of the draft; None until it is drawn.
        fault: a sentence about what could not be loaded or saved; "" for none.
    """

    published: "CharterCard | None" = None
    writing: "Writing | None" = None
    done: int = 0
    pages: int = 0
    has_versions: bool = False
    picture: "PosterPicture | None" = None
    fault: str = ""


class HomePresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: services, worker and words.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = HomeState()
        self._bench = bench
        self._is_open = False
        self._drawn: object = None
        bench.changes.follow(frozenset({Kind.CHARTER, Kind.STANDARD}), self._reload)

    def open(self) -> None:
        """Show the charter as it is now."""
        self._is_open = True
        self.reload()

    def close(self) -> None:
        """The page is left: changes are read on the next arrival."""
        self._is_open = False

    def reload(self) -> None:
        """Read everything anew."""
        services = self._bench.services
        try:
            published = services.charters.published()
            writing = services.charter_writing.current()
            count = len(services.charters.versions())
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        if writing is not None and writing.is_new:
            writing = None
        done = pages = 0
        if writing is not None:
            states = services.charter_writing.look(writing.draft).pages
            done, pages = sum(1 for one in states if one.mark == "done"), len(states)
        self._show(
            replace(
                self.state,
                published=published,
                writing=writing,
                done=done,
                pages=pages,
                has_versions=count > 0,
            )
        )
        self._draw()

    def print_job(self) -> "PrintJob | None":
        """The papers of the published version; without one those of the draft."""
        if self.state.published is not None:
            return self._bench.services.charter_printing.job(self.state.published)
        return self.draft_job()

    def draft_job(self) -> "PrintJob | None":
        """The papers of the draft, or None."""
        writing = self.state.writing
        return None if writing is None else self._bench.services.charter_printing.job(writing.draft)

    def load(self, path: Path) -> bool:
        """Take the answers of a file as the charter that is being written.

        Returns:
            False when they cannot be read; then ``state.fault`` says why.
        """
        service = self._bench.services.charter_answers
        try:
            found = service.read(path)
            done = self._bench.do(
                lambda: self._bench.services.charter_writing.keep(
                    found.draft, Typing(), self._bench.who
                ),
                said=self.tr("The answers are loaded. Nothing is published yet."),
            )
        except Refusal as refusal:
            self._show(replace(self.state, fault=service.sentence(refusal)))
            return False
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return False
        self._show(replace(self.state, fault=""))
        return done is not None

    def save(self, path: Path) -> bool:
        """Save the answers of what is written, or else of what is published.

        Args:
            path: whose place the owner has agreed to take, where something lies there.
        """
        shown = self.state.writing or self.state.published
        if shown is None:
            return False
        try:
            self._bench.services.charter_answers.save(path, shown.draft, may_replace=True)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return False
        self._bench.bar.say(self.tr("The answers are saved in {file}.").format(file=path.name))
        return True

    def take_down(self) -> None:
        """Withdraw the published version."""
        try:
            self._bench.do(
                lambda: self._bench.services.charters.withdraw(self._bench.who),
                said=self.tr("The charter is taken down. Remember the copies on the wall."),
                can_undo=False,
            )
        except Refusal as refusal:
            self._show(replace(self.state, fault=self._bench.labels.refusal(refusal)))
        self.reload()

    def _reload(self) -> None:
        if self._is_open:
            self.reload()

    def _draw(self) -> None:
        card = self.state.published
        if card is None:
            newest = self._bench.services.charters.newest()
            card = newest if self.state.writing is not None else None
        if card is None:
            self._drawn = None
            self._show(replace(self.state, picture=None))
            return
        lines: tuple[str, ...] = ()
        if self.state.published is not None:
            lines = self._bench.services.charters_live_papers.poster_lines(card)
        wanted = card, lines
        if wanted == self._drawn:
            return
        self._drawn = wanted
        charters = self._bench.services.charters

        def drawn(picture: "PosterPicture") -> None:
            if self._drawn == wanted:
                self._show(replace(self.state, picture=picture))

        self._bench.tasks.run(
            self.tr("Drawing the poster"),
            lambda _progress: charters.poster_picture(card, lines),
            drawn,
            self._not_drawn,
            self,
        )

    def _not_drawn(self, fault: Exception) -> None:
        self._drawn = None
        if isinstance(fault, Trouble):
            self._bench.bar.trouble(self._bench.labels.trouble(fault))
        elif not isinstance(fault, Refusal):
            raise fault

    def _show(self, state: HomeState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the first window shows: nothing yet, no charter, the published one, or a trouble."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.changes import Changes
from servicedesk.ui.core.labels import Labels, SpokenTrouble
from servicedesk.ui.core.tasks import Tasks

if TYPE_CHECKING:  # at run time they come in only after the window is painted
    from servicedesk.domain.charters import CharterCard
    from servicedesk.services.charters import PosterPicture
    from servicedesk.services.registry import Services


class FirstStage(StrEnum):
    """What there is to show."""

    OPENING = "opening"
    NONE_PUBLISHED = "none_published"
    PUBLISHED = "published"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstState:
    """What the first window shows.

    Args:
        stage: which of its pages.
        number: of the published version.
        effective_from, review_by: its days.
        picture: its poster as PNG; empty while it is being drawn.
        words: all that stands on the poster, for those who cannot see the picture.
        trouble: what is said instead, in the stage of trouble.
        notice: what the owner should know besides, such as where the file lies; may be empty.
    """

    stage: FirstStage = FirstStage.OPENING
    number: int = 0
    effective_from: date | None = None
    review_by: date | None = None
    picture: bytes = b""
    words: str = ""
    trouble: SpokenTrouble | None = None
    notice: str = ""


class FirstPresenter(QObject):
    """Feeds the first window.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        tasks: draws the poster beside the screen.
        changes: tells when a charter changed.
    """

    state_changed = Signal()

    def __init__(self, tasks: Tasks, changes: Changes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = FirstState()
        self._tasks = tasks
        self._services: Services | None = None
        self._labels: Labels | None = None
        self._notice = ""
        changes.follow(frozenset({Kind.CHARTER}), self.reload)

    def opened(self, services: "Services", labels: Labels) -> None:
        """The file is open: show what is in it."""
        self._services = services
        self._labels = labels
        self.reload()

    def notice(self, words: str) -> None:
        """Say something besides, whatever else is shown."""
        self._notice = words
        self._show(self.state)

    def nothing_kept(self) -> None:
        """There is no file yet, so nothing can be published in it."""
        self._show(FirstState(stage=FirstStage.NONE_PUBLISHED))

    def could_not_open(self, words: SpokenTrouble) -> None:
        """The file cannot be opened: say so instead."""
        self._show(FirstState(stage=FirstStage.TROUBLE, trouble=words))

    def reload(self) -> None:
        """Read the published charter again; does nothing before a file is open."""
        if self._services is None:
            return
        try:
            card = self._services.charters.published()
        except Trouble as trouble:
            self._say(trouble)
            return
        if card is None:
            self._show(FirstState(stage=FirstStage.NONE_PUBLISHED))
        else:
            self._show_published(self._services, card)

    def _show_published(self, services: "Services", card: "CharterCard") -> None:
        state = FirstState(
            stage=FirstStage.PUBLISHED,
            number=card.number,
            effective_from=card.effective_from,
            review_by=card.review_by,
        )
        self._show(state)
        shown = self.state

        def drawn(picture: "PosterPicture") -> None:
            if self.state == shown:  # else another version has taken its place meanwhile
                self._show(replace(shown, picture=picture.png, words=picture.words))

        self._tasks.run(
            self.tr("Drawing the poster"),
            lambda _progress: services.charters.poster_picture(card),
            drawn,
            self._failed,
        )

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, Trouble):
            raise fault
        self._say(fault)

    def _say(self, trouble: Trouble) -> None:
        if self._labels is not None:
            self.could_not_open(self._labels.trouble(trouble))

    def _show(self, state: FirstState) -> None:
        self.state = replace(state, notice=self._notice)
        self.state_changed.emit()

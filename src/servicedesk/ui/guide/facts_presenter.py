# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Facts of the business on the screen: the answers, and what is wrong with one of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Answers, AnswerValue, Page, page_by_id, with_defaults
from servicedesk.domain.kinds import Kind

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.workbench import Workbench


_KINDS = frozenset({Kind.BUSINESS, Kind.OPENING_HOURS})


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsState:
    """Facts as they stand.

    Args:
        answers: by question id, with the usual ones where nothing was said.
        errors: sentences by question id.
    """

    answers: Answers = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


class FactsPresenter(QObject):
    """Keeps each answer as it is given, and follows what changes elsewhere.

    Args:
        bench: of the open file.
        guide_id: whose questions are asked, "settings" or "first_run".
        is_quiet: what is kept is not said at large, because the page shows that it is.

    Signals:
        state_changed: other answers, or other errors.
    """

    state_changed = Signal()

    def __init__(
        self,
        bench: "Workbench",
        guide_id: str = "settings",
        parent: QObject | None = None,
        *,
        is_quiet: bool = False,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._is_quiet = is_quiet
        self._guide = bench.services.business.guide(guide_id)
        self.state = FactsState()
        bench.changes.follow(_KINDS, self.load)
        self.load()

    def page(self, page_id: str) -> Page:
        """The questions of a page; KeyError when there is none of that id."""
        return page_by_id(self._guide, page_id)

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages, in order."""
        return self._guide.pages

    def load(self) -> None:
        """Read what is known."""
        known = self._bench.services.business.answers()
        answers = MappingProxyType(with_defaults(self._guide, known))
        self._to(replace(self.state, answers=answers))

    def keep(self, question_id: str, value: object) -> bool:
        """Keep one answer.

        Args:
            question_id: of the question.
            value: the answer; an empty one forgets what was known.

        Returns:
            Whether it is kept; if not, the state says why beside the question.
        """
        return self._keep({question_id: value}, "" if self._is_quiet else self.tr("Saved."))

    def choose_logo(self, path: Path) -> bool:
        """Put a picture at the head of all papers; see ``keep``."""
        services = self._bench.services
        return self._tried(
            "logo",
            lambda: self._bench.do(
                lambda: services.business.choose_logo(path, self._bench.who),
                said=self.tr("Logo added."),
                initiator=self,
            ),
        )

    def remove_logo(self) -> None:
        """Take the picture away."""
        services = self._bench.services
        self._tried(
            "logo",
            lambda: self._bench.do(
                lambda: services.business.set_logo(None, "", self._bench.who),
                said=self.tr("Logo removed."),
                initiator=self,
            ),
        )

    def logo(self) -> bytes | None:
        """The picture as PNG, or None."""
        logo = self._bench.services.business.logo()
        return None if logo is None else logo.png

    def say_wrong(self, question_id: str, sentence: str) -> None:
        """Show a sentence beside a question; "" takes it away."""
        errors = {key: said for key, said in self.state.errors.items() if key != question_id}
        if sentence:
            errors[question_id] = sentence
        self._to(replace(self.state, errors=MappingProxyType(errors)))

    def _keep(self, answers: Mapping[str, object], said: str) -> bool:
        """Keep answers in one step; what is wrong is said beside the first."""
        business = self._bench.services.business
        return self._tried(
            next(iter(answers)),
            lambda: self._bench.do(
                lambda: business.save(answers, self._bench.who), said=said, initiator=self
            ),
        )

    def _tried(self, question_id: str, step: Callable[[], object]) -> bool:
        try:
            done = step()
        except Refusal as refusal:
            self.say_wrong(question_id, self._bench.labels.refusal(refusal))
            return False
        if done is not None:
            self.say_wrong(question_id, "")
        return done is not None

    def answer(self, question_id: str) -> AnswerValue | None:
        """What is known for one question, or None."""
        return self.state.answers.get(question_id)

    def _to(self, state: FactsState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Walks the pages of the charter, keeps each answer at once and each key within a second.

What does not fit its question stays in its field, is kept beside the draft, and is never lost.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.charters_typing import Typing
from servicedesk.domain.charters_writing import (
    asked_on,
    with_edited,
    with_page_read,
)
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import page_by_id
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.ui.charter.wizard_entries import Entries
from servicedesk.ui.charter.wizard_preview import Previewer, Wish
from servicedesk.ui.charter.wizard_state import (
    PUBLISH,
    Tab,
    WizardState,
    grouped,
    lines_for,
    neighbour,
    steps_of,
)

if TYPE_CHECKING:
    from servicedesk.domain.charters import CharterDraft
    from servicedesk.domain.charters_writing import Progress
    from servicedesk.domain.guides import Guide
    from servicedesk.domain.printing import PrintJob
    from servicedesk.domain.standards import ServiceStandard
    from servicedesk.domain.wording import Finding
    from servicedesk.services.charters_writing import CharterWriting, Preview, Writing
    from servicedesk.ui.charter.standards_presenter import Unsaid
    from servicedesk.ui.core.workbench import Workbench

TYPING_REST = 800
"""Milliseconds from the first key to the moment when what is typed is in the file."""


class WizardPresenter(QObject):
    """Feeds the wizard.

    Signals:
        state_changed: ``state`` is another one.
        published: (CharterCard) the charter is published.
        stopped: everything is kept; the wizard may be left.

    Args:
        bench: services, worker and words.
    """

    state_changed = Signal()
    published = Signal(object)
    stopped = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = WizardState()
        self._bench = bench
        self._entries = Entries(bench.labels.refusal)
        self._is_keeping = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_REST)
        self._typing.timeout.connect(self.keep_typing)
        self.previewer = Previewer(bench, self)
        self.previewer.drawn.connect(self._drawn)
        self.previewer.failed.connect(self._not_drawn)
        bench.changes.changed.connect(self._on_changed)

    @property
    def _writing(self) -> "CharterWriting":
        return self._bench.services.charter_writing

    @property
    def guide(self) -> "Guide":
        """The pages and questions of the charter."""
        return self._writing.guide

    def open(self, page: str = "", question: str = "") -> None:
        """Show the charter that is being written.

        Args:
            page: id of a page, or PUBLISH; "" for where one stopped.
            question: id of the question that gets the keyboard.
        """
        if self._typing.isActive():
            self.keep_typing()
        try:
            found = self._writing.current()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        if found is None:
            self._show(replace(self.state, is_begun=False, visit=self.state.visit + 1))
            return
        self._take_in(found)
        self._walk_to(page or found.typing.page, question)

    def _take_in(self, found: "Writing") -> None:
        self._entries.take_in(found.typing)
        size = self._bench.services.business.answers().get("page_size")
        self.previewer.change(size=PaperSize.LETTER if size == PaperSize.LETTER else PaperSize.A4)
        self.state = replace(
            self.state,
            is_begun=True,
            draft=found.draft,
            number=found.number,
            saved_at=found.saved_at,
        )
        self._come_on(self._writing.look(found.draft))

    def go(self, page: str, question: str = "") -> None:
        """Open another page; what is typed on this one goes on standing there.

        Args:
            page: id of a page, or PUBLISH.
            question: id of the question that gets the keyboard.
        """
        if self.state.draft is not None:
            self._say_what_fits()
            self._walk_to(page, question)
            self.keep_typing()

    def next(self) -> bool:
        """Go on to the next page; the words on this one count as read.

        Returns:
            False when something on it does not fit its question, which is then said beside it.
        """
        if self.state.draft is None or self.state.page is None:
            return False
        self._say_what_fits()
        wrong = self._entries.errors(self._draft, self.state.page)
        if wrong:
            self._show(self._filled(focus=next(iter(wrong))))
            return False
        read = with_page_read(self.guide, self._draft, self.state.page.id)
        if read is not self.state.draft:
            self._keep(read)
        self._walk_to(neighbour(self.state, 1))
        self.keep_typing()
        return True

    def skip(self) -> None:
        """Go on without saying that this page was read."""
        self.go(neighbour(self.state, 1) or PUBLISH)

    def back(self) -> None:
        """Go back a page."""
        before = neighbour(self.state, -1)
        if before:
            self.go(before)

    def next_title(self) -> str:
        """Title of the page that Next opens; "" when it is the one that publishes."""
        after = neighbour(self.state, 1)
        titles = {step.id: step.title for step in self.state.steps}
        return titles.get(after, "")

    @property
    def has_back(self) -> bool:
        """Whether there is a page before this one."""
        return bool(neighbour(self.state, -1))

    def typed(self, question_id: str, value: object) -> None:
        """Something is being typed: it is in the file within a second."""
        if self.state.page is None:
            return
        self._entries.typed[question_id] = value
        self._weigh(question_id, value)
        self._soon()

    def answered(self, question_id: str, value: object) -> None:
        """Something is said: it is in the file when this returns, or stays typed with a reason."""
        if self.state.draft is None:
            return
        self._entries.typed[question_id] = value
        self._weigh(question_id, value)
        said = self._entries.say(self.guide, self._draft, question_id)
        if said != self.state.draft:
            self._keep(said)
        else:
            self.keep_typing()
        self._show(self._filled())

    def wrong(self, question_id: str, value: object, sentence: str) -> None:
        """Something was said that does not fit: it stays where it is, and is kept as typed."""
        self._entries.typed[question_id] = value
        self._entries.refuse(question_id, sentence)
        self.keep_typing()
        self._show(self._filled())

    def change_standards(self, standards: "Sequence[ServiceStandard]") -> None:
        """The standards of the open page are these now, in this order."""
        if self.state.draft is not None:
            self._entries.standards.clear()
            self._keep(with_edited(self.state.draft, self.state.standards, standards))
            self._show(self._filled())

    def weigh_standard(self, standard: "ServiceStandard") -> "tuple[Finding, ...]":
        """What the wording check says of a standard as it would print."""
        return self._writing.standard_findings(self._draft, standard)

    def standard_keys(self) -> tuple[str, ...]:
        """The keys of every standard there is."""
        return tuple(standard.key for standard in self._draft.standards)

    def type_standard(self, standard: "ServiceStandard") -> None:
        """A standard is being changed in its editor: it is in the file within a second."""
        self._entries.standards[standard.key] = standard
        self._soon()

    @property
    def unsaid(self) -> "Unsaid":
        """What stands in rows of tables and does not fit."""
        return self._entries.rows

    def type_unsaid(self, unsaid: "Unsaid") -> None:
        """What does not fit in the rows of a table is this: it is in the file within a second."""
        self._entries.keep_rows(unsaid)
        self._soon()

    @property
    def _draft(self) -> "CharterDraft":
        assert self.state.draft is not None
        return self.state.draft

    def _say_what_fits(self) -> None:
        """Take everything typed on the open page as said, where it fits."""
        if self.state.page is not None:
            said = self._entries.say_all(self.guide, self._draft, self.state.page)
            if said != self.state.draft:
                self._keep(said)

    def _weigh(self, question_id: str, value: object) -> None:
        """Run the wording check over a text as it is typed."""
        page = self.state.page
        if page is None or not isinstance(value, str):
            return
        found = self._writing.answer_findings(self._draft, page.id, question_id, value)
        if found != self.state.findings.get(question_id, ()):
            self._show(replace(self.state, findings={**self.state.findings, question_id: found}))

    def _soon(self) -> None:
        if not self._typing.isActive():  # counted from the first key, not from the last
            self._typing.start()

    def _typing_now(self) -> Typing:
        return self._entries.kept(self.state.at)

    def _keep(self, draft: "CharterDraft") -> None:
        self.state = replace(self.state, draft=draft)
        self._is_keeping = True
        try:
            done = self._bench.do(
                lambda: self._writing.keep(draft, self._typing_now(), self._bench.who),
                initiator=self,
            )
        finally:
            self._is_keeping = False
        if done is not None:
            self._typing.stop()
            number, at = done.card.number, done.card.saved_at
            self.state = replace(self.state, number=number, saved_at=at)
        self._look()

    def keep_typing(self) -> None:
        """Keep what stands in the fields now; nothing is said by it."""
        self._typing.stop()
        if self.state.draft is None:
            return
        try:
            self._writing.keep_typing(self.state.number, self._typing_now())
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self._show(replace(self.state, saved_at=self._bench.clock.now()))

    def save_and_stop(self) -> None:
        """Keep everything and leave; what does not fit stays typed."""
        if self.state.draft is not None:
            self._say_what_fits()
            self.keep_typing()
        self.stopped.emit()

    def publish(self) -> None:
        """Approve and publish with one yes; lines that keep the poster back are shown instead."""
        if self.state.draft is None:
            return
        self._say_what_fits()
        draft = self._draft
        try:
            done = self._bench.do(
                lambda: self._writing.publish(draft, self._bench.who),
                said=self.tr("Your charter is published."),
                can_undo=False,
                initiator=self,
            )
        except Refusal:
            self._walk_to(PUBLISH)
            return
        if done is not None:
            self._entries.take_in(Typing())
            self.state = replace(self.state, draft=None, is_begun=False, page=None)
            self.published.emit(done.card)

    def print_job(self) -> "PrintJob | None":
        """The papers of the draft as it stands."""
        if self.state.draft is None:
            return None
        first = Tab.FULL_TEXT if self.state.tab is Tab.LARGE_PRINT else self.state.tab
        return self._bench.services.charter_printing.job(self.state.draft, first.value)

    def set_tab(self, tab: Tab) -> None:
        """Show another paper beside the page."""
        self._show(replace(self.state, tab=tab))
        self.previewer.change(tab=tab)

    def _look(self) -> None:
        if self.state.draft is not None:
            self.previewer.look_at(self.state.draft, self.state.number)

    def _drawn(self, preview: "Preview", wish: Wish) -> None:
        if wish.draft == self.state.draft:
            self._come_on(preview.progress)
            self._show(replace(self._filled(), preview=preview))

    def _not_drawn(self, fault: Refusal | Trouble) -> None:
        if isinstance(fault, Trouble):
            self._bench.bar.trouble(self._bench.labels.trouble(fault))

    def _on_changed(self, changes: ChangeSet, initiator: QObject | None) -> None:
        """Somebody else changed the charter, such as Undo: show it as it is now."""
        if initiator is self or self._is_keeping or self.state.draft is None:
            return
        if not {Kind.CHARTER, Kind.STANDARD}.isdisjoint(changes):
            self.open(self.state.at)

    def _come_on(self, progress: "Progress") -> None:
        steps = steps_of(progress.pages)
        self.state = replace(self.state, progress=progress, steps=steps)

    def _walk_to(self, page: str, question: str = "") -> None:
        ids = [step.id for step in self.state.steps]
        at = page if page in ids or page == PUBLISH else next(iter(ids))
        self.state = replace(
            self.state,
            before=self.state.before if self.state.page is None else self.state.at,
            page=None if at == PUBLISH else page_by_id(self.guide, at),
            visit=self.state.visit + 1,
            findings={},
        )
        if at == PUBLISH:
            self._come_on(self._writing.look(self._draft))
        self._show(self._filled(focus=question))
        self._weigh_page()
        self._look()

    def _weigh_page(self) -> None:
        """Run the wording check over the texts that stand on the page that was opened."""
        for question_id, value in self.state.values.items():
            self._weigh(question_id, value)

    def _filled(self, focus: str = "") -> WizardState:
        """The state with what stands on the open page."""
        draft, page = self._draft, self.state.page
        if page is None:
            groups = grouped(self._writing.in_the_way(draft), self.guide.pages, self._bench.labels)
            current = self._bench.services.charters.published()
            number = 0 if current is None else current.number
            return replace(self.state, groups=groups, supersedes=number, values={}, errors={})
        return replace(
            self.state,
            values=self._entries.values(draft, page),
            typed=self._entries.on_page(page),
            errors=self._entries.errors(draft, page),
            standards=self._entries.edited(asked_on(self.guide, draft, page)),
            lines=lines_for(page, self.state.progress, self._bench.labels),
            focus=focus,
        )

    def _show(self, state: WizardState) -> None:
        self.state = state
        self.state_changed.emit()

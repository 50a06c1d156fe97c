# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What has gone out: shown exactly as its paper, printed, saved, or taken back."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.letters import LetterCard
from servicedesk.domain.printing import PaperChoice, PrintJob, file_name
from servicedesk.ui.letters.drawing import Drawn, LetterDrawer

if TYPE_CHECKING:
    from servicedesk.services.letters_issued import MailDraft
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class SentState:
    """What is shown of letters that have gone out.

    Args:
        cards: at least one; none before any was shown.
        drawn: the page; None until it is there.
        page: which is wanted, from 0.
        to_mail: numbers of those of several whose customers would rather have an e-mail.
    """

    cards: tuple[LetterCard, ...] = ()
    drawn: Drawn | None = None
    page: int = 0
    to_mail: tuple[int, ...] = ()

    @property
    def is_withdrawn(self) -> bool:
        """They did not go out after all."""
        return bool(self.cards) and all(one.withdrawn_on is not None for one in self.cards)


class SentPresenter(QObject):
    """Keeps what is shown of letters that have gone out.

    Args:
        bench: services, words and the worker.

    Signals:
        state_changed: the state is another one.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = SentState()
        self._drawer = LetterDrawer(bench, self)
        self._drawer.drawn.connect(self._show_drawn)
        self._drawer.failed.connect(self._tell)

    def show_number(self, letter_id: int) -> bool:
        """Show one letter; False when there is none of that number, which is then said."""
        try:
            card = self._bench.services.letters_writing.issued(letter_id)
        except (Refusal, Trouble) as fault:
            self._tell(fault)
            return False
        self.show_cards((card,))
        return True

    def show_cards(self, cards: tuple[LetterCard, ...]) -> None:
        """Show letters that have just gone out together."""
        self._show(SentState(cards=cards, to_mail=self._to_mail(cards)))
        self._draw()

    def turn(self, pages: int) -> None:
        """Show another page, so many on, or back."""
        last = 0 if self.state.drawn is None else self.state.drawn.pages - 1
        self._show(replace(self.state, page=min(max(0, self.state.page + pages), last)))
        self._draw()

    def ids(self) -> tuple[int, ...]:
        """Numbers of the letters that are shown."""
        return tuple(card.id for card in self.state.cards)

    def job(self) -> PrintJob | None:
        """The exact papers; None after a trouble, which has then been told."""
        try:
            ids = self.ids()
            return self._bench.services.letters_writing.issued_job(ids) if ids else None
        except (Refusal, Trouble) as fault:
            self._tell(fault)
            return None

    def email_text(self) -> str:
        """The letter as the text of an e-mail; "" after a trouble, which has then been told."""
        try:
            return self._bench.services.letters_writing.email_text(self.state.cards[0].id)
        except (Refusal, Trouble) as fault:
            self._tell(fault)
            return ""

    def mail_draft(self) -> "MailDraft | None":
        """The letter as a mail with its paper; None after a trouble, which has then been told."""
        try:
            return self._bench.services.letters_writing.mail_draft(self.state.cards[0].id)
        except (Refusal, Trouble) as fault:
            self._tell(fault)
            return None

    def save_mail(self, path: Path, mail: "MailDraft") -> None:
        """Save a mail and show it in the program for mail.

        The dialog has asked before it named a file that is there.
        """
        try:
            self._bench.services.printing.save(path, mail.data, replaces=path.is_file())
        except (Refusal, Trouble) as fault:
            self._tell(fault)
            return
        self._bench.doors.open_file(path)
        said = self.tr("Saved as {name}. Your e-mail program shows it, ready to be sent by you.")
        if not mail.to:
            said = self.tr(
                "Saved as {name}. No e-mail address is on record, so type one before you send it."
            )
        self._bench.bar.say(said.format(name=path.name), can_undo=False)

    def save_mails(self, folder: Path) -> None:
        """Save a mail for each of several letters that is better sent as one."""
        numbers = self.state.to_mail
        try:
            for number in numbers:
                mail = self._bench.services.letters_writing.mail_draft(number)
                self._bench.services.printing.save(folder / mail.name, mail.data)
        except (Refusal, Trouble) as fault:
            self._tell(fault)
            return
        self._bench.doors.open_folder(folder)
        said = self.tr("E-mail drafts saved in {folder}: {count}. Open each one and send it.")
        said = said.format(folder=folder.name, count=len(numbers))
        self._bench.bar.say(said, can_undo=False)

    def _to_mail(self, cards: tuple[LetterCard, ...]) -> tuple[int, ...]:
        if len(cards) == 1:
            return ()
        try:
            ids = tuple(card.id for card in cards)
            return self._bench.services.letters_writing.to_mail(ids)
        except Trouble as trouble:
            self._tell(trouble)
            return ()

    def suggested(self) -> str:
        """The name under which they are saved."""
        first, *others = self.state.cards
        return file_name(first.ref, first.title, "" if others else first.customer_name)

    def save(self, path: Path) -> None:
        """Save them as one PDF; the dialog has asked before it named a file that is there."""
        job = self.job()
        if job is None:
            return
        offer = job.offers[0]
        try:
            made = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
            self._bench.services.printing.save(path, made.data, replaces=path.is_file())
        except (Refusal, Trouble) as fault:
            self._tell(fault)
            return
        said = self.tr("Saved as {name}.").format(name=path.name)
        self._bench.bar.say(said, can_undo=False)

    def take_back(self) -> None:
        """Say that they did not go out after all."""
        try:
            cards = tuple(
                card if card.withdrawn_on is not None else self._taken_back(card)
                for card in self.state.cards
            )
        except Refusal as refusal:
            self._tell(refusal)
            return
        self._show(replace(self.state, cards=cards))

    def _taken_back(self, card: LetterCard) -> LetterCard:
        done = self._bench.do(
            lambda: self._bench.services.letters_writing.take_back(card.id, self._bench.who),
            said=self.tr("{ref} is taken back: it did not go out.").format(ref=card.ref),
            can_undo=False,
            initiator=self,
        )
        return card if done is None else done.card

    def _draw(self) -> None:
        job = self.job()
        if job is not None:
            self._drawer.draw(job, self.state.page)

    def _show_drawn(self, drawn: Drawn) -> None:
        self._show(replace(self.state, drawn=drawn, page=drawn.page))

    def _show(self, state: SentState) -> None:
        self.state = state
        self.state_changed.emit()

    def _tell(self, fault: Exception) -> None:
        if isinstance(fault, Refusal):
            self._bench.bar.say(self._bench.labels.refusal(fault), can_undo=False)
        elif isinstance(fault, Trouble):
            self._bench.bar.trouble(self._bench.labels.trouble(fault))

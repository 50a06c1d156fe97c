# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writing a letter: what is chosen, what is typed, how it stands, and sending it out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.letters import LetterDraft, Voice
from servicedesk.domain.letters_complaints_answer import answer_among
from servicedesk.domain.letters_extra import with_rights
from servicedesk.domain.printing import PrintJob
from servicedesk.ui.core.drafting import DraftKeeper, Standing
from servicedesk.ui.letters.asking import Asking, unaddressed
from servicedesk.ui.letters.did import issued_words
from servicedesk.ui.letters.drawing import Drawn, LetterDrawer
from servicedesk.ui.letters.holding import Held, Where, first_of, place_of
from servicedesk.ui.letters.kept import as_kept, from_kept
from servicedesk.ui.letters.sending import LetterSender
from servicedesk.ui.letters.several import all_alike, fields_alike, spoken_anew
from servicedesk.ui.letters.state import About, LetterState, Step, Then

if TYPE_CHECKING:
    from servicedesk.services.letters_writing import LettersWriting
    from servicedesk.ui.core.workbench import Workbench

_REST = 150
"""Milliseconds after the last key until the letter is checked and drawn again."""


class LettersPresenter(QObject):
    """Keeps the letters page.

    Args:
        bench: services, words and the worker.

    Signals:
        state_changed: the state is another one.
        issued: (LetterCards, Then) letters have gone out; the page prints or saves them.
        held_back: a letter has not gone out; the state says why, each time that it is asked for.
    """

    state_changed = Signal()
    issued = Signal(object, object)
    held_back = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = LetterState()
        self._begun: LetterDraft | None = None
        self._others: tuple[LetterDraft, ...] = ()
        self._typed: dict[str, str] = {}
        self._unread: dict[str, str] = {}
        self._forms = count(1)  # no letter has the number of another one's form
        self._keeper = DraftKeeper(bench, "letter", self._standing, self)
        self._asking = Asking(bench)
        self._drawer = LetterDrawer(bench, self)
        self._drawer.drawn.connect(self._show_drawn)
        self._drawer.failed.connect(self._tell)
        self._then = Then.PRINT
        self.outgoing = LetterSender(bench, self)
        self.outgoing.sent.connect(self._sent)
        self.outgoing.refused.connect(self._refused)
        self.outgoing.got_on.connect(self._got_on)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.settle)

    def choose_from(self, about: About) -> None:
        """Show the letters that can be written about something."""
        self.leave()
        choices, suggested = self._asking.choices(about)
        answer = answer_among(suggested) if about.gives_answer else None
        about = replace(about, gives_answer=False)  # any other letter can be chosen from there
        if answer is not None:
            self.begin(answer, about)
            return
        self._show(
            LetterState(
                about=about,
                choices=choices,
                suggested=suggested,
                about_words=self._asking.words_about(about),
                follow_ups=self._asking.follow_ups(about),
            )
        )

    def begin(self, template_id: str, about: About) -> None:
        """Begin a letter, with what was typed of it before."""
        self.leave()
        known = self._asking.ask(self._writing.templates) or ()
        template = next((one for one in known if one.id == template_id), None)
        drafts = template and self._asking.ask(lambda: self._asking.drafts(template_id, about))
        if not drafts or template is None:
            self.choose_from(about)
            return
        first, *others = drafts
        self._begun = replace(first, tells_rights=about.tells_rights)
        self._others = tuple(others)
        self._typed, self._unread = {}, {}
        fields = self._writing.fields(template_id, with_record=not about.is_on_record)
        if self._others:
            fields = fields_alike(fields)
        self._show(
            LetterState(
                step=Step.WRITE,
                about=about,
                template=template,
                fields=fields,
                form=next(self._forms),
                draft=self._begun,
                letters=len(drafts),
                voice=self._writing.voice(),
                promises=self._asking.promises_to(template.stage, about, self._begun.customer_id),
                offers=self._asking.offers(template.stage, about),
                cancel_right=self._asking.law_of(template.stage, self._begun.customer_id),
                remember="" if others else self._asking.remember(self._begun),
                unaddressed=unaddressed(drafts) if others else (),
            )
        )
        self._bring_back()
        self.settle()

    def leave(self) -> None:
        """Keep what was typed."""
        self._rest.stop()
        if self.state.step is Step.WRITE:
            self._keeper.flush()

    def start_again(self) -> None:
        """Forget what was typed of this letter."""
        template = self.state.template
        if template is not None:
            self._keeper.end(self._subject)
            self._show(replace(self.state, step=Step.CHOOSE))
            self.begin(template.id, self.state.about)

    def choose_customer(self, customer_id: int | None) -> None:
        """Write to somebody: all that is known of them is filled in, what was typed stays."""
        draft, template = self.state.draft, self.state.template
        if draft is None or template is None or draft.customer_id == customer_id:
            return
        about = self.state.about.to(customer_id)
        found = self._asking.ask(lambda: self._asking.drafts(template.id, about))
        if not found:
            return
        kept = {
            name: text for name, text in self._typed.items() if not name.startswith("customer.")
        }
        changed = replace(
            found[0],
            values={**found[0].values, **kept},
            subject=draft.subject,
            words=draft.words,
            tells_rights=draft.tells_rights,
        )
        law, form = self._asking.law_of(template.stage, customer_id), next(self._forms)
        open_ones = self._asking.promises_to(template.stage, self.state.about, customer_id)
        state = replace(self.state, draft=changed, form=form, cancel_right=law)
        self._change(replace(state, promises=open_ones))

    def choose_newcomer(self, is_new: bool) -> None:
        """Have whoever it goes to, and is not on record, become a customer with it; or not."""
        draft = self.state.draft
        if draft is not None and draft.adds_customer != is_new:
            self._change(replace(self.state, draft=replace(draft, adds_customer=is_new)))

    def choose_record(self, is_kept: bool) -> None:
        """Write down what it speaks of and is not on record; or not."""
        self._choose(lambda draft: replace(draft, keeps_promise=is_kept))

    def choose_agreed(self, is_agreed: bool) -> None:
        """Say that the customer has agreed to the new day; or not yet."""
        self._choose(lambda draft: replace(draft, is_agreed=is_agreed))

    def type(self, name: str, value: object) -> None:
        """Take what stands in a field: a day, or words; words in the field of a day are none."""
        draft = self.state.draft
        if draft is None:
            return
        text = value.isoformat() if isinstance(value, date) else str(value or "")
        self._typed[name] = text
        self._unread.pop(name, None)
        errors = {key: said for key, said in self.state.errors.items() if key != name}
        found = self._asking.following(name, text)
        more = {one: day for one, day in found.items() if one not in self._typed}
        changed = replace(draft, values={**draft.values, name: text, **more})
        self._change(replace(self.state, draft=changed, errors=errors))

    def refuse(self, name: str, refusal: Refusal) -> None:
        """Say beside a field what cannot be read in it."""
        self.type(name, "")
        self._unread[name] = self._bench.labels.refusal(refusal)
        self._show(replace(self.state, errors={**self.state.errors, **self._unread}))

    def write_subject(self, text: str) -> None:
        """Take other words over the letter."""
        check, draft = self.state.check, self.state.draft
        is_new = check is None or text.strip() != check.subject
        if draft is not None and (is_new or draft.subject):
            self._change(replace(self.state, draft=replace(draft, subject=text)))

    def write_words(self, text: str) -> None:
        """Take the letter as it was changed by hand; no field changes it from then on."""
        check, draft = self.state.check, self.state.draft
        is_new = check is None or text.strip() != check.words.strip()
        if draft is not None and (is_new or draft.words):  # what was typed may be taken back
            self._change(replace(self.state, draft=replace(draft, words=text)))

    def use_template(self) -> None:
        """Go back to the words of the template, filled from the fields."""
        draft = self.state.draft
        if draft is not None:
            self._change(replace(self.state, draft=replace(draft, subject="", words="")))
            self.settle()

    def choose_large(self, is_large: bool) -> None:
        """Print it large, or not."""
        self._choose(lambda draft: replace(draft, is_large=is_large))

    def _choose(self, wish: Callable[[LetterDraft], LetterDraft]) -> None:
        if self.state.draft is not None:
            self._change(replace(self.state, draft=wish(self.state.draft)))
            self.settle()

    def choose_channel(self, channel: Channel) -> None:
        """Say how it goes out."""
        self._choose(lambda draft: replace(draft, channel=channel))

    def choose_voice(self, voice: Voice) -> None:
        """Say who speaks in letters from now on."""
        who = self._bench.who
        done = self._bench.do(
            lambda: self._writing.set_voice(voice, who), initiator=self, can_undo=False
        )
        if done is not None:
            self._show(self._in_voice(voice))
            self.settle()

    def _in_voice(self, voice: Voice) -> LetterState:
        """What was filled in for us speaks with the new voice; what was typed stays as it is."""
        template, draft, state = self.state.template, self.state.draft, self.state
        state = replace(state, voice=voice)
        if template is None or draft is None or self._begun is None:
            return state
        about = replace(state.about, customer_id=draft.customer_id)
        found = self._asking.ask(lambda: self._asking.drafts(template.id, about))
        if not found:
            return state
        spoken = spoken_anew(draft, self._begun, found[0])
        self._begun, self._others = found[0], found[1:]
        return replace(state, draft=spoken, form=next(self._forms))

    def say_cancel_right(self, is_said: bool) -> None:
        """Let the letter say what the law says of cancelling, or not."""
        self.type("cancel_right", self.state.cancel_right if is_said else "")
        self.settle()

    def say_rights(self, is_said: bool) -> None:
        """Let the letter say what the customer can ask for by law, or not."""
        said = "" if self.state.check is None else self.state.check.rights
        self._choose(lambda draft: with_rights(draft, said, is_told=is_said))

    def turn(self, pages: int) -> None:
        """Show another page of the paper, so many on, or back."""
        if self.state.drawn is not None:
            letter, page = self.state.drawn.turned(pages)
            self._show(replace(self.state, letter=letter, page=page))
            self.settle()

    def settle(self) -> None:
        """Check the letter and draw it, now."""
        self._rest.stop()
        draft = self.state.draft
        if self.state.step is not Step.WRITE or draft is None:
            return
        try:
            check = self._writing.check(draft)
            every = self._all(draft)
            at = min(self.state.letter, len(every) - 1)
            job = self._writing.preview(every[at])  # all of them would keep the screen waiting
        except Refusal as refusal:
            self._say(refusal)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        else:
            self._show(replace(self.state, check=check))
            self._drawer.draw(job, self.state.page, at, len(every))

    def preview_job(self) -> PrintJob | None:
        """The letter as it stands; None while there is none."""
        draft = self.state.draft
        if self.state.step is not Step.WRITE or draft is None:
            return None
        return self._asking.ask(lambda: self._writing.preview(*self._all(draft)))

    def issue(self, then: Then) -> None:
        """Send the letter out, or say what it still needs beside the fields."""
        draft, template = self.state.draft, self.state.template
        if draft is None or template is None or self.outgoing.is_busy:
            return
        errors = {**self._asking.needed(template, draft, self.state.fields), **self._unread}
        if errors:
            several = self.tr("{n} things are still needed before it can go out.")
            held = Held(said=first_of(errors, several), at=Where.FIELD)
            self._hold(replace(self.state, errors=errors, held=held))
            return
        drafts = self._all(draft)
        self._then = then
        self.outgoing.send(drafts, issued_words(len(drafts), self.state.check), then)

    def _sent(self, cards: object) -> None:
        self._keeper.end(self._subject)
        self._asking.answered(self.state)
        self._show(LetterState())
        self.issued.emit(cards, self._then)

    def _got_on(self, done: int, total: int) -> None:
        self._show(replace(self.state, sending=(done, total) if total else None))

    @property
    def _writing(self) -> "LettersWriting":
        return self._bench.services.letters_writing

    @property
    def _subject(self) -> str:
        """What the draft that is kept is about."""
        template = self.state.template
        return "" if template is None else f"{template.id} {self.state.about.subject}".strip()

    def _all(self, draft: LetterDraft) -> tuple[LetterDraft, ...]:
        """The letters that are written at once: what was typed stands in each of them."""
        return all_alike(draft, self._others)

    def _bring_back(self) -> None:
        """Show what was being typed of this letter when it was left."""
        kept = self._keeper.kept(self._subject)
        draft = self.state.draft
        found = None if kept is None or draft is None else from_kept(kept.values, draft)
        if kept is not None and found is not None:
            self._typed = dict(found.values)
            saved_at = kept.saved_at
            self._show(replace(self.state, draft=found, form=next(self._forms), kept_at=saved_at))

    def _standing(self) -> Standing:
        draft = self.state.draft
        if self.state.step is not Step.WRITE or draft is None:
            return {}
        return {self._subject: None if draft == self._begun else as_kept(draft, self._begun)}

    def _change(self, state: LetterState) -> None:
        """Show what was typed, keep it soon, and have it checked and drawn soon."""
        self._show(replace(state, fault="", held=None))
        self._keeper.note()
        self._rest.start()

    def _show(self, state: LetterState) -> None:
        self.state = state
        self.state_changed.emit()

    def _say(self, refusal: Refusal) -> None:
        """Say what is wrong beside its field; where there is none, over the letter."""
        said = self._bench.labels.refusal(refusal)
        names = {one.name for one in self.state.fields}
        if refusal.field in names:
            self._show(replace(self.state, errors={**self.state.errors, refusal.field: said}))
        else:
            self._show(replace(self.state, fault=said))

    def _refused(self, refusal: Refusal) -> None:
        """Say why it has not gone out, where that is mended and at the buttons."""
        said, names = self._bench.labels.refusal(refusal), {one.name for one in self.state.fields}
        at = place_of(refusal, names, self.state.check)
        if at in (Where.FIELD, Where.WORDS):
            self._say(refusal)
        self._hold(replace(self.state, held=Held(said=said, at=at)))

    def _hold(self, state: LetterState) -> None:
        self._show(state)
        self.held_back.emit()

    def _show_drawn(self, drawn: Drawn) -> None:
        if self.state.step is not Step.WRITE:
            return
        self._show(replace(self.state, drawn=drawn, page=drawn.page))

    def _tell(self, fault: Exception) -> None:
        if isinstance(fault, Refusal):
            self._say(fault)
        elif isinstance(fault, Trouble):
            self._bench.bar.trouble(self._bench.labels.trouble(fault))

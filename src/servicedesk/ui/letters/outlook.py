# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What sending a letter will do, and what stops it from reaching anybody, said beforehand."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.letters import LetterStage
from servicedesk.domain.letters_promising import LetterEffect
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.letters.state import LetterState
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.day_field import long_day
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.letters_complaints_planning import Planned
    from servicedesk.services.complaints_letters import ComplaintForetold
    from servicedesk.services.feedback_letters import FeedbackForetold

_NAMED_MOST = 5
"""So many of those without an address are named."""

_SHOWN_MOST = 60
"""Letters shown of what will be done."""

_OF_HEAD = ("name", "address", "reach")


class LetterOutlook(QWidget):
    """The sentence over the buttons.

    Args:
        bench: knows the day.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._words = label("", "quiet")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._words)

    def text(self) -> str:
        """What it says; "" for nothing."""
        return self._words.text()

    def show_state(self, state: LetterState) -> None:
        """Say what sending the letter does as it stands."""
        said = ""
        if state.check is not None and state.letters == 1:
            foretold, about = state.check.foretold, state.check.about
            of_record = (
                self._of_promise(foretold.effect)
                or self._of_complaint(about)
                or self._of_feedback(state.check.feedback)
            )
            said = self._said(of_record, foretold.effect, foretold.adds) or self._offer(state)
        self._words.setText(said)
        self.setVisible(bool(said))

    def _offer(self, state: LetterState) -> str:
        """What a note of something done still needs, to be a promise that was kept."""
        draft, template = state.draft, state.template
        if draft is None or template is None or template.stage is not LetterStage.DONE:
            return ""
        if draft.promise_id is not None or not draft.keeps_promise:
            return ""
        return self.tr("Say by when you promised it, and the promise is written down as well.")

    def _said(self, of_record: str, effect: LetterEffect, adds: str) -> str:
        said = [of_record]
        if effect.counts_still is not None:
            stays = self.tr("The day that counts stays {day}.")
            said.append(stays.format(day=self._day(effect.counts_still)))
        if adds and said[0]:
            said.append(self.tr("{name} becomes a customer with it.").format(name=adds))
        elif adds:
            said.append(self.tr("Sending this also adds {name} as a customer.").format(name=adds))
        return " ".join(part for part in said if part)

    def _of_complaint(self, about: "ComplaintForetold") -> str:
        """What becomes of the complaint behind it; "" where nothing does or it cannot go out."""
        if about.refusal is not None:
            return ""
        say, effect = self._bench.labels.say, about.effect
        steps = [one.value for one in effect.actions if one is not Action.INVESTIGATE]
        noted = [] if effect.note is None else [effect.note.value]
        names = [*(["makes"] if about.makes else []), *steps, *noted]
        does = [*(say(f"letter.does.{one}") for one in names), *self._planned(about.plans)]
        left = self._left_words(about.plans)
        if not does:
            return left
        return " ".join(part for part in (self._does(does), left) if part)

    def _of_feedback(self, about: "FeedbackForetold") -> str:
        """What becomes of the feedback behind it; "" where nothing does or it cannot go out."""
        say, effect = self._bench.labels.say, about.effect
        named = {
            "writes_feedback": about.makes,
            "thanks": effect.thanks,
            "passes_on": effect.passes_on,
            "decides": effect.decision is not None or effect.answer,
            "answers": effect.answers,
            "follows_up": effect.follows_up,
        }
        found = (one for one, is_done in named.items() if is_done)
        does = [say(f"letter.does.{one}", name=_short(effect.passes_on)) for one in found]
        return self._does(does) if does else ""

    def _does(self, does: list[str]) -> str:
        """What is done, as one sentence."""
        say = self._bench.labels.say
        *first, last = does
        what = say("letter.does.and", before=", ".join(first), last=last) if first else last
        return say("letter.does.start", what=what)

    def _planned(self, plans: "Planned") -> list[str]:
        """What it says will be done, and is written down with it."""
        say = self._bench.labels.say
        found = [
            say("letter.does.promise", what=_short(one.words), day=self._day(one.due))
            for one in plans.promises
        ]
        found += [say("letter.does.remedy", what=_short(one.words)) for one in plans.without_day]
        return found + [say("letter.does.change") for _ in plans.changes]

    def _left_words(self, plans: "Planned") -> str:
        """What nobody is reminded of, for no day was said or it could not be read for certain."""
        say = self._bench.labels.say
        found = [say("letter.does.no_day", what=_short(one.words)) for one in plans.without_day]
        found += [say("letter.does.only_words", what=_short(one)) for one in plans.words]
        return " ".join(found)

    def _of_promise(self, effect: LetterEffect) -> str:
        made, new, done = effect.makes, effect.moves_to, effect.done_on
        due = None if made is None or made.due is None else made.due.day
        if made is not None and due is None:
            return ""
        if due is not None and new is not None:
            words = self.tr("Sending this also writes down the promise of {due}, moved to {day}.")
        elif due is not None and done is not None:
            words = self.tr("Sending this also writes down the promise of {due}, done on {done}.")
        elif due is not None:
            words = self.tr("Sending this also writes down the promise, due {due}.")
        elif new is not None:
            words = self.tr("Sending this also moves the promise to {day}.")
        elif done is not None:
            words = self.tr("Sending this also marks the promise as done on {done}.")
        elif effect.tells:
            words = self.tr("Sending this also notes that you told them.")
        else:
            return ""
        return words.format(due=self._day(due), day=self._day(new), done=self._day(done))

    def _day(self, day: date | None) -> str:
        """A day as people say it; with its year where that is another one."""
        if day is None:
            return ""
        if day.year != self._bench.today.year:
            return long_day(day)
        return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")


class LetterLacks(QWidget):
    """What stops a letter from reaching anybody, or from being answered.

    Args:
        bench: has the words.

    Signals:
        business_wanted: somebody wants to fill in the letterhead.
        customer_wanted: somebody wants to fill in the customer.
        outside_wanted: somebody wants to say whether the body for outside help was looked up.
        complaint_wanted: somebody wants to see the complaint.
        feedback_wanted: somebody wants to see the feedback.
        changed: other buttons stand here now.
    """

    business_wanted = Signal()
    customer_wanted = Signal()
    outside_wanted = Signal()
    complaint_wanted = Signal()
    feedback_wanted = Signal()
    changed = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = bench.labels
        self._shown: object = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_state(self, state: LetterState) -> None:
        """Show what is lacking now."""
        lacks = () if state.check is None else state.check.lacks
        if state.letters > 1:
            lacks = tuple(one for one in lacks if one in _OF_HEAD)
        customer_id = None if state.draft is None else state.draft.customer_id
        looked_up = None if state.check is None else state.check.law_checked_on
        about = None if state.check is None else state.check.about
        refusal = None if state.check is None else state.check.feedback.refusal
        code = None if refusal is None else refusal.code
        shown = (lacks, state.unaddressed, customer_id, looked_up, code, *_about_key(about))
        if self._shown == shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if about is not None:
            self._of_complaint(about)
        if refusal is not None:
            notice = self._add("late", self._labels.refusal(refusal), self.tr("To what they said"))
            notice.acted.connect(self.feedback_wanted)
        of_head = [one for one in lacks if one in _OF_HEAD]
        if of_head:
            notice = self._notice(of_head, self.tr("To your letterhead"))
            notice.acted.connect(self.business_wanted)
        for code in (one for one in lacks if one not in _OF_HEAD):
            action = "" if customer_id is None else self.tr("To the customer")
            self._notice([code], action).acted.connect(self.customer_wanted)
        if state.unaddressed:
            self._rows.addWidget(Notice("due", self._names(state.unaddressed)))
        if looked_up is not None:
            day = long_day(looked_up)
            self._rows.addWidget(Notice("due", self._labels.say("letter.law.old", day=day)))
        self.setVisible(self._rows.count() > 0)
        self.changed.emit()

    def first_focus(self) -> QWidget | None:
        """The first link that leads to where something is mended."""
        rows = (self._rows.itemAt(at) for at in range(self._rows.count()))
        notices = [item.widget() for item in rows if item is not None]
        found = (one.findChildren(QPushButton) for one in notices if one is not None)
        return next((link for links in found for link in links), None)

    def _of_complaint(self, about: "ComplaintForetold") -> None:
        """Why it cannot go out yet, and a body that should be looked up again."""
        refusal, outside = about.refusal, about.outside
        if refusal is not None and refusal.code == "letter_outside_help_unchecked":
            self._add(
                "late", self._labels.refusal(refusal), self.tr("To outside help")
            ).acted.connect(self.outside_wanted)
        elif refusal is not None:
            action = "" if about.card is None else self.tr("To the complaint")
            self._add("late", self._labels.refusal(refusal), action).acted.connect(
                self.complaint_wanted
            )
        if outside.is_old:
            when = "never" if outside.checked_on is None else "day"
            day = "" if outside.checked_on is None else long_day(outside.checked_on)
            said = self._labels.say(f"letter.outside.old_{when}", body=outside.body, day=day)
            self._add("due", said, self.tr("To outside help")).acted.connect(self.outside_wanted)

    def _add(self, tone: str, said: str, action: str) -> Notice:
        notice = Notice(tone, said, action)
        self._rows.addWidget(notice)
        return notice

    def _notice(self, codes: list[str], action: str) -> Notice:
        said = " ".join(self._labels.say(f"letter.lacks.{code}") for code in codes)
        return self._add("due", said, action)

    def _names(self, names: tuple[str, ...]) -> str:
        """Who of several has no address."""
        said = self.tr(
            "These go by post, and no address is known for {names}. Hand them over, or add the "
            "address first."
        )
        shown = list(names[:_NAMED_MOST])
        more = len(names) - len(shown)
        if more:
            shown.append(self.tr("{n} more").format(n=more))
        return said.format(names=", ".join(shown))


def _short(words: str) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN_MOST else f"{line[:_SHOWN_MOST].rstrip()}…"


def _about_key(about: "ComplaintForetold | None") -> tuple[object, ...]:
    """What of a complaint decides which notices stand here."""
    if about is None:
        return ()
    code = None if about.refusal is None else about.refusal.code
    return (code, about.outside.is_old, about.outside.checked_on)

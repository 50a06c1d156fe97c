# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The cards of the page of the people here: one for each person, and one for what is shared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.between_us import MOST, BetweenCard
from servicedesk.domain.staff import NoteCard, PersonStand, SkillCard, StaffView
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.staff.presenter import StaffPresenter
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.day_field import long_day
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label

FIRST_PRAISE = 3
"""Compliments that are shown until somebody asks for all."""

_NAMED = 40
"""Characters of what is named after a button, for those who listen."""


class StaffBox(Card):
    """A card whose buttons say what is wanted.

    Args:
        title: over the card; may be empty.
        names: what the buttons of the page are called so far, so that no two are called alike.

    Signals:
        wanted: (str, int) what, and of which record.

    Attributes:
        buttons: by what is wanted and of which record.
    """

    wanted = Signal(str, int)

    def __init__(self, title: str, names: set[str], parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.buttons: dict[tuple[str, int], QPushButton] = {}
        self._names = names

    def _row(self, *buttons: QPushButton) -> None:
        row = FlowLayout(gap=10)
        self.body.addLayout(row)
        for button in buttons:
            row.addWidget(button)

    def _button(self, button: QPushButton, deed: str, number: int, about: str) -> QPushButton:
        """Have a button say what is wanted; no two of the page are named alike."""
        short = about if len(about) <= _NAMED else f"{about[: _NAMED - 1]}…"
        base = ", ".join(part for part in (button.text().replace("&&", "&"), short) if part)
        name, count = base, 1
        while name in self._names:
            count += 1
            name = f"{base} {count}"
        self._names.add(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.wanted.emit(deed, number))
        self.buttons[deed, number] = button
        return button

    def _close(self, *lines: QWidget) -> None:
        """Lines that belong together, close below one another."""
        column = QVBoxLayout()
        column.setSpacing(2)
        self.body.addLayout(column)
        for line in lines:
            column.addWidget(line)

    def _words(self, text: str, tone: Tone) -> None:
        """A line with a mark before it."""
        line = MarkedLabel(text, tone, "small")
        line.setWordWrap(True)
        self.body.addWidget(line)


class PersonBox(StaffBox):
    """One person: role, briefing, what they learned, who praised them.

    Args:
        stand: of the person.
        presenter: judges days.
        labels: words for what is named by a code.
        names: see StaffBox.
        is_long: all compliments are shown.
    """

    def __init__(
        self,
        stand: PersonStand,
        presenter: StaffPresenter,
        labels: Labels,
        names: set[str],
        *,
        is_long: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(stand.person.name, names, parent)
        self._presenter = presenter
        self._labels = labels
        person = stand.person
        self.body.addWidget(label(labels.enum(person.role), "quiet"))
        if stand.is_asked:
            self._show_briefing(stand)
        for card in stand.skills:
            self._show_skill(card, person.name)
        if stand.praise:
            self._show_praise(stand, is_long=is_long)
        add = side_button(self.tr("Add a skill or training"))
        row = [self._button(add, "add_skill", person.id, person.name)]
        if stand.is_asked and stand.is_briefed:
            off = link_button(self.tr("Not briefed after all"))
            row.append(self._button(off, "unbrief", person.id, person.name))
        elif stand.is_asked:
            brief = side_button(self.tr("Briefed on …"))
            row.append(self._button(brief, "brief", person.id, person.name))
        self._row(*row)

    def _show_briefing(self, stand: PersonStand) -> None:
        briefing = stand.briefing
        if briefing is None:
            self._words(self.tr("Not briefed yet."), Tone.DUE)
            return
        day = long_day(briefing.briefed_on)
        if stand.is_briefed:
            words = self.tr("Briefed on {day}, version {number} of the charter.")
            if briefing.number is None:
                words = self.tr("Briefed on {day}.")
            self._words(words.format(day=day, number=briefing.number), Tone.OK)
            return
        words = self.tr("Last briefed on {day}: the charter is another one now.")
        self._words(words.format(day=day), Tone.DUE)

    def _show_skill(self, card: SkillCard, name: str) -> None:
        draft = card.draft
        lines = [label(draft.what, "strong")]
        parts = [self._labels.enum(draft.kind)]
        if draft.learned_on is not None:
            parts.append(long_day(draft.learned_on))
        lines.append(label(" · ".join(parts), "quiet"))
        if draft.note:
            lines.append(label(draft.note, "quiet"))
        self._close(*lines)
        if draft.renew_by is not None:
            is_over = self._presenter.is_overdue(card)
            words = self.tr("Ran out on {day}") if is_over else self.tr("Renew by {day}")
            words = words.format(day=long_day(draft.renew_by))
            if self._presenter.is_due(card):
                self._words(words, Tone.LATE if is_over else Tone.DUE)
            else:
                self.body.addWidget(label(words, "quiet"))
        about = f"{draft.what}, {name}"
        self._row(
            self._button(link_button(self.tr("Change")), "change_skill", card.id, about),
            self._button(link_button(self.tr("Remove")), "remove_skill", card.id, about),
        )

    def _show_praise(self, stand: PersonStand, *, is_long: bool) -> None:
        name = stand.person.name
        self.body.addWidget(label(self.tr("Said by customers"), "strong"))
        shown = stand.praise if is_long else stand.praise[:FIRST_PRAISE]
        for one in shown:
            said = " ".join(one.text.split())
            words = self.tr("“{said}”").format(said=said) if said else self.tr("A compliment")
            self.body.addWidget(label(words))
            day = long_day(one.given_on)
            show = link_button(self.tr("Show {ref}, {day}").format(ref=one.ref, day=day))
            self._row(self._button(show, "show_praise", one.feedback_id, name))
        left = len(stand.praise) - len(shown)
        if left:
            more = link_button(self.tr("Show {count} more").format(count=left))
            self._row(self._button(more, "more_praise", stand.person.id, name))


class NotesBox(StaffBox):
    """What helpers said, and what was decided.

    Args:
        notes: the newest first.
        names: see StaffBox.
    """

    def __init__(
        self, notes: tuple[NoteCard, ...], names: set[str], parent: QWidget | None = None
    ) -> None:
        super().__init__("", names, parent)
        self.body.addWidget(label(self.tr("What helpers tell you"), "section"))
        question = self.tr("Ask now and then: what gets in the way of good service?")
        self.body.addWidget(label(question, "quiet"))
        write = side_button(self.tr("Write down a word"))
        self._row(self._button(write, "add_note", 0, ""))
        for card in notes:
            self._show(card)

    def _show(self, card: NoteCard) -> None:
        draft = card.draft
        who = draft.said_by or self.tr("Not named")
        said = self.tr("{who}, {day}").format(who=who, day=long_day(draft.said_on))
        self._close(label(draft.text, "strong"), label(said, "quiet"))
        if card.is_answered and draft.answered_on is not None:
            decided = self.tr("Decided: {text}").format(text=draft.answer)
            told = self.tr("Told them on {day}").format(day=long_day(draft.answered_on))
            self._close(label(decided), label(told, "quiet"))
        else:
            self._words(self.tr("Not answered yet."), Tone.DUE)
        if card.is_planned:
            self._words(self.tr("On the list of things to do."), Tone.OK)
        answer = self.tr("Change") if card.is_answered else self.tr("Answer it")
        row = [self._button(side_button(answer), "change_note", card.id, draft.text)]
        if card.is_planned:
            see = link_button(self.tr("Show the list"))
            row.append(self._button(see, "show_actions", card.id, draft.text))
        else:
            plan = link_button(self.tr("Put on the list of things to do"))
            row.append(self._button(plan, "plan", card.id, draft.text))
        remove = link_button(self.tr("Remove"))
        self._row(*row, self._button(remove, "remove_note", card.id, draft.text))


class BetweenBox(StaffBox):
    """What is agreed between ourselves.

    Args:
        cards: in order.
        presenter: says them.
        names: see StaffBox.
    """

    def __init__(
        self,
        cards: tuple[BetweenCard, ...],
        presenter: StaffPresenter,
        names: set[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", names, parent)
        self.body.addWidget(label(self.tr("Between ourselves"), "section"))
        words = self.tr(
            "Up to {most} things that you promise one another. They stand on the briefing sheet, "
            "never in the charter."
        )
        self.body.addWidget(label(words.format(most=MOST), "quiet"))
        for card in cards:
            self.body.addWidget(label(presenter.sentence(card)))
            about = card.draft.what
            change, remove = link_button(self.tr("Change")), link_button(self.tr("Remove"))
            self._row(
                self._button(change, "change_between", card.id, about),
                self._button(remove, "remove_between", card.id, about),
            )
        if len(cards) < MOST:
            add = side_button(self.tr("Agree on something"))
            self._row(self._button(add, "add_between", 0, ""))
        else:
            full = self.tr("You have {most}, as many as anybody knows by heart.")
            self.body.addWidget(label(full.format(most=MOST), "quiet"))


class BriefedBox(StaffBox):
    """Who was briefed, and one key that says everybody was.

    Args:
        view: of the people here.
        presenter: says it.
        names: see StaffBox.
    """

    def __init__(
        self,
        view: StaffView,
        presenter: StaffPresenter,
        names: set[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", names, parent)
        self.body.addWidget(label(self.tr("The ten-minute briefing"), "section"))
        is_done = view.stand.is_everybody
        self._words(presenter.stand_words(view.stand), Tone.OK if is_done else Tone.DUE)
        if not is_done:
            brief = side_button(self.tr("Everybody was briefed today"))
            self._row(self._button(brief, "brief_all", 0, ""))

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The people here: what each can do and was told, what they say, what they agreed on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.staff import PersonStand, StaffView
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.staff.cards import BetweenBox, BriefedBox, NotesBox, PersonBox, StaffBox
from servicedesk.ui.staff.forms import (
    BetweenForm,
    BriefForm,
    NoteForm,
    PlanForm,
    SkillForm,
    StaffForm,
)
from servicedesk.ui.staff.presenter import StaffPresenter
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

ADD_NOTE = "add_note"
_FALLBACKS = {
    "remove_skill": "add_skill",
    "change_skill": "add_skill",
    "remove_note": ADD_NOTE,
    "remove_between": "add_between",
    "brief": "unbrief",
    "unbrief": "brief",
    "plan": "show_actions",
}
"""Which button has the keyboard when the one that was pressed is gone."""


class StaffPage(SubPage):
    """The page.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: the cards, in order.
        print_button: prints the briefing sheet.
        people_button: leads to the list of people.
        form: the dialog that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Our people"),
            self.tr("What each can do, who knows what you promise, and what they tell you."),
            back=self.tr("Back to Improve"),
            room="improve",
            parent=parent,
        )
        self.presenter = StaffPresenter(bench, self)
        self.boxes: list[StaffBox] = []
        self.form: StaffForm | None = None
        self._long: set[int] = set()
        self._last = ("", 0)
        self._person = 0
        self._aim = ("", 0)
        self.print_button = main_button(self.tr("Print the briefing sheet"))
        self.people_button = side_button(self.tr("Add or change people"))
        for button in (self.print_button, self.people_button):
            self.ways.addWidget(button)
        self.print_button.clicked.connect(self._print)
        self.people_button.clicked.connect(lambda: bench.navigator.open("settings", "people"))
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is; the item "add_note" writes down a word, a number is a person.

        "note/" before a number makes it what a helper said.
        """
        self.presenter.open()
        if place.item == ADD_NOTE:
            QTimer.singleShot(0, self, lambda: self._on_wanted(ADD_NOTE, 0))
            return
        note, _, number = place.item.rpartition("/")
        deed = "change_note" if note else "add_skill"
        self._aim = (deed, int(number) if number.isdecimal() else 0)

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """What somebody came for, or the button that prints; alone, that which adds people."""
        aim = self.button(*self._aim)
        if aim is not None:
            return aim
        state = self.presenter.state
        is_alone = state is None or state.works_alone
        return self.people_button if is_alone else self.print_button

    def print_job(self) -> "PrintJob | None":
        """The briefing sheet."""
        return self.presenter.print_job()

    def button(self, deed: str, number: int = 0) -> QPushButton | None:
        """The button of a card, or None where it is not shown."""
        found = (box.buttons.get((deed, number)) for box in self.boxes)
        return next((button for button in found if button is not None), None)

    def _print(self) -> None:
        job = self.presenter.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())

    def _show(self) -> None:
        state = self.presenter.state
        if state is None:
            return
        had = self.window().focusWidget()
        is_lost = had is not None and any(box.isAncestorOf(had) for box in self.boxes)
        clear(self.column)
        self.boxes = []
        self.print_button.setVisible(not state.works_alone)
        if state.works_alone:
            alone = self._bench.labels.refusal(Refusal("staff_alone"))
            self.column.addWidget(label(alone))
        if not state.is_one_line:
            self._show_boxes(state)
        order_tabs([self.back_button, self.print_button, self.people_button, *self.boxes])
        if is_lost:
            QTimer.singleShot(0, self, self._go_on)

    def _show_boxes(self, state: StaffView) -> None:
        presenter, labels = self.presenter, self._bench.labels
        names: set[str] = set()
        if not state.works_alone:
            self.boxes.append(BriefedBox(state, presenter, names))
        for stand in state.people:
            is_long = stand.person.id in self._long
            self.boxes.append(PersonBox(stand, presenter, labels, names, is_long=is_long))
        self.boxes.append(NotesBox(state.notes, names))
        self.boxes.append(BetweenBox(state.between, presenter, names))
        for box in self.boxes:
            box.wanted.connect(self._on_wanted)
            self.column.addWidget(box)

    def _go_on(self) -> None:
        """Give the keyboard to the button that was pressed, or to what stands for it now."""
        deed, number = self._last
        button = self.button(deed, number)
        if button is None and deed in _FALLBACKS:
            other = _FALLBACKS[deed]
            about = self._person if deed.endswith("_skill") else number
            button = self.button(other, about) or self.button(other)
        target = button or self.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_wanted(self, deed: str, number: int) -> None:
        self._last = (deed, number)
        if deed.endswith("_skill"):
            self._person = number if deed == "add_skill" else self._holder(number).person.id
        presenter, navigator = self.presenter, self._bench.navigator
        deeds: dict[str, Callable[[], None]] = {
            "brief_all": presenter.brief_all,
            "unbrief": lambda: presenter.unbrief(number),
            "remove_skill": lambda: presenter.remove_skill(number),
            "remove_note": lambda: presenter.remove_note(number),
            "remove_between": lambda: presenter.remove_between(number),
            "more_praise": lambda: self._show_more(number),
            "show_praise": lambda: navigator.open("feedback", "", str(number)),
            "show_actions": lambda: navigator.open("improve", "actions"),
        }
        if deed in deeds:
            deeds[deed]()
        else:
            self.open_form(deed, number)

    def _show_more(self, person_id: int) -> None:
        self._long.add(person_id)
        self._show()

    def open_form(self, deed: str, number: int = 0) -> None:
        """Open the dialog of a deed.

        Args:
            deed: as the buttons of the cards name it.
            number: of the record it is about; 0 for none.
        """
        self.form = self._form(deed, number)
        if self.form is not None:
            self.form.accepted.connect(lambda: QTimer.singleShot(0, self, self._go_on))
            self.form.open()

    def _form(self, deed: str, number: int) -> StaffForm | None:
        state, presenter = self.presenter.state, self.presenter
        bench, window = self._bench, self.window()
        if state is None:
            return None
        people = {one.person.id: one for one in state.people}
        if deed == "brief":
            return BriefForm(bench, presenter, people[number].person, window)
        if deed == "add_skill":
            return SkillForm(bench, presenter, people[number].person, None, window)
        if deed == "change_skill":
            stand = self._holder(number)
            card = next(one for one in stand.skills if one.id == number)
            return SkillForm(bench, presenter, stand.person, card, window)
        if deed in ("add_note", "change_note", "plan"):
            note = next((one for one in state.notes if one.id == number), None)
            if deed == "plan" and note is not None:
                return PlanForm(bench, presenter, note, window)
            return NoteForm(bench, presenter, note, window)
        between = next((one for one in state.between if one.id == number), None)
        return BetweenForm(bench, presenter, between, window)

    def _holder(self, skill_id: int) -> PersonStand:
        people = () if self.presenter.state is None else self.presenter.state.people
        return next(one for one in people if any(card.id == skill_id for card in one.skills))

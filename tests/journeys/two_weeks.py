# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A plumber's two weeks over Christmas, by the keyboard: each scene is one start of the program.

Run by ``test_two_weeks`` in processes of their own, with the clock of the machine set for each:
``python -m tests.journeys.two_weeks PROFILE SCENE TOLD``.
"""

from datetime import UTC, datetime

from PySide6.QtWidgets import QApplication

from tests.helpers.keyboard import (
    Acts,
    control,
    focused,
    press,
    see,
    settle,
    tab_to,
    type_in,
)
from tests.journeys.living import (
    CTRL,
    Key,
    Scene,
    add_customer,
    be_there,
    on_form,
    on_page,
    power_cut,
    row,
    today,
    who,
)

HALF_TYPED = "bring the long ladder for the gutter over the kitchen"
"""What stands in the form when the power goes."""


def monday() -> Acts:
    """Two customers, four promises, and one that was a slip and is taken back."""
    yield from see("Today", "Nothing is late")
    yield from add_customer("Mrs Meena Patel", "07700 900123")
    yield from add_customer("Kirkpatrick & Sons", "01632 960044")
    yield from today()
    yield from promise("patel", "ring about the boiler", "tomorrow")
    yield from promise("patel", "send the quote for the bathroom", "wed")
    yield from promise("kirkp", "mend the tap in the yard", "31/12")
    yield from promise("kirkp", "order the brass hinges", "tomorrow")
    yield from promise("patel", "something nobody said", "fri")
    yield from control(Key.Key_Z)
    yield from see("Taken back")
    yield from contact("patel", "asked whether we fit showers")


def tuesday() -> Acts:
    """One is kept, one is moved before its day, one is released; the 31st is a day off."""
    yield from see("2 are due today")
    yield from row("Ring about the boiler")
    yield from press(Key.Key_Space)
    yield from see("Done: ring about the boiler")
    yield from row("Send the quote for the bathroom")
    yield from press(Key.Key_N)
    yield from see("A new date")
    yield from type_in("5/1")
    yield from tab_to("Yes, Did the customer agree")
    yield from press(Key.Key_Space)
    yield from control(Key.Key_Return)
    yield from see("Nothing is late, 1 is due today")
    yield from close_the_31st()


def power_goes() -> Acts:
    """A promise is half typed when the power goes."""
    yield from see("Today")
    yield from press(Key.Key_F7)
    yield from on_form("PromiseForm")
    yield from who("kirkp")
    yield from tab_to("What do you promise?")
    yield from type_in(HALF_TYPED)
    yield from power_cut()


def back_on() -> Acts:
    """What was half typed stands there again, and is finished."""
    yield from see("Today")
    yield from press(Key.Key_F7)
    yield from on_form("PromiseForm")
    yield from see("what you were typing", "mend the tap in the yard")
    yield from tab_to("By when?")
    yield from type_in("wed")
    yield from control(Key.Key_Return)
    yield from see("Written down: bring the long ladder")


def a_week_later() -> Acts:
    """Catch up after a week away: one kept on its day, one released, one later than promised."""
    yield from see("Catch up", "Order the brass hinges")
    yield from catch_up("Order the brass hinges", "Kept on the day")
    yield from catch_up("Bring the long ladder", "Released")
    yield from control(Key.Key_Return)
    yield from see("2 promises are written down")


def new_year() -> Acts:
    """The tap is done late, ticked by a slip too soon and again; the quote on its moved day."""
    yield from see("Mend the tap in the yard", "Late by 1 working day")
    yield from press(Key.Key_Escape)
    yield from row("Mend the tap in the yard")
    yield from press(Key.Key_Space)
    yield from see("Done: mend the tap in the yard")
    yield from control(Key.Key_Z)
    yield from see("Taken back: ticking a promise as done", "Late by 1 working day")
    yield from row("Mend the tap in the yard")
    yield from press(Key.Key_Space)
    yield from see("Done: mend the tap in the yard")
    yield from row("Send the quote for the bathroom")
    yield from press(Key.Key_Space)
    yield from see("Done: send the quote for the bathroom")


SCENES = {
    "monday": Scene(datetime(2026, 12, 21, 9, 0, tzinfo=UTC), monday),
    "tuesday": Scene(datetime(2026, 12, 22, 16, 30, tzinfo=UTC), tuesday),
    "power goes": Scene(
        datetime(2026, 12, 22, 17, 0, tzinfo=UTC), power_goes, ends_in_the_dark=True
    ),
    "back on": Scene(datetime(2026, 12, 22, 17, 5, tzinfo=UTC), back_on),
    "a week later": Scene(datetime(2026, 12, 30, 8, 0, tzinfo=UTC), a_week_later),
    "new year": Scene(datetime(2027, 1, 4, 8, 0, tzinfo=UTC), new_year),
}
"""Name -> when the program is started, and what is done then; 25 and 28 December and 1 January are
bank holidays."""


def promise(whom: str, what: str, when: str) -> Acts:
    """Write down a promise in its three fields."""
    yield from press(Key.Key_F7)
    yield from on_form("PromiseForm")
    yield from who(whom)
    yield from tab_to("What do you promise?")
    yield from type_in(what)
    yield from tab_to("By when?")
    yield from type_in(when)
    yield from control(Key.Key_Return)
    yield from on_page()


def contact(whom: str, what: str) -> Acts:
    """Note a contact."""
    yield from press(Key.Key_F9)
    yield from on_form("ContactForm")
    yield from who(whom)
    yield from press(Key.Key_Tab)
    yield from type_in(what)
    yield from control(Key.Key_Return)
    yield from on_page()


def close_the_31st() -> Acts:
    """Shut on New Year's Eve."""
    yield from press(Key.Key_N, CTRL)
    yield from settle(lambda: QApplication.activePopupWidget() is not None)
    yield from press(Key.Key_O)
    yield from on_form("FormDialog")
    yield from type_in("31/12")
    yield from control(Key.Key_Return)
    yield from see("mend the tap in the yard", "Write to them")


def catch_up(title: str, choice: str) -> Acts:
    """Choose on one line what became of it: Tab comes to the line, arrows go along it."""
    yield from tab_to(f"Kept on the day: {title}")
    while not focused().startswith(choice):
        yield from press(Key.Key_Right)
    yield from press(Key.Key_Space)


if __name__ == "__main__":
    be_there(SCENES)

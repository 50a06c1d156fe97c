# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A complaint about somebody's information beside an ordinary one, by the keyboard.

Run by ``test_data_protection``; see ``living``. Neither of the two holds the other up.
"""

from datetime import UTC, datetime

from tests.helpers.keyboard import Acts, choose, clear, control, press, see, tab_to, type_in
from tests.journeys.complaint_ways import (
    answer,
    chip,
    complaint,
    fill,
    look_into_it_again,
    more_step,
    save_letter,
    step,
    write,
)
from tests.journeys.living import Key, Scene, add_customer, be_there, on_form, power_cut

ORDINARY, DATA = "C-2026-0001", "C-2026-0002"
SAYS = "The bill was for two taps, and you gave my number to a plumber I do not know"
OF_DATA = "You gave my number to a plumber I do not know"
HALF_TYPED = "Jo Marsh on 01632 960124"
"""What stands in the letter when the power goes."""

FOUND = "We gave your number to a plumber without asking you."
DONE = "The plumber has deleted your number, and told us so in writing."


def counter() -> Acts:
    """A complaint of two sorts: the one about information gets days of its own."""
    yield from see("Today")
    yield from add_customer("Mr Tom Hill", "07700 900456")
    yield from press(Key.Key_F2)
    yield from on_form("ComplaintForm")
    yield from type_in(SAYS)
    yield from see("have it by Wed 4 Nov", "answer by Mon 16 Nov")
    yield from choose("Save and open")
    yield from see(ORDINARY, "Answer due Mon 16 Nov")
    yield from choose("More about this complaint")
    yield from link()
    yield from control(Key.Key_Z)
    yield from see("Taken back", "This is also about how we used their information")
    yield from link()
    yield from choose(f"Open {DATA}")
    yield from see(f"{DATA} · came in", "Aim for Mon 9 Nov", "Answer due Mon 30 Nov")
    yield from choose("Change")
    yield from on_form("ComplaintForm")
    yield from tab_to("What happened?")
    yield from clear()
    yield from type_in(OF_DATA)
    yield from control(Key.Key_Return)
    yield from see(OF_DATA)


def link() -> Acts:
    """Say that it is about information too."""
    yield from choose("This is also about how we used their information")
    yield from see(f"{DATA} is about how we used their information")


def ordinary_told() -> Acts:
    """The ordinary one goes its way: they know that we have it."""
    yield from see("Today")
    yield from complaint(ORDINARY, "New")
    yield from write("Complaint received")
    yield from save_letter("received")
    yield from complaint(ORDINARY, "Told them we have it")
    yield from step("Look into it")
    yield from see("Looking into it")


def ordinary_answered() -> Acts:
    """The ordinary one is answered and put right while the other still waits."""
    yield from see("Today")
    yield from complaint(ORDINARY, "Looking into it")
    yield from answer("We agree", "The second tap was never fitted.", "Phone")
    yield from see("Answered today")
    yield from choose("Say what puts it right…")
    yield from on_form("StepDialog")
    yield from type_in("part of")
    yield from fill("Money, if there is any", "84.50")
    yield from fill("Or when was it done?", "today")
    yield from control(Key.Key_Return)
    yield from see("Part of the money back, £84.50, done Fri 13 Nov")
    yield from choose("It is put right…")
    yield from on_form("StepDialog")
    yield from control(Key.Key_Return)
    yield from see("Sorted")


def power_goes() -> Acts:
    """The law's day comes near; the letter is half typed when the power goes."""
    yield from see("Today")
    yield from complaint(DATA, "The law has a day for telling them that you have it: Tue 1 Dec")
    yield from write("Complaint about information received")
    yield from fill("Who answers when you do not", HALF_TYPED)
    yield from power_cut()


def back_on() -> Acts:
    """The letter goes out; looking into it is begun, taken back and begun again."""
    yield from see("Today")
    yield from complaint(DATA, "The law has a day for telling them that you have it: Tue 1 Dec")
    yield from write("Complaint about information received")
    yield from see("what you were typing")
    yield from save_letter("data received")
    yield from complaint(DATA, "Told them we have it")
    yield from look_into_it_again()


def both_ways() -> Acts:
    """The ordinary one is finished; the other is answered on its day."""
    yield from see("Today")
    yield from complaint(ORDINARY, "Sorted")
    yield from learn("The price was not clear")
    yield from choose("Finish it")
    yield from see("Finished")
    yield from complaint(DATA, "Answer due today")
    yield from write("Answer about information")
    yield from chip("Do you agree?", "We agree")
    yield from fill("What you found, point by point", FOUND)
    yield from fill("What you do about it", DONE)
    yield from save_letter("data answer")
    yield from complaint(DATA, "Answered today")
    yield from more_step("It is put right")  # before the letter went out: nothing was planned
    yield from on_form("StepDialog")
    yield from control(Key.Key_Return)
    yield from see("Sorted")


def learn(cause: str) -> Acts:
    """Say why it went wrong, and that nothing has to change."""
    yield from choose("Say why it went wrong…")
    yield from on_form("StepDialog")
    yield from type_in(cause[:9])
    yield from control(Key.Key_Return)
    yield from see(cause)
    yield from choose("Say what changes…")
    yield from on_form("StepDialog")
    yield from fill("Or why nothing is needed", "It was a single slip")
    yield from control(Key.Key_Return)
    yield from see("It was a single slip")


def data_finished() -> Acts:
    """The other one is finished by itself."""
    yield from see("Today")
    yield from complaint(DATA, "Sorted")
    yield from learn("Slip or oversight")
    yield from choose("Finish it")
    yield from see("Finished")


SCENES: dict[str, Scene] = {
    "counter": Scene(datetime(2026, 11, 2, 9, 30, tzinfo=UTC), counter),
    "ordinary told": Scene(datetime(2026, 11, 3, 15, 0, tzinfo=UTC), ordinary_told),
    "ordinary answered": Scene(datetime(2026, 11, 13, 10, 0, tzinfo=UTC), ordinary_answered),
    "power goes": Scene(
        datetime(2026, 11, 23, 16, 0, tzinfo=UTC), power_goes, ends_in_the_dark=True
    ),
    "back on": Scene(datetime(2026, 11, 23, 16, 20, tzinfo=UTC), back_on),
    "both ways": Scene(datetime(2026, 11, 30, 9, 0, tzinfo=UTC), both_ways),
    "data finished": Scene(datetime(2026, 12, 14, 9, 0, tzinfo=UTC), data_finished),
}
"""Name -> one start: the law's thirty days end on 1 December, and no bank holiday is among them."""


if __name__ == "__main__":
    be_there(SCENES)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One complaint from the counter to closure, by the keyboard: each scene is one start.

Mrs Patel's hired saw stopped working. Run by ``test_complaint_from_the_counter``.
"""

from datetime import UTC, datetime

from tests.helpers.keyboard import (
    Acts,
    choose,
    control,
    press,
    see,
    tab_to,
    type_in,
)
from tests.journeys.complaint_ways import (
    complaint,
    fill,
    look_into_it_again,
    more_step,
    save_letter,
    serve,
    step,
    write,
)
from tests.journeys.living import (
    ALT,
    Key,
    Scene,
    add_customer,
    be_there,
    not_there,
    on_form,
    on_page,
    power_cut,
    row,
    save_paper,
    today,
    who,
)

REF = "C-2026-0001"
WHAT = "the saw we hired stopped on the first morning"
ASKED = "Which cutting disc was on the saw?"
REPLIED = "The small one that came with it"
REASONS = "The motor had been run dry, and nobody looked at it before the hire."
EFFECT = "You lost a day and paid for a hire that was no use to you"
"""What stands in the letter when the power goes."""

DONE = "The 48 pounds of the hire come back to your card by 30 October 2026"
REMEDY = "pay the hire back to her card"
CHANGE = "We run every saw before it leaves the shop"


def counter() -> Acts:
    """Tom serves; Mrs Patel comes in, and the power goes while he writes."""
    yield from see("Today")
    yield from add_customer("Mrs Meena Patel", "07700 900123", "4 Water Street, OL14 5AX")
    yield from today()
    yield from serve("Tom")
    yield from press(Key.Key_F2)
    yield from on_form("ComplaintForm")
    yield from who("pat")
    yield from tab_to("What happened?")
    yield from type_in(WHAT)
    yield from power_cut()


def back_on() -> Acts:
    """What he had typed stands there; the rest, the days, and the slip."""
    yield from see("Today")
    yield from press(Key.Key_F2)
    yield from on_form("ComplaintForm")
    yield from see("what you were typing", "4 Water Street")
    yield from press(Key.Key_2, ALT)
    yield from choose("Money back")
    yield from see("We tell Mrs Meena Patel we have it by Wed 7 Oct and answer by Mon 19 Oct.")
    yield from choose("Save and print slip")
    yield from save_paper("slip.pdf")
    yield from see(REF, "The saw we hired")


def told_by_letter() -> Acts:
    """The letter that says we have it goes out; looking into it is begun by a slip, and again."""
    yield from see("Today", "Tell them we have it")
    yield from complaint(REF, "New", "Answer due Mon 19 Oct")
    yield from write("Complaint received")
    yield from see("Sending this also notes that they know you have it.")
    yield from save_letter("L01")
    yield from complaint(REF, "Told them we have it")
    yield from look_into_it_again()


def question() -> Acts:
    """The customer is asked, and the clock stands still."""
    yield from see("Today")
    yield from complaint(REF, "Looking into it")
    yield from more_step("Ask the customer")
    yield from on_form("StepDialog")
    yield from type_in(ASKED)
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from see("Waiting for the customer", ASKED)


def reply() -> Acts:
    """She replies, and the day of the answer has moved."""
    yield from see("Today")
    yield from complaint(REF, "Waiting for the customer")
    yield from step("The customer replied")
    yield from on_form("StepDialog")
    yield from type_in(REPLIED)
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from see("Looking into it", "Answer due Fri 23 Oct")


def answering() -> Acts:
    """The letter with the answer is half typed when the power goes again."""
    yield from see("Today")
    yield from complaint(REF, "Looking into it")
    yield from write("Answer: you were right")
    yield from type_in("The motor of the saw had been run dry")
    yield from fill("What it meant for them", EFFECT)
    yield from fill("What you found", REASONS)
    yield from power_cut()


def answered() -> Acts:
    """What was typed stands there; the letter goes out, and the answer with it."""
    yield from see("Today")
    yield from complaint(REF, "Looking into it")
    yield from write("Answer: you were right")
    yield from see("what you were typing on Monday 19 October")
    yield from fill("What you do about it", DONE)
    yield from fill("What changes", CHANGE)
    yield from save_letter("L04")
    yield from complaint(REF, "Answered")


def remedy() -> Acts:
    """What puts it right is planned, and becomes a promise."""
    yield from see("Today")
    yield from complaint(REF, "Answered")
    yield from step("Say what puts it right")
    yield from on_form("StepDialog")
    yield from type_in("Mo")
    yield from fill("In a few words", REMEDY)
    yield from fill("Money", "48")
    yield from fill("By when?", "mon")
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from complaint(REF, "Answered")
    yield from step("Start putting it right")
    yield from see("Putting it right")


def paid() -> Acts:
    """The promise is ticked on Today, and the complaint knows; she is told and content."""
    yield from see("Today", "Pay the hire back")
    yield from row("Pay the hire back")
    yield from press(Key.Key_Space)
    yield from see("Done: pay the hire back")
    yield from complaint(REF, "Putting it right")
    yield from step("It is put right")
    yield from on_form("StepDialog")
    yield from choose("Yes")
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from see("Sorted")


def followed_up() -> Acts:
    """Asked how it went; the cause, and by when the change of the letter is made; then finished."""
    yield from see("Today", "Ask how it went")
    yield from complaint(REF, "Sorted")
    yield from more_step("Ask how it went")
    yield from on_form("StepDialog")
    yield from press(Key.Key_5)
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from more_step("Say why it went wrong")
    yield from on_form("StepDialog")
    yield from type_in("Our way")
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from choose("More about this complaint")
    yield from choose("Done or change")
    yield from on_form("FileDialog")
    yield from fill("By when", "fri")
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from complaint(REF, "Sorted")
    yield from step("Finish it")
    yield from see("Finished")


def changed() -> Acts:
    """What changes is done."""
    yield from see("Today", CHANGE, REF)
    yield from row(CHANGE)
    yield from press(Key.Key_Space)
    yield from see("Done:", CHANGE)
    yield from not_there("Due today")


def looked_at() -> Acts:
    """Ninety days later Today asks whether it works, until somebody says so."""
    yield from see("Today", CHANGE, "does it work?")
    yield from row(CHANGE)
    yield from press(Key.Key_Return)
    yield from see(REF, "Look from")
    yield from choose("Does it work?")
    yield from on_form("StepDialog")
    yield from choose("Yes")
    yield from control(Key.Key_Return)
    yield from on_page()
    yield from see("Noted: it works.")
    yield from today()
    yield from see("Today")
    yield from not_there("does it work?")


SCENES = {
    "counter": Scene(datetime(2026, 10, 5, 9, 0, tzinfo=UTC), counter, ends_in_the_dark=True),
    "back on": Scene(datetime(2026, 10, 5, 9, 10, tzinfo=UTC), back_on),
    "told by letter": Scene(datetime(2026, 10, 6, 8, 0, tzinfo=UTC), told_by_letter),
    "question": Scene(datetime(2026, 10, 8, 8, 0, tzinfo=UTC), question),
    "reply": Scene(datetime(2026, 10, 14, 8, 0, tzinfo=UTC), reply),
    "answering": Scene(datetime(2026, 10, 19, 17, 0, tzinfo=UTC), answering, ends_in_the_dark=True),
    "answered": Scene(datetime(2026, 10, 20, 8, 0, tzinfo=UTC), answered),
    "remedy": Scene(datetime(2026, 10, 20, 10, 0, tzinfo=UTC), remedy),
    "paid": Scene(datetime(2026, 10, 26, 10, 0, tzinfo=UTC), paid),
    "followed up": Scene(datetime(2026, 11, 9, 10, 0, tzinfo=UTC), followed_up),
    "changed": Scene(datetime(2026, 11, 13, 10, 0, tzinfo=UTC), changed),
    "looked at": Scene(datetime(2027, 2, 11, 10, 0, tzinfo=UTC), looked_at),
}
"""Name -> when the program is started, and what is done then."""


if __name__ == "__main__":
    be_there(SCENES)

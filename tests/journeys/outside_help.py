# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A complaint that ends at an outside body, by the keyboard: each scene is one start.

Run by ``test_outside_help``; see ``living``.
"""

from datetime import UTC, datetime

from tests.helpers.keyboard import Acts, choose, control, press, see, tab_to, type_in
from tests.journeys.complaint_ways import (
    chip,
    complaint,
    fill,
    more_step,
    paper,
    save_letter,
    serve,
    step,
    write,
)
from tests.journeys.living import (
    CTRL,
    Key,
    Scene,
    add_customer,
    be_there,
    on_form,
    power_cut,
    save_paper,
)

REF = "C-2026-0001"
SAYS = "The worktop was cut 4 cm too short and leaves a gap at the wall"
STAFF_NOTE = "She signed the plan herself and is known to try it on"
"""A note of ours that no customer may read."""

HALF_TYPED = "the plan, the photos of the wall, and what the fitter wrote down"
"""What stands in the letter when the power goes."""

DISAGREES = "The plan was measured by you"
QUESTION = "Who measured the wall, and when?"
REPLY = "Your fitter, on the day of the order"
RESULT = "The business fits a strip along the wall, free of charge"


def counter() -> Acts:
    """Somebody complains at the counter; on her page the form knows who it is."""
    yield from see("Today")
    yield from add_customer("Mrs Meena Patel", "07700 900123")
    yield from press(Key.Key_F2)
    yield from on_form("ComplaintForm")
    yield from type_in(SAYS)
    yield from see("have it by Wed 16 Sep", "answer by Mon 28 Sep")
    yield from choose("Save and open")
    yield from see("C-2026-0001", "Answer due Mon 28 Sep")


def told() -> Acts:
    """A letter says that we have it; looking into it is begun, taken back and begun again."""
    yield from see("Today")
    yield from complaint(REF, "New")
    yield from write("Complaint received")
    yield from save_letter("received")
    yield from complaint(REF, "Told them we have it")
    yield from step("Look into it")
    yield from see("Looking into it")
    yield from control(Key.Key_Z)
    yield from see("Taken back", "Told them we have it")
    yield from step("Look into it")
    yield from see("Looking into it")
    yield from choose("More about this complaint")
    yield from choose("Note something…")
    yield from on_form("FileDialog")
    yield from tab_to("What was asked, seen or said")
    yield from type_in(STAFF_NOTE)
    yield from choose("For us alone")
    yield from control(Key.Key_Return)
    yield from see(STAFF_NOTE)


def answered() -> Acts:
    """We see it another way, and say so by letter."""
    yield from see("Today")
    yield from complaint(REF, "Looking into it")
    yield from write("Answer: another view than yours")
    yield from fill("What you looked at", "your photos and the plan that you signed")
    yield from fill("What you found, point by point", "The worktop is as long as the plan says.")
    yield from save_letter("answer")
    yield from complaint(REF, "Answered today")


def not_agreed() -> Acts:
    """On the last day she disagrees: whoever answered cannot look again, somebody else can."""
    yield from see("Today")
    yield from complaint(REF, "Answered Mon 21 Sep")
    yield from more_step("Second look…")
    yield from on_form("StepDialog")
    yield from type_in(DISAGREES)
    yield from chip("Who looks at it afresh?", "Ruth Day")
    yield from control(Key.Key_Return)
    yield from see("A second look needs fresh eyes. Ask Sam Reed")
    yield from chip("Who looks at it afresh?", "Sam Reed")
    yield from control(Key.Key_Return)
    yield from see("This is a second look.", "Answer due Mon 2 Nov")
    yield from control(Key.Key_Z)
    yield from see("Taken back", "Answered Mon 21 Sep")
    yield from more_step("Second look…")
    yield from on_form("StepDialog")
    yield from type_in(DISAGREES)
    yield from chip("Who looks at it afresh?", "Sam Reed")
    yield from control(Key.Key_Return)
    yield from see("This is a second look.", "Answer due Mon 2 Nov")


def asked() -> Acts:
    """The time for the answer stands still while Sam waits for the customer."""
    yield from see("Today")
    yield from serve("Sam Reed")
    yield from complaint(REF, "Looking into it")
    yield from more_step("Ask the customer…")
    yield from on_form("StepDialog")
    yield from type_in(QUESTION)
    yield from control(Key.Key_Return)
    yield from see("Waiting for the customer")


def replied() -> Acts:
    """The answer moves by the days of waiting; the eight weeks do not."""
    yield from see("Today")
    yield from complaint(REF, "Waiting for the customer")
    yield from step("The customer replied")
    yield from on_form("StepDialog")
    yield from type_in(REPLY)
    yield from control(Key.Key_Return)
    yield from see("Answer due Mon 16 Nov", "Next: Eight weeks are over, Monday")


def eight_weeks() -> Acts:
    """The eight weeks are over; the second look comes to the same answer."""
    yield from see("Today")
    yield from complaint(REF, "It came eight weeks ago")
    yield from write("Answer after a second look")
    yield from chip("Do you agree?", "We don’t agree")
    yield from fill("What came of it", "The first answer stays")
    yield from fill("What you found, point by point", "The plan gives the length that was cut.")
    yield from save_letter("second look")
    yield from complaint(REF, "Answered today")


def power_goes() -> Acts:
    """She still says no; the last letter is half typed when the power goes."""
    yield from see("Today")
    yield from complaint(REF, "Answered Mon 9 Nov")
    yield from write("Final response")
    yield from fill("What you looked at", HALF_TYPED)
    yield from power_cut()


def back_on() -> Acts:
    """The half-typed letter stands there again and goes out."""
    yield from see("Today")
    yield from complaint(REF, "Answered Mon 9 Nov")
    yield from write("Final response")
    yield from see("what you were typing")
    yield from save_letter("final")
    yield from complaint(REF, "Gone to outside help")


def result() -> Acts:
    """What came of it is written down, taken back and written down; then it is finished."""
    yield from see("Today")
    yield from complaint(REF, "Gone to outside help")
    yield from step("Result from outside")
    yield from on_form("StepDialog")
    yield from see("choose why it went wrong")
    yield from type_in("misund")
    yield from control(Key.Key_Return)
    yield from see("We misunderstood what was needed")
    yield from came_out()
    yield from control(Key.Key_Z)
    yield from see("Taken back", "Gone to outside help")
    yield from came_out()


def came_out() -> Acts:
    """Write down what came out."""
    yield from choose("Result from outside…")
    yield from on_form("StepDialog")
    yield from type_in(RESULT)
    yield from fill("What it cost you", "120")
    yield from fill("Their number for it", "WDS-77/26")
    yield from choose("We have to do as it says")
    yield from control(Key.Key_Return)
    yield from see("Finished", RESULT)


def packed() -> Acts:
    """The whole file goes to an adviser, and a copy to the customer."""
    yield from see("Today")
    for offer, name in (("Whole file", "whole.pdf"), ("Copy for the customer", "copy.pdf")):
        yield from complaint(REF, "Finished")
        yield from press(Key.Key_P, CTRL)
        yield from paper(offer)
        yield from save_paper(name)


SCENES: dict[str, Scene] = {
    "counter": Scene(datetime(2026, 9, 14, 8, 30, tzinfo=UTC), counter),
    "told": Scene(datetime(2026, 9, 15, 15, 0, tzinfo=UTC), told),
    "answered": Scene(datetime(2026, 9, 21, 10, 0, tzinfo=UTC), answered),
    "not agreed": Scene(datetime(2026, 10, 19, 9, 0, tzinfo=UTC), not_agreed),
    "asked": Scene(datetime(2026, 10, 21, 9, 0, tzinfo=UTC), asked),
    "replied": Scene(datetime(2026, 11, 4, 9, 0, tzinfo=UTC), replied),
    "eight weeks": Scene(datetime(2026, 11, 9, 9, 0, tzinfo=UTC), eight_weeks),
    "power goes": Scene(
        datetime(2026, 11, 12, 16, 0, tzinfo=UTC), power_goes, ends_in_the_dark=True
    ),
    "back on": Scene(datetime(2026, 11, 12, 16, 20, tzinfo=UTC), back_on),
    "result": Scene(datetime(2027, 1, 15, 9, 0, tzinfo=UTC), result),
    "packed": Scene(datetime(2027, 1, 18, 9, 0, tzinfo=UTC), packed),
}
"""Name -> one start: 9 November is eight weeks after 14 September."""


if __name__ == "__main__":
    be_there(SCENES)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A year between two checks of oneself, by the keyboard: each scene is one start.

All 68 questions are answered, with a power cut half-way; the report and the plan are printed, three
things are done, and a year later the questions are asked again. Run by ``test_checking_year``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, partial

from servicedesk.content.checks import load_check_bank
from servicedesk.content.law import load_facts
from servicedesk.domain.checks import Answer, Bank, CheckBank
from tests.helpers.keyboard import (
    Acts,
    LostError,
    choose,
    clear,
    control,
    focused,
    on_screen,
    press,
    see,
    settle,
    tab_to,
    type_in,
)
from tests.journeys.living import (
    ALT,
    ROOT,
    Key,
    Scene,
    be_there,
    beside,
    not_there,
    on_form,
    on_page,
    power_cut,
    save_paper,
)

KEYS = {"y": Answer.YES, "p": Answer.PARTLY, "n": Answer.NO, "d": Answer.NOT_APPLICABLE}
NAMES = ("Yes", "Partly", "No", "Does not apply")

THEN = "yyny yypyny yyypyy yyyyyyp pyyyyyn yyp yyydy ynyyp yyyd yydny yyp ypnyyd yynyyyp"
NOW = "yyyy yyyyny yyyyyy yyyyyyp yyyyyyn yyy yyydy yyyyy yyyd yydny yny ypyyyd yyyyyyp"
"""The key of each answer, topic by topic."""

HALF = 34
"""The last question that is answered before the power goes, its note half typed."""

NOTES = {
    1: "on the wall by the till",
    17: "a list under the counter",
    HALF: "on every bill and on the van",
    53: "Tom rings the same day",
}
"""What shows it, by the number of the question."""

OTHERWISE = {
    9: "we talk about it when we close",
    30: "nobody writes reviews of us",
    51: "our terms are four lines long",
}
"""Why it is done differently on purpose, by the number of the question."""

DONE = {
    3: "the red book by the till",
    40: "no order is promised for the next day",
    58: "cards stand on the counter",
}
"""What shows that it is done, by the number of the question it is about."""

DOES_IT = "Ruth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What somebody means to answer.

    Args:
        answers: a key for each question.
        notes: what shows it, by number.
        because: why it is done differently, by number.
    """

    answers: str
    notes: Mapping[int, str] = field(default_factory=dict)
    because: Mapping[int, str] = field(default_factory=dict)


FIRST = Sheet(answers=THEN.replace(" ", ""), notes=NOTES, because=OTHERWISE)
SECOND = Sheet(answers=NOW.replace(" ", ""), because=OTHERWISE)


@cache
def questions() -> CheckBank:
    """The questions that are asked."""
    resources = ROOT / "resources"
    return load_check_bank(resources, Bank.SELF_CHECK, {one.id for one in load_facts(resources)})


def texts() -> list[str]:
    """Each question, in the order asked."""
    return [question.text for question in questions().questions]


def asked() -> str:
    """The question whose answers have the keyboard, "" for none."""
    for name in NAMES:
        if focused().startswith(f"{name}, "):
            return focused().removeprefix(f"{name}, ")
    return ""


def is_asked_or_over(before: str) -> bool:
    """Whether the keyboard has gone on: to another question, or to the way on."""
    return focused().startswith("Next: ") or asked() not in ("", before)


def answer(sheet: Sheet, last: int) -> Acts:
    """Answer question by question, up to one; go on from topic to topic."""
    while True:
        yield from settle(partial(is_asked_or_over, ""))
        if focused().startswith("Next: "):
            yield from press(Key.Key_Return)
            yield from see("of 68 answered")
            continue
        question = asked()
        number = texts().index(question) + 1
        yield from type_in(sheet.answers[number - 1])
        yield from settle(partial(is_asked_or_over, question))
        if number in sheet.because:
            yield from beside_answer("Do you do it differently", question, sheet.because[number])
        if number in sheet.notes:
            yield from beside_answer("What shows it?", question, sheet.notes[number])
        if number == last:
            return
        while not is_asked_or_over(question):
            yield from press(Key.Key_Tab)


def beside_answer(name: str, question: str, words: str) -> Acts:
    """Go back to a field below the answer, and type."""
    yield from tab_to(name, back=True)
    if not focused().endswith(question):
        raise LostError(f"{focused()} is not about {question}")
    yield from type_in(words)


def begin() -> Acts:
    """The check is begun and answered half-way; the power goes while a note is typed."""
    yield from see("Today")
    yield from press(Key.Key_8, ALT)
    yield from see("Improve", "about an hour")
    yield from choose("Begin, Check yourself")
    yield from see("Not done yet", "Answer the 22 key questions")
    yield from choose("Answer all 68")
    yield from see("3 of 68 answered", "What customers can count on")
    yield from answer(FIRST, HALF)
    yield from power_cut()


def go_on() -> Acts:
    """Today leads back to where it stopped; the rest is answered, and the check is finished."""
    yield from see("Today", f"{HALF} of 68 questions are answered")
    yield from choose("Go on: Check yourself")
    yield from see(f"{HALF} of 68 answered", "Easy to find and to reach")
    if asked() != texts()[HALF]:
        raise LostError(f"it goes on at {focused()}")
    yield from answer(FIRST, 68)
    yield from finish("then.txt")


def finish(told: str) -> Acts:
    """Finish what is answered, and keep what the result says."""
    yield from tab_to("Next: Finish")
    yield from press(Key.Key_Return)
    yield from see("68 of 68 questions are answered. That is all of them.")
    yield from choose("Finish and see the result")
    yield from see("What the answers come to", "Finished on")
    beside(told).write_text(on_screen(), encoding="utf-8")


def plan() -> Acts:
    """The result is looked at again: three things go on the list; report and plan are saved."""
    yield from see("Today")
    yield from press(Key.Key_8, ALT)
    yield from choose("See the result, Check yourself")
    yield from see("What to do first")
    yield from tab_to("Who does it?")
    yield from clear()
    yield from type_in(DOES_IT)
    yield from choose("Put these on the list of things to do")
    yield from see("3 things are on the list of things to do.")
    yield from choose("Print the report")
    yield from save_paper("report.pdf")
    yield from choose("Open the list of things to do")
    yield from see("Things to do", "3 things")
    yield from control(Key.Key_P)
    yield from save_paper("plan.pdf")


def do_three() -> Acts:
    """Each of the three is done, with what shows it; the plan is printed again."""
    yield from see("Today")
    for number, shows in DONE.items():
        action = list(questions().questions)[number - 1].action
        yield from press(Key.Key_8, ALT)
        yield from see("Improve", action)
        yield from tab_to(action)
        yield from press(Key.Key_Return)
        yield from choose("Done, with what shows it")
        yield from on_form("StepDialog")
        yield from tab_to("What shows it")
        yield from type_in(shows)
        yield from control(Key.Key_Return)
        yield from on_page()
        yield from see(shows)
    yield from press(Key.Key_8, ALT)
    yield from see("Nothing is left to do. Well done.")
    yield from control(Key.Key_P)
    yield from save_paper("plan_done.pdf")


def a_year_on() -> Acts:
    """Today asks for the check again; most of it is better, and the difference is printed."""
    yield from see("Today", "Check yourself again", "The last check was on")
    yield from choose("Begin: Check yourself again")
    yield from choose("Answer all 68")
    yield from see("of 68 answered")
    yield from answer(SECOND, 68)
    yield from finish("now.txt")
    yield from see("Compared with last time")
    yield from control(Key.Key_P)
    yield from save_paper("report_now.pdf")
    yield from press(Key.Key_1, ALT)
    yield from see("Today")
    yield from not_there("Check yourself again")


SCENES = {
    "begin": Scene(datetime(2026, 11, 23, 9, 0, tzinfo=UTC), begin, True),
    "go on": Scene(datetime(2026, 11, 23, 17, 30, tzinfo=UTC), go_on),
    "plan": Scene(datetime(2026, 11, 24, 8, 0, tzinfo=UTC), plan),
    "do three": Scene(datetime(2026, 12, 15, 8, 0, tzinfo=UTC), do_three),
    "a year on": Scene(datetime(2027, 11, 24, 9, 0, tzinfo=UTC), a_year_on),
}
"""Name -> when the program is started, and what is done then."""


if __name__ == "__main__":
    be_there(SCENES)

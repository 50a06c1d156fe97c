# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What cannot be done with a complaint, tried on the screen: the sentence, and nothing is lost.

What was typed stands there still. The same in services is in
``tests/services/test_complaints_bad_*``.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from servicedesk.content.letters import load_letters
from servicedesk.domain.complaints import ComplaintDraft, Finding, Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.people import PersonDraft
from servicedesk.services import letters_papers
from servicedesk.ui.complaints.deeds import ComplaintDeeds, Deed
from servicedesk.ui.complaints.file_cards import FileCards
from servicedesk.ui.complaints.file_state import Deed as FileDeed
from servicedesk.ui.complaints.file_state import Way
from servicedesk.ui.complaints.steps import Steps
from servicedesk.ui.core import messages
from servicedesk.ui.core.labels import SpokenTrouble
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.complaint_form import show_complaint_form
from servicedesk.ui.people.sorted_form import sort_out
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.builders import RESOURCES
from tests.walks.test_hostile_words import go, paste, text_in

CAME = datetime(2026, 11, 20, 9, tzinfo=UTC)
"""Friday; it is Monday 23 November."""

OVER = "This is above the limit of £50.00. Say who agreed to it, or why you give it."
EARLY = "This is before the complaint came in. Please check the day."
EARLY_ACK = "You cannot have told them before the complaint came in. Please check the day."
SUMS = {
    "-5": "“-5” is no sum that can be read. Type it like 12 or 12.50.",
    "1,2,3": "“1,2,3” is no sum that can be read. Type it like 12 or 12.50.",
    "1e9": "“1e9” is no sum that can be read. Type it like 12 or 12.50.",
    "1000000000": "This sum is larger than there is room for.",
    "1000001": "This is more than £1,000,000. Please check the amount.",
}
AHEAD = {
    typed: f"“{typed}” is yet to come. Please give the day on which it was done."
    for typed in ("24/11/2026", "31/12/9999")
}


def complained(bench: Workbench, *steps: Action) -> int:
    """A complaint that has taken those steps."""
    found = bench.services.search.people("Patel")
    draft = CustomerDraft(name="Mrs Meena Patel")
    customer = found[0].id if found else bench.services.customers.add(draft, "Ruth").card.id
    made = ComplaintDraft(customer_id=customer, text="the saw stopped", received_at=CAME)
    number = bench.services.complaints.log(made, "Ruth").card.id
    told = {"words": "It was old", "channel": Channel.PHONE, "finding": Finding.UPHELD}
    for step in steps:
        given = Given(on=bench.today, **told)
        bench.services.complaints.take(number, step, given, "Ruth")
    return number


ANSWERED = (Action.INVESTIGATE, Action.DECIDE)


def step_of(bench: Workbench, window: Shell, deed: Action | Deed, number: int) -> FormDialog:
    dialog = Steps(bench, window, ComplaintDeeds(bench, window)).begin(deed, number)
    assert isinstance(dialog, FormDialog)
    return dialog


def field(form: FormDialog, name: str) -> Field:
    return next(one for one in form.fields() if one.question_id == name)


def type_in(qtbot: QtBot, form: FormDialog, **typed: object) -> None:
    """Fill fields: words by the clipboard, what is chosen by its id."""
    for name, said in typed.items():
        target = field(form, name).focus_target()
        if hasattr(target, "selectAll"):
            paste(qtbot, target, str(said))
        else:
            field(form, name).show_typed(said)


def saved(form: FormDialog) -> dict[str, str]:
    """Save; what is wrong by field, with what was typed still in every field."""
    before = form.values()
    form.save_button.click()
    QApplication.processEvents()
    assert form.isVisible() is any(one.error() for one in form.fields())
    assert form.values() == before
    return {one.question_id: one.error() for one in form.fields() if one.error()}


def shown(form: FormDialog, name: str) -> str:
    """What stands in a field, as it was typed."""
    return text_in(field(form, name).focus_target())


def test_closing_without_a_cause(window: Shell, bench: Workbench) -> None:
    number = complained(bench, *ANSWERED, Action.RESOLVE)
    form = step_of(bench, window, Action.CLOSE, number)
    wanted = "Please choose why it went wrong, or say why there is no reason to name."
    assert saved(form)["causes"] == wanted
    assert bench.services.complaints.get(number).stage is Stage.RESOLVED


def test_deciding_without_reasons(window: Shell, bench: Workbench, qtbot: QtBot) -> None:
    number = complained(bench, Action.INVESTIGATE)
    form = step_of(bench, window, Action.DECIDE, number)
    type_in(qtbot, form, finding="upheld", channel="phone", words="  ")
    assert saved(form) == {"words": "Please write the reasons for your answer."}
    type_in(qtbot, form, words="It was old")
    assert saved(form) == {}
    assert bench.services.complaints.get(number).stage is Stage.DECIDED


def test_acknowledging_before_receipt(window: Shell, bench: Workbench, qtbot: QtBot) -> None:
    number = complained(bench)
    form = step_of(bench, window, Action.ACKNOWLEDGE, number)
    type_in(qtbot, form, channel="phone", on="19/11/2026", words="We have it")
    assert saved(form) == {"on": EARLY_ACK}
    assert shown(form, "words") == "We have it"
    assert bench.services.complaints.get(number).dates.acknowledged_at is None
    form.reject()


def in_file(bench: Workbench, window: Shell, deed: FileDeed, number: int) -> FormDialog:
    cards = FileCards(bench, window)
    cards.show()
    cards.show_complaint(number)
    cards._on_wanted(Way(deed=deed, words=""))
    assert cards.dialog is not None
    return cards.dialog


MONEY: dict[str, Callable[[Workbench, Shell], FormDialog]] = {
    "short view": lambda bench, window: step_of(
        bench, window, Deed.REMEDY, complained(bench, *ANSWERED)
    ),
    "file": lambda bench, window: in_file(
        bench, window, FileDeed.ADD_REMEDY, complained(bench, *ANSWERED)
    ),
    "sorted": lambda bench, window: sort_out(bench, complained(bench), window),
}
"""Where money is given."""

PROPER = {
    "short view": {"kind": "refund_full", "words": "all of it", "by_whom": "Tom"},
    "file": {"kind": "refund_full", "words": "all of it", "by_whom": "Tom"},
    "sorted": {"kind": "refund_full", "did": "all of it", "told_by": "phone"},
}


def ready(qtbot: QtBot, form: FormDialog, where: str) -> None:
    """Fill in all but the sum."""
    done = {} if where == "sorted" else {"done_on": "today"}
    type_in(qtbot, form, **PROPER[where], **done)


@pytest.mark.parametrize("where", MONEY)
def test_money_above_the_authority(
    window: Shell, bench: Workbench, qtbot: QtBot, where: str
) -> None:
    for name in ("Tom", "Ruth"):
        bench.services.people.add(PersonDraft(name=name, limit_pence=5000), "Ruth")
    bench.memory.set("serving", "Tom")
    form = MONEY[where](bench, window)
    ready(qtbot, form, where)
    type_in(qtbot, form, amount_pence="50.01")
    assert saved(form) == {"over_because": OVER}
    assert shown(form, "amount_pence") == "50.01"
    assert bench.services.complaints.file(1).remedies == ()
    type_in(qtbot, form, over_because="thirty years with us")
    assert saved(form) == {}
    (remedy,) = bench.services.complaints.file(1).remedies
    assert remedy.draft.over_because == "thirty years with us"


@pytest.mark.parametrize("where", MONEY)
def test_sums_that_cannot_be_meant(
    window: Shell, bench: Workbench, qtbot: QtBot, where: str
) -> None:
    for name in ("Tom", "Ruth"):
        bench.services.people.add(PersonDraft(name=name), "Ruth")
    form = MONEY[where](bench, window)
    ready(qtbot, form, where)
    for typed, sentence in SUMS.items():
        type_in(qtbot, form, amount_pence=typed)
        assert saved(form) == {"amount_pence": sentence}
        assert (
            shown(form, "amount_pence")
            .replace("£", "")
            .replace(",", "")
            .startswith(typed.replace(",", ""))
        )
    assert bench.services.complaints.file(1).remedies == ()
    form.reject()


def test_sums_and_days_of_the_form_that_cannot_be_meant(
    window: Shell, bench: Workbench, qtbot: QtBot
) -> None:
    form = show_complaint_form(bench, window)
    assert form is not None
    form._open_more(is_open=True)
    type_in(qtbot, form, text="it stopped")
    for typed, sentence in SUMS.items():
        type_in(qtbot, form, amount_pence=typed)
        assert saved(form) == {"amount_pence": sentence}
    type_in(qtbot, form, amount_pence="45")
    far = "The year 1 is a long way back. Please check the year."
    for name in ("received_on", "happened_on", "authority_seen_on"):
        for typed, sentence in {"1/1/0001": far, **AHEAD}.items():
            type_in(qtbot, form, **{name: typed})
            assert saved(form) == {name: sentence}, (name, typed)
        type_in(qtbot, form, **{name: "20/11/2026"})
    assert saved(form) == {}
    card = bench.services.complaints.get(1)
    assert (card.draft.text, card.draft.amount_pence) == ("it stopped", 4500)


DAYS: dict[Action | Deed, tuple[Action, ...]] = {
    Action.ACKNOWLEDGE: (),
    Action.ASK_CUSTOMER: (Action.INVESTIGATE,),
    Action.CUSTOMER_REPLIED: (Action.INVESTIGATE, Action.ASK_CUSTOMER),
    Action.WAIT_OTHER: (Action.INVESTIGATE,),
    Action.OTHER_REPLIED: (Action.INVESTIGATE, Action.WAIT_OTHER),
    Action.DECIDE: (Action.INVESTIGATE,),
    Action.RESOLVE: ANSWERED,
    Action.SECOND_LOOK: ANSWERED,
    Action.GO_OUTSIDE: ANSWERED,
    Action.WITHDRAW: (),
    Deed.UPDATE: (Action.INVESTIGATE,),
    Deed.FOLLOW_UP: (*ANSWERED, Action.RESOLVE),
}
"""Dialogs that ask for a day, each with the steps before it."""


@pytest.mark.parametrize("deed", DAYS)
def test_days_of_steps_that_cannot_be(
    window: Shell, bench: Workbench, qtbot: QtBot, deed: Action | Deed
) -> None:
    number = complained(bench, *DAYS[deed])
    before = bench.services.complaints.file(number)
    form = step_of(bench, window, deed, number)
    for name, said in (("words", "so they said"), ("channel", "phone"), ("finding", "upheld")):
        if any(one.question_id == name for one in form.fields()):
            type_in(qtbot, form, **{name: said})
    early = EARLY_ACK if deed is Action.ACKNOWLEDGE else EARLY
    for typed, sentence in {"1/1/0001": early, "19/11/2026": early, **AHEAD}.items():
        type_in(qtbot, form, on=typed)
        assert saved(form) == {"on": sentence}, typed
    assert bench.services.complaints.file(number) == before
    form.reject()


def test_letters_with_a_broken_head_are_told_with_file_and_line(
    window: Shell, bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(RESOURCES / "letters", tmp_path / "letters")
    path = tmp_path / "letters" / "en-GB" / "L04.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines, 1) if line.startswith("version"))
    lines[at - 1] = "version = = 1"
    path.write_text("\n".join(lines), encoding="utf-8")
    troubles: list[SpokenTrouble] = []
    monkeypatch.setattr(messages, "show_trouble", lambda words, _over: troubles.append(words))
    monkeypatch.setattr(letters_papers, "load_letters", lambda *_: load_letters(tmp_path))
    number = complained(bench)
    go(window, "letters", "L04", f"complaint:{number}")
    assert "L04.md" in troubles[0].happened
    assert f"line {at}:" in troubles[0].happened
    assert troubles[0].safe
    assert bench.services.complaints.get(number).stage is Stage.RECEIVED

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every dialog in which somebody types about customers and promises, and how it is opened."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from servicedesk.domain.complaints import ComplaintDraft, Finding
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.feedback import FeedbackDraft, MayQuote, Scores
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldOn
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.ui.complaints.deeds import ComplaintDeeds, Deed
from servicedesk.ui.complaints.file_cards import FileCards
from servicedesk.ui.complaints.file_state import Deed as FileDeed
from servicedesk.ui.complaints.file_state import Way
from servicedesk.ui.complaints.steps import Steps
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.form import CustomerForm
from servicedesk.ui.feedback.asking import Asking as AskingFeedback
from servicedesk.ui.feedback.batches import BatchDialog
from servicedesk.ui.feedback.deeds import FeedbackDeeds
from servicedesk.ui.letters.wording import WordingDialog
from servicedesk.ui.measures.samples_form import SampleForm
from servicedesk.ui.measures.samples_presenter import SamplesPresenter
from servicedesk.ui.measures.walks_form import WalkForm
from servicedesk.ui.measures.walks_presenter import WalksPresenter
from servicedesk.ui.people.complaint_form import show_complaint_form
from servicedesk.ui.people.contact_form import note_contact
from servicedesk.ui.people.ending import Asking
from servicedesk.ui.people.feedback_form import show_feedback_form
from servicedesk.ui.people.promise_deeds import PromiseDeeds
from servicedesk.ui.people.promise_form import show_promise_form
from servicedesk.ui.people.sorted_form import sort_out
from servicedesk.ui.people.step_dialog import TICKED
from servicedesk.ui.people.support_form import SupportForm
from servicedesk.ui.people.support_presenter import CONSENT, NEED, SAFETY, SupportPresenter
from servicedesk.ui.privacy.requests_asked import RequestPart
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.services.samples_made import publish
from tests.walks import hostile_forms_improving as improving
from tests.walks import hostile_forms_privacy as asked
from tests.walks import privacy_made as privacy

PATEL = 1
"""The customer that the dialogs are about."""

WORDS_OF_L13 = "{customer.name}: {promise.text}, {promise.due}. {promise.promiser}, {signatory}"

Proper = dict[str, object]
Opened = Callable[[Workbench, Shell], FormDialog]


@dataclass(frozen=True)
class Form:
    """A dialog that is filled.

    Args:
        opened: opens it over the window.
        proper: what has to stand in it besides words, by question id, before it can be saved.
        comes_back: what was typed is there again when it was closed and is opened anew.
    """

    opened: Callable[[Workbench, Shell], FormDialog]
    proper: Proper = field(default_factory=dict)
    comes_back: bool = True


def _customer(bench: Workbench, window: Shell) -> FormDialog:
    form = CustomerForm(bench, parent=window)
    form.open()
    return form


def _promise(bench: Workbench, window: Shell) -> FormDialog:
    form = show_promise_form(bench, window)
    if not form._more_button.isChecked():
        form._more_button.click()
    return form


def _complained(bench: Workbench) -> int:
    """A complaint that is open."""
    draft = ComplaintDraft(
        customer_id=PATEL, text="the saw stopped", received_at=bench.clock.now(), taken_by="Tom"
    )
    return bench.services.complaints.log(draft, "Ruth").card.id


def _complaint(bench: Workbench, window: Shell) -> FormDialog:
    form = show_complaint_form(bench, window)
    assert form is not None
    form._open_more(is_open=True)
    return form


def _sorted(bench: Workbench, window: Shell) -> FormDialog:
    form = sort_out(bench, _complained(bench), window)
    assert form is not None
    return form


def _step(deed: Action | Deed, *before: Action) -> Opened:
    """The dialog of a step of a complaint that has taken those before it."""

    def opened(bench: Workbench, window: Shell) -> FormDialog:
        number = _complained(bench)
        told = {"words": "it was old", "channel": Channel.POST, "finding": Finding.UPHELD}
        for one in before:
            given = Given(on=bench.today, **told)
            bench.services.complaints.take(number, one, given, "Ruth")
        dialog = Steps(bench, window, ComplaintDeeds(bench, window)).begin(deed, number)
        assert isinstance(dialog, FormDialog)
        return dialog

    return opened


def _in_file(deed: FileDeed) -> Opened:
    """A dialog of the file of a complaint."""

    def opened(bench: Workbench, window: Shell) -> FormDialog:
        cards = FileCards(bench, window)
        cards.show()
        cards.show_complaint(_complained(bench))
        cards._on_wanted(Way(deed=deed, words=""))
        assert cards.dialog is not None
        return cards.dialog

    return opened


def _support(part: str) -> Callable[[Workbench, Shell], FormDialog]:
    def opened(bench: Workbench, window: Shell) -> FormDialog:
        presenter = SupportPresenter(bench, PATEL)
        form = SupportForm(bench, presenter, part, None, window)
        presenter.setParent(form)
        form.open()
        return form

    return opened


def _asking(deed: str) -> Callable[[Workbench, Shell], FormDialog]:
    def opened(bench: Workbench, window: Shell) -> FormDialog:
        ask: Callable[[int], FormDialog] = getattr(
            Asking(bench, window, PromiseDeeds(bench, window)), deed
        )
        return ask(promised(bench))

    return opened


def _feedback(bench: Workbench, window: Shell) -> FormDialog:
    form = show_feedback_form(bench, window)
    assert form is not None
    form.kind.set_value("review")
    form.may_quote.set_value(MayQuote.YES.value)
    form._open_more(is_open=True)
    form._show_asked()
    return form


def _about_feedback(deed: str) -> Opened:
    """A dialog about what somebody who can be reached was not content with."""

    def opened(bench: Workbench, window: Shell) -> FormDialog:
        said = FeedbackDraft(
            text="it stopped",
            reach="07700 900123",
            given_on=bench.today,
            scores=Scores(satisfaction=1),
        )
        number = bench.services.feedback.log(said, "Ruth").card.id
        ask = getattr(AskingFeedback(bench, window, FeedbackDeeds(bench, window)), deed)
        dialog = ask(number)
        assert isinstance(dialog, FormDialog)
        return dialog

    return opened


def _batch(bench: Workbench, window: Shell) -> FormDialog:
    dialog = BatchDialog(bench, None, window)
    dialog.open()
    return dialog


def _sample(bench: Workbench, window: Shell) -> FormDialog:
    samples = bench.services.samples
    if samples.offer() is None:
        publish(bench.services)
    presenter = SamplesPresenter(bench)
    presenter.open()
    assert presenter.state.offer is not None
    form = SampleForm(bench, presenter, presenter.state.offer, window)
    presenter.setParent(form)
    form.open()
    return form


def _walk(bench: Workbench, window: Shell) -> FormDialog:
    presenter = WalksPresenter(bench)
    form = WalkForm(bench, presenter, None, window)
    presenter.setParent(form)
    form.open()
    return form


def _wording(bench: Workbench, window: Shell) -> FormDialog:
    dialog = WordingDialog(bench, "L13", window)
    dialog.open()
    return dialog


ASKED = [name for name in vars(Asking) if not name.startswith("_") and name != "staticMetaObject"]
"""What is asked about one promise."""

FORMS = {
    "customer": Form(_customer),
    "promise": Form(_promise, {"text": "bring it", "due": "fri"}),
    "contact": Form(lambda bench, window: note_contact(bench, window, PATEL)),
    "need": Form(_support(NEED), {"need": "large_print"}),
    "safety": Form(_support(SAFETY), {"text": "a dog"}),
    "consent": Form(_support(CONSENT), {"wording": "May we write?"}),
    "complaint": Form(_complaint, {"text": "it stopped"}),
    "sorted": Form(
        _sorted, {"did": "Lent ours", "told_by": "phone", "on": "today"}, comes_back=False
    ),
    "cause": Form(_step(Deed.CAUSE), {"cause": "slip"}, comes_back=False),
    "answer": Form(
        _step(Action.DECIDE, Action.INVESTIGATE),
        {"finding": "upheld", "words": "it was old", "channel": "post", "on": "today"},
        comes_back=False,
    ),
    "outside": Form(
        _step(Action.GO_OUTSIDE, Action.INVESTIGATE, Action.DECIDE),
        {"words": "the court", "on": "today", "customer_went": (TICKED,)},
        comes_back=False,
    ),
    "point": Form(_in_file(FileDeed.ADD_POINT), {"text": "it stopped"}, comes_back=False),
    "log": Form(
        _in_file(FileDeed.ADD_ENTRY),
        {"kind": "fact", "text": "it stopped", "on": "today"},
        comes_back=False,
    ),
    "remedy": Form(
        _in_file(FileDeed.ADD_REMEDY),
        {"kind": "redo", "due": "fri", "done_on": "today", "amount_pence": "5", "vat_pence": "1"},
        comes_back=False,
    ),
    "learnt": Form(_in_file(FileDeed.LEARN), {"causes": ("slip",)}, comes_back=False),
    "action": Form(
        _in_file(FileDeed.ADD_ACTION), {"text": "look", "done_on": "today"}, comes_back=False
    ),
    "behaviour": Form(
        _in_file(FileDeed.ADD_BEHAVIOUR), {"text": "shouted", "on": "today"}, comes_back=False
    ),
    "feedback": Form(_feedback, {"text": "it was fine", "source": "a site", "given_on": "today"}),
    "handed out": Form(_batch, {"name": "cards", "first": "today"}),
    "heard": Form(_about_feedback("follow_up"), {"on": "today"}, comes_back=False),
    "decided": Form(_about_feedback("decide"), {"decision": "done"}, comes_back=False),
    "quoted": Form(_about_feedback("quoting"), {"may_quote": "yes"}, comes_back=False),
    "sample": Form(_sample, {"first": "+7", "last": "+9", "keys": ("call",)}, comes_back=False),
    "walk": Form(_walk, {"name": "a call", "walked_on": "today"}),
    "to do": Form(improving.to_do, {"due": "fri", "cost_pence": "12.50"}),
    "idea": Form(improving.idea, {"seen_on": "today", "try_by": "+5"}),
    "plan": Form(improving.plan),
    "skill": Form(improving.skill, {"learned_on": "today", "renew_by": "+5"}),
    "briefed": Form(improving.briefed, {"briefed_on": "today"}),
    "word": Form(improving.word, {"said_on": "today", "answered_on": "today"}),
    "from a word": Form(improving.from_word, {"due": "fri"}),
    "agreed": Form(improving.agreed, {"number": "2"}),
    "paper": Form(improving.paper, {"words": "# Angry\n\nOffer a chair."}),
    "review": Form(improving.review, {"held_on": "today", "next_on": "+90"}),
    "decision": Form(improving.decision, {"due": "fri"}),
    "offer": Form(improving.offer, {"new_pence": "5", "existing_pence": "6", "ends_on": "+90"}),
    "deal": Form(improving.deal),
    "breach": Form(privacy.breach, {"known_at": "today", "happened_on": "today"}),
    "fee": Form(privacy.fee, {"renews_on": "+20", "paid_pence": "52", "exempt_why": ""}),
    "request": Form(
        asked.request(RequestPart.FACTS), {"kind": "see", "received_on": "today", "own_due": "+20"}
    ),
    **{
        f"request {part.value[0]}": Form(asked.request(part), {"on": "today", "outcome": "done"})
        for part in RequestPart
        if part is not RequestPart.FACTS
    },
    "hold": Form(
        asked.hold(is_end=False), {"customer_id": PATEL, "since": "today", "look_again_on": "+90"}
    ),
    "hold ends": Form(asked.hold(is_end=True)),
    "kept longer": Form(asked.keep_longer, {"until": "+90"}),
    "wording": Form(_wording, {"words": WORDS_OF_L13}, comes_back=False),
    **{
        deed: Form(_asking(deed), {"on": "today", "due": "fri", "agreed": True}, comes_back=False)
        for deed in ASKED
    },
}


def furnish(bench: Workbench) -> None:
    """A customer, and fields of one's own on customers and promises."""
    services = bench.services
    assert services.customers.add(CustomerDraft(name="Mrs Meena Patel"), "Ruth").card.id == PATEL
    for on in OwnFieldOn:
        services.own_fields.add(OwnFieldDraft(on=on, name=f"Of our own {on.value}"), "Ruth")


def promised(bench: Workbench) -> int:
    """A promise that is open, and not yet due."""
    draft = PromiseDraft(
        customer_id=PATEL,
        text="bring the saw",
        due=Due(day=bench.today + timedelta(days=9)),
        promiser="Tom",
        made_on=bench.today,
    )
    return bench.services.promises.make(draft, "Ruth").card.id

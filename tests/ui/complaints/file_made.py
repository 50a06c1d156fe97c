# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A complaint with something in every card of its file, for tests of the screen."""

from datetime import UTC, date, datetime

from PySide6.QtWidgets import QApplication

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.complaints import (
    About,
    Assessment,
    ComplaintDraft,
    Finding,
    Serious,
    Wish,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import (
    BehaviourDraft,
    EntryDraft,
    EntryKind,
    Ground,
    IssueDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.elements import Element
from servicedesk.ui.complaints.file_cards import FileCards
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.scroll import ScrollPage
from tests.helpers.records import put_customer

RUTH = "Ruth"
TODAY = date(2026, 11, 25)
CAME = datetime(2026, 11, 18, 9, tzinfo=UTC)
DAY_1, DAY_2 = date(2026, 11, 19), date(2026, 11, 20)


def log(bench: Workbench, **more: object) -> int:
    """Write down a complaint of Wednesday 18 November."""
    values = {"text": "The saw stopped on the first morning", "received_at": CAME, **more}
    return bench.services.complaints.log(ComplaintDraft(**values), RUTH).card.id


def full(bench: Workbench) -> int:
    """A complaint that fills every card.

    Returns:
        Its number.
    """
    patel = put_customer(bench.services.units, "Mrs Meena Patel")
    made = log(
        bench,
        customer_id=patel,
        about=About.DAMAGE,
        serious=Serious.SERIOUS,
        is_safety=True,
        from_stock=True,
        is_ongoing=True,
        product="Wet saw, hired for a week",
        job_ref="INV 4471",
        happened_on=date(2026, 11, 17),
        place="Her kitchen at 14 Wellington Road",
        staff="Tom",
        amount_pence=12000,
        wishes=(Wish.REFUND, Wish.APOLOGY),
        wish_words="and a saw that works by Friday",
        acting_for="her mother",
    )
    parts = bench.services.complaints.parts
    weighed = Assessment(severity=3, impact=0, urgency=2, is_safety=True, support_need=True)
    parts.assess(made, weighed, RUTH)
    _looked_into(bench, made)
    _put_right(bench, made)
    parts.told_insurer(made, DAY_1, "", RUTH)
    parts.checked_stock(made, DAY_2, RUTH)
    parts.note_costs(made, 3550, 95, RUTH)
    parts.stand_in(made, "Ruth Ellis", RUTH)
    parts.hold(made, "Her solicitor has written", RUTH)
    parts.followed_up(made, DAY_2, 4, RUTH)
    behaviour = BehaviourDraft(
        on=DAY_2, text="Shouted at Tom at the counter", limits="by letter only", warned_on=DAY_2
    )
    parts.add_behaviour(made, behaviour, RUTH)
    return made


def _looked_into(bench: Workbench, made: int) -> None:
    parts = bench.services.complaints.parts
    bench.services.complaints.take(made, Action.INVESTIGATE, Given(on=DAY_1), RUTH)
    first = IssueDraft(
        text="The saw stopped", finding=Finding.UPHELD, reasons="The blade was worn through"
    )
    parts.add_issue(made, first, RUTH)
    parts.add_issue(made, IssueDraft(text="Nobody rang back"), RUTH)
    for kind, text, source, is_private in (
        (EntryKind.ACCOUNT, "It sparked and went dead in the first tile", "Mrs Patel", False),
        (EntryKind.FACT, "The blade was last changed in May", "workshop book", False),
        (EntryKind.NOTE, "Tom forgot the check before hire", "Tom", True),
    ):
        entry = EntryDraft(kind=kind, text=text, source=source, on=DAY_1, is_private=is_private)
        parts.add_entry(made, entry, RUTH)


def _put_right(bench: Workbench, made: int) -> None:
    parts = bench.services.complaints.parts
    refund = RemedyDraft(
        kind=RemedyKind.REFUND_FULL,
        amount_pence=12000,
        vat_pence=2000,
        method="to the card",
        by_whom="Tom",
        due=date(2026, 11, 27),
    )
    sorry = RemedyDraft(
        kind=RemedyKind.APOLOGY, ground=Ground.GOODWILL, words="said it by phone", done_on=DAY_2
    )
    parts.add_remedy(made, refund, RUTH)
    parts.add_remedy(made, sorry, RUTH)
    learning = Learning(
        causes=(Cause.PROCEDURE_NOT_FOLLOWED, Cause.HAND_OVER),
        whys=("The blade was worn", "It was not looked at before hire", "Tom was alone that day"),
        lessons="Nothing goes out without the check",
        element=Element.QUALITY_EFFICIENCY,
    )
    parts.learn(made, learning, RUTH)
    check = ActionDraft(
        text="Hang the check list beside the hire desk",
        owner="Ruth",
        done_on=DAY_2,
        cause=Cause.PROCEDURE_NOT_FOLLOWED,
        cost_pence=400,
    )
    parts.add_action(made, check, RUTH)
    parts.add_action(made, ActionDraft(text="Train Tom", owner="Ruth", due=TODAY), RUTH)


def shown(bench: Workbench, qtbot, complaint_id: int | None, width=780) -> FileCards:
    """The file on the screen, in a page that scrolls."""
    page = ScrollPage(widest=56)
    cards = FileCards(bench)
    page.body.addWidget(cards)
    cards.kept_page = page  # nobody else holds it
    page.body.addStretch(1)
    qtbot.addWidget(page)
    page.resize(width, 702)
    cards.show_complaint(complaint_id)
    with qtbot.waitActive(page):
        page.show()
    QApplication.processEvents()
    return cards


def ways(cards: FileCards, card: str) -> dict[str, object]:
    """The buttons of a card, by their words."""
    return {way.words: button for way, button in cards.cards[card].buttons.items()}


def press_way(cards: FileCards, card: str, words: str):
    """Press a button of a card; the dialog it opens, or None."""
    cards.dialog = None
    ways(cards, card)[words].click()
    return cards.dialog


def field(dialog, name: str):
    """A field of a dialog."""
    return next(each for each in dialog.fields() if each.question_id == name)


def type_into(dialog, **typed: object) -> None:
    """Put answers into the fields as if typed, and save."""
    for name, value in typed.items():
        field(dialog, name).show_typed(value)
    dialog.save_button.click()

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A complaint with all that can hang on one, as the pretend shop would have it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from servicedesk.domain.actions import ActionCard, ActionDraft
from servicedesk.domain.complaints import (
    About,
    Assessment,
    ComplaintCard,
    ComplaintDraft,
    Content,
    Dates,
    Dues,
    Finding,
    Priority,
    Stage,
    Wish,
)
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import (
    BehaviourCard,
    BehaviourDraft,
    ComplaintFile,
    EntryCard,
    EntryDraft,
    EntryKind,
    Ground,
    IssueCard,
    IssueDraft,
    OutsideKind,
    PauseCard,
    ReferralCard,
    ReferralDraft,
    RemedyCard,
    RemedyDraft,
    RemedyKind,
    StepCard,
)
from servicedesk.domain.complaints_pack import Material
from servicedesk.domain.contacts import ContactCard, ContactDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.kinds import Kind
from servicedesk.domain.letters import LetterCard
from servicedesk.domain.promises import Due, PromiseCard, PromiseDraft, PromiseKind
from servicedesk.domain.record_files import FileCard

CAME = datetime(2026, 9, 14, 8, tzinfo=UTC)
ANSWERED = date(2026, 9, 24)
DRAFT = ComplaintDraft(
    customer_id=5,
    text="The tap you fitted dripped again after two days. I rang on 8 September and left a "
    "message. Nobody rang me back, and the cupboard under the sink is wet through.",
    about=About.QUALITY_OF_WORK,
    wishes=(Wish.REDO, Wish.PRICE_REDUCTION),
    wish_words="and somebody who rings when they say so",
    received_at=CAME,
    channel=Channel.COUNTER,
    taken_by="Tom Reed",
    handler="Ruth Hollins",
    job_ref="J-118",
    product="Kitchen tap, fitted",
    happened_on=date(2026, 9, 5),
    place="3 Orchard Close, Kirby Muxloe",
    staff="Tom Reed",
    amount_pence=8500,
    is_ongoing=True,
    from_stock=True,
    notes="She was right to be cross.",
)
CARD = ComplaintCard(
    id=14,
    ref="C-2026-0014",
    draft=DRAFT,
    customer_name="Mrs Asha Patel",
    remember="Ask about the cat",
    stage=Stage.REMEDY_PENDING,
    assessment=Assessment(
        severity=2, impact=1, urgency=2, raised=Priority.P1, raise_note="second time with her"
    ),
    dates=Dates(
        acknowledged_at=datetime(2026, 9, 15, 9, 30, tzinfo=UTC),
        update_sent_on=date(2026, 9, 21),
        decided_on=ANSWERED,
        insurer_told_on=date(2026, 9, 16),
    ),
    dues=Dues(
        acknowledge_on=date(2026, 9, 16),
        decide_on=date(2026, 9, 28),
        ceiling_on=date(2026, 11, 9),
    ),
    finding=Finding.UPHELD,
    outcome_words="We fit a new washer at no charge and give £20 back.",
    told_by=Channel.POST,
    learning=Learning(
        causes=(Cause.SLIP, Cause.HAND_OVER),
        whys=("The washer was a size too small.", "The box was not labelled."),
        lessons="Check washers against the tap.",
    ),
    stand_in="Tom Reed",
    cost_pence=4250,
    minutes_spent=95,
    satisfaction=4,
    content=Content.YES,
    legal_hold="Her insurer may ask until the end of 2027",
)


def step(number: int, action: str, on: date, before: Stage | None, after: Stage) -> StepCard:
    """A step taken by Ruth on a day."""
    return StepCard(
        id=number,
        complaint_id=14,
        action=action,
        before=before,
        after=after,
        happened_on=on,
        written_at=datetime.combine(on, datetime.min.time(), UTC).replace(hour=10),
        who="Ruth",
    )


def entry(number: int, kind: EntryKind, text: str, day: int, **more: object) -> EntryCard:
    """A line of the log."""
    draft = EntryDraft(kind=kind, text=text, on=date(2026, 9, day), **more)
    return EntryCard(id=number, complaint_id=14, draft=draft, who="Ruth", written_at=CAME)


FILE = ComplaintFile(
    card=CARD,
    issues=(
        IssueCard(
            id=1,
            complaint_id=14,
            place=1,
            draft=IssueDraft(
                text="The tap dripped again after two days.",
                finding=Finding.UPHELD,
                reasons="The washer was a size too small; the job sheet of 3 September says which "
                "one was fitted.",
            ),
        ),
        IssueCard(
            id=2,
            complaint_id=14,
            place=2,
            draft=IssueDraft(
                text="Nobody rang me back.",
                finding=Finding.UPHELD,
                reasons="Your message of 8 September was written down and then overlooked.",
            ),
        ),
    ),
    entries=(
        entry(1, EntryKind.DOCUMENT, "Job sheet J-118 names washer 12 mm", 16, source="folder"),
        entry(2, EntryKind.ACCOUNT, "Tom fitted what was in the box", 17, source="Tom Reed"),
        entry(3, EntryKind.NOTE, "Ask the maker about the boxes", 18),
        entry(4, EntryKind.FACT, "Two other boxes are labelled wrong", 18, is_private=True),
    ),
    remedies=(
        RemedyCard(
            id=1,
            complaint_id=14,
            promise_id=3,
            draft=RemedyDraft(
                kind=RemedyKind.REDO,
                words="fit a new washer",
                by_whom="Tom Reed",
                due=date(2026, 10, 2),
            ),
        ),
        RemedyCard(
            id=2,
            complaint_id=14,
            draft=RemedyDraft(
                kind=RemedyKind.REFUND_PART,
                ground=Ground.GOODWILL,
                amount_pence=2000,
                method="to the card",
                done_on=date(2026, 9, 25),
                approved_by="Ruth Hollins",
                over_because="it is the second time",
            ),
        ),
        RemedyCard(
            id=3,
            complaint_id=14,
            draft=RemedyDraft(
                kind=RemedyKind.TRAINING,
                words="spoke with Tom about boxes",
                done_on=date(2026, 9, 25),
            ),
        ),
    ),
    pauses=(
        PauseCard(
            id=1,
            complaint_id=14,
            from_on=date(2026, 9, 17),
            until=date(2026, 9, 18),
            question="May we see a photo of the tap from the side?",
        ),
    ),
    actions=(
        ActionCard(
            id=1,
            complaint_id=14,
            draft=ActionDraft(text="Label the boxes of washers", owner="Tom Reed"),
            works=True,
        ),
    ),
    referrals=(
        ReferralCard(
            id=1,
            complaint_id=14,
            draft=ReferralDraft(
                kind=OutsideKind.ADR,
                body="Home Trades Dispute Scheme",
                their_ref="HT 881",
                referred_on=date(2026, 9, 28),
                cost_pence=6000,
            ),
        ),
    ),
    behaviours=(
        BehaviourCard(
            id=1,
            complaint_id=14,
            draft=BehaviourDraft(on=date(2026, 9, 22), text="Shouted at Tom on the phone"),
        ),
    ),
    steps=(
        step(1, "log", date(2026, 9, 14), None, Stage.RECEIVED),
        step(2, "acknowledge", date(2026, 9, 15), Stage.RECEIVED, Stage.ACKNOWLEDGED),
        step(3, "investigate", date(2026, 9, 16), Stage.ACKNOWLEDGED, Stage.INVESTIGATING),
        step(4, "ask_customer", date(2026, 9, 17), Stage.INVESTIGATING, Stage.WAITING_CUSTOMER),
        step(5, "customer_replied", date(2026, 9, 18), Stage.WAITING_CUSTOMER, Stage.INVESTIGATING),
        replace(
            step(6, "wait_other", date(2026, 9, 18), Stage.INVESTIGATING, Stage.WAITING_OTHER),
            note="the maker",
        ),
        step(7, "other_replied", date(2026, 9, 22), Stage.WAITING_OTHER, Stage.INVESTIGATING),
        step(8, "decide", ANSWERED, Stage.INVESTIGATING, Stage.DECIDED),
        step(9, "plan_remedy", ANSWERED, Stage.DECIDED, Stage.REMEDY_PENDING),
    ),
)


def contact(number: int, day: int, text: str, **more: object) -> ContactCard:
    """A contact about the complaint, by phone at eleven."""
    at = datetime(2026, 9, day, 10, tzinfo=UTC)
    said: dict[str, object] = {"customer_id": 5, "at": at, "text": text, "by_whom": "Tom Reed"}
    draft = ContactDraft(**{**said, **more})
    name = "Mrs Asha Patel" if draft.customer_id == 5 else "Brightwater Taps Ltd"
    return ContactCard(id=number, draft=draft, customer_name=name, written_at=at)


def letter_card(number: int, title: str, on: date, **more: object) -> LetterCard:
    """A letter about the complaint."""
    values: dict[str, object] = {
        "id": number,
        "ref": f"L-2026-{number:04}",
        "template": "L01",
        "template_version": 1,
        "title": title,
        "customer_id": 5,
        "promise_id": None,
        "issued_on": on,
        "written_at": datetime.combine(on, datetime.min.time(), UTC).replace(hour=15),
        "values": {},
        "body": "",
        "is_large_print": False,
        "signatory": "Ruth Hollins",
        "attachment_id": number,
    }
    return LetterCard(**{**values, **more})


def file_card(number: int, name: str, media_type: str = "image/png") -> FileCard:
    """A file that lies with the complaint."""
    return FileCard(
        id=number,
        kind=Kind.COMPLAINT,
        record_id=14,
        name=name,
        size=240_000,
        media_type=media_type,
        added_on=date(2026, 9, 18),
    )


PROMISE = PromiseCard(
    id=3,
    ref="P-2026-0031",
    draft=PromiseDraft(
        customer_id=5,
        text="fit a new washer",
        due=Due(day=date(2026, 10, 2)),
        promiser="Tom Reed",
        made_on=ANSWERED,
        kind=PromiseKind.REMEDY,
    ),
    first_due=Due(day=date(2026, 10, 2)),
)
MATERIAL = Material(
    file=FILE,
    contacts=(
        contact(1, 15, "Told her that we have it and look at it", is_incoming=False),
        contact(2, 22, "Asked when she hears"),
        contact(3, 22, "The maker sends the right washer", customer_id=9),
    ),
    letters=(
        letter_card(1, "We have your complaint", date(2026, 9, 15)),
        letter_card(2, "Our answer", ANSWERED),
        letter_card(3, "Claim to a supplier", date(2026, 9, 18), template="L28", customer_id=9),
        letter_card(4, "How it goes", date(2026, 9, 21), withdrawn_on=date(2026, 9, 22)),
    ),
    to_others=frozenset({3}),
    promises=(PROMISE,),
    files=(file_card(1, "tap from the side.png"), file_card(2, "quote.pdf", "application/pdf")),
    reach=("3 Orchard Close", "Kirby Muxloe", "Leicester", "LE9 2XX", "01632 960555"),
    own=(("Boiler", "Baxi 24"),),
)

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints as they are lived, each from its first day, with the letters that went out.

Nothing of a letter is made up by hand here but what an owner types: days, findings, what puts it
right, who looks again, outside help and the law come from the complaint and its file.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from servicedesk.domain.complaints import About, Finding, Track
from servicedesk.domain.complaints_file import BehaviourDraft, RemedyKind
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Address, Channel, CustomerDraft, Reach, ReachKind
from servicedesk.domain.letters import Voice
from tests.services.letters_lived import CAME, OURS, Desk, Out, desk_in
from tests.services.letters_made import said

SCHEME = {
    "outside_help_status": "trade_body",
    "outside_help_body": "Home Trades Dispute Scheme",
    "outside_help_accredited": "yes",
    "outside_help_checked_on": date(2026, 9, 1),
    "outside_help_phone": "01632 960800",
    "outside_help_website": "hometrades.example",
    "outside_help_method": "decision",
    "outside_help_cost": "Nothing.",
    "outside_help_deadline": "within 12 months of our last answer",
    "outside_help_binding": "Yes, if you accept it",
}


def tap(desk: Desk) -> None:
    """They were right: told, kept waiting with a reason, answered, put right, asked."""
    number = desk.came(
        "The tap you fitted dripped again after two days. Nobody rang me back!",
        about=About.QUALITY_OF_WORK,
        staff="Tom Reed",
        taken_by="Tom Reed",
        product="kitchen tap",
    )
    desk.slip(number)
    desk.on(date(2026, 9, 15))
    desk.posted(desk.letter("L01", number))
    desk.take(number, Action.INVESTIGATE, words=OURS)
    desk.seen(number, "our job sheet of 3 September")
    desk.seen(number, OURS, is_private=True)
    desk.on(date(2026, 9, 24))
    desk.letter(
        "L02",
        number,
        progress="We have spoken to Tom, and looked at the photos you brought.",
        still_to_do="The maker has to say whether the washer was faulty when it came.",
        reason="The maker has had the washer since Monday.",
        new_date="2026-10-06",
    )
    _tap_answered(desk, number)
    _tap_put_right(desk, number)
    desk.packs(number)


def _tap_answered(desk: Desk, number: int) -> None:
    desk.on(date(2026, 10, 5))
    desk.found(
        number,
        "The tap dripped again after two days",
        Finding.UPHELD,
        "The washer was a size too small. Our job sheet says which one was fitted.",
    )
    desk.found(number, "Nobody rang me back!", Finding.UPHELD, "Your message was overlooked")
    desk.remedy(
        number, RemedyKind.REDO, "A new washer, at no charge", by_whom="Tom Reed",
        due=date(2026, 10, 9),
    )  # fmt: skip
    desk.remedy(
        number,
        RemedyKind.REFUND_PART,
        amount_pence=2000,
        method="to the card you paid with",
        due=date(2026, 10, 9),
    )
    desk.changed(number, "We check every washer against the tap")
    desk.changed(number, "We read messages twice a day.")
    desk.letter(
        "L04",
        number,
        what_happened="we fitted a washer that was too small, and then forgot to ring you!",
        effect_on_you="You had a wet floor for a week, and took a morning off to wait for us.",
    )
    desk.letter(
        "L11",
        number,
        remedy__window="between 8 and 10 in the morning",
        remedy__access="Somebody at home, and the cupboard under the sink empty.",
    )


def _tap_put_right(desk: Desk, number: int) -> None:
    desk.on(date(2026, 10, 9))
    desk.letter("L10", number, paid_for="the tap that dripped", sorry_for="the wait")
    for one in desk.shop.services.complaints.file(number).remedies:
        if one.draft.done_on is None:
            parts = desk.shop.services.complaints.parts
            parts.remedy_done(number, one.id, desk.shop.clock.today(), "Ruth Hollins")
    desk.take(number, Action.RESOLVE)
    desk.on(date(2026, 10, 23))
    desk.letter("L16", number)


def bill(desk: Desk) -> None:
    """They were right in part, saw it differently, and did not agree in the end either."""
    number = desk.came("You charged me twice for the visit, and nobody rang me back.")
    desk.on(date(2026, 9, 15))
    desk.take(number, Action.INVESTIGATE, words=OURS)
    desk.letter("L03", number, items="The card slips of both days", why_needed="They show it.")
    desk.on(date(2026, 9, 29))
    desk.letter("L03", number, items="The card slips of both days", reply_by="2026-10-06")
    desk.on(date(2026, 10, 2))
    desk.take(number, Action.CUSTOMER_REPLIED)
    desk.found(number, "You charged me twice", Finding.NOT_UPHELD, "There were two visits.")
    desk.found(number, "Nobody rang me back.", Finding.UPHELD, "The message was overlooked.")
    desk.remedy(number, RemedyKind.GOODWILL, amount_pence=1000, done_on=date(2026, 10, 2))
    desk.changed(number, "We read the book of messages at noon")
    desk.letter(
        "L05",
        number,
        what_happened="Your message of 8 September was overlooked, and nobody rang you",
        effect_on_you="You waited by the phone for two days",
    )
    desk.on(date(2026, 10, 6))
    desk.take(number, Action.SECOND_LOOK, by_whom="Ben Cole", words=OURS)
    desk.on(date(2026, 10, 12))
    desk.letter(
        "L09",
        number,
        who="Ben Cole",
        looked_at="both job sheets, and your card slips",
        review_result="The first answer stays",
        effect_on_you="You waited by the phone for two days",
    )
    desk.on(date(2026, 11, 10))
    desk.remedy(
        number,
        RemedyKind.REFUND_PART,
        "Half of the second visit back",
        amount_pence=2250,
        due=date(2026, 11, 20),
        valid_until=date(2026, 12, 10),
    )
    desk.letter("L08", number, looked_at="both job sheets, and your card slips")


def paint(desk: Desk) -> None:
    """They were not right; a gift all the same, and later asked how it was handled."""
    number = desk.came("The paint you sold me is another white than the last tin.")
    desk.on(date(2026, 9, 17))
    desk.take(number, Action.INVESTIGATE)
    desk.found(
        number,
        "The paint is another white",
        Finding.NOT_UPHELD,
        "Both tins have the same number, and side by side they are the same.",
    )
    desk.remedy(number, RemedyKind.GOODWILL, amount_pence=500)
    desk.letter("L06", number, looked_at="Both tins, side by side in daylight")
    desk.take(number, Action.RESOLVE, accepted=True)
    desk.on(date(2026, 10, 5))
    desk.letter("L16", number)


def kettle(desk: Desk) -> None:
    """Something small, put right at once; then a gift, a word about manners, and a claim."""
    number = desk.came("The kettle leaked from the first day", product="kettle K-20")
    desk.on(date(2026, 9, 15))
    desk.take(number, Action.INVESTIGATE)
    desk.remedy(number, RemedyKind.REPLACEMENT, "A new kettle", done_on=date(2026, 9, 15))
    desk.changed(number, "Every kettle is filled once before it is sold")
    desk.letter(
        "L07",
        number,
        what_happened="The kettle we sold you leaked",
        effect_on_you="You had to come back twice",
    )
    noted = BehaviourDraft(on=date(2026, 9, 15), text="One of us was shouted at, at the counter")
    parts = desk.shop.services.complaints.parts
    parts.add_behaviour(number, noted, "Ruth Hollins")
    desk.letter("L30", number, behaviour__ask="please speak to all of us calmly")
    desk.letter(
        "L28",
        number,
        customer__name="Brightwater Taps Ltd",
        customer__salutation="Sir or Madam",
        customer__address_block="Unit 4, Mill Lane\nWalsall\nWS1 1AA",
        claim__order="Order 20881 of 26 August 2026",
        claim__fault="It leaks at the seam",
        claim__ask="Send us a new one",
    )
    desk.letter(
        "L12",
        number,
        gift_reason="thank you for your patience",
        gift="£5 off anything in the shop",
        gift_how="Show this letter at the till",
        valid_until="2026-12-31",
    )


def offers_by_text(desk: Desk) -> None:
    """About their information, and they were right."""
    number = desk.came(
        "You sent me offers by text after I had asked you twice to stop.",
        track=Track.DATA_PROTECTION,
        channel=Channel.PHONE,
    )
    desk.on(date(2026, 9, 15))
    desk.letter("L23A", number)
    desk.take(number, Action.INVESTIGATE)
    desk.on(date(2026, 9, 18))
    desk.found(
        number,
        "You sent me offers after I had asked you to stop",
        Finding.UPHELD,
        "Your first call was not written down",
    )
    desk.remedy(
        number,
        RemedyKind.RECORD_CORRECTED,
        "Your number is off the list",
        done_on=date(2026, 9, 18),
    )
    desk.changed(number, "Whoever takes such a call changes the list at once")
    desk.letter("L23B", number, looked_at="The list of numbers")


def only_ticked(desk: Desk) -> None:
    """Nothing but a topic was ticked, and of who came only a first name is known."""
    number = desk.came("", None, called="Jo", about=About.LATE_DELIVERY)
    desk.slip(number)
    desk.on(date(2026, 9, 15))
    desk.letter("L01", number)
    desk.take(number, Action.INVESTIGATE)
    desk.on(date(2026, 9, 18))
    desk.remedy(number, RemedyKind.APOLOGY, "An apology at the counter", done_on=date(2026, 9, 18))
    desk.changed(number, "I write down when I am late")
    desk.letter(
        "L04",
        number,
        what_happened="I came an hour late",
        effect_on_you="You had to wait in the rain",
        findings="I agree that I came late. The van did not start.",
    )


def scotland(desk: Desk) -> None:
    """In Scotland, alone in the shop, without an arrangement for outside help."""
    number = desk.came("You left mud on the carpet", CustomerDraft(name="Ailsa Boyd"))
    desk.on(date(2026, 9, 15))
    desk.take(number, Action.INVESTIGATE)
    desk.found(number, "You left mud on the carpet", Finding.NO_FINDING, "Nobody took a photo")
    desk.letter("L06", number, looked_at="My notes of the day")
    desk.take(number, Action.SECOND_LOOK, by_whom="Ruth Hollins")
    desk.on(date(2026, 11, 10))
    desk.letter("L08", number, looked_at="My notes of the day")


def ulster(desk: Desk) -> None:
    """In Northern Ireland: information again, and this time nothing was wrong."""
    number = desk.came(
        "You told my neighbour what I paid.",
        track=Track.DATA_PROTECTION,
        channel=Channel.POST,
    )
    desk.on(date(2026, 9, 16))
    desk.letter("L23A", number)
    desk.take(number, Action.INVESTIGATE)
    desk.found(number, "You told my neighbour", Finding.NOT_UPHELD, "I have not met them.")
    desk.on(date(2026, 9, 18))
    desk.letter("L23B", number)
    other = desk.came("The lamp flickers", CustomerDraft(name="Mr Niall Roe", salutation="Mr Roe"))
    desk.on(date(2026, 9, 18))
    desk.take(other, Action.INVESTIGATE)
    desk.found(other, "The lamp flickers", Finding.NOT_UPHELD, "The old bulb does it anywhere.")
    desk.letter("L06", other, looked_at="The lamp, with two bulbs")


def a_business(desk: Desk) -> None:
    """A customer that is a business, to which what the law gives people does not apply."""
    hotel = CustomerDraft(
        name="Moor Hotel Ltd",
        is_consumer=False,
        reaches=(Reach(kind=ReachKind.EMAIL, shown="desk@moor.example", label=""),),
        addresses=(Address(lines="High Street\nAshby-de-la-Zouch", postcode="LE65 2AA"),),
    )
    number = desk.came("Six of the twelve locks are stiff.", hotel)
    desk.on(date(2026, 9, 17))
    desk.take(number, Action.INVESTIGATE)
    desk.found(number, "Six locks are stiff", Finding.NOT_UPHELD, "They open with one finger.")
    desk.letter("L06", number, looked_at="All twelve locks, with your porter")
    desk.take(number, Action.SECOND_LOOK, by_whom="Ben Cole")
    desk.on(date(2026, 11, 10))
    desk.letter("L08", number, looked_at="All twelve locks again")


def at_the_door(desk: Desk) -> None:
    """Work agreed at the customer's home, with the right to cancel it."""
    desk.on(CAME)
    customer = desk.shop.customer()
    writing = desk.shop.services.letters_writing
    draft = writing.draft("L29", customer_id=customer, who="Ruth Hollins")
    following = writing.following("contract.date", CAME.isoformat())
    draft = said(
        draft,
        contract__what="Fit a new kitchen tap, for £185.00",
        contract__date=CAME.isoformat(),
        contract__begun="Turn off and take out the old tap on 16 September 2026",
    )
    card = writing.issue(said(draft, **following), "Ruth Hollins").card
    desk.keep(card)


Story = Callable[[Desk], None]
STORIES: dict[str, tuple[Story, Voice, dict[str, object]]] = {
    "tap": (tap, Voice.WE, SCHEME),
    "bill": (bill, Voice.WE, SCHEME),
    "paint": (paint, Voice.WE, {}),
    "kettle": (kettle, Voice.WE, {}),
    "offers by text": (offers_by_text, Voice.WE, {}),
    "only ticked": (only_ticked, Voice.ONE, {"phone": ""}),
    "scotland": (scotland, Voice.ONE, {"nation": "sct"}),
    "ulster": (ulster, Voice.ONE, {"nation": "nir"}),
    "a business": (a_business, Voice.WE, SCHEME),
    "at the door": (at_the_door, Voice.WE, {}),
}
"""Name of a story -> what happens, who speaks, and what is known of the business besides."""


def lived(folder: Path) -> Out:
    """All that went out in all stories."""
    out = Out()
    for name, (story, voice, facts) in STORIES.items():
        with desk_in(folder, name, out, voice, **facts) as desk:
            story(desk)
    return out

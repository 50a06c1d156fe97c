# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the pretend shop writes into its letters about complaints."""

from servicedesk.content.law import letter_facts
from tests.papers.words import RESOURCES

COMPLAINT_VALUES = {
    "complaint.ref": "C-2026-0014",
    "complaint.other_ref": "C-2026-0015",
    "complaint.received_on": "2026-09-14",
    "complaint.channel": "at the counter",
    "complaint.summary": "“The tap you fitted dripped again after two days. Nobody rang me back.”",
    "complaint.handler": "Ruth Hollins",
    "complaint.resolved_on": "2026-09-22",
    "complaint.answered_on": "2026-09-21",
    "decide_by": "2026-09-28",
    "progress": "We have spoken to Tom, and looked at the photos you brought.",
    "still_to_do": "The maker has to say whether the washer was faulty when it came.",
    "new_date": "2026-10-06",
    "items": "The receipt, or the number on it\nA photo of the tap from the side",
    "why_needed": "They show us which washer was fitted, and when",
    "what_happened": "The washer we fitted was too small, so the tap dripped again after two days",
    "effect_on_you": "You had a wet floor for a week, and took a morning off to wait for us",
    "looked_at": "our job sheet of 3 September, your photos, and what Tom told us",
    "finding": "partly",
    "findings": (
        "“The tap dripped again after two days.” We agree. The washer was a size too small; "
        "the job sheet of 3 September says which was fitted.\n"
        "“Nobody rang me back.” We agree. Your message of 8 September was written down and "
        "then overlooked."
    ),
    "remedies": (
        "The washer is replaced, at no charge. Tom Reed sees to it by 2 October 2026.\n"
        "Part of your money back: £20.00, to the card you paid with, by 2 October 2026."
    ),
    "change": "We check every washer against the tap, and read messages twice a day.",
    "goodwill": "£10 off your next visit",
    "review_by": "2026-10-28",
    "review_how": "Tom Reed, who has not dealt with it before, will then look at it afresh",
    "offer": "We fit a new tap of the same make at no charge, and pay back £40 of the £85",
    "if_accepted": "we do both by 16 October 2026, and the complaint is settled",
    "if_refused": "the offer ends, and you keep every other way that is open to you",
    "valid_until": "2026-10-30",
    "adr.paragraph": (
        "If you and we cannot agree, you can take your complaint to the Home Trades Dispute "
        "Scheme: 01632 960800, hometrades.example. It decides the matter. It costs you nothing. Go "
        "to it within 12 months of our last answer. We must do as it says if you accept it."
    ),
    "reviewed_by": "Tom Reed, who had not dealt with it before, has looked at all of it again",
    "review_result": "The first answer changes, and you were right about the call as well",
    "amount": "45",
    "method": "to the card you paid with",
    "paid_for": "the kettle you brought back on 14 September",
    "sent_on": "2026-09-30",
    "expect_by": "2026-10-05",
    "sorry_for": "selling you a kettle that leaked",
    "remedy.what": "Fit a new tap of the same make",
    "remedy.due": "2026-10-05",
    "remedy.window": "between 8 and 10 in the morning",
    "remedy.who": "Tom Reed",
    "remedy.access": "Somebody at home, and the cupboard under the sink empty",
    "gift_reason": "Thank you for your patience while we waited for the part",
    "gift": "£10 off anything in the shop",
    "gift_how": "Show this letter at the till",
    "claim.bought": "mixer tap MT-40",
    "claim.order": "Order 20881 of 26 August 2026",
    "claim.bought_on": "2026-08-28",
    "claim.fault": "The valve leaks at the base from the first day",
    "claim.waiting": "A customer, since 14 September 2026",
    "claim.ask": "Send us a new one, and pay for the second visit",
    "contract.what": "Fit a new kitchen tap, for £185.00",
    "contract.date": "2026-10-07",
    "contract.cancel_by": "2026-10-21",
    "contract.begun": "Turn off and take out the old tap on 9 October 2026",
    "behaviour.on": "2026-09-28",
    "behaviour.what": "Tom Reed was shouted at on the phone and called names",
    "behaviour.ask": "Please speak to everybody here as you would like to be spoken to",
    "behaviour.limits": "letters and e-mails only, which we read every day",
    "behaviour.review_on": "2026-12-28",
    **{name: fact.text for name, fact in letter_facts(RESOURCES, "eng").items()},
}
"""By the name of the field; days as ISO text."""

SCHEME = (
    "If you and we cannot agree, you can take your complaint to the Home Trades Dispute Scheme: "
    "hometrades.example. It decides the matter. It costs you nothing."
)
"""Outside help where less is said of it, so that a letter with much else keeps to one page."""

OF_ONE_LETTER = {
    "L01": {"today": "2026-09-15"},
    "L02": {
        "today": "2026-09-25",
        "reason": "The maker has asked for the washer, and has it since Wednesday.",
    },
    "L06": {
        "findings": (
            "“You charged me twice for the visit.” We do not agree. There were two visits, on 3 "
            "and 10 September, and you signed for each.\n"
            "“The price was never said.” We do not agree. It stands on the quote of 1 September "
            "that you agreed by e-mail."
        ),
        "looked_at": "both job sheets, the quote of 1 September and your e-mail about it",
    },
    "L05": {
        "findings": (
            "“Nobody rang me back.” We agree. Your message of 8 September was written down and "
            "then overlooked.\n"
            "“You charged me twice for the visit.” We do not agree. There were two visits, and "
            "you signed for each."
        ),
        "what_happened": "Your message of 8 September was overlooked, and nobody rang you",
        "effect_on_you": "You waited by the phone for two days, and then had to come in",
        "remedies": "£10 off the bill. Done on 29 September 2026.",
        "change": "We read the book of messages at noon and at closing time",
    },
    "L04": {
        "remedies": (
            "The washer is replaced, at no charge. Tom Reed sees to it by 2 October 2026.\n"
            "Part of your money back: £20.00, to the card you paid with. Done on 29 September 2026."
        ),
        "adr.paragraph": SCHEME,
    },
    "L09": {
        "findings": (
            "“Nobody rang me back.” We agree now. Your message of 8 September was in the book, and "
            "was overlooked."
        ),
        "remedies": "Your money back for the visit: £35.00. Done on 29 September 2026.",
        "effect_on_you": "You waited by the phone for two days",
        "adr.paragraph": SCHEME,
        "review_how": "We will then look at it afresh, from the beginning",
    },
    "L08": {
        "findings": (
            "“The tap dripped again after two days.” We agree. The washer was a size too small.\n"
            "“The worktop is spoilt.” We could not find out for certain. Our photo of "
            "3 September shows the mark already, and yours does not show the edge."
        ),
    },
    "L23A": {
        "today": "2026-09-15",
        "complaint.summary": "“You sent me offers by text after I had asked you twice to stop.”",
        "complaint.channel": "by phone",
    },
    "L23B": {
        "findings": (
            "“You sent me offers after I had asked you to stop.” We agree. Your first call was "
            "not written down, so your number stayed on the list."
        ),
        "looked_at": "the list of numbers, and who took your call on 1 September",
        "effect_on_you": "You were bothered three times with something you had said no to",
        "remedies": "Your number is off the list. Done on 15 September 2026.",
        "change": "Whoever takes such a call now changes the list while you are on the phone",
    },
    "L29": {"today": "2026-10-07"},
    "L28": {
        "customer.name": "Brightwater Taps Ltd",
        "customer.salutation": "Sir or Madam",
        "customer.address_block": "Unit 4, Mill Lane\nWalsall\nWS1 1AA",
        "stand_in": "",
    },
    "L30": {
        "behaviour.what": "One of us was shouted at on the phone and called names",
        "complaint.answered_on": "",
    },
}
"""Where a letter needs other values to be one that somebody would send."""

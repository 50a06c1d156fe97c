# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The words that the wording check knows: loose words, verbs, hard words, third parties."""

import re

from servicedesk.domain.wording_text import phrase

HASTE = phrase(
    "as (?:soon|quickly|fast|quick|promptly|swiftly) as (?:we |i )?(?:possibly )?"
    "(?:possible|can|(?:reasonably )?practicable)",
    "at (?:our|my|the|your) earliest (?:convenience|opportunity)",
    "(?:in|within) the shortest (?:possible )?time",
    r"a\.?s\.?a\.?p",
    "promptly",
    "quickly",
    "swiftly",
    "speedily",
    "rapidly",
    "shortly",
    r"(?<!how\s)(?<!too\s)soon(?! as)",
    "in due course",
    "in good time",
    "in no time",
    "(?:in|within) an? (?:[a-z]{4,14}(?:,| and) ){0,2}(?:timely|reasonable|prompt|speedy)"
    "(?:,? (?:and )?[a-z]{4,14}){0,2} (?:manner|fashion|way|time)",
    "without (?:undue )?delay",
    "fast(?=[.!,;]|$)",
)
"""Adverbs of haste: in their place a rewrite says how soon."""

HASTY = phrase(
    "prompt",
    "timely",
    "speedy",
    "reasonable(?= (?:time|manner|fashion))",
    "(?:quick|fast|rapid)(?= (?:repl|respon|deliver|serv|turn|repair|quote|answer|refund|help))",
)
"""Adjectives of haste: a rewrite drops them and says how soon at the end."""

HEDGE = phrase(
    "(?:where|wherever|when|whenever|if) (?:reasonably )?(?:possible|practicable)",
    "(?:where|wherever|whenever|if) (?:we|i) can(?=[.,;!]|$)",
    "(?:(?:if|when|whenever) )?(?:circumstances|weather|time|traffic|staffing) permit(?:s|ting)",
    "(?:all|if all) (?:being|going|goes) well",
    "if (?:we are|i am) able(?: to)?",
    "if at all possible",
    "(?:if|where|when) (?:it is )?reasonable(?: to do so)?",
    "subject to (?:availability|demand|stock|staffing|(?:our |my )?workload|(?:the )?(?:weather"
    "|traffic))",
)
"""Ways out: a rewrite says instead, in a sentence of its own, what happens if we cannot."""

STRIVE = phrase(
    "endeavour to",
    "strive to",
    "(?:do|try) (?:our|my|her|his|their) (?:very )?(?:best|utmost) to",
    "make every effort to",
    "(?:try|work) hard to",
    "do (?:everything|all|what|whatever) (?:we|i) can to",
    "use (?:our|my) best endeavours to",
)
"""Effort instead of an outcome."""

PRAISE = phrase(
    r"(?:(?:almost|nearly) )?(?<!not\s)(?<!cannot\s)(?<!n't\s)(?<!as\s)always",
    "as always",
    "usually",
    "normally",
    "typically",
    "generally",
    "hopefully",
    "second to none",
    "within reason",
    "(?:or )?as (?:near|close|good) as (?:we|i) can",
    "(?:about|around|approximately|roughly|approx)(?= (?:half )?(?:an?|one|two|three|[0-9]{1,4})"
    " (?:[a-z]{4,8} )?(?:min|hour|hr|day|week|month|year))",
)
"""Words that measure nothing and that a rewrite simply drops."""

SUPERLATIVE = phrase(
    r"(?:the )?(?:very )?(?<!her\s)(?<!his\s)(?<!their\s)(?<!what's\s)(?<!what\sis\s)best"
    "(?! (?:before|wishes|times?|by|interests?|way|efforts|sell(?:ing|ers?)|known|loved))",
    *("industry leading", "market leading", "world class", "hassle free", "top notch"),
    *("excellent", "outstanding", "unbeatable", "unrivalled", "exceptional", "superb"),
    "first class(?! (?:post|stamp|mail|letter))",
    "(?:the )?(?:very )?(?:top|high|highest|finest) quality",
    "(?:the )?(?:very )?highest standards?",
)
"""Praise, in whose place a rewrite says "good"."""

WITH_CARE = phrase("to (?:the )?(?:very )?highest standards?(?! of)")
OUR_BEST = phrase(
    "(?:do|try) (?:our|my|her|his|their) (?:very )?(?:best|utmost)(?! to)(?: for)?",
)

REGULARLY = phrase(r"(?:regularly|frequently|on a regular basis)(?=[.,;!]|$)")
"""How often, without saying how often: in its place a rewrite says every so many days."""

NEVER = phrase("never")
REASONABLE = phrase("reasonable(?! (?:adjustments?|time|manner|fashion))", "reasonably")
ENDEAVOUR = phrase("endeavours?", "endeavou?ring", "best efforts")
FULL = re.compile(
    r"(?<![\w.,])100 {0,2}(?:%|per ?cent\b)"
    r"(?! (?:cotton|wool|beef|lamb|pork|linen|silk|leather|bamboo|recycled|natural|juice|rye))",
    re.I,
)
ROUND_THE_CLOCK = re.compile(r"(?<![\w/])24 ?[/-] ?7(?![\w/])")
LOOSE_NUMBER = phrase(
    "(?:a couple of|a few|several)(?= (?:[a-z]{4,8} )?(?:min|hour|day|week|month))",
    "an? (?:minute|hour|day|week|month) or (?:two|so)",
)

VAGUE = (
    *(HASTE, HASTY, HEDGE, STRIVE, OUR_BEST, WITH_CARE, PRAISE, SUPERLATIVE, NEVER),
    *(REASONABLE, ENDEAVOUR, FULL, ROUND_THE_CLOCK, LOOSE_NUMBER, REGULARLY),
)
"""Every pattern of a word that measures nothing, in the order in which they claim a place."""

AIM_TO = phrase(
    "(?:(?:will|shall) )?(?:(?:aim|try|hope|intend|seek) to|try and)",
    "(?:our|my) (?:aim|target|goal) is to",
)
LASTING = re.compile(r"(?<!\w)for (?:at least |up to )?$", re.I)
"""What stands before a measure of how long a thing goes on, which is no limit."""

CONDITION = re.compile(
    r"(?<![\w-])(?:standard |other )?(?:terms(?: and |&| & )conditions|terms|conditions|exclusions"
    r"|restrictions|t&cs?|ts&cs) (?:may )?apply(?!\w)"
    r"|(?<!\w)(?:see|read) (?:the |our )?(?:small print|terms)(?!\w)"
    r"|subject to (?:availability|demand|stock|(?:our )?(?:terms|conditions|t&cs))(?!\w)|[*†‡]",
    re.I,
)
CARRIER = re.compile("Royal Mail|Parcelforce|DPD|Evri|DHL|UPS", re.I)
THIRD_PARTY = re.compile(
    r"(?<!\w)(?P<who>(?:the |your |our |my )?(?:courier|carrier|postman|delivery (?:firm|company)"
    r"|manufacturer|maker|supplier|wholesaler|insurer|insurance company|bank|card company|council"
    r"|(?:energy|water|phone|finance) company|landlord|solicitor)s?"
    r"|(?:the|your) (?:vet|doctor|driver)s?|HMRC|Companies House|(?:the )?DV[LS]A"
    rf"|{CARRIER.pattern})"
    r"(?= (?:will|shall|can|must|promises?|guarantees?|delivers?|brings?)(?!\w)|'ll(?!\w))",
    re.I,
)
MODAL = re.compile(
    r"(?<!\w)(?:will|shall|won't|can|cannot|can't|may|must|need not)(?!\w)|'ll(?!\w)"
    r"|(?<!\w)(?:we|i) (?:do not|don't|promise to)(?!\w)",
    re.I,
)
WILL = re.compile(r"(?<!\w)(?:will|shall|won't)(?!\w)|'ll(?!\w)", re.I)
NEGATED = re.compile(r"(?<!\w)(?:not|never|won't|without|don't)(?!\w)", re.I)

HURRIED_VERB = phrase(
    "(?:reply|respond|answer|acknowledge|arrive|dispatch|deliver|resolve|process)",
    "(?:get|ring|call|phone|text|write) (?:you )?back",
    "(?:deal|dealt) with",
    "refund you",
    "return (?:your|a|the|every|all) calls?",
    "repairs? (?:your|it|the)",
    "(?:answered|acknowledged|dispatched|delivered|resolved|processed|repaired)",
)
"""Verbs that leave a customer asking: how soon?"""

EVENT = phrase(
    "before",
    "(?:free|without charge|in full|in writing)",
    "(?:on|at) (?:the|your|our) (?:arrival|door|agreed)",
    "(?:when|once) (?:you|we)",
    "to the penny",
    "on time",
)
"""An event or a manner that answers instead of a figure."""

DOING = {
    "answer": "answered",
    "send": "sent",
    "see": "seen",
    "do": "done",
    "give": "given",
    "tell": "told",
    "make": "made",
    "pay": "paid",
    "keep": "kept",
    "bring": "brought",
    "find": "found",
    "take": "taken",
    "write": "written",
    "put": "put",
    "hold": "held",
    "show": "shown",
    "serve": "served",
    "seat": "seated",
    "ring": "rung",
    "call": "called",
    "text": "texted",
    "return": "returned",
    "refund": "refunded",
    "repair": "repaired",
    "fix": "fixed",
    "mend": "mended",
    "replace": "replaced",
    "deliver": "delivered",
    "dispatch": "dispatched",
    "post": "posted",
    "ship": "shipped",
    "collect": "collected",
    "clean": "cleaned",
    "finish": "finished",
    "complete": "completed",
    "start": "started",
    "check": "checked",
    "confirm": "confirmed",
    "acknowledge": "acknowledged",
    "resolve": "resolved",
    "process": "processed",
    "handle": "handled",
    "deal with": "dealt with",
    "charge": "charged",
    "contact": "contacted",
    "review": "reviewed",
    "issue": "issued",
    "offer": "offered",
    "provide": "provided",
    "email": "emailed",
    "prepare": "prepared",
    "redo": "redone",
    "accept": "accepted",
    "agree": "agreed",
    "attend": "attended",
    "fit": "fitted",
    "groom": "groomed",
    "help": "helped",
    "advise": "advised",
    "trim": "trimmed",
    "invite": "invited",
    "remind": "reminded",
    "remove": "removed",
    "dispose of": "disposed of",
    "mix": "mixed",
    "visit": "visited",
    "sell": "sold",
    "store": "stored",
    "leave": "left",
    "walk": "walked",
    "weigh": "weighed",
    "book": "booked",
    "rebook": "rebooked",
    "carry out": "carried out",
    "cut": "cut",
    "deduct": "deducted",
    "diagnose": "diagnosed",
    "exchange": "exchanged",
    "feed": "fed",
    "explain": "explained",
    "file": "filed",
    "greet": "greeted",
    "inspect": "inspected",
    "inform": "informed",
    "look after": "looked after",
    "look at": "looked at",
    "notify": "notified",
    "order": "ordered",
    "quote": "quoted",
    "sort": "sorted",
    "sort out": "sorted out",
    "test": "tested",
    "treat": "treated",
    "update": "updated",
    "wash": "washed",
    "welcome": "welcomed",
}
"""Verbs of service and their participles."""

BASE_OF = {done: base for base, done in DOING.items()}
BASES = (
    "|".join(sorted(DOING, key=len, reverse=True)) + "|reply|arrive|come|wait|walk|visit|let|add"
)

DONE = "|".join(sorted(BASE_OF, key=len, reverse=True))
"""The participles as one pattern."""

PASSIVE = re.compile(
    r"(?:(?<!\w)(?:(?:will|shall|can|must|should|may)(?: not)?(?: (?:then|also|first)){0,1} be"
    r"|is|are|gets?)|'ll(?: (?:then|also)){0,1} be) (?:not )?"
    rf"(?P<done>{DONE})(?!\w)",
    re.I,
)

PLAINER = {
    "commence": "start",
    "utilise": "use",
    "ascertain": "find out",
    "expedite": "speed up",
    "facilitate": "help with",
    "terminate": "end",
    "prior to": "before",
    "subsequent to": "after",
    "in the event that": "if",
    "in respect of": "about",
    "in lieu of": "instead of",
    "pursuant to": "under",
    "revert to you": "reply to you",
    "thereafter": "afterwards",
    "henceforth": "from now on",
    "expeditious": "quick",
    "per annum": "a year",
    "with regard to": "about",
    "in possession of": "holding",
    "notwithstanding": "despite",
    "remuneration": "pay",
    "residential premises": "homes",
    "residential accommodation": "homes",
    "hereby": "now",
    "therein": "in it",
    "forthwith": "at once",
}
"""Office words and their plain ones."""

OFFICE_WORD = phrase(*PLAINER)
EVERYDAY_LONG = frozenset(
    {
        "appointment",
        "appointments",
        "complaint",
        "complaints",
        "guarantee",
        "guarantees",
        "accountant",
        "conditions",
        "acknowledge",
        "electrician",
        "information",
        "everything",
        "throughout",
        "wheelchair",
        "prescription",
        "independent",
        "sandwiches",
    }
)
"""Long words that customers of a small firm know."""

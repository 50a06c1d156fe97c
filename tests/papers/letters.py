# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every letter, and the papers of a day, for a shop as it should be and for a hostile one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from servicedesk.content.letters import load_letters
from servicedesk.documents.fonts import Faces
from servicedesk.documents.letters import letter_pdf
from servicedesk.documents.rounds import job_sheet_pdf, round_pdf
from servicedesk.documents.sheets import Credits
from servicedesk.documents.slips import slips_pdf
from servicedesk.domain.blocks import Logo, PaperSize, Printed
from servicedesk.domain.calendars import LONDON
from servicedesk.domain.customers import Address, CustomerCard, CustomerDraft, Reach, ReachKind
from servicedesk.domain.letters import FieldKind, LetterTemplate, Voice
from servicedesk.domain.letters_fields import CATALOGUE, may_name
from servicedesk.domain.letters_fields_complaints import COMPLAINT_REF, LAW
from servicedesk.domain.letters_fields_feedback import DECISION, FEEDBACK_REF
from servicedesk.domain.letters_filling import filled, printed_values
from servicedesk.domain.letters_paper import LetterPaper, letter_paper
from servicedesk.domain.promises import Due, PromiseCard, PromiseDraft
from servicedesk.domain.rounds import Job, job_sheet, round_paper, slip
from servicedesk.domain.support import (
    SafetyCard,
    SafetyDraft,
    SafetyKind,
    SupportCard,
    SupportDraft,
    SupportNeed,
    SupportSheet,
)
from tests.papers.charters import real_words
from tests.papers.complaint_slips import complaint_slips
from tests.papers.letters_complaints import COMPLAINT_VALUES, OF_ONE_LETTER
from tests.papers.letters_feedback import FEEDBACK_VALUES
from tests.papers.letters_requests import REQUEST_VALUES
from tests.papers.shops import HOSTILE, LONG_NAME, logo
from tests.papers.words import RESOURCES

TODAY = date(2026, 9, 30)
TOMORROW = date(2026, 10, 1)

VALUES = {
    "business.name": "Hollins Hardware",
    "business.address": "14 Market Street\nAshby-de-la-Zouch\nLE65 1AG",
    "business.phone": "01632 960123",
    "business.email": "ruth@hollins.example",
    "business.reg_lines": "Hollins Hardware Ltd, registered in England 01234567",
    "reach_us": "ring 01632 960123 or write to ruth@hollins.example",
    "our_ref": "L-2026-0001",
    "today": "2026-09-30",
    "customer.name": "Mrs Asha Patel",
    "customer.salutation": "Mrs Patel",
    "customer.address_block": "3 Orchard Close\nKirby Muxloe\nLeicester\nLE9 2XX",
    "signatory": "Ruth Hollins",
    "stand_in": "Tom Reed",
    "reply_by": "2026-10-02",
    "promise.text": "Fit the new kitchen tap",
    "promise.made_on": "2026-09-28",
    "promise.due": "2026-10-02",
    "promise.time": "09:30",
    "promise.promiser": "Tom Reed",
    "promise.condition": "The tap has come from the maker",
    "promise.remedy": "We take £10 off the work.",
    "promise.job": "J-118",
    "old_due": "2026-10-02",
    "new_due": "2026-10-09",
    "reason": "The maker sent the wrong tap, and the right one comes on Wednesday.",
    "choices": "Wait for the new day\nAgree another day with us\nCancel it",
    "done_on": "2026-10-02",
    "guarantee": "We put the work right free of charge for 12 months.",
    "slot.day": "2026-10-05",
    "slot.window": "between 8 and 10 in the morning",
    "slot.place": "3 Orchard Close, Kirby Muxloe, Leicester, LE9 2XX",
    "who_comes": "Tom Reed",
    "expect": "About an hour. Please clear the cupboard under the sink",
    "price": "85",
    "change_rule": "Until the evening before it costs you nothing",
    "closure.from": "2026-12-24",
    "closure.to": "2027-01-02",
    "closure.back_on": "2027-01-04",
    "closure.reason": "Christmas",
    "cover": "Tom Reed, on 01632 960124",
    "urgent": "Ring Tom, also on Sundays",
    "effect": "Fit the tap: promised for 29 December 2026, offered now for 4 January 2027\n"
    "Ring with a price: promised for 30 December 2026, offered now for 4 January 2027",
    "notice.what": "Your boiler care plan",
    "notice.old": "12",
    "notice.new": "13.50",
    "notice.from": "2026-12-01",
    "notice.why": "Parts cost more than a year ago.",
    "notice.choices": "Stay, at the new price\nAsk us for something that fits you better\n"
    "Leave before that day",
    "notice.leave": "ring us or tell us at the counter, as you did when you joined",
    "notice.leave_by": "2026-11-30",
    "notice.better": "Paying for the year at once saves you £12",
    **COMPLAINT_VALUES,
    **FEEDBACK_VALUES,
    **REQUEST_VALUES,
}  # fmt: skip

IN_ONE_VOICE = {
    "stand_in": "",
    "choices": "Wait for the new day\nAgree another day with me\nCancel it",
    "promise__promiser": "Ruth Hollins",
    "promise__remedy": "I take £10 off the work.",
    "who_comes": "Ruth Hollins",
    "guarantee": "I put the work right free of charge for 12 months.",
    "cover": "Nobody; I ring back from 4 January",
    "urgent": "Leave a message on 01632 960123",
    "staff": "",
    "notice__choices": "Stay, at the new price\nAsk me for something that fits you better\n"
    "Leave before that day",
    "notice__leave": "ring me, as you did when you joined",
}
"""What a person says who has the business alone."""

DAYS = frozenset(one.name for one in CATALOGUE.values() if one.kind is FieldKind.DAY)


@cache
def letters() -> dict[str, LetterTemplate]:
    """Every letter that comes with the program, by id."""
    return {one.id: one for one in load_letters(RESOURCES)}


def letter(
    number: str,
    *,
    voice: Voice = Voice.WE,
    head: Logo | None = None,
    is_draft: bool = False,
    **values: str,
) -> LetterPaper:
    """A letter filled; two underscores in a name stand for its full stop."""
    said = {**VALUES, **OF_ONE_LETTER.get(number, {})}
    said |= {name.replace("__", "."): value for name, value in values.items()}
    template, words = letters()[number], real_words()
    known = may_name(template.stage)
    said = {name: value for name, value in said.items() if name in known}
    printed = printed_values(said, voice, words)
    parts = filled(template.parts, printed)
    return letter_paper(parts, printed, words, title=template.title, logo=head, is_draft=is_draft)


def hostile_letter(number: str, text: str = HOSTILE) -> LetterPaper:
    """A letter with a hostile text in every field that somebody types and that is no day."""
    typed = (name for name in VALUES if name not in DAYS and not name.startswith(LAW))
    kept = (COMPLAINT_REF, "complaint.other_ref", "our_ref", FEEDBACK_REF, DECISION)
    values = {name.replace(".", "__"): text for name in typed if name not in kept}
    return letter(number, head=logo(60, 900), is_draft=True, **values)


def empty_letter(number: str) -> LetterPaper:
    """A letter with what it must have and no more, from a business that has said its name."""
    template, words = letters()[number], real_words()
    kept = {*template.needs, "customer.name", "business.name", "today", "our_ref", COMPLAINT_REF}
    law = (name for name in VALUES if name.startswith(LAW))
    known = may_name(template.stage)
    values = {**VALUES, **OF_ONE_LETTER.get(number, {})}
    said = {name: values[name] for name in (*kept, *law) if name in known}
    said["reach_us"] = words.say("letter.reach.neither", us="me")
    printed = printed_values(said, Voice.ONE, words)
    parts = filled(template.parts, printed)
    return letter_paper(parts, printed, words, title=template.title, logo=None, is_draft=False)


def job(number: int = 1, text: str = "Fit the new kitchen tap", hour: int | None = 8) -> Job:
    """A promise of tomorrow to a customer with something that helps and something to mind."""
    at = None if hour is None else datetime(2026, 10, 1, hour, 30, tzinfo=UTC)
    due = Due(day=TOMORROW, at=at)
    draft = PromiseDraft(
        customer_id=5,
        text=text,
        due=due,
        promiser="Tom Reed",
        made_on=TODAY,
        job_ref="J-118",
        condition="the tap has come from the maker",
        remedy="we take £10 off the work",
    )
    card = PromiseCard(id=number, ref=f"P-2026-{number:04}", draft=draft, first_due=due)
    return Job(promise=card, customer=customer(), sheet=sheet())


def customer(name: str = "Mrs Asha Patel") -> CustomerCard:
    draft = CustomerDraft(
        name=name,
        reaches=(Reach(kind=ReachKind.PHONE, shown="01632 960555", label="home"),),
        addresses=(Address(lines="3 Orchard Close\nKirby Muxloe", postcode="LE9 2XX"),),
        remember="Never printed: rings twice",
    )
    return CustomerCard(id=5, ref="K-0005", draft=draft, shown_name=name, added_on=TODAY)


def sheet() -> SupportSheet:
    need = SupportDraft(need=SupportNeed.CLEAR_SPEECH, yes_words="yes", agreed_on=TODAY)
    note = SafetyDraft(
        kind=SafetyKind.ANIMAL,
        text="dog in the yard, ring first",
        yes_words="yes",
        agreed_on=TODAY,
        ends_on=date(2027, 3, 1),
    )
    return SupportSheet(
        customer_id=5,
        needs=(SupportCard(id=1, customer_id=5, draft=need),),
        safety=(SafetyCard(id=1, customer_id=5, draft=note),),
    )


def _hostile_job() -> Job:
    made = job(2, HOSTILE, None)
    promise = replace(made.promise, draft=replace(made.promise.draft, condition=HOSTILE * 2))
    return replace(made, promise=promise, customer=customer(HOSTILE))


def every_letter(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of every letter, plain and large, and of those that are hard to print."""
    words = real_words()
    for number in letters():
        yield number, letter_pdf(letter(number), PaperSize.A4, faces, words)
        large = letter_pdf(letter(number), PaperSize.LETTER, faces, words, large=True)
        yield f"{number}-letter-large", large
        yield f"{number}-empty", letter_pdf(empty_letter(number), PaperSize.A4, faces, words)
        hard = letter_pdf(hostile_letter(number), PaperSize.A4, faces, words)
        yield f"{number}-hostile", hard
        mine = letter(number, voice=Voice.ONE, **IN_ONE_VOICE)
        yield f"{number}-i", letter_pdf(mine, PaperSize.A4, faces, words)
    mine = {**IN_ONE_VOICE, "business__name": LONG_NAME}
    full = letter("L14", head=logo(900, 300), voice=Voice.ONE, **mine)
    yield "L14-logo", letter_pdf(full, PaperSize.A4, faces, words)
    draft = letter("L13", is_draft=True)
    yield "L13-draft", letter_pdf(draft, PaperSize.A4, faces, words)


def every_paper_of_a_day(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of round, job sheet and slips."""
    words = real_words()
    jobs = (job(1), job(3, "Ring with a price", 13), _hostile_job())
    made = round_paper(jobs, TOMORROW, "Hollins Hardware", words, TODAY, LONDON)
    paper = job_sheet(jobs[0], "Hollins Hardware", words, TODAY, LONDON)
    hostile = job_sheet(jobs[2], LONG_NAME, words, TODAY, LONDON)
    foot = words.say("round.slip_foot", reach="ring 01632 960123")
    slips = [slip(one, "Hollins Hardware", foot, words, LONDON) for one in (*jobs, None)]
    credits = Credits(title="Slips", author="Hollins Hardware", language="en-GB")
    for size in (PaperSize.A4, PaperSize.LETTER):
        yield f"round-{size}", round_pdf(made, size, faces, words)
        yield f"job-{size}", job_sheet_pdf(paper, size, faces, words)
        yield f"slips-{size}", slips_pdf(slips, size, faces, credits)
        yield f"complaint-slips-{size}", slips_pdf(complaint_slips(), size, faces, credits)
    yield "job-hostile", job_sheet_pdf(hostile, PaperSize.A4, faces, words)

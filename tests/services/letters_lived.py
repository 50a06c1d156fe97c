# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A business that lives through complaints day by day, and keeps every paper that went out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.complaints import ComplaintDraft, Finding
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_file import (
    EntryDraft,
    EntryKind,
    IssueDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.letters import LetterCard, Voice
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.printing import Printing
from servicedesk.services.registry import open_services
from tests.helpers.fakes import LONDON, FixedClock
from tests.services.around import surroundings
from tests.services.letters_made import ASHA, Shop, said
from tests.store.files import new_file, opened

FACTS = {
    "trading_name": "Hollins Hardware",
    "owner_name": "Ruth Hollins",
    "address": "14 Market Street\nAshby-de-la-Zouch\nLE65 1AG",
    "phone": "01632 960123",
    "email": "ruth@hollins.example",
    "nation": "eng",
}
CAME = date(2026, 9, 14)
OURS = "Planted: nobody outside reads this"
"""Stands in every note that is for the business alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A letter that went out.

    Args:
        voice: who speaks.
        pages: what stands on each page of its PDF, line by line.
        body: its words, a line for each paragraph.
        mail: the words of an e-mail of it.
    """

    voice: Voice
    pages: tuple[str, ...]
    body: str
    mail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Out:
    """All that went out.

    Args:
        letters: by template and story.
        copies: pages of the copy for the customer, by story.
        wholes: the same of the whole file.
        beside: pages of slips, envelopes and labels, by what it is and the story.
    """

    letters: dict[str, Sent] = field(default_factory=dict)
    copies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    wholes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    beside: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Desk:
    """A business while a story goes on.

    Args:
        shop: its services and clock.
        name: of the story.
        out: what went out.
    """

    shop: Shop
    name: str
    out: Out

    def on(self, day: date, hour: int = 11) -> None:
        """Go on to an hour of a day."""
        self.shop.clock.set(datetime(day.year, day.month, day.day, hour, tzinfo=LONDON))

    def came(self, text: str, customer: CustomerDraft | None = ASHA, **more: object) -> int:
        """Write down a complaint of nine o'clock on 14 September; its number."""
        self.on(CAME, 9)
        values: dict[str, object] = {
            "customer_id": None if customer is None else self.shop.customer(customer),
            "received_at": self.shop.clock.now(),
            "handler": "Ruth Hollins",
            "taken_by": "Ruth Hollins",
            "notes": OURS,
        }
        draft = ComplaintDraft(text=text, **{**values, **more})
        return self.shop.services.complaints.log(draft, "Ruth Hollins").card.id

    def take(self, number: int, action: Action, who: str = "Ruth Hollins", **more: object) -> None:
        """Take a step today."""
        given = Given(on=self.shop.clock.today(), **more)
        self.shop.services.complaints.take(number, action, given, who)

    def found(self, number: int, text: str, finding: Finding | None, reasons: str) -> None:
        """Write down a point and what was found."""
        point = IssueDraft(text=text, finding=finding, reasons=reasons)
        self.shop.services.complaints.parts.add_issue(number, point, "Ruth Hollins")

    def remedy(self, number: int, kind: RemedyKind, words: str = "", **more: object) -> None:
        """Write down what puts it right."""
        draft = RemedyDraft(kind=kind, words=words, **more)
        self.shop.services.complaints.parts.add_remedy(number, draft, "Ruth Hollins")

    def seen(self, number: int, text: str, *, is_private: bool = False) -> None:
        """Write down something that was looked at."""
        today = self.shop.clock.today()
        draft = EntryDraft(kind=EntryKind.DOCUMENT, text=text, on=today, is_private=is_private)
        self.shop.services.complaints.parts.add_entry(number, draft, "Ruth Hollins")

    def changed(self, number: int, text: str) -> None:
        """Write down what changes."""
        draft = ActionDraft(text=text)
        self.shop.services.complaints.parts.add_action(number, draft, "Ruth Hollins")

    def letter(
        self, template: str, number: int | None, who: str = "Ruth Hollins", **values: str
    ) -> LetterCard:
        """Draft a letter about the complaint, type what it asks for, and issue it.

        Where nobody knows an address it is handed over.
        """
        writing = self.shop.services.letters_writing
        draft = said(writing.draft(template, who=who, complaint_id=number), **values)
        if not draft.values.get("customer.address_block", "").strip():
            draft = replace(draft, channel=Channel.COUNTER)
        check = writing.check(draft)
        assert check.missing == (), (template, self.name, check.missing)
        card = writing.issue(draft, who).card
        self.keep(card)
        return card

    def keep(self, card: LetterCard) -> None:
        """Keep a letter that went out; another of its kind in the same story is told apart."""
        writing = self.shop.services.letters_writing
        job = writing.issued_job((card.id,))
        key = f"{card.template}-{self.name}"
        self.out.letters[key if key not in self.out.letters else f"{key}-again"] = Sent(
            voice=writing.voice(),
            pages=_pages(job),
            body=card.body,
            mail=writing.email_text(card.id),
        )

    def packs(self, number: int) -> None:
        """Print the whole file and the copy for the customer."""
        job = self.shop.services.complaint_papers.job(number)
        self.out.copies[self.name] = _pages(job, "complaint_copy")
        self.out.wholes[self.name] = _pages(job, "complaint_whole")

    def slip(self, number: int) -> None:
        """Print what is handed over when a complaint is written down at the counter."""
        job = self.shop.services.rounds.complaint_slips((number,))
        self.out.beside[f"slip-{self.name}"] = _pages(job)

    def posted(self, card: LetterCard) -> None:
        """Print the envelope of a letter, and a label instead."""
        envelopes = self.shop.services.envelopes
        self.out.beside[f"envelope-{self.name}"] = _pages(envelopes.for_letters((card.id,)))
        self.out.beside[f"label-{self.name}"] = _pages(envelopes.labels_for_letters((card.id,)))


def _pages(job: PrintJob, paper: str = "") -> tuple[str, ...]:
    """The pages of one paper of a job, the first unless another is named; A4 where there is one."""
    offer = next((one for one in job.offers if one.id == paper), job.offers[0])
    size = PaperSize.A4 if PaperSize.A4 in offer.sizes else offer.sizes[0]
    printed = job.make(PaperChoice(paper=offer.id, size=size))
    texts = Printing().texts(printed.data)
    return tuple("\n".join(line.strip() for line in text.splitlines()) for text in texts)


@contextmanager
def desk_in(
    folder: Path, name: str, out: Out, voice: Voice = Voice.WE, **facts: object
) -> Iterator[Desk]:
    """A business in a file of its own; three people serve in it where it says "we"."""
    clock = FixedClock(CAME)
    with opened(new_file(folder, f"{name}.servicedesk")) as file:
        services = open_services(file, surroundings(file.path, clock))
        services.business.save({**FACTS, **facts}, "Ruth Hollins")
        if voice is Voice.WE:
            tom = services.people.add(PersonDraft(name="Tom Reed"), "Ruth Hollins").card.id
            ruth = PersonDraft(name="Ruth Hollins", stand_in_id=tom)
            services.people.add(ruth, "Ruth Hollins")
            services.people.add(PersonDraft(name="Ben Cole"), "Ruth Hollins")
        services.letters_writing.set_voice(voice, "Ruth Hollins")
        yield Desk(shop=Shop(services=services, clock=clock), name=name, out=out)

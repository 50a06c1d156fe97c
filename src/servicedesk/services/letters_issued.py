# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters that have gone out, exactly as they were issued: read, printed again, put into a mail."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.customers import Channel
from servicedesk.domain.letters import LetterCard
from servicedesk.domain.letters_paper import email_text
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob, file_name
from servicedesk.services.attachments import read_attachment
from servicedesk.services.letters import kept_letter
from servicedesk.services.letters_papers import LetterPapers, together
from servicedesk.services.letters_starting import email_of
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.customers_reading import customers_of
from servicedesk.store.letters import letters_of

_ADDRESS = re.compile(r"[!-~]+@[!-~]+")
_NOT_IN_ADDRESS = re.compile(r'[\s<>(),;:"\\\[\]]|@.*@')
_BETWEEN = "=_servicedesk_letter"
"""Between the parts of a mail; the same each time, as everything of a letter is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """A mail that is not sent yet, as programs for mail open it.

    Args:
        name: of the file.
        data: the mail with the letter attached.
        to: to whom; "" where no address is known.
    """

    name: str
    data: bytes
    to: str


class IssuedLetters:
    """The use cases of letters that have gone out.

    Args:
        units: opens reads.
        around: data files, words and the clock.
        papers: reads the letterhead.
    """

    def __init__(self, units: Units, around: Surroundings, papers: LetterPapers) -> None:
        self._units = units
        self._around = around
        self._papers = papers

    def issued(self, letter_id: int) -> LetterCard:
        """A letter that was issued.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return kept_letter(reading, letter_id)

    def email_text(self, letter_id: int) -> str:
        """A letter that was issued as the text of an e-mail, the line over it first.

        Raises:
            Refusal: ``record_gone``.
        """
        card = self.issued(letter_id)
        return email_text(card.body, card.values, self._around.phrases)

    def mail_draft(self, letter_id: int) -> MailDraft:
        """A letter as a mail to be sent by hand: its words, with its exact PDF attached.

        Raises:
            Refusal: ``record_gone``.
            Trouble: ``attachment_damaged``.
        """
        with self._units.read() as reading:
            card = kept_letter(reading, letter_id)
            pdf = b"".join(read_attachment(reading, card.attachment_id))
            to = address_in(email_of(reading, card.customer_id))
        subject = " ".join(card.body.partition("\n\n")[0].split()) or card.title
        text = email_text(card.body, card.values, self._around.phrases).partition("\n\n")[2]
        message = EmailMessage(policy=SMTP)
        message["Subject"] = subject
        if to:
            message["To"] = to
        message["X-Unsent"] = "1"
        message.set_content(text)
        name = file_name(card.ref, card.title)
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
        message.set_boundary(_BETWEEN)
        return MailDraft(name=f"{name.removesuffix('.pdf')}.eml", data=bytes(message), to=to)

    def to_mail(self, letter_ids: tuple[int, ...]) -> tuple[int, ...]:
        """Those of some letters whose customers would rather have an e-mail and have an address.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            found = {one: kept_letter(reading, one).customer_id for one in letter_ids}
            whom = customers_of(reading, [one for one in found.values() if one is not None])
            return tuple(
                letter
                for letter, customer in found.items()
                if customer in whom
                and whom[customer].draft.prefers is Channel.EMAIL
                and address_in(email_of(reading, customer))
            )

    def of(
        self,
        *,
        customer_id: int | None = None,
        promise_id: int | None = None,
        complaint_id: int | None = None,
        feedback_id: int | None = None,
    ) -> tuple[LetterCard, ...]:
        """The letters to a customer, or about a promise, a complaint or feedback, the newest."""
        with self._units.read() as reading:
            return letters_of(
                reading,
                customer_id=customer_id,
                promise_id=promise_id,
                complaint_id=complaint_id,
                feedback_id=feedback_id,
            )

    def issued_job(self, letter_ids: tuple[int, ...]) -> PrintJob:
        """Letters exactly as they were issued, one after the other.

        Args:
            letter_ids: at least one.

        Raises:
            Refusal: ``record_gone``.
            Trouble: ``attachment_damaged``.
        """
        with self._units.read() as reading:
            cards = [kept_letter(reading, one) for one in letter_ids]
            pdfs = [b"".join(read_attachment(reading, card.attachment_id)) for card in cards]
            size = self._papers.letterhead(reading).size

        def make(_choice: PaperChoice) -> Printed:
            return together([Printed(data=pdf, pages=0) for pdf in pdfs])

        first = cards[0]
        stem = f"{first.ref} {first.customer_name}" if len(cards) == 1 else first.title
        return letter_job(first.title, stem, (size,), make)


def letter_job(
    title: str,
    stem: str,
    sizes: tuple[PaperSize, ...],
    make: Callable[[PaperChoice], Printed],
) -> PrintJob:
    """One letter, or several, on these sheets, the one that the business prints on first."""
    offer = PaperOffer(id="letter", sizes=sizes)
    return PrintJob(title=title, stem=stem, offers=(offer,), make=make)


def address_in(shown: str) -> str:
    """An address that a mail can name; "" for anything that is none."""
    is_one = _ADDRESS.fullmatch(shown) and not _NOT_IN_ADDRESS.search(shown)
    return shown if is_one else ""

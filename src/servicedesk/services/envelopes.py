# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Envelopes and address labels, for customers that were chosen and for letters that went out."""

from collections.abc import Callable, Sequence

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.envelopes import Addressee, addressee_in, addressee_of
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Answers
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.services.facts import read_facts
from servicedesk.services.letters import kept_letter
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.customers import customers
from servicedesk.store.customers_reading import customers_of

ENVELOPE = "envelope"
_SIZES = (PaperSize.DL, PaperSize.C5, PaperSize.C6)
_SHEETS = (("labels_21", 21, PaperSize.A4), ("labels_14", 14, PaperSize.A4))
_LETTER_SHEET = ("labels_30", 30, PaperSize.LETTER)
_MOST = 30
"""Labels on the sheet that has the most."""


class Envelopes:
    """The use cases of what letters are sent in.

    Args:
        units: opens reads.
        around: data files and words.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def for_customers(self, customer_ids: Sequence[int]) -> PrintJob:
        """An envelope for each customer with an address.

        Raises:
            Refusal: ``record_gone``; ``no_address`` or ``no_addresses``.
        """
        with self._units.read() as reading:
            return self._envelopes(_of_customers(reading, customer_ids), read_facts(reading))

    def for_letters(self, letter_ids: Sequence[int]) -> PrintJob:
        """An envelope for each letter, to where it was addressed when it went out.

        Raises:
            Refusal: as ``for_customers``.
        """
        with self._units.read() as reading:
            return self._envelopes(_of_letters(reading, letter_ids), read_facts(reading))

    def labels(self, customer_ids: Sequence[int], start: int = 1) -> PrintJob:
        """A label for each customer with an address.

        Args:
            customer_ids: in the order of printing.
            start: the first label on the sheet that is free, from 1.

        Raises:
            Refusal: ``record_gone``; ``no_address`` or ``no_addresses``; field "start",
                ``label_start``.
        """
        with self._units.read() as reading:
            return self._labels(_of_customers(reading, customer_ids), start, read_facts(reading))

    def labels_for_letters(self, letter_ids: Sequence[int], start: int = 1) -> PrintJob:
        """A label for each letter; arguments and refusals as for ``labels``."""
        with self._units.read() as reading:
            return self._labels(_of_letters(reading, letter_ids), start, read_facts(reading))

    def _envelopes(self, found: list[Addressee], facts: Answers) -> PrintJob:
        whom, left_out = self._with_address(found)
        sender = self._sender(facts)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.envelopes import envelopes_pdf
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.sheets import Credits

            say = self._around.phrases.say
            credits = Credits(
                title=say(f"paper.{ENVELOPE}"),
                author=str(facts.get("trading_name", "")),
                language=say("letter.language"),
            )
            faces = load_faces(self._around.resources / "fonts")
            return envelopes_pdf(whom, sender, choice.size, faces, credits)

        return self._job(whom, (PaperOffer(id=ENVELOPE, sizes=_SIZES),), make, left_out)

    def _labels(self, found: list[Addressee], start: int, facts: Answers) -> PrintJob:
        if not 1 <= start <= _MOST:
            raise Refusal("label_start", "start", most=_MOST)
        whom, left_out = self._with_address(found)
        is_letter = facts.get("page_size") == "letter"
        sheets = (_LETTER_SHEET, *_SHEETS) if is_letter else (*_SHEETS, _LETTER_SHEET)
        offers = tuple(
            PaperOffer(id=paper, sizes=(size,)) for paper, count, size in sheets if start <= count
        )

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.labels import LABEL_SHEETS, labels_pdf
            from servicedesk.documents.sheets import Credits

            say = self._around.phrases.say
            credits = Credits(
                title=say(f"paper.{choice.paper}"),
                author=str(facts.get("trading_name", "")),
                language=say("letter.language"),
            )
            faces = load_faces(self._around.resources / "fonts")
            return labels_pdf(whom, LABEL_SHEETS[choice.paper], start, faces, credits)

        return self._job(whom, offers, make, left_out)

    def _job(
        self,
        whom: Sequence[Addressee],
        offers: tuple[PaperOffer, ...],
        make: Callable[[PaperChoice], Printed],
        left_out: tuple[str, ...],
    ) -> PrintJob:
        title = self._around.phrases.say(f"paper.{offers[0].id}")
        stem = f"{title} {whom[0].name}" if len(whom) == 1 else title
        return PrintJob(title=title, stem=stem, offers=offers, make=make, left_out=left_out)

    def _with_address(self, found: list[Addressee]) -> tuple[list[Addressee], tuple[str, ...]]:
        """Those who have an address, and a sentence that names the others.

        Raises:
            Refusal: ``no_address`` or ``no_addresses`` when nobody has one.
        """
        whom = [one for one in found if one.lines]
        without = [one.name for one in found if not one.lines]
        if not whom and len(without) == 1:
            raise Refusal("no_address", name=without[0])
        if not whom:
            raise Refusal("no_addresses")
        names = ", ".join(dict.fromkeys(without))
        said = (self._around.phrases.say("left_out.no_address", names=names),) if names else ()
        return whom, said

    def _sender(self, facts: Answers) -> str:
        """Whom it goes back to, in one line; nothing for a business without an address."""
        address = str(facts.get("post_address") or facts.get("address", "")).strip()
        if not address:
            return ""
        lines = (str(facts.get("trading_name", "")), *address.splitlines())
        whole = ", ".join(line.strip() for line in lines if line.strip())
        return self._around.phrases.say("envelope.sender", address=whole)


def _of_customers(reading: Reading, customer_ids: Sequence[int]) -> list[Addressee]:
    """Customers in the order they are asked for.

    Raises:
        Refusal: ``record_gone``.
    """
    found = customers_of(reading, customer_ids)
    if any(one not in found for one in customer_ids):
        raise Refusal("record_gone", record=customers.name)
    return [addressee_of(found[one]) for one in customer_ids]


def _of_letters(reading: Reading, letter_ids: Sequence[int]) -> list[Addressee]:
    """Whom letters went to, as they were addressed.

    Raises:
        Refusal: ``record_gone``.
    """
    cards = (kept_letter(reading, one) for one in letter_ids)
    return [addressee_in(card.customer_name or card.title, card.values) for card in cards]

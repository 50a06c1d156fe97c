# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is held on one customer, on paper and as data."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from servicedesk.domain.access_packs import (
    AccessPack,
    HeldRow,
    PackChoices,
    place_of,
    with_their_parts,
)
from servicedesk.domain.access_packs_data import pack_data
from servicedesk.domain.access_packs_making import PackPeople, PackTelling, made_records
from servicedesk.domain.access_packs_names import NamesFinder, sure_piece
from servicedesk.domain.access_packs_paper import PackHead, pack_paper
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.business import retention_rule
from servicedesk.domain.errors import Refusal
from servicedesk.domain.own_fields import OwnFieldOn
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.retention import RetainedKind
from servicedesk.domain.written_values import kept_for
from servicedesk.services.access_packs_folder import MadePack, PackSaved, save_pack
from servicedesk.services.attachments import read_attachment
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.export_parts import Steps
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.letters_papers import LetterPapers, together
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store import access_packs as kept
from servicedesk.store.access_packs_changes import changes_of, changes_of_others
from servicedesk.store.access_packs_pointers import parents_of
from servicedesk.store.customers import customers
from servicedesk.store.customers_reading import customer_of
from servicedesk.store.letters import letters_of
from servicedesk.store.own_fields import fields_on

PACK, LOOK = "access_pack", "access_look"
"""Ids of the papers: for them, and for us to look through before."""

_KEPT = (
    *(RetainedKind.COMPLAINT, RetainedKind.PROMISE, RetainedKind.CUSTOMER),
    *(RetainedKind.FEEDBACK, RetainedKind.SUPPORT_NEED, RetainedKind.SAFETY_NOTE),
    RetainedKind.DATA_REQUEST,
)
_LAW = ("law.request_rights", "law.data_regulator")
_FILES = "record_files"
_REACH = ("business.phone", "business.email", "business.address")


class AccessPacks:
    """What is held on one customer, on paper and as data.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def gather(self, customer_id: int, choices: PackChoices | None = None) -> AccessPack:
        """Everything that is held on a customer; takes seconds where there is much.

        Args:
            customer_id: whose.
            choices: what is kept back, and what is handed over whole; None for nothing. What
                hangs on a record goes with it.

        Raises:
            Refusal: ``record_gone``.
        """
        chosen = choices or PackChoices()
        with self._units.read() as reading:
            name = _name(reading, customer_id)
            them = NamesFinder((name,))
            rows = _rows(reading, customer_id, name, them)
            theirs = [row for row in rows if row.is_theirs]
            lines = frozenset(row.line for row in rows)
            changes = [
                *changes_of(reading, rows),
                *changes_of_others(reading, theirs, sure_piece(name), lines),
            ]
            telling = self._telling(reading, rows)
            customers_named, staff = kept.other_names(reading, customer_id)
            others = NamesFinder((*customers_named, *staff), staff)
            letters = letters_of(reading, customer_id=customer_id)[::-1]
        left_out = with_their_parts(chosen.left_out, parents_of(rows))
        people = PackPeople(them=them, others=others)
        records = made_records(rows, changes, telling, people, replace(chosen, left_out=left_out))
        files = (row.label for row in theirs if row.table == _FILES and row.line not in left_out)
        return AccessPack(
            customer_id=customer_id,
            name=name,
            made_on=self._around.clock.today(),
            records=records,
            letters=tuple(one.id for one in letters if f"letters:{one.id}" not in left_out),
            files=tuple(dict.fromkeys(file for file in files if file)),
        )

    def pack(self, customer_id: int, choices: PackChoices | None = None) -> PrintJob:
        """Everything that is held on a customer, on its way to the preview.

        It is gathered when the paper is made, beside the screen.

        Args:
            customer_id: whose.
            choices: what is kept back, and what is handed over whole.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            name = _name(reading, customer_id)
            facts = read_facts(reading)
        sizes = (PaperSize.A4, PaperSize.LETTER)
        usual = sizes[::-1] if facts.get("page_size") == "letter" else sizes
        title = self._around.phrases.say("access.title", name=name)

        def make(choice: PaperChoice) -> Printed:
            return self._made(self.gather(customer_id, choices), choice)

        offers = tuple(PaperOffer(id=one, sizes=usual, can_be_large=True) for one in (PACK, LOOK))
        return PrintJob(title=title, stem=title, offers=offers, make=make)

    def data(self, customer_id: int, choices: PackChoices | None = None) -> bytes:
        """The same as data that any program reads: JSON, in UTF-8.

        Args:
            customer_id: whose.
            choices: what is kept back, and what is handed over whole.

        Raises:
            Refusal: ``record_gone``.
        """
        return pack_data(self.gather(customer_id, choices))

    def save_all(
        self, customer_id: int, choices: PackChoices, parent: Path, steps: Steps
    ) -> PackSaved:
        """Save the paper, the data, the exact letters and the files in a new folder.

        Args:
            customer_id: whose.
            choices: what is kept back, and what is handed over whole.
            parent: the folder in which the new one is made.
            steps: told how far it is; when it stops the work nothing is left behind.

        Raises:
            Refusal: ``record_gone``.
            Trouble: the folder cannot be written, or the file cannot be read.
        """
        steps.raise_if_cancelled()
        job = self.pack(customer_id, choices)
        steps.raise_if_cancelled()
        pack = self.gather(customer_id, choices)
        paper = self._made(pack, PaperChoice(paper=PACK, size=job.offers[0].sizes[0]))
        steps.raise_if_cancelled()
        made = MadePack(stem=job.stem, paper=paper.data, data=pack_data(pack))
        return save_pack(made, self._units, pack, parent, steps, self._around.unfinished)

    def _made(self, pack: AccessPack, choice: PaperChoice) -> Printed:
        from servicedesk.documents.fonts import load_faces  # printing: at the first paper
        from servicedesk.documents.page_images import page_count
        from servicedesk.documents.pdf import text_pdf

        phrases, faces = self._around.phrases, load_faces(self._around.resources / "fonts")
        is_for_us = choice.paper == LOOK
        with self._units.read() as reading:
            head = self._head(reading)
        paper = pack_paper(pack, head, phrases, is_for_us=is_for_us)
        after = [] if is_for_us else self._letters(pack)
        behind = sum(page_count(one.data) for one in after)
        whole = text_pdf(paper, choice.size, faces, phrases, large=choice.large, behind=behind)
        return together([whole, *after]) if after else whole

    def _letters(self, pack: AccessPack) -> list[Printed]:
        """The exact papers of the letters that are not kept back."""
        with self._units.read() as reading:
            cards = letters_of(reading, customer_id=pack.customer_id)[::-1]
            return [
                Printed(data=b"".join(read_attachment(reading, one.attachment_id)), pages=0)
                for one in cards
                if one.id in pack.letters
            ]

    def _telling(self, reading: Reading, rows: Iterable[HeldRow]) -> PackTelling:
        return PackTelling(
            phrases=self._around.phrases,
            zone=calendar_in(reading, self._around.resources).days.zone,
            own={
                str(card.id): card.draft.name
                for on in OwnFieldOn
                for card in fields_on(reading, on)
            },
            whom=kept.pointed_to(reading, rows),
            standards=kept.standard_titles(reading),
        )

    def _head(self, reading: Reading) -> PackHead:
        facts, phrases = read_facts(reading), self._around.phrases
        nation = nation_in(facts)
        head = LetterPapers(self._around).letterhead(reading)
        lines = (
            phrases.say(
                "access.kept_line",
                what=phrases.say(f"enum.RetainedKind.{kind.value}"),
                how=kept_for(retention_rule(kind, nation, facts), phrases),
            )
            for kind in _KEPT
        )
        return PackHead(
            business=str(facts.get("trading_name", "")),
            kept=tuple(lines),
            law=tuple(head.law[name].text for name in _LAW if name in head.law),
            reach=tuple(head.values[name] for name in _REACH if head.values.get(name)),
        )


def _name(reading: Reading, customer_id: int) -> str:
    card = customer_of(reading, customer_id)
    if card is None:
        raise Refusal("record_gone", record=customers.name)
    return card.draft.name or card.shown_name


def _rows(reading: Reading, customer_id: int, name: str, them: NamesFinder) -> tuple[HeldRow, ...]:
    """Their rows and those that name them, in the order in which they are shown."""
    theirs = kept.rows_about(reading, customer_id)
    known = frozenset(row.line for row in theirs)
    named = [
        _seen(kept.with_whose(reading, row), them)
        for row in kept.rows_holding(reading, sure_piece(name), known)
        if them.named_in(*kept.texts_of(row))
    ]
    return tuple(sorted((*theirs, *named), key=lambda row: (place_of(row.table), row.table)))


def _seen(row: HeldRow, them: NamesFinder) -> HeldRow:
    """A row that is nobody's on record is theirs as far as the name that was given tells."""
    values = dict(row.values)
    is_called = "customer_id" not in values and bool(them.named_in(str(values.get("called", ""))))
    return replace(row, is_called=is_called)

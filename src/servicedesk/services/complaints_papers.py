# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of complaints other than letters: the pack with its copy for the customer, and a sheet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from servicedesk.domain.blocks import Logo, Paper, PaperSize, Printed
from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_form import complaint_form
from servicedesk.domain.complaints_pack import Material
from servicedesk.domain.complaints_pack_making import pack_for_customer, whole_pack
from servicedesk.domain.complaints_pack_papers import (
    PackHead,
    complaint_sheet,
    customer_paper,
    whole_paper,
)
from servicedesk.domain.complaints_rights import NOTHING_TICKED, PurchaseDraft, purchase_of
from servicedesk.domain.envelopes import addressee_of
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import Answers
from servicedesk.domain.letters import LetterCard, LetterStage
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.own_fields import NO, YES, OwnFieldKind, OwnFieldOn
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.promises_rules import named
from servicedesk.domain.record_files import FileCard, size_words
from servicedesk.services.attachments import read_attachment
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.complaints_rights import rights_in
from servicedesk.services.complaints_writing import file_of
from servicedesk.services.facts import read_facts
from servicedesk.services.letters_papers import LetterPapers, together
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.complaints_papers import files_about, promises_of_remedies
from servicedesk.store.complaints_purchases import purchase_behind
from servicedesk.store.contacts import contacts_about
from servicedesk.store.customers_reading import customer_of
from servicedesk.store.letters import letters_of
from servicedesk.store.own_fields import fields_on
from servicedesk.store.record_files import attachment_ids

FORM = "complaint_form"
SHEET, WHOLE, COPY = "complaint_sheet", "complaint_whole", "complaint_copy"
"""Ids of the papers on offer."""

_PICTURES = ("image/png", "image/jpeg")
_PICTURE_MOST = 20_000_000
"""Bytes of a picture that is shown on a page; a larger one stands in the list alone."""

_TRIES = 3
"""So often the list of pages is made again until it says where everything begins."""


class ComplaintPapers:
    """The use cases of papers of complaints.

    Args:
        units: opens reads.
        around: data files, words, the clock, and the child that reads pictures.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def job(self, complaint_id: int) -> PrintJob:
        """A complaint on a page or two, and what else can be printed of it.

        Raises:
            Refusal: ``record_gone``.
        """
        return self._binder(complaint_id).job((SHEET, WHOLE, COPY))

    def pack(self, complaint_id: int) -> PrintJob:
        """The whole file of a complaint with its letters, or the copy for the customer.

        Raises:
            Refusal: ``record_gone``.
        """
        return self._binder(complaint_id).job((WHOLE, COPY))

    def blank_form(self) -> PrintJob:
        """The form to complain on paper, with the head of the business."""
        phrases = self._around.phrases
        with self._units.read() as reading:
            head = LetterPapers(self._around).letterhead(reading)
            sizes = sizes_of(read_facts(reading))
        form = complaint_form(head.values, head.voice, phrases, head.logo)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.complaint_form import complaint_form_pdf
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper

            faces = load_faces(self._around.resources / "fonts")
            return complaint_form_pdf(form, choice.size, faces, phrases, large=choice.large)

        offer = PaperOffer(id=FORM, sizes=sizes, can_be_large=True)
        return PrintJob(title=form.title, stem=form.title, offers=(offer,), make=make)

    def _binder(self, complaint_id: int) -> "_Binder":
        with self._units.read() as reading:
            material = self._material(reading, complaint_id)
            facts = read_facts(reading)
            calendar = calendar_in(reading, self._around.resources).days
        return _Binder(self._units, self._around, material, facts, calendar)

    def _material(self, reading: Reading, complaint_id: int) -> Material:
        """All that there is of a complaint, read at one moment."""
        owner = str(read_facts(reading).get("owner_name", ""))
        file = _by_name(file_of(reading, complaint_id), owner)
        contacts = tuple(
            replace(one, draft=replace(one.draft, by_whom=named(one.draft.by_whom, owner)))
            for one in contacts_about(reading, complaint_id)
        )
        letters = letters_of(reading, complaint_id=complaint_id)[::-1]  # the first one at the head
        ticked = purchase_behind(reading, complaint_id)
        ticks = NOTHING_TICKED if ticked is None else ticked[1]
        return Material(
            file=file,
            contacts=contacts,
            letters=letters,
            to_others=self._to_others(letters, file.card.draft.customer_id),
            promises=promises_of_remedies(reading, file),
            files=files_about(reading, complaint_id, contacts),
            reach=_reach(reading, file.card.draft.customer_id),
            own=self._own(reading, file.card.draft.own),
            rights=self._rights(reading, file.card, ticks),
            ticks=ticks,
        )

    def _rights(
        self, reading: Reading, card: ComplaintCard, ticks: PurchaseDraft
    ) -> tuple[str, ...]:
        """What they can ask for by what was ticked; nothing while that is not all known."""
        say, purchase = self._around.phrases.say, purchase_of(ticks)
        if purchase is None:
            return ()
        told = rights_in(reading, self._around, purchase, is_consumer=card.is_consumer)
        if told is None:
            return ()
        nation = say(f"enum.Nation.{told.nation}")
        day = day_words(told.checked_on, self._around.phrases)
        return (say("pack.rights.head", nation=nation, day=day), *told.lines, told.advice)

    def _to_others(
        self, letters: tuple[LetterCard, ...], customer_id: int | None
    ) -> frozenset[int]:
        """Letters to a supplier, and to anybody who is not the customer of the complaint."""
        ours = LetterPapers(self._around).ours
        claims = {one.id for one in ours.values() if one.stage is LetterStage.CLAIM}
        return frozenset(
            one.id
            for one in letters
            if one.template in claims or one.customer_id not in (None, customer_id)
        )

    def _own(self, reading: Reading, values: Answers) -> tuple[tuple[str, str], ...]:
        """What stands in the business's own fields of complaints."""
        phrases, found = self._around.phrases, []
        for card in fields_on(reading, OwnFieldOn.COMPLAINT):
            value = str(values.get(str(card.id), ""))
            if value and card.draft.kind is OwnFieldKind.DAY:
                value = day_words(date.fromisoformat(value), phrases)
            elif card.draft.kind is OwnFieldKind.YES_NO and value in (YES, NO):
                value = phrases.say(f"round.own.{value}")
            if value:
                found.append((card.draft.name, value))
        return tuple(found)


class _Binder:
    """Binds the papers of one complaint; what takes long is read when a paper is made.

    Args:
        units: opens reads.
        around: data files, words, the clock, and the child that reads pictures.
        material: all that there is of the complaint.
        facts: of the business.
        calendar: of the business.
    """

    def __init__(
        self,
        units: Units,
        around: Surroundings,
        material: Material,
        facts: Answers,
        calendar: WorkingCalendar,
    ) -> None:
        self._units, self._around = units, around
        self._material, self._calendar = material, calendar
        self._facts = facts
        self._unshown: list[str] = []

    def job(self, papers: tuple[str, ...]) -> PrintJob:
        """The papers on their way to the preview."""
        card = self._material.file.card
        sizes = sizes_of(self._facts)
        title = self._around.phrases.say("pack.title", ref=card.ref)
        return PrintJob(
            title=title,
            stem=f"{card.ref} {card.customer_name or card.draft.called}".strip(),
            offers=tuple(PaperOffer(id=one, sizes=sizes, can_be_large=True) for one in papers),
            make=self._made,
            left_out_of=self._left_out,
        )

    def _made(self, choice: PaperChoice) -> Printed:
        from servicedesk.documents.fonts import load_faces  # printing: at the first paper
        from servicedesk.documents.pdf import text_pdf

        phrases, faces = self._around.phrases, load_faces(self._around.resources / "fonts")

        def main(paper: Paper, behind: int = 0) -> Printed:
            return text_pdf(paper, choice.size, faces, phrases, large=choice.large, behind=behind)

        head = PackHead(
            business=str(self._facts.get("trading_name", "")),
            printed_on=self._around.clock.today(),
        )
        if choice.paper == SHEET:
            pack, inner = whole_pack(self._material, self._calendar)
            return main(complaint_sheet(pack, inner, head, phrases))
        if choice.paper == COPY:
            pack = pack_for_customer(self._material, self._calendar)
            letters = self._letters(pack.letters)
            return _bound(
                lambda now, behind: main(customer_paper(pack, now, phrases), behind),
                head,
                letters,
                (),
                None,
            )
        pack, inner = whole_pack(self._material, self._calendar)
        shown, pages = self._pictures(choice.size)
        return _bound(
            lambda now, behind: main(whole_paper(pack, inner, now, phrases), behind),
            head,
            self._letters(pack.letters),
            shown,
            pages,
        )

    def _left_out(self, choice: PaperChoice) -> tuple[str, ...]:
        say = self._around.phrases.say
        if choice.paper == COPY:
            files = (say("left_out.copy_files"),) if self._material.files else ()
            return (say("left_out.copy_ours"), *files)
        if choice.paper == WHOLE and self._unshown:
            return (say("left_out.pack_pictures", names=", ".join(self._unshown)),)
        return ()

    def _letters(self, letters: tuple[LetterCard, ...]) -> tuple[tuple[int, bytes], ...]:
        """Numbers of letters and their exact PDFs."""
        with self._units.read() as reading:
            return tuple(
                (one.id, b"".join(read_attachment(reading, one.attachment_id))) for one in letters
            )

    def _pictures(self, size: PaperSize) -> tuple[tuple[int, ...], Printed | None]:
        """Numbers of the files that are shown, and their pages; None for none."""
        from servicedesk.documents.complaint_pack import ShownPicture, picture_pages_pdf
        from servicedesk.documents.fonts import load_faces
        from servicedesk.documents.sheets import Credits

        say, self._unshown = self._around.phrases.say, []
        shown: list[tuple[int, ShownPicture]] = []
        for number, file in enumerate(self._material.files, 1):
            picture = self._picture(file) if file.media_type in _PICTURES else None
            if picture is not None:
                detail = (
                    day_words(file.added_on, self._around.phrases),
                    size_words(file.size, self._around.phrases),
                )
                heading = say("pack.picture", number=str(number), name=file.name)
                one = ShownPicture(heading=heading, detail=", ".join(detail), picture=picture)
                shown.append((file.id, one))
        if not shown:
            return (), None
        credits = Credits(
            title=say("pack.title", ref=self._material.file.card.ref),
            author=str(self._facts.get("trading_name", "")),
            language=say("letter.language"),
        )
        faces = load_faces(self._around.resources / "fonts")
        pages = picture_pages_pdf([one for _, one in shown], size, faces, credits)
        return tuple(number for number, _ in shown), pages

    def _picture(self, file: FileCard) -> Logo | None:
        """The picture in a file, read by a child; None, and its name noted, for what is none."""
        if file.size <= _PICTURE_MOST:
            try:
                with self._units.read() as reading:
                    found = attachment_ids(reading, file.id)
                    data = b"" if found is None else b"".join(read_attachment(reading, found[0]))
                return self._around.logo_from(data, file.name)
            except (Refusal, Trouble):
                pass  # damaged, or a trap: the list names it
        self._unshown.append(file.name)
        return None


def _by_name(file: ComplaintFile, owner: str) -> ComplaintFile:
    """A complaint whose history names the owner for what was done while nobody served."""
    return replace(file, steps=tuple(replace(one, who=named(one.who, owner)) for one in file.steps))


def _reach(reading: Reading, customer_id: int | None) -> tuple[str, ...]:
    """Address, phones and e-mail of a customer, a line each."""
    card = None if customer_id is None else customer_of(reading, customer_id)
    if card is None:
        return ()
    where = (line for line in addressee_of(card).lines if line != card.draft.name)
    return (*where, *(one.shown for one in card.draft.reaches))


def sizes_of(facts: Answers) -> tuple[PaperSize, ...]:
    """A4 and Letter, the one that the business prints on at the head."""
    sizes = (PaperSize.A4, PaperSize.LETTER)
    return sizes[::-1] if facts.get("page_size") == "letter" else sizes


def _bound(
    main: Callable[[PackHead, int], Printed],
    head: PackHead,
    letters: tuple[tuple[int, bytes], ...],
    shown: tuple[int, ...],
    pictures: Printed | None,
) -> Printed:
    """The pack with its letters and pictures behind it, and a list that says where they begin.

    Args:
        main: makes the pack itself, with so many pages behind it.
        head: what stands around it.
        letters: numbers and PDFs.
        shown: numbers of the files that have a page.
        pictures: their pages, or None.
    """
    from servicedesk.documents.page_images import page_count

    lengths = [page_count(pdf) for _, pdf in letters]
    behind = sum(lengths) + len(shown)
    first = main(head, behind)
    for _ in range(_TRIES):
        starts, at = [], first.pages + 1
        for length in lengths:
            starts.append(at)
            at += length
        placed = replace(
            head,
            letter_pages=tuple(
                (one, start) for (one, _), start in zip(letters, starts, strict=True)
            ),
            file_pages=tuple((one, at + place) for place, one in enumerate(shown)),
        )
        again = main(placed, behind)
        if again.pages == first.pages:
            break
        first = again
    after = [Printed(data=pdf, pages=0) for _, pdf in letters]
    return together([again, *after, *([pictures] if pictures is not None else [])])

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The papers of a complaint: its pack, the copy for the customer, a sheet of it, the form."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from servicedesk.documents.complaint_form import complaint_form_pdf
from servicedesk.documents.complaint_pack import ShownPicture, picture_pages_pdf
from servicedesk.documents.fonts import Faces
from servicedesk.documents.pdf import text_pdf
from servicedesk.documents.sheets import Credits
from servicedesk.domain.blocks import Paper, PaperSize, Printed
from servicedesk.domain.calendars import LONDON, WorkingCalendar
from servicedesk.domain.complaints import (
    Assessment,
    ComplaintCard,
    ComplaintDraft,
    Stage,
)
from servicedesk.domain.complaints_file import (
    ComplaintFile,
)
from servicedesk.domain.complaints_form import ComplaintForm, complaint_form
from servicedesk.domain.complaints_pack import Material
from servicedesk.domain.complaints_pack_making import pack_for_customer, whole_pack
from servicedesk.domain.complaints_pack_papers import (
    PackHead,
    complaint_sheet,
    customer_paper,
    whole_paper,
)
from servicedesk.domain.letters import Voice
from tests.papers.charters import real_words
from tests.papers.complaint_made import CAME, CARD, DRAFT, FILE, MATERIAL, file_card
from tests.papers.letters import VALUES
from tests.papers.shops import HOSTILE, LONG_NAME, logo

HEAD = PackHead(
    business="Hollins Hardware",
    printed_on=date(2026, 9, 30),
    letter_pages=((1, 6), (2, 7), (3, 8), (4, 9)),
    file_pages=((1, 10),),
)
COPY_HEAD = PackHead(
    business="Hollins Hardware",
    printed_on=date(2026, 9, 30),
    letter_pages=((1, 4), (2, 5)),
)
"""The copy has three pages before its letters, the whole file five."""


def calendar() -> WorkingCalendar:
    """Days of the shop in London."""
    return WorkingCalendar(zone=LONDON)


def whole(material: Material = MATERIAL, head: PackHead = HEAD) -> Paper:
    """The whole file."""
    return whole_paper(*whole_pack(material, calendar()), head, real_words())


def copy(material: Material = MATERIAL, head: PackHead = COPY_HEAD) -> Paper:
    """The copy for the customer."""
    return customer_paper(pack_for_customer(material, calendar()), head, real_words())


def sheet(material: Material = MATERIAL, head: PackHead = HEAD) -> Paper:
    """A page or two of it."""
    return complaint_sheet(*whole_pack(material, calendar()), head, real_words())


def hostile() -> Material:
    """A complaint whose every text is hard to print."""
    draft = replace(
        DRAFT,
        text=HOSTILE * 20,
        wish_words=HOSTILE,
        job_ref=HOSTILE,
        product=HOSTILE,
        notes=HOSTILE,
    )
    card = replace(CARD, draft=draft, customer_name=LONG_NAME + HOSTILE, outcome_words=HOSTILE)
    issues = tuple(
        replace(one, draft=replace(one.draft, text=HOSTILE, reasons=HOSTILE * 5))
        for one in FILE.issues
    )
    entries = tuple(
        replace(one, draft=replace(one.draft, text=HOSTILE * 8, source=HOSTILE))
        for one in FILE.entries
    )
    file = replace(FILE, card=card, issues=issues, entries=entries)
    files = (file_card(1, HOSTILE + ".png"),)
    return replace(MATERIAL, file=file, files=files)


def bare() -> Material:
    """A complaint of which hardly anything is known."""
    draft = ComplaintDraft(text="Cold soup", received_at=CAME)
    card = ComplaintCard(
        id=1,
        ref="C-2026-0001",
        draft=draft,
        stage=Stage.RECEIVED,
        assessment=Assessment(severity=1, impact=0, urgency=1),
        dues=CARD.dues,
    )
    return Material(file=ComplaintFile(card=card))


def pictures() -> tuple[ShownPicture, ...]:
    """A tall picture, a wide one and a small one."""
    sizes = ((900, 1200), (1200, 300), (60, 40))
    return tuple(
        ShownPicture(
            heading=f"File {number}: tap {number}.png",
            detail="18 September 2026, 240 kB",
            picture=logo(wide, tall),
        )
        for number, (wide, tall) in enumerate(sizes, 1)
    )


def form(voice: Voice = Voice.WE, **values: str) -> ComplaintForm:
    """The form of the shop; two underscores in a name stand for its full stop."""
    said = {name.replace("__", "."): value for name, value in values.items()}
    return complaint_form({**VALUES, **said}, voice, real_words(), None)


def hostile_form() -> ComplaintForm:
    """The form of a business whose every fact is hard to print."""
    address = "\n".join([HOSTILE] * 4)
    hard = form(Voice.ONE, business__name=HOSTILE, business__address=address, reach_us=HOSTILE)
    return replace(hard, logo=logo(60, 900))


def every_complaint_paper(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of everything that is printed of a complaint beside its letters."""
    words = real_words()
    papers = {"whole": whole(), "copy": copy(), "sheet": sheet()}
    papers |= {"whole-hostile": whole(hostile()), "copy-hostile": copy(hostile())}
    papers |= {"whole-bare": whole(bare()), "copy-bare": copy(bare()), "sheet-bare": sheet(bare())}
    for name, paper in papers.items():
        yield name, text_pdf(paper, PaperSize.A4, faces, words)
    for name in ("whole", "copy", "sheet"):
        large = text_pdf(papers[name], PaperSize.LETTER, faces, words, large=True)
        yield f"{name}-letter-large", large
    credits = Credits(title="Complaint", author="Hollins Hardware", language="en-GB")
    for size in (PaperSize.A4, PaperSize.LETTER):
        yield f"form-{size}", complaint_form_pdf(form(), size, faces, words)
        large = complaint_form_pdf(form(), size, faces, words, large=True)
        yield f"form-{size}-large", large
        hard = complaint_form_pdf(hostile_form(), size, faces, words)
        yield f"form-{size}-hostile", hard
        yield f"pictures-{size}", picture_pages_pdf(pictures(), size, faces, credits)

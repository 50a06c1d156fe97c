# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The papers of a complaint: what they say, whom for, and that nothing runs off the page."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.documents.pdf import text_pdf
from servicedesk.domain.blocks import PaperSize, Table
from servicedesk.domain.complaints import Dates, Stage
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_pack import Material
from tests.documents.reading import MM, pages_of
from tests.papers.charters import real_words
from tests.papers.complaint_made import CARD, FILE, MATERIAL
from tests.papers.complaints import (
    bare,
    copy,
    every_complaint_paper,
    hostile,
    sheet,
    whole,
)

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "complaints"
PAPERS = {
    "whole": whole,
    "copy": copy,
    "sheet": sheet,
    "copy-hostile": lambda: copy(hostile()),
    "copy-bare": lambda: copy(bare()),
    "whole-bare": lambda: whole(bare()),
}
TODAY = date(2026, 9, 30)
SECRET = "Zephyrin"
"""Begins every word that is planted where a customer must not look."""


@pytest.fixture(name="words_on")
def _words_on(faces):
    def words_on(paper, size=PaperSize.A4):
        texts = page_texts(text_pdf(paper, size, faces, real_words()).data)
        return "\f".join(" ".join(text.split()) for text in texts)

    return words_on


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_a_paper_of_a_complaint_reads_as_it_did(name, words_on):
    assert words_on(PAPERS[name]()) == GOLDEN.joinpath(f"{name}.txt").read_text("utf-8").strip()


def test_nothing_stands_near_an_edge_nor_lies_over_anything(faces):
    for name, printed in every_complaint_paper(faces):
        assert printed.cut == (), name
        for page in pages_of(printed.data):
            for number, line in enumerate(page.lines):
                assert line.left >= 12 * MM - 0.5, name
                assert line.right <= page.width - 12 * MM + 0.5, name
                assert line.bottom >= 12 * MM - 2, name
                assert line.top <= page.height - 12 * MM + 1.5, name
                over = [other for other in page.lines[number + 1 :] if line.overlaps(other)]
                assert not over, name


def planted_card(word):
    """The card with a word of its own in every place that is ours alone."""
    draft = replace(CARD.draft, notes=word(), staff=word(), taken_by=word(), handler=word())
    return replace(
        CARD,
        draft=draft,
        remember=word(),
        stand_in=word(),
        legal_hold=word(),
        insurer_not_needed=word(),
        waiting_for=word(),
        cost_pence=1234567,
        minutes_spent=98765,
        assessment=replace(CARD.assessment, raise_note=word()),
        learning=replace(CARD.learning, whys=(word(),), lessons=word(), no_action_because=word()),
    )


def planted_file(word):
    """What hangs on the complaint, planted like its card."""
    training = next(one for one in FILE.remedies if one.draft.kind.value == "training")
    return replace(
        FILE,
        card=planted_card(word),
        entries=tuple(
            replace(one, who=word(), draft=replace(one.draft, text=word(), source=word()))
            for one in FILE.entries[1:]
        ),
        remedies=(
            *(
                replace(
                    one,
                    draft=replace(
                        one.draft, by_whom=word(), approved_by=word(), over_because=word()
                    ),
                )
                for one in FILE.remedies[:2]
            ),
            replace(training, draft=replace(training.draft, words=word())),
        ),
        actions=tuple(
            replace(one, check_note=word(), draft=replace(one.draft, text=word(), owner=word()))
            for one in FILE.actions
        ),
        behaviours=tuple(
            replace(one, draft=replace(one.draft, text=word(), limits=word()))
            for one in FILE.behaviours
        ),
        steps=tuple(replace(one, who=word(), note=word()) for one in FILE.steps),
        referrals=tuple(
            replace(one, draft=replace(one.draft, cost_pence=7654321)) for one in FILE.referrals
        ),
    )


def planted():
    """The complaint with a word of its own in every place that is ours alone, and those words."""
    found = []

    def word():
        found.append(f"{SECRET}{len(found):03}")
        return found[-1]

    material = replace(
        MATERIAL,
        file=planted_file(word),
        contacts=tuple(
            replace(one, remember=word(), draft=replace(one.draft, text=word(), by_whom=word()))
            for one in MATERIAL.contacts
        ),
        letters=tuple(
            replace(one, title=word()) if one.withdrawn_on or one.id == 3 else one
            for one in MATERIAL.letters
        ),
        promises=tuple(
            replace(one, remember=word(), draft=replace(one.draft, notes=word()))
            for one in MATERIAL.promises
        ),
        files=tuple(replace(one, name=word()) for one in MATERIAL.files),
        own=((word(), word()),),
    )
    return material, found


def test_the_copy_for_the_customer_has_nothing_that_is_ours_alone(words_on):
    material, secrets = planted()
    text = words_on(copy(material))
    assert SECRET not in text
    for figure in ("12,345", "98765", "76,543", "Spoke with staff", "Goodwill", "Slip"):
        assert figure not in text
    ours = words_on(whole(material))
    unsaid = {material.file.card.remember, material.file.card.waiting_for}
    unsaid |= {one.who for one in material.file.entries}
    unsaid |= {one.who for one in material.file.steps if one.action in ("log", "acknowledge")}
    unsaid |= {one.note for one in material.file.steps if one.action in ("log", "acknowledge")}
    unsaid |= {one.remember for one in (*material.contacts, *material.promises)}
    unsaid |= {one.draft.notes for one in material.promises}
    unsaid |= {one.check_note for one in material.file.actions}
    unsaid |= {material.file.card.insurer_not_needed}  # the day stands there instead
    for secret in secrets:
        assert (secret in ours) is (secret not in unsaid), secret


def test_what_helps_a_customer_and_the_line_to_remember_stand_on_no_paper(words_on):
    for paper in (whole(), copy(), sheet()):
        assert "Ask about the cat" not in words_on(paper)


def test_the_copy_for_the_customer_speaks_to_them(words_on):
    text = words_on(copy())
    for part in ("Your name Mrs Asha Patel", "What you told us The tap", "You replied"):
        assert part in text
    for said in ("the customer", "Customer", "Told them", "their", " her "):
        assert said not in text.replace("What the customer may have", "")
    assert "What the customer says" in words_on(whole())


def test_before_the_answer_the_copy_tells_of_no_finding(words_on):
    card = replace(CARD, dates=Dates())
    text = words_on(copy(replace(MATERIAL, file=replace(FILE, card=card))))
    assert "The tap dripped again after two days." in text
    for part in ("We agree", "a size too small", "at no charge"):
        assert part not in text
    for part in ("fit a new washer", "Part of the money back"):  # promised, and done
        assert part in text


def test_while_it_is_looked_at_again_the_copy_tells_of_no_answer_in_the_making(words_on):
    assert CARD.dates.decided_on is not None
    card = replace(CARD, stage=Stage.INVESTIGATING)
    text = words_on(copy(replace(MATERIAL, file=replace(FILE, card=card))))
    for part in ("We agree", "a size too small", "at no charge"):
        assert part not in text


def test_what_somebody_of_ours_says_stands_in_our_own_file_alone(words_on):
    assert "Tom fitted what was in the box" in words_on(whole())
    assert "Tom fitted what was in the box" not in words_on(copy())
    assert "Tom Reed" not in words_on(copy())


def test_whoever_complains_for_somebody_and_about_information_is_said(words_on):
    draft = replace(
        CARD.draft, acting_for="Ben Ode", wishes=(), wish_words="", track="data_protection"
    )
    card = replace(CARD, draft=draft, customer_name="", satisfaction=None, finding=None)
    text = words_on(copy(replace(MATERIAL, file=ComplaintFile(card=card))))
    for part in ("Not known", "On behalf of Ben Ode", "About how we used your information"):
        assert part in text
    assert "About how we used their information" in words_on(
        whole(replace(MATERIAL, file=ComplaintFile(card=card)))
    )


def test_the_chronology_is_in_the_order_of_days_and_begins_at_the_first():
    (table,) = (
        block
        for block in whole().blocks
        if isinstance(block, Table) and block.caption == "What happened when"
    )
    said = [what for _, what in table.rows]
    assert said[0] == "It happened"
    assert said[1] == "The complaint came in at the counter"
    assert said.index("We asked the customer (Ruth)") < said.index("The customer replied (Ruth)")
    assert "Promised by 2 October 2026: fit a new washer (P-2026-0031)" in said
    assert "Letter L-2026-0004 did not go out: How it goes" in said


def test_an_answer_that_only_repeats_its_points_is_not_printed_again(words_on):
    said = "“{}” We agree. {}"
    lines = [said.format(one.draft.text, one.draft.reasons) for one in FILE.issues]
    for answer, times in (
        ("\n".join(lines), 1),
        ("\n".join((*lines, "And a lamp.")), 2),
        ("\n".join((lines[0], "Nobody rang.")), 2),
    ):
        card = replace(CARD, outcome_words=answer)
        text = words_on(copy(replace(MATERIAL, file=replace(FILE, card=card))))
        assert text.count("The washer was a size too small") == times


def test_a_complaint_without_words_or_reasons_says_what_there_is(words_on):
    draft = replace(CARD.draft, text=" ")
    dates = replace(CARD.dates, follow_up_on=TODAY)
    card = replace(CARD, draft=draft, outcome_words="", dates=dates)
    text = words_on(copy(replace(MATERIAL, file=replace(FILE, card=card, issues=()))))
    assert "What you told us" not in text
    assert "Points and answers We agree. Putting it right" in text
    assert "30 September 2026 We asked you how it went" in text


def test_a_long_note_is_cut_in_the_chronology_and_whole_in_the_list(words_on):
    entries = tuple(
        replace(one, draft=replace(one.draft, text="word " * 90)) for one in FILE.entries[:1]
    )
    text = words_on(whole(replace(MATERIAL, file=replace(FILE, entries=entries))))
    assert "word…" in text
    assert text.count("word") > 90 + 40


def test_letters_and_files_say_on_which_page_they_begin(words_on):
    text = words_on(whole())
    assert "15 September 2026 L-2026-0001 We have your complaint 6" in text
    assert "1 tap from the side.png 240 kB 18 September 2026 10" in text
    assert "2 quote.pdf 240 kB 18 September 2026 kept as a file" in text


def test_lists_of_which_there_is_nothing_are_left_out(words_on):
    text = words_on(whole(Material(file=replace(FILE, behaviours=(), actions=(), entries=()))))
    for heading in ("Letters", "Files", "Behaviour", "What was seen"):
        assert heading not in text


def test_a_long_table_begins_below_its_heading_and_not_on_a_new_page(faces):
    pages = page_texts(text_pdf(whole(), PaperSize.A4, faces, real_words()).data)
    (page,) = [text for text in pages if "What happened when" in text]
    assert "Putting it right" in page
    assert "It happened" in page

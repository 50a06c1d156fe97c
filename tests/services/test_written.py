# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers written for the owner: filled from what is known, changed, put back, printed."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.letters_filling import as_text, subject_of
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.domain.written import JOB_SHEETS, OwnText, WrittenPaper
from servicedesk.services.registry import Services, open_services
from servicedesk.store.written import text_values, written_papers
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY
from tests.services.written_made import SHOPS, cafe, plumber, publish, somewhere_else
from tests.store.files import new_file, opened

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "written"
COMPLAINTS, PRIVACY = WrittenPaper.COMPLAINTS, WrittenPaper.PRIVACY
A4 = PaperSize.A4


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return hear(monkeypatch)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def said(services: Services, paper: WrittenPaper) -> str:
    parts = services.written.get(paper).parts
    return f"{subject_of(parts)}\n\n{as_text(parts)}\n"


def printed(job, **choice) -> str:
    made = job.make(PaperChoice(**{"paper": job.offers[0].id, "size": A4, **choice}))
    return " ".join(" ".join(page_texts(made.data)).split())


@pytest.mark.parametrize("paper", list(WrittenPaper))
@pytest.mark.parametrize("shop", list(SHOPS))
def test_a_paper_says_what_it_said_before(services: Services, shop: str, paper: WrittenPaper):
    SHOPS[shop](services)
    path = GOLDEN / f"{shop}-{paper.value}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(said(services, paper), "utf-8")
    assert said(services, paper) == path.read_text("utf-8")


def test_nothing_of_our_law_stands_on_a_paper_somewhere_else(services: Services) -> None:
    somewhere_else(services)
    for card in services.written.all():
        text = as_text(card.parts)
        assert card.law_checked_on is None
        for word in ("ICO", "Commissioner", "legal", "Citizens Advice", "contract:", "30 calendar"):
            assert word not in text


def test_the_law_of_a_nation_comes_with_the_day_it_was_looked_up(services: Services) -> None:
    plumber(services)
    card = services.written.get(COMPLAINTS)
    assert "consumeradvice.scot" in as_text(card.parts)
    assert card.law_checked_on == date(2026, 11, 22)
    assert not card.is_law_old
    assert "last looked up on 22 November 2026" in printed(services.written.job(PRIVACY))


def test_law_that_nobody_looked_up_for_long_is_told(tmp_path: Path, heard: Heard) -> None:
    with opened(new_file(tmp_path)) as file:
        later = open_services(file, surroundings(file.path, FixedClock(date(2027, 6, 1))))
        assert later.written.get(PRIVACY).is_law_old
        assert not later.written.get(WrittenPaper.ROLES).is_law_old


def test_numbers_follow_the_settings_and_the_charter(services: Services) -> None:
    somewhere_else(services)
    card = services.written.get(COMPLAINTS)
    assert card.missing == ("promise.acknowledge", "promise.decide")
    assert not card.blocking
    publish(services, "cafe")
    services.business.save({"phone": "0161 496 0199", "retention_complaint": 24}, RUTH)
    assert services.written.get(COMPLAINTS).missing == ()
    assert "0161 496 0199" in said(services, COMPLAINTS)
    assert "within 2 working days" in said(services, COMPLAINTS)
    assert "We keep them for 2 years after the matter is closed" in said(services, PRIVACY)


def test_what_is_missing_is_named_on_the_way_to_the_printer(services: Services) -> None:
    with pytest.raises(Refusal) as refused:
        services.written.job(COMPLAINTS)
    assert refused.value.code == "written_lacks"
    assert refused.value.params["what"] == "Name of the business, How to reach us"
    somewhere_else(services)
    job = services.written.job(COMPLAINTS)
    assert job.left_out == (
        "Not filled in yet, and so not printed: How soon we say that we have a complaint, "
        "How soon we answer a complaint.",
    )
    assert services.written.job(WrittenPaper.ROLES).left_out == ()


def test_own_words_are_kept_filled_and_put_back_in_one_step_each(services: Services) -> None:
    cafe(services)
    body = "# Not right?\n\nRing {business.phone}.  \n\n- {promise.decide}\n"
    done = services.written.save(COMPLAINTS, body, RUTH)
    assert set(done.changes) == {Kind.WRITTEN_PAPER}
    assert done.card.is_own
    assert "Ring 0161 496 0123." in said(services, COMPLAINTS)
    services.written.save(COMPLAINTS, body.replace("Ring", "Call"), RUTH)
    assert "Call 0161" in printed(services.written.job(COMPLAINTS))
    assert not services.written.put_back(COMPLAINTS, RUTH).card.is_own
    services.undo.undo(RUTH)
    assert "Call 0161" in said(services, COMPLAINTS)
    assert not services.written.put_back(PRIVACY, RUTH).changes


def test_signs_that_no_paper_can_show_are_not_kept(services: Services) -> None:
    cafe(services)
    body = "# A\r\n\r\nRing\x00 us\u202e now\ud800"
    assert services.written.save(COMPLAINTS, body, RUTH).card.body == "# A\n\nRing us now\ufffd"


def test_our_words_kept_as_they_are_stay_ours(services: Services) -> None:
    cafe(services)
    ours = services.written.get(COMPLAINTS).ours
    assert not services.written.save(COMPLAINTS, f"{ours}\n\n", RUTH).changes
    services.written.save(COMPLAINTS, f"{ours}\n\nMore.", RUTH)
    assert not services.written.save(COMPLAINTS, ours, RUTH).card.is_own


def test_our_words_that_changed_since_are_told_with_the_difference(services: Services) -> None:
    cafe(services)
    opening = WrittenPaper.JOB_OPENING
    ours = services.written.get(opening).ours
    services.written.save(opening, ours.replace("Lights", "Lamps"), RUTH)
    assert not services.written.get(opening).is_behind
    services.business.save({"trade": "garage"}, RUTH)
    card = services.written.get(opening)
    assert card.is_behind
    texts = [one.text for one in card.differences]
    assert any("Fridges" in one for one in texts)
    assert any("which cars" in one for one in texts)


def test_a_first_helper_gets_lists_by_role(services: Services) -> None:
    plumber(services)
    assert "one list" in said(services, WrittenPaper.ROLES)
    services.people.add(PersonDraft(name="Tom"), RUTH)
    assert "The owner: Ruth Hollins" in said(services, WrittenPaper.ROLES)
    assert "Everybody" in said(services, WrittenPaper.ROLES)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "written_no_title"),
        ("# A\n\nWe are certified to BS 8477.", "written_words_blocked"),
        ("# A\n\n{customer.name}", "written_field_unknown"),
        ("# A\n\n" + "x" * 12_001, "written_too_long"),
    ],
)
def test_words_that_cannot_be_printed_are_not_kept(
    services: Services, body: str, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        services.written.save(COMPLAINTS, body, RUTH)
    assert (refused.value.code, refused.value.field) == (code, "words")
    assert words().refusal(refused.value)
    assert not services.written.get(COMPLAINTS).is_own


def old_words(services: Services, paper: WrittenPaper, body: str) -> None:
    """Words that an earlier program took, and that none of today's rules has seen."""
    with services.units.change("save words of a paper", RUTH) as unit:
        values = text_values(paper, OwnText(body=body, based_on="0" * 16))
        unit.insert(written_papers, values)


@pytest.mark.parametrize("body", ["# A\n\n{business.fax} rings", "no title", "# A\n\n### B"])
def test_own_words_that_cannot_be_filled_any_more_give_way_to_ours(
    services: Services, body: str
) -> None:
    cafe(services)
    old_words(services, COMPLAINTS, body)
    (card, *others) = services.written.all()
    assert len(others) == len(WrittenPaper) - 1
    assert card.fault is not None
    assert words().refusal(card.fault)
    assert (card.is_own, card.body) == (True, body)
    assert "Speak to whoever serves you" in as_text(card.parts)
    job = services.written.job(COMPLAINTS)
    assert job.left_out[0].startswith("Your own words cannot be printed as they stand")
    assert "Speak to whoever serves you" in printed(job)
    services.written.save(COMPLAINTS, "# A\n\nRing {business.phone}", RUTH)
    assert services.written.get(COMPLAINTS).fault is None


def test_a_registration_that_has_ended_is_asked_about_again(tmp_path: Path, heard: Heard) -> None:
    with opened(new_file(tmp_path)) as file:
        clock = FixedClock(TODAY)
        services = open_services(file, surroundings(file.path, clock))
        cafe(services)
        ends = date(2026, 12, 31)
        registered = RegistrationDraft(
            kind=RegistrationKind.REGISTRATION, body="Gas Safe", number="1234567", ends_on=ends
        )
        services.registrations.add(registered, RUTH)
        policy = WrittenPaper.POLICY
        services.written.save(policy, "# A\n\nWe are Gas Safe registered.", RUTH)
        assert services.written.get(policy).claims == ()
        clock.set(date(2027, 1, 1))
        card = services.written.get(policy)
        assert card.claims == ("We are Gas Safe registered.",)
        assert card.fault is None


def test_what_is_typed_is_filled_without_being_kept(services: Services) -> None:
    cafe(services)
    card = services.written.typed(COMPLAINTS, "# A\n\n{handler}")
    assert as_text(card.parts) == "Ruth Hollins"
    assert not services.written.get(COMPLAINTS).is_own


def test_what_was_printed_is_noted_once_a_day(services: Services) -> None:
    cafe(services)
    done = services.written.note_printed((COMPLAINTS, PRIVACY), RUTH)
    assert set(done.changes) == {Kind.WRITTEN_PAPER}
    assert services.written.get(PRIVACY).kept.printed_on == TODAY
    assert not services.written.note_printed((COMPLAINTS,), RUTH).changes
    services.written.save(COMPLAINTS, "# A\n\nB", RUTH)
    assert services.written.get(COMPLAINTS).kept.printed_on == TODAY
    services.written.put_back(COMPLAINTS, RUTH)
    assert services.written.get(COMPLAINTS).kept.printed_on == TODAY


def test_a_note_of_printing_is_no_step_that_an_owner_takes_back(services: Services) -> None:
    cafe(services)
    services.written.save(COMPLAINTS, "# A\n\nB", RUTH)
    services.undo.undo(RUTH)
    services.written.note_printed((COMPLAINTS,), RUTH)
    services.undo.redo(RUTH)
    services.written.note_printed((COMPLAINTS, PRIVACY), RUTH)
    assert services.undo.can_undo == "save words of a paper"
    services.undo.undo(RUTH)
    card = services.written.get(COMPLAINTS)
    assert (card.is_own, card.kept.printed_on) == (False, TODAY)


def test_own_words_printed_the_first_time_keep_their_words(services: Services) -> None:
    cafe(services)
    services.written.save(COMPLAINTS, "# A\n\nB", RUTH)
    services.written.note_printed((COMPLAINTS,), RUTH)
    card = services.written.get(COMPLAINTS)
    assert (card.body, card.kept.printed_on) == ("# A\n\nB", TODAY)


def test_the_complaint_form_and_the_sign_come_with_the_procedure(services: Services) -> None:
    cafe(services)
    job = services.written.job(COMPLAINTS)
    ids = [offer.id for offer in job.offers]
    assert ids == ["written_complaints", "written_with_form", "written_complaints_sign"]
    for offer in job.offers:
        assert words().say(f"paper.{offer.id}")
    alone = job.make(PaperChoice(paper=ids[0], size=A4))
    behind = job.make(PaperChoice(paper=ids[1], size=A4))
    assert (alone.pages, behind.pages) == (1, 3)
    assert "Tell us if something is not right" in printed(job, paper=ids[2])


@pytest.mark.parametrize("shop", list(SHOPS))
def test_all_job_sheets_stand_two_to_a_page(services: Services, shop: str) -> None:
    SHOPS[shop](services)
    job = services.written.job_sheets()
    made = job.make(PaperChoice(paper=job.offers[0].id, size=A4))
    assert made.pages == 3
    assert len(page_texts(made.data)) == 3
    assert bool(job.left_out) == (shop == "elsewhere")
    large = printed(job, large=True)
    for paper in JOB_SHEETS:
        assert subject_of(services.written.get(paper).parts) in large


@pytest.mark.parametrize("shop", list(SHOPS))
@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_each_paper_takes_the_room_that_it_says(
    services: Services, shop: str, size: PaperSize
) -> None:
    SHOPS[shop](services)
    for paper in WrittenPaper:
        job = services.written.job(paper)
        assert job.offers[0].sizes[0] is (PaperSize.LETTER if shop == "elsewhere" else PaperSize.A4)
        made = job.make(PaperChoice(paper=job.offers[0].id, size=size))
        assert made.pages == (2 if paper is PRIVACY else 1)
        assert made.cut == ()
        assert made.missing == ()


def test_a_paper_without_a_name_over_it_still_prints(services: Services) -> None:
    text = printed(services.written.job(WrittenPaper.JOB_ANGRY))
    assert "23 November 2026" in text
    assert ", 23 November" not in text

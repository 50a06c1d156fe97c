# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters that have gone out: one, several at once, their envelopes, and by e-mail."""

from datetime import date

from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.customers import Channel, CustomerDraft, Reach, ReachKind
from servicedesk.domain.errors import Trouble
from servicedesk.domain.promises import Due
from servicedesk.ui.letters import sent as letters_sent
from servicedesk.ui.letters.state import Step, Then
from servicedesk.ui.printing import posting
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.ui.letters.hands import button, typed


def test_a_closure_writes_to_everybody_whom_it_touches(room, monkeypatch):
    day = Due(day=date(2026, 12, 24))
    for name in ("Ben Ode", "Cy Young"):
        room.shop.promise(room.shop.customer(CustomerDraft(name=name)), due=day)
    closure = room.bench.services.calendars.add_closure(
        ClosureDraft(first=date(2026, 12, 24), last=date(2026, 12, 28)), "Ruth"
    ).card.id
    room.go("L21", f"closure:{closure}")
    assert room.page.presenter.state.letters == 2
    assert "customer.name" not in room.page.write._fields
    typed(room, "cover", "Nobody")
    typed(room, "urgent", "Leave a message")
    room.settle()
    drawn = room.page.presenter.state.drawn
    assert (drawn.pages, drawn.letters) == (1, 2)
    assert "Dear Ben Ode" in drawn.words
    assert "Letter 1 of 2, page 1" in seen_texts(room.page)
    button(room, "Next page").click()
    room.settle()
    assert "Dear Cy Young" in room.page.presenter.state.drawn.words
    button(room, "Page before").click()
    room.settle()
    assert "Dear Ben Ode" in room.page.presenter.state.drawn.words
    assert len(room.page.print_job().offers[0].sizes) == 2
    assert findings(room.page) == []
    button(room, "Issue and print").click()
    room.settle()
    assert room.heard.said == ["2 letters are issued and kept."]
    assert "Closure or absence, 2 letters" in seen_texts(room.page)
    printed = room.page.sent.presenter.ids()
    wanted = []
    monkeypatch.setattr(
        letters_sent, "print_letter_envelopes", lambda *told: wanted.append(told[2])
    )
    monkeypatch.setattr(letters_sent, "print_letter_labels", lambda *told: wanted.append(told[2]))
    button(room, "Envelopes").click()
    button(room, "Address labels").click()
    assert wanted == [printed, printed]
    button(room, "Another letter").click()
    assert room.heard.places[-1].item == ""


def test_what_has_gone_out_is_shown_saved_and_taken_back(room, tmp_path, monkeypatch):
    promise = room.shop.promise(room.shop.customer())
    room.go("L13", f"promise:{promise}")
    target = tmp_path / "letter.pdf"
    monkeypatch.setattr(letters_sent, "save_file", lambda *_: target)
    button(room, "Issue and save PDF").click()
    room.settle()
    assert target.read_bytes().startswith(b"%PDF")
    assert room.printed == []
    assert room.heard.said[-1] == "Saved as letter.pdf."
    button(room, "To the customer").click()
    button(room, "To the promise").click()
    assert [place.room for place in room.heard.places[-2:]] == ["customers", "promises"]
    button(room, "Print").click()
    assert len(room.printed) == 1
    button(room, "Take it back: it did not go out").click()
    room.settle()
    assert any("Taken back on" in text for text in seen_texts(room.page))
    assert findings(room.page) == []
    room.go("issued", "1")
    assert any("Taken back on" in text for text in seen_texts(room.page))
    room.go("issued", "99")
    assert room.page.presenter.state.step is Step.CHOOSE
    assert "not there" in room.heard.said[-1] or room.heard.said[-1]


def test_a_folder_that_cannot_be_written_is_told(room, tmp_path, monkeypatch):
    room.go("L13", f"promise:{room.shop.promise(room.shop.customer())}")
    monkeypatch.setattr(letters_sent, "save_file", lambda *_: tmp_path / "no" / "letter.pdf")
    button(room, "Issue and save PDF").click()
    assert room.heard.troubles
    monkeypatch.setattr(letters_sent, "save_file", lambda *_: None)
    room.page.sent.save_it()


def test_an_envelope_and_a_label_for_a_letter_that_has_gone_out(room, monkeypatch):
    jobs = []
    monkeypatch.setattr(posting, "show_print", lambda job, *_: jobs.append(job))
    promise = room.shop.promise(room.shop.customer())
    room.go("L13", f"promise:{promise}")
    button(room, "Issue and print").click()
    room.settle()
    button(room, "Print envelope").click()
    button(room, "Address label").click()
    room.page.findChild(posting.LabelsDialog).save_button.click()
    assert [job.offers[0].id for job in jobs] == ["envelope", "labels_21"]
    assert findings(room.page) == []


def test_of_several_letters_those_who_prefer_e_mail_get_a_draft(room, tmp_path, monkeypatch):
    day = Due(day=date(2026, 12, 24))
    mail = (Reach(kind=ReachKind.EMAIL, shown="ben@ode.example"),)
    for who in (
        CustomerDraft(name="Ben Ode", reaches=mail, prefers=Channel.EMAIL),
        CustomerDraft(name="Cy Young", prefers=Channel.EMAIL),
        CustomerDraft(name="Di Wood", reaches=mail, prefers=Channel.POST),
    ):
        room.shop.promise(room.shop.customer(who), due=day)
    closure = room.bench.services.calendars.add_closure(
        ClosureDraft(first=date(2026, 12, 24), last=date(2026, 12, 28)), "Ruth"
    ).card.id
    room.go("L21", f"closure:{closure}")
    typed(room, "cover", "Nobody")
    typed(room, "urgent", "Leave a message")
    room.settle()
    button(room, "Issue and print").click()
    room.settle()
    opened = []
    monkeypatch.setattr(room.bench.doors, "open_folder", opened.append)
    monkeypatch.setattr(letters_sent, "choose_folder", lambda *_: None)
    button(room, "Save 1 as e-mail drafts").click()
    assert opened == []
    monkeypatch.setattr(letters_sent, "choose_folder", lambda *_: tmp_path)
    button(room, "Save 1 as e-mail drafts").click()
    (draft,) = tmp_path.glob("*.eml")
    assert b"To: ben@ode.example" in draft.read_bytes()
    assert opened == [tmp_path]
    assert "E-mail drafts saved" in room.heard.said[-1]
    assert findings(room.page) == []
    button(room, "Save 1 as e-mail drafts").click()  # they are there already
    assert opened == [tmp_path]


def test_letters_that_cannot_be_looked_up_for_e_mail_are_told_of(room, monkeypatch):
    def broken(*_):
        raise Trouble("disk_full", name="servicedesk.db")

    promise = room.shop.promise(room.shop.customer())
    for _ in range(2):
        room.go("L13", f"promise:{promise}")
        room.page.write.issue(Then.PRINT)
        room.settle()
    cards = tuple(map(room.bench.services.letters_writing.issued, (1, 2)))
    monkeypatch.setattr(room.bench.services.letters_writing, "to_mail", broken)
    room.page.sent.presenter.show_cards(cards)
    assert room.page.sent.presenter.state.to_mail == ()
    assert room.heard.troubles

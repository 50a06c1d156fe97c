# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Written papers on the screen: read, changed beside the preview, put back, printed, noted."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.written import JOB_SHEETS, OwnText, WrittenPaper
from servicedesk.store.written import text_values, written_papers
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.written import detail_page, list_page
from servicedesk.ui.written.list_page import WrittenList
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.services.samples_made import RUTH
from tests.services.written_made import cafe, somewhere_else

COMPLAINTS = WrittenPaper.COMPLAINTS
HIGH = PaperSize.A4


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def at(opened, paper=COMPLAINTS, **size):
    return opened(paper.value, **size).shown


def body(bench, paper=COMPLAINTS):
    return bench.services.written.get(paper).body


@pytest.fixture
def shown(monkeypatch):
    """Jobs that came to the preview."""
    jobs = []
    for page in (list_page, detail_page):
        monkeypatch.setattr(page, "show_print", lambda job, bench, parent: jobs.append(job))
    return jobs


def test_the_list_says_of_each_paper_how_it_stands(bench, opened):
    cafe(bench.services)
    bench.services.written.note_printed((COMPLAINTS,), RUTH)
    bench.services.written.save(WrittenPaper.POLICY, "# A\n\nB", RUTH)
    page = opened()
    assert isinstance(page.shown, WrittenList)
    seen = texts(page)
    assert "Printed on 23 November 2026 · one page" in seen
    assert "your own words" in seen
    assert seen.count("Never printed · half a page") == len(JOB_SHEETS)
    assert len(page.shown.boxes) == len(WrittenPaper)
    assert page.first_focus() is page.shown.boxes[COMPLAINTS].open_button


def test_what_cannot_be_printed_yet_says_so_and_where_it_is_filled_in(bench, opened, heard, shown):
    page = opened()
    assert "cannot be printed yet" in texts(page)
    page.shown.boxes[COMPLAINTS].print_button.click()
    assert shown == []
    assert heard.said == [
        "This paper cannot be printed yet. Please fill in first: Name of the business, How to "
        "reach us."
    ]
    detail = at(opened)
    assert detail.print_job() is None
    wanted = []
    bench.navigator.wanted.connect(wanted.append)
    notices = detail.findChildren(Notice)
    assert "Name of the business" in notices[0].text()
    for notice in notices:
        notice.acted.emit()
    assert [(place.room, place.part) for place in wanted] == [
        ("settings", "business"),
        ("charter", ""),
    ]


def test_a_paper_without_its_promises_names_them_and_prints(bench, opened, shown):
    somewhere_else(bench.services)
    detail = at(opened)
    said = [notice.text() for notice in detail.findChildren(Notice)]
    assert said == [
        "Not filled in yet, so the paper leaves it out: How soon we say that we have a complaint, "
        "How soon we answer a complaint."
    ]
    detail.print_button.click()
    assert [job.title for job in shown] == ["Complaints: what we do"]


def test_opening_a_paper_and_coming_back(bench, opened):
    cafe(bench.services)
    page = opened()
    page.shown.boxes[COMPLAINTS].open_button.click()
    detail = page.shown
    assert "If something is not right" in texts(detail)
    assert "•  Ring 0161 496 0123." in texts(detail)
    detail.back_button.click()
    assert page.shown is page.list_page
    page.arrive(Place(room="improve", part="papers", item="none"))
    assert page.shown is page.list_page


def test_words_are_changed_beside_how_they_will_read(bench, opened, heard):
    cafe(bench.services)
    detail = at(opened)
    detail.change_button.click()
    editor = detail.editor
    editor.words.show_typed("# Not right?\n\nRing {business.phone}.")
    editor.refresh()
    assert "Ring 0161 496 0123." in texts(editor.view)
    assert editor.foretold == ""
    editor.save_button.click()
    assert heard.said == ["These are the words of this paper from now on."]
    assert "Ring 0161 496 0123." in texts(detail)
    assert detail.back_to_ours.isVisible()
    detail.back_to_ours.click()
    assert heard.said[-1] == "Our words are back."
    assert not bench.services.written.get(COMPLAINTS).is_own
    assert not detail.back_to_ours.isVisible()


def test_the_preview_follows_after_a_pause(bench, opened, qtbot):
    cafe(bench.services)
    detail = at(opened)
    detail.change()
    editor = detail.editor
    edit = editor.words.focus_target()
    edit.selectAll()
    edit.insertPlainText("# New title\n\nNew words")
    qtbot.waitUntil(lambda: "New title" in texts(editor.view))
    editor.reject()


def test_what_is_wrong_is_said_while_typing_and_kept_nowhere(bench, opened):
    cafe(bench.services)
    detail = at(opened)
    detail.change_button.click()
    editor = detail.editor
    editor.words.show_typed("# A\n\n{customer}")
    editor.refresh()
    assert "nothing called “customer”" in editor.foretold
    editor.words.show_typed("# A\n\nWe are certified to BS 8477.")
    editor.save_button.click()
    assert any("cannot be printed" in text for text in texts(editor))
    assert not bench.services.written.get(COMPLAINTS).is_own
    editor.reject()


def test_half_typed_words_come_back(bench, opened):
    cafe(bench.services)
    detail = at(opened)
    detail.change()
    detail.editor.words.show_typed("# Half")
    detail.editor.words.typed.emit()
    detail.editor.reject()
    detail.change()
    assert detail.editor.words.value() == "# Half"
    detail.editor.reject()


def test_a_field_is_put_where_one_types(bench, opened):
    cafe(bench.services)
    detail = at(opened)
    detail.change()
    editor = detail.editor
    editor.words.focus_target().clear()
    editor.chips["handler"].click()
    assert editor.words.value() == "{handler}"
    assert "keep.complaint" not in editor.chips
    assert "law.free_advice" in editor.chips
    editor.reject()


def test_the_difference_is_shown_once_our_words_are_others(bench, opened):
    cafe(bench.services)
    paper = WrittenPaper.JOB_OPENING
    bench.services.written.save(paper, body(bench, paper).replace("Lights", "Lamps"), RUTH)
    detail = at(opened, paper)
    assert "your own words" in texts(detail)
    bench.services.business.save({"trade": "garage"}, RUTH)
    bench.services.people.add(PersonDraft(name="Jo"), RUTH)
    detail = at(opened, paper)
    seen = texts(detail)
    assert "our words have changed since" in seen
    assert "The text written for you has changed since you wrote your own." in seen
    assert any("Lamps" in text for text in seen)


def test_what_went_out_is_noted(bench, opened, shown):
    cafe(bench.services)
    page = opened()
    page.shown.sheets_button.click()
    page.shown.boxes[COMPLAINTS].print_button.click()
    sheets, complaints = shown
    sheets.gone_out(PaperChoice(paper="written_job_sheets", size=HIGH))
    complaints.gone_out(PaperChoice(paper="written_with_form", size=HIGH))
    complaints.gone_out(PaperChoice(paper="written_complaints_sign", size=HIGH))
    noted = {card.paper for card in bench.services.written.all() if card.kept.printed_on}
    assert noted == {*JOB_SHEETS, COMPLAINTS, WrittenPaper.COMPLAINTS_SIGN}
    assert page.print_job().title == "How we do it here"


def test_changes_elsewhere_are_followed_only_while_somebody_looks(bench, opened):
    cafe(bench.services)
    page = opened()
    page.leave()
    bench.do(lambda: bench.services.business.save({"phone": "0161 496 0199"}, RUTH))
    assert "0161 496 0199" not in str(page.presenter.cards[COMPLAINTS].parts)
    page.arrive(Place(room="improve", part="papers", item="complaints"))
    assert "•  Ring 0161 496 0199." in texts(page.shown)
    bench.do(lambda: bench.services.business.save({"phone": "0161 496 0123"}, RUTH))
    assert "•  Ring 0161 496 0123." in texts(page.shown)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("item", ["", "complaints", "privacy"])
def test_everything_can_be_reached_and_read(bench, opened, percent, item):
    cafe(bench.services)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page = opened(item, wide=1366, high=768)
    QApplication.processEvents()
    assert findings(page) == []


def test_the_editor_can_be_reached_and_read(bench, opened):
    cafe(bench.services)
    detail = at(opened)
    detail.change()
    QApplication.processEvents()
    assert findings(detail.editor) == []
    detail.editor.reject()


def test_own_words_that_cannot_be_printed_say_why_and_are_mended(bench, opened, heard):
    cafe(bench.services)
    with bench.services.units.change("save words of a paper", RUTH) as unit:
        text = OwnText(body="# Ours\n\nSee {business.fax}", based_on="0" * 16)
        unit.insert(written_papers, text_values(COMPLAINTS, text))
    assert "your own words need a look" in texts(opened())
    detail = at(opened)
    notice = detail.findChildren(Notice)[0]
    assert "so ours are" in notice.text()
    assert "business.fax" in notice.text()
    assert "If something is not right" in texts(detail)
    notice.acted.emit()
    assert "{business.fax}" in detail.editor.words.value()
    detail.editor.reject()


def test_a_claim_of_being_registered_is_asked_about(bench, opened):
    cafe(bench.services)
    bench.services.written.save(WrittenPaper.POLICY, "# A\n\nWe are NICEIC approved.", RUTH)
    assert "a question about your words" in texts(opened())
    detail = at(opened, WrittenPaper.POLICY)
    (notice,) = detail.findChildren(Notice)[:1]
    assert "who says so" in notice.text()
    wanted = []
    bench.navigator.wanted.connect(wanted.append)
    notice.acted.emit()
    assert [(place.room, place.part) for place in wanted] == [("settings", "registrations")]

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters about complaints that cannot go out: a sentence, a draft, a complaint as it was.

In the whole window, over a file on a disk that is full, and on a computer without a printer.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from servicedesk.domain.complaints import ComplaintDraft, Finding, Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.store.disk import free_space
from servicedesk.ui.core import messages
from servicedesk.ui.core.labels import SpokenTrouble
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.letters import page as letters_page
from servicedesk.ui.letters import sent as sent_view
from servicedesk.ui.letters.page import LettersPage
from servicedesk.ui.letters.sending import AT_ONCE
from servicedesk.ui.printing.preview import PrintPreview
from servicedesk.ui.printing.sending import SystemPrinters
from servicedesk.ui.shell.window import Shell
from tests.faults.wholeness import index_beside_records, tables_beside_journal
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import dressed, seen_texts, speak_british
from tests.services.letters_made import say_facts
from tests.store.files import make_read_only, small_disk
from tests.ui.charter.benches import bench_in
from tests.walks.test_hostile_words import by_name, go, paste

CAME = datetime(2026, 11, 20, 9, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 14, 31, tzinfo=UTC)
Troubles = list[SpokenTrouble]
FULL = (
    "There is no room left on the disk for shop.servicedesk.",
    "The last change was not saved; everything before it was.",
    "Make room on the disk, then try again.",
)
TYPED = "You told us at the counter that it stopped"
NO_PRINTER = (
    "No printer is set up on this computer, so the letter stays a draft and nothing has gone out. "
    "Choose “Issue and save PDF”, or set up a printer first."
)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk on which a shop just fits."""
    with small_disk(tmp_path / "small", 9000) as small:
        yield small


@pytest.fixture
def bench(disk: Path, qtbot: QtBot) -> Iterator[Workbench]:
    """A bench over a file on that disk; it is Monday 23 November 2026."""
    speak_british()
    with bench_in(disk, FixedClock(NOW)) as made:
        for key, value in (("text_size", 100), ("theme", "light"), ("serving", "")):
            made.memory.set(key, value)
        say_facts(made.services)
        with dressed(made.theme):
            yield made


@pytest.fixture
def has_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SystemPrinters, "are_there", lambda _self: True)
    monkeypatch.setattr(letters_page, "show_print", lambda *_: None)


@pytest.fixture(autouse=True)
def troubles(monkeypatch: pytest.MonkeyPatch) -> Troubles:
    """The boxes that would have stood on the screen until somebody closed them."""
    found: Troubles = []
    monkeypatch.setattr(messages, "show_trouble", lambda words, _over: found.append(words))
    return found


def complained(bench: Workbench, name: str = "Mrs Meena Patel") -> int:
    customer = bench.services.customers.add(CustomerDraft(name=name), "Ruth").card.id
    draft = ComplaintDraft(customer_id=customer, text="the saw stopped", received_at=CAME)
    return bench.services.complaints.log(draft, "Ruth").card.id


def fill(disk: Path) -> Path:
    """Leave no room on a disk; the file that takes it all."""
    weight = disk / "somebody else's"
    weight.write_bytes(bytes(free_space(disk)))
    return weight


def wait(bench: Workbench) -> None:
    for _ in range(3):
        bench.tasks.wait()
        QApplication.processEvents()


def whole(bench: Workbench) -> None:
    """Nothing is in the file by half."""
    file = bench.services.units._file
    assert tables_beside_journal(file) == []
    assert index_beside_records(file) == []


def written(window: Shell, bench: Workbench, qtbot: QtBot, number: int) -> LettersPage:
    """The first letter about a complaint, with something typed into it."""
    go(window, "letters", "L01", f"complaint:{number}")
    page = window.page
    paste(qtbot, by_name(page, bench.labels.say("letter.field.complaint.summary")), TYPED)
    wait(bench)
    return page


def test_a_full_disk_keeps_the_letter_a_draft(
    window: Shell,
    bench: Workbench,
    qtbot: QtBot,
    disk: Path,
    has_printer: None,
    troubles: Troubles,
) -> None:
    number = complained(bench)
    page = written(window, bench, qtbot, number)
    before = bench.services.complaints.file(number)
    page.presenter._keeper.flush()
    weight = fill(disk)
    page.write.print_button.click()
    wait(bench)
    assert [(one.happened, one.safe, one.do) for one in troubles] == [FULL]
    assert page.presenter.state.draft.values["complaint.summary"] == TYPED
    assert bench.services.complaints.file(number) == before
    assert bench.services.letters_writing.of(complaint_id=number) == ()
    weight.unlink()
    go(window, "today")
    page = written(window, bench, qtbot, number)
    page.write.print_button.click()
    wait(bench)
    (letter,) = bench.services.letters_writing.of(complaint_id=number)
    assert TYPED in letter.body
    assert bench.services.complaints.get(number).stage is Stage.ACKNOWLEDGED
    whole(bench)


def test_without_a_printer_the_letter_stays_a_draft_until_it_is_saved(
    window: Shell,
    bench: Workbench,
    qtbot: QtBot,
    disk: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(SystemPrinters, "are_there", lambda _self: False)
    number = complained(bench)
    page = written(window, bench, qtbot, number)
    before = bench.services.complaints.file(number)
    page.write.print_button.click()
    wait(bench)
    assert NO_PRINTER in seen_texts(page)
    assert page.presenter.state.draft.values["complaint.summary"] == TYPED
    assert bench.services.complaints.file(number) == before
    target = disk / "letter.pdf"
    monkeypatch.setattr(sent_view, "save_file", lambda *_: target)
    page.write.save_button.click()
    wait(bench)
    assert target.read_bytes().startswith(b"%PDF")
    assert bench.services.complaints.get(number).stage is Stage.ACKNOWLEDGED


def put_right(bench: Workbench, name: str) -> int:
    """A complaint whose customer can be asked now whether it is still all right."""
    bench.clock.set(datetime(2026, 11, 2, 9, tzinfo=UTC))
    customer = bench.services.customers.add(CustomerDraft(name=name), "Ruth").card.id
    draft = ComplaintDraft(customer_id=customer, text="it stopped", received_at=bench.clock.now())
    complaints, on = bench.services.complaints, bench.today
    number = complaints.log(draft, "Ruth").card.id
    words = {"words": "It was old", "channel": Channel.PHONE, "finding": Finding.UPHELD}
    complaints.take(number, Action.INVESTIGATE, Given(on=on), "Ruth")
    complaints.take(number, Action.DECIDE, Given(on=on, **words), "Ruth")
    complaints.take(number, Action.RESOLVE, Given(on=on), "Ruth")
    bench.clock.set(NOW)
    return number


def test_a_full_disk_sends_none_of_many(
    window: Shell,
    bench: Workbench,
    qtbot: QtBot,
    disk: Path,
    has_printer: None,
    troubles: Troubles,
) -> None:
    for number in range(AT_ONCE + 1):
        put_right(bench, f"Ben Ode {number}")
    due = bench.services.letters_writing.follow_ups_due()
    assert len(due) == AT_ONCE + 1
    go(window, "letters", "L16", "follow_ups")
    wait(bench)
    page = window.page
    weight = fill(disk)
    page.write.print_button.click()
    assert page.presenter.state.sending is not None
    qtbot.waitUntil(lambda: page.presenter.state.sending is None)
    assert [(one.happened, one.safe, one.do) for one in troubles] == [FULL]
    assert bench.services.letters_writing.follow_ups_due() == due
    weight.unlink()
    page.write.print_button.click()
    qtbot.waitUntil(lambda: not bench.services.letters_writing.follow_ups_due())
    wait(bench)
    whole(bench)


@pytest.mark.parametrize("is_full", [True, False], ids=["full", "read only"])
def test_letters_that_cannot_be_saved_are_kept_and_nothing_is_half_written(
    window: Shell,
    bench: Workbench,
    qtbot: QtBot,
    tmp_path: Path,
    has_printer: None,
    monkeypatch: pytest.MonkeyPatch,
    troubles: Troubles,
    is_full: bool,
) -> None:
    """As a PDF, as a mail, and the pack of the complaint; on the screen of each."""
    number = complained(bench)
    page = written(window, bench, qtbot, number)
    page.write.print_button.click()
    wait(bench)
    with small_disk(tmp_path / "stick", 64) as stick:
        if is_full:
            fill(stick)
        else:
            make_read_only(stick)
        before = sorted(stick.iterdir())
        monkeypatch.setattr(
            sent_view, "save_file", lambda _parent, _title, name, _kind: stick / name
        )
        page.sent.save_it()
        page.sent.mail_it()
        said = "There is no room left" if is_full else "may not be written"
        assert [said in one.happened for one in troubles] == [True, True]
        assert all(one.safe and one.do for one in troubles)
        preview = PrintPreview(bench.services.complaint_papers.pack(number), bench, window)
        preview.show()
        wait(bench)
        preview.presenter.save(stick / "pack.pdf")
        qtbot.waitUntil(lambda: bool(preview.presenter.state.fault))
        assert said in preview.presenter.state.fault
        preview.close()
        wait(bench)
        assert sorted(stick.iterdir()) == before
    (letter,) = bench.services.letters_writing.of(complaint_id=number)
    assert letter.withdrawn_on is None

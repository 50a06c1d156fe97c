# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog before a pack goes out: every record can be left out, or handed over whole."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.access_packs import AccessPack, HeldRecord, PackChoices
from servicedesk.domain.data_requests import LINE_MOST
from servicedesk.domain.kinds import Kind
from servicedesk.ui.privacy.requests_pack import PackDialog
from servicedesk.ui.privacy.requests_pack_list import ALL, GONE, LOOK, PAGE
from servicedesk.ui.privacy.requests_pack_row import told
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.services.samples_made import TODAY
from tests.ui.charter.benches import bench_in

MANY = 125


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        made.theme.set_scheme("light")
        made.theme.set_percent(100)
        made.theme.apply(QApplication.instance())
        yield made


def contact(number, text="rang", **more):
    return HeldRecord(
        line=f"contacts:{number}",
        table="contacts",
        heading="",
        pairs=(("Text", f"{text} {number}"),),
        **more,
    )


PART = contact(
    126,
    "knows Mrs Patel",
    is_theirs=False,
    kind=Kind.CUSTOMER,
    whose=("Bob Smith",),
    others=("Bob Smith",),
)
RECORDS = (*(contact(number) for number in range(1, MANY + 1)), PART)


@pytest.fixture
def opened(bench, qtbot):
    def open_dialog(*records, choices=None):
        pack = AccessPack(customer_id=5, name="Mrs Patel", made_on=TODAY, records=records)
        dialog = PackDialog(bench, pack, choices or PackChoices(), is_asked=True)
        qtbot.addWidget(dialog)
        sent = []
        dialog.print_wanted.connect(sent.append)
        dialog.folder_wanted.connect(sent.append)
        dialog.sent = sent
        with qtbot.waitActive(dialog):
            dialog.show()
        QApplication.processEvents()
        return dialog

    return open_dialog


def numbers(dialog):
    return [int(row.line.partition(":")[2]) for row in dialog.list.rows]


def show(dialog, which):
    dialog.list.chips.chips[which].click()


def leave_out(row, why):
    row.out.click()
    row.why.focus_target().setText(why)


def test_the_last_of_many_records_can_be_left_out(opened):
    dialog = opened(*RECORDS)
    show(dialog, ALL)
    assert numbers(dialog) == list(range(1, PAGE + 1))
    assert not dialog.list.before.isEnabled()
    while dialog.list.more.isEnabled():
        dialog.list.more.click()
    assert numbers(dialog)[-1] == len(RECORDS)
    assert any(f"to {len(RECORDS)} of {len(RECORDS)}" in text for text in seen_texts(dialog))
    row = dialog.list.rows[-2]
    assert row.line == f"contacts:{MANY}"
    leave_out(row, "private")
    dialog.list.before.click()
    assert numbers(dialog)[-1] == len(RECORDS) - len(RECORDS) % PAGE
    dialog.folder_button.click()
    assert dialog.sent == [PackChoices(left_out={f"contacts:{MANY}": "private"})]


def test_what_has_to_be_looked_at_is_shown_first_and_words_find_the_rest(opened):
    dialog = opened(*RECORDS)
    assert numbers(dialog) == [126]
    show(dialog, ALL)
    dialog.list.search.setText("Rang 117")
    assert numbers(dialog) == [117]
    dialog.list.search.setText("nothing like it")
    assert numbers(dialog) == []
    assert any("none of these" in text for text in seen_texts(dialog))
    assert dialog.list.focus_target() is dialog.list.chips.chips[ALL]
    dialog.list.search.setText("bob smith")
    assert numbers(dialog) == [126]


def test_nothing_is_left_out_by_itself_and_no_empty_line_decides(opened):
    dialog = opened(*RECORDS)
    assert not any(row.out.isChecked() for row in dialog.list.rows)
    assert not any(row.why.isVisible() for row in dialog.list.rows)
    dialog.save_button.click()
    assert dialog.sent == [PackChoices()]


def test_a_reason_is_owed_wherever_the_record_is_shown(opened):
    dialog = opened(*RECORDS)
    show(dialog, ALL)
    leave_out(dialog.list.rows[0], "x" * (LINE_MOST + 1))
    dialog.list.more.click()
    dialog.save_button.click()
    assert dialog.sent == []
    assert numbers(dialog) == [1]
    assert dialog.list.error()
    dialog.list.rows[0].why.focus_target().setText("short")
    dialog.save_button.click()
    assert dialog.sent == [PackChoices(left_out={"contacts:1": "short"})]
    assert dialog.list.error() == ""


def test_a_part_goes_out_whole_on_purpose_and_not_when_it_is_left_out(opened):
    dialog = opened(*RECORDS)
    (row,) = dialog.list.rows
    assert any("1 to 1 of 1" in text for text in seen_texts(dialog))
    assert any("126. Customer, Bob Smith" in text for text in seen_texts(row))
    row.whole.click()
    dialog.save_button.click()
    leave_out(row, "private")
    assert not row.whole.isEnabled()
    dialog.save_button.click()
    assert dialog.sent == [
        PackChoices(whole=frozenset({PART.line})),
        PackChoices(left_out={PART.line: "private"}),
    ]
    show(dialog, ALL)
    assert dialog.list.rows[0].whole is None


def test_what_was_decided_stands_there_and_only_what_is_there_counts(opened):
    kept = PackChoices(
        left_out={"contacts:3": "private", "contacts:999": "gone"},
        whole=frozenset({PART.line}),
    )
    dialog = opened(*RECORDS, choices=kept)
    assert dialog.list.rows[0].whole.isChecked()
    show(dialog, GONE)
    assert numbers(dialog) == [3, 126]
    first = dialog.list.rows[0]
    assert (first.out.isChecked(), first.why.value()) == (True, "private")
    first.out.click()
    first.why.focus_target().setText("")
    show(dialog, LOOK)
    show(dialog, GONE)
    assert numbers(dialog) == [126]
    dialog.save_button.click()
    assert dialog.sent == [PackChoices(whole=frozenset({PART.line}))]


def test_what_was_decided_and_not_sent_comes_back(opened):
    dialog = opened(*RECORDS)
    show(dialog, ALL)
    leave_out(dialog.list.rows[4], "private")
    dialog.reject()
    again = opened(*RECORDS)
    assert again.list.choices() == PackChoices(left_out={"contacts:5": "private"})
    again.list.show_typed("of another version")
    assert again.list.choices() == PackChoices()


def test_a_record_is_shown_by_what_tells_most_of_others():
    long = contact(1, "a word " * 60)
    assert told(long)[0].endswith(" …")
    named = HeldRecord(
        line="contacts:2",
        table="contacts",
        heading="",
        pairs=(("Text", "Tom was rude"), ("More", "much longer than that, of nobody else")),
        others=("Tom Reed",),
    )
    assert told(named) == ("Text: Tom was rude",)
    assert told(HeldRecord(line="a:1", table="contacts", heading="", pairs=())) == ()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_dialog_can_be_used_by_everybody(bench, opened, percent):
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    dialog = opened(*RECORDS)
    (row,) = dialog.list.rows
    row.out.click()
    QApplication.processEvents()
    assert findings(dialog) == []
    show(dialog, ALL)
    QApplication.processEvents()
    assert findings(dialog) == []

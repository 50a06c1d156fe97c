# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The log holds codes and ids, little of it, and stops nobody's work."""

import logging
import os
import re
import stat

import pytest

from servicedesk.domain.calendars import Nation
from servicedesk.domain.errors import Refusal
from servicedesk.system import log
from servicedesk.system.log import FILE_NAME, EventLog


@pytest.fixture
def events(tmp_path):
    opened = EventLog(tmp_path)
    yield opened
    opened.close()


def lines(folder):
    return (folder / FILE_NAME).read_text("ascii").splitlines()


def test_events_are_codes_with_ids(events, tmp_path):
    events.note("charter.published", version=3, nation=Nation.SCT)
    (line,) = lines(tmp_path)
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d [\d:,]+Z INFO charter.published nation=sct version=3", line
    )


@pytest.mark.parametrize(
    ("event", "ids"), [("Mrs Bell rang", {}), ("rang", {"who": "Bell"}), ("rang", {"at": 1.5})]
)
def test_texts_are_not_taken(events, tmp_path, event, ids):
    with pytest.raises(ValueError, match=r"code|ids"):
        events.note(event, **ids)
    assert not (tmp_path / FILE_NAME).exists()


def test_faults_say_their_kind_and_place_but_no_text(events, tmp_path):
    for fault in (Refusal("text_too_long", "name", found="Mrs Bell"), KeyError("Mrs Bell")):
        try:
            raise fault
        except (Refusal, KeyError) as error:
            events.fault(error)
    first, second = lines(tmp_path)
    assert "ERROR Refusal text_too_long test_log.py:" in first
    assert "ERROR KeyError test_log.py:" in second
    assert "Bell" not in first + second


def test_the_log_stays_small(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "FILE_SIZE", 200)
    events = EventLog(tmp_path)
    for number in range(60):
        events.note("charter.published", version=number)
    events.close()
    files = sorted(tmp_path.iterdir())
    assert len(files) == 5
    assert all(file.stat().st_size <= 200 for file in files)
    if os.name != "nt":
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path, capsys):
    events = EventLog(tmp_path / "gone")
    events.note("charter.published")
    events.close()
    assert capsys.readouterr() == ("", "")


def test_other_loggers_do_not_reach_the_file(events, tmp_path):
    logging.getLogger("servicedesk.anything").warning("Mrs Bell")
    events.note("started")
    assert "Bell" not in (tmp_path / FILE_NAME).read_text("ascii")

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Strangers' pictures are read by a child with little memory and little time."""

import io
import json
import subprocess
import sys

import pytest
from PIL import Image

from servicedesk.app import worker
from servicedesk.domain.errors import Refusal


def picture(width: int, height: int) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), (11, 93, 94)).save(target, "PNG")
    return target.getvalue()


def refusal(data: bytes, name: str) -> Refusal:
    with pytest.raises(Refusal) as refused:
        worker.checked_logo(data, name)
    return refused.value


def test_a_picture_comes_back_ready_to_print():
    logo = worker.checked_logo(picture(300, 100), "logo.png")
    assert (logo.width, logo.height) == (300, 100)
    assert Image.open(io.BytesIO(logo.png)).size == (300, 100)


def test_a_refusal_comes_back_with_all_its_words_need():
    refused = refusal(b"#!/bin/sh\n", "logo.png")
    assert (refused.code, refused.field) == ("logo_renamed", "logo")
    assert refused.params["name"] == "logo.png"


def test_a_hundred_megapixels_are_refused():
    assert refusal(picture(10_000, 10_000), "wall.png").code == "logo_too_many_pixels"


def test_a_child_that_takes_too_long_is_ended():
    with pytest.raises(Refusal) as refused:
        worker.checked_logo(picture(300, 100), "slow.png", seconds=0.01)
    assert refused.value.code == "logo_too_heavy"
    assert refused.value.params["name"] == "slow.png"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps this limit")
def test_a_child_that_wants_too_much_memory_dies_alone(monkeypatch):
    script = (
        "from servicedesk.app import worker; import sys;"
        "worker._JOBS['logo'] = lambda message: ({'width': 1, 'height': 1}, bytes(2 << 30));"
        "sys.exit(worker.work('logo', sys.stdin.buffer, sys.stdout.buffer))"
    )
    monkeypatch.setattr(worker, "_command", lambda _job: [sys.executable, "-c", script])
    assert refusal(picture(3, 3), "greedy.png").code == "logo_too_heavy"


def test_a_frozen_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker._command("logo") == [sys.executable, "--worker", "logo"]


def test_the_child_answers_in_this_process_too(monkeypatch):
    monkeypatch.setattr(worker, "_limit", lambda _job: None)
    source = io.BytesIO(json.dumps({"name": "a.png"}).encode() + b"\n" + picture(30, 10))
    target = io.BytesIO()
    assert worker.work("logo", source, target) == 0
    header, _, png = target.getvalue().partition(b"\n")
    assert json.loads(header) == {"width": 30, "height": 10}
    assert png.startswith(b"\x89PNG")
    refused = io.BytesIO()
    worker.work("logo", io.BytesIO(b'{"name": "a.png"}\n'), refused)
    assert json.loads(refused.getvalue())["refusal"] == "logo_empty"


def test_there_is_no_other_job():
    ended = subprocess.run(
        [sys.executable, "-m", "servicedesk", "--worker", "shell"], input=b"", capture_output=True
    )
    assert (ended.returncode, ended.stdout) == (2, b"")


def test_a_small_picture_is_made_of_a_photograph():
    small = worker.thumbnail(picture(600, 300))
    assert small is not None
    assert Image.open(io.BytesIO(small)).size == (240, 120)


@pytest.mark.parametrize(
    "data", [b"no picture", b"\x89PNG\r\n\x1a\ncut off", picture(10_000, 10_000)]
)
def test_what_is_no_picture_has_no_small_one(data: bytes):
    assert worker.thumbnail(data) is None


def test_a_small_picture_that_takes_too_long_is_done_without():
    assert worker.thumbnail(picture(300, 100), seconds=0.01) is None

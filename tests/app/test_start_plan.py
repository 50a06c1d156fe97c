# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the start plans on Debian, Ubuntu, macOS and Windows, and how .venv survives a kill."""

import json
from dataclasses import replace

import pytest

from tests.app.starting import machine, plans

What, State, Marker = plans.What, plans.State, plans.Marker

WANTED = {"requirements.txt": "a1", "requirements-dev.txt": "b2", "project": "c3"}
DEBIAN = plans.Facts(
    system="Linux", apt=True, root=True, display=False, ensurepip=False, wanted=WANTED
)
"""A bare Debian 12 as root: no screen, no ensurepip, no .venv."""
UBUNTU = replace(DEBIAN, root=False, display=True)
MACOS = plans.Facts(system="Darwin", wanted=WANTED)
WINDOWS = plans.Facts(system="Windows", wanted=WANTED)


def ready(facts, *locks: str, project: str = "c3"):
    """The same machine with .venv made from these locks as they are now."""
    marker = Marker(
        ready=True, root="/shop", locks={name: WANTED[name] for name in locks}, project=project
    )
    return replace(facts, state=State.READY, marker=marker, ensurepip=True)


def kinds(argv: list[str], facts) -> list[str]:
    """The kinds of the planned steps."""
    return [str(what) for what, _ in plans.plan(plans.parse(argv), facts)]


def all_missing(argv: list[str], system: str = "Linux") -> tuple[str, ...]:
    """The packages a Linux with nothing would need."""
    return plans.system_packages(plans.parse(argv), system, lambda name: False)


# ---------------------------------------------------------------- the machine


def test_debian_needs_for_a_window_off_screen():
    assert all_missing(["--offscreen"]) == (
        "libgl1",
        "libegl1",
        "libxkbcommon0",
        "libfontconfig1",
        "libdbus-1-3",
        "libglib2.0-0",
        "libgssapi-krb5-2",
    )


def test_debian_needs_for_a_real_window():
    assert all_missing([])[7:] == (
        "libxcb-cursor0",
        "libxcb-icccm4",
        "libxcb-keysyms1",
        "libxcb-shape0",
        "libxkbcommon-x11-0",
    )


def test_debian_needs_for_tests_and_for_checks_of_paper():
    assert all_missing(["test"])[-2:] == ("xvfb", "xauth")
    assert all_missing(["check"])[-1:] == ("poppler-utils",)
    assert all_missing(["papers", "out"])[-1:] == ("poppler-utils",)
    assert all_missing(["package", "out"])[-1:] == ("binutils",)
    assert all_missing(["faults"]) == (*all_missing(["test"]), "poppler-utils")


def test_a_charter_on_the_command_line_needs_no_system_package():
    assert all_missing(["charter", "--trade", "plumber"]) == ()


@pytest.mark.parametrize(
    ("argv", "verb", "words"),
    [
        (["check"], "check", ()),
        (["check", "shop.db"], "run", ("check", "shop.db")),
        (["check", "--help"], "run", ("check", "--help")),
        (["--profile", "mine", "check"], "run", ("check",)),
        (["backup", "shop.db"], "run", ("backup", "shop.db")),
    ],
)
def test_a_check_with_a_file_or_a_profile_is_that_of_the_program(argv, verb, words):
    order = plans.parse(argv)
    assert (order.verb, order.args, order.wants_window) == (verb, words, False)


@pytest.mark.parametrize("system", ["Darwin", "Windows"])
@pytest.mark.parametrize("argv", [[], ["test"], ["check"]])
def test_macs_and_windows_need_none(system, argv):
    assert all_missing(argv, system) == ()


def test_only_what_is_absent_is_installed():
    order = plans.parse(["--offscreen"])
    assert plans.system_packages(order, "Linux", lambda name: name != "libEGL.so.1") == ("libegl1",)


def test_the_package_that_makes_environments():
    assert plans.venv_package((3, 11), (3, 11)) == "python3-venv"
    assert plans.venv_package((3, 12), (3, 10)) == "python3.12-venv"
    assert plans.venv_package((3, 13), None) == "python3.13-venv"


@pytest.mark.parametrize(
    ("system", "processor", "release", "said"),
    [
        ("Linux", "x86_64", (2, 36), ""),
        ("Linux", "x86_64", (2, 31), "glibc 2.34"),
        ("Linux", "aarch64", (2, 36), "glibc 2.39"),
        ("Linux", "arm64", (2, 41), ""),
        ("Linux", "x86_64", (), "glibc 2.34"),
        ("Linux", "riscv64", (2, 41), "riscv64"),
        ("Darwin", "arm64", (12, 7), "macOS 13"),
        ("Darwin", "x86_64", (13, 0), ""),
        ("Windows", "AMD64", (), ""),
    ],
)
def test_machines_that_no_package_can_mend(system, processor, release, said):
    fault = plans.machine_fault(system, processor, release)
    assert said in fault
    assert bool(fault) == bool(said)


# ---------------------------------------------------------------- the plan


def test_bare_debian_as_root_installs_everything():
    facts = replace(DEBIAN, missing=("libgl1",))
    assert plans.plan(plans.parse(["test"]), facts) == (
        (What.APT, ("python3-venv", "libgl1")),
        (What.VENV, ()),
        (What.LOCK, ("requirements-dev.txt",)),
        (What.PROJECT, ()),
        (What.LAUNCH, ()),
    )


def test_ubuntu_without_root_is_told_the_one_line():
    facts = replace(UBUNTU, missing=("libgl1", "libegl1"))
    ((what, (said,)),) = plans.plan(plans.parse([]), facts)
    assert what is What.STOP
    assert said.endswith(
        "\n  sudo apt-get install -y --no-install-recommends python3-venv libgl1 libegl1"
    )


def test_a_linux_without_apt_is_told_the_names():
    facts = replace(UBUNTU, apt=False, ensurepip=True, missing=("libgl1",))
    ((what, (said,)),) = plans.plan(plans.parse([]), facts)
    assert what is What.STOP
    assert "libgl1" in said
    assert "sudo" not in said


@pytest.mark.parametrize("facts", [MACOS, WINDOWS], ids=["macOS", "Windows"])
def test_macs_and_windows_make_their_environment(facts):
    assert kinds([], facts) == ["venv", "lock", "project", "launch"]


def test_no_display_is_said_before_anything_is_fetched():
    ((what, (said,)),) = plans.plan(plans.parse([]), DEBIAN)
    assert what is What.STOP
    assert "--offscreen" in said


@pytest.mark.parametrize(
    "argv", [["--offscreen"], ["charter"], ["test"], ["--demo", "--offscreen"]]
)
def test_without_a_display_the_rest_goes_on(argv):
    assert "stop" not in kinds(argv, DEBIAN)


def test_a_machine_that_cannot_is_told_first():
    assert plans.plan(plans.parse(["test"]), replace(DEBIAN, fault="Too old.")) == (
        (What.STOP, ("Too old.",)),
    )


def test_nothing_is_done_twice():
    assert kinds([], ready(MACOS, "requirements.txt")) == ["launch"]
    assert kinds(["charter"], ready(WINDOWS, "requirements-dev.txt")) == ["launch"]
    assert kinds(["test"], ready(UBUNTU, "requirements-dev.txt")) == ["launch"]


def test_tools_need_the_larger_lock():
    facts = ready(MACOS, "requirements.txt")
    assert kinds(["test"], facts) == ["lock", "project", "launch"]


def test_a_changed_lock_or_project_is_installed_again():
    facts = ready(MACOS, "requirements.txt")
    newer = replace(facts, wanted={**WANTED, "requirements.txt": "changed"})
    assert kinds([], newer) == ["lock", "project", "launch"]
    assert kinds([], ready(MACOS, "requirements.txt", project="older"))[0] == "lock"


def test_a_half_made_environment_is_made_again_and_a_foreign_one_is_filled():
    assert kinds([], replace(MACOS, state=State.HALF))[0] == "venv"
    assert kinds([], replace(MACOS, state=State.FOREIGN)) == ["lock", "project", "launch"]


@pytest.mark.parametrize(
    ("exists", "marker", "works", "state"),
    [
        (False, None, False, "none"),
        (True, None, True, "foreign"),
        (True, None, False, "half"),
        (True, Marker(root="/shop"), True, "half"),
        (True, Marker(ready=True, root="/moved"), True, "half"),
        (True, Marker(ready=True, root="/shop"), False, "half"),
        (True, Marker(ready=True, root="/shop"), True, "ready"),
    ],
)
def test_what_the_folder_is(exists, marker, works, state):
    found = plans.venv_state(exists=exists, marker=marker, root="/shop", works=works)
    assert found == state


# ---------------------------------------------------------------- the folder .venv


@pytest.fixture
def environment(tmp_path):
    """An environment in an empty checkout."""
    found = machine.Environment(tmp_path)
    found.folder.mkdir()
    return found


def test_the_marker_says_what_was_written(environment):
    marker = Marker(ready=True, root="/shop", locks={"requirements.txt": "a1"}, project="c3")
    environment.mark(marker)
    assert environment.marker() == marker
    assert [path.name for path in environment.folder.iterdir()] == ["servicedesk.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"unheard": 1}'])
def test_a_marker_that_cannot_be_read_says_nothing(environment, text):
    (environment.folder / "servicedesk.json").write_text(text, "utf-8")
    assert environment.marker() is None


def test_what_a_kill_left_is_cleared_and_the_marker_stays_unready(environment):
    environment.mark(Marker())
    (environment.folder / "lib").mkdir()
    (environment.folder / "lib" / "half.py").write_text("")
    (environment.folder / "pyvenv.cfg").write_text("")
    assert environment.state(environment.marker()) == "half"
    environment.clear()
    assert [path.name for path in environment.folder.iterdir()] == ["servicedesk.json"]
    assert environment.marker() == Marker()


def test_a_folder_of_someone_elses_is_left_alone(environment):
    (environment.folder / "diary.txt").write_text("mine")
    with pytest.raises(plans.StopError, match="move it away"):
        environment.clear()
    assert (environment.folder / "diary.txt").read_text() == "mine"


def test_a_failing_install_is_said_in_words_and_leaves_the_marker_unready(tmp_path, monkeypatch):
    (tmp_path / "packaging").mkdir()
    for name in ("pyproject.toml", "packaging/requirements.txt", "packaging/requirements-dev.txt"):
        (tmp_path / name).write_text(name)
    environment = machine.Environment(tmp_path)
    said: list[list[str]] = []

    def fails(command, env=None):
        said.append(list(command))
        return "pip" in command

    monkeypatch.setattr(machine, "fails_aloud", fails)
    monkeypatch.setattr(machine, "succeeds", lambda command: "servicedesk" not in str(command))
    monkeypatch.setattr(machine, "has", lambda name: True)
    with environment.guarded(), pytest.raises(plans.StopError, match="start again"):
        machine.set_up(plans.parse(["test"]), environment)
    assert said[-1][-5:-1] == ["--require-hashes", "--only-binary", ":all:", "-r"]
    assert json.loads((environment.folder / "servicedesk.json").read_text())["ready"] is False


def test_a_folder_that_cannot_be_written_is_said_in_words(tmp_path, monkeypatch):
    (tmp_path / ".venv").write_text("in the way")
    with pytest.raises(plans.StopError, match=r"\.venv .*start again"):
        machine.prepare(plans.parse(["test"]), machine.Environment(tmp_path))

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What start.py decides on Debian, Ubuntu, macOS and Windows, and how it survives being killed."""

import ast
import importlib.util
import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(path: str) -> ModuleType:
    """Load a file of the checkout as a module; it stays known by its name, as for start.py."""
    name = Path(path).stem
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


start = load("start.py")
plans = load("packaging/start_plan.py")
machine = load("packaging/start_machine.py")
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


# ---------------------------------------------------------------- the Python


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 15)])
def test_a_python_without_wheels_is_named(version):
    assert start.python_fault(version) == f"this is Python {version[0]}.{version[1]}"


@pytest.mark.parametrize("minor", [11, 12, 13, 14])
def test_a_python_with_wheels_is_used(minor):
    assert start.python_fault((3, minor)) == ""


def test_32_bits_and_free_threads_are_refused():
    assert "32-bit" in start.python_fault((3, 13), bits64=False)
    assert "free-threaded" in start.python_fault((3, 14), free_threaded=True)


def test_the_python_that_runs_the_tests_fits():
    assert start.own_fault() == ""


def test_candidates_newest_first():
    assert start.python_candidates("Linux") == [
        ["python3.14"],
        ["python3.13"],
        ["python3.12"],
        ["python3.11"],
        ["python3"],
    ]


def test_windows_asks_its_launcher():
    assert start.python_candidates("Windows")[:4] == [
        ["py", "-3.14"],
        ["py", "-3.13"],
        ["py", "-3.12"],
        ["py", "-3.11"],
    ]


def test_a_mac_looks_beyond_the_path():
    places = [words[0] for words in start.python_candidates("Darwin")]
    assert places[:5] == ["python3.14", "python3.13", "python3.12", "python3.11", "python3"]
    assert "/opt/homebrew/bin/python3.12" in places
    assert "/Library/Frameworks/Python.framework/Versions/3.13/bin/python3" in places


@pytest.mark.parametrize(
    ("system", "where"),
    [
        ("Linux", "apt-get install python3 python3-venv"),
        ("Darwin", "official Python website"),
        ("Windows", "Microsoft Store"),
    ],
)
def test_without_a_python_one_sentence_says_what_to_install(system, where):
    said = start.what_to_install(system, "this is Python 2.7")
    assert where in said
    assert "this is Python 2.7" in said
    assert "\n" not in said


def test_a_shim_that_fails_is_passed_over():
    assert not start.fits([sys.executable, "-c", "import sys; sys.exit(127)"])
    assert not start.fits(["there-is-no-such-command"])
    assert start.fits([sys.executable])


def test_the_door_parses_on_old_pythons():
    tree = ast.parse((ROOT / "start.py").read_text("ascii"), feature_version=(3, 4))
    for node in ast.walk(tree):
        assert not isinstance(node, ast.JoinedStr | ast.Starred | ast.AnnAssign | ast.NamedExpr)
        if isinstance(node, ast.FunctionDef):
            arguments = node.args
            assert node.returns is None, node.name
            assert not arguments.kwonlyargs, node.name
            assert all(argument.annotation is None for argument in arguments.args), node.name
        if isinstance(node, ast.Raise):
            assert node.cause is None


# ---------------------------------------------------------------- the command line


def test_no_word_opens_the_program():
    order = plans.parse([])
    assert (order.verb, order.args) == ("run", ())
    assert order.wants_window


@pytest.mark.parametrize(
    "argv",
    [
        ["--profile", "till", "--offscreen", "run"],
        ["run", "--offscreen", "--profile=till"],
        ["--offscreen", "run", "--profile", "till"],
    ],
)
def test_options_of_the_start_stand_before_or_after(argv):
    order = plans.parse(argv)
    assert order == plans.Order(verb="run", profile="till", offscreen=True)


def test_every_other_word_goes_to_the_program():
    argv = ["charter", "--trade", "plumber", "--name", "Bright Taps", "--out", "DIR", "--help"]
    order = plans.parse(argv)
    assert (order.verb, list(order.args)) == ("run", argv)
    assert not order.wants_window


def test_words_after_test_go_to_pytest():
    order = plans.parse(["test", "tests/domain", "-k", "--version"])
    assert (order.verb, order.args) == ("test", ("tests/domain", "-k", "--version"))


@pytest.mark.parametrize("word", ["--help", "-h", "--version"])
def test_help_and_version_come_first_or_are_the_programs_own(word):
    assert plans.parse([word]).verb in ("help", "version")
    assert plans.parse(["run", word]).args == (word,)


@pytest.mark.parametrize(
    "argv",
    [
        ["--profile"],
        ["--profile", "--offscreen"],
        ["--profile="],
        ["test", "--profile", "till"],
        ["papers"],
        ["papers", "a", "b"],
        ["check", "tests"],
    ],
)
def test_words_that_cannot_be_are_refused_with_2(argv):
    with pytest.raises(plans.StopError) as refused:
        plans.parse(argv)
    assert refused.value.status == 2
    assert str(refused.value).endswith(("files", "DIR", "."))


# ---------------------------------------------------------------- the machine


def test_debian_needs_for_a_window_off_screen():
    assert all_missing(["--offscreen"]) == (
        "libgl1",
        "libegl1",
        "libxkbcommon0",
        "libfontconfig1",
        "libdbus-1-3",
        "libglib2.0-0",
    )


def test_debian_needs_for_a_real_window():
    assert all_missing([])[6:] == (
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


def test_a_charter_on_the_command_line_needs_no_system_package():
    assert all_missing(["charter", "--trade", "plumber"]) == ()


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


# ---------------------------------------------------------------- what is run


def command(argv: list[str]) -> tuple[str, ...]:
    """The one command an order ends in."""
    ((_, words),) = plans.commands(plans.parse(argv), "bin/python")
    return words


def test_a_full_test_run_is_held_to_the_gates_and_a_part_is_not():
    full = ("--cov", "--cov-report=term-missing:skip-covered", "--gates")
    assert command(["test"]) == ("bin/python", "-m", "pytest", *full)
    assert command(["test", "-k", "till"]) == ("bin/python", "-m", "pytest", "-k", "till")


def test_folders_are_meant_from_where_the_person_stands():
    assert command(["papers", "out"])[-1] == str(Path("out").resolve())
    words = command(["charter", "--profile", "till"])
    assert words[1:] == (
        *("-P", "-m", "servicedesk", "--profile"),
        *(str(Path("till").resolve()), "charter"),
    )


def test_check_runs_all_its_parts():
    titles = [title for title, _ in plans.commands(plans.parse(["check"]), "bin/python")]
    assert titles == ["format", "lint", "types", "contracts", "laws"]


def test_tools_and_offscreen_run_without_a_screen():
    for argv in (["test"], ["check"], ["--offscreen"]):
        assert plans.environment(plans.parse(argv), {})["QT_QPA_PLATFORM"] == "offscreen"
    assert plans.environment(plans.parse([]), {"HOME": "h"}) == {"HOME": "h"}


def test_a_failing_part_does_not_hide_the_others_and_gives_its_status(monkeypatch, capfd):
    def ends(code: int) -> tuple[str, ...]:
        return (sys.executable, "-c", f"import sys; print('ran {code}'); sys.exit({code})")

    parts = (("one", ends(0)), ("two", ends(3)), ("three", ends(4)))
    monkeypatch.setattr(plans, "commands", lambda order, python: parts)
    assert machine.launch(plans.parse(["check"]), machine.Environment(ROOT)) == 3
    assert re.findall(r"ran \d", capfd.readouterr().out) == ["ran 0", "ran 3", "ran 4"]


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


# ---------------------------------------------------------------- the door as a whole


def test_version_and_help_need_nothing_installed(capsys):
    assert start.main(["--version"]) == 0
    assert re.fullmatch(r"servicedesk \d+\.\d+\.\d+\n", capsys.readouterr().out)
    assert start.main(["--help"]) == 0
    assert "--offscreen" in capsys.readouterr().out


def test_a_wrong_command_line_ends_with_2_and_a_sentence(capsys):
    assert start.main(["--profile"]) == 2
    assert capsys.readouterr().err.startswith("--profile needs a folder")

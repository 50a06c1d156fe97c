# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The door: which Python runs, what the command line means, what is run in the end."""

import ast
import re
import sys
from pathlib import Path

import pytest

from tests.app.starting import ROOT, machine, plans, start

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
        ["shots"],
        ["package"],
    ],
)
def test_words_that_cannot_be_are_refused_with_2(argv):
    with pytest.raises(plans.StopError) as refused:
        plans.parse(argv)
    assert refused.value.status == 2
    assert str(refused.value).endswith(("files", "DIR", "."))


# ---------------------------------------------------------------- what is run


def command(argv: list[str]) -> tuple[str, ...]:
    """The one command an order ends in."""
    ((_, words),) = plans.commands(plans.parse(argv), "bin/python")
    return words


def test_a_full_test_run_is_held_to_the_gates_and_a_part_is_not():
    apart = ("-n", "auto", "--maxprocesses=4", "--dist=loadfile")
    full = (*apart, "--cov", "--cov-report=term-missing:skip-covered", "--gates")
    assert command(["test"]) == ("bin/python", "-m", "pytest", *full)
    assert command(["test", "-k", "till"]) == ("bin/python", "-m", "pytest", "-k", "till")


def test_folders_are_meant_from_where_the_person_stands():
    for tool in ("papers", "shots"):
        assert command([tool, "out"])[-2:] == (f"tests.{tool}", str(Path("out").resolve()))
    script = str(Path("packaging") / "package.py")
    assert command(["package", "out"]) == ("bin/python", script, str(Path("out").resolve()))
    words = command(["charter", "--profile", "till"])
    assert words[1:] == (
        *("-P", "-m", "servicedesk", "--profile"),
        *(str(Path("till").resolve()), "charter"),
    )


def test_faults_hand_their_words_on():
    words = ["--short", "-k", "power", "--out", "RESULTS.md"]
    assert command(["faults", *words]) == ("bin/python", "-m", "tests.faults.run", *words)


def test_check_runs_all_its_parts():
    titles = [title for title, _ in plans.commands(plans.parse(["check"]), "bin/python")]
    assert titles == ["format", "lint", "types", "contracts", "laws"]


def test_tools_and_offscreen_run_without_a_screen():
    for argv in (["test"], ["check"], ["--offscreen"]):
        env = plans.environment(plans.parse(argv), {}, "Linux")
        assert env["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize(("verb", "kept"), [("test", False), ("faults", False), ("bench", True)])
def test_only_tests_keep_compiled_modules_where_that_was_forbidden(verb, kept):
    env = plans.environment(plans.parse([verb]), {"PYTHONDONTWRITEBYTECODE": "1"}, "Linux")
    assert ("PYTHONDONTWRITEBYTECODE" in env) is kept


@pytest.mark.parametrize(
    ("system", "call"),
    [("Linux", "python3 start.py"), ("Darwin", "python3 start.py"), ("Windows", "py start.py")],
)
def test_the_program_knows_how_it_was_called(system, call):
    env = plans.environment(plans.parse([]), {"HOME": "h"}, system)
    assert env == {"HOME": "h", "SERVICEDESK_STARTED_AS": call}


def test_a_failing_part_does_not_hide_the_others_and_gives_its_status(monkeypatch, capfd):
    def ends(code: int) -> tuple[str, ...]:
        return (sys.executable, "-c", f"import sys; print('ran {code}'); sys.exit({code})")

    parts = (("one", ends(0)), ("two", ends(3)), ("three", ends(4)))
    monkeypatch.setattr(plans, "commands", lambda order, python: parts)
    assert machine.launch(plans.parse(["check"]), machine.Environment(ROOT)) == 3
    assert re.findall(r"ran \d", capfd.readouterr().out) == ["ran 0", "ran 3", "ran 4"]


# ---------------------------------------------------------------- the door as a whole


def test_version_and_help_need_nothing_installed(capsys):
    assert start.main(["--version"]) == 0
    assert re.fullmatch(r"servicedesk \d+\.\d+\.\d+\n", capsys.readouterr().out)
    assert start.main(["--help"]) == 0
    assert "--offscreen" in capsys.readouterr().out


def test_a_wrong_command_line_ends_with_2_and_a_sentence(capsys):
    assert start.main(["--profile"]) == 2
    assert capsys.readouterr().err.startswith("--profile needs a folder")

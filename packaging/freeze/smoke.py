# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tries a frozen program as its owner would meet it: every check that fails is a sentence.

``python packaging/freeze/smoke.py FOLDER``: it opens a window off-screen, prints a charter, brings
a list in, and takes a file of every released schema over.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 120
"""Seconds in which the pretend shop has to be made and open, on a slow machine too."""

SCHEMA = slice(60, 64)
"""Where a file of the program says which schema it has."""


class Smoke(Exception):
    """What the program did not do."""


def run(program: Path, *words: str, home: Path, expected: int = 0) -> str:
    """Run the program for the console.

    Args:
        program: the frozen one.
        words: of its command line.
        home: the only folder that it may take for somebody's own.
        expected: its exit status.

    Returns:
        What it said.

    Raises:
        Smoke: it ended otherwise.
    """
    try:
        ended = subprocess.run(
            [str(program), *words], capture_output=True, text=True, env=_bare(home), timeout=120
        )
    except subprocess.TimeoutExpired as late:
        raise Smoke(f"{' '.join(words)} came to no end") from late
    said = ended.stdout + ended.stderr
    if ended.returncode != expected:
        raise Smoke(f"{' '.join(words)} ended with {ended.returncode}: {said}")
    return said


def try_all(folder: Path) -> list[str]:
    """Try everything.

    Args:
        folder: the frozen one.

    Returns:
        What held, a line each.

    Raises:
        Smoke: what did not.
    """
    console, window = (folder / _named(name) for name in ("servicedesk", "servicedesk-window"))
    held = []
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        held.append(run(console, "--version", home=home).strip())
        held.append(_charter(console, home))
        held.append(_window(window, home))
        held += _released(console, home)
    held.append(_licences(folder))
    return held


def _charter(program: Path, home: Path) -> str:
    out = home / "papers"
    run(
        program,
        *("charter", "--trade", "plumber", "--name", "Zoë & Łukasz"),
        *("--out", str(out), "--profile", str(home / "charter")),
        home=home,
        expected=1,  # a draft: nobody has read its words yet
    )
    papers = sorted(path.name for path in out.glob("*.pdf") if path.read_bytes()[:5] == b"%PDF-")
    if "poster-a4.pdf" not in papers:
        raise Smoke(f"no poster among the papers: {papers}")
    return f"a charter: {len(papers)} PDFs"


def _window(program: Path, home: Path) -> str:
    """Open the pretend shop off-screen, and end it as the system would."""
    profile = home / "window"
    started = subprocess.Popen(
        [str(program), "--offscreen", "--demo", "--profile", str(profile)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=_bare(home),
    )
    try:
        until = time.monotonic() + STARTS_WITHIN
        while not _is_open(profile):
            if started.poll() is not None or time.monotonic() > until:
                raise Smoke(f"the window did not open: {started.poll()} {_said(started)}")
            time.sleep(0.2)
        # A second start brings the first window forward: it needs more libraries than the window.
        run(program, "--offscreen", "--demo", "--profile", str(profile), home=home)
        _see_no_fault(profile)
        started.send_signal(signal.SIGTERM)
        if started.wait(timeout=60) != 0 and os.name == "posix":
            raise Smoke(f"the window ended with {started.returncode}: {_said(started)}")
    finally:
        started.kill()
        started.wait()
    return "a window with the pretend shop"


def _is_open(profile: Path) -> bool:
    """Whether the log says so; the shop of that day is made by the first start."""
    logs = profile.rglob("logs/*.log")
    return any("file.opened" in log.read_text("utf-8", "replace") for log in logs)


def _see_no_fault(profile: Path) -> None:
    for log in profile.rglob("logs/*.log"):
        faults = [
            line for line in log.read_text("utf-8", "replace").splitlines() if "ERROR" in line
        ]
        if faults:
            raise Smoke(f"the window made a mistake: {faults}")


def _said(started: "subprocess.Popen[str]") -> str:
    started.kill()
    return started.communicate()[0]


def _released(program: Path, home: Path) -> list[str]:
    """A file of every released schema, into which a workbook is brought.

    The program brings the file up to date first, and has a second one of itself read the workbook.
    """
    from tests.migrations.files import file_of

    held, book = [], _workbook(home / "list.xlsx")
    for schema in range(1, _newest() + 1):
        profile = home / f"released-{schema}"
        profile.mkdir()
        file = file_of(profile, schema).rename(profile / "servicedesk.db")
        words = ("import", "customers", str(book), "--json", "--profile", str(profile))
        said = run(program, *words, home=home)
        found = int.from_bytes(file.read_bytes()[SCHEMA], "big")
        if found != _newest() or json.loads(said)["counts"]["added"] != 1:
            raise Smoke(f"a file of schema {schema} has schema {found} now, and said {said}")
        held.append(f"a file of schema {schema}, brought up to date, with a workbook in it")
    return held


def _workbook(path: Path) -> Path:
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Phone"])
        sheet.write_row(1, 0, ["Ángel Śniadecki", "020 7946 0000"])
    return path


def _newest() -> int:
    from servicedesk.store.migrations import SCHEMA as newest

    return newest


def _licences(folder: Path) -> str:
    """What the help shows of each package is read from what the package brought."""
    parts = tomllib.loads((ROOT / "resources" / "licences" / "parts.toml").read_text("utf-8"))
    names = [part["package"].replace("-", "_") for part in parts["part"] if "package" in part]
    there = {path.name.split("-")[0].lower() for path in folder.rglob("*.dist-info")}
    missing = [name for name in names if name not in there]
    if missing:
        raise Smoke(f"no licence of {', '.join(missing)}")
    return f"the licences of {len(names)} packages"


def _bare(home: Path) -> dict[str, str]:
    """The environment of somebody who has no Python, and nothing of ours."""
    kept = ("PATH", "LANG", "SYSTEMROOT", "TEMP", "TMP", "WINDIR")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    return {**found, "HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home)}


def _named(name: str) -> str:
    return f"{name}.exe" if sys.platform == "win32" else name


def main() -> int:
    """Try the folder that was named; 1 when something did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the frozen one")
    sys.path.insert(0, str(ROOT))
    try:
        for line in try_all(parser.parse_args().folder.resolve()):
            print(f"  {line}")
    except Smoke as fault:
        print(f"The frozen program does not hold: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

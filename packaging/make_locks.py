# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes the lock files and ``wheels.toml`` beside this script; run it with uv on the PATH.

``python packaging/make_locks.py`` keeps versions that still fit; ``--upgrade`` takes the newest.
Hashes do not say which machines a package is built for, so ``wheels.toml`` keeps the tags of the
wheels behind them, and a test reads there that every platform is served.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent / "pyproject.toml"
OLDEST = "3.11"
FLAGS = (
    *("--universal", "--python-version", OLDEST),
    *("--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"),
)
PINS = ("pyside6-essentials==6.11.3", "shiboken6==6.11.3")
"""6.12.0 loses a reference to None with every Qt call on Python 3.11 and aborts after thousands."""
BUILD_TOOLS = ("hatchling", "editables")
"""What installs the program itself from the checkout, offline: both locks hold them."""
OURS = re.compile(
    r"(?P<python>(?:py2\.)?py3|cp3\d+)-(?P<abi>none|abi3|cp3\d+)"
    r"-(?P<platform>any|win_amd64|macosx\S+|manylinux\S+(?:x86_64|aarch64))"
)
HEAD = """# Which wheels stand behind the hashes of requirements-dev.txt: python-abi-platform.
# Written by make_locks.py; left out: what we do not run on (musl, 32 bits, PyPy, other Pythons).
"""


def uv(*words: str, stdin: str = "") -> None:
    """Run ``uv pip compile`` with our flags in the checkout; raises CalledProcessError."""
    found = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    subprocess.run(
        [found, "pip", "compile", *FLAGS, *words],
        input=stdin,
        text=True,
        check=True,
        cwd=HERE.parent,
    )


def lock(name: str, inputs: Iterable[str], limits: Path, stdin: str = "") -> None:
    """Write one lock file.

    Args:
        name: of the file, in this folder.
        inputs: words for uv that name the requirements.
        limits: a file of constraints.
        stdin: further requirements, one on a line.
    """
    uv(*inputs, "--generate-hashes", "-c", str(limits), "-o", f"packaging/{name}", stdin=stdin)


def build_requirements(project: Mapping[str, Any]) -> str:
    """The build tools with the bounds that pyproject.toml gives them, one on a line."""
    wanted: list[str] = project["project"]["optional-dependencies"]["dev"]
    return "\n".join(line for line in wanted if line.startswith(BUILD_TOOLS))


def wheel_tags(names: Iterable[str]) -> list[str]:
    """The tags of those wheels that one of our Pythons on one of our platforms can use, sorted."""
    tags = {"-".join(name.removesuffix(".whl").split("-")[-3:]) for name in names}
    return sorted(tag for tag in tags if OURS.fullmatch(tag) and is_our_python(tag))


def is_our_python(tag: str) -> bool:
    """Whether a tag is for any Python 3, for CPython 3.11 to 3.14, or an older one's stable ABI."""
    python, abi, _ = tag.split("-")
    if not python.startswith("cp3"):
        return True
    minor = int(python.removeprefix("cp3"))
    return minor <= 14 if abi == "abi3" else 11 <= minor <= 14


def write_wheels(folder: Path) -> None:
    """Ask for the files behind the dev lock and write ``wheels.toml``."""
    found = folder / "pylock.toml"
    uv("packaging/requirements-dev.txt", "--no-deps", "--format", "pylock.toml", "-o", str(found))
    lines = [HEAD]
    for package in tomllib.loads(found.read_text("utf-8"))["packages"]:
        urls = [wheel.get("name") or wheel["url"] for wheel in package.get("wheels", [])]
        lines += [f"[{package['name']}]", f'version = "{package["version"]}"', "wheels = ["]
        lines += [f'  "{tag}",' for tag in wheel_tags(urls)]
        lines += ["]", ""]
    (HERE / "wheels.toml").write_text("\n".join(lines), "utf-8", newline="\n")


def main() -> None:
    """Write all three files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest that fit")
    more = ["--upgrade"] if parser.parse_args().upgrade else []
    build = build_requirements(tomllib.loads(PROJECT.read_text("utf-8")))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        limits = folder / "limits.txt"
        limits.write_text("\n".join(PINS), "utf-8")
        lock("requirements-dev.txt", ["pyproject.toml", "--extra", "dev", *more], limits)
        # What both locks hold is held in the same version.
        limits.write_text((HERE / "requirements-dev.txt").read_text("utf-8"), "utf-8")
        lock("requirements.txt", ["pyproject.toml", "-", *more], limits, stdin=build)
        write_wheels(folder)


if __name__ == "__main__":
    main()

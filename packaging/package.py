# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``python3 start.py package DIR``: freezes the program, tries it, and packs it for this system.

What comes out lies in DIR: the folder ``servicedesk``, and on Debian and its kin a ``.deb``. On
Windows and a Mac ``packaging/windows`` and ``packaging/macos`` make the installer of the folder.
"""

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE / "freeze"), str(HERE / "linux")]

import build  # noqa: E402  (the folders it lies in were named above)
import make_deb  # noqa: E402
import smoke  # noqa: E402

from servicedesk import __version__  # noqa: E402


def main() -> int:
    """Do it all; 1 when the frozen program does not do what it should."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path, help="folder for what comes out")
    target: Path = parser.parse_args().target.resolve()
    target.mkdir(parents=True, exist_ok=True)
    print("== freeze")
    with tempfile.TemporaryDirectory() as work:
        folder = build.freeze(target, Path(work))
    print(f"  {folder}: {_megabytes(folder)} MB")
    print("== try")
    try:
        for line in smoke.try_all(folder):
            print(f"  {line}")
    except smoke.Smoke as fault:
        print(f"The frozen program does not hold: {fault}", file=sys.stderr)
        return 1
    print("== pack")
    return _pack(folder, target)


def _pack(folder: Path, target: Path) -> int:
    """Make what this system installs from."""
    system = platform.system()
    if system == "Linux" and shutil.which("dpkg-deb"):
        made = make_deb.make_deb(folder, target, __version__)
        print(f"  {made}: {made.stat().st_size // 1_000_000} MB")
    elif system == "Darwin":
        script = HERE / "macos" / "make_dmg.sh"
        return subprocess.call(["/bin/sh", str(script), str(folder), str(target), __version__])
    elif system == "Windows" and shutil.which("iscc"):
        script = HERE / "windows" / "servicedesk.iss"
        words = [f"/DVersion={__version__}", f"/DFolder={folder}", f"/O{target}"]
        return subprocess.call(["iscc", *words, str(script)])
    else:
        print("  nothing: this system has no tool for installers; the folder runs as it is")
    return 0


def _megabytes(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*")) // 1_000_000


if __name__ == "__main__":
    sys.exit(main())

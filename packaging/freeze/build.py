# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Freezes the program into one folder with both programs, which needs no Python."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ICON = HERE.parents[1] / "resources" / "theme" / "servicedesk.svg"
PROGRAMS = ("servicedesk", "servicedesk-window")


def freeze(target: Path, work: Path) -> Path:
    """Make the folder.

    Args:
        target: where the folder ``servicedesk`` is to lie; one that is there is replaced.
        work: for what is needed on the way.

    Returns:
        The folder.

    Raises:
        CalledProcessError: PyInstaller said why.
    """
    work.mkdir(parents=True, exist_ok=True)
    _draw_icon(work / "servicedesk.ico")
    places = ("--distpath", str(target), "--workpath", str(work / "pyinstaller"))
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean"),
            *("--log-level", "ERROR", *places, str(HERE / "servicedesk.spec")),
        ],
        check=True,
    )
    made = target / "servicedesk"
    if sys.platform != "win32":
        _name_twice(made)
        if sys.platform == "darwin":
            shutil.copyfile(work / "servicedesk.icns", made / "servicedesk.icns")
        _strip(made)
    return made


def _draw_icon(target: Path) -> None:
    """The program's icon as Windows and a Mac want it; the spec looks for it there."""
    import pypdfium2
    from reportlab.graphics import renderPDF
    from svglib.svglib import svg2rlg

    drawing = svg2rlg(str(ICON))
    page = pypdfium2.PdfDocument(renderPDF.drawToString(drawing))[0]
    picture = page.render(scale=8, fill_color=(0, 0, 0, 0)).to_pil()
    picture.save(target, sizes=[(side, side) for side in (16, 24, 32, 48, 64, 128, 256)])
    if sys.platform == "darwin":
        picture.resize((512, 512)).save(target.with_suffix(".icns"))


def _name_twice(made: Path) -> None:
    """Here a console and a window are started alike, so that one program serves both names."""
    (made / PROGRAMS[1]).symlink_to(PROGRAMS[0])


def _strip(made: Path) -> None:
    """Leave out what only a debugger reads; some wheels carry twenty megabytes of it."""
    if shutil.which("strip") is None:
        return
    libraries = [path for path in made.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    words = ["-S"] if sys.platform == "darwin" else ["--strip-debug"]
    subprocess.run(["strip", *words, *map(str, libraries)], check=True)

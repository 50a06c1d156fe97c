# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Packs a frozen folder as a ``.deb``: into /opt, with an entry in the menu and a command."""

import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

NEEDS = (
    *("libc6 (>= 2.34)", "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgl1"),
    *(
        "libglib2.0-0 | libglib2.0-0t64",
        "libgssapi-krb5-2",
        "libstdc++6",
        "libx11-6",
        "libx11-xcb1",
    ),
    *("libxcb-cursor0", "libxcb-glx0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1"),
    *("libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1"),
    *("libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1", "libxkbcommon0", "libxkbcommon-x11-0"),
)
"""What the folder leaves to the system, as Debian and Ubuntu call it, then and since."""

CONTROL = """Package: servicedesk
Version: {version}
Architecture: {architecture}
Maintainer: The servicedesk authors <servicedesk@localhost>
Installed-Size: {size}
Depends: {needs}
Recommends: libcups2 | libcups2t64, libwayland-client0, libwayland-egl1
Section: misc
Priority: optional
Description: customer promises, complaints and a printed charter for small firms
 For shops, small firms and sole traders on one computer, without internet: what
 was promised to whom and by when, complaints from the first word to the lesson,
 and a customer service charter for the wall that is kept by records.
"""

MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}


def make_deb(folder: Path, target: Path, version: str) -> Path:
    """Pack the folder.

    Args:
        folder: the frozen one.
        target: folder for the package.
        version: of the program.

    Returns:
        The package.

    Raises:
        CalledProcessError: dpkg-deb said why.
    """
    architecture = MACHINES[os.uname().machine]
    tree = target / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(folder, tree / "opt" / "servicedesk", symlinks=True)
    _put(HERE / "servicedesk.desktop", tree / "usr/share/applications/servicedesk.desktop")
    icon = ROOT / "resources" / "theme" / "servicedesk.svg"
    _put(icon, tree / "usr/share/icons/hicolor/scalable/apps/servicedesk.svg")
    _put(ROOT / "LICENSE", tree / "usr/share/doc/servicedesk/copyright")
    commands = tree / "usr" / "bin"
    commands.mkdir(parents=True)
    for name in ("servicedesk", "servicedesk-window"):
        (commands / name).symlink_to(f"../../opt/servicedesk/{name}")
    size = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir()) // 1024
    _open_to_all(tree)
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir(mode=0o755)
    text = CONTROL.format(
        version=version, architecture=architecture, size=size, needs=", ".join(NEEDS)
    )
    control.write_text(text, "utf-8")
    made = target / f"servicedesk_{version}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(made)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    shutil.rmtree(tree)
    return made


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _open_to_all(tree: Path) -> None:
    """Whoever works on the computer may start it, however private the files were made."""
    for path in (tree, *tree.rglob("*")):
        if path.is_symlink():
            continue
        runs = path.is_dir() or os.access(path, os.X_OK)
        path.chmod(0o755 if runs else 0o644)

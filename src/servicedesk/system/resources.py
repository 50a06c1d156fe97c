# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where words, guides, fonts and pictures lie: the source tree, the wheel or a frozen bundle.

The source tree comes first, because an installation that points at it would otherwise keep
reading an old copy.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from servicedesk.domain.errors import Trouble

_PACKAGE = Path(__file__).resolve().parent.parent
_SIGN = "words"
"""A folder that is in the resources and in no other folder of that name."""


def resources_folder(package: Path = _PACKAGE, bundle: Path | None = None) -> Path:
    """Return the folder that holds ``words``, ``guides`` and the other data of the program.

    Args:
        package: the folder of the package ``servicedesk``.
        bundle: where a frozen program was unpacked; None asks the interpreter.

    Raises:
        Trouble: ``program_incomplete`` when there is none; its words cannot be read either, so
            whoever starts the program has a sentence of his own for it.
    """
    for folder in _candidates(package, bundle or _frozen_bundle()):
        if (folder / _SIGN).is_dir():
            return folder
    raise Trouble("program_incomplete")


def _candidates(package: Path, bundle: Path | None) -> Iterator[Path]:
    if package.parent.name == "src":
        yield package.parent.parent / "resources"
    yield package / "_resources"
    if bundle is not None:
        yield bundle / "servicedesk" / "_resources"


def _frozen_bundle() -> Path | None:
    """Return where PyInstaller unpacked the program, or None when it is not frozen."""
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else None

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``python -m servicedesk``: the same as the command ``servicedesk``."""

import sys

from servicedesk.app.main import console

if __name__ == "__main__":
    sys.exit(console())

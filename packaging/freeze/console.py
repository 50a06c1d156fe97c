# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where the frozen program for consoles and scheduled tasks begins."""

import sys

import surroundings

from servicedesk.app.main import console

surroundings.give_back()
sys.exit(console())

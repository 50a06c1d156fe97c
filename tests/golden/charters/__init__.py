# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What printed charters must say, written by hand, and a reader that knows none of our code."""

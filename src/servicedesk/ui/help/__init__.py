# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Help: the user guide, the list of shortcuts, and whose work is in the program."""

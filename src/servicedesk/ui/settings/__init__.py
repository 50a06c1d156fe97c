# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Settings: the business, its hours, people, papers and looks, one page a topic."""

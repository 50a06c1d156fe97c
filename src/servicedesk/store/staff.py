# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Skills and briefings, what helpers say, and what is agreed between ourselves, as kept."""

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How we do: figures with what they rest on, the very records, and what is counted by hand."""

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Today: what waits, what is next, and a card for each thing that exists."""

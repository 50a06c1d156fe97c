# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The privacy desk: what is held on whom, for how long, and what they ask of it."""

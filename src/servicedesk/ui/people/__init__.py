# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What several rooms need about people: who it is, what was promised, how to help."""

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pictures of the real window, for people to look at: ``python -m tests.shots DIR``."""

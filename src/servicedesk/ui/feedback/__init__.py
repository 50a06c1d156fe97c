# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feedback: what people say, the cards that came back, and what stands on the wall of it."""

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Improve: what to do next, ideas, the service plan, busy days."""

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Printing on the screen: the preview of any paper, the printer, Save as PDF, Copy text."""

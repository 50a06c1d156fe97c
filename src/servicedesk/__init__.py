# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Servicedesk: customer promises, complaints and a charter for small firms, on one PC."""

__version__ = "0.1.0"

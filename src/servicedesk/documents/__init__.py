# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is printed: frozen data in, bytes out; no clock, no paths, no settings."""

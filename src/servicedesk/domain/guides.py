# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Guides: pages of questions as data, and the pure logic of walking and checking them.

The charter, the self-check and the first run are all guides. A guide is read from a data
file; this module decides which pages and questions are shown and whether answers fit.
"""

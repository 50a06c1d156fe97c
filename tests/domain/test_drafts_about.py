# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which half-typed forms are about a record that is forgotten: also those of its steps."""

import pytest

from servicedesk.domain.drafts import is_about


@pytest.mark.parametrize(
    ("form", "subject", "word", "is_so"),
    [
        ("customers", "3", "customers", True),
        ("customers", "33", "customers", False),
        ("customers", "", "customers", False),
        ("promises", "3", "customers", False),
        ("complaint_step", "3-decide", "complaint", True),
        ("complaint_step", "4-remedy_done-3", "complaint", True),  # rather one too many
        ("complaint_step", "4-decide", "complaint", False),
        ("promise_steps", "3-broken", "promise", True),
        ("feedback_steps", "3-quoting", "feedback", True),
        ("actions", "from-complaint-3", "complaint", True),
        ("need", "new-3", "customers", True),
        ("need", "new-3", "promises", False),
    ],
)
def test_a_half_typed_form_about_a_record_is_known(
    form: str, subject: str, word: str, is_so: bool
) -> None:
    assert is_about(form, subject, word, "3") is is_so

# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Phone numbers in the one form that all their writings have in common."""

from servicedesk.domain.entries import phone_digits

HOME = "GB"
"""Where a number without its country's prefix is from."""


def normal_phone(typed: str, region: str = HOME) -> str:
    """By which phone numbers are compared, such as "+441632960123" for "01632 960 123 ext. 4".

    Nothing is refused: of what is no possible number its figures are left, of what has none the
    text itself.

    Args:
        typed: anything.
        region: of the business, as two letters.
    """
    import phonenumbers  # 0.1 s, so it waits for the first number

    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException:
        return phone_digits(typed) or typed.casefold()
    if not phonenumbers.is_possible_number(number):
        return phone_digits(typed)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))

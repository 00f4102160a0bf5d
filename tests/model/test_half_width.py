"""Signs of an input method stand for the keys of a plain keyboard."""

import string

import pytest

from debttree.model import half_width


def test_every_full_width_form_of_a_sign_is_that_sign() -> None:
    signs = string.ascii_letters + string.digits + string.punctuation
    assert half_width("".join(chr(ord(sign) + 0xFEE0) for sign in signs)) == signs


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("　、。《》【】“”‘’—…￥～·", " /.<>[]\"\"''_^$~`"), ("贷款 ² ① é か", "贷款 ² ① é か"), ("", "")],
)
def test_what_an_input_method_puts_in_place_of_a_sign_is_that_sign_and_words_stay(
    typed: str, plain: str
) -> None:
    assert half_width(typed) == plain

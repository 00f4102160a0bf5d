"""Words that changed, word by word."""

import pytest

from debttree.export.word_diff import numbers_changed, word_diff


def shown(before: str, after: str) -> str:
    return word_diff(before, after, "[-{}-]".format, "{{+{}+}}".format)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Pay within 15 days.", "Pay within 20 days.", "Pay within [-15-]{+20+} days."),
        ("您有15日。", "您有20日。", "您有[-15-]{+20+}日。"),
        ("one two", "one two three", "one two{+ three+}"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("all of this is old", "nothing here stayed", "[-all of this is old-]{+nothing here stayed+}"),
        (
            "a b c d e f g h i j k l m n o 1",
            "a b c d e f g h i j k l m n o 2",
            "…m n o [-1-]{+2+}",
        ),
    ],
)  # fmt: skip
def test_what_was_taken_out_and_put_in_is_marked(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


def test_a_text_of_a_megabyte_is_not_compared_word_by_word() -> None:
    assert len(shown("a " * 500_000, "b " * 500_000)) < 100


@pytest.mark.parametrize(
    ("before", "after", "lost", "gained"),
    [
        ("15 days", "fifteen days", ("15",), ()),
        ("12368, 12348", "12348, 12368", (), ()),
        ("CNY 3,000 on 2026-11-28", "CNY 3,500 on 2026-11-28", ("3,000",), ("3,500",)),
        ("1 and 1", "1", ("1",), ()),
    ],
)  # fmt: skip
def test_numbers_that_changed_are_called_out(
    before: str, after: str, lost: tuple[str, ...], gained: tuple[str, ...]
) -> None:
    assert numbers_changed(before, after) == (lost, gained)

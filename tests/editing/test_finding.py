"""Finding words in a tree file, and putting others in their place without touching anything else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.editing.document import apply, open_document, prove
from debttree.editing.edits import SetEach
from debttree.editing.finding import Sought, Within, changes, find, replaceable
from debttree.editing.toml.refused import Refused
from tests.editing import nasty
from tests.editing.by_hand import document, edited

TREE = """\
format = "debttree/1"
[tree]
languages = ["zh", "en"]

[contacts.bank]   # Bank
title = { zh = "Bank 银行热线", en = 'The Bank' }
phone = "95017"

[nodes.bank-calls]
title.zh = "Bank来电" # Bank
title.en = "A bank calls"
text.en = \"\"\"
Banks call.

* The BANK may call 95017, said "the bank".\\
\"\"\"

[[nodes.bank-calls.choices]]
label.en = "Ring the bank"
to = "bank-calls"
"""


def places(sought: Sought) -> list[str]:
    return [".".join(map(str, found.path)) for found in find(document(TREE).data, sought)]


def test_words_are_found_in_every_text_and_id_in_the_order_of_the_file() -> None:
    assert places(Sought("bank")) == [
        "contacts.bank",
        *("contacts.bank.title.zh", "contacts.bank.title.en"),
        "nodes.bank-calls",
        *("nodes.bank-calls.title.zh", "nodes.bank-calls.title.en", "nodes.bank-calls.text.en"),
        *("nodes.bank-calls.choices.0.label.en", "nodes.bank-calls.choices.0.to"),
    ]
    assert places(Sought("")) == []
    assert places(Sought("b.nk")) == []


@pytest.mark.parametrize(
    ("sought", "text", "count"),
    [
        (Sought("bank"), "Banks BANK bank", 3),
        (Sought("bank", case=True), "Banks BANK bank", 1),
        (Sought("bank", whole=True), "Banks BANK bank_", 1),
        (Sought("95017", whole=True), "拨95017热线，不是950170", 1),
        (Sought("银行", whole=True), "找银行热线", 1),
        (Sought("(a+)+$", whole=True), "an (a+)+$ in it", 1),
    ],
)
def test_words_are_literal_and_whole_where_no_letter_stands_beside_them(
    sought: Sought, text: str, count: int
) -> None:
    assert len(sought.spans(text)) == count


def test_words_are_replaced_in_the_chosen_fields_and_languages_alone_and_ids_stay() -> None:
    data = document(TREE).data
    assert replaceable(data) == Within(
        frozenset({"title", "phone", "text", "label"}), frozenset({"zh", "en", ""})
    )
    titles = Within(frozenset({"title", "text"}), frozenset({"en"}))
    made = changes(data, Sought("bank", whole=True), "lender", titles)
    after = edited(TREE, SetEach(tuple((change.found.path, change.after) for change in made)))
    expected = TREE.replace("The Bank", "The lender").replace("A bank", "A lender")
    assert after == expected.replace("The BANK", "The lender").replace('the bank".', 'the lender".')


@given(st.integers(0, 10_000))
def test_every_byte_stays_but_the_words_replaced_and_one_undo_brings_them_back(seed: int) -> None:
    chance = random.Random(seed)
    content = nasty.written(nasty.tree(chance), chance).encode()
    before = open_document(content, "nasty")
    words = chance.choice(["e", "n", "a", "the", "逾", '"', " "])
    by = chance.choice(["", "债 \"quoted\" 'both'", "line\nline", "\\"])
    made = changes(before.data, Sought(words), by, replaceable(before.data))
    edit = SetEach(tuple((change.found.path, change.after) for change in made))
    try:
        applied = apply(before, edit)
    except Refused:
        return
    prove(applied.document)
    assert changes(before.data, Sought(words), by, Within(frozenset(), frozenset())) == []
    assert apply(applied.document, applied.inverse).document.text == before.text
    for change in made:
        said: object = applied.document.data
        for step in change.found.path:
            said = said[step]  # type: ignore[index]
        assert said == change.after
    assert len(applied.done.rounds) <= 1 or not made

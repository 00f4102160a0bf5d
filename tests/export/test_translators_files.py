"""What translators' tools and hostile hands put into a file: each row is taken or refused by itself, none is lost."""

import csv
from io import StringIO

import pytest

from debttree.editing.translating import Given, plan
from debttree.export.translation.comparing import differences
from debttree.export.translation.po import read_po_file
from debttree.export.translation.spreadsheet import read_csv
from debttree.model import Trouble
from debttree.reading.limits import TEXT_CHARACTERS

DATA = {
    "tree": {"title": {"en": "A title", "es": "Un título"}, "languages": ["en", "es"]},
    "nodes": {"end": {"title": {"en": "The end"}, "text": "for all"}},
}
TWICE = 'msgctxt "nodes.end.title"\nmsgid "The end"\nmsgstr "{}"\n\n'


def refused(*given: Given) -> list[tuple[str, str]]:
    return [(place, why.template) for place, why in plan(DATA, given, "es").refused]


def test_a_po_file_hands_on_each_entry_also_two_for_one_text() -> None:
    rows = read_po_file((TWICE.format("El final") + TWICE.format("Otro")).encode()).rows
    assert [row.translation for row in rows] == ["El final", "Otro"]
    assert refused(*rows) == [("nodes.end.title", "It is there twice; the first one is taken.")]


def test_flags_plurals_old_entries_and_a_second_head_touch_no_other_entry() -> None:
    head = 'msgid ""\nmsgstr "Language: es_MX\\n"\n\n'
    fuzzy = "#, fuzzy\n" + TWICE.format("Fin")
    plural = (
        'msgctxt "tree.title"\nmsgid "A title"\nmsgid_plural "Titles"\nmsgstr[0] "Uno"\nmsgstr[1] "Dos"\n\n'
    )
    old = '#~ msgctxt "tree.title"\n#~ msgid "Old"\n#~ msgstr "Viejo"\n\n'
    second = 'msgctxt "gone"\nmsgid ""\nmsgstr "Language: fr\\n"\n'
    returned = read_po_file((head + TWICE.format("El final") + fuzzy + plural + old + second).encode())
    assert returned.language == "es-MX"
    assert [(row.place, row.is_fuzzy, row.is_plural) for row in returned.rows] == [
        ("nodes.end.title", False, False),
        ("nodes.end.title", True, False),
        ("tree.title", False, True),
        ("gone", False, False),
    ]
    found = plan(DATA, returned.rows, "es")
    assert [change.words for change in found.changes] == ["El final"]
    assert len(found.refused) == 3


def test_of_two_rows_for_a_text_the_second_neither_wins_nor_passes_for_what_is_there() -> None:
    new, same = Given("tree.title", "A title", "Otro"), Given("tree.title", "A title", "Un título")
    assert [(len(found.changes), found.same, len(found.refused)) for found in (
        plan(DATA, (new, same), "es"), plan(DATA, (same, new), "es"), plan(DATA, (new, new), "es"),
    )] == [(1, 0, 1), (0, 1, 1), (1, 1, 0)]  # fmt: skip


@pytest.mark.parametrize("place", [
    "", "nodes", "nodes.end", "nodes.end.text.es", "tree.languages", "nodes.end.title#2", "../../etc", "nodes.end.kind",
])  # fmt: skip
def test_a_place_that_the_tree_lacks_is_refused_whatever_it_looks_like(place: str) -> None:
    assert refused(Given(place, "The end", "El final")) == [(place, "The tree has no such text any more.")]


def test_a_cell_of_two_megabytes_is_refused_with_its_place_and_its_neighbours_are_taken() -> None:
    table = StringIO(newline="")
    rows = [("tree.title", "A title", "x" * 2 * TEXT_CHARACTERS), ("nodes.end.title", "The end", "El final")]
    csv.writer(table).writerows([("place", "source", "translation es"), *rows])
    before = csv.field_size_limit()
    found = plan(DATA, read_csv(table.getvalue().encode()).rows, "es")
    assert csv.field_size_limit() == before
    assert [place for place, _ in found.refused] == ["tree.title"]
    assert [change.passage.place for change in found.changes] == ["nodes.end.title"]


def test_columns_are_known_by_their_names_in_whatever_order() -> None:
    (row,) = read_csv(b"translation es,note,SOURCE,place\nEl final,x,The end,nodes.end.title\n").rows
    assert row == Given("nodes.end.title", "The end", "El final")


def test_a_csv_file_that_breaks_off_says_in_which_line() -> None:
    with pytest.raises(Trouble) as found:
        read_csv(b'place,source,translation es\na,b,c\nd,"e\n')
    assert "3: unexpected end of data" in str(found.value.message)


def said(source: str, translation: str) -> list[str]:
    return [str(difference) for difference in differences(source, translation)]


def test_where_a_link_leads_and_what_nobody_sees_is_looked_at() -> None:
    assert said("[form](https://a.gov)", "[formulario](https://b.gov)") == [
        "links: https://a.gov in the source, https://b.gov here"
    ]
    assert said("Ring us", "[Llame](tel:900)")[0] == "links: - in the source, tel:900 here"
    assert "<U+202E> is no character that people can see" in said("The end", "El \u202efinal")[0]
    assert said("The end", "The end") == ["the same words as in the source"]
    assert said("12348", "12348") == said("Mail [us](mailto:a@b.c)", "Escriba [aquí](mailto:a@b.c)") == []


def test_what_differs_is_named_shortly_however_long_it_is() -> None:
    assert all(len(line) < 500 for line in said("1", "7" * 100_000 + " https://" + "x" * 100_000))
    assert said("x", "(1-" * 100_000)[0].startswith("numbers: ")  # within a moment: nothing is searched twice

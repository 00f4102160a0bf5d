"""`debttree texts`: to a translator and back, with PO and with what spreadsheets make of CSV."""

import csv
import difflib
from io import StringIO
from pathlib import Path

import pytest

from debttree.cli.main import main
from debttree.reading import read
from debttree.storage.folders import state_folder

DATA = Path(__file__).parent / "translated"
ALIPAY = Path(__file__).parents[2] / "trees" / "alipay-overdue.toml"
SPANISH = {
    "tree.title": "Un pequeño ejemplo",
    "urgent.end.label": "Papeles de un juzgado",
    "nodes.start.title": "«Citado»; y, más",
    "nodes.start.text": "- Primero llame al 12348.\n- **Luego** espere 15 días.\n",
    "nodes.start.choices.end.label": "=1+1",
    "nodes.start.choices.end-2.label": "- no pagar",
    "nodes.end.title": "El final",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    file = tmp_path / "small.toml"
    file.write_bytes((DATA / "small.toml").read_bytes())
    return file


def texts(tree: Path, *arguments: str, lang: str = "es") -> int:
    return main(["texts", str(tree), "--lang", lang, *arguments])


def table_of(file: Path) -> list[list[str]]:
    return list(csv.reader(StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))


def filled(file: Path, words: dict[str, str]) -> None:
    """Fill in the last column, as somebody does in a spreadsheet."""
    rows = table_of(file)
    table = StringIO(newline="")
    csv.writer(table).writerows([*rows[:1], *([*row[:-1], words.get(row[0], "")] for row in rows[1:])])
    file.write_bytes(table.getvalue().encode("utf-8-sig"))


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    lines = [*difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)][2:]
    return [line[1:] for line in lines if line[0] == "-"], [line[1:] for line in lines if line[0] == "+"]


def test_a_spreadsheet_alone_adds_spanish_to_the_bundled_tree_and_only_adds_lines(tmp_path: Path) -> None:
    tree, sheet = tmp_path / "alipay-overdue.toml", tmp_path / "es.csv"
    tree.write_bytes(ALIPAY.read_bytes())
    assert texts(tree, "--from", "en", "-o", str(sheet)) == 0
    accents = str.maketrans("aeiou", "áéíóú")
    filled(sheet, {row[0]: row[5].translate(accents) for row in table_of(sheet)[1:]})
    assert texts(tree, "--import", str(sheet)) == 0
    before, after = ALIPAY.read_text("utf-8").splitlines(), iter(tree.read_text("utf-8").splitlines())
    gone = [line for line in before if line.startswith("languages = ") or line not in after]
    assert gone == ['languages = ["zh", "en"]']  # `in` reads on, so every other line is there, in its order
    found = read(tree.read_bytes(), "x")
    assert found.tree is not None
    assert found.tree.languages == ("zh", "en", "es")
    missing = [one for one in found.problems if one.code == "missing-translation"]
    assert missing == []


@pytest.mark.parametrize("name", ["libreoffice-semicolon.csv", "libreoffice-tab.csv"])
def test_a_file_that_libreoffice_has_written_is_taken_as_it_was_meant(tree: Path, name: str) -> None:
    assert texts(tree, "--import", str(DATA / name)) == 0
    found = read(tree.read_bytes(), "small").tree
    assert found is not None
    start = found.nodes["start"]
    assert found.words(start.text, "es") == SPANISH["nodes.start.text"]
    assert [found.line(choice.label, "es") for choice in start.choices] == ["=1+1", "- no pagar"]
    assert found.line(start.title, "es") == "«Citado»; y, más"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("head", ["\ufeff", "", "sep="])
def test_separators_line_ends_and_marks_of_spreadsheets_change_nothing(
    tree: Path, separator: str, end: str, head: str
) -> None:
    sheet = tree.with_suffix(".csv")
    texts(tree, "--from", "en", "-o", str(sheet))
    filled(sheet, SPANISH)
    table = StringIO(newline="")
    csv.writer(table, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(
        table_of(sheet)
    )
    first = f"sep={separator}{end}" if head == "sep=" else head
    sheet.write_bytes((first + table.getvalue().replace("\n", end if end == "\n" else "\n")).encode())
    assert texts(tree, "--import", str(sheet)) == 0
    found = read(tree.read_bytes(), "small").tree
    assert found is not None
    assert found.words(found.nodes["start"].text, "es") == SPANISH["nodes.start.text"]


def test_no_cell_begins_like_a_formula(tree: Path) -> None:
    sheet = tree.with_suffix(".csv")
    texts(tree, "-o", str(sheet))
    cells = [cell for row in table_of(sheet) for cell in row if cell]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell[0] in "=+-@\t\r"]


def test_a_po_file_names_each_place_and_comes_back(tree: Path) -> None:
    file = tree.with_suffix(".po")
    assert texts(tree, "--from", "en", "-o", str(file)) == 0
    content = file.read_text("utf-8")
    assert (
        '#. label of a choice\n#. decision: "Quoted"; and, more\nmsgctxt "nodes.start.choices.end.label"'
        in content
    )
    assert '"Language: es\\n"' in content
    file.write_text(
        content.replace('msgid "The end"\nmsgstr ""', 'msgid "The end"\nmsgstr "El final"'), "utf-8"
    )
    assert texts(tree, "--import", str(file)) == 0
    gone, added = changed_lines((DATA / "small.toml").read_text("utf-8"), tree.read_text("utf-8"))
    assert gone == ['languages = ["zh", "en"]']
    assert added == ['languages = ["zh", "en", "es"]', 'title.es = "El final"']


def test_what_was_changed_since_is_fuzzy_with_what_it_was(tree: Path) -> None:
    file, old = tree.with_suffix(".po"), tree.with_name("old.toml")
    texts(tree, "--import", str(DATA / "libreoffice-tab.csv"))
    old.write_bytes(tree.read_bytes())
    tree.write_bytes(tree.read_bytes().replace(b'"The end"', b'"An end"'))
    assert texts(tree, "--from", "en", "--stale", "--since", str(old), "-o", str(file)) == 0
    content = file.read_text("utf-8")
    assert (
        '#, fuzzy\n#| msgid "The end"\nmsgctxt "nodes.end.title"\nmsgid "An end"\nmsgstr "El final"'
        in content
    )
    assert content.count("msgctxt") == 2  # one of them in the comment at the top
    again = tree.with_name("again.csv")
    assert texts(tree, "--from", "en", "--stale", "--since", str(file), "-o", str(again)) == 0
    assert table_of(again)[1][3] == "stale"


def test_rows_that_do_not_fit_are_refused_one_by_one_and_the_others_taken(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tree.with_suffix(".csv")
    rows = [
        ["place", "source", "translation es"],
        ["nodes.end.title", "The end", "El final"],
        ["nodes.end.title", "The end", "Otro final"],
        ["nodes.gone.title", "Gone", "Ido"],
        ["nodes.start.title", "Another source", "Otro"],
        ["nodes.start.choices.end-2.text", "for all", "para todos"],
        ["nodes.start", "x", "[nodes.start]"],
        ["tree.root", "start", "end"],
        ["tree.title", "A small example", "x" * 1_100_000],
        ["urgent.end.label", "Papers from a court", ""],
    ]
    table = StringIO(newline="")
    csv.writer(table).writerows(rows)
    sheet.write_text(table.getvalue(), "utf-8")
    assert texts(tree, "--import", str(sheet)) == 1
    err = capsys.readouterr().err
    assert "nodes.end.title: not taken: It is there twice; the first one is taken." in err
    assert "nodes.gone.title: not taken: The tree has no such text any more." in err
    assert "nodes.start.title: not taken: The text was changed since it was translated." in err
    assert "nodes.start.choices.end-2.text: not taken: The tree has one text for every language here." in err
    assert "tree.title: not taken: It is longer than" in err
    assert "taken: 1; refused: 7; without a translation: 1; as they are: 0" in err
    gone, added = changed_lines((DATA / "small.toml").read_text("utf-8"), tree.read_text("utf-8"))
    assert gone == ['languages = ["zh", "en"]']
    assert added == ['languages = ["zh", "en", "es"]', 'title.es = "El final"']


def test_an_import_is_undone_byte_for_byte_unless_the_file_was_changed_since(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree.read_bytes()
    texts(tree, "--import", str(DATA / "libreoffice-tab.csv"))
    taken = tree.read_bytes()
    tree.write_bytes(taken + b"# mine\n")
    assert main(["texts", str(tree), "--undo"]) == 2
    assert "changed since" in capsys.readouterr().err
    tree.write_bytes(taken)
    assert main(["texts", str(tree), "--undo"]) == 0
    assert tree.read_bytes() == before
    assert main(["texts", str(tree), "--undo"]) == 2


def test_forget_deletes_the_copy_that_an_import_made(tree: Path) -> None:
    texts(tree, "--import", str(DATA / "libreoffice-tab.csv"))
    taken = tree.read_bytes()
    assert list((state_folder() / "imports").iterdir())
    assert main(["forget", "--yes"]) == 0
    assert not (state_folder() / "imports").exists()
    assert main(["texts", str(tree), "--undo"]) == 2
    assert tree.read_bytes() == taken


def test_no_language_named_is_met_with_those_of_the_tree(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["texts", str(tree), "--missing", "-o", "x.po"]) == 2
    assert "Name it: --lang es. The guide has: zh, en" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wanted", "column"),
    [("ES", "es"), ("es_ES", "es-ES"), ("es-419", "es-419"), ("ZH", "zh"), ("zh-Hant", "zh-Hant")],
)
def test_a_language_is_spelt_as_the_tree_spells_it(
    tree: Path, capsysbinary: pytest.CaptureFixture[bytes], wanted: str, column: str
) -> None:
    texts(tree, "--format", "csv", "-o", "-", lang=wanted)
    assert capsysbinary.readouterr().out.splitlines()[0].endswith(f",translation {column}".encode())
    tree.write_bytes(tree.read_bytes().replace(b'["zh", "en"]', b'["zh", "en", "es-es"]'))
    texts(tree, "--format", "csv", "-o", "-", lang="es-ES")
    assert b",translation es-es\r\n" in capsysbinary.readouterr().out


def test_a_dry_run_and_a_private_one_leave_nothing_behind(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree.read_bytes()
    assert texts(tree, "--import", str(DATA / "libreoffice-tab.csv"), "--dry-run") == 0
    assert tree.read_bytes() == before
    assert '+ "El final"' in capsys.readouterr().err
    texts(tree, "--import", str(DATA / "libreoffice-tab.csv"), "--private")
    assert main(["texts", str(tree), "--undo"]) == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("es.csv", "place;source;translation es\r\n".encode("utf-16"), "not UTF-8"),
        ("es.csv", b"where,what\n", 'no column "place"'),
        ("es.csv", b"", 'no column "place"'),
        ("es.csv", b"place,source,translation fr\n", 'says that it is in "fr"'),
        ("es.csv", b"place,source,translation\n", "There is no text in"),
        ("es.po", b"msgid \"a\nmsgstr", "no PO file"),
        ("es.po", b"msgid \"\"\nmsgstr \"\"\n", "There is no text in"),
        ("es.po", b'msgid "The end"\nmsgstr "El final"\n', "says which text it is for"),
        ("es.csv", b"place,source,translation es\n,The end,El final\n", "says which text it is for"),
        ("es.po", b"nonsense", "no PO file"),
        ("es.txt", b"", "neither in .po nor in .csv"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_with_one_message(
    tree: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, said: str
) -> None:
    file = tree.with_name(name)
    file.write_bytes(content)
    assert texts(tree, "--import", str(file)) == 2
    assert said in capsys.readouterr().err
    assert tree.read_bytes() == (DATA / "small.toml").read_bytes()


def test_numbers_links_dates_phones_and_lists_that_differ_are_said(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tree.with_suffix(".csv")
    texts(tree, "--from", "en", "-o", str(sheet))
    filled(sheet, {"nodes.start.text": "Llame al 12384 y espere 16 días: https://example.org"})
    capsys.readouterr()
    texts(tree, "--import", str(sheet))
    err = capsys.readouterr().err
    assert "nodes.start.text: look at it: links: - in the source, https://example.org here" in err
    assert "phone numbers: 12348 in the source, 12384 here" in err
    assert "numbers: 15 in the source, 16 here" in err
    assert "items of lists: 2 in the source, 0 here" in err


def test_a_bundled_tree_is_not_changed_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["texts", "alipay-overdue", "--lang", "es", "--import", str(DATA / "libreoffice-tab.csv")]) == 2
    )
    assert "comes with the program" in capsys.readouterr().err


def test_a_guide_of_plain_strings_is_translated_once_it_is_said_what_language_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide, sheet = tmp_path / "rent.toml", tmp_path / "es.csv"
    plain = 'format = "debttree/1"\n\n[tree]\ntitle = "Rent" # one\n\n[nodes.end]\ntitle = "The end"\ntext = "12348"\n'
    guide.write_text(plain, encoding="utf-8")
    assert texts(guide, "-o", str(sheet)) == 0
    err = capsys.readouterr().err
    assert "3 texts more are one string for every language, and left out." in err and "--from en" in err
    assert texts(guide, "--from", "en", "-o", str(sheet), "--force") == 0
    assert "--lang es --from en --import" in capsys.readouterr().err
    filled(sheet, {"tree.title": "Alquiler", "nodes.end.title": "El final"})
    assert texts(guide, "--import", str(sheet)) == 1
    assert guide.read_text(encoding="utf-8") == plain
    assert texts(guide, "--from", "en", "--import", str(sheet)) == 0
    assert guide.read_text(encoding="utf-8") == (
        'format = "debttree/1"\n\n[tree]\ntitle.en = "Rent"\ntitle.es = "Alquiler" # one\nlanguages = ["en", "es"]\n\n'
        '[nodes.end]\ntitle.en = "The end"\ntitle.es = "El final"\ntext = "12348"\n'
    )
    assert texts(guide, "--undo") == 0
    assert guide.read_text(encoding="utf-8") == plain

"""What is not there in the language of the guide is said text by text, in the words of the reader's interface."""

import datetime as dt
import re
from pathlib import Path as File

import pytest

from debttree.analysis import Prospects
from debttree.cli.main import main
from debttree.cli.prospects_report import Report, as_lines
from debttree.export import Format, render, summary
from debttree.export.dot import dot
from debttree.export.graph_drawing import Drawing
from debttree.export.mermaid import mermaid
from debttree.export.outline_text import outline
from debttree.journey import Journey
from debttree.locales import phrases
from debttree.locales.words import line_of
from debttree.model import Path, Tree
from debttree.reading import read

DAY = dt.date(2026, 11, 23)
SAY = phrases("es", "zh")
MARK = SAY("[not translated]")
TREE = """
format = "debttree/1"
[tree]
languages = ["en", "es"]
title.en = "Late"
title.es = "Tarde"
[nodes.start]
title.en = "A bill"
title.es = "Una factura"
text.en = "Read *this*."
[[nodes.start.choices]]
label.en = "Pay"
to = "end"
[nodes.end]
title.en = "Paid"
"""


def tree_of(words: str) -> Tree:
    found = read(words.encode(), "late").tree
    assert found is not None
    return found


@pytest.mark.parametrize("form", [Format.MD, Format.TXT, Format.HTML])
def test_a_page_for_people_marks_each_text_in_the_words_of_the_interface(form: Format) -> None:
    made = summary(tree_of(TREE), Journey(Path("start")), "es", DAY, marks=form.marks(SAY))
    page = render(made, form, SAY).decode()
    assert page.count(MARK) == 2
    assert re.search(f"{MARK}[^A-Z]{{0,12}}Read", page)
    assert f"Pay {MARK}" in page
    assert f"Una factura {MARK}" not in page


@pytest.mark.parametrize("form", [Format.JSON, Format.TOML])
def test_data_for_programs_holds_the_words_alone(form: Format) -> None:
    made = summary(tree_of(TREE), Journey(Path("start")), "es", DAY, marks=form.marks(SAY))
    assert MARK not in render(made, form, SAY).decode()


def test_drawings_and_tables_mark_them_too(tmp_path: File, capsys: pytest.CaptureFixture[str]) -> None:
    tree = tree_of(TREE)
    drawing = Drawing(tree, "es", marks=SAY)
    assert [drawn.count(MARK) for drawn in (mermaid(drawing), dot(drawing), outline(drawing, SAY))] == [
        2,
        2,
        2,
    ]
    assert MARK not in mermaid(Drawing(tree, "es"))
    report = Report(Prospects.of(tree), Path("start"), (), "es", SAY)
    assert f"Pay {MARK} → Paid {MARK} (end)" in "\n".join(as_lines(report, SAY))
    file = tmp_path / "late.toml"
    file.write_text(TREE)
    assert main(["paths", str(file), "--lang", "es"]) == 0
    assert "Una factura → Paid [not translated]" in capsys.readouterr().out


def test_a_tree_that_promises_no_language_misses_none() -> None:
    tree = tree_of(TREE.replace('languages = ["en", "es"]\n', ""))
    assert line_of(tree, tree.nodes["end"].title, SAY) == "Paid"
    assert not summary(tree, Journey(Path("start")), "es", DAY, marks=SAY).untranslated


def test_a_tree_that_promises_no_language_is_read_in_those_of_its_title(
    tmp_path: File, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "late.toml"
    file.write_text('format = "debttree/1"\n[tree]\ntitle.es = "Tarde"\n[nodes.fin]\ntitle.es = "El final"\n')
    assert main(["export", str(file), "--path", "fin", "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert '<html lang="es">' in page
    assert "[not translated]" not in page
    assert main(["walk", str(file), "--lang", "tlh"]) == 2
    assert "It is there in: es" in capsys.readouterr().err

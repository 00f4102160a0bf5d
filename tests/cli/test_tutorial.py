"""The tutorial does what it says: each step is sound, shows what the program says, and ends in the bundled tree."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from debttree.analysis.checking import Checked, check_bytes
from debttree.cli.main import main
from debttree.model import Severity, Text, Tree
from debttree.storage.library import bundled_folder

DOCS = Path(__file__).parents[2] / "docs" / "authors"
BUNDLED = bundled_folder() / "tutorial.toml"
TODAY = dt.date(2026, 11, 23)
PAGES = {"en": DOCS / "tutorial.md", "zh": DOCS / "tutorial.zh.md"}
LOCALES = {"en": "en_GB.UTF-8", "zh": "zh_CN.UTF-8"}
WITHOUT_WARNING = 5
"""The step from which `check` has nothing more to say."""


@dataclass(frozen=True)
class Step:
    """What a reader has done up to a block of a section: their file, or what the program says of it."""

    section: int
    file: str
    said: str | None = None


def steps(page: Path) -> Iterator[Step]:
    """The reader's file after each block, and each answer of the program that the page shows."""
    parts: dict[str, str] = {}
    for number, section in enumerate(re.split(r"^## ", page.read_text("utf-8"), flags=re.MULTILINE)):
        for kind, block in re.findall(r"```(toml|console)\n(.*?)```", section, flags=re.DOTALL):
            if kind == "console":
                yield Step(number, "\n".join(parts.values()), block)
            elif block.startswith("#:schema"):
                yield Step(number, block)
            else:
                parts |= parts_of(block)
                yield Step(number, "\n".join(parts.values()))


def parts_of(block: str) -> dict[str, str]:
    """The tables of a block, a node together with its lists: what the page says to add or to replace."""
    parts: dict[str, str] = {}
    name = ""
    for line in block.splitlines(keepends=True):
        header = re.match(r"\[\[?([\w-]+(\.[\w-]+)?)", line)
        name = header[1] if header else name
        parts[name] = parts.get(name, "") + line
    return parts


def checked(step: Step) -> Checked:
    return check_bytes(step.file.encode(), "calls", TODAY)


@pytest.mark.parametrize("language", PAGES)
def test_no_step_has_an_error_and_the_last_ones_not_even_a_warning(language: str) -> None:
    last_of_section: dict[int, Step] = {}
    for step in steps(PAGES[language]):
        assert [p.code for p in checked(step).problems if p.severity is Severity.ERROR] == []
        last_of_section[step.section] = step
    for number, step in last_of_section.items():
        codes = [problem.code for problem in checked(step).problems]
        assert codes == ([] if number >= WITHOUT_WARNING else ["no-urgent"])
    assert len(last_of_section) == 8


@pytest.mark.parametrize("language", PAGES)
def test_the_program_says_what_the_page_shows(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", LOCALES[language])
    shown = [step for step in steps(PAGES[language]) if step.said is not None]
    assert len(shown) == 3
    for step in shown:
        command, _, said = (step.said or "").partition("\n")
        (tmp_path / "calls.toml").write_text(step.file, "utf-8")
        main([*command.removeprefix("$ debttree ").split(), "--now", TODAY.isoformat()])
        captured = capsys.readouterr()
        assert captured.out + captured.err == said


@pytest.mark.parametrize("language", PAGES)
def test_the_last_listing_is_the_bundled_tree(language: str) -> None:
    *_, last = steps(PAGES[language])
    assert last.file == BUNDLED.read_text("utf-8")
    assert check_bytes(BUNDLED.read_bytes(), "tutorial", TODAY).problems == ()


@pytest.mark.parametrize("language", PAGES)
def test_the_steps_build_the_bundled_tree_in_one_language(language: str) -> None:
    *_, before, last = steps(PAGES[language])
    built, whole = checked(before).tree, checked(last).tree
    assert built is not None
    assert whole is not None
    assert in_one_language(built, language) == in_one_language(whole, language)


def in_one_language(tree: Tree, language: str) -> object:
    """What a tree says in one language; the stages are the last step's."""

    def words(text: Text | None) -> str:
        return tree.words(text, language)

    return (
        words(tree.title),
        words(tree.summary),
        words(tree.disclaimer),
        (tree.root, tree.reviewed, tree.review_after_days),
        [(words(urgent.label), urgent.to) for urgent in tree.urgent],
        {c.id: (words(c.title), c.severity, words(c.text)) for c in tree.consequences.values()},
        {s.id: (words(s.title), s.confidence, s.checked, s.valid_from) for s in tree.sources.values()},
        {
            node.id: (
                (node.kind, words(node.actor), words(node.title), words(node.text)),
                (node.brings, node.sources),
                [(item.id, item.purpose, words(item.text)) for item in node.checklist],
                [(d.id, d.amount, d.unit, d.by, words(d.event), words(d.text)) for d in node.deadlines],
                [(c.id, words(c.label), c.to, words(c.text), words(c.caution)) for c in node.choices],
            )
            for node in tree.nodes.values()
        },
    )

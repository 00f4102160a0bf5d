"""A text that is read without the parser of Markdown is read as with it."""

import datetime as dt
import random
from collections.abc import Iterator

import pytest

from debttree.analysis.checking import check_file
from debttree.export import prose_blocks
from debttree.export.prose_blocks import ProseBlock, blocks
from debttree.storage.library import DEFAULT_TREE, find_tree

SIGNS = "还a B1290.)(!?:;\"'%$@^{}“”-+#~=\n\n\n\u3000\xa0é，。/*_`[]<>&|\\\t\u2028"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The texts that the parser was asked for."""
    asked, structure = list[str](), prose_blocks._structure

    class Asked:
        def parse(self, text: str, names: dict[str, object]) -> object:
            asked.append(text)
            return structure().parse(text, names)

    monkeypatch.setattr(prose_blocks, "_structure", Asked)
    yield asked


def _by_parser(text: str) -> list[ProseBlock]:
    """Return the blocks as the parser finds them, given a line that no fast way takes; it is dropped again."""
    found = list(blocks(f"{text}\n\n`x`"))
    assert found[-1].text == "x"
    return found[:-1]


@pytest.mark.parametrize("seed", range(10))
def test_random_texts_are_read_alike(seed: int, parsed: list[str]) -> None:
    chance, plain = random.Random(seed), 0
    for _ in range(2_000):
        text = "".join(
            chance.choice(SIGNS[: chance.choice((22, 30, 99))]) for _ in range(chance.randrange(1, 20))
        )
        parsed.clear()
        found = list(blocks(text))
        if not parsed:
            plain += 1
            assert found == _by_parser(text), repr(text)
    assert plain > 100


def test_texts_of_the_bundled_guide_are_read_alike_and_its_first_page_needs_no_parser(
    parsed: list[str],
) -> None:
    tree = check_file(find_tree(DEFAULT_TREE), dt.date(2026, 11, 23)).tree
    assert tree is not None
    texts = [
        tree.words(text, language)
        for node in tree.nodes.values()
        for text in (node.text, *(choice.text for choice in node.choices))
        if text is not None
        for language in ("zh", "en")
    ]
    for text in texts:
        parsed.clear()
        found = list(blocks(text))
        if not parsed:
            assert found == _by_parser(text)
    parsed.clear()
    for text in texts[:2]:
        list(blocks(text))
    assert not parsed


@pytest.mark.parametrize(
    "text",
    ["a\nb\n\nc", "10010 is a number", "1.5 times", "a - b", "Is it so? Yes: no!", "2) no", "第一。\n第二。"],
)
def test_paragraphs_are_read_as_with_the_parser(text: str) -> None:
    assert list(blocks(text)) == _by_parser(text)

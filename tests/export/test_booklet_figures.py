"""The numbers before a print: counted once more from the file's own data, and what can be known of stale words."""

import datetime as dt
import re
from typing import Any

import pytest

from debttree.analysis.tree_statistics import statistics
from debttree.editing.document import open_document
from debttree.editing.edits import Edit, Rename, Set
from debttree.editing.passages import passages
from debttree.export.booklet import Wish, booklet
from debttree.journey.matching import matched
from debttree.journey.stale_words import stale_words
from debttree.journey.tree_diff import differences
from debttree.locales import phrases
from debttree.model import Tree
from tests.content.test_bundled_trees import NAMES, tree_of
from tests.journey.test_tree_diff import edited

TODAY = dt.date(2026, 11, 28)
EN_SUED = Set(("nodes", "sued", "title", "en"), "Summoned")
ZH_SUED = Set(("nodes", "sued", "title", "zh"), "被传唤")


def words(text: str) -> int:
    chinese = re.findall(r"[\u4e00-\u9fff]", text)
    return len(chinese) + len(re.findall(r"[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*", text))


def answers_to(data: dict[str, Any]) -> dict[str, int]:
    """How many answers each node is away from the root, layer by layer."""
    nodes = data["nodes"]
    found = {data.get("tree", {}).get("root", next(iter(nodes))): 0}
    for name in (queue := [*found]):
        for choice in nodes[name].get("choices", []):
            if choice["to"] not in found:
                found[choice["to"]] = found[name] + 1
                queue.append(choice["to"])
    return found


@pytest.mark.parametrize("name", NAMES)
def test_the_numbers_are_those_of_the_file(name: str) -> None:
    tree, data = tree_of(name), data_of(name)
    counted = statistics(tree, ("zh", "en"), TODAY)
    nodes, texts, away = data["nodes"], [*passages(data)], answers_to(data)
    ends = [one for one in nodes if not nodes[one].get("choices")]
    assert (counted.nodes, counted.ends) == (len(nodes), len(ends))
    assert counted.shortest == min(away[end] for end in ends if end in away)
    assert counted.longest == max(away[end] for end in ends if end in away)
    assert counted.unsourced == tuple(one for one in nodes if not nodes[one].get("sources"))
    for language in ("zh", "en"):
        said = [text.words.get(language) or text.words.get("", "") for text in texts]
        assert counted.words[language] == sum(map(words, said))
        assert counted.untranslated[language] == sum(bool(text.missing_in((language,))) for text in texts)
    assert {source.id for source in counted.running_out} == {
        one
        for one, source in data.get("sources", {}).items()
        if "valid_until" in source and (source["valid_until"] - TODAY).days <= 90
    }


def data_of(name: str) -> dict[str, Any]:
    from debttree.storage.library import find_tree

    return open_document(find_tree(name).read_bytes(), name).data or {}


def stale(new: Tree, language: str) -> list[str]:
    return [" ".join(path) for path in stale_words(new, differences(matched(edited(), new)), language)]


@pytest.mark.parametrize(
    ("edits", "in_zh", "in_en"),
    [
        ((EN_SUED,), ["nodes sued title"], []),
        ((ZH_SUED,), [], ["nodes sued title"]),
        ((EN_SUED, ZH_SUED), [], []),
        ((EN_SUED, Rename(("nodes", "sued"), "summoned")), ["nodes summoned title"], []),
        (
            (Set(("nodes", "start", "choices", 1, "label", "en"), "Pay all"),),
            ["nodes start choices paid label"],
            [],
        ),
        ((Set(("sources", "code", "title", "en"), "The Code"),), ["sources code title"], []),
        ((Set(("nodes", "sued", "title"), "Sued, for all"),), [], []),
    ],
)
def test_words_left_behind_by_another_language_are_stale(
    edits: tuple[Edit, ...], in_zh: list[str], in_en: list[str]
) -> None:
    new = edited(*edits)
    assert (stale(new, "zh"), stale(new, "en")) == (in_zh, in_en)


def test_a_print_says_what_may_be_stale_and_without_an_older_version_that_nobody_knows() -> None:
    say, new = phrases("en"), edited(EN_SUED)
    since = matched(edited(), new)
    beside = booklet(new, Wish(("en", "zh"), since=since, changes=differences(since)), say, TODAY).numbers
    assert [line for line in beside if "stale" in line] == [
        "zh: maybe stale, since another language was changed here and this one was not: 2 title"
    ]
    assert (
        sum(
            "stale" in line and "--since OLD" in line
            for line in booklet(new, Wish(("en", "zh")), say, TODAY).numbers
        )
        == 1
    )
    assert not any("stale" in line for line in booklet(new, Wish(("en",)), say, TODAY).numbers)

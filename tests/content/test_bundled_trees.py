"""The bundled trees: sound, in two languages, within the limits of an 80-column screen."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path as FilePath

import pytest
from wcwidth import wcswidth

from debttree.analysis.checking import check_file
from debttree.export.prose_blocks import blocks
from debttree.export.wrapping import wrapped
from debttree.model import Deadline, Kind, Node, Party, Text, Tree, Unit, parse_path
from debttree.reading import read
from tests.content.ways import arcs, entrances, outcomes, walks

TREES = FilePath(__file__).parents[2] / "trees"
NAMES = ("alipay-overdue", "credit-card-overdue")
REVIEWED = dt.date(2026, 11, 27)
LANGUAGES = ("zh", "en")
COLUMNS, ROWS, PAGES = 76, 14, 2
LABEL = 60
FOLD = 5
"""Lines of a text that are in sight at 80x24 where the choices take all the room that they can."""

NUMERALS = {
    "zh": {2: "两", 3: "三", 6: "六", 7: "七", 10: "十"},
    "en": {2: "two", 3: "three", 6: "six", 7: "seven", 10: "ten"},
}
UNITS = {
    "zh": {Unit.DAYS: "日", Unit.WORKING_DAYS: "个工作日", Unit.MONTHS: "个月", Unit.YEARS: "年"},
    "en": {
        Unit.DAYS: " days",
        Unit.WORKING_DAYS: " working days",
        Unit.MONTHS: " months",
        Unit.YEARS: " years",
    },
}
PERIODS = {
    "zh": r"(?<![月\d第年十])(\d{1,3}|十五|[两三四五六七八九十])(?=个?(?:工作)?[日天](?!常)|个月|年)",
    "en": r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen)"
    r"(?= (?:more |unbroken |working )?(?:days?|months?|years?)\b)",
}
"""How a text says a number of days, months or years."""

COUNTED = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十五": 15}
COUNTED |= {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
COUNTED |= {"fifteen": 15}
LATER_PERIODS = {"offer", "enforcement-answer", "frozen"}
"""Nodes of the card guide whose own period only begins with a paper that may come later."""


@cache
def tree_of(name: str) -> Tree:
    tree = read((TREES / f"{name}.toml").read_bytes(), name).tree
    assert tree is not None
    return tree


@pytest.fixture(params=NAMES)
def tree(request: pytest.FixtureRequest) -> Tree:
    return tree_of(str(request.param))


def texts_of(node: Node) -> Iterator[Text]:
    yield node.title
    yield from (text for text in (node.text, node.actor) if text)
    for choice in node.choices:
        yield choice.label
        yield from (text for text in (choice.text, choice.caution) if text)
    yield from (item.text for item in node.checklist)
    for deadline in node.deadlines:
        yield from (deadline.event, deadline.text)


def naming(tree: Tree, words: str, language: str) -> list[str]:
    """The steps in whose texts such words stand."""
    said = {node.id: [text.wording(language).text for text in texts_of(node)] for node in tree.nodes.values()}
    return [name for name, texts in said.items() if re.search(words, "\n".join(texts), re.IGNORECASE)]


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "未核实|没有核实|没有读到|未读到|核对过"), ("en", "not verified|not checked|not read the")],
)
def test_what_is_not_verified_is_said_with_the_source_and_not_in_a_sentence(
    tree: Tree, language: str, words: str
) -> None:
    assert naming(tree, words, language) == []


def test_the_article_is_a_source_below_and_named_in_a_text_at_most_once_on_any_way(tree: Tree) -> None:
    named = naming(tree, "文章", "zh")
    assert named == naming(tree, "the article", "en")
    assert len(named) <= 1
    assert all("article" in tree.nodes[name].sources for name in named)


def rows(text: Text, language: str) -> int:
    lines = text.wording(language).text.strip().splitlines()
    return sum(len(list(wrapped(line, COLUMNS))) for line in lines)


@pytest.mark.parametrize("name", NAMES)
def test_check_finds_nothing_on_the_day_of_review(name: str) -> None:
    checked = check_file(TREES / f"{name}.toml", REVIEWED)
    assert [(problem.code, problem.node) for problem in checked.problems] == []


def test_a_deadline_says_by_itself_who_does_what(tree: Tree) -> None:
    """It stands in a calendar too, far from the node that it belongs to."""
    deadlines = [deadline for node in tree.nodes.values() for deadline in node.deadlines]
    assert deadlines
    for text in (deadline.text for deadline in deadlines):
        assert not text.wording("en").text.startswith(("It ", "Check ", "You may")), text
        assert not text.wording("zh").text.startswith(("应", "可", "不服的")), text


def said(deadline: Deadline, language: str) -> tuple[str, ...]:
    """The ways in which a text may say how long a period is."""
    unit = UNITS[language][deadline.unit]
    word = NUMERALS[language].get(deadline.amount, str(deadline.amount))
    return f"{deadline.amount}{unit}", f"{word}{unit}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_period_of_what_you_must_do_is_said_above_the_fold(tree: Tree, language: str) -> None:
    for node in tree.nodes.values():
        yours = [deadline for deadline in node.deadlines if deadline.by is Party.YOU]
        if yours and node.id not in LATER_PERIODS:
            assert node.text is not None
            lines = node.text.wording(language).text.strip().splitlines()
            seen = "\n".join([row for line in lines for row in wrapped(line, COLUMNS) or [""]][:FOLD])
            assert any(words in seen for words in said(yours[0], language)), node.id


def counted(pattern: str, text: str) -> set[int]:
    """The numbers that a pattern finds in a text, figures and words alike."""
    return {COUNTED.get(found) or int(found) for found in re.findall(pattern, text.replace("**", "").lower())}


def every_text(thing: object, place: str) -> Iterator[tuple[str, Text]]:
    """Every text of a tree with its place: nodes, deadlines, contacts, events, endings, sources, whatever comes."""
    if isinstance(thing, Text):
        yield place, thing
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from every_text(value, f"{place}.{key}")
    elif isinstance(thing, tuple):
        for number, value in enumerate(thing, 1):
            yield from every_text(value, f"{place}.{number}")
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from every_text(getattr(thing, field.name), f"{place}.{field.name}")


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_a_number_of_days_months_or_years_said_in_one_language_stands_in_the_other(
    tree: Tree, language: str, other: str
) -> None:
    anywhere = r"\d+|" + "|".join(sorted(COUNTED, key=len, reverse=True))
    seen = list(every_text(tree, ""))
    assert {place.split(".")[1] for place, _ in seen} >= {"nodes", "contacts", "events", "urgent", "sources"}
    for place, text in seen:
        said = counted(PERIODS[language], text.wording(language).text)
        assert said <= counted(anywhere, text.wording(other).text), place


def test_a_set_of_walks_takes_every_choice_and_every_loop_to_an_outcome(tree: Tree) -> None:
    found = walks(tree)
    taken = {(step.node, step.choice) for path in found.values() for step in path.steps}
    assert taken == {(node, choice.id) for node, choice in arcs(tree)}
    assert {path.end for path in found.values()} | set(entrances(tree)) >= outcomes(tree)
    for path in found.values():
        written = ",".join([f"{step.node}:{step.choice}" for step in path.steps])
        assert parse_path(tree, written) == path
        assert path.start in entrances(tree)
        assert path.end in outcomes(tree)


def test_every_text_is_there_in_both_languages(tree: Tree) -> None:
    assert tree.languages == LANGUAGES
    for node in tree.nodes.values():
        assert node.text, node.id
        for text in texts_of(node):
            assert text.languages == LANGUAGES, (node.id, text)
            assert all(words.strip() for _, words in text.variants), (node.id, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_longer_than_two_pages(tree: Tree, language: str) -> None:
    for node in tree.nodes.values():
        assert node.text is not None
        assert rows(node.text, language) <= PAGES * ROWS, node.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_and_titles_fit_one_line(tree: Tree, language: str) -> None:
    labels = [(node, choice.label) for node, choice in arcs(tree)]
    labels += [(node.id, node.title) for node in tree.nodes.values()]
    labels += [(urgent.to, urgent.label) for urgent in tree.urgent]
    for place, text in labels:
        assert wcswidth(text.wording(language).text) <= LABEL, (place, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_emphasis_is_read_as_emphasis(tree: Tree, language: str) -> None:
    for node in tree.nodes.values():
        assert node.text is not None
        for block in blocks(node.text.wording(language).text):
            assert "**" not in str(block), node.id


def test_urgent_ways_begin_with_the_one_thing_to_do_today(tree: Tree) -> None:
    for urgent in tree.urgent:
        text = tree.nodes[urgent.to].text
        assert text is not None
        assert "今天" in text.wording("zh").text.splitlines()[0], urgent.to
        assert "today" in text.wording("en").text.splitlines()[0], urgent.to


def test_a_loop_can_always_be_left_through_a_decision(tree: Tree) -> None:
    """Whatever others answer, some choice at each decision leads to an outcome."""
    ended = set(outcomes(tree))
    grown = True
    while grown:
        grown = False
        for node in tree.nodes.values():
            if node.id in ended:
                continue
            free = any if node.kind is Kind.DECISION else all
            if free(choice.to in ended for choice in node.choices):
                ended.add(node.id)
                grown = True
    assert ended == set(tree.nodes)

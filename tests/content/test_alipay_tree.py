"""The Alipay tree carries what docs/content/coverage.toml says, and says nothing that is known to be wrong."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

import pytest
import tomli

from debttree.journey.page_words import words_at
from debttree.model import Confidence, Kind, Node, Tree
from tests.content.test_bundled_trees import texts_of, tree_of
from tests.content.ways import shortest

FOLDER = FilePath(__file__).parents[2] / "docs" / "content"
REFUSALS = ("refusal-history", "refusal-ability", "refusal-compliance", "refusal-market", "refusal-unknown")
STRATEGIES = ("call", "papers", "improve-offer", "third-party")
PERCENTAGES = {"24%", "20%", "12%", "50%", "30%", "1.5%", "0.0175%"}

FORBIDDEN = {
    "N1": r"(花呗|借呗|支付宝|蚂蚁)必须",
    "N2": r"法定的?停息|right to stop interest",
    "N3": r"还清(就|即|后就)(消|没)|五年后自动消",
    "N4": r"仍可(申请|享受)一次性|relief (still works|is available)",
    "N5": r"可以?花钱(修复|消除|删)",
    "N6": r"会(被判刑|坐牢)(?!吗)|you will be jailed",
    "N7": r"不会起诉|will never sue",
    "N8": r"三年后?(就|即)?(作废|无效|不用还)|void after three years",
    "N9": r"(90|180)天(后)?(必|就会|一定)",
    "N11": r"超过?(年)?24%的?部分?(自动)?(无效|退还)",
    "N13": r"法律规定每(天|日)",
    "N14": r"(上门|联系家人)(一律|都是|就是)违法",
    "N15": r"[7七]个工作日|seven working days|7 working days",
    "N17": r"投诉(就能|可以)(逼|迫使)",
    "N19": r"不签(收)?就没事",
    "N22": r"小额(诉讼)?(的判决)?可以上诉",
    "N24": r"不能(坐|乘)火车",
    "N26": r"终本(就是|等于)不用还",
    "N27": r"只(用|需|要)还(对方的)?收购价",
    "N30": r"(失业|生病)(依法|就能|可以)停(掉)?(利)?息",
    "N31": r"延(长)?(八|8)年|降三成|30% off",
    "N32": r"银保监发〔2026〕",
    "N35": r"(谈成|协商成功)(了)?就不(报|会报)",
    "N36": r"成功率(是|为|约)|宽限期?(是|为)?[一二三3]天|(日|月|年)利率[0-9]",
}
"""Per error of the dossier, words in which it would be said; quoted words are taken out first."""

ONLY_AT = {
    "第七十条": {"credit-card", "expectations"},
    "停息挂账": {"expectations", "agent-offer"},
    "LPR": {"price"},
    "互联网法院": {"sued", "jurisdiction"},
    "坐牢": {"conduct", "jail-threat", "threat-answer", "hard-day", "punished"},
    "终本": {"enforcement", "listed", "closed-for-now"},
}
"""Words around which myths gather, and the nodes that set them right."""


@pytest.fixture(scope="module")
def tree() -> Tree:
    return tree_of("alipay-overdue")


@pytest.fixture(scope="module")
def coverage() -> Mapping[str, Any]:
    return tomli.loads((FOLDER / "coverage.toml").read_text("utf-8"))


def words(node: Node, language: str) -> str:
    return "\n".join(text.wording(language).text for text in texts_of(node))


def everything(tree: Tree, language: str) -> Iterator[tuple[str, str]]:
    for node in tree.nodes.values():
        yield node.id, words(node, language)


def test_every_claim_of_the_article_is_carried_by_a_node(tree: Tree, coverage: Mapping[str, Any]) -> None:
    assert list(coverage["claims"]) == [f"S{number}" for number in range(1, 44)]
    for claim, entry in coverage["claims"].items():
        assert entry["nodes"], claim
        assert set(entry["nodes"]) <= set(tree.nodes), claim
        assert entry["status"] in {"supported", "nuanced", "attributed"}, claim


def test_what_only_the_article_says_is_attributed_to_it(tree: Tree, coverage: Mapping[str, Any]) -> None:
    article = tree.sources["article"]
    assert article.confidence is Confidence.UNVERIFIED
    for claim, entry in coverage["claims"].items():
        if entry["status"] == "attributed":
            said = [tree.nodes[name] for name in entry["nodes"]]
            assert any("article" in node.sources for node in said), claim


def test_every_error_is_answered_where_it_would_be_looked_for(
    tree: Tree, coverage: Mapping[str, Any]
) -> None:
    assert list(coverage["not_claimed"]) == [f"N{number}" for number in range(1, 37)]
    for error, entry in coverage["not_claimed"].items():
        assert set(entry["nodes"]) <= set(tree.nodes), error
        assert entry["nodes"] or entry.get("note"), error


@pytest.mark.parametrize("error", FORBIDDEN)
def test_no_node_says_what_is_known_to_be_wrong(tree: Tree, error: str) -> None:
    for language in ("zh", "en"):
        for name, said in everything(tree, language):
            assert not re.search(FORBIDDEN[error], re.sub("“[^”]*”", "", said)), name


@pytest.mark.parametrize("word", ONLY_AT)
def test_a_word_of_a_myth_stands_only_where_it_is_set_right(tree: Tree, word: str) -> None:
    assert {name for name, said in everything(tree, "zh") if word in said} == ONLY_AT[word]


def test_no_rate_fee_or_number_of_instalments_of_a_product_is_named(tree: Tree) -> None:
    for language in ("zh", "en"):
        for name, said in everything(tree, language):
            assert set(re.findall(r"\d+(?:\.\d+)?%", said)) <= PERCENTAGES, name
            unquoted = re.sub("“[^”]*”", "", said)
            counts = re.findall(r"\d+\s*(?:期|instalments)", unquoted)
            assert not counts or name == "expectations", (name, counts)


def test_nodes_and_coverage_name_the_same_nodes(tree: Tree, coverage: Mapping[str, Any]) -> None:
    assert list(coverage["facts"]) == list(tree.nodes)


def test_every_node_but_the_first_names_its_sources(tree: Tree) -> None:
    assert {node.id for node in tree.nodes.values() if not node.sources} <= {tree.root}


def test_no_source_shows_an_address(tree: Tree) -> None:
    assert [source.id for source in tree.sources.values() if source.url] == []


def test_the_transfer_pilot_has_an_end(tree: Tree) -> None:
    assert str(tree.sources["transfer-pilot"].valid_until) == "2026-12-31"


def test_there_are_neither_too_few_nor_too_many_nodes(tree: Tree) -> None:
    assert 180 <= len(tree.nodes) <= 240
    assert list(tree.stages) == ["overdue", "negotiation", "consequences", "recovery"]
    assert any("A plan is agreed" in node.title.wording("en").text for node in tree.nodes.values())


@pytest.mark.parametrize("refusal", REFUSALS)
def test_every_refusal_offers_all_four_strategies(tree: Tree, refusal: str) -> None:
    assert {choice.to for choice in tree.nodes[refusal].choices} >= set(STRATEGIES)
    assert refusal in {choice.to for choice in tree.nodes["refused"].choices}


def test_preparing_comes_before_the_first_call(tree: Tree) -> None:
    """No node of the first stage leads straight to the call."""
    before = {node.id for node in tree.nodes.values() if node.stage == "overdue"}
    assert all(choice.to != "call" for name in before for choice in tree.nodes[name].choices)
    assert "call" in {choice.to for choice in tree.nodes["prepare"].choices}


def test_choices_that_cannot_be_undone_carry_a_caution(tree: Tree) -> None:
    grave = {"po-ignored", "money-to-stranger", "ignore-papers", "defence-given-up", "refusal-course"}
    for node in tree.nodes.values():
        if node.kind is Kind.DECISION:
            for choice in node.choices:
                assert choice.to not in grave or choice.caution, (node.id, choice.id)


def test_outcomes_say_what_comes_next_and_what_changes_later(tree: Tree) -> None:
    for node in tree.nodes.values():
        if node.kind is Kind.OUTCOME:
            assert "**接下来**" in words(node, "zh") and "**以后会变的**" in words(node, "zh"), node.id
            assert "**Next**" in words(node, "en") and "**Later**" in words(node, "en"), node.id


def steps_to(tree: Tree, *goals: str) -> int:
    found = shortest(tree, [tree.root], goals)
    assert found is not None
    return len(found.steps)


def test_what_is_needed_first_is_a_few_keys_from_the_first_screen(tree: Tree) -> None:
    urgent = [entry.to for entry in tree.urgent]
    assert len(urgent) <= 9
    assert {"court-papers", "cant-go-on", "no-money"} <= set(urgent)
    assert "12356" in words_at(tree, "cant-go-on", "zh")
    for paper in ("sued", "payment-order", "preservation", "unclear-paper"):
        assert tree.nodes[paper].deadlines
        assert steps_to(tree, paper) <= 3, paper
    assert steps_to(tree, *(name for name in tree.nodes if "95188" in words_at(tree, name, "zh"))) <= 2
    assert steps_to(tree, "no-money") <= 4

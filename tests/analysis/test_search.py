"""Search: what holds the words is found, the most telling first, and is marked where it stands."""

import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis.pinyin import matcher, symbols
from debttree.analysis.search import Index, Part
from debttree.model import (
    ChecklistItem,
    Choice,
    Consequence,
    Deadline,
    Kind,
    Node,
    Party,
    Purpose,
    Roll,
    Source,
    Text,
    Tree,
    Unit,
    folded,
)

ROOT = Path(__file__).parent.parent.parent


def tree_of(*nodes: Node) -> Tree:
    return Tree("t", "0" * 12, Text.of("T"), nodes[0].id, {node.id: node for node in nodes})


def titled(*titles: str) -> Index:
    return Index(tree_of(*(Node(f"n{n}", Kind.OUTCOME, Text.of(t)) for n, t in enumerate(titles))), "zh")


def found(index: Index, typed: str) -> list[int]:
    return [hit.node for hit in index.find(typed, 100).hits]


def test_pinyin_initials_find_words_and_characters_with_several_readings() -> None:
    index = titled("支付令：15日", "去法院调解", "银行信用卡", "重新协商", "长期失业", "还款方案")
    assert found(index, "zfl") == [0]
    assert found(index, "ZFL") == [0]
    assert found(index, "tj") == [1]
    assert found(index, "yh") == [2]
    assert found(index, "cx") == [3]
    assert found(index, "cq") == [4]
    assert found(index, "hk fa") == [5]
    assert found(index, "z") == []
    assert index.find("zfl", 9).hits[0].spans == ((0, 3),)


def test_a_tag_typed_whole_comes_before_titles_that_hold_it_and_after_an_id() -> None:
    tagged = Node("n1", Kind.OUTCOME, Text.of("A demand"), tags=("信",))
    plain = (Node(f"n{n}", Kind.OUTCOME, Text.of("征信、信用卡")) for n in (2, 3))
    index = Index(tree_of(*plain, tagged, Node("信", Kind.OUTCOME, Text.of("Z"))), "zh")
    assert found(index, "信") == [3, 2, 0, 1]
    assert found(index, "信用") == [0, 1]


def test_tags_choices_texts_and_all_else_are_searched_and_said_where() -> None:
    node = Node(
        "lawsuit",
        Kind.QUESTION,
        Text.of("Papers have come"),
        text=Text.of("What **the court** sent"),
        tags=("urgent-mail",),
        brings=("harm",),
        sources=("law",),
        choices=(Choice("x", Text.of("A summons"), "lawsuit", Text.of("why"), Text.of("beware")),),
        checklist=(ChecklistItem("k", Purpose.HAVE, Text.of("the envelope")),),
        deadlines=(
            Deadline("d", 15, Unit.DAYS, Party.YOU, Roll.NONE, Text.of("served"), Text.of("to object")),
        ),
    )
    tree = Tree(
        "t", "0" * 12, Text.of("T"), "lawsuit", {"lawsuit": node},
        consequences={"harm": Consequence("harm", Text.of("Litigation"), 4)},
        sources={"law": Source("law", Text.of("Civil Procedure Law"))},
    )  # fmt: skip
    index = Index(tree, "en")
    where = {
        "papers": Part.TITLE, "lawsuit": Part.TITLE, "mail": Part.TAG, "summons": Part.CHOICE, "beware": Part.CHOICE,
        "the court sent": Part.TEXT, "envelope": Part.CHECKLIST, "served": Part.DEADLINE, "object": Part.DEADLINE,
        "litigation": Part.CONSEQUENCE, "procedure": Part.SOURCE,
    }  # fmt: skip
    for typed, part in where.items():
        (hit,) = index.find(typed, 9).hits
        assert hit.part is part, typed
        assert all(hit.text[start:end].casefold() in typed for start, end in hit.spans)
    assert not index.find("lawsui", 9).hits  # no reader knows an id; who types all of it does
    (hit,) = index.find("court papers", 9).hits
    assert (hit.text, hit.title_spans) == ("What the court sent", ((0, 6),))


def test_every_word_must_be_there_wherever_it_stands() -> None:
    index = titled("b plan 法院", "支付 plan", "plan", "支付令")
    assert found(index, "plan b") == [0]
    assert found(index, "plan zf") == [1]
    assert found(index, "plan fy") == [0]
    assert found(titled("支付 plan"), "plan zf") == [0]
    assert found(titled("plan", "plan b"), "plan b") == [1]
    assert found(index, "papers x plan") == []
    assert found(index, "plan x") == []


def test_full_width_letters_are_plain_ones() -> None:
    index = titled("支付令", "ＡＢＣ 表")
    assert found(index, "ＺＦＬ") == [0]
    assert found(index, "abc") == [1]


def test_matches_are_marked_from_the_left_and_of_overlapping_ones_the_first() -> None:
    assert titled("支付令：法院").find("支付 令 支付令", 9).hits[0].spans == ((0, 2), (2, 3))
    assert titled("abcde").find("bcd abc", 9).hits[0].spans == ((0, 3),)
    assert titled("plan and plan").find("plan", 9).hits[0].spans == ((0, 4),)


def test_a_match_far_on_in_a_title_still_comes_before_one_within_a_tag() -> None:
    nodes = [
        Node("one", Kind.OUTCOME, Text.of("One"), tags=("no-plan",)),
        Node("far", Kind.OUTCOME, Text.of("x" * 1500 + " plan")),
    ]
    assert found(Index(tree_of(*nodes), "en"), "plan") == [1, 0]


def test_the_words_of_one_language_are_searched() -> None:
    node = Node("n", Kind.OUTCOME, Text.of({"zh": "结清", "en": "Paid"}))
    tree = tree_of(node)
    assert Index(tree, "zh").find("结清", 9).total == 1
    assert Index(tree, "zh").find("paid", 9).total == 0
    assert Index(tree, "en").find("paid", 9).total == 1


def test_titles_come_first_and_an_id_that_begins_so_finds_nothing() -> None:
    nodes = [
        Node("text", Kind.OUTCOME, Text.of("One"), text=Text.of("a plan")),
        Node("late", Kind.OUTCOME, Text.of("When there is a plan")),
        Node("first", Kind.OUTCOME, Text.of("Plan")),
        Node("plan-id", Kind.OUTCOME, Text.of("Two")),
    ]
    assert found(Index(tree_of(*nodes), "en"), "plan") == [2, 1, 0]


def test_the_node_of_that_very_id_is_found_before_all_others() -> None:
    nodes = [
        Node("talk", Kind.OUTCOME, Text.of("Plan")),
        Node("plan-b", Kind.OUTCOME, Text.of("Two")),
        Node("plan", Kind.OUTCOME, Text.of("An agreement")),
    ]
    index = Index(tree_of(*nodes), "en")
    assert found(index, "plan") == [2, 0]
    assert [hit.node for hit in index.find(" PLAN ", 1).hits] == [2]


def test_hits_are_limited_and_all_are_counted() -> None:
    index = titled(*["plan"] * 50)
    result = index.find("plan", 7)
    assert [hit.node for hit in result.hits] == list(range(7))
    assert result.total == 50


ALPHABET = "abfzl İ支付令调ＡＢ，"
texts = st.text(ALPHABET, max_size=8)


@given(texts)
def test_folding_leaves_every_character_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert all(folded(c) == f for c, f in zip(text, folded(text), strict=True))
    assert len(symbols(folded(text))) == len(text)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=6), st.text("abzflİ支付Ａ ", max_size=6))
def test_the_same_is_found_as_by_looking_at_every_text(pairs: list[tuple[str, str]], typed: str) -> None:
    nodes = [
        Node(f"9{number}", Kind.OUTCOME, Text.of(title), text=Text.of(text))
        for number, (title, text) in enumerate(pairs)
    ]
    words = folded(typed).split()
    expected = {
        number
        for number, (title, text) in enumerate(pairs)
        if words and all(any(_holds(part, word) for part in (title, text)) for word in words)
    }
    result = Index(tree_of(*nodes), "zh").find(typed, 100)
    assert {hit.node for hit in result.hits} == expected
    assert result.total == len(expected)
    for hit in result.hits:
        assert hit.spans
        assert all(_holds(hit.text[start:end], hit.text[start:end]) for start, end in hit.spans)
        assert all(before[1] <= after[0] for before, after in zip(hit.spans, hit.spans[1:], strict=False))


def _holds(text: str, word: str) -> bool:
    """Whether a text holds a folded word, or Chinese characters whose readings begin with its letters."""
    lower = folded(text)
    if folded(word) in lower:
        return True
    pattern = matcher(word)
    return (
        pattern is not None
        and any("\u4e00" <= c <= "\u9fff" for c in text)
        and bool(pattern.search(symbols(lower)))
    )


def test_the_table_of_initials_is_what_pypinyin_says() -> None:
    code = "import sys; sys.path.insert(0, 'scripts'); import initials; sys.stdout.write(initials.initials())"
    made = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    ).stdout
    assert made == (ROOT / "src/debttree/analysis/initials.txt").read_text(encoding="utf-8")


def test_the_program_does_not_load_pypinyin() -> None:
    code = (
        "import sys; from debttree.analysis.pinyin import matcher, symbols; "
        "assert matcher('zfl').search(symbols('支付令')); assert 'pypinyin' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_where_nothing_holds_all_of_it_the_most_telling_parts_find_what_is_near() -> None:
    index = titled(
        "收到了法院的文件", "还没到期，但知道还不上", "他们打给我的家人", "A letter from the court"
    )

    def near(typed: str) -> list[int]:
        return [hit.node for hit in index.find_near(typed, 100).hits]

    assert found(index, "法院来信") == [] and near("法院来信") == [0]
    assert near("下个月还不起") == [1]
    assert near("打给我妈") == [2]
    assert near("the court wrote me") == [3]
    assert index.find_near("法院来信", 9).is_near and not index.find("法院", 9).is_near
    assert index.find_near("法院来信", 9).hits[0].title_spans == ((3, 5),)
    assert near("") == near("妈") == near("[[\x1b") == near("ab") == []


def test_a_part_in_a_title_goes_before_one_in_a_text_and_what_few_hold_before_what_many_hold() -> None:
    texts = ["court", "a letter", "the court", "court"]
    nodes = [Node(f"n{n}", Kind.OUTCOME, Text.of(f"T{n}"), text=Text.of(t)) for n, t in enumerate(texts)]
    index = Index(tree_of(*nodes, Node("named", Kind.OUTCOME, Text.of("Court and fees"))), "zh")
    assert [hit.node for hit in index.find_near("court letter mother", 100).hits] == [4, 1, 0, 3, 2]

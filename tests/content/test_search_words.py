"""What people type into the search leads to the step that is theirs, in both guides and both languages."""

import pytest

from debttree.analysis.search import Index
from debttree.model import CRISIS
from tests.content.test_bundled_trees import LANGUAGES, NAMES, tree_of

FIRST = 5
"""Hits that stand on the screen before anybody scrolls."""

WORDS = {
    "母亲, 妈妈, 父母, 家人, mother, parents": ("conduct-family", "family-called"),
    "来信, 信, letter": ("lawyer-letter", "lawyer-letter"),
    "单位, 同事, 老板, 上班, boss": ("conduct-work", "family-called"),
    "工资, wage": ("frozen", "frozen"),
    "微信, 支付宝冻结": ("platform-limit", "frozen-elsewhere"),
    "frozen": ("account-frozen", "frozen"),
    "孩子, child, 没钱吃饭, food": ("no-money", "no-money"),
    "离婚, divorce": ("co-borrower", "family-called"),
    "死了, 去世, died": ("inherited", "others-card"),
    "学生, student": ("student", "student"),
    "想死, 不想活, suicide": ("cant-go-on", "cannot-go-on"),
    "骚扰, 威胁, harass, threat": ("harassed", "collection"),
    "坐牢, prison": ("jail-threat", "criminal-line"),
    "征信, credit record": ("record-check", "credit-report"),
    "黑名单, blacklist": ("listed", "listed"),
}
"""Words, and the step that each of them finds in the Alipay guide and in the card guide."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("number", "name"), [*enumerate(NAMES)])
def test_a_word_that_people_type_finds_its_step_among_the_first_hits(
    number: int, name: str, language: str
) -> None:
    tree = tree_of(name)
    index, ids = Index(tree, language), list(tree.nodes)
    for words, steps in WORDS.items():
        for word in words.split(", "):
            hits = [ids[hit.node] for hit in index.find(word, FIRST).hits]
            assert steps[number] in hits, (word, hits)
            if CRISIS in tree.nodes[steps[number]].tags:
                assert hits[0] == steps[number], word

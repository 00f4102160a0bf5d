"""Generate tree files of any size: valid, bilingual, with joins, and loops from which an end can be forced."""

import random
from pathlib import Path

_WORDS = (
    "ask the lender in writing and keep every answer with its date because a promise on the telephone "
    "is hard to prove later when somebody else takes over the file"
).split()
_ZH = "请把每一次沟通的时间和内容记下来并保存好相关的截图与凭证以便日后核对"


def tree_text(nodes: int, seed: int = 1) -> str:
    """Return the text of a tree of so many nodes, about 500 bytes each."""
    chance = random.Random(seed)
    lines = [_HEAD]
    for number in range(nodes):
        lines.append(_node(number, nodes, chance))
    return "".join(lines)


def write_tree(folder: Path, nodes: int, seed: int = 1) -> Path:
    """Write such a tree to a file."""
    file = folder / f"generated-{nodes}-{seed}.toml"
    file.write_text(tree_text(nodes, seed), "utf-8")
    return file


_HEAD = """format = "debttree/1"

[tree]
title = "Generated"
languages = ["en", "zh"]

[[urgent]]
label = "Now"
to = "n0"

[consequences.harm]
title = "Harm"
severity = 3

[sources.law]
title = "A law"
"""


def _node(number: int, nodes: int, chance: random.Random) -> str:
    words = " ".join(chance.choice(_WORDS) for _ in range(14))
    brings = 'brings = ["harm"]\n' if number % 9 == 4 else ""
    law = 'sources = ["law"]\n' if number % 3 == 0 else ""
    text = (
        f"\n[nodes.n{number}]\n"
        f'title.en = "Node {number}: {words[:20]}"\ntitle.zh = "第{number}步"\n'
        f'text.en = """\n{words}\n"""\ntext.zh = "{_ZH}"\n{brings}{law}'
    )
    if number == nodes - 1:
        return text
    targets = [number + 1, min(nodes - 1, number + chance.randrange(2, 40))]
    if number % 11 == 5:
        targets.append(chance.randrange(number))  # a loop; other choices lead out of it
    return text + "".join(
        f'\n[[nodes.n{number}.choices]]\nid = "c{i}"\nlabel.en = "Way {i} to {target}"\n'
        f'label.zh = "第{i}条路，到{target}"\nto = "n{target}"\n'
        for i, target in enumerate(targets)
    )

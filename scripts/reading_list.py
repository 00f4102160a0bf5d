"""Write what a lawyer is handed for review: each tree node by node, with its sources and what it must carry.

`update` writes docs/content/reading-list*.md, `check` only says which of them are out of date.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import tomli

from debttree.analysis import ChoiceProspects, Prospects
from debttree.analysis.wording import choice_words
from debttree.locales import Phrases, phrases
from debttree.model import Choice, Deadline, Kind, Node, Source, Text, Tree
from debttree.reading import read

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "content"
LISTS = {"alipay-overdue": "reading-list.md", "credit-card-overdue": "reading-list-credit-card.md"}
COVERED = "alipay-overdue"  # the tree that coverage.toml speaks of
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Per node: the facts it rests on, the claims S it carries, the errors N it answers."""

    facts: Mapping[str, list[str]] = field(default_factory=dict)
    claims: Mapping[str, list[str]] = field(default_factory=dict)
    errors: Mapping[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, file: Path) -> "Coverage":
        data = tomli.loads(file.read_text("utf-8"))
        return cls(data["facts"], by_node(data["claims"]), by_node(data["not_claimed"]))


def by_node(table: Mapping[str, Mapping[str, list[str]]]) -> dict[str, list[str]]:
    """From number -> nodes to node -> numbers."""
    found: dict[str, list[str]] = {}
    for number, entry in table.items():
        for node in entry["nodes"]:
            found.setdefault(node, []).append(number)
    return found


def both(text: Text, between: str = " · ") -> str:
    return between.join(text.wording(language).text.strip() for language in LANGUAGES)


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines())


def source_line(source: Source) -> str:
    notes = [str(source.confidence or "no confidence given")]
    if source.valid_from:
        notes.append(f"from {source.valid_from}")
    if source.valid_until:
        notes.append(f"until {source.valid_until}")
    return f"- `{source.id}` ({', '.join(notes)}): {both(source.title)}"


def choice_lines(choice: Choice) -> Iterator[str]:
    yield f"- → `{choice.to}`: {both(choice.label)}"
    for name, text in (("Why", choice.text), ("Caution", choice.caution)):
        if text:
            yield f"    - {name}: {both(text)}"


def deadline_line(deadline: Deadline) -> str:
    roll = f", {deadline.roll.value}" if deadline.roll.value != "none" else ""
    rule = f"{deadline.amount} {deadline.unit.value}, by {deadline.by.value}{roll}"
    return f"- `{deadline.id}` ({rule}): {both(deadline.event)} → {both(deadline.text)}"


def part(title: str, lines: list[str]) -> list[str]:
    return [f"{title}:", "", *lines, ""] if lines else []


def numbers(node: str, coverage: Coverage) -> list[str]:
    found = [
        f"{name}: {', '.join(table[node])}"
        for name, table in (("S", coverage.claims), ("N", coverage.errors), ("Facts", coverage.facts))
        if table.get(node)
    ]
    return [" · ".join(found), ""] if found else []


def node_lines(number: int, node: Node, tree: Tree, coverage: Coverage) -> Iterator[str]:
    yield f"### {number}. `{node.id}`: {both(node.title)}"
    yield ""
    head = [node.kind.value.capitalize()]
    head += [both(tree.stages[node.stage].title)] if node.stage else []
    head += [f"answered by: {both(node.actor)}"] if node.actor else []
    yield " · ".join(head)
    yield ""
    for language in LANGUAGES if node.text else ():
        yield from (quoted(node.text.wording(language).text) if node.text else "", "")
    brings = [both(tree.consequences[name].title) for name in node.brings]
    yield from [f"Brings: {'; '.join(brings)}", ""] if brings else []
    yield from part("Choices", list(chain.from_iterable(map(choice_lines, node.choices))))
    ends = ["- → " + f"`{name}`: {both(tree.nodes[name].title)}" for name in node.goes_on or ()]
    yield from part("Ends here; others can take it on to", ends)
    items = [f"- {item.purpose.value} `{item.id}`: {both(item.text)}" for item in node.checklist]
    yield from part("In hand", items)
    yield from part("Deadlines", [deadline_line(deadline) for deadline in node.deadlines])
    yield from part("Sources", [source_line(tree.sources[name]) for name in node.sources])
    yield from numbers(node.id, coverage)


def mark_lines(tree: Tree) -> Iterator[str]:
    """The choices that the program warns of, one a row: to be read as a whole."""
    prospects = Prospects.of(tree)
    rows = [
        f"| `{node.id}`: {both(node.title)} "
        f"| → `{taken.choice.to}`: {both(taken.choice.label)} | {_told(taken, tree)} |"
        for node in tree.nodes.values()
        for taken in prospects.choices(node.id)
        if taken.marks
    ]
    options = sum(len(node.choices) for node in tree.nodes.values() if node.kind is Kind.DECISION)
    yield f"## Marked choices: {len(rows)} of {options}"
    yield ""
    yield "Another choice of the same decision is better in this, and no worse in anything as grave."
    yield ""
    yield from ("| at | choice | marked with |", "|---|---|---|", *rows, "")


def _told(taken: ChoiceProspects, tree: Tree) -> str:
    told = []
    for language in LANGUAGES:
        say = phrases(language)

        def titles(names: Iterable[str], say: Phrases = say) -> str:
            return say.listed(tree.line(tree.consequences[name].title, say.language) for name in names)

        told += [say.tell(words) for words in choice_words(Kind.DECISION, taken, titles)]
    return " · ".join(told)


def tree_lines(tree: Tree, coverage: Coverage) -> Iterator[str]:
    yield f"# Reading list: {both(tree.title)}"
    yield ""
    yield "Written by `make reading-list` from the tree; don't edit it by hand."
    yield f"Reviewed {tree.reviewed}. {len(tree.nodes)} nodes, {len(tree.sources)} sources."
    if coverage.facts:
        yield "S: a claim of the seed article carried here. N: an error answered here. See coverage.toml."
    yield ""
    for name, text in (("Summary", tree.summary), ("Disclaimer", tree.disclaimer)):
        yield from (f"{name}: {both(text)}", "") if text else ()
    yield from part("Urgent", [f"- → `{urgent.to}`: {both(urgent.label)}" for urgent in tree.urgent])
    harms = [
        f"- {both(harm.title)} (severity {harm.severity})" + (f": {both(harm.text)}" if harm.text else "")
        for harm in tree.consequences.values()
    ]
    yield from part("Consequences", harms)
    yield from mark_lines(tree)
    for number, node in enumerate(tree.nodes.values(), 1):
        yield from node_lines(number, node, tree, coverage)


def reading_list(name: str) -> str:
    """The reading list of a bundled tree, as Markdown."""
    tree = read((ROOT / "trees" / f"{name}.toml").read_bytes(), name).tree
    assert tree is not None
    coverage = Coverage.of(FOLDER / "coverage.toml") if name == COVERED else Coverage()
    return "\n".join(tree_lines(tree, coverage)).rstrip() + "\n"


def main(command: str) -> int:
    stale = 0
    for name, file in LISTS.items():
        path = FOLDER / file
        text = reading_list(name)
        if path.is_file() and path.read_text("utf-8") == text:
            continue
        if command == "update":
            path.write_text(text, "utf-8")
            print(f"{path.relative_to(ROOT)} written")
        else:
            print(f"{path.relative_to(ROOT)} is out of date: run make reading-list", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) == 2 else "check"))

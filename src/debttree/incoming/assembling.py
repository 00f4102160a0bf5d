"""Make a tree of what was found: ids, kinds, stages; each guess becomes a comment in the file."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from debttree.incoming.found import FoundArrow, FoundNode, FoundTree, NotReadable, one_line
from debttree.model import Kind, Message, clean, free_id, is_id, msg
from debttree.reading.limits import TEXT_CHARACTERS

Value = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewTable:
    """A table of the new file: its header, its values in order, and the guesses that stand above it."""

    header: tuple[str, ...]
    values: Mapping[str, Value]
    remarks: tuple[Message, ...] = ()
    is_item: bool = False


def assembled(found: FoundTree, name: str) -> Iterator[NewTable]:
    """Yield the tables of a tree, in the order of a tidy file.

    Args:
        found: what a reader found.
        name: of the source, for a tree without a title.
    """
    return _Assembly(found, name).tables()


class _Assembly:
    def __init__(self, found: FoundTree, name: str) -> None:
        self.found = found
        self.name = name
        self.leaving = Counter(arrow.source for arrow in found.arrows)
        self.ids = _ids(found)
        self.taken = set(self.ids.values())
        self.tried: dict[str, int] = {}
        self.stages = _named([node.stage for node in found.nodes.values()], "stage")
        self.harms = _named([harm for node in found.nodes.values() for harm in node.brings], "harm")
        self.arrows: dict[str, list[FoundArrow]] = {}
        for arrow in found.arrows:
            self.arrows.setdefault(arrow.source, []).append(arrow)

    def tables(self) -> Iterator[NewTable]:
        yield self._about()
        for arrow in self.found.urgent:
            yield NewTable(
                ("urgent",),
                {"label": _line(arrow.label, arrow.line), "to": self._target(arrow)},
                is_item=True,
            )
        for words, name in self.stages.items():
            yield NewTable(("stages", name), {"title": _line(words, 0)})
        for words, name in self.harms.items():
            severity = self.found.harms.get(words)
            guess = msg("Guessed: its words and how grave it is, from 1 to 5; the source does not say them.")
            yield NewTable(
                ("consequences", name), {"title": _line(words, 0), "severity": severity or 1}, (guess,)
            )
        for node in self.found.nodes.values():
            yield from self._node(node)

    def _about(self) -> NewTable:
        title = one_line(self.found.title) or one_line(self.name) or "?"
        values: dict[str, Value] = {"title": _checked(title, 0)}
        if self.found.summary.strip():
            values["summary"] = _text(self.found.summary, 0)
        root, is_sure = self._root()
        values["root"] = self.ids[root]
        return NewTable(
            ("tree",), values, () if is_sure else (msg("Guessed: root, the node where a walk begins."),)
        )

    def _root(self) -> tuple[str, bool]:
        nodes = self.found.nodes
        if self.found.root:
            return self.found.root, True
        entered = {arrow.target for arrow in self.found.arrows if arrow.target != arrow.source}
        starts = [key for key in nodes if key not in entered]
        leading = [key for key in starts if self.leaving[key]]
        first = next(iter(leading or starts or nodes))
        return first, len(leading) == 1 or len(nodes) == 1

    def _node(self, node: FoundNode) -> Iterator[NewTable]:
        kind, guesses = self._kind(node)
        title = one_line(node.title)
        if not title:
            title = one_line(node.key.rpartition(":")[2]) or "?"
            guesses = (
                *guesses,
                msg("Guessed: it has no words in the source; this is what it is called there."),
            )
        values: dict[str, Value] = {
            "kind": str(kind) if kind else "",
            "stage": self.stages.get(node.stage, ""),
            "actor": _line(node.actor, node.line),
            "title": _checked(title, node.line),
            "text": _text(node.text, node.line),
            "brings": tuple(dict.fromkeys(self.harms[harm] for harm in node.brings)),
        }
        name = self.ids[node.key]
        yield NewTable(
            ("nodes", name), {key: value for key, value in values.items() if value}, (*node.guesses, *guesses)
        )
        for number, words in enumerate(node.items, 1):
            yield NewTable(
                ("nodes", name, "checklist"),
                {"id": f"item-{number}", "text": _line(words, node.line)},
                is_item=True,
            )
        yield from self._choices(node, name)

    def _kind(self, node: FoundNode) -> tuple[Kind | None, tuple[Message, ...]]:
        """Return the kind to write, None where the format's default says it, and what is guessed about it."""
        leaving = self.leaving[node.key]
        kind = node.kind
        if not node.is_sure and not leaving:
            kind = None
        default = Kind.DECISION if leaving else Kind.OUTCOME
        if kind is None and leaving and one_line(node.title).endswith(("?", "？")):
            guess = msg(
                "Guessed: a question, since its words ask. Is it the reader who decides, or somebody else?"
            )
            return Kind.QUESTION, (guess,)
        unsure = (kind is None or not node.is_sure) and leaving > 1
        guess = msg(
            "Guessed: a decision. Does the reader decide, or is it a fact (question), or somebody else (chance)?"
        )
        return None if kind in (None, default) else kind, (guess,) if unsure else ()

    def _choices(self, node: FoundNode, name: str) -> Iterator[NewTable]:
        arrows = self.arrows.get(node.key, ())
        targets = [self._target(arrow) for arrow in arrows]
        names = _choice_names(arrows, targets)
        for arrow, target, choice in zip(arrows, targets, names, strict=True):
            label, guesses = _line(arrow.label, arrow.line), arrow.guesses
            known = self.found.nodes.get(arrow.target)
            if not label:
                label = _line(known.title if known else "", arrow.line) or target
                guesses = (
                    *guesses,
                    msg("Guessed: the arrow has no words; these are those of the node it leads to."),
                )
            if known is None:
                guesses = (*guesses, msg("Not written yet: no node is called like its target."))
            values: dict[str, Value] = {
                "id": choice,
                "label": label,
                "to": target,
                "text": _text(arrow.text, arrow.line),
                "caution": _line(arrow.caution, arrow.line),
            }
            kept = {key: value for key, value in values.items() if value}
            yield NewTable(("nodes", name, "choices"), kept, guesses, is_item=True)

    def _target(self, arrow: FoundArrow) -> str:
        if arrow.target not in self.ids:
            is_free = is_id(arrow.target) and arrow.target not in self.taken
            name = arrow.target if is_free else free_id(arrow.target, self.taken, "node", self.tried)
            self.ids[arrow.target] = name
            self.taken.add(name)
        return self.ids[arrow.target]


def _ids(found: FoundTree) -> dict[str, str]:
    """Return the id of each node: what it wishes for, else one made of its words that no target is called."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for key, node in found.nodes.items():
        if is_id(node.name) and node.name not in taken:
            ids[key] = node.name
            taken.add(node.name)
    taken |= {arrow.target for arrow in found.arrows if arrow.target not in found.nodes}
    tried: dict[str, int] = {}
    for key, node in found.nodes.items():
        if key not in ids:
            ids[key] = free_id(one_line(node.title) or node.name, taken, "node", tried)
            taken.add(ids[key])
    return {key: ids[key] for key in found.nodes}


def _named(words: list[str], fallback: str) -> dict[str, str]:
    """Return an id for each of these words."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    tried: dict[str, int] = {}
    for one in filter(str.strip, dict.fromkeys(words)):
        names[one] = (
            one
            if is_id(one) and one == one.casefold() and one not in taken
            else free_id(one_line(one), taken, fallback, tried)
        )
        taken.add(names[one])
    return names


def _choice_names(arrows: list[FoundArrow] | tuple[FoundArrow, ...], targets: list[str]) -> list[str]:
    """Return the ids that must be written: those that are wished for and are not what the format gives anyway."""
    wished = [arrow.name if is_id(arrow.name) else "" for arrow in arrows]
    counted = Counter(filter(None, wished))
    return [
        "" if (wish == target and targets.count(target) == 1) or counted[wish] > 1 else wish
        for wish, target in zip(wished, targets, strict=True)
    ]


def _line(words: str, line: int) -> str:
    return _checked(one_line(words), line)


def _text(words: str, line: int) -> str:
    kept = clean(words).strip()
    return _checked(f"{kept}\n" if "\n" in kept else kept, line)


def _checked(words: str, line: int) -> str:
    if len(words) > TEXT_CHARACTERS:
        raise NotReadable(msg("a text has more than {limit} characters.", limit=TEXT_CHARACTERS), line)
    return words

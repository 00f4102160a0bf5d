"""A path through a tree: nodes, and the choice or jump between each two."""

from dataclasses import dataclass

from debttree.model.errors import DoesNotFollow, Trouble
from debttree.model.finding import find_node
from debttree.model.message import Message, msg
from debttree.model.nearest import did_you_mean
from debttree.model.tree import Choice, Node, Tree

JUMP = None
"""In a step, the choice of a jump: the person went elsewhere without taking a choice."""


@dataclass(frozen=True, slots=True)
class Step:
    """From `node` to `to`, by the choice of that id, or by a jump where `choice` is None."""

    node: str
    choice: str | None
    to: str

    @property
    def is_jump(self) -> bool:
        """Whether no choice was taken."""
        return self.choice is JUMP

    def taken(self, tree: Tree) -> Choice | None:
        """Return the choice that was taken; None for a jump."""
        return None if self.choice is JUMP else tree.nodes[self.node].choice(self.choice)


@dataclass(frozen=True, slots=True)
class Path:
    """The first node and the steps since. Each step begins where the one before ended."""

    start: str
    steps: tuple[Step, ...] = ()

    @property
    def end(self) -> str:
        """The node that the path stands on."""
        return self.steps[-1].to if self.steps else self.start

    @property
    def nodes(self) -> tuple[str, ...]:
        """Every node, in order; one more than there are steps."""
        return (self.start, *(step.to for step in self.steps))

    def then(self, step: Step) -> "Path":
        """Return this path with one step more."""
        return Path(self.start, (*self.steps, step))

    def shared_with(self, other: "Path") -> int | None:
        """Return how many steps both begin with; None where they begin at different nodes."""
        if self.start != other.start:
            return None
        pairs = enumerate(zip(self.steps, other.steps, strict=False))
        return next((number for number, (a, b) in pairs if a != b), min(len(self.steps), len(other.steps)))

    def met(self, tree: Tree) -> tuple[str, ...]:
        """Return the consequences that its nodes bring, each once, in the order met."""
        met: dict[str, None] = {}
        for node in self.nodes:
            met.update(dict.fromkeys(tree.nodes[node].brings))
        return tuple(met)


def parse_path(tree: Tree, text: str) -> Path:
    """Read `a,b,c`, where an element is `NODE` or `NODE:CHOICE` (the choice taken there).

    Raises:
        Trouble: an element names no node or no choice (exit status 2), or two choices lead to the same next
            node and none is named.
        DoesNotFollow: no choice leads from one element to the next.

    >>> from debttree.model.tree import Kind
    >>> from debttree.model.text import Text
    >>> choices = (Choice("call", Text.of("Call"), "end"), Choice("write", Text.of("Write"), "end"))
    >>> start = Node("start", Kind.DECISION, Text.of("Start"), choices=choices)
    >>> end = Node("end", Kind.OUTCOME, Text.of("End"))
    >>> tree = Tree("one", "", Text.of("One"), "start", {"start": start, "end": end})
    >>> path = parse_path(tree, "start:write,end")
    >>> path.steps
    (Step(node='start', choice='write', to='end'),)
    >>> path_text(tree, path)
    'start:write,end'
    """
    elements = [element.strip().partition(":") for element in text.split(",")]
    names = [name for name, _, _ in elements]
    for name in names:
        find_node(tree, name)
    path = Path(names[0])
    for (name, _, choice_id), to in zip(elements, names[1:], strict=False):
        path = path.then(Step(name, _choice(tree.nodes[name], choice_id, to).id, to))
    last_name, colon, last_choice = elements[-1]
    if colon:
        taken = _named_choice(tree.nodes[last_name], last_choice)
        path = path.then(Step(last_name, taken.id, taken.to))
    return path


def path_text(tree: Tree, path: Path) -> str:
    """Return a path without jumps as `parse_path` reads it; name a choice only where it is needed."""
    elements = []
    for step in path.steps:
        parallel = sum(choice.to == step.to for choice in tree.nodes[step.node].choices) > 1
        elements.append(f"{step.node}:{step.choice}" if parallel else step.node)
    return ",".join([*elements, path.end])


def _choice(node: Node, choice_id: str, to: str) -> Choice:
    if choice_id:
        choice = _named_choice(node, choice_id)
        if choice.to != to:
            raise DoesNotFollow(
                msg(
                    'The choice "{choice}" of "{node}" leads to "{actual}", not to "{to}".',
                    choice=choice_id,
                    node=node.id,
                    actual=choice.to,
                    to=to,
                )
            )
        return choice
    candidates = [choice for choice in node.choices if choice.to == to]
    if not candidates:
        raise DoesNotFollow(
            msg('No choice leads from "{node}" to "{to}".', node=node.id, to=to),
            _ways_on(node),
        )
    if len(candidates) > 1:
        raise Trouble(
            msg('Several choices lead from "{node}" to "{to}".', node=node.id, to=to),
            msg("Say which: {choices}", choices=", ".join(f"{node.id}:{choice.id}" for choice in candidates)),
        )
    return candidates[0]


def _named_choice(node: Node, choice_id: str) -> Choice:
    choice = node.choice(choice_id)
    if choice is None:
        raise Trouble(
            msg('"{node}" has no choice "{choice}".', node=node.id, choice=choice_id),
            did_you_mean(choice_id, [choice.id for choice in node.choices]) or _ways_on(node),
        )
    return choice


def _ways_on(node: Node) -> Message:
    if not node.choices:
        return msg('"{node}" is an outcome: no choice leads on.', node=node.id)
    return msg("From there choices lead to: {nodes}", nodes=", ".join(c.to for c in node.choices))

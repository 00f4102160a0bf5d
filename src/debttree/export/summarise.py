"""Make the summary of a walk: a pure function of the tree, the walk, the language and the day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from debttree.export.summary import (
    Guide,
    Here,
    Item,
    Met,
    Option,
    Redaction,
    Reference,
    Remark,
    Stop,
    Summary,
    Task,
    Term,
)
from debttree.journey import Due, Journey, Urgency, dues
from debttree.model import Choice, Deadline, Node, Step, Text, Tree, clean, clean_line


def summary(
    tree: Tree,
    journey: Journey,
    language: str,
    today: dt.date,
    *,
    file: str = "",
    redact: Iterable[Redaction] = (),
) -> Summary:
    """What somebody takes away from a walk.

    Args:
        tree: the tree walked; every node of the journey is in it.
        journey: the walk, with notes, ticks and dates. For a bare path: `Journey(path)`.
        language: of the tree's words.
        today: the day of the summary.
        file: how the person named the tree; default: the tree's own name.
        redact: what to leave out.
    """
    return _Writer(tree, journey, language, today).write(file or tree.name, frozenset(redact))


class _Writer:
    """Puts one walk into words of one language, and remembers whether any were missing."""

    def __init__(self, tree: Tree, journey: Journey, language: str, today: dt.date) -> None:
        self._tree = tree
        self._journey = journey
        self._language = language
        self._today = today
        self._untranslated = False
        self._nodes = [tree.nodes[node] for node in journey.path.nodes]
        self._distinct = list({node.id: node for node in self._nodes}.values())

    def write(self, file: str, redacted: frozenset[Redaction]) -> Summary:
        """The whole summary."""
        if Redaction.DATES in redacted:
            self._journey = replace(self._journey, dates={})
        stops = self._stops()
        items = tuple(self._items())
        terms = tuple(self._term(due) for due in dues(self._tree, self._journey))
        return Summary(
            guide=self._guide(file),
            language=self._language,
            made=self._today,
            from_root=self._journey.path.start == self._tree.root,
            here=self._here(),
            stops=stops,
            met=tuple(met for stop in stops for met in stop.met),
            items=items,
            terms=terms,
            tasks=self._tasks(items, terms),
            references=tuple(self._references()),
            remarks=self._remarks(redacted),
            untranslated=self._untranslated,  # last: by now every word has been looked up
            redacted=redacted,
        )

    def _line(self, text: Text | None) -> str:
        return clean_line(self._words(text))

    def _words(self, text: Text | None) -> str:
        if text is None:
            return ""
        wording = self._tree.wording(text, self._language)
        self._untranslated |= wording.missing
        return wording.text

    def _guide(self, file: str) -> Guide:
        tree, due = self._tree, self._tree.review_due()
        return Guide(
            name=clean_line(tree.name),
            title=self._line(tree.title),
            file=clean_line(file),
            version=tree.version,
            reviewed=tree.reviewed,
            review_overdue=due is not None and self._today > due,
            disclaimer=self._words(tree.disclaimer),
        )

    def _stage(self, node: Node) -> str:
        stage = self._tree.stages.get(node.stage) if node.stage else None
        return self._line(stage.title) if stage else ""

    def _here(self) -> Here:
        node = self._nodes[-1]
        options = tuple(
            Option(choice.id, self._line(choice.label), self._line(choice.caution)) for choice in node.choices
        )
        return Here(
            node=node.id,
            kind=node.kind,
            title=self._line(node.title),
            stage=self._stage(node),
            actor=self._line(node.actor),
            text=self._words(node.text),
            options=options,
        )

    def _stops(self) -> tuple[Stop, ...]:
        stops = []
        seen: set[str] = set()
        steps: list[Step | None] = [*self._journey.path.steps, None]
        for number, (node, step) in enumerate(zip(self._nodes, steps, strict=True), 1):
            new = [brought for brought in dict.fromkeys(node.brings) if brought not in seen]
            seen.update(new)
            stops.append(self._stop(number, node, step, new))
        return tuple(stops)

    def _stop(self, number: int, node: Node, step: Step | None, new: Iterable[str]) -> Stop:
        choice = self._choice(node, step)
        return Stop(
            number=number,
            node=node.id,
            kind=node.kind,
            title=self._line(node.title),
            stage=self._stage(node),
            actor=self._line(node.actor),
            choice=choice.id if choice else None,
            to=step.to if step else None,
            jump=step is not None and step.is_jump,
            chosen=self._line(choice.label) if choice else "",
            why=self._words(choice.text) if choice else "",
            caution=self._line(choice.caution) if choice else "",
            met=tuple(self._met(consequence, number) for consequence in new),
        )

    def _choice(self, node: Node, step: Step | None) -> Choice | None:
        return node.choice(step.choice) if step and step.choice is not None else None

    def _met(self, consequence_id: str, stop: int) -> Met:
        consequence = self._tree.consequences[consequence_id]
        return Met(
            id=consequence_id,
            title=self._line(consequence.title),
            severity=consequence.severity,
            text=self._words(consequence.text),
            stop=stop,
        )

    def _items(self) -> Iterable[Item]:
        for node in self._distinct:
            for item in node.checklist:
                yield Item(
                    node=node.id,
                    title=self._line(node.title),
                    id=item.id,
                    purpose=item.purpose,
                    text=self._line(item.text),
                    ticked=(node.id, item.id) in self._journey.ticks,
                )

    def _term(self, due: Due) -> Term:
        rule: Deadline = due.deadline
        title = self._line(self._tree.nodes[due.node].title)
        return Term(title, self._line(rule.event), self._line(rule.text), due)

    def _tasks(self, items: Iterable[Item], terms: Iterable[Term]) -> tuple[Task, ...]:
        """Your deadlines, the nearest first, and what is not ticked where you stand.

        An item is as urgent as the nearest deadline of its node; on a node that the tree calls urgent it is
        for today, else for this week.
        """
        yours = [Task(term.due.urgency(self._today), term=term) for term in terms if term.yours]
        yours.sort(key=lambda task: task.term.due.keep or dt.date.max if task.term else dt.date.max)
        here = self._journey.at
        known = [task.urgency for task in yours if task.term and task.term.due.node == here]
        usual = Urgency.TODAY if any(way.to == here for way in self._tree.urgent) else Urgency.THIS_WEEK
        soon = [usual, *(urgency for urgency in known if urgency is not Urgency.UNKNOWN)]
        order = list(Urgency)
        urgency = min(soon, key=order.index)
        open_items = [Task(urgency, item=item) for item in items if item.node == here and not item.ticked]
        return tuple(sorted([*yours, *open_items], key=lambda task: order.index(task.urgency)))

    def _references(self) -> Iterable[Reference]:
        used: dict[str, list[str]] = {}
        for node in self._distinct:
            for name in dict.fromkeys(node.sources):
                used.setdefault(name, []).append(node.id)
        for name, nodes in used.items():
            source = self._tree.sources[name]
            yield Reference(
                id=name,
                title=self._line(source.title),
                url=clean_line(source.url or ""),
                confidence=source.confidence,
                valid_from=source.valid_from,
                valid_until=source.valid_until,
                checked=source.checked,
                expired=source.expired(self._today),
                not_yet_valid=source.not_yet_valid(self._today),
                nodes=tuple(nodes),
            )

    def _remarks(self, redacted: frozenset[Redaction]) -> tuple[Remark, ...]:
        if Redaction.NOTES in redacted:
            return ()
        dated = Redaction.DATES not in redacted
        return tuple(
            Remark(note.node, self._title(note.node), clean(note.text), note.made if dated else None)
            for note in self._journey.notes
        )

    def _title(self, node: str) -> str:
        return self._line(self._tree.nodes[node].title) if node in self._tree.nodes else node

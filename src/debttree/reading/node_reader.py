"""The nodes of a tree file, each with its choices, checklist and deadlines."""

from collections.abc import Collection, Iterable, Mapping

from debttree.model import (
    Aim,
    ChecklistItem,
    Choice,
    DataPath,
    Deadline,
    Event,
    Kind,
    Message,
    Node,
    Party,
    Purpose,
    Roll,
    Text,
    Unit,
    clean,
    default_choice_ids,
    is_id,
    look,
    msg,
)
from debttree.reading import keys
from debttree.reading.collector import Collector, Table
from debttree.reading.limits import DEADLINE_AMOUNT
from debttree.reading.references import References


class NodeReader:
    """Reads `[nodes]`.

    Args:
        collect: takes values out and collects problems.
        refer: looks up what nodes refer to.
        events: those that the file declares.
    """

    def __init__(self, collect: Collector, refer: References, events: Mapping[str, Event]) -> None:
        self.collect = collect
        self.refer = refer
        self.events = events
        self.known: Collection[str] = ()

    def nodes(self, data: Table, elsewhere: Iterable[str]) -> dict[str, Node]:
        """Return every node, in file order; choices may lead elsewhere too."""
        self.known = dict.fromkeys((*self.collect.quiet_table(data, "nodes"), *elsewhere))
        found = self.collect.named_tables(data, "nodes", ())
        self.collect.lookalikes((name, path) for name, _, path in found)
        nodes = {}
        for name, table, path in found:
            self.collect.node = name
            nodes[name] = self._node(name, table, path)
        self.collect.node = None
        return nodes

    def _node(self, name: str, table: Table, path: DataPath) -> Node:
        collect = self.collect
        collect.known_keys(table, keys.NODE, path, _explain_in_node)
        choices = self._choices(table, path) if "choices" in table else ()
        kind = self._kind(table, path)
        actor = collect.text(table, "actor", path) if "actor" in table else None
        if kind is Kind.CHANCE and "actor" not in table:
            message = msg('Who answers at "{name}"? A chance node should have an actor.', name=name)
            collect.warning("no-actor", path, message)
        return Node(
            id=name,
            kind=kind,
            title=collect.text(table, "title", path, required=True) or Text.of(name),
            stage=self._stage(table, path) if "stage" in table else None,
            actor=actor,
            text=collect.text(table, "text", path) if "text" in table else None,
            brings=self.refer.names(table, "brings", "consequences", path),
            sources=self.refer.names(table, "sources", "sources", path),
            tags=self._tags(table, path),
            checklist=self._checklist(table, path) if "checklist" in table else (),
            deadlines=self._deadlines(table, path) if "deadlines" in table else (),
            choices=choices,
            goes_on=self._goes_on(table, path, kind) if "goes_on" in table else None,
            contacts=self.refer.names(table, "contacts", "contacts", path),
            guide=self._guide(table, path, kind) if "guide" in table else None,
        )

    def _guide(self, table: Table, path: DataPath, kind: Kind) -> str | None:
        """Return the name of the tree in which the story goes on past an outcome."""
        message = msg("Only an outcome leads to another guide: here the choices say what comes next.")
        self._only_at_an_end(kind, (*path, "guide"), message)
        name = self.collect.string(table, "guide", path)
        if name is not None and not is_id(name):
            message = msg('"{name}" is no name of a guide.', name=name)
            hint = msg("Name the other tree's file without folder and ending, never a path.")
            self.collect.error("bad-guide", (*path, "guide"), message, hint)
            return None
        return name

    def _goes_on(self, table: Table, path: DataPath, kind: Kind) -> tuple[str, ...]:
        """Return the nodes to which others can take the story past an outcome."""
        message = msg("Only an outcome goes on: here the choices say what comes next.")
        self._only_at_an_end(kind, (*path, "goes_on"), message)
        names = self.collect.strings(table, "goes_on", path)
        for name, place in names:
            if name not in self.known:
                self.collect.unknown("target", name, self.known, place)
        return tuple(dict.fromkeys(name for name, _ in names))

    def _only_at_an_end(self, kind: Kind, path: DataPath, message: Message) -> None:
        if kind is not Kind.OUTCOME:
            hint = msg('Take {key} away, or make it kind = "outcome".', key=str(path[-1]))
            self.collect.error("not-an-outcome", path, message, hint, Aim.KEY)

    def _kind(self, table: Table, path: DataPath) -> Kind:
        has_choices = bool(table.get("choices"))
        inferred = Kind.DECISION if has_choices else Kind.OUTCOME
        if "kind" not in table:
            return inferred
        kind = self.collect.one_of(table, "kind", path, Kind, "unknown-kind")
        if kind is None:
            return inferred
        if kind is Kind.OUTCOME and has_choices:
            hint = msg("Take its choices away, or give it another kind.")
            self.collect.error("outcome-with-choices", (*path, "kind"), msg("An outcome is an end."), hint)
        elif kind is not Kind.OUTCOME and not has_choices:
            hint = msg('Add [[{name}.choices]], or make it kind = "outcome".', name=".".join(map(str, path)))
            self.collect.error("no-choices", (*path, "kind"), msg("No choice leads on from here."), hint)
        return kind

    def _stage(self, table: Table, path: DataPath) -> str | None:
        return self.refer.name(table, "stage", "stages", path)

    def _tags(self, table: Table, path: DataPath) -> tuple[str, ...]:
        if "tags" not in table:
            return ()
        tags = self.collect.strings(table, "tags", path)
        for tag, where in tags:
            self.collect.seen(tag, where)
        return tuple(clean(tag) for tag, _ in tags)

    def _choices(self, table: Table, path: DataPath) -> tuple[Choice, ...]:
        read = [self._choice(item, where) for item, where in self.collect.tables(table, "choices", path)]
        ids = default_choice_ids([choice.to for choice in read], [choice.id or None for choice in read])
        self._unique([(choice.id, i) for i, choice in enumerate(read) if choice.id], (*path, "choices"))
        self._one_label_each(read, path)
        return tuple(
            choice if choice.id else Choice(name, choice.label, choice.to, choice.text, choice.caution)
            for name, choice in zip(ids, read, strict=True)
        )

    def _choice(self, table: Table, path: DataPath) -> Choice:
        """Return one choice; its id is empty where the file gives none, its target where it gives no usable one."""
        collect = self.collect
        collect.known_keys(table, keys.CHOICE, path, _explain_in_choice)
        to = collect.string(table, "to", path, required=True)
        if to is not None and to not in self.known:
            collect.unknown("target", to, self.known, (*path, "to"))
        name = collect.string(table, "id", path) if "id" in table else None
        if name is not None:
            collect.id(name, (*path, "id"))
        return Choice(
            id=name or "",
            label=collect.text(table, "label", path, required=True) or Text.of(to or "?"),
            to=to or "",
            text=collect.text(table, "text", path) if "text" in table else None,
            caution=collect.text(table, "caution", path) if "caution" in table else None,
        )

    def _one_label_each(self, choices: list[Choice], path: DataPath) -> None:
        labels = [variant for choice in choices for variant in choice.label.variants]
        if len({(language, look(words)) for language, words in labels}) == len(labels):
            return  # as nearly always
        seen: dict[tuple[str, str], tuple[int, str]] = {}
        for index, choice in enumerate(choices):
            firsts = [
                (seen.setdefault((language, look(words)), (index, words)), words)
                for language, words in choice.label.variants
            ]
            alike = [(first, words) for (number, first), words in firsts if number != index]
            if alike:
                self._alike(*alike[0], (*path, "choices", index, "label"))

    def _alike(self, first: str, words: str, path: DataPath) -> None:
        """Warn of two choices of one node that are easily mistaken for each other."""
        if first == words:
            message = msg('Two choices of one node are both called "{label}".', label=words)
        else:
            message = msg(
                'Two choices of one node look alike: "{label}", "{other}".', label=words, other=first
            )
        self.collect.warning("same-label", path, message)

    def _checklist(self, table: Table, path: DataPath) -> tuple[ChecklistItem, ...]:
        collect = self.collect
        items: list[ChecklistItem] = []
        names: list[tuple[str, int]] = []
        for item, where in collect.tables(table, "checklist", path):
            collect.known_keys(item, keys.CHECKLIST_ITEM, where, _explain_in_choice)
            name = self._own_id(item, where, names)
            purpose = collect.one_of(item, "for", where, Purpose) or Purpose.HAVE
            text = collect.text(item, "text", where, required=True)
            if name and text:
                items.append(ChecklistItem(name, purpose, text))
        self._unique(names, (*path, "checklist"))
        return tuple(items)

    def _deadlines(self, table: Table, path: DataPath) -> tuple[Deadline, ...]:
        collect = self.collect
        found: list[Deadline] = []
        names: list[tuple[str, int]] = []
        for item, where in collect.tables(table, "deadlines", path):
            collect.known_keys(item, keys.DEADLINE, where, _explain_in_choice)
            name = self._own_id(item, where, names)
            period = self._period(item, where)
            by = collect.one_of(item, "by", where, Party) or Party.YOU
            roll = collect.one_of(item, "roll", where, Roll) or Roll.NONE
            on, event = self._event(item, where)
            before = "before" in item and collect.truth(item, "before", where)
            text = collect.text(item, "text", where, required=True)
            if name and period and event and text:
                found.append(Deadline(name, *period, by, roll, event, text, on, before))
        self._unique(names, (*path, "deadlines"))
        return tuple(found)

    def _event(self, item: Table, where: DataPath) -> tuple[str | None, Text | None]:
        """Return the id of the declared event of a deadline, if it names one, and the event's title."""
        collect = self.collect
        if ("on" in item) == ("event" in item):
            message = msg("A deadline has exactly one of: {units}", units="on, event")
            hint = msg('on = "..." names one of [events]; event = "..." is a text of its own.')
            path = (*where, "on") if "on" in item else where
            collect.error("deadline-event", path, message, hint, Aim.KEY)
        if "on" not in item:
            return None, collect.text(item, "event", where) if "event" in item else None
        name = self.refer.name(item, "on", "events", where)
        event = self.events.get(name or "")
        return name, event.title if event else Text.of(name) if name else None

    def _period(self, item: Table, where: DataPath) -> tuple[int, Unit] | None:
        written = [unit for unit in keys.UNITS if unit in item]
        if len(written) != 1:
            units = ", ".join(keys.UNITS)
            message = msg("A deadline has exactly one of: {units}", units=units)
            path = (*where, written[1]) if written else where
            self.collect.error("deadline-period", path, message, aim=Aim.KEY)
            return None
        amount = self.collect.integer(item, written[0], where, 1, DEADLINE_AMOUNT)
        return None if amount is None else (amount, Unit(written[0]))

    def _own_id(self, item: Table, where: DataPath, names: list[tuple[str, int]]) -> str | None:
        """Return the id of an item of a list, and add it to `names` with its index."""
        name = self.collect.string(item, "id", where, required=True)
        if name is not None:
            self.collect.id(name, (*where, "id"))
            names.append((name, int(where[-1])))
        return name

    def _unique(self, names: list[tuple[str, int]], path: DataPath) -> None:
        if len({look(name) for name, _ in names}) == len(names):
            return  # as nearly always
        seen: set[str] = set()
        for name, index in names:
            if name in seen:
                message = msg('The id "{name}" is there twice.', name=name)
                self.collect.error("duplicate-id", (*path, index, "id"), message)
            seen.add(name)
        distinct = {name: (*path, index, "id") for name, index in reversed(names)}
        self.collect.lookalikes(reversed(distinct.items()), Aim.VALUE)


def _explain_in_node(key: str, value: object) -> Message | None:
    if type(value) is dict:
        return msg('A dot splits names: quote it, as in [nodes."a.b"], or better write a-b; ids hold no dot.')
    return None


def _explain_in_choice(key: str, value: object) -> Message | None:
    if key in keys.NODE:
        return msg("It belongs to the node: move it above the node's first [[...]].")
    return None

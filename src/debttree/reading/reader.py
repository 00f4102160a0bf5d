"""Make a tree of TOML data, and find every problem that one file can show by itself."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from debttree.model import (
    GRAVEST,
    Aim,
    Confidence,
    Consequence,
    DataPath,
    HouseRule,
    Problem,
    Source,
    Stage,
    Text,
    Tree,
    Urgent,
    clean_line,
    did_you_mean,
    is_language,
    msg,
    nearest_codes,
    reads_leftwards,
    suggestion,
)
from debttree.reading import keys
from debttree.reading.calendars import countries
from debttree.reading.collector import Collector, Table
from debttree.reading.contacts import contact, event
from debttree.reading.gc_pause import without_collector
from debttree.reading.limits import NODES
from debttree.reading.newer import newer_forms
from debttree.reading.node_reader import NodeReader
from debttree.reading.references import WHAT, References
from debttree.reading.toml import Data, parse

FORMAT = "debttree/1"


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading one file.

    Attributes:
        text: the file's text without its BOM.
        data: what tomli made of it; None where it is no TOML.
        tree: None where it is no TOML; otherwise as much of a tree as could be made, errors or not.
        problems: in no order; those of the graph are found elsewhere, in `analysis`.
    """

    text: str
    data: Data | None
    tree: Tree | None
    problems: tuple[Problem, ...]


def read(content: bytes, name: str) -> Reading:
    """Read a file's bytes.

    Args:
        content: all bytes of the file.
        name: the file's name without folder and ending; the title where the tree has none.
    """
    parsed = parse(content)
    if parsed.data is None:
        return Reading(parsed.text, None, None, (parsed.problem,) if parsed.problem else ())
    version = hashlib.sha256(content).hexdigest()[:12]
    return read_parsed(parsed.text, parsed.data, name, version)


def read_parsed(text: str, data: Data, name: str, version: str) -> Reading:
    """Read a tree from a text without its BOM and the data that tomli made of it.

    Args:
        text: the file's text without its BOM.
        data: what tomli made of it.
        name: the file's name without folder and ending.
        version: first 12 hex digits of the SHA-256 of the file's bytes.
    """
    tree, problems = read_data(data, name, version)
    return Reading(text, data, tree, (*problems, *newer_forms(text)))


def read_data(
    data: Data, name: str, version: str, elsewhere: Iterable[str] = ()
) -> tuple[Tree, list[Problem]]:
    """Read a tree from data that tomli has made.

    Args:
        data: what tomli made of the file.
        name: the file's name without folder and ending.
        version: first 12 hex digits of the SHA-256 of the file's bytes.
        elsewhere: ids of nodes that the data leaves out; choices may lead to them.
    """
    reader = _TreeReader(data, name, version, elsewhere)
    with without_collector():
        return reader.tree(), reader.collect.problems


class _TreeReader:
    def __init__(self, data: Data, name: str, version: str, elsewhere: Iterable[str]) -> None:
        self.data = data
        self.elsewhere = elsewhere
        self.name = name
        self.version = version
        self.collect = Collector()
        declared = {kind: self.collect.quiet_table(data, kind) for kind in WHAT}
        self.refer = References(self.collect, declared)

    def tree(self) -> Tree:
        collect = self.collect
        collect.format(
            self.data, FORMAT, msg('This program reads the format "{format}" only.', format=FORMAT)
        )
        collect.known_keys(self.data, keys.FILE, ())
        about = collect.table(self.data, "tree", ())
        collect.known_keys(about, keys.TREE, ("tree",))
        collect.languages = self._languages(about)
        stages = {row[0]: self._stage(*row) for row in self._named("stages")}
        consequences = {row[0]: self._consequence(*row) for row in self._named("consequences")}
        sources = {row[0]: self._source(*row) for row in self._named("sources")}
        contacts = {row[0]: contact(collect, *row) for row in self._named("contacts")}
        events = {row[0]: event(collect, *row) for row in self._named("events")}
        nodes = NodeReader(collect, self.refer, events).nodes(self.data, self.elsewhere)
        self._number_of(nodes)
        tree = Tree(
            name=self.name,
            version=self.version,
            title=collect.text(about, "title", ("tree",)) or Text.of(self.name),
            root=self._root(about, nodes),
            nodes=nodes,
            summary=collect.text(about, "summary", ("tree",)),
            disclaimer=collect.text(about, "disclaimer", ("tree",)),
            languages=collect.languages,
            reviewed=collect.date(about, "reviewed", ("tree",)),
            review_after_days=collect.integer(about, "review_after_days", ("tree",), 1, 36_500),
            holidays=self._holidays(about),
            urgent=self._urgent(nodes),
            stages=stages,
            consequences=consequences,
            sources=sources,
            contacts=contacts,
            events=events,
            call_reminder=collect.text(about, "call_reminder", ("tree",)),
            require=self._duties(about),
        )
        self._unused()
        collect.texts_without_language()
        return tree

    def _languages(self, about: Table) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for language, path in self.collect.strings(about, "languages", ("tree",)):
            if not is_language(language):
                self.collect.bad_language(language, path)
            elif language in found:
                message = msg('The id "{name}" is there twice.', name=language)
                self.collect.error("duplicate-id", path, message)
            elif reads_leftwards(language):
                message = msg(
                    '"{name}" is written from right to left; nobody can read it here yet.', name=language
                )
                self.collect.warning("right-to-left", path, message)
            found[language] = None
        return tuple(language for language in found if is_language(language))

    def _duties(self, about: Table) -> tuple[HouseRule, ...]:
        found: dict[HouseRule, None] = {}
        for name, path in self.collect.strings(about, "require", ("tree",)):
            if name in list(HouseRule):
                found[HouseRule(name)] = None
            else:
                message = msg('"{value}" is no {name}.', value=name, name="require")
                self.collect.error("unknown-value", path, message, suggestion(name, HouseRule))
        return tuple(found)

    def _named(self, kind: str) -> list[tuple[str, Table, DataPath]]:
        found = self.collect.named_tables(self.data, kind, ())
        self.collect.lookalikes([(name, path) for name, _, path in found])
        return found

    def _stage(self, name: str, table: Table, path: DataPath) -> Stage:
        self.collect.known_keys(table, keys.STAGE, path)
        return Stage(name, self.collect.text(table, "title", path, required=True) or Text.of(name))

    def _consequence(self, name: str, table: Table, path: DataPath) -> Consequence:
        collect = self.collect
        collect.known_keys(table, keys.CONSEQUENCE, path)
        if "severity" not in table:
            collect.missing("severity", path)
        return Consequence(
            id=name,
            title=collect.text(table, "title", path, required=True) or Text.of(name),
            severity=collect.integer(table, "severity", path, 1, GRAVEST) or 1,
            text=collect.text(table, "text", path),
        )

    def _source(self, name: str, table: Table, path: DataPath) -> Source:
        collect = self.collect
        collect.known_keys(table, keys.SOURCE, path)
        url = collect.string(table, "url", path)
        if url:
            collect.seen(url, (*path, "url"))
        return Source(
            id=name,
            title=collect.text(table, "title", path, required=True) or Text.of(name),
            confidence=collect.one_of(table, "confidence", path, Confidence),
            url=clean_line(url) if url else None,
            valid_from=collect.date(table, "valid_from", path),
            valid_until=collect.date(table, "valid_until", path),
            checked=collect.date(table, "checked", path),
        )

    def _number_of(self, nodes: Mapping[str, object]) -> None:
        if not self.data.get("nodes"):
            hint = msg("Begin with: [nodes.start]")
            self.collect.error("no-nodes", ("nodes",), msg("The tree has no node."), hint, Aim.KEY)
        elif len(nodes) > NODES:
            message = msg("A tree may have {limit} nodes at most.", limit=NODES)
            self.collect.error("too-large", ("nodes",), message, aim=Aim.KEY)

    def _root(self, about: Table, nodes: Mapping[str, object]) -> str:
        root = self.collect.string(about, "root", ("tree",))
        if root is None:
            return next(iter(nodes), "")
        if root not in nodes and nodes:
            message = msg('The root "{name}" is no node of this tree.', name=root)
            self.collect.error("no-root", ("tree", "root"), message, did_you_mean(root, nodes))
        return root

    def _holidays(self, about: Table) -> str | None:
        code = self.collect.string(about, "holidays", ("tree",))
        if code is None:
            return None
        known = countries()
        country, dash, region = code.partition("-")
        if country in known and (region in known[country] if dash else True):
            return code
        of_country = [f"{country}-{region}" for region in known.get(country, ())]
        near = nearest_codes(code, of_country or [*known])
        message = msg('No calendar is known for "{value}".', value=code)
        hint = (
            msg("The nearest are: {codes}", codes=", ".join(near))
            if near
            else msg("Write the country's two capital letters, as in CN, or a region of it, as in GB-SCT.")
        )
        self.collect.error("unknown-holidays", ("tree", "holidays"), message, hint)
        return None

    def _urgent(self, nodes: Mapping[str, object]) -> tuple[Urgent, ...]:
        collect = self.collect
        found = []
        for table, path in collect.tables(self.data, "urgent", ()):
            collect.known_keys(table, keys.URGENT, path)
            label = collect.text(table, "label", path, required=True)
            to = collect.string(table, "to", path, required=True)
            if to is not None and to not in nodes:
                collect.unknown("target", to, nodes, (*path, "to"))
            contacts = self.refer.names(table, "contacts", "contacts", path)
            if to is not None:
                found.append(Urgent(label or Text.of(to), to, contacts))
        if not self.data.get("urgent"):
            message = msg("Nothing in this tree is urgent: no [[urgent]] is there.")
            hint = msg("Somebody may hold court papers in their hands: let one key lead them there.")
            collect.warning("no-urgent", (), message, hint)
        return tuple(found)

    def _unused(self) -> None:
        for kind, message in _UNUSED.items():
            for name in self.refer.unused(kind):
                self.collect.warning("unused", (kind, name), msg(message.template, name=name))


_UNUSED = {
    "stages": msg('No node is in the stage "{name}".'),
    "consequences": msg('No node brings the consequence "{name}".'),
    "sources": msg('No node rests on the source "{name}".'),
    "contacts": msg('Nothing names the contact "{name}".'),
    "events": msg('No deadline hangs on the event "{name}".'),
}

"""A whole tree for paper: every node with a number, in several languages side by side."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from debttree.analysis import Prospects
from debttree.analysis.tree_statistics import leading_to
from debttree.analysis.wording import choice_words
from debttree.export.booklet_figures import Figures
from debttree.export.diff_lines import PLAIN, difference_lines
from debttree.export.graph_drawing import Drawing
from debttree.export.sentences import Sentences
from debttree.export.sheets import Sheets, StageSheet
from debttree.journey.matching import Matching
from debttree.journey.tree_diff import Difference, Sort
from debttree.locales import Phrases
from debttree.locales.words import KINDS, line_of
from debttree.model import Choice, Contact, Deadline, Node, Party, Source, Text, Tree


@dataclass(frozen=True, slots=True)
class BookletRow:
    """A row with the same text in each language.

    Attributes:
        words: in each language asked for; equal in all if it has no language.
        note: put before them, in the language of the program.
        goes_to: the number of the node that it leads to, or empty.
        prose: whether the words are Markdown.
        under: rows below it.
    """

    words: tuple[str, ...]
    note: str = ""
    goes_to: str = ""
    prose: bool = False
    under: tuple["BookletRow", ...] = ()


@dataclass(frozen=True, slots=True)
class BookletPart:
    """Rows under a small heading, which may be empty."""

    heading: str
    rows: tuple[BookletRow, ...]


@dataclass(frozen=True, slots=True)
class BookletEntry:
    """A node.

    Attributes:
        number: unique in the booklet, as "12" or "12a".
        name: its id; empty in a print for readers.
        kind: who decides there, its stage and who answers.
        title: in each language.
        mark: for reviewers: new, or changed.
        changes: what changed there, in sentences.
        parts: the rest.
    """

    number: str
    name: str
    kind: str
    title: tuple[str, ...]
    mark: str
    changes: tuple[str, ...]
    parts: tuple[BookletPart, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """A tree on paper.

    Attributes:
        title: in each language.
        languages: those of the words.
        language: of everything else.
        intro: sentences before everything else: tree, version, day.
        about: what the tree says of itself, and what is urgent.
        numbers: statistics; none for readers.
        entries: its nodes.
        gone: nodes that are no longer there, in sentences.
        sheets: the picture of it; none where only what changed is shown.
        signed: whether each entry has a box to sign.
    """

    title: tuple[str, ...]
    languages: tuple[str, ...]
    language: str
    intro: tuple[str, ...]
    about: tuple[BookletPart, ...]
    numbers: tuple[str, ...]
    entries: tuple[BookletEntry, ...]
    gone: tuple[str, ...]
    sheets: tuple[StageSheet, ...]
    signed: bool


@dataclass(frozen=True)
class Wish:
    """The options of a print.

    Attributes:
        languages: of the words, in the order in which they stand side by side.
        reader: leave out what only reviewers need.
        since: the older version that reviewers know already, with what changed; None: all is shown.
        changes: the differences from that version.
    """

    languages: tuple[str, ...]
    reader: bool = False
    since: Matching | None = None
    changes: Sequence[Difference] = ()


def booklet(tree: Tree, wish: Wish, say: Phrases, today: dt.date) -> Booklet:
    """Return a tree as it is printed.

    Args:
        tree: without errors.
        wish: what is shown.
        say: the language of headings and notes.
        today: the day of the print.
    """
    return _Printer(tree, wish, say, today).booklet()


@dataclass
class _Printer:
    tree: Tree
    wish: Wish
    say: Phrases
    today: dt.date
    numbers: Mapping[str, str] = field(init=False)
    leads_here: Mapping[str, list[tuple[Node, int]]] = field(init=False)
    changes: dict[str, list[Difference]] = field(init=False)
    """What changed at each node, by its id."""

    def __post_init__(self) -> None:
        self.numbers = numbered(self.tree, self.wish.since)
        self.leads_here = leading_to(self.tree)
        self.changes = {}
        for one in self.wish.changes:
            if one.path[0] == "nodes":
                self.changes.setdefault(one.path[1], []).append(one)

    def booklet(self) -> Booklet:
        say, tree = self.say, self.tree
        intro = [
            say(
                "{name}, version {version}, printed {date}",
                name=tree.name,
                version=tree.version,
                date=str(self.today),
            )
        ]
        if tree.reviewed and not self.wish.reader:
            intro.append(say("Reviewed: {date}", date=str(tree.reviewed)))
        if self.wish.since:
            old = self.wish.since.old.version
            intro.append(say("Only what changed since version {version} is shown.", version=old))
        return Booklet(
            title=self.each(tree.title),
            languages=self.wish.languages,
            language=say.language,
            intro=tuple(intro),
            about=() if self.wish.since else tuple(self.about()),
            numbers=() if self.wish.reader else tuple(self.figures().lines(self.today)),
            entries=tuple(self.entry(node) for node in tree.nodes.values() if self.is_shown(node)),
            gone=tuple(self.gone()),
            sheets=() if self.wish.since else Sheets(self.drawing(), self.numbers, say).pages,
            signed=not self.wish.reader,
        )

    def figures(self) -> Figures:
        changes = self.wish.changes if self.wish.since else None
        return Figures(self.tree, self.wish.languages, changes, self.numbers, self.say)

    def drawing(self) -> Drawing:
        return Drawing(self.tree, self.wish.languages[0], marks=self.say)

    def each(self, text: Text) -> tuple[str, ...]:
        """Return the words in each language; a sign where one is missing."""
        wordings = [text.wording(language) for language in self.wish.languages]
        return tuple(
            self.say("[not translated]") if wording.missing else wording.text.strip() for wording in wordings
        )

    def row(
        self, text: Text, note: str = "", goes_to: str = "", under: Sequence[BookletRow] = ()
    ) -> BookletRow:
        return BookletRow(self.each(text), note, goes_to, under=tuple(under))

    def about(self) -> Iterator[BookletPart]:
        say, tree = self.say, self.tree
        texts = [text for text in (tree.summary, tree.disclaimer, tree.call_reminder) if text is not None]
        yield BookletPart("", tuple(self.row(text) for text in texts))
        urgent = [
            self.row(
                entry.label,
                goes_to=self.numbers[entry.to],
                under=[self.contact(tree.contacts[name]) for name in entry.contacts],
            )
            for entry in tree.urgent
        ]
        yield BookletPart(say("What comes before all else"), tuple(urgent))
        if not self.wish.reader:
            harms = [
                self.row(
                    harm.title,
                    say("severity {n}", n=harm.severity),
                    under=[self.row(harm.text)] if harm.text else [],
                )
                for harm in tree.consequences.values()
            ]
            yield BookletPart(say("Consequences"), tuple(harms))
            yield BookletPart(say("Choices that the program warns of"), tuple(self.marked()))

    def is_shown(self, node: Node) -> bool:
        return self.wish.since is None or node.id in self.changes or self._is_new(node)

    def _is_new(self, node: Node) -> bool:
        return self.wish.since is not None and node.id not in self.wish.since.nodes.values()

    def gone(self) -> Iterator[str]:
        for one in self.wish.changes:
            if one.sort is Sort.REMOVED and one.path[0] == "nodes" and len(one.path) == 2:
                yield from difference_lines(one, self.say, PLAIN)

    def entry(self, node: Node) -> BookletEntry:
        say = self.say
        changes = [
            line for one in self.changes.get(node.id, ()) for line in difference_lines(one, say, PLAIN)
        ]
        mark = say("changed") if changes else ""
        return BookletEntry(
            number=self.numbers[node.id],
            name="" if self.wish.reader else node.id,
            kind=self.kind(node),
            title=self.each(node.title),
            mark=say("new") if self._is_new(node) else mark,
            changes=() if self._is_new(node) else tuple(changes),
            parts=tuple(part for part in self.parts(node) if part.rows),
        )

    def kind(self, node: Node) -> str:
        say, tree = self.say, self.tree
        said = [say.tell(KINDS[node.kind].word)]
        if node.stage:
            said.append(line_of(tree, tree.stages[node.stage].title, say))
        return " · ".join(said)

    def parts(self, node: Node) -> Iterator[BookletPart]:
        say, tree = self.say, self.tree
        if node.text:
            yield BookletPart("", (BookletRow(self.each(node.text), prose=True),))
        if node.actor:
            yield BookletPart(say("Who answers"), (self.row(node.actor),))
        yield BookletPart(
            say("Brings"), tuple(self.row(tree.consequences[name].title) for name in node.brings)
        )
        yield BookletPart(say.tell(KINDS[node.kind].asked), tuple(self.choices(node)))
        purposes = Sentences(say).purposes()
        items = tuple(self.row(item.text, purposes[item.purpose]) for item in node.checklist)
        yield BookletPart(say("Checklist"), items)
        yield BookletPart(say("Deadlines"), tuple(map(self.deadline, node.deadlines)))
        contacts = tuple(self.contact(tree.contacts[name]) for name in node.contacts)
        yield BookletPart(say("Whom to ring or go to"), contacts)
        yield BookletPart(say("Others can take it on to"), self._going_on(node))
        if node.guide:
            named = say("another guide") if self.wish.reader else node.guide
            yield BookletPart(say("The story goes on in"), (self._plain(named),))
        if not self.wish.reader:
            yield BookletPart(say("Leads here"), tuple(self._leading(node)))
            yield BookletPart(say("Sources"), tuple(self.source(tree.sources[name]) for name in node.sources))

    def _plain(self, words: str, note: str = "") -> BookletRow:
        return BookletRow((words,) * len(self.wish.languages), note)

    def _going_on(self, node: Node) -> tuple[BookletRow, ...]:
        nodes = [self.tree.nodes[name] for name in node.goes_on or ()]
        return tuple(self.row(one.title, goes_to=self.numbers[one.id]) for one in nodes)

    def _leading(self, node: Node) -> Iterator[BookletRow]:
        """Yield one row with the numbers of all choices that lead here, which may be dozens."""
        say = self.say
        named = [say("urgent") for entry in self.tree.urgent if entry.to == node.id]
        named += [self._choice_name(before, number) for before, number in self.leads_here[node.id]]
        if named:
            yield self._plain(" · ".join(named))

    def _choice_name(self, node: Node, number: int) -> str:
        return self.say("{node}, choice {n}", node=self.numbers[node.id], n=number)

    def marked(self) -> Iterator[BookletRow]:
        """Yield the choices that the program warns of: to be read as a whole."""
        prospects = Prospects.of(self.tree)

        def titles(names: Iterable[str]) -> str:
            words = (line_of(self.tree, self.tree.consequences[name].title, self.say) for name in names)
            return self.say.listed(words)

        for node in self.tree.nodes.values():
            for taken in prospects.choices(node.id):
                if taken.marks:
                    number = node.choices.index(taken.choice) + 1
                    said = [self.say.tell(told) for told in choice_words(node.kind, taken, titles)]
                    note = self._choice_name(node, number)
                    yield self.row(taken.choice.label, note, under=[self._plain("; ".join(said))])

    def choices(self, node: Node) -> Iterator[BookletRow]:
        for number, choice in enumerate(node.choices, 1):
            yield self.choice(choice, str(number))

    def choice(self, choice: Choice, number: str) -> BookletRow:
        under = [self.row(text) for text in (choice.text,) if text]
        if choice.caution:
            under.append(self.row(choice.caution, self.say("Caution")))
        return self.row(choice.label, number, self.numbers[choice.to], under)

    def deadline(self, deadline: Deadline) -> BookletRow:
        say, sentences = self.say, Sentences(self.say)
        rule = sentences.rule(deadline, line_of(self.tree, deadline.event, say))
        by = say("for you") if deadline.by is Party.YOU else say("for others")
        event = self.row(deadline.event, say("counted from"))
        return self.row(
            deadline.text, f"{sentences.amount(deadline)} · {by}", under=[event, self._plain(rule)]
        )

    def contact(self, contact: Contact) -> BookletRow:
        reached = " · ".join(part for part in (contact.phone, contact.url) if part)
        checked = self.say("checked {date}", date=str(contact.checked)) if contact.checked else ""
        under = [self.row(text) for text in (contact.hours, contact.cost) if text]
        if checked and not self.wish.reader:
            under.append(self._plain(checked))
        return self.row(contact.title, reached, under=under)

    def source(self, source: Source) -> BookletRow:
        say, sentences = self.say, Sentences(self.say)
        notes = [sentences.confidence(source.confidence)]
        notes += [say("from {date}", date=str(source.valid_from))] if source.valid_from else []
        notes += [say("until {date}", date=str(source.valid_until))] if source.valid_until else []
        notes += [say("checked {date}", date=str(source.checked))] if source.checked else []
        under = [self._plain(source.url)] if source.url else []
        return self.row(source.title, " · ".join(filter(None, notes)), under=under)


def numbered(tree: Tree, since: Matching | None = None) -> dict[str, str]:
    """Return the number of each node: its place in the file, or its number in an older print.

    A node that is new since stands after the one before it in the file: 12a, 12b.

    Args:
        tree: the tree.
        since: the older version, matched; None: there was none.
    """
    if since is None:
        return {name: str(number) for number, name in enumerate(tree.nodes, 1)}
    places = {name: number for number, name in enumerate(since.old.nodes, 1)}
    old = {after: places[before] for before, after in since.nodes.items()}
    numbers: dict[str, str] = {}
    last, added = 0, dict[int, int]()
    for name in tree.nodes:
        if name in old:
            last = old[name]
            numbers[name] = str(last)
        else:
            added[last] = added.get(last, 0) + 1
            numbers[name] = f"{last}{_letters(added[last])}"
    return numbers


def _letters(number: int) -> str:
    """Return a, b ... z, aa, ab ... for 1, 2 ...

    >>> [_letters(number) for number in (1, 26, 27)]
    ['a', 'z', 'aa']
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters

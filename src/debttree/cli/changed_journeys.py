"""Find stored journeys that another version of their tree would change."""

from collections.abc import Iterator, Sequence

from debttree.analysis.wording import short_words
from debttree.cli.session import Session
from debttree.journey import store
from debttree.journey.diff_meaning import Meaning
from debttree.journey.resume import Resumed, belongs, resume
from debttree.journey.saved import Saved
from debttree.journey.tree_diff import Difference, Sort
from debttree.model import clean_line


def changed_journeys(
    found: Sequence[Difference], meaning: Meaning, session: Session, *, named: bool
) -> Iterator[str]:
    """Yield the changes for each stored journey of the old tree, person by person.

    Args:
        found: the differences of the two versions.
        meaning: what they mean.
        session: whose language is used.
        named: whether people are named; else they are numbered.
    """
    say, changes = session.say, _Changes(found, meaning, session)
    mine = [
        (entry.name, entry.saved)
        for entry in store.list_journeys()
        if entry.saved is not None and belongs(meaning.matching.old, entry.saved)
    ]
    yield ""
    touched = 0
    for number, (name, saved) in enumerate(mine, 1):
        told = [*changes.of(saved)]
        touched += bool(told)
        if told:
            yield clean_line(name) if named else say("Journey {n}", n=number)
            yield from (f"  {line}" for line in told)
    kept = say.plural("{n} journey of this guide", "{n} journeys of this guide", len(mine))
    yield say("{journeys}; of these would change: {changed}", journeys=kept, changed=touched)


class _Changes:
    """The changes of one journey between two versions of a tree."""

    def __init__(self, found: Sequence[Difference], meaning: Meaning, session: Session) -> None:
        self._matching = meaning.matching
        self._say = session.say
        self._then, self._now = meaning.then, meaning.now
        self._reads = {
            one.path[1] for one in found if one.path[0] == "nodes" and one.sort is not Sort.RENAMED
        }

    def of(self, saved: Saved) -> Iterator[str]:
        """Yield the changes for a person, in sentences; nothing if there are none."""
        before, after = resume(self._matching.old, saved), resume(self._matching.new, saved)
        yield from (self._say.tell(told) for told in after.told())
        at = self._matching.nodes.get(before.journey.at)
        if after.journey.at != at:
            title = self._title(after.journey.at)
            yield self._say('Would stand at "{title}".', title=title)
        else:
            yield from self._standings(before, after)
        if reads := [node for node in dict.fromkeys(after.journey.path.nodes) if node in self._reads]:
            titles = ", ".join(self._say("“{title}”", title=self._title(node)) for node in reads)
            yield self._say("Reads differently: {titles}", titles=titles)

    def _standings(self, before: Resumed, after: Resumed) -> Iterator[str]:
        old, new = self._matching.old, self._matching.new
        then = self._then.standings(before.journey.at, before.journey.path.met(old))
        now = self._now.standings(after.journey.at, after.journey.path.met(new))
        for name, other in self._matching.declared["consequences"].items():
            if name in then and other in now and then[name] != now[other]:
                yield self._say(
                    "{consequence}: {after}; it was: {before}",
                    consequence=new.line(new.consequences[other].title, self._say.language),
                    after=self._say.tell(short_words(now[other])),
                    before=self._say.tell(short_words(then[name])),
                )

    def _title(self, node: str) -> str:
        return self._matching.new.line(self._matching.new.nodes[node].title, self._say.language)

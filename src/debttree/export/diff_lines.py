"""Write what changed between two versions of a tree: for a terminal, or as Markdown for a merge request."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from debttree.analysis.wording import short_words
from debttree.export.markdown import escaped
from debttree.export.sentences import Sentences
from debttree.export.word_diff import numbers_changed, word_diff
from debttree.journey.diff_deadlines import Postponed, Turn
from debttree.journey.diff_meaning import Marked, Meaning, Moved
from debttree.journey.tree_diff import Difference, Sort
from debttree.locales import Phrases
from debttree.model import Deadline, Party, Roll, clean_line

_NODES_NAMED = 6
"""Most nodes named in a line about a changed status."""


@dataclass(frozen=True, slots=True)
class Style:
    """How lines are written.

    Attributes:
        heading: makes a heading.
        line: makes a line of a list.
        words: writes words out of a tree.
        taken_out: marks words that were taken out.
        put_in: marks words that were put in.
    """

    heading: Callable[[str], str]
    line: Callable[[str], str]
    words: Callable[[str], str]
    taken_out: Callable[[str], str]
    put_in: Callable[[str], str]


def _around(before: str, after: str, words: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: f"{before}{words(text)}{after}" if text.strip() else words(text)


PLAIN = Style(
    heading=lambda text: f"{text}\n",
    line=lambda text: f"  {text}",
    words=clean_line,
    taken_out=_around("[-", "-]", clean_line),
    put_in=_around("{+", "+}", clean_line),
)
"""For a terminal; words that changed as `git diff --word-diff` marks them."""

MARKDOWN = Style(
    heading=lambda text: f"## {text}\n",
    line=lambda text: f"- {text}",
    words=lambda text: escaped(clean_line(text)),
    taken_out=_around("<del>", "</del>", lambda text: escaped(clean_line(text))),
    put_in=_around("<ins>", "</ins>", lambda text: escaped(clean_line(text))),
)
"""For a merge request."""


def diff_lines(found: Iterable[Difference], meaning: Meaning, say: Phrases, style: Style) -> Iterator[str]:
    """Yield the lines of all changes, then of their meaning.

    Args:
        found: the differences.
        meaning: what they mean.
        say: the language of the sentences.
        style: how lines are written.
    """
    changed = [line for one in found for line in difference_lines(one, say, style)]
    if not changed:
        yield say("Nothing changed.")
        return
    yield style.heading(say("What changed"))
    yield from map(style.line, changed)
    yield ""
    yield style.heading(say("What it means for people"))
    meant = [*_meaning(meaning, say, style)]
    yield from map(style.line, meant or [say("No last day, no harm and no mark is otherwise.")])


def difference_lines(one: Difference, say: Phrases, style: Style) -> Iterator[str]:
    """Yield the lines of one difference.

    Args:
        one: the difference.
        say: the language of the sentences.
        style: how words are written.
    """
    name = style.words(called(one))
    before, after = style.words(one.before or ""), style.words(one.after or "")
    match one.sort:
        case Sort.ADDED:
            yield say("+ {name}: {words}", name=name, words=after)
        case Sort.REMOVED:
            yield say("- {name}: {words}", name=name, words=before)
        case Sort.RENAMED:
            yield say("{name}: has this id now; it was {before}", name=name, before=before)
        case Sort.RETARGETED:
            yield say(
                "{name}: leads to {after} now; it led to {before}", name=name, before=before, after=after
            )
        case Sort.REORDERED:
            yield say("{name}: stands elsewhere in its list", name=name)
        case Sort.CHANGED:
            none = say("nothing")
            yield say(
                "{name}: {after}; it was {before}", name=name, before=before or none, after=after or none
            )
        case Sort.REWORDED:
            yield from _reworded(one, name, say, style)


def called(one: Difference) -> str:
    """Return the place of a difference in ids: `sued:defend label (zh)`, `tree title`."""
    kind, *rest = one.path
    if kind == "nodes" and rest[1:2] and rest[1] in ("choices", "checklist", "deadlines") and rest[2:]:
        rest = [f"{rest[0]}:{rest[2]}", *rest[3:]]
    names = rest if kind == "nodes" else [kind, *rest]
    return " ".join(names) + (f" ({one.language})" if one.language else "")


def _reworded(one: Difference, name: str, say: Phrases, style: Style) -> Iterator[str]:
    before, after = clean_line(one.before or ""), clean_line(one.after or "")
    words = word_diff(before, after, style.taken_out, style.put_in, style.words)
    yield say("{name}: {words}", name=name, words=words)
    lost, gained = numbers_changed(before, after)
    if before and after and (lost or gained):
        none = say("nothing")
        yield say(
            "{name}: NUMBERS: {after}; it was {before}",
            name=name,
            before=style.words(", ".join(lost)) or none,
            after=style.words(", ".join(gained)) or none,
        )


def _meaning(meaning: Meaning, say: Phrases, style: Style) -> Iterator[str]:
    for postponed in meaning.deadlines:
        yield from _postponed(postponed, meaning, say, style)
    for moved in meaning.moved:
        yield _moved(moved, meaning, say, style)
    for marked in meaning.marks:
        yield _marked(marked, meaning, say, style)
    for node in meaning.unreached:
        yield say("{node} can no longer be reached.", node=style.words(node))
    for source in meaning.ran_out:
        yield say("The source {name} has run out.", name=style.words(source))


def _postponed(one: Postponed, meaning: Meaning, say: Phrases, style: Style) -> Iterator[str]:
    """Yield the changes of a deadline: its end, its event, who must act."""
    name = style.words(f"{one.node}:{one.deadline}")
    if one.is_recounted:
        before, after = _counted(one.before, say), _counted(one.after, say)
        yield {
            Turn.EARLIER: say(
                "{name} ends earlier now: {after}; it was {before}", name=name, before=before, after=after
            ),
            Turn.LATER: say(
                "{name} ends later now: {after}; it was {before}", name=name, before=before, after=after
            ),
            Turn.EITHER: say(
                "{name} ends earlier or later, by the day of its event: {after}; it was {before}",
                name=name,
                before=before,
                after=after,
            ),
            Turn.NOWHERE: say(
                "{name} is counted otherwise: {after}; it was {before}", name=name, before=before, after=after
            ),
        }[one.turn]
    if one.has_other_event:
        old, new = meaning.matching.old, meaning.matching.new
        yield say(
            "{name} is counted from “{after}” now; it was “{before}”",
            name=name,
            before=style.words(old.line(one.before.event, say.language)),
            after=style.words(new.line(one.after.event, say.language)),
        )
    if one.is_anothers and one.after.by is Party.YOU:
        yield say("{name}: you must act now; it was others", name=name)
    elif one.is_anothers:
        yield say("{name}: others must act now; it was you", name=name)


def _counted(deadline: Deadline, say: Phrases) -> str:
    """Return how a deadline is counted, in a few words."""
    amount, rolls = Sentences(say).amount(deadline), deadline.roll is Roll.NEXT_WORKING_DAY
    if deadline.before:
        said = say("{amount} before it, back to a working day", amount=amount)
        return said if rolls else say("{amount} before it", amount=amount)
    return say("{amount}, on to a working day", amount=amount) if rolls else amount


def _moved(moved: Moved, meaning: Meaning, say: Phrases, style: Style) -> str:
    named = ", ".join(map(style.words, moved.nodes[:_NODES_NAMED]))
    more = len(moved.nodes) - _NODES_NAMED
    nodes = say("{names} and {n} more", names=named, n=more) if more > 0 else named
    return say(
        "{consequence}: {after}; it was: {before} (at {nodes})",
        consequence=_titled(moved.consequence, meaning, say, style),
        after=say.tell(short_words(moved.after)),
        before=say.tell(short_words(moved.before)),
        nodes=nodes,
    )


def _marked(marked: Marked, meaning: Meaning, say: Phrases, style: Style) -> str:
    choice = style.words(f"{marked.node}:{marked.choice}")
    consequence = _titled(marked.consequence, meaning, say, style)
    if marked.came:
        return say("{choice} is marked now: {consequence}", choice=choice, consequence=consequence)
    return say("{choice} is no longer marked: {consequence}", choice=choice, consequence=consequence)


def _titled(consequence: str, meaning: Meaning, say: Phrases, style: Style) -> str:
    tree = meaning.matching.new
    return style.words(tree.line(tree.consequences[consequence].title, say.language))

"""Check the rules that a house (an organisation) can set for its trees: sources, freshness, stories."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator

from debttree.model import Contact, HouseRule, Kind, Node, Problem, Severity, Source, Text, Tree, msg

_STATES_LAW = re.compile(
    r"\d|§|《|》|[Aa]rt\.|\b[Ss]ection\b|\b[Ll]aw\b|\b[Cc]ode\b|第[一二三四五六七八九十百零]+条"
)
"""A number, a date, a section sign or a word for a statute: a statement of law that needs a source."""

USUAL_DAYS = 365
"""Days after which something must be checked again, if the tree does not say."""


def house_problems(
    tree: Tree, duties: Collection[HouseRule], today: dt.date, visited: Collection[str] | None
) -> list[Problem]:
    """Return violations of house rules, as warnings.

    Args:
        tree: without errors.
        duties: the rules to check.
        today: the day on which sources and contacts must be fresh.
        visited: ids of the nodes that its stories visit; None: it has no stories.
    """
    found: list[Problem] = []
    if HouseRule.SOURCES in duties:
        found += _unsourced(tree)
    if HouseRule.FRESH in duties:
        found += _unchecked(tree, "sources", tree.sources.values(), today)
        found += _unchecked(tree, "contacts", tree.contacts.values(), today)
    if HouseRule.STORIES in duties:
        found += _untold(tree, visited)
    return found


def _unsourced(tree: Tree) -> Iterator[Problem]:
    hint = msg("Name what it rests on: sources = [...]")
    for node in tree.nodes.values():
        if not node.sources and any(_STATES_LAW.search(words) for words in _words(node)):
            message = msg("It states a number, a date or law, and rests on no source.")
            yield Problem("unsourced", Severity.WARNING, message, hint, ("nodes", node.id), node=node.id)


def _words(node: Node) -> Iterator[str]:
    texts: list[Text | None] = [node.text, *(choice.text for choice in node.choices)]
    texts += [choice.caution for choice in node.choices]
    texts += [deadline.text for deadline in node.deadlines]
    yield from (words for text in texts if text for _, words in text.variants)
    if node.deadlines:
        yield "1"  # a period is a number not written in words


def _unchecked(
    tree: Tree, kind: str, things: Iterable[Source | Contact], today: dt.date
) -> Iterator[Problem]:
    days = dt.timedelta(days=tree.review_after_days or USUAL_DAYS)
    for thing in things:
        if isinstance(thing, Contact) and tree.is_stale(thing, today):
            continue  # `check` says so by itself
        if thing.checked is None:
            message = msg('"{name}" does not say when it was checked.', name=thing.id)
        elif thing.checked + days < today:
            message = msg('"{name}" was last checked on {date}.', name=thing.id, date=str(thing.checked))
        else:
            continue
        hint = msg("Check it, then set checked to that day.")
        yield Problem("not-fresh", Severity.WARNING, message, hint, (kind, thing.id, "checked"))


def _untold(tree: Tree, visited: Collection[str] | None) -> Iterator[Problem]:
    hint = msg("Write one; debttree test names a way to each end.")
    if visited is None:
        message = msg("Every end is to have a story, and no file of stories stands beside the tree.")
        yield Problem("no-story", Severity.WARNING, message, hint, ("tree", "require"))
        return
    for node in tree.nodes.values():
        if node.kind is Kind.OUTCOME and node.id not in visited:
            message = msg("No story comes to this end.")
            yield Problem("no-story", Severity.WARNING, message, hint, ("nodes", node.id), node=node.id)

"""The side pane of a form: problems of the subject, the graph around it, its prospects."""

from collections.abc import Iterator

from debttree.analysis.prospect_status import by_distance
from debttree.analysis.wording import status_words
from debttree.model import SEVERITY_WORDS, DataPath, Problem, clean_line
from debttree.tui.editor.items import place_item
from debttree.tui.editor.view import View
from debttree.tui.editor.views.around import around
from debttree.tui.editor.views.signs import sign
from debttree.tui.kit.page import Block, Para, Run, blank, joined
from debttree.tui.kit.signs import STATUS_SIGNS


def side(view: View, subject: DataPath) -> list[Block]:
    """Return problems, the graph, prospects."""
    parts = [list(_problems(view, subject))]
    if subject[0] == "nodes":
        parts += [list(_graph(view, str(subject[1]))), list(_prospects(view, str(subject[1])))]
    return list(joined(parts))


def _heading(words: str) -> Para:
    return Para((Run(words, "heading"),), (Run(" "),))


def problem_blocks(view: View, problem: Problem, item: str | None) -> Iterator[Block]:
    """Yield a problem: its sign, message and hint.

    Args:
        view: the draft, and who looks at it.
        problem: the problem.
        item: the item that the block is, or None.
    """
    say, rest = view.say, (Run("   "),)
    severity = SEVERITY_WORDS[problem.severity]
    words = say("{severity}: {message}", severity=severity, message=problem.message)
    yield Para((Run(words),), (Run(" "), sign(problem.severity), Run(" ")), rest, item=item)
    if problem.hint is not None:
        yield Para((Run(say.tell(problem.hint), "dim"),), rest, rest, item=item)


def _problems(view: View, subject: DataPath) -> Iterator[Block]:
    if view.assessment is None:
        return
    found = view.assessment.of(subject)
    yield _heading(view.say("Problems here"))
    if not found:
        yield Para((Run(view.say("None."), "dim"),), (Run("   "),))
    for problem in found:
        yield from problem_blocks(view, problem, place_item(problem.path or subject))


def _graph(view: View, node: str) -> Iterator[Block]:
    """Yield the graph around the node."""
    yield _heading(view.say("The graph around here"))
    yield from around(view, node)


def _prospects(view: View, node: str) -> Iterator[Block]:
    """Yield the status of each consequence, as if none had been met before."""
    known = view.assessment.prospects if view.assessment else None
    if known is None or node not in known.tree.nodes or not known.tree.consequences:
        return
    yield _heading(view.say("Prospects from here"))
    for standing, names in by_distance(known.standings(node)):
        glyph, role = STATUS_SIGNS[standing.status]
        words = Run(view.say.tell(status_words(standing)), role)
        yield Para((words,), (Run(" "), Run(glyph + " ", role)), (Run("   "),))
        for name in names:
            title = known.tree.words(known.tree.consequences[name].title, view.language)
            yield Para((Run(clean_line(title)),), (Run("   "),), (Run("     "),))


def all_problems(view: View) -> list[Block]:
    """Return all problems grouped by subject, in the order of the file."""
    assessed = view.assessment
    if assessed is None:
        return [Para((Run(view.say("Looking for problems ..."), "dim"),))]
    if not assessed.problems:
        return [Para((Run(view.say("No problem was found."), "good"),))]
    blocks: list[Block] = []
    for problem in assessed.problems:
        blocks += [*problem_blocks(view, problem, place_item(problem.path)), blank(place_item(problem.path))]
    return blocks

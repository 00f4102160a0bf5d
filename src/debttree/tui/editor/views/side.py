"""The side pane of a form: problems of the subject, the graph around it, its prospects."""

from collections.abc import Hashable, Iterator

from debttree.analysis.prospect_status import by_distance
from debttree.analysis.wording import status_words
from debttree.model import DataPath, Problem, clean_line
from debttree.tui.editor.items import AtPath
from debttree.tui.editor.view import View
from debttree.tui.editor.views.around import around
from debttree.tui.editor.views.signs import sign
from debttree.tui.kit.page import Block, Para, Run, blank, headed, joined
from debttree.tui.kit.signs import STATUS_SIGNS


def side(view: View, subject: DataPath) -> list[Block]:
    """Return problems, the graph, prospects."""
    say = view.say
    parts = [headed(say("Problems here"), _problems(view, subject))]
    if subject[0] == "nodes":
        parts.append(headed(say("The graph around here"), around(view, str(subject[1]))))
        parts.append(headed(say("Prospects from here"), _prospects(view, str(subject[1]))))
    return list(joined(parts))


def problem_blocks(view: View, problem: Problem, item: Hashable) -> Iterator[Block]:
    """Yield one problem: its sign, what is wrong, how to mend it.

    Args:
        view: the draft, and who looks at it.
        problem: the problem.
        item: the item that the block is, or None.
    """
    say, rest = view.say, (Run("   "),)
    words = say("{severity}: {message}", severity=problem.severity.words, message=problem.message)
    yield Para((Run(words),), (Run(" "), sign(problem.severity), Run(" ")), rest, item=item)
    if problem.hint is not None:
        yield Para((Run(say.tell(problem.hint), "dim"),), rest, rest, item=item)


def _problems(view: View, subject: DataPath) -> Iterator[Block]:
    if view.assessment is None:
        return
    found = view.assessment.of(subject)
    if not found:
        yield Para((Run(view.say("None."), "dim"),), (Run("   "),))
    for problem in found:
        yield from problem_blocks(view, problem, AtPath(problem.path or subject))


def _prospects(view: View, node: str) -> Iterator[Block]:
    """Yield the status of each consequence, as if none had been met before."""
    known = view.assessment.prospects if view.assessment else None
    if known is None or node not in known.tree.nodes or not known.tree.consequences:
        return
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
        blocks += [*problem_blocks(view, problem, AtPath(problem.path)), blank(AtPath(problem.path))]
    return blocks

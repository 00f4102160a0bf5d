"""The prospects at a node: as data for scripts, as tables for people."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from debttree.analysis import ChoiceProspects, Prospects
from debttree.analysis import Status as Prospect
from debttree.analysis.elsewhere import guide_at
from debttree.analysis.prospect_status import Standings, by_distance
from debttree.analysis.wording import (
    CALM,
    COUNTED,
    EACH_ALONE,
    ELSEWHERE,
    NAMED,
    choice_words,
    short_words,
    status_words,
    worst_words,
)
from debttree.cli.table import WIDTH, table
from debttree.export.wrapping import wrapped
from debttree.locales import Phrases
from debttree.locales.words import line_of
from debttree.model import CRISIS, Path, Step, Text, fields, path_text

Found = TypeVar("Found")

_BETWEEN = " · "
"""The separator of titles in one line, since titles may contain commas."""

_NOTHING: dict[str, Any] = {"consequences": {}, "setbacks": {}, "worst": None}
"""The values for scripts at nodes with the tag `crisis`."""


@dataclass(frozen=True, slots=True)
class Report:
    """The subject of a report, and the prospects it is made from.

    Attributes:
        path: the path to the present node.
        avoid: ids of the consequences to avoid together; if empty, the report omits that part.
        language: of the tree's texts.
        marks: says where a text is in another language; None: nothing does, as in data.
    """

    prospects: Prospects
    path: Path
    avoid: tuple[str, ...]
    language: str
    marks: Phrases | None = None

    @property
    def met(self) -> tuple[str, ...]:
        """What the path has met."""
        return self.path.met(self.prospects.tree)

    @property
    def standings(self) -> Standings:
        """The status of each consequence at the end of the path."""
        return self.prospects.standings(self.path.end, self.met)

    @property
    def worst(self) -> int:
        """The severity (0-5) of the worst case if you choose well."""
        return self.prospects.worst(self.path.end, self.met)

    @property
    def choices(self) -> list[ChoiceProspects]:
        """The prospects after each choice."""
        return self.prospects.choices(self.path.end, self.met)

    @property
    def is_crisis(self) -> bool:
        """Whether life is in danger there."""
        return CRISIS in self.prospects.tree.nodes[self.path.end].tags

    @property
    def guide(self) -> str | None:
        """The guide in which the story goes on where the path ends."""
        return guide_at(self.prospects.tree.nodes[self.path.end])

    def advice(self) -> list[str]:
        """Return the ids of the choices without a mark; empty where the person does not decide."""
        return [choice.id for choice in self.prospects.advice(self.path.end, self.met)]

    def together(self) -> Prospect | None:
        """Return whether the consequences can be avoided together."""
        return self.prospects.together(self.path.end, self.avoid, self.met)

    def plan(self) -> dict[str, str] | None:
        """Return what to choose at each node to avoid the consequences together, or None."""
        return self.prospects.plan(self.path.end, self.avoid, self.met)

    def witnesses(self) -> dict[str, Path | None]:
        """Return for each consequence a shortest way that shows its status."""
        tree = self.prospects.tree
        return {name: self.prospects.witness(self.path.end, name, self.met) for name in tree.consequences}

    def examples(self) -> dict[str, Path]:
        """Return the ways to show to a person."""
        return self._of_each(lambda name: self.prospects.example(self.path.end, name, self.met))

    def points_of_no_return(self) -> dict[str, Step]:
        """Return for each consequence that is no longer in the person's hands the last step while it was."""
        return self._of_each(lambda name: self.prospects.point_of_no_return(self.path, name))

    def _of_each(self, find: Callable[[str], Found | None]) -> dict[str, Found]:
        """Return what is found about each consequence, of those about which something is."""
        found = {name: find(name) for name in self.prospects.tree.consequences}
        return {name: one for name, one in found.items() if one is not None}

    def titles(self, names: Iterable[str]) -> str:
        """Return the titles of consequences, joined into one string."""
        return _BETWEEN.join(map(self.title, names))

    def words(self, text: Text) -> str:
        """Return a text on one line."""
        tree = self.prospects.tree
        return tree.line(text, self.language) if self.marks is None else line_of(tree, text, self.marks)

    def title(self, consequence: str) -> str:
        """Return the title of a consequence."""
        return self.words(self.prospects.tree.consequences[consequence].title)

    def node(self, name: str) -> str:
        """Return the title of a node, and its id."""
        return f"{self.words(self.prospects.tree.nodes[name].title)} ({name})"

    def label(self, node: str, choice_id: str) -> str:
        """Return the label of a choice."""
        choice = self.prospects.tree.nodes[node].choice(choice_id)
        return "" if choice is None else self.words(choice.label)


def as_data(report: Report) -> dict[str, Any]:
    """Return the data for scripts: keys may be added, never changed.

    Where life is in danger nothing is said of what lies ahead: tables and lists are empty, single values null.
    """
    tree, calm = report.prospects.tree, report.is_crisis
    ahead = {
        "consequences": {name: standing.status for name, standing in report.standings.items()},
        "setbacks": {name: standing.setbacks for name, standing in report.standings.items()},
        "worst": report.worst,
    }
    witnesses = {} if calm else report.witnesses()
    given_away = {} if calm else report.points_of_no_return()
    data: dict[str, Any] = {
        "node": report.path.end,
        "met": list(report.met),
        **(_NOTHING if calm else ahead),
        "guide": report.guide,
        "choices": [_choice_data(report, choice) for choice in report.choices],
        "advice": [] if calm else report.advice(),
        "witnesses": {name: path_text(tree, way) if way else None for name, way in witnesses.items()},
        "points_of_no_return": {
            name: fields(step, "node", "choice", "to") for name, step in given_away.items()
        },
    }
    if report.avoid:
        data["together"] = None if calm else report.together() or "not"
        data["plan"] = {} if calm else report.plan() or {}
    return data


def _choice_data(report: Report, taken: ChoiceProspects) -> dict[str, Any]:
    ahead = {"consequences": taken.statuses, **fields(taken, "setbacks", "marks", "worst")}
    return {
        **fields(taken.choice, "id", "to"),
        "label": report.words(taken.choice.label),
        **({**_NOTHING, "marks": {}} if report.is_crisis else ahead),
        "guide": taken.guide,
    }


def as_lines(report: Report, say: Phrases) -> Iterator[str]:
    """Yield tables for a terminal of 80 columns; the worst case stands under them, for it is seldom what is next."""
    yield from wrapped(report.node(report.path.end), WIDTH)
    if report.is_crisis:
        yield from wrapped(say.tell(CALM), WIDTH)
        return
    if report.guide is not None:
        yield from wrapped(say.tell(ELSEWHERE), WIDTH)
        return
    yield from _now(report, say)
    for number, choice in enumerate(report.choices, 1):
        yield ""
        yield from _choice(report, number, choice, say)
    for part in (
        _advice(report, say),
        _answers(report, say),
        _no_return(report, say),
        _examples(report, say),
        _together(report, say),
    ):
        for position, line in enumerate(part):
            if not position:
                yield ""
            yield line


def _now(report: Report, say: Phrases) -> Iterator[str]:
    harms = report.prospects.tree.consequences
    if not harms:
        yield say("This tree declares no consequences.")
        return
    heading = [say("severity"), say("consequence"), say("id"), say("from here")]
    rows = [
        [str(harms[name].severity), report.title(name), name, say.tell(status_words(standing))]
        for standing, names in by_distance(report.standings)
        for name in names
    ]
    yield from table([heading, *rows])
    for notice in (EACH_ALONE, COUNTED, worst_words(report.worst)):
        yield from wrapped(say.tell(notice), WIDTH)


def _choice(report: Report, number: int, choice: ChoiceProspects, say: Phrases) -> Iterator[str]:
    """Yield a choice, its marks, and what differs from here once it is taken."""
    label = say(
        "{label} → {node}", label=report.words(choice.choice.label), node=report.node(choice.choice.to)
    )
    yield from wrapped(label, WIDTH, "   ", f"{number}. ")
    if choice.worst != report.worst and choice.guide is None:
        yield from wrapped(say.tell(worst_words(choice.worst)), WIDTH, "   ")
    kind = report.prospects.tree.nodes[report.path.end].kind
    for message in choice_words(kind, choice, report.titles):
        yield from wrapped("! " + say.tell(message), WIDTH, "   ")
    if choice.guide is not None:
        return
    here = report.standings
    changed = {name: standing for name, standing in choice.standings.items() if standing != here[name]}
    if not changed:
        yield "   " + say("As here for everything in this guide.")
        return
    rows = [
        [say.tell(short_words(standing)), report.titles(names)] for standing, names in by_distance(changed)
    ]
    yield from (f"   {line}" for line in table(rows, WIDTH - 3))


def _advice(report: Report, say: Phrases) -> Iterator[str]:
    """Yield the numbers of the choices without a mark, where some choice has one."""
    numbers = {choice.choice.id: number for number, choice in enumerate(report.choices, 1)}
    advice = report.advice()
    if advice and len(advice) < len(numbers):
        choices = ", ".join(str(numbers[choice]) for choice in advice)
        yield say("Without a mark: {choices}", choices=choices)


def _answers(report: Report, say: Phrases) -> list[str]:
    """Return the answers themselves where two or fewer setbacks lead to a consequence."""
    rows = []
    for name, standing in report.standings.items():
        if standing.status is Prospect.AT_RISK and 0 < (standing.setbacks or 0) <= NAMED:
            for step in report.prospects.unfavourable(report.path.end, name, report.met):
                choice = step.taken(report.prospects.tree)
                answer = report.words(choice.label) if choice else report.node(step.to)
                rows.append([report.title(name), answer, report.node(step.node)])
    return _titled((say("comes if they answer"), "", say("at")), rows)


def _no_return(report: Report, say: Phrases) -> list[str]:
    rows = []
    for name, step in report.points_of_no_return().items():
        choice = step.taken(report.prospects.tree)
        taken = report.words(choice.label) if choice else say("a jump to {node}", node=report.node(step.to))
        rows.append([report.title(name), report.node(step.node), taken])
    return _titled((say("no longer in your hands since"), say("at"), say("the choice")), rows)


def _examples(report: Report, say: Phrases) -> list[str]:
    tree, standings, rows = report.prospects.tree, report.standings, []
    for name, way in report.examples().items():
        clear = standings[name].status.is_yours
        nodes = path_text(tree, way).replace(",", ", ")
        rows.append([report.title(name), say("without it:") if clear else say("meets it:"), nodes])
    return _titled((say("for instance"), "", say("a way from here")), rows)


def _titled(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table under its headings; nothing where it has no rows."""
    return table([heading, *rows]) if rows else []


def _together(report: Report, say: Phrases) -> Iterator[str]:
    if not report.avoid:
        return
    plan, status = report.plan(), report.together()
    names = report.titles(report.avoid)
    if status is None:
        words = say("To avoid together: {names}: not in your hands alone.", names=names)
    elif status is Prospect.HOLDABLE:
        words = say("To avoid together: {names}: in your hands while you keep at it.", names=names)
    else:
        words = say("To avoid together: {names}: in your hands.", names=names)
    yield from wrapped(words, WIDTH)
    if plan is None:
        yield say("There is no plan: it is met, or hangs on your facts.")
        return
    if plan:
        yield from table(
            [
                [say("where you decide"), say("choose")],
                *(
                    [report.node(name), f"{report.label(name, taken)} ({taken})"]
                    for name, taken in plan.items()
                ),
            ]
        )
    else:
        yield say("Nothing is left for you to decide.")

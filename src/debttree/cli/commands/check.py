"""`debttree check FILE...`: what is wrong in tree files, and where."""

import argparse
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from debttree.analysis.checking import Checked, check_file, placed
from debttree.cli.checked_files import cut_off, files_of
from debttree.cli.github import annotation
from debttree.cli.missing_translations import MISSING_TRANSLATION, one_line_each
from debttree.cli.problem_lines import ColourStyle, PlainStyle, problem_lines
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import chosen_words
from debttree.locales import Phrases
from debttree.model import HouseRule, Place, Problem, Severity, Trouble, fields, msg, to_json
from debttree.reading.gc_pause import without_collector_at_all
from debttree.storage.library import find_guide

_Found = list[tuple[str, str, list[Problem]]]
"""For each file that could be read: its name, its text, its problems sorted by place."""


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add FILE... and how problems are shown."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar=say("FILE"),
        help=say("tree files, folders of them, patterns; - is standard input"),
    )
    parser.add_argument("--strict", action="store_true", help=say("warnings fail too"))
    parser.add_argument(
        "--all", action="store_true", help=say("list every missing translation; else one line a language")
    )
    parser.add_argument(
        "--rules",
        default="",
        metavar="sources,fresh,stories",
        help=say("what your house demands besides; a tree can demand it by itself"),
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help=say("text for people, json for scripts, github for its workflow annotations"),
    )


def run(options: argparse.Namespace, session: Session) -> int:
    """Check every file; continue after one that cannot be read."""
    with without_collector_at_all():
        return _check(options, session)


def _check(options: argparse.Namespace, session: Session) -> int:
    found: _Found = []
    files, unreadable = _files(options.files, session)
    for file in files:
        try:
            checked = check_file(file, session.today, partial(_is_guide, file))
            required = _required_of_house(checked, file, options.rules, session)
        except Trouble as trouble:
            session.complain(trouble)
            unreadable = True
        else:
            found.append((str(file), checked.text, placed((*checked.problems, *required), checked.text)))
    whole = options.all or options.format == "json"
    shown = found if whole else [(file, text, one_line_each(problems)) for file, text, problems in found]
    if options.format == "text":
        _as_text(shown, session, whole=(MISSING_TRANSLATION,) if options.all else ())
        session.message(_summary(found, session.say))
    else:
        _FOR_PROGRAMS[options.format](shown, session)
    if unreadable or not files:
        return ExitStatus.USAGE
    return _status([problem for _, _, problems in found for problem in problems], strict=options.strict)


def _files(names: list[str], session: Session) -> tuple[list[Path], bool]:
    """Return the distinct files that names stand for, and whether a name stands for none, which is reported."""
    found: dict[Path, None] = {}
    stories: dict[Path, None] = {}
    failed = False
    for name in names:
        try:
            meant = files_of(name)
        except Trouble as trouble:
            session.complain(trouble)
            failed = True
        else:
            found |= dict.fromkeys(meant.trees)
            stories |= dict.fromkeys(meant.stories)
            if meant.is_cut:
                session.complain(cut_off(name))
                failed = True
    if stories:
        listed = session.say.listed(map(str, stories))
        session.message(
            session.say("Stories, passed over: {files}. `debttree test` walks them.", files=listed)
        )
    return [*found], failed


def _is_guide(file: Path, name: str) -> bool:
    """Return whether an outcome in a file can lead to a guide of this name."""
    return find_guide(name, file) is not None


def _required_of_house(checked: Checked, file: Path, rules: str, session: Session) -> list[Problem]:
    """Return violations of house rules: those of `--rules`, and those that the tree requires itself."""
    tree, asked = checked.tree, _duties(rules)
    if tree is None or checked.errors or not (asked or tree.require):
        return []
    from debttree.cli.story_files import visited_by_stories
    from debttree.journey.house_rules import house_problems

    duties = {*tree.require, *asked}
    visited = visited_by_stories(file, tree, session.today) if HouseRule.STORIES in duties else None
    return house_problems(tree, duties, session.today, visited)


def _duties(text: str) -> list[HouseRule]:
    names = chosen_words(text, HouseRule, lambda name: msg('There is no rule "{name}".', name=name))
    return [HouseRule(name) for name in names]


def _status(problems: list[Problem], *, strict: bool) -> ExitStatus:
    failed = any(strict or problem.severity is Severity.ERROR for problem in problems)
    return ExitStatus.TREE_ERRORS if failed else ExitStatus.DONE


def _as_text(found: _Found, session: Session, whole: Collection[str]) -> None:
    style = (
        ColourStyle() if session.out.isatty() and not session.environment.get("NO_COLOR") else PlainStyle()
    )
    for file, text, problems in found:
        session.lines(problem_lines(problems, file, text, session.say, style, whole=whole))


def _summary(found: _Found, say: Phrases) -> str:
    problems = [problem for _, _, of_file in found for problem in of_file]
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return say(
        "{files}: {errors}, {warnings}",
        files=say.plural("{n} file", "{n} files", len(found)),
        errors=say.plural("{n} error", "{n} errors", errors),
        warnings=say.plural("{n} warning", "{n} warnings", len(problems) - errors),
    )


def _as_json(found: _Found, session: Session) -> None:
    say = session.say
    rows = [
        {
            "file": file,
            **fields(problem.place or Place(1, 1), "line", "column"),
            **fields(problem, "severity", "code"),
            "message": say.tell(problem.message),
            "hint": say.tell(problem.hint) if problem.hint else None,
            "node": problem.node,
        }
        for file, _, problems in found
        for problem in problems
    ]
    session.write(to_json(rows))


def _as_github(found: _Found, session: Session) -> None:
    """Write an annotation of GitHub's workflows for each problem."""
    for file, _, problems in found:
        for problem in problems:
            place = problem.place or Place(1, 1)
            message = session.say.told(problem.message, problem.hint)
            session.line(annotation(str(problem.severity), file, place, problem.code, message))


_FOR_PROGRAMS: dict[str, Callable[[_Found, Session], None]] = {
    "json": _as_json,
    "github": _as_github,
}

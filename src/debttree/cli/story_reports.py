"""Report what came of stories: to people, to scripts, and in the forms that build servers read."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from debttree.cli.github import annotation
from debttree.cli.session import Session
from debttree.cli.story_files import StoryRun
from debttree.journey.story_cover import Cover, Unvisited
from debttree.journey.story_run import Failure, StoryResult
from debttree.locales import Phrases
from debttree.model import Aim, Place, clean, clean_line, path_text, to_json


def cover_of(run: StoryRun) -> Cover:
    """Return what the stories of a run visit."""
    return Cover(run.teller.prospects, tuple(told.path for told in run.told))


def as_text(runs: Sequence[StoryRun], limit: int, session: Session) -> None:
    """Write a line for each story, an account of each failure, and what no story visits.

    Args:
        runs: the files of stories, run.
        limit: how much of what no story visits is listed, of each kind.
        session: where it is written.
    """
    say = session.say
    for run in runs:
        session.line(clean_line(str(run.file)))
        for told in run.told:
            sign = say("FAILED") if told.failures else say("ok")
            session.line(f"  {sign}  {clean_line(told.story.name)}")
            for failure in told.failures:
                session.line(f"          {_account(failure, say)}")
        for line in _cover_lines(run, cover_of(run), limit, say):
            session.line(line)
    failed = sum(bool(told.failures) for run in runs for told in run.told)
    number = sum(len(run.told) for run in runs)
    session.message(
        say(
            "{stories}: {failed}",
            stories=say.plural("{n} story", "{n} stories", number),
            failed=say.plural("{n} failed", "{n} failed", failed),
        )
    )


def _where(failure: Failure) -> str:
    """Return which value of a story failed, as it is written: `expect.status.litigation`, `answers 3`."""
    names = [clean_line(str(part)) for part in failure.path if isinstance(part, str)]
    numbers = [str(part + 1) for part in failure.path if isinstance(part, int)]
    return " ".join([".".join(names), *numbers])


def _account(failure: Failure, say: Phrases) -> str:
    """Return which value failed, what came instead, and what was probably meant."""
    return f"{_where(failure)}: {say.told(failure.message, failure.hint)}"


def _cover_lines(run: StoryRun, cover: Cover, limit: int, say: Phrases) -> Iterator[str]:
    nodes, choices, pairs = cover.totals
    left = len(cover.unvisited_nodes), len(cover.unvisited_choices), len(cover.unvisited_pairs)
    yield ""
    yield say("No story visits {n} of {total} nodes.", n=left[0], total=nodes)
    yield from _listed(islice(cover.nodes_with_ways(), limit), run, say)
    yield say("No story takes {n} of {total} choices.", n=left[1], total=choices)
    yield from _listed(islice(cover.choices_with_ways(), limit), run, say)
    yield say(
        "No story takes a choice and then meets what may follow it, for {n} of {total} pairs of the two.",
        n=left[2],
        total=pairs,
    )
    yield from _listed(islice(cover.pairs_with_ways(), limit), run, say)
    if max(left) > limit:
        yield say("More of them: --limit {n}", n=max(left))
    yield ""


def _listed(unvisited: Iterator[Unvisited], run: StoryRun, say: Phrases) -> Iterator[str]:
    for one in unvisited:
        way = path_text(run.tree, one.way) if one.way else say("no way leads there")
        yield f"  {_name(one)}: {way}"


def _name(one: Unvisited) -> str:
    name = one.node if one.choice is None else f"{one.node}:{one.choice}"
    return name if one.consequence is None else f"{name} > {one.consequence}"


def as_json(runs: Sequence[StoryRun], limit: int, session: Session) -> None:
    """Write an array with an object for each file.

    Args:
        runs: the files of stories, run.
        limit: how much of what no story visits is listed, of each kind.
        session: where it is written.
    """
    session.write(to_json([_file_data(run, limit, session.say) for run in runs]))


def _file_data(run: StoryRun, limit: int, say: Phrases) -> dict[str, Any]:
    cover = cover_of(run)
    nodes, choices, pairs = cover.totals
    return {
        "file": str(run.file),
        "tree": run.tree.name,
        "version": run.tree.version,
        "stories": [_story_data(run, number, told, say) for number, told in enumerate(run.told)],
        "unvisited": {
            "nodes": _kind_data(run, nodes, len(cover.unvisited_nodes), cover.nodes_with_ways(), limit),
            "choices": _kind_data(
                run, choices, len(cover.unvisited_choices), cover.choices_with_ways(), limit
            ),
            "pairs": _kind_data(run, pairs, len(cover.unvisited_pairs), cover.pairs_with_ways(), limit),
        },
    }


def _kind_data(
    run: StoryRun, total: int, number: int, unvisited: Iterator[Unvisited], limit: int
) -> dict[str, Any]:
    listed = [_unvisited_data(one, run) for one in islice(unvisited, limit)]
    return {"total": total, "number": number, "listed": listed}


def _story_data(run: StoryRun, number: int, told: StoryResult, say: Phrases) -> dict[str, Any]:
    return {
        "name": told.story.name,
        "line": _place(run, number).line,
        "passed": not told.failures,
        "at": told.path.end,
        "answers": len(told.path.steps),
        "failures": [
            {
                "key": _where(failure),
                "line": _place(run, number, failure).line,
                "message": say.tell(failure.message),
                "hint": say.tell(failure.hint) if failure.hint else None,
            }
            for failure in told.failures
        ],
    }


def _unvisited_data(one: Unvisited, run: StoryRun) -> dict[str, Any]:
    way = path_text(run.tree, one.way) if one.way else None
    return {"node": one.node, "choice": one.choice, "consequence": one.consequence, "way": way}


def as_junit(runs: Sequence[StoryRun], limit: int, session: Session) -> None:
    """Write JUnit's XML: a suite for each file, a case for each story. It has no place for what is not visited.

    It keeps to Jenkins' schema (`junit-10.xsd` of its xUnit plugin), which knows no file and line of a case: they begin
    the text of a failure.

    Args:
        runs: the files of stories, run.
        limit: not needed here.
        session: where it is written.
    """
    root = ElementTree.Element("testsuites")
    for run in runs:
        failed, file = sum(bool(told.failures) for told in run.told), clean(str(run.file))
        counted = {"tests": str(len(run.told)), "failures": str(failed), "errors": "0"}
        suite = ElementTree.SubElement(root, "testsuite", {"name": file, "file": file} | counted)
        for number, told in enumerate(run.told):
            named = {"name": clean(told.story.name), "classname": clean(run.tree.name)}
            case = ElementTree.SubElement(suite, "testcase", named)
            for failure in told.failures:
                said = _account(failure, session.say)
                element = ElementTree.SubElement(case, "failure", {"message": said})
                element.text = f"{file}:{_place(run, number, failure).line}: {said}"
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode", xml_declaration=False)
    session.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')


def as_github(runs: Sequence[StoryRun], limit: int, session: Session) -> None:
    """Write a workflow annotation for each failure, at its line.

    Args:
        runs: the files of stories, run.
        limit: not needed here.
        session: where it is written.
    """
    for run in runs:
        for number, told in enumerate(run.told):
            for failure in told.failures:
                place = _place(run, number, failure)
                said = f"{told.story.name}: {_account(failure, session.say)}"
                session.line(annotation("error", str(run.file), place, "story", said))


def _place(run: StoryRun, number: int, failure: Failure | None = None) -> Place:
    path = ("story", number, "name") if failure is None else ("story", number, *failure.path)
    return run.places.place(path, Aim.VALUE)


REPORTS = {"text": as_text, "json": as_json, "junit": as_junit, "github": as_github}
"""The forms of a report, by their names on the command line."""

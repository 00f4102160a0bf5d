"""Everything that is wrong with a file: once for each cause, and where it stands."""

import datetime as dt
from pathlib import Path

import pytest

from debttree.analysis.checking import check_bytes, check_file, tree_name
from debttree.model import Place, Trouble

TODAY = dt.date(2026, 11, 23)
HEAD = 'format = "debttree/1"\n[[urgent]]\nlabel = "Now"\nto = "end"\n'
END = '[nodes.end]\ntitle = "End"\n'


def found(body: str, today: dt.date = TODAY) -> list[tuple[str, str | None]]:
    checked = check_bytes((HEAD + body + END).encode(), "x", today)
    return [(problem.code, problem.node) for problem in checked.placed()]


def node(name: str, *targets: str, kind: str = "decision") -> str:
    choices = "".join(
        f"[[nodes.{name}.choices]]\nlabel = '{to} {i}'\nto = '{to}'\n" for i, to in enumerate(targets)
    )
    return f"[nodes.{name}]\nkind = '{kind}'\ntitle = '{name}'\n{choices}"


def test_a_sound_file_has_no_problems() -> None:
    checked = check_bytes((HEAD + node("start", "end") + END).encode(), "x", TODAY)
    assert checked.tree is not None
    assert (checked.problems, checked.errors, checked.placed()) == ((), (), [])


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        # a target mistyped: the node that was meant is not unreachable too, nor is the loop without end
        (node("start", "court-paper") + node("court-papers", "end"), ["unknown-target"]),
        (node("start", "zzz") + node("lost", "end"), ["unknown-target", "unreachable"]),
        (node("start", "a") + node("a", "start", "zzz"), ["unknown-target"]),
        (node("start", "zzz", "end") + node("a", "zzz"), ["unknown-target", "unknown-target", "unreachable"]),
        # a node that has no choices yet is where ways end for now
        (node("start", "ask") + node("ask", kind="question"), ["no-choices"]),
        # an outcome with choices was meant to lead on
        (
            node("start", "early") + node("early", "late", kind="outcome") + node("late", "end"),
            ["outcome-with-choices"],
        ),
        # and may lead back: it is you who would decide there
        (node("start", "early") + node("early", "start", "end", kind="outcome"), ["outcome-with-choices"]),
        # an urgent way mistyped: what it was meant for can be reached
        (
            '[[urgent]]\nlabel = "x"\nto = "paprs"\n' + node("start", "end") + node("papers", "end"),
            ["unknown-target"],
        ),
        # a root that is not there: nobody can say what is reachable from it
        ('[tree]\nroot = "zzz"\n' + node("start", "end"), ["no-root"]),
        ('[tree]\nroot = "strat"\n' + node("start", "end") + node("lost", "end"), ["no-root", "unreachable"]),
    ],
)
def test_one_cause_is_one_problem(body: str, codes: list[str]) -> None:
    assert sorted(code for code, _ in found(body)) == sorted(codes)


def test_the_end_that_stands_for_a_node_that_is_not_there_is_never_named() -> None:
    body = node("start", "end") + node("lost", "zzz")
    checked = check_bytes((HEAD + body + END).encode(), "x", TODAY)
    (lost,) = [problem for problem in checked.problems if problem.code == "unreachable"]
    assert lost.message.values == {"node": "lost"}


def test_errors_are_told_from_warnings() -> None:
    body = node("start", "round", "nowhere") + node("round", "start", kind="chance")
    checked = check_bytes((HEAD + body + END).encode(), "x", TODAY)
    assert {problem.code for problem in checked.errors} == {"unknown-target"}
    assert {problem.code for problem in checked.problems} == {"unknown-target", "no-actor"}


def test_a_source_is_expired_and_a_review_is_due_on_the_day_after() -> None:
    body = (
        "[tree]\nreviewed = 2026-01-01\nreview_after_days = 30\n"
        '[sources.law]\ntitle = "Law"\nvalid_until = 2026-06-30\n'
        + node("start", "end").replace("title", "sources = ['law']\ntitle", 1)
    )
    assert found(body, dt.date(2026, 1, 31)) == []
    assert found(body, dt.date(2026, 2, 1)) == [("review-overdue", None)]
    assert found(body, dt.date(2026, 6, 30)) == [("review-overdue", None)]
    assert found(body, dt.date(2026, 7, 1)) == [("review-overdue", None), ("expired-source", None)]
    review, source = check_bytes((HEAD + body + END).encode(), "x", dt.date(2026, 7, 1)).placed()
    assert (review.place, source.place) == (Place(6, 12), Place(10, 15))  # where the dates are written
    assert review.message.values == {"date": "2026-01-31"}
    assert source.message.values == {"name": "law", "date": "2026-06-30"}
    assert review.hint is not None
    assert source.hint is not None


def test_problems_of_the_whole_file_stand_at_its_beginning_and_all_are_in_order() -> None:
    content = '[nodes.b]\ntitle = "B"\n[nodes.a]\ntitle = 3\n'
    problems = check_bytes(content.encode(), "x", TODAY).placed()
    assert [(problem.code, problem.place) for problem in problems] == [
        ("missing", Place(1, 1)),
        ("no-urgent", Place(1, 1)),
        ("unreachable", Place(3, 8)),
        ("mistyped", Place(4, 9)),
    ]


def test_a_problem_stands_at_the_key_or_at_the_value_whichever_is_wrong() -> None:
    body = "[tree]\nsumary = 'x'\nroot = 'gone'\n" + node("start", "end")
    problems = check_bytes((HEAD + body + END).encode(), "x", TODAY).placed()
    assert [(problem.code, problem.place) for problem in problems] == [
        ("unknown-key", Place(6, 1)),
        ("no-root", Place(7, 8)),
    ]


@pytest.mark.parametrize("content", [b"", b"x = 1\n", b"\xff", b"a = = 1", b"[nodes]\n"])
def test_what_is_no_tree_has_problems_and_no_graph(content: bytes) -> None:
    problems = check_bytes(content, "x", TODAY).placed()
    assert problems
    assert all(problem.place is not None for problem in problems)
    assert {problem.code for problem in problems}.isdisjoint({"unreachable", "no-way-out"})


def test_a_tree_is_called_after_its_file(tmp_path: Path) -> None:
    file = tmp_path / "支付宝.toml"
    file.write_text(HEAD + END)
    tree = check_file(file, TODAY).tree
    assert tree is not None
    assert tree.name == "支付宝"
    file.write_text("[tree]\nreviewed = 2026-01-01\nreview_after_days = 30\n" + END)
    assert "review-overdue" in {problem.code for problem in check_file(file, TODAY).problems}
    assert (tree_name("a/b.c.toml"), tree_name(".."), tree_name("")) == ("b.c", "..", "tree")
    with pytest.raises(Trouble):
        check_file(tmp_path / "gone.toml", TODAY)

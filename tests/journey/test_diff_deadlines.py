"""What another version of a tree makes of last days: earlier, later, from another event, for somebody else."""

import datetime as dt
from typing import Any

import pytest

from debttree.cli.main import main
from debttree.editing.edits import Edit, Rename, Set, Unset
from debttree.export.diff_lines import PLAIN, diff_lines
from debttree.journey.diff_deadlines import Postponed, Turn, postponed
from debttree.journey.diff_meaning import Meaning
from debttree.journey.matching import matched
from debttree.journey.tree_diff import differences
from debttree.locales import phrases
from debttree.model import Party
from tests.journey.test_tree_diff import edited

TODAY = dt.date(2026, 11, 28)
REPLY = ("nodes", "start", "deadlines", 0)
CHINA = Set(("tree", "holidays"), "CN")
ROLLS = Set((*REPLY, "roll"), "next-working-day")
BACK = Set((*REPLY, "before"), value=True)


def counted(unit: str, amount: int) -> tuple[Edit, ...]:
    """The deadline with this period instead of its 15 days."""
    if unit == "days":
        return (Set((*REPLY, "days"), amount),)
    return Unset((*REPLY, "days")), Set((*REPLY, unit), amount)


def changed(before: tuple[Edit, ...], after: tuple[Edit, ...]) -> Postponed:
    (one,) = postponed(matched(edited(CHINA, *before), edited(CHINA, *after)), TODAY)
    return one


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        ((), counted("days", 10), Turn.EARLIER),
        ((), counted("days", 16), Turn.LATER),
        ((), counted("working_days", 15), Turn.LATER),
        (counted("working_days", 15), counted("days", 15), Turn.EARLIER),
        (counted("days", 30), counted("months", 1), Turn.EITHER),
        (counted("months", 12), counted("years", 1), Turn.NOWHERE),
        ((), (ROLLS,), Turn.LATER),
        ((ROLLS,), (), Turn.EARLIER),
        ((BACK,), (BACK, *counted("days", 20)), Turn.EARLIER),
        ((BACK,), (BACK, ROLLS), Turn.EARLIER),
        ((), (BACK,), Turn.EARLIER),
        ((ROLLS,), (ROLLS, *counted("days", 16)), Turn.LATER),
    ],
)
def test_it_is_told_whether_a_last_day_comes_earlier_or_later(
    before: tuple[Edit, ...], after: tuple[Edit, ...], turn: Turn
) -> None:
    one = changed(before, after)
    assert (one.turn, one.is_recounted, one.has_other_event, one.is_anothers) == (turn, True, False, False)


def test_another_event_and_somebody_else_who_must_act_are_told() -> None:
    one = changed((), (Set((*REPLY, "event", "en"), "The order came"), Set((*REPLY, "by"), "them")))
    assert (one.is_recounted, one.has_other_event, one.is_anothers) == (False, True, True)
    assert (one.before.by, one.after.by) == (Party.YOU, Party.THEM)


def test_other_words_and_another_id_are_no_other_deadline() -> None:
    new = edited(Set((*REPLY, "text", "en"), "Answer"), Rename(REPLY, "answer"))
    assert [*postponed(matched(edited(), new), TODAY)] == []


def test_a_period_that_no_law_has_costs_nothing_and_claims_nothing() -> None:
    """A hostile tree would make us count days for minutes."""
    assert changed((), counted("working_days", 9_999)).turn is Turn.NOWHERE


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        (counted("days", 10), "start:reply ends earlier now: 10 days; it was 15 days"),
        ((ROLLS,), "start:reply ends later now: 15 days, on to a working day; it was 15 days"),
        ((BACK,), "start:reply ends earlier now: 15 days before it; it was 15 days"),
        ((Set((*REPLY, "by"), "them"),), "start:reply: others must act now; it was you"),
        (
            (Set((*REPLY, "event", "en"), "An order came"),),
            "start:reply is counted from “An order came” now; it was “The bill came”",
        ),
    ],
)
def test_it_is_said_in_a_sentence(edits: tuple[Edit, ...], said: str) -> None:
    matching = matched(edited(), edited(*edits))
    lines = diff_lines(differences(matching), Meaning(matching, TODAY), phrases("en"), PLAIN)
    assert f"  {said}" in [*lines]


def test_scripts_get_both_rules(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    from tests.journey.test_tree_diff import GUIDE

    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_text(GUIDE, "utf-8")
    new.write_text(GUIDE.replace("days = 15", "days = 20"), "utf-8")
    assert main(["diff", str(old), str(new), "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["deadlines"]
    assert (told["node"], told["deadline"], told["turn"]) == ("start", "reply", "later")
    assert (told["before"]["amount"], told["after"]["amount"]) == (15, 20)

"""Calls: what is typed on the phone, with its time, kept whatever becomes of the guide."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.journey import Answer, Call, Journey, begin, open_or_begin, resume
from debttree.journey.calls import (
    ALSO_SAID,
    GOES_ON,
    answered_before,
    call_to_go_on_with,
    ending,
    script,
    with_call,
)
from debttree.journey.fingerprint import Prints
from debttree.journey.saved import Saved, Unreadable, from_bytes, snapshot, to_bytes
from debttree.journey.store import content_of, file_of
from debttree.model import ChecklistItem, Choice, Kind, Node, Path, Purpose, Text, Tree, clean
from tests.journey.kept import keep, on_disk

CHINA = dt.timezone(dt.timedelta(hours=8))
DAY = dt.date(2026, 11, 23)
AT = dt.datetime(2026, 11, 23, 14, 3, tzinfo=CHINA)
LATER = AT + dt.timedelta(minutes=2)
WORDS = {
    "have": "The contract",
    "say": "I want to pay",
    "who": "Name and number",
    "write": "Complaint number",
}
PURPOSES = {"have": Purpose.HAVE, "say": Purpose.SAY, "who": Purpose.ASK, "write": Purpose.WRITE}


def phoning(words: dict[str, str] | None = None, title: str = "Before the call") -> Tree:
    """A tree whose first node has something to have, say, ask and write, and leads to an answer."""
    texts = WORDS if words is None else words
    items = tuple(ChecklistItem(name, PURPOSES[name], Text.of(text)) for name, text in texts.items())
    wait, ring, post = (
        Choice("wait", Text.of("Wait"), "end"),
        Choice("ring", Text.of("Ring"), "answer"),
        Choice("post", Text.of("Post"), "answer"),
    )
    yes, no = Choice("yes", Text.of("They agree"), "end"), Choice("no", Text.of("They refuse"), "end")
    nodes = (
        Node("start", Kind.DECISION, Text.of(title), checklist=items, choices=(wait, ring, post)),
        Node("answer", Kind.CHANCE, Text.of("What they say"), choices=(yes, no)),
        Node("end", Kind.OUTCOME, Text.of("The end")),
    )
    return Tree("phoning", "0123456789ab", Text.of("Phoning"), "start", {node.id: node for node in nodes})


TREE = phoning()

moments = st.integers(0, 10**9).map(lambda seconds: AT + dt.timedelta(seconds=seconds))
texts = st.text(st.characters(codec="utf-8"), max_size=40).map(clean).filter(bool)
asked = st.tuples(st.sampled_from(["who", "write", ALSO_SAID]), texts, moments)
calls = st.builds(
    lambda begun, answers, ended, came: _call(Call("start", begun), answers, ended, came),
    moments,
    st.lists(asked, max_size=4),
    st.none() | moments,
    st.sampled_from(["", "They agree"]),
)


def _call(
    call: Call, answers: list[tuple[str, str, dt.datetime]], ended: dt.datetime | None, came: str
) -> Call:
    for item, text, at in answers:
        call = call.answered(item, text, at)
    return call.hung_up(ended, came) if ended else call


def saved_again(tree: Tree, journey: Journey) -> Saved:
    return from_bytes(to_bytes(snapshot(Prints(tree, "en"), journey, DAY)))


@given(st.lists(calls, max_size=3))
def test_calls_come_back_as_they_were(made: list[Call]) -> None:
    journey = begin(TREE)
    for call in made:
        journey = journey.called(call)
    saved = snapshot(Prints(TREE, "en"), journey, DAY)
    content = to_bytes(saved)
    assert from_bytes(content) == saved
    assert to_bytes(from_bytes(content)) == content
    resumed = resume(TREE, from_bytes(content))
    assert (resumed.journey, resumed.is_whole) == (journey, True)


@given(st.lists(asked, max_size=8))
def test_the_last_words_typed_to_an_item_stand_with_their_time_and_others_are_left_alone(
    typed: list[tuple[str, str, dt.datetime]],
) -> None:
    call = _call(Call("start", AT), typed, None, "")
    last: dict[str, str] = {}
    for item, text, _ in typed:
        last[item] = text
    assert {answer.item: answer.text for answer in call.answers} == last
    assert len(call.answers) == len(last)
    for answer in call.answers:
        assert call.answered(answer.item, answer.text, LATER) == call
        assert (answer.item, answer.text, answer.at) in typed


def test_a_moment_is_kept_to_the_second() -> None:
    precise = AT.replace(microsecond=123456)
    call = call_to_go_on_with([], "start", precise).answered("who", "8812", precise).hung_up(precise)
    assert call == Call("start", AT, (Answer("who", "8812", AT),), AT)


def test_an_answered_item_is_ticked_until_its_only_answer_is_taken_away() -> None:
    first = Call("start", AT).answered("who", "8812", AT)
    journey = begin(TREE).called(first)
    assert journey.ticks == {("start", "who")}
    second = Call("start", LATER).answered("who", "9001", LATER)
    both = journey.called(second)
    assert both.calls == (first, second)
    assert both.called(second.answered("who", "", LATER)).ticks == {("start", "who")}
    assert journey.called(first.answered("who", "", LATER)) == replace(begin(TREE), calls=())


def test_a_tick_that_was_taken_away_stays_away_while_the_call_goes_on() -> None:
    call = Call("start", AT).answered("who", "8812", AT)
    journey = begin(TREE).called(call).ticked(("start", "who"))
    assert journey.called(call.answered(ALSO_SAID, "They ring back", LATER)).ticks == frozenset()


def test_a_call_goes_on_for_an_hour_unless_it_was_ended() -> None:
    call = Call("start", AT).answered("who", "8812", AT)
    assert call_to_go_on_with([call], "start", LATER) == call
    assert call_to_go_on_with([call], "end", LATER) == Call("end", LATER)
    assert call_to_go_on_with([call], "start", AT + GOES_ON) == Call("start", AT + GOES_ON)
    assert call_to_go_on_with([call.hung_up(LATER)], "start", LATER) == Call("start", LATER)
    at_once = call_to_go_on_with([call.hung_up(AT)], "start", AT)
    assert not at_once.is_same(call)
    assert begin(TREE).called(call.hung_up(AT)).called(at_once.hung_up(AT)).calls[0] == call.hung_up(AT)


def test_what_was_answered_last_time_is_found_for_each_item() -> None:
    first = Call("start", AT).answered("who", "8812", AT).answered("write", "C-1", AT)
    second = Call("start", LATER).answered("who", "9001", LATER)
    third = Call("start", LATER + GOES_ON).answered("write", "C-2", LATER)
    made = (first, second, third)
    assert answered_before(made, third, "who") == second.answers[0]
    assert answered_before(made, third, "write") == first.answers[1]
    assert answered_before(made, third, ALSO_SAID) is None


def test_a_call_in_which_nothing_was_typed_is_kept_only_when_it_was_ended() -> None:
    assert with_call((), Call("start", AT)) == ()
    ended = Call("start", AT).hung_up(LATER, "Nobody answers")
    assert with_call((), ended) == (ended,)
    assert not begin(TREE).called(ended).is_blank


def test_hanging_up_leads_where_somebody_else_answers() -> None:
    found = ending(TREE, "start")
    assert found is not None
    assert (found.choice and found.choice.id, found.node.id) == ("ring", "answer")
    pointed = ending(TREE, "start", "post")
    assert pointed is not None
    assert pointed.choice is not None
    assert pointed.choice.id == "post"
    elsewhere = ending(TREE, "start", "wait")
    assert elsewhere == found
    there = ending(TREE, "answer")
    assert there is not None
    assert there.choice is None
    assert ending(TREE, "end") is None


def test_the_script_is_what_there_is_to_say_ask_and_write() -> None:
    assert [item.id for item in script(TREE.nodes["start"])] == ["say", "who", "write"]


CALL = Call("start", AT).answered("who", "8812\nMs Li", AT).answered(ALSO_SAID, "Ring back", LATER)


def resumed_in(tree: Tree) -> Call:
    return resume(tree, saved_again(TREE, begin(TREE).called(CALL))).journey.calls[0]


def test_an_item_that_reads_otherwise_now_leaves_its_answer_with_the_words_that_it_had() -> None:
    call = resumed_in(phoning({**WORDS, "who": "Whom you speak to"}))
    assert call.answers[0] == Answer("", "8812\nMs Li", AT, "Name and number")
    assert call.answers[1] == CALL.answers[1]
    again = saved_again(phoning({}), replace(begin(TREE), calls=(call,)))
    assert again.journey.calls == (call,)


def test_a_node_that_reads_otherwise_now_leaves_its_calls_with_its_title() -> None:
    tree = phoning(title="Something else")
    tree = replace(tree, nodes={**tree.nodes, "start": replace(tree.nodes["start"], choices=())})
    call = resumed_in(tree)
    assert (call.node, call.was_at) == ("", "Before the call")
    assert [answer.asked for answer in call.answers] == ["Name and number", ""]
    kept = saved_again(tree, Journey(Path("answer"), calls=(call,)))
    assert resume(tree, kept).journey.calls == (call,)


def test_a_moment_without_a_time_zone_is_the_machines_own_and_a_day_is_none() -> None:
    content = to_bytes(snapshot(Prints(TREE, "en"), begin(TREE).called(CALL), DAY)).decode()
    local = from_bytes(content.replace("+08:00", "").encode()).journey.calls[0]
    assert local.begun == dt.datetime(2026, 11, 23, 14, 3).astimezone()
    with pytest.raises(Unreadable):
        from_bytes(content.replace("begun = 2026-11-23 14:03:00+08:00", "begun = 2026-11-23").encode())


def test_keys_of_another_program_stay_in_the_file_until_another_walk_begins() -> None:
    keep(open_or_begin(TREE).keeper, TREE, begin(TREE).called(CALL))
    file = file_of("phoning")
    file.write_bytes(b'colour = "red"\n' + file.read_bytes() + b"\n[desk]\ntable = { number = 3 }\n")
    further = {"colour": "red", "desk": {"table": {"number": 3}}}
    opened = open_or_begin(TREE)
    for node in ("answer", "end"):
        keep(opened.keeper, TREE, opened.journey.jump(node))
        assert _further() == further
    assert on_disk("phoning").calls == (CALL,)
    opened = open_or_begin(TREE)
    opened.keeper.begin_anew()
    for node in ("answer", "end"):
        keep(opened.keeper, TREE, begin(TREE).jump(node))
        assert _further() == {}


def _further() -> object:
    content = content_of("phoning")
    assert content is not None
    return from_bytes(content).further


@given(
    st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1), st.text(st.characters(codec="utf-8")))
)
def test_whatever_keys_another_program_writes_are_written_back(further: dict[str, str]) -> None:
    known = (  # of the format, whether or not this journey has them
        "format saved language start revision whose tree steps ahead earlier notes ticks dates done calls nodes"
    )
    further = {key: value for key, value in further.items() if key not in known.split()}
    saved = snapshot(Prints(TREE, "en"), begin(TREE).called(CALL), DAY, further)
    assert from_bytes(to_bytes(saved)) == saved

"""After the tree has changed nobody is sent elsewhere silently: a corpus of generated edits."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from debttree.journey import Journey, Note, Outcome, Resumed, resume
from debttree.journey.fingerprint import Prints
from debttree.journey.resume import belongs
from debttree.journey.saved import from_bytes, snapshot, to_bytes
from debttree.locales import phrases
from debttree.model import JUMP, Message, Path, Step, Text, Tree
from debttree.reading import read
from tests.export.conftest import GUIDE
from tests.journey.worlds import HARMLESS, Place, World, edits, walks, way_of, worlds

DAY = dt.date(2026, 11, 23)


def resumed_in(before: World, path: Path, after: World) -> Resumed:
    saved = from_bytes(to_bytes(snapshot(Prints(before.tree(), "en"), Journey(path), DAY)))
    return resume(after.tree(), saved)


def seen(tree: Tree, step: Step) -> tuple[str, ...]:
    """What the person who takes this step reads: the node, the choice, and where it leads."""
    node, target = tree.nodes[step.node], tree.nodes[step.to]
    choice = None if step.choice is JUMP else node.choice(step.choice)
    label = tree.words(choice.label, "en") if choice else ""
    titles = [tree.words(place.title, "en") for place in (node, target)]
    return node.kind, titles[0], label, target.kind, titles[1]


@given(st.data())
def test_no_step_is_misrouted_whatever_is_edited(data: st.DataObject) -> None:
    before = data.draw(worlds())
    path = data.draw(walks(before))
    after = data.draw(edits(before))
    resumed = resumed_in(before, path, after)
    held = resumed.journey.path.steps
    tree, old_tree = after.tree(), before.tree()
    assert len(resumed.steps) == len(path.steps)
    assert all(step.outcome is not Outcome.ASKED for step in resumed.steps[: len(held)])
    for old, new in zip(path.steps, held, strict=False):
        assert seen(tree, new) == seen(old_tree, old)
        was_at, _, was_to = way_of(before, old_tree, old)
        now_at, _, now_to = way_of(after, tree, new)
        assert _same(was_at, now_at)
        assert _same(was_to, now_to)


def _same(was: Place, now: Place) -> bool:
    """Another node may stand in only where it reads the same, in text or choices, or took over the id too."""
    if was.identity == now.identity:
        return True
    same_choices = sorted(way.label for way in was.ways) == sorted(way.label for way in now.ways)
    return was.text == now.text or same_choices or was.id == now.id


@given(st.data())
def test_the_resumed_path_can_be_walked_in_the_new_tree(data: st.DataObject) -> None:
    before = data.draw(worlds())
    path = data.draw(walks(before))
    after = data.draw(edits(before))
    tree, journey = after.tree(), resumed_in(before, path, after).journey
    for step in (*journey.path.steps, *journey.ahead):
        node = tree.nodes[step.node]
        if step.choice is JUMP:
            assert step.to in tree.nodes
        else:
            choice = node.choice(step.choice)
            assert choice is not None
            assert choice.to == step.to
    ends = [journey.path.start, *(step.to for step in journey.path.steps)]
    assert [step.node for step in journey.path.steps] == ends[:-1]


@given(st.data())
def test_edits_that_take_nothing_away_leave_every_step(data: st.DataObject) -> None:
    before = data.draw(worlds(distinct=True))
    path = data.draw(walks(before))
    after = data.draw(edits(before, HARMLESS))
    resumed = resumed_in(before, path, after)
    assert resumed.is_whole
    tree, old_tree = after.tree(), before.tree()
    for old, new in zip(path.steps, resumed.journey.path.steps, strict=True):
        identities = [thing and thing.identity for thing in way_of(before, old_tree, old)]
        assert identities == [thing and thing.identity for thing in way_of(after, tree, new)]
    for step, old, new in zip(resumed.steps, path.steps, resumed.journey.path.steps, strict=True):
        assert step.outcome is (Outcome.KEPT if old == new else Outcome.MOVED)


@given(st.data())
def test_a_choice_that_is_gone_reworded_or_retargeted_is_asked_again(data: st.DataObject) -> None:
    before = data.draw(worlds(distinct=True))
    path = data.draw(walks(before))
    taken = [number for number, step in enumerate(path.steps) if step.choice is not JUMP]
    if not taken:
        return
    number = data.draw(st.sampled_from(taken))
    after = before.edited()
    was_place, was_way, _ = way_of(before, before.tree(), path.steps[number])
    assert was_way is not None
    place = after.place(was_place.identity)
    way = next(way for way in place.ways if way.identity == was_way.identity)
    others = [other.identity for other in after.places if other.identity != way.to]
    match data.draw(st.sampled_from(["delete", "reword", "retarget"] if others else ["delete", "reword"])):
        case "delete":
            place.ways.remove(way)
        case "reword":
            way.label = "Other words"
        case _:
            way.to = data.draw(st.sampled_from(others))
    resumed = resumed_in(before, path, after)
    assert resumed.steps[number].outcome is Outcome.ASKED
    assert resumed.steps[number].reason is not None
    assert len(resumed.journey.path.steps) <= number
    assert resumed.told()


@given(st.data())
def test_no_note_is_lost_and_each_says_where_it_was_made(data: st.DataObject) -> None:
    before = data.draw(worlds())
    tree = before.tree()
    journey = Journey(data.draw(walks(before)))
    for number, node in enumerate(journey.path.nodes):
        journey = replace(journey, notes=(*journey.notes, Note(node, f"note {number}", DAY)))
    saved = from_bytes(to_bytes(snapshot(Prints(tree, "en"), journey, DAY)))
    after = data.draw(edits(before)).tree()
    notes = resume(after, saved).journey.notes
    assert [note.text for note in notes] == [note.text for note in journey.notes]
    for old, new in zip(journey.notes, notes, strict=True):
        title = tree.words(tree.nodes[old.node].title, "en")
        assert (tree_title(after, new.node) if new.node else new.was_at) == title


def tree_title(tree: Tree, node: str) -> str:
    return tree.words(tree.nodes[node].title, "en")


def edited(guide: Tree, old: str, new: str) -> Tree:
    """The guide with one text of its file changed."""
    text = GUIDE.read_text(encoding="utf-8")
    assert old in text
    tree = read(text.replace(old, new).encode(), guide.name).tree
    assert tree is not None
    return tree


def resumed_guide(guide: Tree, walk: Journey, old: str, new: str) -> Resumed:
    return resume(edited(guide, old, new), snapshot(Prints(guide, "en"), walk, DAY))


def test_a_reworded_item_is_not_ticked_unasked(guide: Tree, walk: Journey) -> None:
    resumed = resumed_guide(guide, walk, "The loan contract", "Two loan contracts")
    assert resumed.journey.ticks == {("court", "envelope")}
    assert [message.values["text"] for message in resumed.lost] == ["The loan contract"]
    assert not resumed.is_whole


def test_a_moved_item_and_a_moved_deadline_keep_tick_and_date(guide: Tree, walk: Journey) -> None:
    resumed = resumed_guide(guide, walk, 'id = "contract"', 'id = "papers"')
    assert ("call", "papers") in resumed.journey.ticks
    resumed = resumed_guide(guide, walk, 'id = "reply"', 'id = "answer"')
    assert resumed.journey.dates["call", "answer"] == walk.dates["call", "reply"]


def test_a_date_whose_event_reads_differently_becomes_a_note(guide: Tree, walk: Journey) -> None:
    resumed = resumed_guide(guide, walk, "The payment order reached you", "The court sent the order")
    assert ("court", "objection") not in resumed.journey.dates
    assert resumed.journey.notes[-1].text == "The payment order reached you: 2026-11-13"
    assert resumed.journey.notes[-1].node == "court"
    assert resumed.lost


def test_a_reworded_node_is_asked_again_and_the_person_stands_before_it(guide: Tree, walk: Journey) -> None:
    old, new = 'title.en = "Before the first call"', 'title.en = "Before you write"'
    resumed = resumed_guide(guide, walk, old, new)
    assert [step.outcome for step in resumed.steps] == [Outcome.ASKED, Outcome.ASKED]
    assert resumed.journey.at == "start"
    assert resumed.journey.notes[0].was_at == "Before the first call"
    told = [phrases("en").tell(message) for message in resumed.told()]
    assert told[0].endswith("0 are as they were, 0 have moved with it, 2 are asked again.")
    assert '"Less than three months"' in told[1]


def test_later_steps_wait_for_the_one_that_is_asked_again(guide: Tree, walk: Journey) -> None:
    resumed = resumed_guide(guide, walk, 'label.en = "Less than three months"', 'label.en = "Up to 90 days"')
    assert [step.outcome for step in resumed.steps] == [Outcome.ASKED, Outcome.KEPT]
    assert resumed.journey.at == "start"
    assert resumed.journey.next_step is None
    again = resumed.journey.take(guide, "short")
    assert again.forward().path == walk.path


def test_another_answer_given_before_is_next_where_the_later_one_is_asked_again(
    guide: Tree, walk: Journey
) -> None:
    other = next(choice for choice in guide.nodes["start"].choices if choice.id != "short")
    before = replace(walk, ahead=(Step("start", other.id, other.to),))
    resumed = resumed_guide(
        guide, before, 'label.en = "Less than three months"', 'label.en = "Up to 90 days"'
    )
    assert resumed.journey.next_step == Step("start", other.id, other.to)


def test_a_journey_is_found_again_in_the_language_in_which_it_was_walked(guide: Tree, walk: Journey) -> None:
    tree = edited(guide, 'title.en = "Before the first call"', 'title.en = "Before you write"')
    assert resume(tree, snapshot(Prints(guide, "zh"), walk, DAY)).is_whole


def test_a_journey_belongs_to_its_tree_in_every_version(guide: Tree, walk: Journey) -> None:
    saved = snapshot(Prints(guide, "en"), walk, DAY)
    assert belongs(guide, saved)
    assert belongs(replace(guide, name="other"), saved)
    retitled = edited(guide, 'title.en = "A bill is overdue"', 'title.en = "Overdue bills"')
    assert belongs(retitled, saved)
    assert not belongs(replace(retitled, name="other"), saved)
    stranger = read(b'format = "debttree/1"\n[nodes.a]\ntitle = "A"\n', guide.name).tree
    assert stranger is not None
    assert not belongs(stranger, saved)


def test_each_step_is_recalled_with_its_number_and_the_words_of_then(guide: Tree, walk: Journey) -> None:
    jumped = walk.jump("agreed")
    tree = edited(guide, 'title.en = "Before the first call"', 'title.en = "Before you write"')
    resumed = resume(tree, snapshot(Prints(guide, "en"), jumped, DAY))
    assert [(step.number, step.title, step.label) for step in resumed.steps] == [
        (1, "How long has the bill been overdue?", "Less than three months"),
        (2, "Before the first call", "Wait and see"),
        (3, "Papers from a court have come", ""),
    ]


def test_the_way_that_a_changed_answer_replaced_comes_back_where_all_of_it_holds(
    guide: Tree, walk: Journey
) -> None:
    changed = walk.change(guide, 1, "long")
    assert changed.earlier == walk.path
    assert resumed_guide(guide, changed, "Credit damage", "A bad record").journey.earlier == walk.path
    reworded = resumed_guide(guide, changed, '"Wait and see"', '"Do nothing yet"')
    assert reworded.journey.path == changed.path
    assert reworded.journey.earlier is None
    assert resumed_guide(guide, walk, "Credit damage", "A bad record").journey.earlier is None


def test_of_choices_called_alike_the_one_of_the_same_id_is_kept_first(guide: Tree) -> None:
    twin = 'id = "pay"\nlabel.zh = "借亲友的钱还清"\nlabel.en = "Pay it off with help from family"\nto = "agreed"\n'
    two = edited(guide, twin, twin + "\n[[nodes.call.choices]]\n" + twin.replace('"pay"', '"pay-later"'))
    for choice in ("pay", "pay-later"):
        walked = Journey(Path(two.root)).take(two, "short").take(two, choice)
        resumed = resume(two, snapshot(Prints(two, "en"), walked, DAY))
        assert resumed.journey.path == walked.path


def test_what_became_of_the_steps_is_counted_and_the_reason_told(guide: Tree, walk: Journey) -> None:
    (moved,) = resumed_guide(guide, walk, 'id = "short"', 'id = "brief"').told()
    assert moved.values == {"steps": 2, "kept": 1, "moved": 1, "asked": 0}
    counted, asked = resumed_guide(guide, walk, "Less than three months", "Up to 90 days").told()
    assert counted.values == {"steps": 2, "kept": 1, "moved": 0, "asked": 1}
    reason = asked.values["reason"]
    assert isinstance(reason, Message)
    assert reason.template == "this answer is gone, or reads differently now"


def test_notes_and_dates_go_with_a_node_that_gets_another_id(guide: Tree, walk: Journey) -> None:
    text = GUIDE.read_text(encoding="utf-8").replace("nodes.call", "nodes.phone").replace('"call"', '"phone"')
    tree = read(text.encode(), guide.name).tree
    assert tree is not None
    resumed = resume(tree, snapshot(Prints(guide, "en"), walk, DAY))
    assert [note.node for note in resumed.journey.notes] == ["phone"]
    assert ("phone", "reply") in resumed.journey.dates
    assert ("phone", "contract") in resumed.journey.ticks


def test_of_deadlines_with_one_event_the_one_of_the_same_id_keeps_the_date(
    guide: Tree, walk: Journey
) -> None:
    court = guide.nodes["court"]
    twin = replace(court.deadlines[0], id="earlier-in-the-file")
    tree = replace(guide, nodes={**guide.nodes, "court": replace(court, deadlines=(twin, *court.deadlines))})
    resumed = resume(tree, snapshot(Prints(guide, "en"), walk, DAY))
    assert resumed.journey.dates == walk.dates


def test_a_journey_belongs_to_a_tree_that_has_its_title_or_its_beginning(guide: Tree, walk: Journey) -> None:
    saved = snapshot(Prints(guide, "en"), walk, DAY)
    start = replace(guide.nodes["start"], title=Text.of("Another beginning"))
    other_start = replace(guide, version="1", nodes={**guide.nodes, "start": start})
    assert belongs(other_start, saved)
    assert not belongs(replace(other_start, title=Text.of("Another title")), saved)

"""What the palette offers of a guide: whom to ring, what is urgent, and its steps."""

from dataclasses import replace

from debttree.journey import begin
from debttree.model import Contact, Text, Tree, Urgent
from debttree.tui.explorer.items import GoTo, Ring
from debttree.tui.explorer.on_offer import places_on_offer
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.entries import matching
from debttree.tui.kit.page import plain
from tests.tui.conftest import TODAY


def test_a_number_finds_whom_it_belongs_to_and_what_is_urgent(loan: Tree) -> None:
    aid = Contact("aid", Text.of("Free legal advice"), phone="12348")
    urgent = (Urgent(Text.of("A paper from a court"), "papers", ("aid",)),)
    scene = Scene(replace(loan, contacts={"aid": aid}, urgent=urgent), begin(loan), "en", TODAY)
    found = matching(places_on_offer(scene), "12348")
    assert {entry.item for entry in found} == {GoTo("papers"), Ring("aid")}
    assert (
        plain(next(entry for entry in found if entry.item == Ring("aid")).words) == "12348 Free legal advice"
    )
    assert matching(places_on_offer(scene), "紧急")[0].item == GoTo("papers")


def test_no_id_is_shown_but_typed_whole_it_finds_its_step(loan: Tree) -> None:
    entries = [*places_on_offer(Scene(loan, begin(loan), "zh", TODAY))]
    assert matching(entries, "before-call")[0].item == GoTo("before-call")
    assert not any("before-call" in plain((*entry.words, *entry.right)) for entry in entries)

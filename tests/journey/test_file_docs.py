"""The example in the documentation of the journey file is one."""

import re
from pathlib import Path

from debttree.journey.saved import from_bytes

PAGE = Path(__file__).parents[2] / "docs" / "users" / "journey-file.md"


def test_the_documented_example_is_read_with_everything_in_it() -> None:
    found = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    saved = from_bytes(found[1].encode())
    journey = saved.journey
    assert journey.path.nodes == ("overdue", "contact", "court")
    assert journey.path.steps[1].is_jump
    assert journey.next_step is not None
    assert journey.earlier is not None
    assert (len(journey.notes), len(journey.ticks), len(journey.dates), len(journey.done)) == (1, 1, 2, 1)
    (call,) = journey.calls
    assert (call.came, [answer.item for answer in call.answers]) == ("They agree", ["who", ""])
    assert saved.further == {}
    assert saved.prints["overdue"].has_twin

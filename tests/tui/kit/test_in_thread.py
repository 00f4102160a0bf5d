"""Work of a screen in a thread: what it is given is not spelled out first, and it may take the place of other work."""

import re
from pathlib import Path
from threading import Event

from textual.app import App

import debttree
from debttree.tui.kit.in_thread import in_thread


class _Large:
    """A stand-in for a tree of any size."""

    asked = 0

    def __repr__(self) -> str:
        self.asked += 1
        return "large"


async def test_what_the_work_is_given_is_not_spelled_out_for_its_description() -> None:
    def work(one: _Large, other: _Large) -> list[_Large]:
        return [one, other]

    app, large = App[None](), _Large()
    async with app.run_test():
        worker = in_thread(app, "kind", work, large, large)
        assert await worker.wait() == [large, large]
    assert not large.asked
    assert (worker.group, worker.description) == ("kind", "kind")


async def test_the_same_work_again_cancels_what_is_under_way_of_its_kind_alone() -> None:
    app, goes_on = App[None](), Event()
    async with app.run_test():
        first = in_thread(app, "kind", goes_on.wait)
        other = in_thread(app, "other", goes_on.wait)
        beside = in_thread(app, "kind", goes_on.wait)
        instead = in_thread(app, "kind", goes_on.wait, exclusive=True)
        goes_on.set()
        assert await instead.wait()
        assert await other.wait()
    assert [worker.is_cancelled for worker in (first, beside, other, instead)] == [True, True, False, False]


def test_no_other_module_starts_work_by_textual_itself() -> None:
    source = Path(debttree.__file__).parent
    starting = {
        file.relative_to(source).as_posix()
        for file in source.rglob("*.py")
        if re.search(r"run_worker\(|^from textual import .*\bwork\b", file.read_text("utf-8"), re.MULTILINE)
    }
    assert starting == {"tui/kit/in_thread.py", "tui/kit/key_queue.py"}

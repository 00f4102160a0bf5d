"""Open a journey and store it after each step, without overwriting what another program wrote."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from debttree.journey import people, store
from debttree.journey.fingerprint import Prints
from debttree.journey.journey import Journey, begin
from debttree.journey.resume import Resumed, belongs, resume
from debttree.journey.saved import Saved, Unreadable, from_bytes, snapshot, to_bytes
from debttree.model import Message, Tree, Trouble, msg
from debttree.storage.atomic import BeingSaved, ChangedOnDisk


@dataclass
class Keeper:
    """Saves one journey.

    Attributes:
        name: of the journey; it changes where another program has written that one. None: nothing is kept.
    """

    name: str | None
    _known: bytes | None = None
    """The bytes of the file as this program last read or wrote it; None: there is no file yet."""
    _saved: Saved | None = None
    """The content when it was opened."""
    _ended: Saved | None = None
    """The opened journey that the next save must keep under another name, if any."""
    _further: Mapping[str, Any] = field(default_factory=dict)
    """What another program wrote into the file of this walk."""
    _prints: Prints | None = field(default=None, repr=False)

    def save(self, tree: Tree, journey: Journey, language: str, today: dt.date) -> Message | None:
        """Store the journey as it is now.

        Args:
            tree: the tree walked.
            journey: the walk as it is now.
            language: of the tree's words.
            today: the day to write into the file.

        Returns:
            Messages for the person: it was saved under another name, or could not be saved.
        """
        is_nobodys = self._known is None and journey.is_blank and not journey.whose
        if self.name is None or is_nobodys:
            return None
        try:
            made = snapshot(self._prints_of(tree, language), journey, today, self._further)
            return self._save(self.name, to_bytes(made))
        except Trouble as trouble:
            return msg("This step could not be saved: {reason}", reason=trouble.message)

    def begin_anew(self) -> None:
        """Let the next save begin another walk; the one that was opened is kept under a name of its own."""
        self.keep_as_it_was()
        self._further = {}

    def keep_as_it_was(self) -> None:
        """Let the next save keep the walk that was opened under a name of its own, and go on with it."""
        self._ended = self._saved

    def give_name(self, whose: str) -> str:
        """Rename the person and the file on disk, and return the file's name.

        Raises:
            Trouble: another person has this name, another program has written this journey, or saving fails.
        """
        if self.name is not None and self._known is not None:
            self.name, self._known = people.give_name(self.name, whose, self._known)
        else:
            people.refuse_known(whose)
            self.name = people.free_file(whose)
        return self.name

    def delete(self) -> None:
        """Delete the journey; the next save begins another one.

        Raises:
            Trouble: another program has written it meanwhile, or the disk refuses.
        """
        if self.name is not None and self._known is not None:
            store.delete_as_seen(self.name, self._known)
        self._known = self._saved = self._ended = None
        self._further = {}

    def _prints_of(self, tree: Tree, language: str) -> Prints:
        if self._prints is None or self._prints.tree is not tree or self._prints.language != language:
            self._prints = Prints(tree, language)
        return self._prints

    def _save(self, name: str, content: bytes) -> Message | None:
        if content == self._known:
            return None
        notice = self._keep_what_ends(name)
        if self._known is None:
            return self._create(name, content) or notice
        try:
            store.replace(name, content, self._known)
        except ChangedOnDisk as changed:
            return self._create(name, content) or (_again(name) if changed.found is None else None)
        except BeingSaved:
            return self._create(name, content)
        self._known = content
        return notice

    def _keep_what_ends(self, name: str) -> Message | None:
        if self._ended is None:
            return None
        names = store.numbered(store.dated(name, self._ended.saved))
        kept = store.create(names, to_bytes(_until(self._ended)))
        self._ended = None
        return msg('The journey as it was is kept as "{name}".', name=kept)

    def _create(self, name: str, content: bytes) -> Message | None:
        """Write a new file under the journey's own name, or under the next free one where that is taken."""
        self.name = store.create(store.numbered(name), content)
        self._known = content
        if self.name == name:
            return None
        return msg(
            'Another program has changed the journey "{name}". This walk goes on as "{other}".',
            name=name,
            other=self.name,
        )


def _again(name: str) -> Message:
    return msg(
        'Another program has deleted the journey "{name}" or named it otherwise. Yours is kept again, whole.',
        name=name,
    )


def _until(ended: Saved) -> Saved:
    """Return a journey that has ended under a name that says until when it went, where it has one."""
    journey = ended.journey
    if not journey.whose:
        return ended
    return replace(ended, journey=replace(journey, whose=f"{journey.whose} · {ended.saved.isoformat()}"))


@dataclass(frozen=True, slots=True)
class Opened:
    """A journey that can go on, or one that begins.

    Attributes:
        journey: where the person stands.
        keeper: saves it.
        resumed: the saved journey and what became of its steps, where there is one.
        notices: what the person must know before the first step.
    """

    journey: Journey
    keeper: Keeper
    resumed: Resumed | None = None
    notices: tuple[Message, ...] = ()


def open_or_begin(
    tree: Tree, *, name: str | None = None, fresh: bool = False, private: bool = False
) -> Opened:
    """Open the journey of a tree, or begin one; nothing is written before the first step.

    Args:
        tree: the tree to walk.
        name: of the journey; by default the tree's own.
        fresh: begin anew; what is saved is kept under another name.
        private: read nothing, write nothing.

    Raises:
        Trouble: the named journey cannot be one, was walked in another tree, or cannot be read.
    """
    if private:
        return Opened(begin(tree), Keeper(None))
    if name is not None:
        return _open(tree, people.file_called(name), fresh=fresh)
    names = store.numbered(store.name_for(tree.name))
    while True:
        candidate = next(names)
        try:
            return _open(tree, candidate, fresh=fresh)
        except _OfAnotherTree:
            continue
        except Trouble as trouble:  # no journey was named: begin a new one
            return Opened(begin(tree), Keeper(candidate), notices=(trouble.message,))


def find(tree: Tree, name: str) -> Resumed:
    """Return a saved journey as it stands in a tree now; change nothing on the disk.

    Raises:
        Trouble: there is none of that name, it was walked in another tree, or it cannot be read.
    """
    name = people.file_called(name)
    saved = _with_name(name, store.load(name))
    if not belongs(tree, saved):
        raise _OfAnotherTree(name, saved)
    return resume(tree, saved)


def _with_name(name: str, saved: Saved) -> Saved:
    """Return a stored journey with the name of its file, where it is from before people had their own."""
    return replace(saved, journey=replace(saved.journey, whose=people.called(name, saved)))


class _OfAnotherTree(Trouble):
    """The journey of this name leads through another tree; it is left as it is."""

    def __init__(self, name: str, saved: Saved) -> None:
        super().__init__(
            msg(
                'The journey "{name}" leads through another guide: {title}.',
                name=name,
                title=saved.tree_title,
            ),
            msg("It is left as it is. Choose another name with --journey."),
        )


def _open(tree: Tree, name: str, *, fresh: bool) -> Opened:
    """Open the journey of this name, or begin one where there is none."""
    content = store.content_of(name)
    if content is None:
        return Opened(_begun(tree, people.of_file(name, tree.name)), Keeper(name))
    try:
        saved = _with_name(name, from_bytes(content))
    except Unreadable as unreadable:
        place = store.set_aside(name, content)
        notice = msg(
            'The journey "{name}" cannot be read ({reason}). It is kept as {file}; this walk begins anew.',
            name=name,
            reason=unreadable.reason,
            file=str(place),
        )
        return Opened(_begun(tree, people.of_file(name, tree.name)), Keeper(name), notices=(notice,))
    if not belongs(tree, saved):
        raise _OfAnotherTree(name, saved)
    keeper = Keeper(name, content, saved, _further=saved.further)
    resumed = resume(tree, saved)
    if not resumed.is_whole:
        keeper.keep_as_it_was()
    if fresh:
        keeper.begin_anew()
        return Opened(_begun(tree, saved.journey.whose), keeper)
    return Opened(resumed.journey, keeper, resumed, resumed.told())


def _begun(tree: Tree, whose: str) -> Journey:
    """Return a journey at the root, for a person with a name."""
    return replace(begin(tree), whose=whose)

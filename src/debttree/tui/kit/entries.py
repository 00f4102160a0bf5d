"""Entries of a list that is narrowed down by typing, and the actions, languages and colours among them."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from debttree import __version__
from debttree.locales import INTERFACE_LANGUAGES, Phrases, own_name, phrases, readable
from debttree.model import Closeness, Message, clean_line, closeness_of_folded, folded, msg
from debttree.tui.kit.actions import Action, Keymap, keys_of, with_keys
from debttree.tui.kit.page import Line, Run, plain
from debttree.tui.kit.themes import PALETTES
from debttree.tui.kit.verbs import VERBS, Verb


@dataclass(frozen=True, slots=True)
class Perform:
    """An action, as bindings name it."""

    action: str


@dataclass(frozen=True, slots=True)
class Speak:
    """A language, of the guide where it has that one."""

    language: str


@dataclass(frozen=True, slots=True)
class Paint:
    """A theme."""

    theme: str


@dataclass(frozen=True, slots=True)
class Tell:
    """Something that is only said."""

    words: Message


SHOWN_AT_MOST = 60
"""Entries shown: nobody reads further, they type another letter."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on offer.

    Attributes:
        item: what it stands for.
        words: how it is shown.
        right: what stands at the right.
        name: the id by which an author knows it.
        title: its title, where `words` hold more than that.
        also: other words that find it, in whatever language.
    """

    item: Hashable
    words: Line
    right: Line = ()
    name: str = ""
    title: str = ""
    also: tuple[str, ...] = ()


def matching(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """Return the first entries that hold every word typed.

    One of that id stands first, then those that are called so or have that for another word, then those that begin so.
    """
    whole = " ".join(folded(typed).split())
    if not whole:
        return list(islice(entries, SHOWN_AT_MOST))
    wanted = whole.split()
    found: list[list[Entry]] = [[] for _ in Closeness]
    for entry in entries:
        words = plain(entry.words)
        also = "\n".join(entry.also)
        text = folded(f"{entry.name}\n{entry.title or words}\n{words}\n{plain(entry.right)}\n{also}")
        if all(word in text for word in wanted):
            name, title, *_ = text.split("\n", 2)
            called = closeness_of_folded(whole, name, title)
            others = (closeness_of_folded(whole, "", folded(other)) for other in entry.also)
            found[min((called, *others))].append(entry)
    return list(islice(chain.from_iterable(found), SHOWN_AT_MOST))


def action_entries(say: Phrases, keymap: Keymap, actions: Iterable[Action]) -> Iterator[Entry]:
    """Yield actions by their verbs, with their keys; other words find them, and their verbs in other languages.

    Args:
        say: the language.
        keymap: the person's own keys.
        actions: what is on offer.
    """
    every_language = [phrases(language) for language in INTERFACE_LANGUAGES]
    for action in with_keys(actions, keymap):
        verb = VERBS.get(action.id, Verb(action.help))
        also = [
            said.tell(words) for said in every_language for words in (verb.words, action.label, action.help)
        ]
        yield Entry(
            Perform(action.run),
            (Run(say.tell(verb.words)),),
            (Run(keys_of(action, 1), "key"),),
            also=(*verb.also.split(), verb.also, *also),
        )


def look_entries(say: Phrases, languages: Iterable[str]) -> Iterator[Entry]:
    """Yield the languages of the tree and of the program, and colours.

    Args:
        say: the language.
        languages: those of the tree.
    """
    for language in dict.fromkeys((*readable(tuple(languages)), *INTERFACE_LANGUAGES)):
        right, also = (Run(say("language"), "dim"),), VERBS["language"].also
        name = clean_line(own_name(language))
        yield Entry(Speak(language), (Run(name),), right, clean_line(language), also=(also,))
    for palette in PALETTES:
        also = VERBS["colours"].also
        yield Entry(Paint(palette.name), (Run(palette.name),), (Run(say("colours"), "dim"),), also=(also,))


def told_entries(say: Phrases) -> Iterator[Entry]:
    """Yield what people look for that no action does: what does it is said."""
    size = msg(
        "Your terminal sets the size of letters: mostly Ctrl and + or -, on a Mac Cmd; or in its menu."
    )
    words = (Run(say("Make letters larger or smaller")),)
    yield Entry(Tell(size), words, (Run("Ctrl +", "dim"),), also=(*_SIZE.split(), _SIZE))
    version = msg("This is debttree {version}.", version=__version__)
    right = (Run(__version__, "dim"),)
    yield Entry(Tell(version), (Run(say("See the version")),), right, also=(*_VERSION.split(), _VERSION))


_SIZE = "zoom size font big small bigger smaller letters text 缩放 放大 缩小 字号 字体 字体大小 大小 看不清"
_VERSION = "version about release update 版本 版本号 关于 更新"

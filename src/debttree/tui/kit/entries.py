"""Entries of a list that is filtered by typing: actions, languages and themes."""

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
    """An action, by the action string of its binding."""

    action: str


@dataclass(frozen=True, slots=True)
class Speak:
    """A language to switch to: of the program, and of the guide if the guide has it."""

    language: str


@dataclass(frozen=True, slots=True)
class Paint:
    """A theme to switch to."""

    theme: str


@dataclass(frozen=True, slots=True)
class Tell:
    """An entry that only shows a sentence."""

    words: Message


SHOWN_AT_MOST = 60
"""Most entries shown; with more, people type another letter."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the list.

    Attributes:
        item: the value that choosing it returns.
        words: its words on the screen.
        right: words at the right edge.
        name: the id by which an author knows it.
        title: its title, if `words` contain more than the title.
        also: other words that find it, in any language.
    """

    item: Hashable
    words: Line
    right: Line = ()
    name: str = ""
    title: str = ""
    also: tuple[str, ...] = ()


def matching(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """Return the first entries that contain every typed word.

    An entry with that id comes first, then entries with exactly that title or other word, then those that begin so.
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
    """Yield an entry for each action: its verb, its keys, and the other words that find it, in all languages.

    Args:
        say: the language.
        keymap: the person's own keys.
        actions: the actions to list.
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
    """Yield an entry for each language of the tree and of the program, and for each theme.

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
    """Yield entries for things that no action does; choosing one shows how to do it."""
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

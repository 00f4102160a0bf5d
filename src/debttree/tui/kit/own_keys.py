"""Read the keys that a person gives to actions, and refuse keys that would lock them in a screen.

For keys that cannot be used a warning is shown, and the action keeps its default keys.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from debttree.model import Message, clean_line, did_you_mean, msg
from debttree.tui.kit.actions import ACTIONS, Action, Keymap, Scope, actions_in, with_keys
from debttree.tui.kit.key_names import TYPED, key_name, key_words, read_key

_EXPLORER, _EDITOR = (Scope.EXPLORER, Scope.EVERYWHERE), (Scope.EVERYWHERE,)

SCREENS: tuple[tuple[Scope, ...], ...] = (
    (Scope.NUMBERED, Scope.MAIN, Scope.LIST, *_EXPLORER),
    (Scope.NUMBERED, Scope.IN_HAND, Scope.LIST, *_EXPLORER),
    (Scope.NUMBERED, Scope.JOURNEYS, Scope.LIST, *_EXPLORER),
    *(
        (scope, Scope.LIST, *_EXPLORER)
        for scope in (Scope.WAY, Scope.SUMMARY, Scope.COMPARE, Scope.OUTLINE, Scope.LOOK, Scope.SPINE)
    ),
    (Scope.GUIDE_MAP, Scope.MAP, *_EXPLORER),
    (Scope.SEARCH, *_EXPLORER),
    (Scope.CALL, *_EXPLORER),
    *(
        (scope, Scope.LIST, *_EDITOR)
        for scope in (Scope.EDITOR, Scope.REPLACING, Scope.SAVING, Scope.NUMBERED)
    ),
    (Scope.DRAFT_MAP, Scope.MAP, *_EDITOR),
    (Scope.FINDING, *_EDITOR),
    (Scope.WORDS, *_EDITOR),
    (Scope.RAW, *_EDITOR),
)
"""Sets of scopes that are active together: those of each screen are one of these sets, or a part of one."""

WAYS_OUT: Mapping[str, str] = {
    "close": "escape",
    "give-up": "escape",
    "leave-call": "escape",
    "take-text": "escape",
    "quit": "ctrl+q",
}
"""Actions that keep a default key whatever other keys they get, one that also works while typing."""

_KEPT = frozenset({*WAYS_OUT.values(), "ctrl+c"})

_WHERE_ONE_TYPES = frozenset({Scope.SEARCH, Scope.FINDING, Scope.CALL, Scope.WORDS, Scope.RAW})

_SHOWN_AT_MOST = 20
"""Most characters shown of an invalid key name."""

_ANSWERS = frozenset([*"ynq123456789", "left", "backspace"])
"""Keys of dialogs, which an action of a list may not have, since dialogs contain lists."""


def read_keymap(given: Mapping[str, object]) -> tuple[Keymap, list[Message]]:
    """Return the keys by action id, and warnings about those that cannot be used."""
    keymap: dict[str, tuple[str, ...]] = {}
    warnings: list[Message] = []
    for action in ACTIONS:
        if action.id not in given or given[action.id] == action.keys_shown:
            continue
        keys, warning = _read(action, given[action.id])
        if warning is not None:
            warnings.append(warning)
        else:
            keymap[action.id] = keys
    warnings += _without_clashes(keymap)
    return keymap, warnings


def _read(action: Action, given: object) -> tuple[tuple[str, ...], Message | None]:
    """Return the keys of an action, or a warning."""
    listed = [given] if isinstance(given, str) else given
    if not isinstance(listed, list) or not listed or not all(key and isinstance(key, str) for key in listed):
        return (), msg("Settings: {key} has another form than is needed.", key=action.id)
    keys = []
    for written in listed:
        key = read_key(written)
        warning = _unknown(action, written) if key is None else _taken(action, key)
        if warning is not None:
            return (), warning
        keys.append(key or "")
    out = WAYS_OUT.get(action.id)
    return tuple(dict.fromkeys([*keys, *([out] if out else [])])), None


def _unknown(action: Action, written: str) -> Message:
    written = written if len(written) <= _SHOWN_AT_MOST else written[:_SHOWN_AT_MOST] + "..."
    said = msg(
        "Settings: there is no key {key}, so {name} keeps its own.", key=clean_line(written), name=action.id
    )
    hint = did_you_mean(written, key_words())
    return msg("{message} {hint}", message=said, hint=hint) if hint else said


def _taken(action: Action, key: str) -> Message | None:
    """Return why an action cannot have a key, regardless of other actions; None if it can."""
    if key in action.keys:
        return None
    said = {"key": key_name(key), "name": action.id}
    if key in _KEPT:
        return msg("Settings: {key} stays as it is, a way out for everybody; {name} keeps its own.", **said)
    if action.scope in _WHERE_ONE_TYPES and (len(key) == 1 or key in _typing(action.scope)):
        return msg("Settings: {key} is for typing where {name} works, so {name} keeps its own.", **said)
    if action.scope is Scope.LIST and key in _ANSWERS:
        return msg("Settings: {key} answers questions, so {name} keeps its own.", **said)
    return None


def _typing(scope: Scope) -> frozenset[str]:
    """Return the keys that text fields use themselves in a scope."""
    from textual.widgets import Input, TextArea  # few people need this import

    kind = Input if scope is Scope.SEARCH else TextArea
    edit = {
        key for binding in kind.BINDINGS if not isinstance(binding, tuple) for key in binding.key.split(",")
    }
    return TYPED | edit | {"enter"}


def _without_clashes(keymap: dict[str, tuple[str, ...]]) -> Iterator[Message]:
    """Remove keys from the keymap that would give two actions of one screen the same key, each with a warning."""
    while (clash := next(_clashes(keymap), None)) is not None:
        key, one, other = clash
        loser = other if other in keymap else one
        del keymap[loser]
        yield msg(
            "Settings: {key} is given to both {one} and {other}, so {name} keeps its own.",
            key=key_name(key),
            one=one,
            other=other,
            name=loser,
        )


def _clashes(keymap: Keymap) -> Iterator[tuple[str, str, str]]:
    """Yield keys that the person's keymap gives to two actions of one screen, with the actions' ids."""
    if not keymap:
        return
    for screen in SCREENS:
        for key, actions in _by_key(with_keys(actions_in(*screen), keymap)).items():
            for one, other in combinations(actions, 2):
                if not _share(one, other):
                    yield key, one, other


def _by_key(actions: Iterable[Action]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for action in actions:
        for key in action.keys:
            found.setdefault(key, []).append(action.id)
    return found


def _share(one: str, other: str) -> bool:
    """Return whether two actions share a key by default, in which case the more specific one wins."""
    first, second = ({*action.keys} for action in ACTIONS if action.id in (one, other))
    return bool(first & second)

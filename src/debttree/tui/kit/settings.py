"""The person's settings: a theme, and other keys for some actions. What is wrong in them is said, never fatal.

theme = "light"

[keys]
back = ["backspace", "b"]
help = "f1"
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from debttree.model import Message, Trouble, clean_line, did_you_mean, msg
from debttree.reading import NotThere, parse, read_bytes
from debttree.storage.folders import config_folder
from debttree.tui.kit.actions import ACTIONS, Keymap, Where, actions_in, with_keys
from debttree.tui.kit.key_names import key_name
from debttree.tui.kit.themes import DEFAULT, PALETTES

THEME_NAMES = tuple(palette.name for palette in PALETTES)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person set, and what could not be used of it."""

    theme: str = DEFAULT
    keymap: Keymap = field(default_factory=dict)
    warnings: tuple[Message, ...] = ()


def settings_file() -> Path:
    """Where settings are looked for."""
    return config_folder() / "settings.toml"


def read_settings(file: Path | None = None) -> Settings:
    """Read the settings; without a file they are as they come."""
    file = file or settings_file()
    try:
        parsed = parse(read_bytes(file))
    except NotThere:
        return Settings()
    except Trouble as trouble:
        return Settings(warnings=(trouble.message,))
    if parsed.data is None:
        return Settings(warnings=(msg("{file} is no TOML, so no setting is used.", file=str(file)),))
    return _Reader().read(parsed.data)


class _Reader:
    """Takes what it knows out of the data and remembers what it could not use."""

    def __init__(self) -> None:
        self.warnings: list[Message] = []

    def read(self, data: Mapping[str, object]) -> Settings:
        self._unknown(data, ("theme", "keys"))
        theme = self._theme(data.get("theme", DEFAULT))
        keys = data.get("keys", {})
        if not isinstance(keys, dict):
            self._warn(msg("Settings: {key} has another form than is needed.", key="keys"))
            keys = {}
        keymap = self._keymap(keys)
        self._clashes(keymap)
        return Settings(theme, keymap, tuple(self.warnings))

    def _warn(self, message: Message) -> None:
        self.warnings.append(message)

    def _unknown(self, given: Iterable[str], known: Iterable[str]) -> None:
        known = list(known)
        for name in given:
            if name not in known:
                hint = did_you_mean(name, known)
                said = msg("Settings: there is no {key}.", key=name)
                self._warn(msg("{message} {hint}", message=said, hint=hint) if hint else said)

    def _theme(self, name: object) -> str:
        if name in THEME_NAMES:
            return str(name)
        known = ", ".join(THEME_NAMES)
        self._warn(msg("Settings: there is no theme {name}; there are {known}.", name=str(name), known=known))
        return DEFAULT

    def _keymap(self, keys: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        ids = [action.id for action in ACTIONS]
        self._unknown(keys, ids)
        keymap = {}
        for name in ids:
            if name not in keys:
                continue
            chosen = keys[name]
            listed = [chosen] if isinstance(chosen, str) else chosen
            if not isinstance(listed, list) or not listed or not all(_is_key(key) for key in listed):
                self._warn(msg("Settings: {key} has another form than is needed.", key=name))
                continue
            keymap[name] = tuple(listed)
        return keymap

    def _clashes(self, keymap: Keymap) -> None:
        """Two actions that work on one screen should not share a key."""
        for together in _TOGETHER:
            taken: dict[str, str] = {}
            for action in with_keys(actions_in(*together), keymap):
                for key in map(key_name, action.keys):
                    other = taken.setdefault(key, action.id)
                    if other != action.id and (action.id in keymap or other in keymap):
                        clash = msg(
                            "Settings: {key} is given to both {one} and {other}.",
                            key=key,
                            one=other,
                            other=action.id,
                        )
                        if clash not in self.warnings:
                            self._warn(clash)


_TOGETHER = (
    *((where, Where.EVERYWHERE) for where in (Where.MAIN, Where.SUMMARY, Where.COMPARE)),
    *((where, Where.EDITOR_EVERYWHERE) for where in (Where.EDITOR, Where.WORDS, Where.RAW, Where.SAVING)),
)
"""Actions of which no two may share a key."""


def _is_key(key: object) -> bool:
    """Whether it looks like the name of a key: one word, perhaps with modifiers."""
    return (
        isinstance(key, str)
        and bool(key)
        and key == clean_line(key).strip()
        and "," not in key
        and " " not in key
    )

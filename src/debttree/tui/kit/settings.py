"""Read the settings file: a language, a theme, other keys for some actions. Mistakes cause warnings only.

language = "es"
theme = "light"

[keys]
back = ["Backspace", "b"]
help = "F2"
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from debttree.locales import own_name
from debttree.model import Message, Trouble, did_you_mean, msg, reads_leftwards
from debttree.reading import NotThere, parse, read_bytes
from debttree.storage.settings_file import LANGUAGE, language_in, settings_file
from debttree.tui.kit.actions import ACTIONS, Keymap
from debttree.tui.kit.own_keys import read_keymap
from debttree.tui.kit.themes import DEFAULT, PALETTES

THEME_NAMES = tuple(palette.name for palette in PALETTES)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, and warnings about those that cannot be used."""

    theme: str = DEFAULT
    keymap: Keymap = field(default_factory=dict)
    warnings: tuple[Message, ...] = ()


def read_settings(file: Path | None = None) -> Settings:
    """Read the settings; without a file they are the defaults."""
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
    """Takes known settings out of the data, and collects warnings."""

    def __init__(self) -> None:
        self.warnings: list[Message] = []

    def read(self, data: Mapping[str, object]) -> Settings:
        self._unknown(data, (LANGUAGE, "theme", "keys"))
        self._language(data)
        theme = self._theme(data.get("theme", DEFAULT))
        keys = data.get("keys", {})
        if not isinstance(keys, dict):
            self._warn(msg("Settings: {key} has another form than is needed.", key="keys"))
            keys = {}
        self._unknown(keys, [action.id for action in ACTIONS])
        keymap, warnings = read_keymap(keys)
        self.warnings += warnings
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

    def _language(self, data: Mapping[str, object]) -> None:
        """Warn about an invalid language; the language to use has been chosen before any screen opens."""
        tag = language_in(data)
        if tag and reads_leftwards(tag):
            said = msg(
                "{language} is written from right to left, which cannot be drawn rightly yet.",
                language=own_name(tag),
            )
            self._warn(msg("Settings: {message}", message=said))
        elif LANGUAGE in data and not tag:
            named = str(data[LANGUAGE])
            said = msg('"{text}" is no language; write it as zh, es or pt-BR', text=named)
            self._warn(msg("Settings: {message}", message=said))

    def _theme(self, name: object) -> str:
        if name in THEME_NAMES:
            return str(name)
        known = ", ".join(THEME_NAMES)
        self._warn(msg("Settings: there is no theme {name}; there are {known}.", name=str(name), known=known))
        return DEFAULT

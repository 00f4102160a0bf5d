"""Find the person's settings file, and read the language in it, which every command uses."""

from collections.abc import Mapping
from pathlib import Path

from debttree.model import Trouble, as_tag
from debttree.storage.folders import config_folder
from debttree.storage.naming import is_there

LANGUAGE = "language"
"""The key of the language."""


def settings_file() -> Path:
    """Return where settings are looked for."""
    return config_folder() / "settings.toml"


def language_in(settings: Mapping[str, object]) -> str:
    """Return the language that settings name; empty where they name none, or what is none."""
    named = settings.get(LANGUAGE)
    return as_tag(named) if isinstance(named, str) else ""


def language_set() -> str:
    """Return the language in the settings file; empty if there is none or it cannot be read."""
    file = settings_file()
    if not is_there(file):  # nearly always: then nothing that reads TOML is imported
        return ""
    from debttree.reading import parse, read_bytes

    try:
        return language_in(parse(read_bytes(file)).data or {})
    except Trouble:
        return ""

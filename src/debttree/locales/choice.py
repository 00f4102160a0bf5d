"""Choose the interface language from the environment."""

import re
from collections.abc import Mapping

LANGUAGE_NAMES: Mapping[str, str] = {"zh": "中文", "en": "English"}
"""Languages that the program itself speaks, each with its own name. English is the language of the source."""

INTERFACE_LANGUAGES = tuple(LANGUAGE_NAMES)


def interface_language(environment: Mapping[str, str], tree_languages: tuple[str, ...] = ()) -> str:
    """Return one of `INTERFACE_LANGUAGES`, from the locale variables in their POSIX order.

    In the C locale nothing is known about the person: the first language of the tree that they open decides,
    and where there is no tree it is English, as programs are used to.

    >>> interface_language({"LANG": "zh_CN.UTF-8"}), interface_language({"LC_ALL": "C"}, ("zh",))
    ('zh', 'zh')
    """
    name = next((environment[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(v)), "C")
    language = name.partition(".")[0]
    if language in ("C", "POSIX"):
        language = next(iter(tree_languages), "en")
    base = re.split("[-_@]", language)[0].lower()
    return base if base in INTERFACE_LANGUAGES else "en"


def other_language(language: str) -> str:
    """Return the language to switch to: the next one of `INTERFACE_LANGUAGES`, Chinese from an unknown one.

    >>> other_language("zh"), other_language("en")
    ('en', 'zh')
    """
    later = [*INTERFACE_LANGUAGES, *INTERFACE_LANGUAGES]
    return later[later.index(language) + 1] if language in later else INTERFACE_LANGUAGES[0]

"""Choose the interface language from the environment."""

from collections.abc import Mapping

INTERFACE_LANGUAGES = ("zh", "en")
"""Languages that the program itself speaks."""


def interface_language(environment: Mapping[str, str], tree_languages: tuple[str, ...] = ()) -> str:
    """Return `zh` or `en`, from the locale variables in their POSIX order.

    In the C locale nothing is known about the person: the first language of the tree that they open decides,
    and where there is no tree it is English, as programs are used to.

    >>> interface_language({"LANG": "zh_CN.UTF-8"}), interface_language({"LC_ALL": "C"}, ("zh",))
    ('zh', 'zh')
    """
    name = next((environment[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(v)), "C")
    language = name.partition(".")[0]
    if language in ("C", "POSIX"):
        return "zh" if tree_languages[:1] and tree_languages[0].partition("-")[0] == "zh" else "en"
    return "zh" if language.lower().startswith("zh") else "en"


def other_language(language: str) -> str:
    """Return the language to switch to: English from Chinese, Chinese from anything else."""
    return "en" if language == "zh" else "zh"

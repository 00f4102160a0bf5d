"""Commands to show to a person, with file names quoted for the shell."""

from pathlib import PurePath

from debttree.system.programs import quoted


def command_line(*words: str | PurePath) -> str:
    """Return a command of this program as the shell of this system reads it.

    Args:
        words: options and names as they are; a path is never read as an option.

    >>> command_line("check", PurePath("my tree; rm -r.toml"))
    "debttree check 'my tree; rm -r.toml'"
    >>> command_line("check", PurePath("-o.toml"))
    'debttree check ./-o.toml'
    """
    return " ".join(["debttree", *(quoted(_word(word)) for word in words)])


def _word(word: str | PurePath) -> str:
    text = str(word)
    return f"./{text}" if isinstance(word, PurePath) and text.startswith("-") else text

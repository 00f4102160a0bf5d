"""Sentences for a person that are put into their language only when they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from debttree.model.text import clean_line


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence with named places, and what goes into them.

    Attributes:
        template: the sentence, as the catalogues know it; places are written `{name}`.
        values: strings from outside are cleaned when the sentence is made; a value may itself be a message.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence in English, for programs and tracebacks; people read it through `locales`."""
        values = {
            name: clean_line(value) if isinstance(value, str) else value
            for name, value in self.values.items()
        }
        return self.template.format(**values)


def msg(template: str, /, **values: object) -> Message:
    """Return a message; the catalogues collect the templates of calls of this name.

    >>> str(msg("There is no node {name}.", name="a\\x1b"))
    'There is no node a␛.'
    """
    return Message(template, values)

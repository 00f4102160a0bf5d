"""A text that is to be edited: where everything stands in it, and how its author writes."""

from debttree.editing.toml.conventions import Conventions
from debttree.reading.blocks import Blocks
from debttree.reading.places import Places


class SourceText(Places):
    """The places of one text that is TOML, and the conventions of its kind."""

    def __init__(self, text: str, layout: Blocks, conventions: Conventions) -> None:
        super().__init__(text, layout)
        self.conventions = conventions

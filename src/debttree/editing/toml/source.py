"""A text to be edited: where everything stands in it, and which conventions it follows."""

from debttree.editing.toml.conventions import Conventions
from debttree.reading.blocks import Blocks
from debttree.reading.places import Places


class SourceText(Places):
    """The places of one text that is TOML, and the conventions of its kind.

    Args:
        text: without BOM; valid TOML.
        blocks: its blocks.
        conventions: of its kind of file.
    """

    def __init__(self, text: str, blocks: Blocks, conventions: Conventions) -> None:
        super().__init__(text, blocks)
        self.conventions = conventions

"""A text to edit, with the offsets of everything in it and its conventions."""

from debttree.editing.toml.conventions import Conventions
from debttree.reading.blocks import Blocks
from debttree.reading.places import Places


class SourceText(Places):
    """A TOML text with its places and conventions.

    Args:
        text: without BOM; valid TOML.
        blocks: the blocks of the text.
        conventions: of this kind of file.
    """

    def __init__(self, text: str, blocks: Blocks, conventions: Conventions) -> None:
        super().__init__(text, blocks)
        self.conventions = conventions

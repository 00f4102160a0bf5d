"""What the wheel needs beyond plain source files: compiled catalogues and the bundled trees.

An editable install gets the catalogues, but no copy of `trees/`: a checkout reads the trees where they are
edited, and a copy would only grow stale.
"""

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        compile_catalogues(root / "src" / "debttree" / "locales")
        if version != "editable":
            build_data["force_include"][str(root / "trees")] = "debttree/trees"


def compile_catalogues(folder: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in folder.glob("*/LC_MESSAGES/*.po"):
        with source.open("rb") as file:
            catalogue = read_po(file)
        compiled = source.with_suffix(".mo")
        made = compiled.with_name(f"{compiled.name}.{os.getpid()}")
        with made.open("wb") as file:
            write_mo(file, catalogue)
        made.replace(compiled)  # a program that runs from this checkout never reads half of one

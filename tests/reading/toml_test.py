"""The documents of toml-test, the suite that TOML's own project keeps."""

from pathlib import Path

FOLDER = Path(__file__).parent / "corpus" / "toml-test"


def listed(version: str) -> list[str]:
    """The documents that belong to a version of TOML, as the suite lists them."""
    names = (FOLDER / f"files-toml-{version}").read_text("utf-8").split()
    return [name for name in names if name.endswith(".toml")]


LISTED = listed("1.1.0")
ONLY_1_1 = set(LISTED) - set(listed("1.0.0"))


def content(name: str) -> bytes:
    """The bytes of a document."""
    return (FOLDER / name).read_bytes()


def text(name: str) -> str:
    """The text of a valid document without its BOM, with its own line ends."""
    return content(name).decode("utf-8-sig")


VALID = [name for name in LISTED if name.startswith("valid/")]
INVALID = [name for name in LISTED if name.startswith("invalid/")]

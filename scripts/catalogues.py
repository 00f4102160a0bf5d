"""Keep the catalogues of interface sentences up to date with the source.

`update` collects sentences into every catalogue and compiles them; `check` only reports differences.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from hatch_build import compile_catalogues

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "debttree"
KEYWORDS = {"msg": None, "say": None, "_say": None, "plural": (1, 2)}


def collected() -> Catalog:
    """Return every sentence of the source, without line numbers, which would change with each edit."""
    catalogue = Catalog(project="debttree", charset="utf-8", fuzzy=False)
    found = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",))
    for _file, _line, sentence, comments, context in found:
        catalogue.add(sentence, auto_comments=comments, context=context)
    return catalogue


def updated(path: Path, template: Catalog) -> Catalog:
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parents[1].name)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def as_bytes(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    write_po(buffer, catalogue, width=110, sort_output=True, omit_header=True, no_location=True)
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale_identifier}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return header.encode() + buffer.getvalue().lstrip(b"\n")


def translated(message: Message) -> bool:
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return bool(forms) and all(forms)


def main(command: str) -> int:
    template = collected()
    status = 0
    for path in sorted(SOURCE.glob("locales/*/LC_MESSAGES/*.po")):
        catalogue = updated(path, template)
        content = as_bytes(catalogue)
        missing = [str(message.id) for message in catalogue if message.id and not translated(message)]
        if command == "update":
            path.write_bytes(content)
        elif path.read_bytes() != content:
            print(f"{path.relative_to(ROOT)} is not in step with the source: run `make messages`")
            status = 1
        for sentence in missing:
            print(f"{path.relative_to(ROOT)}: no translation of {sentence!r}")
            status = 1
    if command == "update":
        compile_catalogues(SOURCE / "locales")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))

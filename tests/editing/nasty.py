"""Generate untidy tree files: every style that TOML allows, mixed at random, with comments everywhere."""

import copy
import random
from collections.abc import Iterator
from typing import Any

from debttree.editing.toml.tokens import key_token, value_token

WORDS = [
    "A bill",
    "逾期",
    "[nodes.n0]",
    '"quoted"',
    "it's",
    "# no comment",
    "a\nb\n",
    '"""',
    "'''",
    "\\",
    "\t",
    "a\r\nb",
]
IDS = ["n0", "n1", "title", "choices", "逾期", "to", "3", "en"]


def tree(chance: random.Random) -> dict[str, Any]:
    """The data of a small tree, with random parts left out."""
    ids = chance.sample(IDS, chance.randint(1, 4))
    data: dict[str, Any] = {"format": "debttree/1"}
    if chance.random() < 0.8:
        data["tree"] = {"title": _text(chance), "languages": ["zh", "en"], "root": ids[0]}
    if chance.random() < 0.7:
        data["urgent"] = [
            {"label": _text(chance), "to": chance.choice(ids)} for _ in range(chance.randint(1, 3))
        ]
    for kind, names in _DECLARED.items():
        if chance.random() < 0.6:
            data[kind] = {name: {"title": _text(chance)} for name in names[: chance.randint(1, 2)]}
    for urgent in data.get("urgent", ()) if "contacts" in data else ():
        urgent["contacts"] = chance.sample(list(data["contacts"]), chance.randint(0, len(data["contacts"])))
    data["nodes"] = {name: _node(chance, ids, data) for name in ids}
    return data


_DECLARED = {
    "stages": ["s", "t"],
    "consequences": ["c", "d"],
    "contacts": ["aid", "police"],
    "events": ["order", "hearing"],
    "sources": ["law", "rule"],
}


def broken_tree(chance: random.Random) -> dict[str, Any]:
    """The data of such a tree with values of wrong types in some places."""
    data = tree(chance)
    for _ in range(chance.randint(1, 3)):
        _break(data, chance)
    return data


ODDITIES: list[Any] = ["text", "", 1, True, 1.5, [], ["a", 1], {}, [{"title": "t"}], [[]], {"en": {"en": 1}}]


def _break(data: dict[str, Any], chance: random.Random) -> None:
    """Replace something by an odd value, or add one."""
    table: Any = data
    while True:
        inner = [value for value in table.values() if isinstance(value, dict)]
        lists = [value for value in table.values() if isinstance(value, list)]
        inner += [item for items in lists for item in items if isinstance(item, dict)]
        if not inner or chance.random() < 0.3:
            break
        table = chance.choice(inner)
    key = chance.choice([*table, *table, "b", "title", "choices"])
    if table is data and key in ("format", "nodes") and chance.random() < 0.8:
        return
    odd = chance.choice(ODDITIES)
    order = chance.random() < 0.5 and key not in table
    before = dict(table)
    table[key] = copy.deepcopy(odd)
    if order:  # it comes first
        table.clear()
        table.update({key: copy.deepcopy(odd), **before})


def _text(chance: random.Random) -> Any:
    if chance.random() < 0.4:
        return chance.choice(WORDS)
    return {language: chance.choice(WORDS) for language in chance.sample(["en", "zh"], chance.randint(1, 2))}


def _node(chance: random.Random, ids: list[str], data: dict[str, Any]) -> dict[str, Any]:
    node: dict[str, Any] = {"title": _text(chance)} if chance.random() < 0.9 else {}
    for key, kind in (("brings", "consequences"), ("sources", "sources"), ("contacts", "contacts")):
        if kind in data and chance.random() < 0.6:
            node[key] = chance.sample(list(data[kind]), chance.randint(0, len(data[kind])))
    if "stages" in data and chance.random() < 0.5:
        node["stage"] = chance.choice(list(data["stages"]))
    if chance.random() < 0.3:
        node["checklist"] = [{"id": f"k{i}", "text": _text(chance)} for i in range(chance.randint(1, 2))]
    if "events" in data and chance.random() < 0.4:
        hung = {"on": chance.choice(list(data["events"])), "before": chance.random() < 0.5}
        node["deadlines"] = [{"id": "d", "days": 3, **hung, "text": _text(chance)}]
    if chance.random() < 0.8:
        node["choices"] = [
            {"label": _text(chance), "to": chance.choice(ids)} for _ in range(chance.randint(0, 3))
        ]
    return node


def written(data: dict[str, Any], chance: random.Random) -> str:
    """The data as TOML, without BOM."""
    writer = _Writer(chance)
    writer.table((), data, writer.lines_of_top)
    units = _units(writer.blocks)
    if chance.random() < 0.3:
        units = _mingled(units, chance)
    text = "".join(writer.lines_of_top) + "".join(line for unit in units for block in unit for line in block)
    if chance.random() < 0.3:
        text = text.rstrip("\n")
    if chance.random() < 0.4:
        text = text.replace("\n", "\r\n") if chance.random() < 0.7 else _mixed(text, chance)
    return text


Block = list[str]


def _units(blocks: list[tuple[tuple[str, ...], Block]]) -> list[list[Block]]:
    """Blocks of one node, stage and so on together; their order within matters to arrays of tables."""
    units: dict[tuple[str, ...], list[Block]] = {}
    arrays = {path[0] for path, block in blocks if len(path) == 1 and _is_array(block)}
    for path, block in blocks:
        key = path[:1] if path[0] in ("tree", *arrays) else path[:2]
        units.setdefault(key, []).append(block)
    return list(units.values())


def _is_array(block: Block) -> bool:
    return any(line.lstrip().startswith("[[") for line in block)


def _mingled(units: list[list[Block]], chance: random.Random) -> list[list[Block]]:
    """The blocks in random order, those of different units mixed."""
    rest = [list(unit) for unit in units]
    mingled = []
    while rest:
        unit = chance.choice(rest)
        mingled.append([unit.pop(0)])
        rest = [unit for unit in rest if unit]
    return mingled


def _mixed(text: str, chance: random.Random) -> str:
    *lines, last = text.split("\n")
    return "".join(line + chance.choice(["\n", "\r\n"]) for line in lines) + last


class _Writer:
    """Writes tables into lines; blocks under headers are collected apart."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.lines_of_top: list[str] = []
        self.blocks: list[tuple[tuple[str, ...], Block]] = []
        self.tidy = chance.random() < 0.4
        self.headers = chance.choice([0.2, 0.5, 0.9, 1.0])
        self.late = chance.choice([0.05, 0.1, 0.9])
        """How often a table follows what it holds."""
        self.equals = chance.choice([" = ", "=", " =", "\t=\t"])
        self.newer = chance.random() < 0.3
        """Whether this author writes TOML 1.1."""

    def table(self, path: tuple[str, ...], table: dict[str, Any], lines: Block, prefix: str = "") -> None:
        """Write the entries of a table into `lines`, and those with headers into their own blocks later."""
        later: list[tuple[tuple[str, ...], Any]] = []
        for name, value in table.items():
            here = (*path, name)
            key = prefix + self.key(name)
            may_have_header = not prefix
            if isinstance(value, dict) and value:
                style = self.style(may_have_header)
                if style == "header":
                    later.append((here, value))
                elif style == "dotted":
                    self.table(here, value, lines, key + self.dot())
                else:
                    self.entry(lines, key, self.inline(value))
            elif isinstance(value, list) and value and isinstance(value[0], dict):
                if may_have_header and self.chance.random() < self.headers:
                    later.append((here, value))
                else:
                    self.entry(lines, key, self.array(value, multiline=True))
            elif isinstance(value, list):
                self.entry(lines, key, self.array(value, multiline=True))
            else:
                self.entry(lines, key, self.scalar(value))
        for here, value in later:
            self.under_headers(here, value)

    def under_headers(self, path: tuple[str, ...], value: Any) -> None:
        items = value if isinstance(value, list) else [value]
        for item in items:
            block: Block = []
            has_own = any(not isinstance(inner, dict) or not inner for inner in item.values())
            header = self.dot().join(self.key(name) for name in path)
            blank = "" if self.tidy else self.chance.choice(["", " ", "\t"])
            brackets = ("[[", "]]") if isinstance(value, list) else ("[", "]")
            if isinstance(value, list) or has_own or not item or self.chance.random() < 0.5:
                self.trivia(block)
                line = f"{self.indent()}{brackets[0]}{blank}{header}{blank}{brackets[1]}{self.comment()}\n"
                block.append(line)
            before = len(self.blocks)
            if block:
                self.blocks.append((path, block))
                self.table(path, item, block)
            else:
                self.table_of_headers_only(path, item)
            if (
                block
                and len(self.blocks) > before + 1
                and isinstance(value, dict)
                and self.chance.random() < self.late
            ):
                self.blocks.append(self.blocks.pop(before))  # the super table after its tables

    def table_of_headers_only(self, path: tuple[str, ...], table: dict[str, Any]) -> None:
        for name, inner in table.items():
            self.under_headers((*path, name), inner)

    def entry(self, lines: Block, key: str, value: str) -> None:
        self.trivia(lines)
        lines.append(f"{self.indent()}{key}{self.equals}{value}{self.comment()}\n")

    def trivia(self, lines: Block) -> None:
        while not self.tidy and self.chance.random() < 0.3:
            lines.append(self.chance.choice(["\n", "# comment\n", "  # [nodes.n0]\n", "\t\n", "#\n"]))

    def comment(self) -> str:
        return self.chance.choice(["", "", " # why", '#"tight"', " "]) if not self.tidy else ""

    def indent(self) -> str:
        return "" if self.tidy else self.chance.choice(["", "", "  ", "\t"])

    def dot(self) -> str:
        return "." if self.tidy else self.chance.choice([".", ".", " . ", "\t."])

    def style(self, may_have_header: bool) -> str:
        if may_have_header and self.chance.random() < self.headers:
            return "header"
        return self.chance.choice(["dotted", "inline"])

    def key(self, name: str) -> str:
        plain = key_token(name)
        if self.tidy or plain[0] == '"' or self.chance.random() < 0.7:
            return plain
        return self.chance.choice([f'"{name}"', f"'{name}'"])

    def scalar(self, value: Any) -> str:
        if not isinstance(value, str) or self.tidy:
            return value_token(value, "\n")
        ways = [value_token(value)]
        if self.newer:
            ways.append(
                '"' + "".join(f"\\x{ord(sign):02x}" if sign < "\xff" else sign for sign in value) + '"'
            )
        if "'" not in value and "\r" not in value and "\n" not in value:
            ways.append(f"'{value}'")
        if "'''" not in value and "\r" not in value:
            ways.append(f"'''\n{value}'''")
        if '"' not in value and "\\" not in value and "\r" not in value:
            ways += [f'"""\n{value}"""', f'"""{value}\\\n   """' if value and value[0] != "\n" else '""']
        return self.chance.choice([way for way in ways if _says(way, value)])

    def array(self, items: list[Any], *, multiline: bool) -> str:
        tokens = [self.inline(item) if isinstance(item, dict) else value_token(item) for item in items]
        way = self.chance.choice(["line", "lines", "comma-first", "mess"]) if multiline else "line"
        if way == "line" or not tokens:
            return self.chance.choice(["[{}]", "[ {} ]"]).format(", ".join(tokens)) if tokens else "[]"
        if way == "lines":
            last = self.chance.choice([",", ""])
            ends = [","] * (len(tokens) - 1) + [last]
            lines = [f"  {token}{end}{self.comment()}\n" for token, end in zip(tokens, ends, strict=True)]
            head = self.chance.choice(["\n", " # all\n", "\n  # first\n"])
            return f"[{head}{''.join(self.between() + line for line in lines)}]"
        if way == "comma-first":
            return "[\n    " + "\n  , ".join(f"{token}{self.comment()}" for token in tokens) + "\n]"
        commas = [" ,", ", ", ",\n", " # c\n,"]
        return "[" + "".join(token + self.chance.choice(commas) for token in tokens) + "]"

    def between(self) -> str:
        return "" if self.tidy else self.chance.choice(["", "", "  # above\n", "\n"])

    def inline(self, table: dict[str, Any]) -> str:
        pairs = list(self.pairs(table, ""))
        if self.newer and self.chance.random() < 0.7:
            return self.braces_of_toml_1_1(pairs)
        if not pairs:
            return self.chance.choice(["{}", "{ }"])
        form = self.chance.choice(["{{ {} }}", "{{{}}}"])
        return form.format(self.chance.choice([", ", ",", " , "]).join(pairs))

    def braces_of_toml_1_1(self, pairs: list[str]) -> str:
        """Over several lines, with comments between, with or without a last comma."""
        if not pairs:
            return self.chance.choice(["{\n}", "{ # none\n  }", "{\n# none\n}"])
        last = self.chance.choice([",", ""])
        way = self.chance.choice(["line", "lines", "lines", "comma-first", "mess"])
        if way == "line":
            return f"{{ {', '.join(pairs)}, }}"
        if way == "lines":
            ends = [","] * (len(pairs) - 1) + [last]
            lines = [f"    {pair}{end}{self.comment()}\n" for pair, end in zip(pairs, ends, strict=True)]
            head = self.chance.choice(["\n", " # all\n", "\n  # first\n"])
            return f"{{{head}{''.join(self.between() + line for line in lines)}  }}"
        if way == "comma-first":
            return "{\n    " + "\n  , ".join(f"{pair}{self.comment()}" for pair in pairs) + "\n}"
        commas = [" ,", ", ", ",\n", " # c\n,"]
        return "{" + "".join(pair + self.chance.choice(commas) for pair in pairs) + "}"

    def pairs(self, table: dict[str, Any], prefix: str) -> Iterator[str]:
        for name, value in table.items():
            key = prefix + self.key(name)
            if isinstance(value, dict) and value and self.chance.random() < 0.5:
                yield from self.pairs(value, key + ".")
            elif isinstance(value, dict):
                yield f"{key} = {self.inline(value)}"
            elif isinstance(value, list):
                yield f"{key} = {self.array(value, multiline=False)}"
            else:
                yield f"{key} = {value_token(value)}"


def _says(token: str, value: str) -> bool:
    from debttree.reading.toml import read_token

    return bool(read_token(token) == value)

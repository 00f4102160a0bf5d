"""Read Twee 3, the form of the story tools: passages are nodes, links choices. Macros are words; nothing is run."""

import json
import re

from debttree.incoming.found import Finding, FoundTree, one_line
from debttree.model import Kind, msg

_HEADER = re.compile(r"^::[^\n]*$", re.MULTILINE)
_NAME = re.compile(r"(?:[^\\\[{]|\\.)*")
_LINK = re.compile(r"\[\[([^\[\]\n]{1,2000})\]\](?:\[[^\]\n]{0,200}\])?")
_PARTS = (
    re.compile(r"^(?P<label>.*)->(?P<target>.*?)$"),
    re.compile(r"^(?P<target>.*?)<-(?P<label>.*)$"),
    re.compile(r"^(?P<label>.*?)\|(?P<target>.*)$"),
)
_MACRO = re.compile(r"<<|\((?:[a-z][\w-]*):", re.I)
_ESCAPE = re.compile(r"\\(.)")
_NO_PASSAGES = frozenset(("script", "stylesheet", "widget", "init", "startup", "header", "footer"))


def read_twee(text: str) -> FoundTree:
    """Read a story.

    Raises:
        NotReadable: it has no passage.
    """
    finding = Finding()
    about = {"title": "", "root": ""}
    headers = list(_HEADER.finditer(text))
    line, at = 1, 0
    if text[: headers[0].start() if headers else len(text)].strip():
        finding.lost(1, msg("Words before the first passage are not read."))
    for number, header in enumerate(headers):
        line += text.count("\n", at, header.start())
        at = header.start()
        end = headers[number + 1].start() if number + 1 < len(headers) else len(text)
        _passage(header, text[header.end() : end].strip(), line, finding, about)
    root = about["root"] or ("Start" if "Start" in finding.nodes else "")
    return finding.found(title=about["title"], root=root if root in finding.nodes else "")


def _passage(header: re.Match[str], body: str, line: int, finding: Finding, about: dict[str, str]) -> None:
    head = header[0][2:]
    written = _NAME.match(head)
    end = written.end() if written else 0
    name = one_line(_ESCAPE.sub(r"\1", head[:end]))
    tags = head[end:].partition("]")[0].lstrip("[").split() if head[end:].startswith("[") else []
    if name == "StoryTitle":
        about["title"] = one_line(body)
    elif name == "StoryData":
        about["root"] = _start(body)
    elif name.startswith("Story") or _NO_PASSAGES & set(tags):
        finding.lost(
            line, msg('The passage "{name}" is for a story tool: nothing in it is run or read.', name=name)
        )
    elif not name:
        finding.lost(line, msg("A passage without a name."))
    else:
        _node(name, tags, body, line, finding)


def _start(body: str) -> str:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return one_line(str(data.get("start", ""))) if isinstance(data, dict) else ""


def _node(name: str, tags: list[str], body: str, line: int, finding: Finding) -> None:
    kinds = [Kind(tag.casefold()) for tag in tags if tag.casefold() in [*Kind]]
    for tag in tags:
        if tag.casefold() not in [*Kind]:
            finding.lost(line, msg('The tag "{tag}" of "{name}" is not read.', tag=tag, name=name))
    if _MACRO.search(body):
        finding.lost(line, msg('Macros in "{name}" are kept as words of its text.', name=name))
    if name in finding.nodes:
        finding.lost(line, msg('There are two passages "{name}": the second is not read.', name=name))
        return
    finding.node(
        name, title=name, name=name, kind=kinds[0] if kinds else None, text=_words_of(body), line=line
    )
    for link in _LINK.finditer(body):
        label, target = _parted(link[1])
        finding.arrow(
            name, one_line(target), label=one_line(label), line=line + 1 + body.count("\n", 0, link.start())
        )


def _words_of(body: str) -> str:
    """Return the text of a passage: lines of links alone go, a link in a sentence leaves its words."""
    lines = []
    for line in body.split("\n"):
        rest = _LINK.sub("", line)
        if rest.strip(" \t-*") or not line.strip():
            lines.append(_LINK.sub(lambda link: _parted(link[1])[0], line))
    return "\n".join(lines).strip()


def _parted(link: str) -> tuple[str, str]:
    """Return label and target of what stands in the brackets of a link."""
    matched = next(filter(None, (part.match(link) for part in _PARTS)), None)
    return (matched["label"], matched["target"]) if matched else (link, link)

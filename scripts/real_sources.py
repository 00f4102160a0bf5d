"""Read public files with `debttree new --from`, and check that every arrow is imported or reported as left out.

Run by hand: `python scripts/real_sources.py FOLDER`, where FOLDER holds clones as OWNER/NAME or OWNER+NAME/repo. The
files are read from the commits that are named here; none of them is part of this repository.
"""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from debttree.incoming.assembling import assembled
from debttree.incoming.drawio_pages import drawn_pages
from debttree.incoming.found import FoundTree
from debttree.incoming.sources import read_source
from debttree.incoming.writing import written
from debttree.locales import phrases
from debttree.model import Severity, msg
from debttree.reading import read

DRAWIO = ("jgraph/drawio-diagrams", "4e36051b6d58c12fa3e6f105f6b28cd093ee9bad")
SKILLS = ("lucasilverentand/skills", "b2527c4f5d2a25fe076412f7b4c86357ea8949f4")
NOORG = ("ActiveInferenceInstitute/NoOrg", "ff5163c769e5b721ff0aec0e66edf0ec90199181")
TELEGRAM = ("co8/cctelegram", "9a66df6d3d7b47ab6d71ddce04737ebbec1649ad")
FAILURES = ("rnzor/awesome-tech-failures", "8b39aa36574d77dde7b9b7f9e6d89bf0aeddc9a9")
CLI = ("mermaid-js/mermaid-cli", "111e0349a231308a0d54b4264d847f1d0852d9cb")

FILES = {
    "drawio": {
        DRAWIO: """blog/translation-task-flowchart.xml examples/WorkflowFlowchart.xml templates/basic/flowchart.xml
            templates/flowcharts/flowchart_1.xml templates/flowcharts/workflow_1.xml
            templates/flowcharts/cross_functional_flowchart_2.xml templates/other/decision_tree_1.xml
            templates/other/decision_tree_5.xml blog/sourdough-process.drawio blog/incident-response-bpmn.drawio""",
    },
    "mermaid": {
        NOORG: """DOCS/manuscript/figures/architecture.mmd DOCS/manuscript/figures/persistence.mmd
            units/CustomerSupport/Processes/EscalationProcedures.md
            units/AdvisoryBoard/Committees/README.md units/BoardOfDirectors/Processes/StrategicPlanning.md""",
        FAILURES: "DOCS/diagnosis-flowchart.md README.md",
        TELEGRAM: "DOCS/mcp-server/api/webhooks.md",
        CLI: "test-positive/flowchart-elk.mmd test-positive/emojis.mmd",
    },
    "outline": {
        SKILLS: """plugins/workflow/skills/decision-trees/SKILL.md plugins/workflow/skills/authoring/SKILL.md
            plugins/workflow/skills/decision-trees/references/chaining.md
            plugins/workflow/skills/decision-trees/references/format.md plugins/workflow/skills/tooling/SKILL.md
            plugins/workflow/skills/publishing/SKILL.md plugins/planning/skills/task-spec/SKILL.md""",
        TELEGRAM: ".claude/commands/tm/learn.md .claude/commands/tm/list/list-tasks.md",
        FAILURES: "AGENTS.md",
    },
}
NAMES = {"drawio": "x.drawio", "mermaid": "x.mmd", "outline": "x.md"}
LOST_ARROWS = ("An arrow", "An invisible line", "This is not understood", "A second arrow", "No node stands")


@dataclass(frozen=True)
class Count:
    """The counts of one file: arrows that a plain search sees, arrows and nodes of the tree, lines reported as left
    out."""

    seen: int
    arrows: int
    nodes: int
    lost: int
    lost_arrows: int
    errors: int


def main(folder: Path) -> None:
    for form, repositories in FILES.items():
        for (name, commit), paths in repositories.items():
            for path in paths.replace("DOCS/", "docs/").split():  # paths in other repositories
                count = counted(form, content_of(folder, name, commit, path))
                sound = count.arrows + count.lost_arrows >= count.seen and not count.errors
                print("ok " if sound else "BAD", form, f"{name}/{path}", count)


def content_of(folder: Path, name: str, commit: str, path: str) -> bytes:
    clone = next(one for one in (folder / name, folder / name.replace("/", "+") / "repo") if one.exists())
    command = ["git", "-C", str(clone), "show", f"{commit}:{path}"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def counted(form: str, content: bytes) -> Count:
    found = read_source(content, NAMES[form])
    text = written(list(assembled(found, "x")), msg("A head."), phrases("en"))
    problems = read(text.encode(), "x").problems
    errors = [one for one in problems if one.severity is Severity.ERROR]
    lost = [str(one.reason) for one in found.unplaced]
    return Count(
        seen(form, content, found),
        len(found.arrows),
        len(found.nodes),
        len(lost),
        sum(reason.startswith(LOST_ARROWS) for reason in lost),
        len(errors),
    )


def seen(form: str, content: bytes, found: FoundTree) -> int:
    """Count arrows by a search that shares no code with the reader except decompression."""
    if form == "drawio":
        cells = [cell for page in drawn_pages(content) for cell in page.model.all("mxCell")]
        return sum(cell.attributes.get("edge") == "1" for cell in cells)
    text = content.decode()
    if form == "mermaid":
        blocks = re.findall(r"```mermaid\n(.*?)```", text, re.DOTALL) or [text]
        chart = next(block for block in blocks if re.search(r"^\s*(flowchart|graph)\b", block, re.MULTILINE))
        bare = re.sub(
            r'^---$.*?^---$|"[^"]*"|\|[^|\n]*\||\[[^\]\n]*\]|\{[^}\n]*\}|\([^)\n]*\)|%%[^\n]*',
            "",
            chart,
            flags=re.S | re.M,
        )
        return len(re.findall(r"--+>|==+>|-\.+->|---+(?!>)", bare))
    outside = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    return len(re.findall(r"^ *(?:[-*]|\d+\.) [^`\n]*?(?:→|->|=>)", outside, re.MULTILINE))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

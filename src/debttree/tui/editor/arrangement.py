"""The filter and order of the list of subjects: all or some of them, in file order or by stage."""

from collections.abc import Container
from dataclasses import dataclass, replace

from debttree.editing.passages import passages, to_translate
from debttree.model import Address, DataPath, Kind, WordedEnum, msg
from debttree.tui.editor.subjects import TREE, items, kind_of, languages, subjects, table
from debttree.tui.editor.view import View


class Only(WordedEnum):
    """The filter of the list."""

    ALL = "all", msg("everything")
    PROBLEMS = "problems", msg("only what has problems")
    UNTRANSLATED = "untranslated", msg("only what is not translated")
    UNSOURCED = "unsourced", msg("only nodes without a source")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The filter and order of the list.

    Attributes:
        only: the filter.
        by_stage: whether nodes are listed below their stages.
        folded: ids of the stages whose nodes are then hidden.
    """

    only: Only = Only.ALL
    by_stage: bool = False
    folded: frozenset[str] = frozenset()

    @property
    def is_plain(self) -> bool:
        """Whether the list shows everything in file order."""
        return not self.by_stage and self.only is Only.ALL

    def turned(self, stage: str) -> "Arrangement":
        """Return the arrangement with a stage folded, or unfolded if it was folded."""
        return replace(self, folded=self.folded ^ {stage})

    def revealing(self, view: View, subject: DataPath) -> "Arrangement":
        """Return an arrangement that shows a subject."""
        if subject in arranged(view, self):
            return self
        stage = stage_of(view, subject)
        open_ = replace(self, folded=self.folded - {stage or ""})
        return open_ if subject in arranged(view, open_) else replace(open_, only=Only.ALL)


def stage_of(view: View, subject: DataPath) -> str | None:
    """Return the declared stage of a node, or the id of a subject that is a stage; None for others."""
    if subject[0] == "stages":
        return str(subject[1])
    stage = table(view.at(subject)).get("stage") if subject[0] == "nodes" else None
    return stage if isinstance(stage, str) and stage in table(view.data.get("stages")) else None


def arranged(view: View, arrangement: Arrangement) -> list[DataPath]:
    """Return the subjects that the list shows, with the settings of the tree first."""
    shown = subjects(view.data)
    if arrangement.only is not Only.ALL:
        wanted = _wanted(view, arrangement.only)
        shown = [TREE, *(subject for subject in shown[1:] if subject in wanted)]
    return _by_stage(view, shown, arrangement.folded) if arrangement.by_stage else shown


def _by_stage(view: View, shown: list[DataPath], folded: Container[str | None]) -> list[DataPath]:
    """Return subjects with nodes below their stages; nodes without a stage come first."""
    groups: dict[str | None, list[DataPath]] = {None: []}
    for name in table(view.data.get("stages")):
        groups[name] = []
    for subject in shown:
        if subject[0] == "nodes":
            groups[stage_of(view, subject)].append(subject)
    rest = [subject for subject in shown[1:] if subject[0] not in ("nodes", "stages")]
    found = [TREE, *groups.pop(None)]
    for stage, nodes in groups.items():
        if nodes or ("stages", stage) in shown:
            found += [("stages", str(stage)), *([] if stage in folded else nodes)]
    return [*found, *rest]


def _wanted(view: View, only: Only) -> set[DataPath]:
    if only is Only.PROBLEMS:
        return {*view.assessment.marks} if view.assessment is not None else set()
    if only is Only.UNTRANSLATED:
        wanted = to_translate(passages(view.data), languages(view.data))
        return {Address.of(passage.path).subject for passage in wanted}
    return {
        ("nodes", name)
        for name, node in table(view.data.get("nodes")).items()
        if not items(table(node).get("sources")) and kind_of(node) is not Kind.OUTCOME
    }

"""The domain model as immutable values: trees, nodes, choices, problems, and clean text.

All other packages build on this one, except `system`; it uses the standard library alone.
"""

from debttree.model.address import Address
from debttree.model.clock import Clock
from debttree.model.closeness import Closeness, closeness, closeness_of_folded, folded
from debttree.model.errors import DoesNotFollow, Trouble
from debttree.model.finding import find_consequence, find_node
from debttree.model.half_width import half_width
from debttree.model.ids import default_choice_ids, free_id, is_id, look, not_an_id
from debttree.model.languages import as_tag, base_of, best_match, is_language, reads_leftwards
from debttree.model.message import Message, msg
from debttree.model.nearest import did_you_mean, nearest, nearest_codes, suggestion
from debttree.model.path import JUMP, Path, Step, parse_path, path_text
from debttree.model.problem import Aim, DataPath, Place, Problem, Severity
from debttree.model.refusal import REFUSALS, Refusal, reason_of
from debttree.model.safe_json import fields, to_json
from debttree.model.shell import command_line
from debttree.model.text import Text, Wording, clean, clean_line, first_harmful
from debttree.model.tree import (
    CRISIS,
    GRAVEST,
    ChecklistItem,
    Choice,
    Confidence,
    Consequence,
    Contact,
    Deadline,
    Event,
    HouseRule,
    Kind,
    Node,
    Party,
    Purpose,
    Roll,
    Source,
    Stage,
    Tree,
    Unit,
    Urgent,
)
from debttree.model.worded import WordedEnum

__all__ = [
    "CRISIS",
    "GRAVEST",
    "JUMP",
    "REFUSALS",
    "Address",
    "Aim",
    "ChecklistItem",
    "Choice",
    "Clock",
    "Closeness",
    "Confidence",
    "Consequence",
    "Contact",
    "DataPath",
    "Deadline",
    "DoesNotFollow",
    "Event",
    "HouseRule",
    "Kind",
    "Message",
    "Node",
    "Party",
    "Path",
    "Place",
    "Problem",
    "Purpose",
    "Refusal",
    "Roll",
    "Severity",
    "Source",
    "Stage",
    "Step",
    "Text",
    "Tree",
    "Trouble",
    "Unit",
    "Urgent",
    "WordedEnum",
    "Wording",
    "as_tag",
    "base_of",
    "best_match",
    "clean",
    "clean_line",
    "closeness",
    "closeness_of_folded",
    "command_line",
    "default_choice_ids",
    "did_you_mean",
    "fields",
    "find_consequence",
    "find_node",
    "first_harmful",
    "folded",
    "free_id",
    "half_width",
    "is_id",
    "is_language",
    "look",
    "msg",
    "nearest",
    "nearest_codes",
    "not_an_id",
    "parse_path",
    "path_text",
    "reads_leftwards",
    "reason_of",
    "suggestion",
    "to_json",
]

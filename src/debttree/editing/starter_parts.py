"""The tables of a first tree, one by one.

The texts of the tree are written here in Chinese and English. Its comments are interface sentences, in the language of
the person who runs `debttree new`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from debttree.model import Message, msg
from debttree.reading.keys import UNITS


class Both(NamedTuple):
    """A text in Chinese and English."""

    zh: str
    en: str


Value = str | int | dt.date | list[str] | Both


@dataclass(frozen=True, slots=True)
class StarterTable:
    """A table of the first tree.

    Attributes:
        header: its header line; empty at the top of the file.
        notes: comments above it, one per line.
        values: its keys with their values, in order.
        remarks: comments above some of the keys, by key.
    """

    header: str
    values: Mapping[str, Value]
    notes: tuple[Message, ...] = ()
    remarks: Mapping[str, Message] = field(default_factory=dict)


def _choice(node: str, label: Both, to: str) -> StarterTable:
    """Return the table of a choice that has only a label and a target."""
    return StarterTable(f"[[nodes.{node}.choices]]", {"label": label, "to": to})


def parts(today: dt.date, languages: list[str], holidays: str | None) -> list[StarterTable]:
    """Return the tables in file order.

    Args:
        today: the day of the review.
        languages: that the tree promises.
        holidays: code of the country whose working days deadlines follow, or None.
    """
    return [*about(today, languages, holidays), *_DECLARED, *_OVERDUE, *_NEGOTIATION, *_ENDS]


def about(today: dt.date, languages: list[str], holidays: str | None) -> list[StarterTable]:
    """Return the tables at the top of the file.

    Args:
        today: the day of the review.
        languages: that the tree promises.
        holidays: code of the country whose working days deadlines follow, or None.
    """
    return [
        StarterTable(
            "",
            {"format": "debttree/1"},
            (
                msg("A tree for debttree: a guide, as nodes and the choices between them."),
                msg("Lines that begin with # are for you; the program leaves them alone."),
                msg("Put your own texts in the place of these, and see: debttree check --strict FILE"),
                msg("Help in your editor, 1: debttree schema > debttree-1.schema.json, in this folder."),
                msg("Help in your editor, 2: as the first line here: #:schema debttree-1.schema.json"),
            ),
        ),
        StarterTable(
            "[tree]",
            {
                "title": Both("账单逾期了", "A bill is overdue"),
                "summary": Both("逾期之后可以怎么做：一个小例子。", "What to do about it: a small example."),
                "root": "overdue",
                "languages": languages,
                "reviewed": today,
                "review_after_days": 180,
                **({"holidays": holidays} if holidays else {}),
                "disclaimer": Both("一般信息，不是法律意见。", "General information, not legal advice."),
                "call_reminder": Both(
                    "电话里先别答应：请对方发书面的，看过再说",
                    "Don't agree on the phone: have it sent, and read it first",
                ),
            },
            (msg("The tree as a whole. A text is one string for all, or one a language, as here."),),
            {
                "root": msg("The node where a walk begins. Without this line: the first in the file."),
                "languages": msg("What every text must offer; the first serves where another is missing."),
                "reviewed": msg("When it was last read against its sources, and how long that is enough."),
                "holidays": msg("Whose working days deadlines follow."),
                "call_reminder": msg("What somebody on the phone must not forget."),
            },
        ),
    ]


_DECLARED = [
    StarterTable(
        "[[urgent]]",
        {
            "label": Both("收到了法院的文书", "Papers from a court have come"),
            "to": "court-papers",
            "contacts": ["legal-aid"],
        },
        (msg("What cannot wait, one key away from everywhere. There may be several."),),
    ),
    StarterTable(
        "[stages.overdue]",
        {"title": Both("逾期", "Overdue")},
        (msg("Phases of the story, in order."),),
    ),
    StarterTable("[stages.negotiation]", {"title": Both("协商", "Negotiation")}),
    StarterTable(
        "[consequences.extra-cost]",
        {
            "title": Both("欠款变多", "The debt grows"),
            "severity": 2,
            "text": Both(
                "逾期费用怎么算，看您自己的合同。", "Your own contract says how charges are counted."
            ),
        },
        (msg("A harm, declared once. Its severity is from 1 (mild) to 5 (gravest). Nodes bring it."),),
    ),
    StarterTable(
        "[contacts.legal-aid]",
        {
            "title": Both("免费法律咨询", "Free legal advice"),
            "phone": "12348",
            "cost": Both("免费", "Free"),
        },
        (
            msg("Somebody to ring or go to; nodes and urgent entries name them. Also: url, hours, checked."),
            msg("A phone holds digits, spaces and {signs} alone.", signs="+-()#*,"),
        ),
    ),
    StarterTable(
        "[events.served]",
        {"title": Both("收到支付令", "The payment order reached you")},
        (msg("What happens on a day: asked for once, however many deadlines hang on it."),),
    ),
    StarterTable(
        "[sources.loan-law]",
        {
            "title": Both("《民法典》第675、676条", "Civil Code, arts 675, 676"),
            "valid_from": dt.date(2021, 1, 1),
            "checked": dt.date(2026, 11, 23),
            "confidence": "verified",
        },
        (
            msg("What nodes rest on. Also: url, and valid_until, the last day on which it holds."),
            msg("confidence: verified (you read the words), corroborated (reports agree), unverified."),
        ),
    ),
    StarterTable(
        "[sources.payment-order-law]",
        {
            "title": Both("《民事诉讼法》第225、227、228条", "Civil Procedure Law, arts 225, 227, 228"),
            "valid_from": dt.date(2024, 1, 1),
            "checked": dt.date(2026, 11, 23),
            "confidence": "verified",
        },
    ),
]

_OVERDUE = [
    StarterTable(
        "[nodes.overdue]",
        {
            "stage": "overdue",
            "title": Both("有一期账单逾期了", "A bill is overdue"),
            "text": Both(
                "过了还款日，从第二天起就是逾期。\n\n- 看清欠谁、欠多少\n- 算算每个月还得起多少\n",
                "The due date has passed; from the next day on it is overdue.\n\n"
                "- See to whom you owe, and how much.\n- Reckon what you can pay each month.\n",
            ),
            "sources": ["loan-law"],
            "tags": ["bill"],
        },
        (
            msg("A node: its id in the brackets, then its keys, then its lists in [[...]]."),
            msg("Ids hold letters, digits, - and _. With choices a node is a decision: you choose."),
        ),
        {
            "text": msg("Markdown: paragraphs, lists, **bold**, tables, links."),
            "tags": msg("Words of your own, for search."),
        },
    ),
    StarterTable(
        "[[nodes.overdue.checklist]]",
        {"id": "contract", "for": "have", "text": Both("借款合同", "The loan contract")},
        (msg("What to have in hand (have), to say, to ask or to write down (write)."),),
    ),
    StarterTable(
        "[[nodes.overdue.choices]]",
        {
            "id": "call",
            "label": Both("联系贷款方", "Contact the lender"),
            "to": "affordable",
            "text": Both(
                "先写下难处和还得起的数目。", "First write down what happened and what you can pay."
            ),
        },
        (msg("A choice: label is what people read, to is the id of the next node."),),
        {"id": msg("Only needed where you want to name this choice: else it is called like its target.")},
    ),
    StarterTable(
        "[[nodes.overdue.choices]]",
        {
            "label": Both("先等等", "Wait"),
            "to": "waiting",
            "caution": Both("等的时候，逾期费用可能还在增加。", "Overdue charges may grow while you wait."),
        },
        remarks={"caution": msg("Shown before the choice is taken.")},
    ),
    StarterTable(
        "[nodes.affordable]",
        {
            "kind": "question",
            "stage": "overdue",
            "title": Both("每个月还得起一部分吗？", "Can you pay a part of it each month?"),
        },
        (msg("A question asks for a fact: you know the answer, you do not choose it."),),
    ),
    _choice("affordable", Both("还得起", "Yes"), "asked"),
    _choice("affordable", Both("现在还不起", "Not now"), "no-plan"),
]

_NEGOTIATION = [
    StarterTable(
        "[nodes.asked]",
        {
            "kind": "chance",
            "stage": "negotiation",
            "actor": Both("贷款方", "The lender"),
            "title": Both("您提出分期", "You ask for instalments"),
        },
        (msg("At a chance node somebody else answers: the actor."),),
    ),
    StarterTable(
        "[[nodes.asked.checklist]]",
        {
            "id": "total",
            "for": "ask",
            "text": Both("分期总共要付多少", "What the instalments cost in all"),
        },
    ),
    _choice("asked", Both("同意", "They agree"), "plan"),
    _choice("asked", Both("不同意", "They refuse"), "refused"),
    StarterTable(
        "[nodes.refused]",
        {"stage": "negotiation", "title": Both("对方不同意", "They refuse")},
        (msg("Ways may lead back. In every loop let some decision have a choice that leads out."),),
    ),
    _choice("refused", Both("换个方案再提", "Offer something else"), "asked"),
    _choice("refused", Both("先到这里", "Leave it at that"), "no-plan"),
]

_ENDS = [
    StarterTable(
        "[nodes.plan]",
        {
            "stage": "negotiation",
            "title": Both("谈成了分期", "Instalments are agreed"),
            "text": Both("请对方给书面的方案，并保存好。", "Have it given to you in writing, and keep it."),
        },
        (msg("Without choices a node is an outcome: an end."),),
    ),
    StarterTable(
        "[nodes.no-plan]",
        {
            "stage": "negotiation",
            "title": Both("暂时没有方案", "There is no plan for now"),
            "brings": ["extra-cost"],
            "goes_on": ["court-papers"],
        },
        remarks={
            "brings": msg("Consequences that are met on reaching this node."),
            "goes_on": msg("Where others can still take it; [] says: truly an end."),
        },
    ),
    StarterTable(
        "[nodes.waiting]",
        {
            "stage": "overdue",
            "title": Both("您在等", "You wait"),
            "brings": ["extra-cost"],
        },
    ),
    StarterTable(
        "[nodes.court-papers]",
        {
            "title": Both("收到了法院的文书", "Papers from a court have come"),
            "text": Both(
                "今天就看清文书的名称和上面的日期。如果是支付令，期限很短。",
                "Read today what the papers are called, and the dates on them. "
                "A payment order leaves little time.",
            ),
            "sources": ["payment-order-law"],
            "contacts": ["legal-aid"],
        },
    ),
    StarterTable(
        "[[nodes.court-papers.deadlines]]",
        {
            "id": "objection",
            "days": 15,
            "by": "you",
            "roll": "next-working-day",
            "on": "served",
            "text": Both(
                "付清，或向发出它的法院书面提异议",
                "Pay in full, or object in writing to the court that issued it",
            ),
        },
        (
            msg(
                "A deadline counts from the day after its event. It has one of: {units}",
                units=", ".join(UNITS),
            ),
            msg("by: who must act, you or them. roll: a last day that is no working day moves on."),
            msg(
                "on: one of the events above; or event, a text of its own. before = true counts back from it."
            ),
        ),
    ),
]

"""Write a summary for scripts as JSON and TOML, with keys that stay."""

import datetime as dt
from typing import Any

from debttree.export.parts import CallEntry, Case, ChecklistEntry, Reached, Remark, Summary, Term
from debttree.export.reference import Reference
from debttree.model import to_json


def data(summary: Summary) -> dict[str, Any]:
    """Return the keys that scripts rely on; some may be added, none changed.

    Where life is in danger `prospects` and `setbacks` are empty and `worst` is null.
    """
    guide, outlooks = summary.guide, () if summary.is_crisis else summary.outlooks
    return {
        "tree": {"title": guide.title, "version": guide.version, "file": guide.file},
        "language": summary.language,
        "steps": [
            {
                "node": stop.node,
                "kind": stop.kind.value,
                "title": stop.title,
                "choice": stop.choice,
                "to": stop.to,
                "jump": stop.jump,
            }
            for stop in summary.stops
        ],
        "consequences": [met.id for met in summary.met],
        "prospects": {outlook.id: outlook.standing.status.value for outlook in outlooks},
        "checklist": [_item(item) for item in summary.items],
        "deadlines": [_deadline(term) for term in summary.terms],
        "sources": [_source(reference) for reference in summary.references],
        "notes": [_note(remark) for remark in summary.remarks],
        "made": _iso(summary.made),
        "from_root": summary.from_root,
        "setbacks": {outlook.id: outlook.standing.setbacks for outlook in outlooks},
        "worst": None if summary.is_crisis else summary.worst,
        "contacts": [_contact(contact) for contact in summary.contacts],
        "calls": [_call(entry) for entry in summary.calls],
        "goes_on_in": summary.here.goes_on_in,
        "left_out": sorted(redaction.value for redaction in summary.redacted),
        "profile": summary.profile.value,
        **({"case": _case(summary.case)} if summary.case is not None else {}),
    }


def _item(item: ChecklistEntry) -> dict[str, Any]:
    return {
        "node": item.node,
        "id": item.id,
        "for": item.purpose.value,
        "text": item.text,
        "ticked": item.ticked,
    }


def _note(remark: Remark) -> dict[str, Any]:
    return {
        "node": remark.node,
        "text": remark.text,
        "made": _iso(remark.made),
        "at": f"{remark.at:%H:%M}" if remark.at else None,
        "desk": remark.desk,
    }


def _case(case: Case) -> dict[str, Any]:
    return {
        "facts": [
            {
                "stop": fact.stop,
                "asked": fact.asked,
                "by": fact.actor,
                "answer": fact.answer,
                "day": _iso(fact.day),
            }
            for fact in case.facts
        ],
        "events": [{"event": event, "day": _iso(day)} for event, day in case.events],
        "decisions": [
            {
                "stop": decided.stop,
                "title": decided.title,
                "day": _iso(decided.day),
                "options": [
                    {"label": option.label, "caution": option.caution, "taken": option.taken}
                    for option in decided.options
                ],
                "noted": [reason.text for reason in decided.reasons],
            }
            for decided in case.decisions
        ],
    }


def _call(entry: CallEntry) -> dict[str, Any]:
    return {
        "node": entry.node,
        "title": entry.title,
        "begun": _moment(entry.begun),
        "ended": _moment(entry.ended),
        "came": entry.came,
        "answers": [
            {"item": answer.item, "asked": answer.asked, "text": answer.text, "at": _moment(answer.at)}
            for answer in entry.answers
        ],
    }


def _moment(at: dt.datetime | None) -> str | None:
    return at.isoformat() if at else None


def _source(reference: Reference) -> dict[str, Any]:
    return {
        "id": reference.id,
        "title": reference.title,
        "confidence": reference.confidence.value if reference.confidence else None,
        "valid_from": _iso(reference.valid_from),
        "valid_until": _iso(reference.valid_until),
        "expired": reference.expired,
        "nodes": list(reference.nodes),
    }


def _contact(contact: Reached) -> dict[str, Any]:
    return {
        "id": contact.id,
        "title": contact.title,
        "phone": contact.phone or None,
        "url": contact.url or None,
        "checked": _iso(contact.checked),
        "here": contact.here,
    }


def _deadline(term: Term) -> dict[str, Any]:
    due = term.due
    return {
        "node": due.node,
        "id": due.deadline.id,
        "by": due.deadline.by.value,
        "event": term.event,
        "text": term.text,
        "on": due.deadline.on,
        "before": due.deadline.before,
        "event_date": _iso(due.event_date),
        "last_day": _iso(due.keep),
        "last_day_otherwise": _iso(due.otherwise),
        "done_on": _iso(due.done),
        "unannounced": list(due.last.unpublished) if due.last else [],
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def as_json(summary: Summary) -> str:
    """Return the data as JSON, indented, in the order of the documentation."""
    return to_json(data(summary))


def as_toml(summary: Summary) -> str:
    """Return the data as TOML; keys that are null in JSON are absent."""
    import tomli_w

    return tomli_w.dumps(_without_nulls(data(summary)))


def _without_nulls(value: dict[str, Any]) -> dict[str, Any]:
    return {key: _present(item) for key, item in value.items() if item is not None}


def _present(value: Any) -> Any:
    if isinstance(value, dict):
        return _without_nulls(value)
    if isinstance(value, list):
        return [_present(item) for item in value]
    return value

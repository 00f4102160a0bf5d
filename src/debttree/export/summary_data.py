"""Write a summary for scripts as JSON and TOML, with keys that stay."""

from typing import Any

from debttree.export.parts import CallEntry, Case, ChecklistEntry, Reached, Remark, Summary, Term
from debttree.export.reference import Reference
from debttree.model import fields, to_json


def data(summary: Summary) -> dict[str, Any]:
    """Return the keys that scripts rely on; some may be added, none changed.

    Where life is in danger `prospects` and `setbacks` are empty and `worst` is null.
    """
    guide, outlooks = summary.guide, () if summary.is_crisis else summary.outlooks
    return {
        "tree": {"title": guide.title, "version": guide.version, "file": guide.file},
        "language": summary.language,
        "steps": [fields(stop, "node", "kind", "title", "choice", "to", "jump") for stop in summary.stops],
        "consequences": [met.id for met in summary.met],
        "prospects": {outlook.id: outlook.standing.status.value for outlook in outlooks},
        "checklist": [_item(item) for item in summary.items],
        "deadlines": [_deadline(term) for term in summary.terms],
        "sources": [_source(reference) for reference in summary.references],
        "notes": [_note(remark) for remark in summary.remarks],
        **fields(summary, "made", "from_root"),
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
    return {**fields(item, "node", "id"), "for": item.purpose.value, **fields(item, "text", "ticked")}


def _note(remark: Remark) -> dict[str, Any]:
    time = f"{remark.at:%H:%M}" if remark.at else None
    return {**fields(remark, "node", "text", "made"), "at": time, "desk": remark.desk}


def _case(case: Case) -> dict[str, Any]:
    return {
        "facts": [
            {**fields(fact, "stop", "asked"), "by": fact.actor, **fields(fact, "answer", "day")}
            for fact in case.facts
        ],
        "events": [{"event": event, "day": day.isoformat()} for event, day in case.events],
        "decisions": [
            {
                **fields(decided, "stop", "title", "day"),
                "options": [fields(option, "label", "caution", "taken") for option in decided.options],
                "noted": [reason.text for reason in decided.reasons],
            }
            for decided in case.decisions
        ],
    }


def _call(entry: CallEntry) -> dict[str, Any]:
    answers = [fields(answer, "item", "asked", "text", "at") for answer in entry.answers]
    return {**fields(entry, "node", "title", "begun", "ended", "came"), "answers": answers}


def _source(reference: Reference) -> dict[str, Any]:
    return fields(reference, "id", "title", "confidence", "valid_from", "valid_until", "expired", "nodes")


def _contact(contact: Reached) -> dict[str, Any]:
    reached = {"phone": contact.phone or None, "url": contact.url or None}
    return {
        **fields(contact, "id", "title"),
        **reached,
        **fields(contact, "hours", "cost", "checked", "here"),
    }


def _deadline(term: Term) -> dict[str, Any]:
    due = term.due
    days = {"last_day": due.keep, "last_day_otherwise": due.otherwise, "done_on": due.done}
    return {
        "node": due.node,
        **fields(due.deadline, "id", "by"),
        **fields(term, "event", "text"),
        **fields(due.deadline, "on", "before"),
        **fields(due, "event_date"),
        **{key: day.isoformat() if day else None for key, day in days.items()},
        "unannounced": list(due.last.unpublished) if due.last else [],
    }


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

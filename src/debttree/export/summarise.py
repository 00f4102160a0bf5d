"""Make the summary of a walk: a pure function of the tree, the walk, the language and the day."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from debttree.analysis import ChoiceProspects, Prospects
from debttree.analysis.elsewhere import guide_at
from debttree.analysis.wording import choice_words
from debttree.export.call_log import entries
from debttree.export.case import case_of
from debttree.export.parts import (
    CallEntry,
    Case,
    ChecklistEntry,
    Guide,
    Here,
    Met,
    OpenChoice,
    Outlook,
    Profile,
    Reached,
    Redaction,
    Remark,
    Stop,
    Summary,
    Task,
    Term,
)
from debttree.export.reference import Reference
from debttree.export.undated import without_days
from debttree.journey import Due, Journey, Note, Urgency, dues
from debttree.journey.contacts import contacts_of, helper
from debttree.journey.todo import open_tasks
from debttree.locales import Phrases, phrases
from debttree.model import (
    CRISIS,
    ChecklistItem,
    Clock,
    Contact,
    Deadline,
    Node,
    Step,
    Text,
    Tree,
    clean,
    clean_line,
)


def summary(
    tree: Tree,
    journey: Journey,
    language: str,
    today: dt.date,
    *,
    file: str = "",
    redact: Iterable[Redaction] = (),
    prospects: Prospects | None = None,
    moment: dt.datetime | None = None,
    profile: Profile = Profile.PERSON,
    marks: Phrases | None = None,
) -> Summary:
    """Return the summary of a walk.

    Args:
        tree: the tree walked; every node of the journey is in it.
        journey: the walk, with notes, ticks and dates. For a bare path: `Journey(path)`.
        language: of the tree's words.
        today: the day of the summary.
        file: how the person named the tree; default: the tree's own name.
        redact: what to leave out; the calls go with the notes.
        prospects: of the tree, where they are at hand already.
        moment: of that day, which a calendar needs; default: its first one, in UTC.
        profile: for whom it is; notes for the adviser alone appear only in the adviser's paper.
        marks: says of each text whether it is in another language; None: none does, as in data.
    """
    known = prospects or Prospects.of(tree)
    redacted = frozenset(redact)
    if Redaction.NOTES in redacted:  # notes and calls name third persons
        redacted |= {Redaction.CALLS}
    if Redaction.DATES in redacted:
        journey = without_days(journey, phrases(language))
    made = _Writer(tree, journey, language, today, known, marks).write(file or tree.name, redacted, profile)
    made = replace(made, moment=moment or made.moment)
    return made if Redaction.NOTES in made.redacted else replace(made, whose=clean_line(journey.whose))


class _Writer:
    """Puts one walk into words of one language, and remembers whether any were missing."""

    def __init__(
        self,
        tree: Tree,
        journey: Journey,
        language: str,
        today: dt.date,
        prospects: Prospects,
        marks: Phrases | None,
    ) -> None:
        self._tree = tree
        self._journey = journey
        self._language = language
        self._today = today
        self._prospects = prospects
        self._met_now = journey.path.met(tree)
        self._marks = marks
        self._untranslated = False
        self._nodes = [tree.nodes[node] for node in journey.path.nodes]
        self._distinct = list({node.id: node for node in self._nodes}.values())

    def write(self, file: str, redacted: frozenset[Redaction], profile: Profile) -> Summary:
        """Return the whole summary."""
        outlooks = self._outlooks()
        stops, remarks = self._stops(outlooks), self._remarks(redacted, profile)
        terms = tuple(self._term(due) for due in dues(self._tree, self._journey))
        return Summary(
            guide=self._guide(file),
            language=self._language,
            made=self._today,
            moment=Clock.standing(self._today).now(),
            revision=self._journey.revision,
            from_root=self._journey.path.start == self._tree.root,
            here=self._here(),
            stops=stops,
            met=tuple(met for stop in stops for met in stop.met),
            outlooks=outlooks,
            worst=self._prospects.worst(self._journey.at, self._met_now),
            items=tuple(self._items()),
            terms=terms,
            tasks=tuple(self._tasks()),
            contacts=tuple(self._contacts()),
            references=tuple(self._references()),
            remarks=remarks,
            profile=profile,
            keeps_back=any(note.desk for note in self._journey.notes) and profile is Profile.PERSON,
            case=self._case(stops, terms, remarks) if profile is Profile.ADVISER else None,
            calls=self._calls(redacted),
            untranslated=self._untranslated,  # last, after every word has been looked up
            redacted=redacted,
            is_crisis=self._is_crisis,
        )

    @property
    def _is_crisis(self) -> bool:
        return CRISIS in self._nodes[-1].tags

    def _line(self, text: Text | None) -> str:
        words, mark = self._marked(text)
        return f"{clean_line(words)} {mark}" if mark else clean_line(words)

    def _prose(self, text: Text | None) -> str:
        """Return Markdown, below a paragraph of its own where it is in another language."""
        words, mark = self._marked(text)
        return f"{mark}\n\n{words}" if mark else words

    def _marked(self, text: Text | None) -> tuple[str, str]:
        """Return words, and what marks them where they are in another language."""
        if text is None:
            return "", ""
        wording = self._tree.wording(text, self._language)
        self._untranslated |= wording.missing
        return wording.text, self._marks("[not translated]") if wording.missing and self._marks else ""

    def _guide(self, file: str) -> Guide:
        tree, due = self._tree, self._tree.review_due()
        return Guide(
            name=clean_line(tree.name),
            title=self._line(tree.title),
            file=clean_line(file),
            version=tree.version,
            reviewed=tree.reviewed,
            review_overdue=due is not None and self._today > due,
            disclaimer=self._prose(tree.disclaimer),
        )

    def _stage(self, node: Node) -> str:
        stage = self._tree.stages.get(node.stage) if node.stage else None
        return self._line(stage.title) if stage else ""

    def _here(self) -> Here:
        node = self._nodes[-1]
        choices = self._prospects.choices(node.id, self._met_now)
        return Here(
            kind=node.kind,
            title=self._line(node.title),
            stage=self._stage(node),
            actor=self._line(node.actor),
            text=self._prose(node.text),
            choices=tuple(map(self._open_choice, choices)),
            goes_on_in=guide_at(node),
        )

    def _open_choice(self, prospect: ChoiceProspects) -> OpenChoice:
        choice = prospect.choice
        told = () if self._is_crisis else choice_words(self._nodes[-1].kind, prospect, self._titles)
        return OpenChoice(self._line(choice.label), self._line(choice.caution), tuple(told))

    def _titles(self, names: Iterable[str]) -> str:
        return " · ".join(self._line(self._tree.consequences[name].title) for name in names)

    def _outlooks(self) -> tuple[Outlook, ...]:
        standings = self._prospects.standings(self._journey.at, self._met_now)
        return tuple(
            Outlook(
                name,
                self._line(consequence.title),
                consequence.severity,
                standings[name],
                self._closed_at(name),
            )
            for name, consequence in self._tree.consequences.items()
        )

    def _closed_at(self, consequence: str) -> int | None:
        """Return the number of the last stop at which the consequence could still be avoided surely."""
        path = self._journey.path
        last = self._prospects.point_of_no_return(path, consequence)
        return next((number for number, step in enumerate(path.steps, 1) if step is last), None)

    def _stops(self, outlooks: tuple[Outlook, ...]) -> tuple[Stop, ...]:
        stops = []
        seen: set[str] = set()
        steps: list[Step | None] = [*self._journey.path.steps, None]
        for number, (node, step) in enumerate(zip(self._nodes, steps, strict=True), 1):
            new = [brought for brought in dict.fromkeys(node.brings) if brought not in seen]
            seen.update(new)
            closed = tuple(outlook for outlook in outlooks if outlook.closed_at == number)
            stops.append(replace(self._stop(number, node, step, new), closed=closed))
        return tuple(stops)

    def _stop(self, number: int, node: Node, step: Step | None, new: Iterable[str]) -> Stop:
        choice = step.taken(self._tree) if step else None
        return Stop(
            number=number,
            node=node.id,
            kind=node.kind,
            title=self._line(node.title),
            actor=self._line(node.actor),
            choice=choice.id if choice else None,
            to=step.to if step else None,
            jump=step is not None and step.is_jump,
            chosen=self._line(choice.label) if choice else "",
            met=tuple(self._met(consequence, number) for consequence in new),
        )

    def _met(self, consequence_id: str, stop: int) -> Met:
        consequence = self._tree.consequences[consequence_id]
        return Met(
            id=consequence_id,
            title=self._line(consequence.title),
            severity=consequence.severity,
            text=self._prose(consequence.text),
            stop=stop,
        )

    def _items(self) -> Iterable[ChecklistEntry]:
        for node in self._distinct:
            for item in node.checklist:
                yield self._entry(node, item)

    def _entry(self, node: Node, item: ChecklistItem) -> ChecklistEntry:
        return ChecklistEntry(
            node=node.id,
            title=self._line(node.title),
            id=item.id,
            purpose=item.purpose,
            text=self._line(item.text),
            ticked=(node.id, item.id) in self._journey.ticks,
        )

    def _term(self, due: Due) -> Term:
        rule: Deadline = due.deadline
        title = self._line(self._tree.nodes[due.node].title)
        contacts = tuple(self._reached(contact, here=False) for contact in self._near(due.node))
        return Term(title, self._line(rule.event), self._line(rule.text), due, contacts)

    def _tasks(self) -> Iterable[Task]:
        """Yield what is to do next on the whole way, the most urgent first."""
        for task in open_tasks(self._tree, self._journey, self._today):
            if task.due is not None:
                yield Task(task.urgency, term=self._term(task.due))
            elif task.entry is not None:
                is_far = not task.here and task.urgency is Urgency.LATER
                entry = self._entry(self._tree.nodes[task.node], task.entry)
                yield Task(task.urgency, item=entry, is_far=is_far)

    def _contacts(self) -> Iterable[Reached]:
        """Yield whom to ring here, then those of earlier steps, the last one walked first."""
        tree, here = self._tree, self._journey.at
        near = self._near(here)
        walked = dict.fromkeys(reversed(self._journey.path.nodes))
        far = (contact for node in walked for contact in contacts_of(tree, node))
        known = {contact.id: contact for contact in (*near, *far)}
        here_too = {contact.id for contact in near}
        for contact in known.values():
            yield self._reached(contact, here=contact.id in here_too)

    def _near(self, node: str) -> tuple[Contact, ...]:
        """Return whom to ring at a node; where it names nobody, who helps."""
        return contacts_of(self._tree, node) or tuple(filter(None, [helper(self._tree, node)]))

    def _reached(self, contact: Contact, *, here: bool) -> Reached:
        return Reached(
            id=contact.id,
            title=self._line(contact.title),
            phone=clean_line(contact.phone or ""),
            url=clean_line(contact.url or ""),
            hours=self._line(contact.hours),
            cost=self._line(contact.cost),
            here=here,
            checked=contact.checked,
            is_stale=self._tree.is_stale(contact, self._today),
        )

    def _references(self) -> Iterable[Reference]:
        used: dict[str, list[str]] = {}
        for node in self._distinct:
            for name in dict.fromkeys(node.sources):
                used.setdefault(name, []).append(node.id)
        for name, nodes in used.items():
            source = self._tree.sources[name]
            yield Reference.of(source, self._line(source.title), self._today, nodes)

    def _case(self, stops: Sequence[Stop], terms: Sequence[Term], remarks: Sequence[Remark]) -> Case:
        return case_of(self._tree, self._journey, stops, terms, remarks, self._line)

    def _remarks(self, redacted: frozenset[Redaction], profile: Profile) -> tuple[Remark, ...]:
        """Return the notes of the paper; those for the adviser alone only if it is the adviser's."""
        if Redaction.NOTES in redacted:
            return ()
        dated = Redaction.DATES not in redacted
        return tuple(
            Remark(
                note.node,
                self._place(note),
                clean(note.text),
                note.made if dated else None,
                note.at if dated else None,
                note.desk,
            )
            for note in self._journey.notes
            if profile is Profile.ADVISER or not note.desk
        )

    def _calls(self, redacted: frozenset[Redaction]) -> tuple[CallEntry, ...]:
        if Redaction.CALLS in redacted:
            return ()
        dated = Redaction.DATES not in redacted
        return tuple(entries(self._tree, self._journey.calls, self._line, dated=dated))

    def _place(self, note: Note) -> str:
        return self._line(self._tree.nodes[note.node].title) if note.node else clean_line(note.was_at)

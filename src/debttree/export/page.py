"""The summary as sections of sentences, the same for Markdown, plain text and HTML."""

from collections.abc import Iterator
from dataclasses import dataclass

from debttree.analysis.wording import COUNTED, EACH_ALONE, status_words, worst_words
from debttree.export import call_log
from debttree.export.parts import (
    CallEntry,
    ChecklistEntry,
    OpenChoice,
    Outlook,
    Redaction,
    Remark,
    Stop,
    Summary,
    Task,
    Term,
    distinct,
)
from debttree.export.reference import Reference
from debttree.export.sentences import Sentences
from debttree.journey import Urgency
from debttree.locales import Phrases
from debttree.model import Confidence


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of a list, and what stands below it.

    Attributes:
        text: one line of words.
        under: further lines.
        tick: whether it is done; None where there is nothing to tick.
        number: of a numbered entry.
        prose: Markdown that stands under it, after `under`.
    """

    text: str
    under: tuple[str, ...] = ()
    tick: bool | None = None
    number: int | None = None
    prose: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a small heading, which may be empty."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page.

    Attributes:
        id: stable name, for styles.
        heading: of the section.
        intro: sentences before everything else.
        prose: Markdown of the tree.
        groups: what it lists.
    """

    id: str
    heading: str
    intro: tuple[str, ...] = ()
    prose: str = ""
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryPage:
    """A whole page: its title, a line under it, and the sections that have something to say."""

    language: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]


def page(summary: Summary, say: Phrases) -> SummaryPage:
    """Lay a summary out as sections, the most urgent first."""
    writer = PageWriter(summary, say)
    return SummaryPage(
        language=summary.language,
        title=say("My way through: {title}", title=summary.guide.title),
        subtitle=say("Made on {date}", date=Sentences(say).day(summary.made)),
        sections=tuple(section for section in writer.sections() if section is not None),
    )


class PageWriter:
    """Writes the sections of a summary.

    Attributes:
        say: the language.
        in_words: says dates, rules and states in it.
    """

    def __init__(self, summary: Summary, say: Phrases) -> None:
        self._summary = summary
        self.say = say
        self.in_words = Sentences(say)

    def sections(self) -> Iterator[Section | None]:
        """Yield the sections in order; None where one has nothing to say."""
        yield self._here()
        yield self._next()
        yield self._deadlines()
        yield self._checklist()
        yield self._steps()
        yield self._consequences()
        yield self._prospects()
        yield self._notes()
        yield self._calls()
        yield self._sources()
        yield self._about()

    def _here(self) -> Section:
        say, here = self.say, self._summary.here
        intro = [here.title]
        if here.stage:
            intro.append(say("Stage: {stage}", stage=here.stage))
        intro.append(self.in_words.kind(here.kind, here.actor))
        groups = []
        if here.choices:
            heading = self.in_words.choices_heading(here.kind)
            groups.append(Group(heading, tuple(self._open_choice(choice) for choice in here.choices)))
        return Section("here", say("Where I stand"), tuple(intro), here.text, tuple(groups))

    def _open_choice(self, choice: OpenChoice) -> Line:
        say = self.say
        under = [say.tell(message) for message in choice.told]
        if choice.caution:
            under.append(say("Caution: {caution}", caution=choice.caution))
        return Line(choice.label, tuple(under))

    def _next(self) -> Section | None:
        say, tasks = self.say, self._summary.tasks
        headings = {
            Urgency.TODAY: say("Today"),
            Urgency.THIS_WEEK: say("This week"),
            Urgency.LATER: say("Later"),
            Urgency.UNKNOWN: say("As soon as the date of the event is known"),
        }
        groups = [
            Group(heading, tuple(self._task(task) for task in tasks if task.urgency is urgency))
            for urgency, heading in headings.items()
        ]
        filled = tuple(group for group in groups if group.lines)
        return Section("next", say("Do next"), groups=filled) if filled else None

    def _task(self, task: Task) -> Line:
        if task.item is not None:
            text = self.in_words.purpose_item(task.item.purpose, task.item.text)
            elsewhere = task.item.node != self._summary.stops[-1].node
            under = (self.say("At: {title}", title=task.item.title),) if elsewhere else ()
            return Line(text, under, tick=False)
        if task.term is None:
            return Line("")
        end = tuple(self.in_words.end(task.term.due, self._summary.made))
        rule = self.in_words.rule(task.term.due.deadline, task.term.event)
        return Line(task.term.text, end or (rule,), tick=False)

    def _deadlines(self) -> Section | None:
        say, terms = self.say, distinct(self._summary.terms)
        yours = Group(say("I must act"), tuple(self._term(term) for term in terms if term.is_yours))
        theirs = Group(say("Others must act"), tuple(self._term(term) for term in terms if not term.is_yours))
        groups = tuple(group for group in (yours, theirs) if group.lines)
        redacted = Redaction.DATES in self._summary.redacted
        intro = (say("The dates were left out of this copy."),) if redacted else ()
        return Section("deadlines", say("Deadlines"), intro, groups=groups) if groups else None

    def _term(self, term: Term) -> Line:
        return Line(term.text, tuple(self.in_words.term(term, self._summary.made)))

    def _checklist(self) -> Section | None:
        say, items = self.say, self._summary.items
        groups = []
        for purpose, heading in self.in_words.purposes().items():
            lines = tuple(self._item(item) for item in items if item.purpose is purpose)
            if lines:
                groups.append(Group(heading, lines))
        return (
            Section("checklist", say("What to have, say, ask and write"), groups=tuple(groups))
            if groups
            else None
        )

    def _item(self, item: ChecklistEntry) -> Line:
        return Line(item.text, (self.say("At: {title}", title=item.title),), tick=item.ticked)

    def _steps(self) -> Section:
        say = self.say
        intro = (
            ()
            if self._summary.from_root
            else (say("This walk does not begin at the guide's first question."),)
        )
        lines = tuple(self._stop(stop) for stop in self._summary.stops)
        return Section("steps", say("How I got here"), intro, groups=(Group("", lines),))

    def _stop(self, stop: Stop) -> Line:
        say, under = self.say, []
        if stop.chosen:
            under.append(self.in_words.chosen(stop.kind, stop.actor, stop.chosen))
        if stop.jump:
            under.append(say("From here I went on elsewhere without making a choice."))
        if stop.caution:
            under.append(say("Caution: {caution}", caution=stop.caution))
        under.extend(say("Met here: {consequence}", consequence=met.title) for met in stop.met)
        under.extend(
            say("With this step a door closed: {consequence}", consequence=outlook.title)
            for outlook in stop.closed
        )
        if stop.to is None:
            under.append(say("I stand here now."))
        return Line(stop.title, tuple(under), number=stop.number, prose=stop.why)

    def _consequences(self) -> Section:
        say = self.say
        lines = tuple(
            Line(
                met.title,
                (say("Severity {n} of 5, met at step {stop}.", n=met.severity, stop=met.stop),),
                prose=met.text,
            )
            for met in self._summary.met
        )
        intro = () if lines else (say("None on this way so far."),)
        return Section("consequences", say("Consequences met so far"), intro, groups=(Group("", lines),))

    def _prospects(self) -> Section | None:
        say, outlooks = self.say, self._summary.outlooks
        if not outlooks:
            return None
        lines = tuple(self._outlook(outlook) for outlook in outlooks)
        intro = tuple(map(say.tell, (worst_words(self._summary.worst), EACH_ALONE, COUNTED)))
        return Section("prospects", say("What is still open from here"), intro, groups=(Group("", lines),))

    def _outlook(self, outlook: Outlook) -> Line:
        say = self.say
        text = say(
            "{consequence} (severity {n} of 5): {status}",
            consequence=outlook.title,
            n=outlook.severity,
            status=status_words(outlook.standing),
        )
        if outlook.closed_at is None:
            return Line(text)
        chosen = self._summary.stops[outlook.closed_at - 1].chosen
        if chosen:
            return Line(
                text,
                (say('This door closed at step {n}, with "{choice}".', n=outlook.closed_at, choice=chosen),),
            )
        return Line(text, (say("This door closed at step {n}.", n=outlook.closed_at),))

    def _notes(self) -> Section | None:
        say, summary = self.say, self._summary
        if Redaction.NOTES in summary.redacted:
            return Section("notes", say("My notes"), (say("The notes were left out of this copy."),))
        lines = tuple(self._remark(remark) for remark in summary.remarks)
        kept_back = say("Notes that the desk keeps for itself are not in this copy.")
        intro = (kept_back,) if summary.keeps_back else ()
        if not lines and not intro:
            return None
        return Section("notes", say("My notes"), intro, groups=(Group("", lines),) if lines else ())

    def _remark(self, remark: Remark) -> Line:
        say = self.say
        first, *others = remark.text.split("\n")
        if not remark.node:
            where = say("At a step that is no longer in the guide: {title}", title=remark.title)
        elif remark.made is None:
            where = say("At: {title}", title=remark.title)
        else:
            date = self.in_words.day(remark.made)
            when = say("{date}, {time}", date=date, time=f"{remark.at:%H:%M}") if remark.at else date
            where = say("At: {title}, {date}", title=remark.title, date=when)
        return Line(first, (*others, where))

    def _calls(self) -> Section | None:
        """Return the log of calls, each under a heading of its own."""
        say, summary = self.say, self._summary
        if Redaction.CALLS in summary.redacted:
            return Section("calls", say("Log of calls"), (say("The calls were left out of this copy."),))
        groups = tuple(Group(call_log.heading(say, entry), self._call(entry)) for entry in summary.calls)
        return Section("calls", say("Log of calls"), groups=groups) if groups else None

    def _call(self, entry: CallEntry) -> tuple[Line, ...]:
        said = [call_log.answered(self.say, answer) for answer in entry.answers]
        end = call_log.ending(self.say, entry)
        return (*(Line(asked, tuple(under)) for asked, *under in said), *([Line(end)] if end else []))

    def _sources(self) -> Section | None:
        """Return the sources by confidence, the surest first, each with the steps that rest on it."""
        groups = []
        for confidence in (*Confidence, None):
            found = [one for one in self._summary.references if one.confidence is confidence]
            if found:
                heading = self.in_words.sureness(confidence)
                groups.append(Group(heading, tuple(self._reference(one) for one in found)))
        return Section("sources", self.say("Sources"), groups=tuple(groups)) if groups else None

    def _reference(self, reference: Reference) -> Line:
        say = self.say
        numbers = [str(stop.number) for stop in self._summary.stops if stop.node in reference.nodes]
        steps = say("For steps: {steps}.", steps=say(", ").join(numbers))
        facts = " ".join((*self.in_words.force(reference), *self.in_words.checked(reference), steps))
        return Line(reference.title, tuple(filter(None, (reference.url, facts))))

    def _about(self) -> Section:
        say, guide = self.say, self._summary.guide
        whose = [say("Journey: {name}", name=self._summary.whose)] if self._summary.whose else []
        facts = [
            *whose,
            say("Guide: {title}", title=guide.title),
            say("File: {file}, version {version}", file=guide.file, version=guide.version),
        ]
        if guide.reviewed is not None:
            facts.append(say("Content last reviewed on {date}", date=self.in_words.day(guide.reviewed)))
        if guide.review_overdue:
            facts.append(say("That review is overdue: ask whether what this guide says still holds."))
        facts.append(say("Made on {date}", date=self.in_words.day(self._summary.made)))
        if self._summary.untranslated:
            facts.append(say("Some words are in another language: the guide does not have them in this one."))
        default = say("This paper is general information. It is no legal advice and no promise.")
        disclaimer = self._summary.guide.disclaimer or default
        lines = tuple(Line(fact) for fact in facts)
        return Section("about", say("About this paper"), (), disclaimer, (Group("", lines),))

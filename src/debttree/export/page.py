"""The summary as sections of sentences, the same for Markdown, plain text and HTML."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from debttree.analysis.prospect_status import Status
from debttree.analysis.wording import CALM, COUNTED, EACH_ALONE, ELSEWHERE, status_words
from debttree.export import call_log
from debttree.export.parts import (
    CallEntry,
    Met,
    OpenChoice,
    Outlook,
    Reached,
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


def listing(name: str, heading: str, groups: Iterable[Group], intro: tuple[str, ...] = ()) -> Section | None:
    """Return a section with those groups that hold something; None where none does.

    Args:
        name: of the section, for styles.
        heading: of the section.
        groups: what may stand in it.
        intro: sentences before them.
    """
    filled = tuple(group for group in groups if group.lines)
    return Section(name, heading, intro, groups=filled) if filled else None


@dataclass(frozen=True, slots=True)
class SummaryPage:
    """A whole page: its title, a line under it, and the sections that have something to say."""

    language: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]


def page(summary: Summary, say: Phrases) -> SummaryPage:
    """Return a summary as sections, the most urgent first."""
    writer = PageWriter(summary, say)
    return writer.page(say("My way through: {title}", title=summary.guide.title), _subtitle(summary, say))


def _subtitle(summary: Summary, say: Phrases) -> str:
    """Return the line with the person's name, the date and the guide."""
    guide, whose = summary.guide, say("For: {name}", name=summary.whose) if summary.whose else ""
    made = say("Made on {date}", date=Sentences(say).day(summary.made))
    source = say("Guide: {file}, version {version}", file=guide.file, version=guide.version)
    return " · ".join(filter(None, (whose, made, source)))


def _listed(consequences: Iterable[Met | Outlook]) -> str:
    return " · ".join(consequence.title for consequence in consequences)


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

    def page(self, title: str, subtitle: str) -> SummaryPage:
        """Return the page under a title and the line below it."""
        sections = tuple(section for section in self.sections() if section is not None)
        return SummaryPage(self._summary.language, title, subtitle, sections)

    def sections(self) -> Iterator[Section | None]:
        """Yield the sections in order; None where one has nothing to say."""
        yield self._next()
        yield self._contacts()
        yield self._here()
        yield self._steps()
        yield self._checklist()
        yield self._deadlines()
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
        if here.goes_on_in is not None:
            intro.append(say.tell(ELSEWHERE))
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

    @property
    def _near(self) -> list[Task]:
        """Return what is most urgent."""
        return [task for task in self._summary.tasks if not task.is_far]

    def _next(self) -> Section:
        """Return what to do next: every last day, and what is open here or urgent elsewhere; then what I have met."""
        say, summary = self.say, self._summary
        tasks = self._near
        in_order = (Urgency.TODAY, Urgency.UNKNOWN, Urgency.THIS_WEEK, Urgency.LATER)
        groups = [
            Group(say.tell(soon.words), tuple(self._task(task) for task in tasks if task.urgency is soon))
            for soon in in_order
        ]
        filled = tuple(group for group in groups if group.lines)
        intro = [say("I am at: {title}", title=summary.here.title)]
        if not filled:
            intro.append(say("Nothing is noted to be done now."))
            if summary.tasks:
                intro.append(say("What earlier steps left open stands under “The rest of the checklist”."))
        if Redaction.DATES in summary.redacted and summary.terms:
            intro.append(say("The dates were left out of this copy."))
        done = tuple(
            replace(self._term(term), tick=True)
            for term in distinct(summary.terms)
            if term.is_yours and term.due.done is not None
        )
        acted = (Group(say("I have acted"), done),) if done else ()
        return Section("next", say("Do next"), tuple(intro), groups=(*filled, *acted))

    def _contacts(self) -> Section | None:
        """Return whom to ring: those of this step, then those of earlier ones."""
        say, contacts = self.say, self._summary.contacts
        here = Group("", tuple(self._contact(one) for one in contacts if one.here))
        before = Group(say("At earlier steps"), tuple(self._contact(one) for one in contacts if not one.here))
        return listing("contacts", say("Whom to ring"), (here, before))

    def _contact(self, contact: Reached) -> Line:
        words, under = self.in_words.reached(contact)
        if not contact.here:  # many, of steps that are past: a line each
            return Line(" · ".join(filter(None, (words, under))))
        return Line(words, (under,) if under else ())

    def _task(self, task: Task) -> Line:
        if task.item is not None:
            text = self.in_words.purpose_item(task.item.purpose, task.item.text)
            elsewhere = task.item.node != self._summary.stops[-1].node
            under = (self.say("At: {title}", title=task.item.title),) if elsewhere else ()
            return Line(text, under, tick=False)
        if task.term is None:
            return Line("")
        return Line(task.term.text, tuple(self.in_words.term(task.term, self._summary.made)), tick=False)

    def _deadlines(self) -> Section | None:
        """Return the deadlines by which others must act."""
        say, terms = self.say, distinct(self._summary.terms)
        theirs = Group(say("Others must act"), tuple(self._term(term) for term in terms if not term.is_yours))
        return listing("deadlines", say("Other deadlines"), (theirs,))

    def _term(self, term: Term) -> Line:
        return Line(term.text, tuple(self.in_words.term(term, self._summary.made)))

    def _checklist(self) -> Section | None:
        """Return the entries that are not to be done next: those done, and the open ones of earlier steps."""
        say, told = self.say, {task.item for task in self._near}
        items = [item for item in self._summary.items if item not in told]
        groups = [
            Group(
                heading, tuple(Line(item.text, tick=item.ticked) for item in items if item.purpose is purpose)
            )
            for purpose, heading in self.in_words.purposes().items()
        ]
        return listing("checklist", say("The rest of the checklist"), groups)

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
        title = stop.title
        if stop.chosen:
            answer = self.in_words.chosen(stop.kind, stop.actor, stop.chosen)
            title = say("{title} › {answer}", title=stop.title, answer=answer)
        if stop.jump:
            under.append(say("From here I went on elsewhere without making a choice."))
        if stop.met:
            under.append(say("Met here: {consequence}", consequence=_listed(stop.met)))
        if stop.closed:
            under.append(say("With this step a door closed: {consequence}", consequence=_listed(stop.closed)))
        if stop.to is None:
            under.append(say("I stand here now."))
        return Line(title, tuple(under), number=stop.number)

    def _consequences(self) -> Section:
        say = self.say
        met = [
            say("{consequence} (step {n})", consequence=met.title, n=met.stop) for met in self._summary.met
        ]
        intro = (" · ".join(met) if met else say("None on this way so far."),)
        return Section("consequences", say("Consequences met so far"), intro)

    def _prospects(self) -> Section | None:
        say, lines = self.say, tuple(self._standings(self._summary.outlooks))
        if not lines or self._summary.here.goes_on_in is not None:
            return None
        if self._summary.is_crisis:
            return Section("prospects", say("What is still open from here"), (say.tell(CALM),))
        intro = (" ".join(map(say.tell, (EACH_ALONE, COUNTED))),)
        return Section("prospects", say("What is still open from here"), intro, groups=(Group("", lines),))

    def _standings(self, outlooks: Sequence[Outlook]) -> Iterator[Line]:
        """Yield a line for each group of consequences with the same status, the nearest first, without those met."""
        say, alike = self.say, dict[str, list[str]]()
        for outlook in sorted(outlooks, key=lambda outlook: outlook.standing.distance):
            if outlook.standing.status is not Status.INCURRED:
                alike.setdefault(say.tell(status_words(outlook.standing)), []).append(outlook.title)
        for words, titles in alike.items():
            yield Line(say("{consequences}: {status}", consequences=" · ".join(titles), status=words))

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
        return listing("calls", say("Log of calls"), groups)

    def _call(self, entry: CallEntry) -> tuple[Line, ...]:
        said = [call_log.answered(self.say, answer) for answer in entry.answers]
        end = call_log.ending(self.say, entry)
        return (*(Line(asked, tuple(under)) for asked, *under in said), *([Line(end)] if end else []))

    def _sources(self) -> Section | None:
        """Return the sources by confidence, the surest first: those of this step, and those of earlier ones."""
        groups = []
        for confidence in (*Confidence, None):
            found = [one for one in self._summary.references if one.confidence is confidence]
            groups.append(Group(self.in_words.sureness(confidence), tuple(self._references(found))))
        return listing("sources", self.say("Sources"), groups)

    def _references(self, found: Iterable[Reference]) -> Iterator[Line]:
        """Yield the sources of this step and the doubtful ones a line each, the others together in one."""
        here, others = self._summary.stops[-1].node, []
        for reference in found:
            if here in reference.nodes or reference.expired or reference.not_yet_valid:
                yield self._reference(reference)
            else:
                others.append(reference.title)
        if others:
            titles = " · ".join(others)
            yield Line(self.say("For earlier steps: {titles}", titles=titles))

    def _reference(self, reference: Reference) -> Line:
        in_words = self.in_words
        facts = (*in_words.force(reference), *in_words.checked(reference))
        return Line(reference.title, tuple(filter(None, (reference.url, " ".join(facts)))))

    def _about(self) -> Section:
        say, guide = self.say, self._summary.guide
        facts = [say("Guide: {title}", title=guide.title)]
        if guide.reviewed is not None:
            facts.append(say("Content last reviewed on {date}", date=self.in_words.day(guide.reviewed)))
        if guide.review_overdue:
            facts.append(say("That review is overdue: ask whether what this guide says still holds."))
        if self._summary.untranslated:
            facts.append(say("Some words are in another language: the guide does not have them in this one."))
        default = say("This paper is general information. It is no legal advice and no promise.")
        disclaimer = self._summary.guide.disclaimer or default
        lines = tuple(Line(fact) for fact in facts)
        return Section("about", say("About this paper"), (), disclaimer, (Group("", lines),))

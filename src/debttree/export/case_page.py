"""The case record as sections of sentences, for the adviser's file and for colleagues who take the case over."""

import datetime as dt
from collections.abc import Iterable, Iterator

from debttree.export.page import Group, Line, PageWriter, Section, SummaryPage, listing
from debttree.export.parts import Decided, Fact, Redaction, Remark, Summary
from debttree.export.reference import Reference
from debttree.locales import Phrases
from debttree.model import Kind


def case_page(summary: Summary, say: Phrases) -> SummaryPage:
    """Lay a case record out as sections: the situation first, then what was decided and why."""
    writer = _CaseWriter(summary, say)
    whose = summary.whose or say("(no name)")
    made = say("Made on {date}", date=writer.in_words.day(summary.made))
    return writer.page(say("Case record: {name}", name=whose), made)


class _CaseWriter(PageWriter):
    def sections(self) -> Iterator[Section | None]:
        yield self._situation()
        yield self._facts()
        yield self._decisions()
        yield self._calls()
        yield self._next()
        yield self._contacts()
        yield self._deadlines()
        yield self._checklist()
        yield self._consequences()
        yield self._prospects()
        yield self._notes()
        yield self._sources()
        yield self._about()

    def _situation(self) -> Section:
        say, here, guide = self.say, self._summary.here, self._summary.guide
        facts = [
            say("Stands at step {n}: {title}", n=len(self._summary.stops), title=here.title),
            say("Guide: {title}", title=guide.title),
            say("File: {file}, version {version}", file=guide.file, version=guide.version),
        ]
        if here.stage:
            facts.insert(1, say("Stage: {stage}", stage=here.stage))
        lines = tuple(map(Line, facts))
        return Section("situation", say("Situation"), groups=(Group("", lines),))

    def _facts(self) -> Section | None:
        say, case = self.say, self._summary.case
        if case is None:
            return None
        own = tuple(self._fact(fact) for fact in case.facts if fact.kind is Kind.QUESTION)
        others = tuple(self._fact(fact) for fact in case.facts if fact.kind is Kind.CHANCE)
        events = tuple(
            Line(say("{event}: {date}", event=event, date=self.in_words.day(day)))
            for event, day in case.events
        )
        groups = (
            Group(say("Answered by the person"), own),
            Group(say("Answered by others"), others),
            Group(say("What happened on which day"), events),
        )
        return listing("facts", say("Facts as answered"), groups)

    def _fact(self, fact: Fact) -> Line:
        answer = self.in_words.chosen(fact.kind, fact.actor, fact.answer)
        under = [answer, *([self._on(fact.day)] if fact.day is not None else [])]
        return Line(fact.asked, tuple(under), number=fact.stop)

    def _on(self, day: dt.date) -> str:
        return self.say("Answered on {date}", date=self.in_words.day(day))

    def _decisions(self) -> Section | None:
        case = self._summary.case
        if case is None or not case.decisions:
            return None
        lines = tuple(map(self._decided, case.decisions))
        heading = self.say("Decisions, and what else was open")
        return Section("decisions", heading, groups=(Group("", lines),))

    def _decided(self, decided: Decided) -> Line:
        say, under = self.say, []
        if decided.day is not None:
            under.append(self._on(decided.day))
        for option in decided.options:
            words = (
                say("Chosen: {label}", label=option.label)
                if option.taken
                else say("Open: {label}", label=option.label)
            )
            under.append(words)
            if option.caution:
                under.append(say("Caution shown: {caution}", caution=option.caution))
        under += [say("Noted: {text}", text=reason.text.replace("\n", " / ")) for reason in decided.reasons]
        return Line(decided.title, tuple(under), number=decided.stop)

    def _notes(self) -> Section | None:
        say, summary = self.say, self._summary
        if Redaction.NOTES in summary.redacted:
            return Section("notes", say("Notes"), (say("The notes were left out of this copy."),))
        groups = (
            self._group(say("For the person too: they stand in the summary"), desk=False),
            self._group(say("For the desk alone: they stand in no summary"), desk=True),
        )
        intro = (say("This record holds the notes for the desk too. It is not for the person's own papers."),)
        return listing("notes", say("Notes"), groups, intro)

    def _consequences(self) -> Section:
        """Return what was met, each explained: whoever takes the case over has not walked the guide."""
        say = self.say
        lines = tuple(
            Line(say("{consequence} (step {n})", consequence=met.title, n=met.stop), prose=met.text)
            for met in self._summary.met
        )
        intro = () if lines else (say("None on this way so far."),)
        groups = (Group("", lines),) if lines else ()
        return Section("consequences", say("Consequences met so far"), intro, groups=groups)

    def _references(self, found: Iterable[Reference]) -> Iterator[Line]:
        """Yield every source a line: the record says what each step rests on."""
        yield from map(self._reference, found)

    def _group(self, heading: str, *, desk: bool) -> Group:
        found: list[Remark] = [remark for remark in self._summary.remarks if remark.desk is desk]
        return Group(heading, tuple(map(self._remark, found)))

"""Who says so? Finds the words that a story puts into someone's mouth, and the speaker.

A verb of speech opens them: «قال …:» before a quotation, «ذكر … أن» before reported words, «أعلن … توصل …» before a
nominal report. Who speaks stands after the verb; where no one does, the last speaker goes on («وأضاف:»). Quotation
marks around a name are not speech, for no verb stands before them.

The path of a statement: `vocabulary` knows the verbs of speech, `reading` cuts the story into words, `openings`
finds where a verb's words begin and `reports` where they end, `speakers` says whose words they are.

Not handled: sources without a verb («بحسب الوزارة»), and speakers without a name («مصادر أمنية»), whose words are found
with speaker None.
"""

from helpers.entities import find_entities
from helpers.memory import without_collector
from helpers.records import Entity, Statement
from helpers.statements.reading import Story, read
from helpers.statements.reports import Report, find_reports
from helpers.statements.speakers import speaker_of

_DEEPEST = 3  # reports inside one another: with a bound, the cost of a long sentence stays in step with its length


@without_collector
def find_statements(text: str, entities: list[Entity] | None = None) -> list[Statement]:
    """Find the statements of `text` in their order; `entities` are its names, found where they are not given.

    >>> found = find_statements("قال الوزير سامي حداد: «نعمل ليلا ونهارا». وأضاف أن العمل صعب.")
    >>> [(said.speaker, said.text, said.direct) for said in found]
    [('سامي حداد', 'نعمل ليلا ونهارا', True), ('سامي حداد', 'العمل صعب', False)]
    """
    story = read(text, find_entities(text) if entities is None else entities)
    found: list[Statement] = []
    enclosing: list[Report] = []
    last, said_until = None, 0
    for report in find_reports(story):
        enclosing = [outer for outer in enclosing if outer.end > report.verb]
        if report.verb < said_until or len(enclosing) == _DEEPEST:
            continue
        speaker = speaker_of(story, report, last, said_until)
        found.append(_statement(story, report, speaker))
        if not enclosing:  # whoever speaks inside another's words does not go on after them
            last = speaker
        said_until = report.end if report.direct else report.start
        enclosing.append(report)
    return found


def _statement(story: Story, report: Report, speaker: str | None) -> Statement:
    start, end = story.words[report.start].start, story.words[report.end - 1].end
    return Statement(start, end, story.text[start:end], speaker, story.verb_text(report.verb), report.direct)

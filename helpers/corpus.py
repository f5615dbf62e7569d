"""A corpus with its names marked, as examples that the tagger learns from.

A corpus is a text file: one word and its label a line ("باكو B-LOC"), a blank line after each sentence. A first block
that begins with "# " is no sentence: it says where the corpus comes from.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from helpers.rules import Found, Story, read_story
from helpers.shapes import is_nationality
from helpers.tagger import LABELS, Example, features, to_labels, to_spans

Sentence = list[tuple[str, str]]  # words and their labels

SENTENCES_A_STORY = 14  # a corpus marks no stories, but rules and lists want more context than one sentence
_GENERIC = {"PER": "titles", "LOC": "places", "ORG": "generic organisations"}


def read_corpus(path: Path) -> list[Sentence]:
    """Read a corpus; kinds of names that the tagger doesn't know (MISC) count as no names."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    if blocks[0].startswith("# "):
        del blocks[0]
    sentences = [[line.rsplit(" ", 1) for line in block.splitlines() if " " in line] for block in blocks]
    return [[(word, tag if tag in LABELS else "O") for word, tag in sentence] for sentence in sentences if sentence]


def text_of(given: Iterable[Sentence]) -> str:
    """Write sentences as a text: a space after each word, a line for each sentence.

    >>> text_of([[("زار", "O"), ("بيروت", "B-LOC")], [("عاد", "O")]])
    'زار بيروت\\nعاد'
    """
    return "\n".join(" ".join(word for word, _ in sentence) for sentence in given)


def read_examples(sentences: list[Sentence]) -> Iterator[Example]:
    """Describe the words of each sentence by their features, and give their labels as this project marks names."""
    for i in range(0, len(sentences), SENTENCES_A_STORY):
        group = sentences[i : i + SENTENCES_A_STORY]
        story = read_story(text_of(group))
        marked = to_spans(list(_align(story, [pair for sentence in group for pair in sentence])))
        rows, labels = features(story), to_labels(story, [_as_we_mark(story, *span) for span in marked])
        for first, stop in story.sentences():
            yield rows[first:stop], labels[first:stop]


def _align(story: Story, pairs: Sentence) -> Iterator[str]:
    """Give each of the story's words the label of the corpus word that it stands in."""
    ends, position = [], 0
    for word, _ in pairs:
        position += len(word) + 1
        ends.append(position)
    i, last = 0, None
    for word in story.words:
        start, _ = story.folded.original(word.start, word.end)
        while ends[i] <= start:
            i += 1
        label = pairs[i][1]
        yield "I" + label[1:] if label[0] == "B" and last == i else label
        last = i


def _as_we_mark(story: Story, first: int, stop: int, label: str) -> Found:
    """Give a name of the corpus the bounds that this project gives it.

    The corpus wavers on generic heads («نادي تشيلسي») and cuts off the country («مجلس النواب» الفرنسي) and epithets
    («مكة» المكرمة).
    """
    while stop - first > 1 and _is_generic_head(story, first, label):
        first += 1
    if listed := story.facts[first].get(label):
        stop = max(stop, first + listed.size)
    if (
        label == "ORG"
        and story.has(first, "organisation heads")
        and is_nationality(story.text(stop))
        and story.joined(stop)
    ):
        stop += 1
    return Found(first, stop, 0, label)


def _is_generic_head(story: Story, i: int, label: str) -> bool:
    return story.has(i, _GENERIC[label]) and not story.has(i, label, "organisation heads", "sites")

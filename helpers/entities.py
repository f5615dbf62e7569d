"""Which people, places and organisations does the story name? Lists, triggers and the learnt tagger, joined.

The story is folded (see `normalize`), cut into words, and each word looked up in the lists (`gazetteer`). The rules
and the tagger each give names; what one place of the story shows to be a name is then one in every place, in its
short form too («شتيرنفيلد» after «مارتن شتيرنفيلد»). Spans lead back to the text as it was passed in.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from helpers.characters import is_digits
from helpers.gazetteer import read_words, readings
from helpers.memory import without_collector
from helpers.normalize import normalize
from helpers.quick_tagger import learnt_spans
from helpers.records import Entity
from helpers.rules import Found, Story, best, find_by_rule, read_story, without_overlap
from helpers.shapes import is_nationality

Form = tuple[str, ...]  # a name's words, folded, without proclitics

_ADJECTIVE_ENDINGS = ("ي", "يه")  # of a nisba, folded: what is of a kind («سياسي», «ثقافية»)
_LONGEST = 12  # words; more than that in a row, as «أبو أبو أبو …», name nobody
_PARTS = ("given", "doubtful given", "family", "surname", "connectors")
# What each label's first word may be listed as; that entry tells which letters before it are proclitics.
_KINDS = {
    "PER": ("given", "family", "doubtful given", "surname", "kunyas"),
    "LOC": ("LOC", "doubtful place", "everyday place", "sites"),
    "ORG": ("ORG", "doubtful organisation", "club", "organisation heads", "LOC"),
}


@without_collector
def find_entities(text: str, learnt: bool = True, extra: Iterable[tuple[str, str]] = ()) -> list[Entity]:
    """Find the people (PER), places (LOC) and organisations (ORG) that `text` names.

    `learnt=False` leaves the tagger out: the rules alone. `extra` are names of your own with their labels, which are
    then found wherever they stand. The names come in the order of the text and don't overlap; `name` is the fullest
    form that the text gives.

    >>> [(e.text, e.name) for e in find_entities("زار الوزير مارتن شتيرنفيلد القاهرة. وقال شتيرنفيلد إن")]
    [('مارتن شتيرنفيلد', 'مارتن شتيرنفيلد'), ('القاهرة', 'القاهرة'), ('شتيرنفيلد', 'مارتن شتيرنفيلد')]
    """
    story = read_story(text)
    ruled = find_by_rule(story)
    names = combine(ruled, find_learnt(story, ruled)) if learnt else ruled
    own = {name_form(name): label for name, label in extra}
    names = join(story, without_overlap([*best(repeated(story, own)), *names]))
    return list(as_entities(story, names))


def find_learnt(story: Story, ruled: list[Found]) -> list[Found]:
    """Give the names that the tagger sees; `ruled`, what the rules found, is among its features."""
    spans = [(first, stop, label) for first, stop, label in learnt_spans(story, ruled) if stop - first <= _LONGEST]
    names = [_trimmed(story, *span) for span in spans]
    return [name for name in names if not _is_kind(story, name)]


def _is_kind(story: Story, name: Found) -> bool:
    """Tell whether an everyday adjective behind its head only says which kind: «حزب سياسي», «نادي رياضي»."""
    return (
        name.label == "ORG"
        and name.stop == name.first + 1
        and story.has(name.first - 1, "generic organisations", "organisation heads")
        and not story.has(name.first, *_KINDS["ORG"], *_KINDS["LOC"], *_KINDS["PER"])
        and not story.definite(name.first)
        and story.everyday(name.first)
        and story.text(name.first).endswith(_ADJECTIVE_ENDINGS)
    )


def _trimmed(story: Story, first: int, stop: int, label: str) -> Found:
    """Make a name of what the tagger saw; an everyday word before a person's name («زيارة بن علي») falls off."""
    while label == "PER" and stop - first > 1 and story.everyday(first) and not story.has(first, *_PARTS):
        first += 1
    return Found(first, stop, _proclitics(story, first, label), label)


def _proclitics(story: Story, i: int, label: str) -> int:
    """Give how many letters before the name are proclitics: as its entry in a list says, else «و…», «وبالـ», «لل»."""
    if fact := story.fact(i, *_KINDS[label]):
        return fact.cut
    word = story.text(i)
    if word.startswith(("وبال", "ولل")):
        return 2
    return int(word.startswith(("وال", "لل")) or (word.startswith("و") and len(word) > 4 and word[1] not in "يو"))


def combine(ruled: list[Found], learnt: list[Found]) -> list[Found]:
    """Join both halves: sure phrases of the rules, then what the tagger says, then the other sure words."""
    phrases = [name for name in ruled if name.sure and name.stop - name.first > 1]
    return without_overlap([*phrases, *learnt, *(name for name in ruled if name.sure)])


def join(story: Story, names: list[Found]) -> list[Found]:
    """Find again, everywhere, what one place of the story shows to be a name; one form gets one label."""
    labels = _labels(story, names)
    names = [name._replace(label=labels[_form(story, name)]) for name in names]
    names = without_overlap([*names, *best(repeated(story, labels, careful=True))])
    return [name for name in names if not (_is_attribute(story, name) or _is_month(story, name))]


def _is_attribute(story: Story, name: Found) -> bool:
    """Tell whether a place only qualifies the word before: in «كأس آسيا», and as adjective in «البورصة السعودية»."""
    adjective = is_nationality(story.text(name.first)) and story.definite(name.first - 1) and story.joined(name.first)
    return story.has(name.first - 1, "competitions") or (adjective and name.stop == name.first + 1)


def _is_month(story: Story, name: Found) -> bool:
    """Tell whether a month that is also a name («نيسان») stands in a date: by a number, a slash or another month."""
    if name.stop > name.first + 1 or not story.has(name.first, "months"):
        return False
    beside = (name.first - 1, name.stop)
    return any(story.has(i, "months") or story.text(i) == "/" or is_digits(story.text(i)) for i in beside)


def _labels(story: Story, names: list[Found]) -> dict[Form, str]:
    """Give each form of a name its label: the one that it has most often; short forms of a person's name are PER."""
    counts: dict[Form, Counter[str]] = {}
    for name in names:
        form = _form(story, name)
        counts.setdefault(form, Counter())[name.label] += 1
        if name.label == "PER":
            for short in _short_forms(form):
                counts.setdefault(short, Counter())["PER"] += 2
    return {form: count.most_common(1)[0][0] for form, count in counts.items()}


def _short_forms(form: Form) -> list[Form]:
    """Give the forms in which a story goes on to name a person: the family name, of one word or two."""
    return [form[i:] for i in range(max(1, len(form) - 2), len(form)) if form[i] not in ("بن", "الله")]


def _form(story: Story, name: Found) -> Form:
    first, *rest = (word.text for word in story.words[name.first : name.stop])
    return first[name.cut :], *rest


def name_form(name: str) -> Form:
    """Cut a name into words as a story is cut, so that the two can be compared; () where it has none."""
    return tuple(word.text for word in read_words(normalize(name)))


def repeated(story: Story, labels: dict[Form, str], careful: bool = False) -> Iterator[Found]:
    """Find every place where one of these forms stands; if `careful`, not where it may be an everyday word."""
    sizes: dict[str, set[int]] = {}
    for form in filter(None, labels):
        sizes.setdefault(form[0], set()).add(len(form))
    for i, word in enumerate(story.words if sizes else []):
        for cut, rest in readings(word.text):
            for size in sizes.get(rest, ()):
                form = rest, *story.form(i + 1, i + size)
                if len(form) == size and form in labels and not (careful and size == 1 and _is_doubtful(story, i)):
                    yield Found(i, i + size, cut, labels[form])


def _is_doubtful(story: Story, i: int) -> bool:
    """Tell whether word `i` may be no name here: an everyday word that is no family's and that nothing marks."""
    word = story.text(i)
    marked = story.has(i - 1, "speech verbs", "titles") or story.text(i + 1) == ":"
    family = story.has(i, *_PARTS) and not story.has(i, "titles", "offices", "adjectives") and not is_nationality(word)
    return story.everyday(i) and not marked and not family


def as_entities(story: Story, names: list[Found]) -> Iterator[Entity]:
    """Lead names back to the text as it was passed in, each with its fullest form."""
    full = _fullest(story, names)
    for name in names:
        start, end = _span(story, name)
        yield Entity(start, end, story.folded.source[start:end], name.label, full[name.label, _form(story, name)])


def _span(story: Story, name: Found) -> tuple[int, int]:
    return story.folded.original(story.words[name.first].start + name.cut, story.words[name.stop - 1].end)


def _fullest(story: Story, names: list[Found]) -> dict[tuple[str, Form], str]:
    """Give for each form the longest name of the story that it stands for.

    A person goes by the first or the last words of the full name, an organisation by the first; a place by all.
    """
    full: dict[tuple[str, Form], str] = {}
    for name in sorted(names, key=lambda name: name.first - name.stop):
        form, (start, end) = _form(story, name), _span(story, name)
        text = story.folded.source[start:end]
        forms = [form]
        if name.label != "LOC":
            forms += [form[:size] for size in range(1, len(form))]
        if name.label == "PER":
            forms += [form[size:] for size in range(1, len(form))]
        for short in forms:
            full.setdefault((name.label, short), text)
    return full

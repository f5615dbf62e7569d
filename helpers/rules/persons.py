"""People's names by rule: after a title, an office or a verb of speech, or begun by a given name."""

from collections.abc import Iterator

from helpers.rules.story import Found, Story
from helpers.shapes import is_adjective_shaped, is_everyday, is_nationality

LONGEST_NAME = 6
LONGEST_OFFICE = 7
ALI = "علي"  # so many also write the preposition «على»
PARTS = ("given", "family", "surname", "doubtful given")


def persons(story: Story) -> Iterator[Found]:
    """Give the names of people that a sign before them, or their own first word, shows."""
    for i, known in story.known():
        if "titles" in known and not (story.sport and story.text(i).endswith("الفريق")):  # the team, not the general
            yield from _name_at(story, _after_adjectives(story, _after_title(story, i)))
        if "offices" in known and (first := _after_office(story, i + known["offices"].size)):
            yield Found(first, _name_end(story, first, announced=True), 0, "PER")
        if "speech verbs" in known and story.joined(i + 1) and not story.everyday(i + 1):
            yield from _name_at(story, i + 1, announced=False)
        if "kunyas" in known and story.joined(i + 1) and _has_kunya(story, i):
            yield Found(i, _name_end(story, i), known["kunyas"].cut, "PER")
        if "given" in known or "doubtful given" in known:
            yield from _begun_by_given(story, i)


def _name_at(story: Story, first: int, announced: bool = True) -> Iterator[Found]:
    if first < len(story.words) and _may_start(story, first):
        stop = _name_end(story, first, announced)
        if stop > first + 1 or story.text(first) != ALI:
            yield Found(first, stop, 0, "PER")


def _has_kunya(story: Story, i: int) -> bool:
    """Tell whether «أبو», «بن» begins a name, not «ابن عمه»; after «عبد» stands one of the names of God."""
    return (story.text(i).endswith("عبد") and story.definite(i + 1)) or not story.everyday(i + 1)


def _after_title(story: Story, i: int) -> int:
    stop = i + story.facts[i]["titles"].size
    abbreviated = len(story.text(i)) < 3  # «د. محمد», «أ/ محمد»
    return stop + 1 if abbreviated and story.text(stop) in (".", "/") else stop


def _after_adjectives(story: Story, i: int) -> int:
    start = i
    while story.joined(i) and i - start < LONGEST_OFFICE and not story.has(i, "given", "family"):
        text = story.text(i)
        if not (story.has(i, "adjectives", "titles") or is_nationality(text) or _is_common_adjective(text)):
            break
        i += 1
    return i


def _is_common_adjective(text: str) -> bool:
    return is_adjective_shaped(text) and is_everyday(text)


def _after_office(story: Story, i: int) -> int | None:
    """Skip what an office rules («رئيس الوزراء الكندي», «وزير خارجية روسيا») to the name, if one follows.

    After a definite word the construct is closed: an indefinite one can only begin the name («وزير المالية عزيز …»).
    """
    start, closed = i, False
    while story.joined(i) and i - start < LONGEST_OFFICE and not story.has(i, "not names", "speech verbs"):
        text, listed = story.text(i), story.fact(i, "ORG", "LOC")
        indefinite = not story.definite(i) and not text.startswith(("وال", "لل"))
        if listed:
            i, closed = i + listed.size, True
        elif story.bare(i, "given", "family") or (closed and story.bare(i, "doubtful given")):
            return i
        elif indefinite and story.unknown(i) and not _is_conjoined(text):
            return i if i > start else None
        elif closed and indefinite and (story.unknown(i + 1) or story.bare(i + 1, "given", "family")):
            return i
        else:
            i, closed = i + 1, not indefinite
    return None


def _may_start(story: Story, i: int) -> bool:
    if not story.words[i].is_word or story.has(i, "not names") or _is_office(story, i):
        return False
    if story.bare(i, *PARTS):
        return True
    if story.bare(i, "connectors"):
        return story.joined(i + 1) and not story.has(i + 1, "not names")
    named = story.unknown(i) or (story.joined(i + 1) and story.bare(i + 1, "kunyas"))  # «المخرج سامح عبد العزيز»
    return named and not story.definite(i)


def _is_office(story: Story, i: int) -> bool:
    """Tell whether a word that may be a name is a title or an office here: «الأمين العام», «القاضي محمد»."""
    if not story.has(i, "titles", "offices") or not story.joined(i + 1):
        return False
    if story.has(i + 1, "not names", "speech verbs"):
        return False
    named = story.bare(i + 1, "given", "surname", "family")
    return (story.has(i, "titles") and (named or story.unknown(i + 1))) or (story.has(i, "offices") and not named)


def _begun_by_given(story: Story, i: int) -> Iterator[Found]:
    fact, stop = story.fact(i, "given", "doubtful given"), _name_end(story, i)
    if stop == i + fact.size or _is_office(story, i):
        return
    if story.has(i, "given") or (story.text(i)[: fact.cut] in ("", "و", "ف") and _is_sure(story, i, stop)):
        yield Found(i, stop, fact.cut, "PER", sure=all(story.has(j, *PARTS) for j in range(i, stop)))


def _is_sure(story: Story, i: int, stop: int) -> bool:
    """Tell whether a name begun by what may be a word («سعيد») is one: by its second part, or standing apart."""
    apart = not story.joined(i) and not story.joined(stop)
    second = story.bare(i + 1, "given", "family", "connectors", "surname")
    if story.unknown(i + 1):
        second = story.text(i) != ALI
    return apart or second or (story.bare(i + 1, "doubtful given") and not is_everyday(story.text(i + 1)))


def _name_end(story: Story, first: int, announced: bool = False) -> int:
    """Give where the name that starts at `first` ends."""
    start = story.fact(first, *PARTS)
    stop = first + start.size if start else first
    while (stop == first or story.joined(stop)) and stop - first < LONGEST_NAME:
        size = _part(story, stop, stop - first, announced) if stop > first else _connected(story, stop) or 1
        if not size:
            break
        stop += size
    return stop


def _part(story: Story, i: int, so_far: int, announced: bool) -> int:
    """Give how many words the next part of a name takes, 0 where no part stands."""
    if story.has(i, "not names") or _is_office(story, i):
        return 0
    if size := _connected(story, i):
        return size
    if size := max((fact.size for kind, fact in story.facts[i].items() if kind in PARTS and not fact.cut), default=0):
        return size
    if story.bare(i, "ordinals") and so_far < 3:
        return story.facts[i]["ordinals"].size
    text = story.text(i)
    if story.unknown(i) and not _is_conjoined(text):
        return 1
    if so_far > 1 or story.has(i, "adjectives", "speech verbs", "titles", "offices", "LOC"):
        return 0
    last = not story.joined(i + 1)
    closes = announced and (last or story.has(i + 1, "not names"))
    if story.definite(i):
        return int(closes or (is_adjective_shaped(text) and (announced or last or not _is_common_adjective(text))))
    return int(closes and len(text) > 2)


def _is_conjoined(text: str) -> bool:
    """Tell whether an unknown word's و is «and»; not where «وي», «وو» write the W of «ويتني»."""
    return text.startswith("و") and text[1] not in "يو"


def _connected(story: Story, i: int) -> int:
    """Give how many words «بن …», «آل …», «عبد …», «أبو …» take from word `i` on, 0 where none stands."""
    stop = i
    while stop - i < LONGEST_NAME and story.bare(stop, "connectors") and story.joined(stop + 1):
        stop += 1
    if stop == i or story.has(stop, "not names", "speech verbs"):
        return 0
    return stop + 1 - i

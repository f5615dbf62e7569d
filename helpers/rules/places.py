"""Places that a head noun announces, one or many."""

from collections.abc import Iterator

from helpers.rules.story import Found, Story
from helpers.shapes import is_everyday

# Words after which the members of an enumeration begin.
_SITE_ADJECTIVES = ("الدولي", "الجامعي", "التعليمي", "التخصصي", "المركزي", "الكبير", "الدوليه")
_OPENERS = ("وهي", "هي", "وهما", "هما", ":")


def places(story: Story) -> Iterator[Found]:
    """What a kind of place announces: «مدينة شرناق», «إقليم "قره باغ"»; a facility's name holds its head."""
    for i, known in enumerate(story.facts):
        if "places" not in known or "LOC" in known:
            continue
        first = i + 2 if story.text(i + 1) in ('"', "(") else i + 1
        stop = _place_end(story, first, first > i + 1)
        if stop > first:
            if "sites" in known and first == i + 1:
                yield Found(i, _site_end(story, stop), known["sites"].cut, "LOC", sure=True)
            else:
                yield Found(first, stop, 0, "LOC", sure=first > i + 1)


def _place_end(story: Story, i: int, quoted: bool) -> int:
    if not quoted and not story.joined(i):
        return i
    if story.bare(i, "royal titles") and story.has(i + 1, "given", "doubtful given", "family"):
        return i + 1 + story.fact(i + 1, "given", "doubtful given", "family").size
    if story.bare(i, "LOC", "doubtful place", "everyday place"):
        return i + story.fact(i, "LOC", "doubtful place", "everyday place").size
    stop = i
    while stop - i < 3 and stop < len(story.words) and (stop == i or story.joined(stop)) and story.unknown(stop):
        stop += 1
    return stop


def _site_end(story: Story, i: int) -> int:
    """Add what follows in the name of a facility: «مطار تونس قرطاج الدولي»."""
    for _ in range(3):
        if story.joined(i) and (story.bare(i, "LOC", "town") or story.text(i) in _SITE_ADJECTIVES):
            i += 1
    return i


def enumerations(story: Story) -> Iterator[Found]:
    """Places that a plural announces: «ثلاث محافظات، وهي كلبجار …، وأغدام …، ولاتشين», «مدينتي سبتة ومليلية»."""
    first = next((i for i in range(len(story.words)) if story.has(i, "plural places")), None)
    announced, opened = first is not None, False
    for i in range(first or 0, len(story.words)):
        text, before = story.text(i), story.text(i - 1)
        if story.has(i, "plural places"):
            announced, opened = True, False
        elif text in ".\n":
            announced = opened = False
        elif announced and before in _OPENERS and story.unknown(i):
            opened = True
            yield Found(i, i + 1, 0, "LOC", sure=True)
        elif opened and text.startswith("و") and story.unknown(i) and not is_everyday(text[1:]):
            yield Found(i, i + 1, 1, "LOC", sure=True)

"""Places that a head noun announces, one or many."""

from collections.abc import Iterator

from helpers.rules.story import Found, Story
from helpers.shapes import is_everyday

_PLACES = ("LOC", "doubtful place", "everyday place")


def places(story: Story) -> Iterator[Found]:
    """What a kind of place announces: «مدينة يازد», «إقليم "آتشيه"»; a facility's name holds its head."""
    for i, known in story.known():
        if "LOC" in known:
            continue
        if "places" in known and (stop := closing(story, i + 1)):
            yield Found(i + 2, stop, 0, "LOC", sure=True)
        elif "places" in known and (stop := _place_end(story, i + 1)) > i + 1:
            if "sites" in known:
                yield Found(i, _site_end(story, stop), known["sites"].cut, "LOC", sure=True)
            else:
                yield Found(i + 1, stop, 0, "LOC")
        elif "plural places" in known and (place := story.fact(i + 1, *_PLACES)) and not place.cut:
            yield Found(i + 1, i + 1 + place.size, 0, "LOC")


def closing(story: Story, i: int) -> int:
    """Give where the quotation mark stands that closes one at `i` after three words at the most, 0 if there is none."""
    if story.text(i) != '"':
        return 0
    stops = (stop for stop in range(i + 2, i + 5) if story.text(stop) == '"')
    stop = next(stops, 0)
    return stop if all(word.is_word for word in story.words[i + 1 : stop]) else 0


def _place_end(story: Story, i: int) -> int:
    if not story.joined(i):
        return i
    if story.bare(i, "royal titles") and story.has(i + 1, "given", "doubtful given", "family"):
        return i + 1 + story.fact(i + 1, "given", "doubtful given", "family").size
    if story.bare(i, *_PLACES):
        return i + story.fact(i, *_PLACES).size
    stop = i
    while stop - i < 3 and story.joined(stop) and story.unknown(stop):
        stop += 1
    return stop


def _site_end(story: Story, i: int) -> int:
    """Add what follows in the name of a facility: «مطار تونس قرطاج الدولي»."""
    for _ in range(3):
        if story.joined(i) and (story.bare(i, "LOC") or story.bare(i, "site adjectives")):
            i += 1
    return i


def enumerations(story: Story) -> Iterator[Found]:
    """Places that a plural announces: «ثلاث بلدات، وهي كفرجيل حتى الغد، وعينترا بعده، …»."""
    announced = opened = False
    for i in range(len(story.words)):
        if "plural places" in story.facts[i]:
            announced, opened = True, False
        elif not announced:
            continue
        elif story.text(i) == ".":
            announced = opened = False
        elif (story.has(i - 1, "openers") or story.text(i - 1) == ":") and story.unknown(i):
            opened = True
            yield Found(i, i + 1, 0, "LOC", sure=True)
        elif opened and story.text(i).startswith("و") and story.unknown(i) and not is_everyday(story.text(i)[1:]):
            yield Found(i, i + 1, 1, "LOC", sure=True)

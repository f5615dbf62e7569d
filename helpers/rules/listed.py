"""Names that a list holds, and the clubs and media that a generic word before them announces."""

from collections.abc import Iterator

from helpers.gazetteer import Fact
from helpers.rules.places import closing
from helpers.rules.story import Found, Story
from helpers.shapes import is_nationality


def listed(story: Story) -> Iterator[Found]:
    """Names that a list holds: countries, towns, organisations, well-known families."""
    for i, known in story.known():
        if "doubtful organisation" in known and _announced(story, i, "generic organisations", "organisation heads"):
            yield Found(i, i + known["doubtful organisation"].size, known["doubtful organisation"].cut, "ORG")
        if club := known.get("club"):
            masculine = _is_masculine(story, i + club.size) and not story.everyday(i)
            if masculine or _plays(story, i, club):
                yield Found(i, i + club.size, club.cut, "ORG", sure=masculine)
        if "generic organisations" in known:
            yield from _announced_by_generic(story, i)
        if "idioms" in known:
            continue  # «مسقط رأسه» is no town
        for kind, label in (("ORG", "ORG"), ("LOC", "LOC"), ("family", "PER")):
            if kind in known:
                yield Found(i, i + known[kind].size, known[kind].cut, label, sure=True)
        if "doubtful place" in known and (_announced(story, i, "prepositions") or _follows_place(story, i)):
            yield Found(i, i + known["doubtful place"].size, known["doubtful place"].cut, "LOC")


def _announced_by_generic(story: Story, i: int) -> Iterator[Found]:
    """What a generic head announces: «صحيفة "الغد"», «شركة غازوفان», the town of a club («نادي تولوز»)."""
    stop = i + 1
    if quoted := closing(story, i + 1):
        yield Found(i + 2, quoted, 0, "ORG", sure=True)
    elif "club heads" in story.facts[i] and story.bare(i + 1, "LOC", "doubtful place"):
        yield Found(i + 1, i + 1 + story.fact(i + 1, "LOC", "doubtful place").size, 0, "ORG", sure=True)
    elif "group heads" in story.facts[i] and story.bare(i + 1, "family"):
        yield Found(i + 1, i + 1 + story.fact(i + 1, "family").size, 0, "ORG", sure=True)
    elif "media heads" in story.facts[i]:
        while stop - i < 4 and story.joined(stop) and story.unknown(stop):
            stop += 1
        if stop > i + 1:
            yield Found(i + 1, stop, 0, "ORG")


def _follows_place(story: Story, i: int) -> bool:
    """Tell whether «و…» adds word `i` to a place: «من جنين والخليل»."""
    return story.text(i).startswith("و") and story.joined(i) and story.has(i - 1, "LOC", "doubtful place")


def _is_masculine(story: Story, i: int) -> bool:
    """Tell whether a masculine nationality follows: «برشلونة الإسباني» is the club, «برشلونة الإسبانية» the town."""
    return story.joined(i) and is_nationality(story.text(i)) and story.text(i).endswith("ي")


def _plays(story: Story, i: int, club: Fact) -> bool:
    """Tell whether a club's name stands for the club, not its town: in a story of sport, not after «في» or «مدينة»."""
    in_town = "ب" in story.text(i)[: club.cut] or story.text(i - 1) in ("في", "الي") or story.has(i - 1, "places")
    return story.sport and not in_town


def _announced(story: Story, i: int, *kinds: str) -> bool:
    """Tell whether one of the kinds stands before word `i`, at most an opening quotation mark between."""
    return story.has(i - 2 if story.text(i - 1) == '"' else i - 1, *kinds)

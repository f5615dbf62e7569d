"""Organisations that a head noun announces: the head is part of the name."""

from collections.abc import Iterator

from helpers.rules.story import Found, Story
from helpers.shapes import is_nationality


def organisations(story: Story) -> Iterator[Found]:
    """A head noun and its complement: «وزارة الدفاع الهندية», «الاتحاد الإماراتي لكرة القدم»."""
    for i, known in story.known():
        if "ORG" in known:
            stop = i + known["ORG"].size
            if story.joined(stop) and is_nationality(story.text(stop)) and story.has(i, "organisation heads"):
                yield Found(i, stop + 1, known["ORG"].cut, "ORG", sure=True)
        elif "organisation heads" in known:
            head = known["organisation heads"]
            stop = _complement(story, i + head.size)
            if stop > i + head.size and _is_proper(story, i, i + head.size, stop):
                yield Found(i, stop, head.cut, "ORG", sure=_is_sure(story, i, i + head.size, stop))


def _complement(story: Story, start: int) -> int:
    """Give where the complement of a head noun ends: definite words or names, then «و…» or «لـ…» + definite word."""
    i = start
    while story.joined(i) and i - start < 5 and (size := _complement_part(story, i, start)):
        i += size
    return i


def _complement_part(story: Story, i: int, start: int) -> int:
    """Give how many words of the complement stand at `i`, 0 where it ends."""
    text = story.text(i)
    if story.bare(i, "royal titles") and story.has(i + 1, "given", "doubtful given", "family"):
        return 1 + story.fact(i + 1, "given", "doubtful given", "family").size
    if story.has(i, "not names", "speech verbs", "titles"):
        return 0
    if story.bare(i, "LOC", "ORG") or (i == start and story.bare(i, "given")):
        return story.fact(i, "LOC", "ORG", "given").size
    if story.definite(i) or (i > start and text.startswith("لل")):
        return 1
    if i > start and text.startswith("وال"):
        return int(not is_nationality(story.text(i - 1)))  # «وزارة الصحة والسكان», not «الاتحاد الأوروبي والصين»
    follows = story.joined(i + 1) and (story.definite(i + 1) or story.bare(i + 1, "LOC"))
    chained = text.startswith("ل") and len(text) > 3 if i > start else story.has(i - 1, "strong heads")
    return 2 if chained and follows else 0  # «… لتحرير أزواد», «حركة تحرير كاتانغا»


def _is_sure(story: Story, i: int, start: int, stop: int) -> bool:
    """Tell whether a head noun leaves no doubt: a ministry or party, or a definite head with a nationality."""
    nationality = any(is_nationality(word.text) for word in story.words[start:stop])
    return story.has(i, "strong heads") or (nationality and _is_definite(story, i))


def _is_definite(story: Story, i: int) -> bool:
    return story.text(i)[story.facts[i]["organisation heads"].cut :].startswith(("ال", "لل"))


def _is_proper(story: Story, i: int, start: int, stop: int) -> bool:
    """Tell a name from a kind: «المجلس العسكري», «مجلس الإدارة» may be any; «المجلس القومي للمرأة» is one."""
    if any(is_nationality(word.text) for word in story.words[start:stop]):
        return True
    if _is_definite(story, i):
        return stop - start > 1 and any(word.text.startswith("لل") for word in story.words[start + 1 : stop])
    return stop - start > 1 or not story.has(i, "weak heads") or story.bare(start, "LOC", "ORG")

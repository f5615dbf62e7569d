"""Name finding by rule: what stands in a list, and what a title, a head noun or a verb of speech announces.

Each rule reads the story and gives the names that it sees; where two overlap, the longer is kept. Not handled: names
without any sign, such as an unknown family name alone at the end of a sentence.
"""

from helpers.rules.listed import listed
from helpers.rules.organisations import organisations
from helpers.rules.persons import persons
from helpers.rules.places import enumerations, places
from helpers.rules.story import Found, Story, best, read_story, without_overlap

__all__ = ["Found", "Story", "best", "find_by_rule", "read_story", "without_overlap"]


def find_by_rule(story: Story) -> list[Found]:
    """Give the names that the rules see, in order, none over another."""
    rules = (listed, organisations, places, enumerations, persons)
    return best(found for rule in rules for found in rule(story))

"""What the frame says around the story's own words: days, headings and captions, in Arabic or in English."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from helpers.characters import category
from helpers.lexicon import words
from helpers.normalize import normalize
from helpers.records import Event
from helpers.safe import one_line

# The two joiners are the only invisible characters that belong to the spelling of a word.
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
# Characters of these categories have no picture: controls, private use, halves of surrogate pairs, unassigned.
UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs")


def clean(text: str) -> str:
    """A story's words on one line, without any invisible character that could reorder what stands around them."""
    return "".join(c for c in one_line(text) if c in JOINERS or category(c) not in UNSEEN)


def story(text: str) -> str:
    """A story's words, isolated from what stands around them: they run from right to left whatever they begin with."""
    return f"\N{RIGHT-TO-LEFT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


@dataclass(frozen=True, slots=True)
class Wording:
    """The frame's words in a language ("ar" or "en"); the year `known`, if any, is left out of days."""

    language: str
    known: int | None = None

    def __getitem__(self, name: str):
        return words("frame_words")[self.language][name]

    def say(self, name: str, /, **values: object) -> str:
        return self[name].format(**values)

    def framed(self, text: str) -> str:
        """A line of the frame's own, in the direction of its language."""
        if self.language == "ar":
            return story(text)
        return f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"

    def listed(self, names: Iterable[str]) -> str:
        """The story's own names, so that they are listed in Arabic in every language."""
        return "\N{ARABIC COMMA} ".join(map(clean, names))

    def day(self, day: date, weekday: bool = True) -> str:
        """A day as newspapers write it.

        >>> Wording("ar").day(date(2020, 11, 9))
        'الإثنين 9 نوفمبر 2020'
        """
        name = self["weekdays"][day.weekday()] if weekday else ""
        year = "" if day.year == self.known else f"{day.year}"
        return " ".join(filter(None, (name, f"{day.day}", self["months"][day.month - 1], year)))

    def month(self, day: date) -> str:
        return f"{self['months'][day.month - 1]} {day.year}"

    def days(self, first: date, last: date, part: str | None = None, weekday: bool = True) -> str:
        """One day, or an interval by the shortest of its names.

        >>> Wording("ar").days(date(2021, 1, 1), date(2021, 12, 31), "start")
        'أوائل عام 2021'
        """
        if first == last:
            return self.day(first, weekday)
        if unit := self._unit(first, last):
            return self["parts"][part].format(days=unit) if part else unit
        name = self._interval(first, last)
        return self["periods"][part].format(days=name) if part else name

    def _unit(self, first: date, last: date) -> str:
        """The name of a whole year or a whole month; "" for any other interval."""
        if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
            return self.say("year", year=first.year)
        one_month = (first.year, first.month) == (last.year, last.month)
        return self.month(first) if one_month and first.day == 1 and _ends_month(last) else ""

    def _interval(self, first: date, last: date) -> str:
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return self.say("interval", first=first.year, last=last.year)
        one_month = (first.year, first.month) == (last.year, last.month)
        begin = first.day if one_month else self.day(first, weekday=False)
        return self.say("interval", first=begin, last=self.day(last, weekday=False))

    def event_days(self, event: Event, weekday: bool = True) -> str:
        """An event's days, with the particle that a deadline or a beginning asks for."""
        part = event.mention.part
        if event.status == "due":
            unit = self._unit(event.first, event.last)
            days = self.days(event.first, event.last, part) if unit else self.day(event.last, weekday)
            return f"{self._until(event)} {days}"
        if event.status == "since":
            return f"{self['since']} {self._beginning(event)}"
        return self.days(event.first, event.last, part, weekday)

    def _beginning(self, event: Event) -> str:
        """What can stand after «منذ»: a preposition takes a noun, not «من … إلى …»."""
        days = self.days(event.first, event.last, event.mention.part)
        bare = event.first != event.last and not event.mention.part and not self._unit(event.first, event.last)
        return self["periods"]["whole"].format(days=days) if bare else days

    def _until(self, event: Event) -> str:
        """The story's own particle: «قبل 20 مارس» is a day less than «حتى 20 مارس»."""
        particle = normalize(clean(event.quote), ["marks", "tatweel"]).text.split(" ")[0]
        known = self["until"]
        return known.get(particle) or known.get(particle[1:] if particle[:1] in ("و", "ف") else "", known[""])


def _ends_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1

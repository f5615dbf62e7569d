"""Adds up numbers in words: «ألف وتسعمئة وثلاثة وسبعين» is one number, and so is «الثالث عشر»."""

from helpers.dates.vocabulary import DateWord, folded


def append_number(words: list[DateWord], word: DateWord) -> None:
    """Append a word of a number (kind c or o) to `words`, or join it to the number that it goes on with."""
    before = words[-1] if words else None
    if before and before.kind in "co" and word.kind == "c":
        value = _continued(before, word)
        if value:
            words[-1] = _joined(before, word, value)
            return
    if before and before.kind == "w" and len(words) > 1:
        number = words[-2]
        if number.kind in "co" and _adds(number.value, word.value):
            words[-2:] = [_joined(number, word, number.value + word.value)]
            return
    words.append(word)


def _continued(number: DateWord, word: DateWord) -> int | None:
    """Give the value of a number and the word right after it: «ثلاثة عشر», «ألف وتسع مئة», «ألفين وأحد عشر»."""
    unit = number.value % 100
    if word.value == 10 and 1 <= unit <= 9 and word.form in folded("teens"):
        return number.value + 10
    if word.value == 100 and 3 <= unit <= 9:
        return number.value + 99 * unit
    if word.value == 1000 and number.value < 1000:
        return number.value * 1000
    # «وأحد» is written like «واحد»; after hundreds and thousands it is و and أحد, the start of eleven.
    if word.form == "واحد" and unit == 0:
        return number.value + 1
    return None


def _adds(so_far: int, value: int) -> bool:
    """Can `value` follow `so_far` after «و» in one number? A unit before its ten, else the larger first."""
    if so_far % 100 in range(1, 10):
        return value in range(20, 100, 10)
    if so_far % 1000 == 0:
        return 0 < value < 1000 and so_far > 0
    return so_far % 100 == 0 and value < 100


def _joined(first: DateWord, last: DateWord, value: int) -> DateWord:
    return first._replace(end=last.end, value=value, form=f"{first.form} {last.form}")

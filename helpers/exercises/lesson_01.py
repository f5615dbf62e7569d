"""The exercises of lesson 01: what is in this file?"""

import codecs
import unicodedata
from random import Random

from helpers.exercises.exercise import Exercise, Mistake, Promise
from helpers.exercises.samples import country

INVISIBLE = (
    "\N{ZERO WIDTH SPACE}"
    "\N{ZERO WIDTH NON-JOINER}"
    "\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}"
    "\N{SOFT HYPHEN}"
    "\N{ZERO WIDTH NO-BREAK SPACE}"
)


def code_points(word: str) -> list[str]:
    return [f"U+{ord(character):04X}" for character in word]


CODE_POINTS = Exercise(
    code_points,
    asks='Write `code_points(word)`: a list with the code point of each character, as a text such as `"U+0644"`.',
    cases=("لافروف", "حتى 15", "وبيّن", "11/13/2020", ""),
    unseen=country,
    hints=(
        "Go through the word with `for character in word`. What does `ord(character)` give you?",
        '`f"{ord(character):04X}"` writes the number in sixteens, with four digits. `U+` goes before it.',
        "Collect the texts in a list: begin with `found = []`, and `append` to it in the loop.",
    ),
    mistakes=(
        Mistake(
            "hex",
            like=lambda word: [hex(ord(c)) for c in word],
            says="The number is right. `hex` writes it in Python's way; Unicode's is `U+`, then at least four digits, "
            'in capitals: `f"U+{number:04X}"`.',
        ),
        Mistake(
            "numbers",
            like=lambda word: [ord(c) for c in word],
            says='These are the numbers, counted in tens. `f"U+{number:04X}"` makes the usual form of each.',
        ),
        Mistake(
            "too few digits",
            like=lambda word: [f"U+{ord(c):X}" for c in word],
            says="A zero is missing in front: a code point has at least four digits, so the format is `04X`, not `X`.",
        ),
        Mistake(
            "small letters",
            like=lambda word: [f"U+{ord(c):04x}" for c in word],
            says="The digits A to F are written as capitals: the format is `04X`, with a big X.",
        ),
        Mistake(
            "without U+",
            like=lambda word: [f"{ord(c):04X}" for c in word],
            says="The number is right, in the right form. `U+` should stand before it.",
        ),
        Mistake(
            "bytes",
            like=lambda word: [f"U+{byte:04X}" for byte in word.encode("utf-8")],
            says="These are the bytes in UTF-8, two for each Arabic letter. Ask each character for its `ord` instead.",
        ),
        Mistake(
            "turned around",
            like=lambda word: code_points(word)[::-1],
            says="These are the right code points from last to first. A word is stored in the order of reading.",
        ),
        Mistake(
            "first only",
            like=lambda word: code_points(word)[:1],
            says="Only the first character came back. Is your `return` inside the loop? It belongs behind it.",
        ),
        Mistake(
            "one text",
            like=lambda word: " ".join(code_points(word)),
            says="Each is right, but they are one long text. A list is wanted: don't join them.",
        ),
    ),
    promises=(
        Promise(
            "another length",
            holds=lambda word, came: len(came) == len(word),
            says="There should be as many code points as characters, marks and spaces included.",
        ),
    ),
    afterwards="What looks alike on the screen can't hide behind its code points.",
)


def digit_places() -> tuple[int, int]:
    phrase = "حتى 15 نوفمبر"
    return phrase.index("1"), phrase.index("5")


DIGIT_PLACES = Exercise(
    digit_places,
    asks="Predict: at which index is the 1 stored, and at which the 5? Write `digit_places = …, …` with two numbers.",
    hints=(
        "What is read first is stored first: three letters, then a space, at the indexes 0 to 3.",
        'A number is read with its first digit first. `phrase.index("1")` says where the 1 is stored.',
    ),
    mistakes=(
        Mistake(
            "counted from the left",
            like=lambda: (7, 8),
            says="That is counted from the left edge of the screen. The first index is on the right, where reading "
            "begins.",
        ),
        Mistake(
            "digits turned around",
            like=lambda: (5, 4),
            says="The places are right, the order isn't: the 1 of fifteen is read first, so it is stored first.",
        ),
        Mistake(
            "counted from 1",
            like=lambda: (5, 6),
            says="That is counted from 1. Python's first index is 0.",
        ),
        Mistake(
            "without the space",
            like=lambda: (3, 4),
            says="The space between word and number is a character too.",
        ),
    ),
    afterwards="What is read first is stored first, a number too. Only on the screen do digits and letters run apart.",
)


def repair(text: str) -> str:
    return text.encode("cp1256").decode("utf-8")


def misread(text: str) -> str:
    """What becomes of a text that is UTF-8 and is read as Windows-1256."""
    return text.encode("utf-8").decode("cp1256")


REPAIR = Exercise(
    repair,
    asks="Write `repair(text)`: the text that was meant, where UTF-8 was read as `cp1256`.",
    cases=tuple(map(misread, ("لافروف", "في قره باغ", "حتى 15 نوفمبر", ""))),
    unseen=lambda random: misread(country(random)),
    hints=(
        "Go back the way that the text came. Which bytes were there, before they were read in the wrong encoding?",
        '`text.encode("cp1256")` gives these bytes. They are UTF-8.',
        "So decode the bytes once more, as what they are.",
    ),
    mistakes=(
        Mistake(
            "text unchanged",
            like=lambda text: text,
            says="The text comes back as it went in. (Encoding and decoding it in the same encoding does nothing.)",
        ),
        Mistake(
            "still bytes",
            like=lambda text: text.encode("cp1256"),
            says="These are the right bytes. Now make text of them: `.decode(…)`, in the encoding that they are in.",
        ),
        Mistake(
            "other way round",
            like=misread,
            says="It got worse: this is the way in which the text was spoilt. Go it backwards.",
        ),
        Mistake(
            "turned around",
            like=lambda text: text[::-1],
            says="The letters are the wrong ones; turning them around doesn't help. Get the bytes back first.",
        ),
        Mistake(
            "letters lost",
            like=lambda text: text.encode("latin-1", "ignore").decode("utf-8", "ignore"),
            says="`latin-1` doesn't have these letters. The text was read as `cp1256`, so go back by `cp1256`.",
        ),
    ),
    afterwards="You can do this to any page that shows mojibake, as long as no byte of it is lost.",
)


def invisible_names(text: str) -> list[str]:
    import unicodedata  # what `solution` shows runs in any notebook

    return [unicodedata.name(character) for character in text if unicodedata.category(character) == "Cf"]


def names_where(text: str, wanted: object) -> list[str]:
    """The names of the characters for which `wanted(character)` is true."""
    return [unicodedata.name(character, "") for character in text if wanted(character)]


def with_invisible(random: Random) -> str:
    """A word with up to three invisible characters in it, perhaps with a space and another word."""
    word = country(random)
    for _ in range(random.randint(0, 3)):
        place = random.randint(0, len(word))
        word = word[:place] + random.choice(INVISIBLE) + word[place:]
    return word + random.choice(["", " ", "\N{NO-BREAK SPACE}"]) + country(random)


INVISIBLE_NAMES = Exercise(
    invisible_names,
    asks="Write `invisible_names(text)`: a list with the names of all characters of category `Cf`, in their order.",
    cases=(
        "السلام\N{RIGHT-TO-LEFT MARK}",
        "قره\N{ZERO WIDTH NON-JOINER}باغ",
        "لافروف",
        "لافروف\nتركيا",
        "وبيّن",
        "في\N{NO-BREAK SPACE}إقليم",
        "\N{ZERO WIDTH NO-BREAK SPACE}خبر\N{RIGHT-TO-LEFT MARK}\N{RIGHT-TO-LEFT MARK}",
        "",
    ),
    unseen=with_invisible,
    hints=(
        '`unicodedata.category(character) == "Cf"` is true of an invisible character.',
        "`unicodedata.name(character)` gives its name. Collect the names in a list, in a loop over the text.",
    ),
    mistakes=(
        Mistake(
            "characters",
            like=lambda text: [c for c in text if unicodedata.category(c) == "Cf"],
            says="These are the right characters, but nobody can see them. Give their names: `unicodedata.name(…)`.",
        ),
        Mistake(
            "counted",
            like=lambda text: len(invisible_names(text)),
            says="That is how many there are. Which ones? Give their names.",
        ),
        Mistake(
            "once only",
            like=lambda text: list(dict.fromkeys(invisible_names(text))),
            says="A character that stands there twice should be named twice.",
        ),
        Mistake(
            "all names",
            like=lambda text: names_where(text, lambda c: True),
            says="These are the names of all characters. Keep those of category `Cf`.",
        ),
        Mistake(
            "spaces too",
            like=lambda text: names_where(text, lambda c: unicodedata.category(c) in ("Cf", "Zs")),
            says="A space is not invisible in this sense: its category is `Zs`, since it parts words.",
        ),
        Mistake(
            "not printable",
            like=lambda text: names_where(text, lambda c: not c.isprintable()),
            says="`isprintable` says no of a NO-BREAK SPACE too, but that one is a space. Ask for the category `Cf`.",
        ),
        Mistake(
            "marks too",
            like=lambda text: names_where(text, lambda c: unicodedata.category(c) in ("Cf", "Mn")),
            says="A mark such as the shadda has no width, but it can be seen: its category is `Mn`.",
        ),
        Mistake(
            "no letters",
            like=lambda text: names_where(text, lambda c: not c.isalpha()),
            says="Not everything that is no letter is invisible: there are spaces and marks. Ask for the category.",
        ),
        Mistake(
            "first only",
            like=lambda text: invisible_names(text)[:1],
            says="There may be more than one. Is your `return` inside the loop? It belongs behind it.",
        ),
    ),
    afterwards="Run it over the next text that you copy from somewhere: you may be surprised.",
)


def is_counter(line: str) -> bool:
    line = line.strip()
    return line.startswith("•") and not any(character.isalpha() for character in line)


def page_line(random: Random) -> str:
    """A line as on a page: perhaps with a bullet, with a number or a word or both."""
    number = random.choice([str(random.randint(0, 999)), f"{random.randint(0, 23):02}:{random.randint(0, 59):02}"])
    text = random.choice([number, number, country(random), f"{country(random)} {number}"])
    return random.choice(["", "  ", "\t"]) + random.choice(["• ", "• ", "•", ""]) + text


IS_COUNTER = Exercise(
    is_counter,
    asks="Write `is_counter(line)`: `True` for a line that begins with a bullet (•), perhaps after spaces, and holds "
    "no letter; else `False`.",
    cases=(
        "  • 11/13/2020",
        "  • 00:00",
        "• 1",
        "news-picture",
        "حتى 15 نوفمبر",
        "15",
        "  • أغدام حتى 20",
        "مشاركة •",
        "12 • 3",
        "",
    ),
    unseen=page_line,
    hints=(
        '`line.strip()` takes the spaces off both ends, and `.startswith("•")` asks how the rest begins.',
        "Go through the line with `for`: at the first letter, `return False`. `any(c.isalpha() for c in line)` is a "
        "shorter way to ask whether there is one.",
        "Both have to hold: a bullet `and not` a letter.",
    ),
    mistakes=(
        Mistake(
            "spaces in front",
            like=lambda line: line.startswith("•") and not any(c.isalpha() for c in line),
            says="Spaces may stand before the bullet. `line.strip()` takes them away.",
        ),
        Mistake(
            "any bullet",
            like=lambda line: line.strip().startswith("•"),
            says="A bullet alone isn't enough: a list in the story may have bullets before its words.",
        ),
        Mistake(
            "bullet anywhere",
            like=lambda line: "•" in line,
            says="The bullet should be at the beginning, and no letter in the line.",
        ),
        Mistake(
            "bullet in the middle",
            like=lambda line: "•" in line and not any(c.isalpha() for c in line),
            says="A bullet may also stand in the middle of a line, as in `12 • 3`. Ask how the line begins.",
        ),
        Mistake(
            "no letter",
            like=lambda line: not any(c.isalpha() for c in line),
            says="Without a bullet it is no counter, even if it has no letter. An empty line isn't one either.",
        ),
        Mistake(
            "any digit",
            like=lambda line: any(c.isdigit() for c in line),
            says="Digits stand in the story too: 15 November is no counter. Ask for the bullet, and for letters.",
        ),
        Mistake(
            "digits only",
            like=lambda line: line.strip().removeprefix("•").strip().isdigit() and "•" in line,
            says="A date and a clock have other signs beside their digits, as / and :. Ask that there be no letter.",
        ),
        Mistake(
            "always the same",
            like=lambda line: True,
            says="This says `True` of any line. Lines of the story aren't counters.",
        ),
    ),
    afterwards="A rule like this fits the pages that its author has seen. `read_article` has a longer list of them.",
)


def decode_page(data: bytes) -> str:
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1256")


def decoded(data: bytes, utf_8: str, utf_16: str | None = None) -> str:
    """`decode_page` with other encodings, or without UTF-16."""
    if utf_16 and data.startswith(b"\xff\xfe"):
        return data.decode(utf_16)
    try:
        return data.decode(utf_8)
    except UnicodeDecodeError:
        return data.decode("cp1256")


def saved(random: Random) -> bytes:
    """Words as some program or other saves them."""
    text = f"{country(random)} {random.randint(1, 30)}\n{country(random)}"
    return random.choice(ways_to_save(text))


def ways_to_save(text: str) -> list[bytes]:
    """The same text in UTF-8, without and with a byte order mark, in UTF-16 and in Windows-1256."""
    utf_16 = codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    return [text.encode("utf-8"), text.encode("utf-8-sig"), utf_16, text.encode("cp1256")]


DECODE_PAGE = Exercise(
    decode_page,
    asks="Write `decode_page(data)`: the text in these bytes, which are UTF-16 with a BOM, UTF-8 with or without one, "
    "or Windows-1256.",
    cases=(*ways_to_save("لافروف"), *ways_to_save("حتى 15 نوفمبر"), b"news-picture", b""),
    unseen=saved,
    hints=(
        'Begin with what is sure: `if data.startswith(b"\\xff\\xfe"):` it is UTF-16.',
        "UTF-8 is strict and hardly ever takes other bytes for its own. Try it before Windows-1256, which takes all.",
        'Put `return data.decode("utf-8-sig")` under `try:`, and under `except UnicodeDecodeError:` the last way.',
    ),
    mistakes=(
        Mistake(
            "always UTF-8",
            like=lambda data: data.decode("utf-8-sig", "replace"),
            says="What isn't UTF-8 can't be read as UTF-8. Catch the error, and read such bytes in another encoding.",
        ),
        Mistake(
            "bytes lost",
            like=lambda data: data.decode("utf-8-sig", "ignore"),
            says='`"ignore"` drops what it can\'t read, and that is nearly all of it. Read such bytes another way.',
        ),
        Mistake(
            "always Windows-1256",
            like=lambda data: data.decode("cp1256"),
            says="Windows-1256 takes any bytes, so it never complains. Try it last.",
        ),
        Mistake(
            "UTF-16 forgotten",
            like=lambda data: decoded(data, "utf-8-sig"),
            says='UTF-16 came out as nonsense. Look at the first two bytes, `data.startswith(b"\\xff\\xfe")`, before '
            "you try the others.",
        ),
        Mistake(
            "mark left",
            like=lambda data: decoded(data, "utf-8", "utf-16-le"),
            says="An invisible U+FEFF still stands at the beginning of some texts. `utf-8-sig` and `utf-16` take it "
            "away, `utf-8` and `utf-16-le` don't.",
        ),
    ),
    afterwards="`read_article` goes the same way, and knows a few encodings more.",
)

EXERCISES = (CODE_POINTS, DIGIT_PLACES, REPAIR, INVISIBLE_NAMES, IS_COUNTER, DECODE_PAGE)

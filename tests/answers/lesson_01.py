"""Answers to the exercises of lesson 01: right ones, and wrong ones with the diagnosis that each should get."""

import codecs
import re
import unicodedata


def points_in_a_loop(word):
    found = []
    for character in word:
        number = hex(ord(character)).removeprefix("0x").upper()
        found.append("U+" + number.zfill(4))
    return found


def points_by_format(word):
    return tuple(map("U+{:04X}".format, map(ord, word)))


def points_of_first(word):
    for character in word:
        return [f"U+{ord(character):04X}"]
    return []


def points_of_letters(word):
    return [f"U+{ord(c):04X}" for c in word if c.isalpha()]


def repair_in_two_steps(text):
    data = bytes(text, "cp1256")
    return str(data, "utf-8")


def repair_by_codecs(text):
    return codecs.decode(codecs.encode(text, "windows-1256"), "utf8")


def repair_by_latin(text):
    return text.encode("latin-1").decode("utf-8")


def repair_by_latin_with_losses(text):
    return text.encode("iso8859-1", errors="ignore").decode("utf-8", errors="ignore")


def names_in_a_loop(text):
    found = []
    for character in text:
        if unicodedata.category(character) == "Cf":
            found += [unicodedata.name(character)]
    return found


def names_by_pattern(text):
    return tuple(map(unicodedata.name, re.findall("[\u00ad\u200b-\u200f\u202a-\u202e\ufeff]", text)))


def names_of(text, *categories):
    return [unicodedata.name(c) for c in text if unicodedata.category(c) in categories]


def names_without_a_call(text):
    return [unicodedata.name(c) for c in text if unicodedata.category == "Cf"]


def names_of_all_controls(text):
    return [unicodedata.name(c) for c in text if unicodedata.category(c).startswith("C")]


def names_of_the_first(text):
    return names_of(text, "Cf")[:1]


def counter_by_pattern(line):
    return bool(re.fullmatch(r"\s*•[^a-z\u0620-\u064a]*", line))


def counter_in_a_loop(line):
    if not line.lstrip().startswith("•"):
        return False
    letters = 0
    for character in line:
        letters += character.isalpha()
    return letters == 0


def counter_without_letters(line):
    return "•" in line and not any(map(str.isalpha, line))


def counter_by_digits(line):
    text = line.strip()
    return text.startswith("•") and text.removeprefix("•").strip().isdigit()


def page_by_its_mark(data):
    for mark, encoding in [(b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8")]:
        if data[: len(mark)] == mark:
            return data[len(mark) :].decode(encoding)
    try:
        return data.decode()
    except UnicodeError:
        return data.decode("windows-1256")


def page_by_trying(data):
    encodings = ["utf-16"] if data[:2] == b"\xff\xfe" else ["utf-8", "cp1256"]
    for encoding in encodings:
        try:
            return data.decode(encoding).lstrip("\ufeff")
        except UnicodeDecodeError:
            continue


def page_with_mark(data):
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1256")


def page_without_utf_16(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1256")


def page_in_western_letters(data):
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def points_of_the_letter_itself(word):
    return [f"U+{letter:04X}" for letter in word]


def repair_without_return(text):
    data = text.encode("cp1256")
    data.decode("utf-8")


RIGHT = {
    "code_points": [points_in_a_loop, points_by_format],
    "digit_places": [(4, 5), [4, 5]],
    "repair": [repair_in_two_steps, repair_by_codecs],
    "invisible_names": [names_in_a_loop, names_by_pattern],
    "is_counter": [counter_by_pattern, counter_in_a_loop],
    "decode_page": [page_by_its_mark, page_by_trying],
}

WRONG = {
    "code_points": [
        ("hex", lambda word: list(map(hex, map(ord, word)))),
        ("numbers", lambda word: list(map(ord, word))),
        ("too few digits", lambda word: ["U+" + hex(ord(c))[2:].upper() for c in word]),
        ("small letters", lambda word: ["U+" + hex(ord(c))[2:].zfill(4) for c in word]),
        ("without U+", lambda word: [f"{ord(c):04X}" for c in word]),
        ("bytes", lambda word: [f"U+{byte:04X}" for byte in bytes(word, "utf-8")]),
        ("turned around", lambda word: points_in_a_loop(reversed(word))),
        ("first only", points_of_first),
        ("one text", lambda word: " ".join(points_in_a_loop(word))),
        ("another length", points_of_letters),
        ("another result", lambda word: [unicodedata.name(c) for c in word]),
        ("raised ValueError", points_of_the_letter_itself),
    ],
    "digit_places": [
        ("counted from the left", (7, 8)),
        ("digits turned around", (5, 4)),
        ("counted from 1", (5, 6)),
        ("without the space", (3, 4)),
        ("another kind", 4),
        ("another result", (8, 7)),
        ("another result", (8, 9)),
        ("another result", (7, 6)),
        ("another result", ("1", "5")),
        ("another result", (4, 5, 6)),
    ],
    "repair": [
        ("text unchanged", lambda text: text.encode("utf-8").decode("utf-8")),
        ("still bytes", lambda text: text.encode("cp1256")),
        ("other way round", lambda text: text.encode("utf-8").decode("cp1256")),
        ("turned around", lambda text: "".join(reversed(text))),
        ("letters lost", repair_by_latin_with_losses),
        ("raised UnicodeEncodeError", repair_by_latin),
        ("gives nothing back", repair_without_return),
    ],
    "invisible_names": [
        ("characters", lambda text: [c for c in text if unicodedata.category(c) == "Cf"]),
        ("counted", lambda text: len(names_of(text, "Cf"))),
        ("once only", lambda text: sorted(set(names_of(text, "Cf")), key=names_of(text, "Cf").index)),
        ("all names", lambda text: [unicodedata.name(c) for c in text]),
        ("spaces too", lambda text: names_of(text, "Cf", "Zs")),
        ("not printable", lambda text: [unicodedata.name(c) for c in text if not c.isprintable()]),
        ("marks too", lambda text: names_of(text, "Cf", "Mn")),
        ("no letters", lambda text: [unicodedata.name(c) for c in text if not c.isalpha()]),
        ("first only", names_of_the_first),
        ("always the same", names_without_a_call),
        ("raised ValueError", names_of_all_controls),
        ("another result", lambda text: sorted(names_of(text, "Cf"))),
        ("another kind", lambda text: set(names_of(text, "Cf"))),
    ],
    "is_counter": [
        ("spaces in front", lambda line: line[:1] == "•" and not re.search("[a-z\u0620-\u064a]", line)),
        ("any bullet", lambda line: line.lstrip().startswith("•")),
        ("bullet anywhere", lambda line: line.find("•") >= 0),
        ("bullet in the middle", counter_without_letters),
        ("no letter", lambda line: not re.search("[a-z\u0620-\u064a]", line)),
        ("any digit", lambda line: bool(re.search("[0-9]", line))),
        ("digits only", counter_by_digits),
        ("always the same", lambda line: True),
        ("another kind", lambda line: line.strip()),
    ],
    "decode_page": [
        ("always UTF-8", lambda data: data.decode("utf-8-sig", errors="replace")),
        ("bytes lost", lambda data: data.decode("utf-8-sig", errors="ignore")),
        ("always Windows-1256", lambda data: data.decode("cp1256")),
        ("UTF-16 forgotten", page_without_utf_16),
        ("mark left", page_with_mark),
        ("another result", page_in_western_letters),
        ("another result", lambda data: data.decode("utf-8")),
        ("raised UnicodeDecodeError", lambda data: data.decode("utf-8-sig")),
    ],
}

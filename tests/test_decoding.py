"""From bytes to text: every encoding that Arabic news comes in is read as it is meant, or refused with a sentence."""

import gzip
import io
import zipfile
from datetime import date

import pytest
from growth import seconds_of
from hypothesis import given
from hypothesis import strategies as st
from test_article import BODY, STORY, TITLE, assert_is_kind, assert_is_slice, saved

from helpers import SEED, read_article
from helpers.decoding import decode, unscrambled
from helpers.records import ArticleError

STORIES = [path.read_text(encoding="utf-8") for path in (SEED, SEED.with_name("invented_library.txt"))]
OLD = ["cp1256", "iso8859_6", "mac_arabic"]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", *OLD]


def written(text: str, encoding: str) -> tuple[str, bytes]:
    """What of a text an encoding can hold, and its bytes."""
    data = text.encode(encoding, "replace")
    return data.decode(encoding), data


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("story", STORIES, ids=["seed", "second"])
def test_a_story_is_read_in_each_encoding(story, encoding):
    text, data = written(story, encoding)
    assert decode(data, "story.txt") == (text, "")


@pytest.mark.parametrize(("size", "most_refused"), [(20, 0.2), (40, 0.05), (80, 0.01), (400, 0)])
@pytest.mark.parametrize("encoding", OLD)
def test_a_short_text_is_read_right_or_refused(encoding, size, most_refused):
    pieces = [story[i : i + size] for story in STORIES for i in range(0, len(story) - size, 7)]
    refused = 0
    for text, data in (written(piece, encoding) for piece in pieces if not piece.isascii()):
        try:
            assert decode(data, "story.txt").text == text
        except ArticleError as error:
            assert_is_kind(error)
            refused += 1
    assert refused <= most_refused * len(pieces)


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآ ", min_size=1), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_is_marked_or_utf_8_is_never_taken_for_anything_else(text, encoding):
    assert decode(text.encode(encoding), "story.txt") == (text, "")


def test_a_word_or_two_may_not_tell_their_encoding():
    with pytest.raises(ArticleError, match=r"story\.txt holds too few words to tell their encoding: save") as caught:
        decode("خبر من".encode("cp1256"), "story.txt")
    assert_is_kind(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32"])
def test_a_file_that_breaks_off_inside_a_letter_loses_that_letter_and_says_so(tmp_path, encoding):
    article = read_article(saved(tmp_path, f"{BODY}\nنعم".encode(encoding)[:-1]))
    assert article.body == f"{BODY}\nنع"
    assert article.file_note == "The file breaks off inside a letter, which is left out."
    assert read_article(saved(tmp_path, STORY.encode(encoding))).file_note == ""


def test_what_can_not_be_read_is_counted(tmp_path):
    article = read_article(saved(tmp_path, f"{BODY}\nنعم ".encode() + b"\xff \xfe" + " نعم.".encode()))
    assert article.body == f"{BODY}\nنعم � � نعم."
    assert article.file_note == "What can't be read in the file stands as � in the story (2×)."


def test_letters_of_which_each_byte_is_wrong_count_once(tmp_path):
    smile = "\ud83d\ude42".encode("utf-8", "surrogatepass")  # as Java writes it, in twice three bytes
    article = read_article(saved(tmp_path, BODY.encode() + b" ".join([b"", smile, "نعم".encode()] * 30)))
    assert article.body.startswith(BODY) and article.body.count("نعم") == 30


def test_half_of_a_pair_in_utf_16_costs_one_letter(tmp_path):
    data = f"{BODY}\nنعم \ud83d.".encode("utf-16", "surrogatepass")
    assert read_article(saved(tmp_path, data)).body == f"{BODY}\nنعم �."


@pytest.mark.parametrize(("encoding", "name"), [("cp1256", "Windows-1256"), ("mac_arabic", "MacArabic or ISO-8859-6")])
def test_lines_in_two_encodings_are_read_each_as_it_is(tmp_path, encoding, name):
    old = "وقالت المديرة إن القراءة للجميع في كل يوم."
    data = f"{TITLE}\n15/3/2021\n".encode() + f"{old}\n".encode(encoding) + BODY.encode()
    article = read_article(saved(tmp_path, data))
    assert (article.title, article.body, article.published) == (TITLE, f"{old}\n{BODY}", date(2021, 3, 15))
    assert article.file_note == f"Some of its lines are in {name}, the others in UTF-8: each is read as it is."


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("story", STORIES, ids=["seed", "second"])
def test_utf_8_read_as_windows_1256_is_turned_back(story, times):
    scrambled = story
    for _ in range(times):
        scrambled = scrambled.encode("utf-8").decode("cp1256")
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        text, note = decode(scrambled.encode(encoding), "story.txt")
        assert text == story
        assert "turned back" in note


def test_a_scrambled_story_that_is_pasted_gets_a_sentence(tmp_path):
    from helpers import parse_article

    with pytest.raises(ArticleError, match="scrambled") as caught:
        parse_article(STORY.encode("utf-8").decode("cp1256"))
    assert_is_kind(caught.value)


@given(st.text())
def test_turning_back_ends_and_leaves_arabic_alone(text):
    assert unscrambled(unscrambled(text)) == unscrambled(text)
    assert unscrambled(f"قال {text}") == f"قال {text}"


@pytest.mark.parametrize("encoding", [*ENCODINGS[:6], "cp1256"])
def test_a_nul_is_a_character_like_any_other(tmp_path, encoding):
    article = read_article(saved(tmp_path, f"{BODY}\n\0نعم في\0 المساء.".encode(encoding)))
    assert article.body == f"{BODY}\n\0نعم في\0 المساء."


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}"], ids=ascii)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "cp1256"])
def test_every_kind_of_line_end(tmp_path, end, encoding):
    if encoding == "cp1256" and not end.isascii():
        pytest.skip("Windows-1256 has no such line end")
    article = read_article(saved(tmp_path, STORY.replace("\n", end).encode(encoding)))
    assert (article.title, article.body, article.published) == (TITLE, BODY, date(2021, 3, 15))


def a_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(zipfile.ZipInfo("story.txt"), STORY)
    return file.getvalue()


HTML = "<!DOCTYPE html><html><head><meta charset='{0}'></head><body><p>{1}</p></body></html>"
IN_OTHER_LANGUAGES = {
    "latin-1": "Le président a déclaré à l'Assemblée que la réunion était prévue à Genève, cet été. Où est-il passé ?",
    "cp1252": "Für größere Städte erklärte der Präsident, daß die Übereinkunft gelte. Er äußerte sich später.",
    "cp1251": "Президент заявил в четверг, что соглашение о прекращении огня вступило в силу.",
    "koi8-r": "Президент заявил в четверг, что соглашение о прекращении огня вступило в силу.",
    "cp1253": "Ο πρόεδρος δήλωσε την Πέμπτη ότι η συμφωνία τέθηκε σε ισχύ.",
    "cp1254": "Cumhurbaşkanı perşembe günü anlaşmanın yürürlüğe girdiğini açıkladı.",
    "cp1255": "ראש הממשלה הודיע ביום חמישי כי ההסכם נכנס לתוקף.",
    "cp1250": "Prezydent ogłosił w czwartek, że porozumienie weszło w życie. Spotkanie odbędzie się jutro.",
    "gb18030": "总统星期四宣布协议生效。外交部长对记者说，会议将于明天举行。",
    "shift_jis": "大統領は木曜日、停戦合意が発効したと発表した。",
    "cp874": "ประธานาธิบดีประกาศเมื่อวันพฤหัสบดีว่าข้อตกลงมีผลบังคับใช้",
}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        *((mark, "empty") for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff")),
        *((" \n\N{NO-BREAK SPACE}\t ".encode(encoding), "empty") for encoding in ("utf-8", "utf-8-sig", "utf-16")),
        (b"\0\0\0\0", "no Arabic"),
        (a_zip(), "no text in a known encoding"),
        (gzip.compress(STORY.encode() * 50, mtime=0), "no text in a known encoding"),
        *((HTML.format(name, BODY).encode(name), "HTML") for name in ("utf-8", "utf-16-le", "cp1256")),
        (HTML.encode().replace(b"{1}", BODY.encode("mac_arabic")), "HTML"),
        *((text.encode(name), "no text in a known encoding") for name, text in IN_OTHER_LANGUAGES.items()),
    ],
    ids=lambda value: ascii(value)[:20] if isinstance(value, bytes) else value,
)
def test_what_is_no_story_gets_a_sentence(tmp_path, data, says):
    with pytest.raises(ArticleError, match=says) as caught:
        read_article(saved(tmp_path, data))
    assert_is_kind(caught.value)


@given(st.binary(max_size=200), st.sampled_from(ENCODINGS), st.integers(0, 200))
def test_a_story_in_which_any_bytes_are_strewn_is_read_or_refused(tmp_path_factory, data, encoding, place):
    path = tmp_path_factory.getbasetemp() / "strewn.txt"
    story = written(STORY, encoding)[1]
    path.write_bytes(story[:place] + data + story[place:])
    try:
        assert_is_slice(read_article(path))
    except ArticleError as error:
        assert_is_kind(error)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16-le"])
def test_ten_megabytes_on_one_line(tmp_path, encoding):
    unit = f"{BODY} ".encode(encoding)
    path = saved(tmp_path, unit * (10_000_000 // len(unit)))
    assert seconds_of(lambda: assert_is_slice(read_article(path))) < 20

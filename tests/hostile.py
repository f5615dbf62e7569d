"""Texts that try to be more than text, and what must hold of all that is shown: for the tests of every way out."""

import re
from html.parser import HTMLParser

from hypothesis import strategies as st

from helpers.display import View
from helpers.safe import UNWRITABLE

SCRIPT = "<script>window.pwned=1</script>"
ATTACKS = [
    SCRIPT,
    "<img src=x onerror=window.pwned=1>",
    "\"'><svg onload=window.pwned=1>",
    "' onmouseover='window.pwned=1' x=\"",
    f"</mark></td></div></title></desc></text></svg></style>{SCRIPT}",
    f"]]>{SCRIPT}<![CDATA[",
    f"--><!-- {SCRIPT} --",
    "<!--",
    "javascript:window.pwned=1",
    "&lt;b&gt; &amp;quot; &#60;i&#62;",
    '=HYPERLINK("javascript:x";"y")',
    "\N{RIGHT-TO-LEFT OVERRIDE}صيدا\N{LEFT-TO-RIGHT ISOLATE}<b>",
    "\N{POP DIRECTIONAL ISOLATE}\N{POP DIRECTIONAL ISOLATE}\N{POP DIRECTIONAL FORMATTING}x\N{FIRST STRONG ISOLATE}",
    "\N{ARABIC LETTER MARK}\N{RIGHT-TO-LEFT MARK}15\N{LEFT-TO-RIGHT EMBEDDING}",
    "a\0\x1b[2J\x1b]0;title\x07\x9b31m\x08\x7f",
    "half \ud800 of a pair \udc80 \udfff",
    "one\rtwo\ntwo\r\nthree\x85four\N{LINE SEPARATOR}five\N{PARAGRAPH SEPARATOR}six\vseven\feight\tnine",
    "{0} {words} %s %(x)s $x^2$ \\n \\u202e \\",
    "`one` ``` `ا` `\N{FIRST STRONG ISOLATE}` ب`",
    "⟦x|PER⟧ | - | «»",
    "\ufffe\uffff\ufdd0\U000e0041",
    "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x;y,z\\",
    "",
    " ",
    "ا" * 400 + "<b>",
]
ALL = " ".join(ATTACKS)
any_text = st.text(st.one_of(st.sampled_from(sorted(set(ALL))), st.characters()))

FSI, PDI = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
ISOLATED = re.compile(f"{FSI}[^{FSI}{PDI}]*{PDI}")
TURNING = re.compile("[\u061c\u202a-\u202e\u2066-\u2069]")
MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
TAGS = {
    *("div", "span", "mark", "sup", "bdi", "br", "strong", "em", "code", "pre", "h3", "a", "img", "style"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "details", "summary"),
}
ATTRIBUTES = {"dir", "lang", "style", "title", "scope", "role", "tabindex", "href", "download", "src", "alt"}
STYLE = re.compile(r"[-\w:;#%., ]*")
ADDRESS = re.compile(r"data:[a-z]+/[a-z.+]+(;charset=utf-8)?;base64,[\w+/=]*", re.ASCII)
FILE = re.compile(r"[-\w.]*", re.ASCII)


class Page(HTMLParser):
    """Reads a piece of HTML, and objects to whatever we would not have written."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open, self.words = [], [""]
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        if tag not in ("br", "img"):
            self.open.append(tag)
        self.words.append("")
        for name, value in attrs:
            assert name in ATTRIBUTES
            holds_words = name in ("title", "alt")
            assert holds_words or not re.search(r"[<>\"']", value)
            assert name != "style" or STYLE.fullmatch(value)
            assert name not in ("href", "src") or ADDRESS.fullmatch(value)
            if holds_words:
                assert_turns_nothing(value)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.words.append("")

    def handle_data(self, data: str) -> None:
        self.words[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_turns_nothing(text: str) -> None:
    """Only between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, which keep it to themselves, may anything turn."""
    assert not TURNING.search(ISOLATED.sub("", text)), ascii(text)


def assert_is_text(text: str) -> None:
    """Nothing but words and ends of lines, which can be written, and don't turn each other round."""
    assert not UNWRITABLE.search(text), ascii(text)
    assert not re.search("[\r\x85\u2028\u2029]", text), ascii(text)
    assert_turns_nothing(text)
    text.encode("utf-8")


def assert_is_safe(view: View) -> None:
    """A view shows text, whatever it was made of."""
    assert_is_text(view.html)
    assert not re.search(f"[{MARKS}]", view.html)
    for words in Page(view.html).words:
        assert_turns_nothing(words)
    assert_is_text(view.plain)

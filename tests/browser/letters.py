"""Where the letters of code stand on the screen, and which of them are out of place."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Page

IS_ARABIC = re.compile("[\u0621-\u06d2]")  # a letter or a mark
WORD = re.compile("[\u0621-\u06d2]+")
UNMARKED = re.compile("[\u0621-\u063a\u0641-\u064a](?![\u064b-\u0652])")  # a letter, which is alone in its place
# Arabic words, and what lies between them, are read from right to left.
ARABIC = re.compile(r"[\u0621-\u06d2]+(?:[ /.،\d]+[\u0621-\u06d2]+)*")
IN_ARABIC = re.compile(r"[^ /.،]+")  # a word or a number
# Each line of code, with the places in it where a click in the left or in the right half of a character would put the
# caret. CodeMirror knows them once it has drawn the cell, so each cell is scrolled to and drawn.
LINES = """async () => {
  const lines = [];
  for (const [cell, {editor: {editor}}] of jupyterapp.shell.currentWidget.content.widgets.entries()) {
    editor.dom.scrollIntoView({block: "center"});
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    let start = 0;
    for (const line of editor.dom.querySelectorAll(".cm-line")) {
      const boxes = [], texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), range = document.createRange();
      while (texts.nextNode()) for (let i = 0; i < texts.currentNode.length; i++) {
        range.setStart(texts.currentNode, i);
        range.setEnd(texts.currentNode, i + 1);
        boxes.push(range.getBoundingClientRect());
      }
      const caret = (box, part) =>
        editor.posAtCoords({x: box.left + part * box.width, y: (box.top + box.bottom) / 2}, false) - start;
      const carets = boxes.map(box => [caret(box, 0.25), caret(box, 0.75)]);
      lines.push({cell, start, text: line.textContent, boxes: boxes.map(box => [box.left, box.right]), carets});
      start += line.textContent.length + 1;
    }
  }
  return lines;
}"""


@dataclass(frozen=True)
class Line:
    """A line of a code cell, and where it starts in the cell; for each character its left and right end on the screen.

    `carets` are the offsets in the line to which a click in its left and in its right half would go.
    """

    cell: int
    start: int
    text: str
    boxes: list[tuple[float, float]]
    carets: list[tuple[int, int]]

    def arabic(self) -> list[re.Match[str]]:
        """Its pieces in Arabic."""
        return list(ARABIC.finditer(self.text))

    def is_letter(self, place: int) -> bool:
        """Whether a letter or a digit stands there: marks lie over their letters."""
        return unicodedata.category(self.text[place])[0] in "LN"

    def missed(self) -> list[tuple[str, str, tuple[int, int]]]:
        """The letters of its Arabic words in which a click wouldn't go to the nearer side."""
        places = [letter.start() for letter in UNMARKED.finditer(self.text)]
        found = ((place, tuple(self.carets[place])) for place in places)
        return [(self.text, self.text[place], carets) for place, carets in found if carets != (place + 1, place)]

    def hull(self, start: int, end: int) -> tuple[float, float]:
        """The left and the right end of a part."""
        return min(box[0] for box in self.boxes[start:end]), max(box[1] for box in self.boxes[start:end])


def arabic_lines(page: Page) -> list[Line]:
    """The lines of code that have Arabic in them."""
    return [Line(**line) for line in page.evaluate(LINES) if IS_ARABIC.search(line["text"])]


def strays(line: Line) -> list[str]:
    """What stands out of place: code runs from left to right, Arabic in it from right to left, numbers as always."""
    pieces = line.arabic()
    covered = {place for piece in pieces for place in range(*piece.span())}
    parts = [(place, place + 1) for place in range(len(line.text)) if place not in covered]
    parts = sorted(parts + [piece.span() for piece in pieces])
    wrong = _out_of_order(line, parts)
    for piece in pieces:
        words = [word.span() for word in IN_ARABIC.finditer(line.text, *piece.span())]
        wrong += _out_of_order(line, words[::-1])
        for start, end in words:
            letters = [(place, place + 1) for place in range(start, end) if line.is_letter(place)]
            wrong += _out_of_order(line, letters if line.text[start].isdigit() else letters[::-1])
    return wrong


def _out_of_order(line: Line, parts: list[tuple[int, int]]) -> list[str]:
    """The parts that do not stand right of the one before them."""
    return [
        f"{line.text}: {line.text[slice(*part)]}"
        for before, part in pairwise(parts)
        if line.hull(*part)[0] < line.hull(*before)[1] - 1
    ]

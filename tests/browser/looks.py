"""What only a browser can tell of a page: what is cut off, turned the wrong way, or hidden from some readers.

Each function names what is wrong; an empty list is good. `test_looks.py` shows that each of them can find something.
"""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OURS = [[".jp-OutputArea-output"], [".jp-RenderedMarkdown"]]  # of JupyterLab's page

CLIPPED = """() => [...document.querySelectorAll(".jp-OutputArea-output *, .jp-RenderedMarkdown *")]
  .filter(e => e.scrollWidth > e.clientWidth + 1)
  .filter(e => !["auto", "scroll"].includes(getComputedStyle(e).overflowX) && getComputedStyle(e).display != "inline")
  .map(e => e.outerHTML.slice(0, 200))"""

# The boxes of an element's first words in Arabic, in the order in which they are stored.
WORDS = """
  const words = (element, most) => {
    const found = [], texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (found.length < most && texts.nextNode()) {
      if (texts.currentNode.parentElement.closest("[lang]").lang != "ar") continue;
      for (const word of texts.currentNode.data.matchAll(/[^\\s\\u200e\\u200f\\u2066-\\u2069]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const boxes = range.getClientRects();  // several, where the word is broken at the end of a line
        if (boxes.length == 1 && boxes[0].width > 0) found.push(boxes[0]);
        if (found.length == most) break;
      }
    }
    return found;
  };"""
IN_ARABIC = '[...document.querySelectorAll(".jp-Notebook [lang=ar]:not(img)")]'
TURNED = f"""() => {{{WORDS}
  const middle = box => (box.top + box.bottom) / 2;
  const isTurned = element => {{
    const style = getComputedStyle(element), [first, second] = words(element, 2);
    if (style.direction != "rtl") return true;
    const inCell = element.matches("td > bdi:only-child");
    if (inCell && getComputedStyle(element.parentElement).textAlign == "left") return true;
    if (first && style.display == "block" && element.getBoundingClientRect().right - first.right > 40) return true;
    return second && first.top < middle(second) && middle(second) < first.bottom && first.left < second.right - 1;
  }};
  return {IN_ARABIC}.filter(isTurned).map(e => e.outerHTML.slice(0, 200));
}}"""
TURNED_TABLES = """() => [...document.querySelectorAll(".jp-Notebook [dir=rtl] tr, .jp-Notebook [dir=ltr] tr")]
  .filter(row => row.cells.length > 1 && row.getBoundingClientRect().width > 0)
  .filter(row => {
    const [first, second] = [...row.cells].map(cell => cell.getBoundingClientRect());
    return first.left > second.left != (row.closest("[dir]").dir == "rtl");
  })
  .map(row => row.outerHTML.slice(0, 200))"""
COUNT_WORDS = f"() => {{{WORDS} return {IN_ARABIC}.filter(element => words(element, 2).length == 2).length; }}"
# Going from the right end of a field to the left, the caret goes from its first letter on to the end of its first word.
FIELDS_TURNED = """() => [...document.querySelectorAll(".rtl input, .rtl textarea")].filter(field => {
  field.scrollIntoView({block: "center"});
  field.scrollTo(0, 0);
  const box = field.getBoundingClientRect(), style = getComputedStyle(field), size = parseFloat(style.fontSize);
  const y = box.top + (field.matches("textarea") ? parseFloat(style.paddingTop) + size * 0.7 : box.height / 2);
  const offsets = [];
  for (let x = box.right - 3; x > box.left + 3; x -= 3) offsets.push(document.caretPositionFromPoint(x, y)?.offset);
  const end = offsets.findIndex(offset => offset >= field.value.search(/\\s|$/));
  const rises = offsets.every((offset, i) => i == 0 || i > end || offset >= offsets[i - 1]);
  const room = 3 * offsets.findIndex(offset => offset > 0);  // pixels right of the first letter, and the half of it
  return style.direction != "rtl" || offsets[0] != 0 || end < 0 || !rises || room > 40;
}).map(field => field.value.slice(0, 50))"""
UNTOLD_PICTURES = """() => [...document.querySelectorAll(".jp-OutputArea-output img, .jp-RenderedMarkdown img")]
  .filter(e => !e.alt.trim() || e.alt == "Image" || !e.naturalWidth)
  .map(e => e.outerHTML.slice(0, 200))"""
OPEN_ALL = "() => document.querySelectorAll('.jp-Notebook details').forEach(e => { e.open = true; })"


def open_all(page: Page) -> None:
    """Open all that opens on request, so that it is looked at too."""
    page.evaluate(OPEN_ALL)


def clipped(page: Page) -> list[str]:
    """What hides a part of itself, and can't be scrolled."""
    return page.evaluate(CLIPPED)


def turned(page: Page) -> list[str]:
    """What is Arabic and runs from left to right, begins at the left, or has its first word left of the second.

    And each row of a table whose first cell isn't on the side where its table begins.
    """
    return page.evaluate(TURNED) + page.evaluate(TURNED_TABLES)


def fields_turned(page: Page) -> list[str]:
    """The fields for Arabic whose text doesn't begin at the right, or runs to the right."""
    return page.evaluate(FIELDS_TURNED)


def arabic_texts(page: Page) -> int:
    """How many texts of two Arabic words or more `turned` has compared."""
    return page.evaluate(COUNT_WORDS)


def untold(page: Page) -> list[str]:
    """Pictures without words that stand for them (JupyterLab itself puts “Image”), or that don't show."""
    return page.evaluate(UNTOLD_PICTURES)


def violations(page: Page, *rules: str) -> list[tuple[str, str]]:
    """What axe has against what is ours, for a screen reader and for weak eyes, by all rules or by these."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    found = Axe().run(page, {"include": OURS}, options).response["violations"]
    return [(each["id"], node["html"]) for each in found for node in each["nodes"]]

"""The text of a print as pdftotext finds it, and a search in which nothing is found twice."""

import re
import subprocess


def printed_pages(pdf, is_raw=True):
    """The text of each page; that of a text file, a page after every form feed.

    Raw, it stands in the order in which it was drawn; else as pdftotext orders it by its places on the page.
    """
    if pdf.endswith(".txt"):
        with open(pdf, encoding="utf-8") as file:
            return file.read().split("\f")[:-1]
    run = subprocess.run(
        ["/usr/bin/pdftotext", *(["-raw"] if is_raw else []), "-enc", "UTF-8", pdf, "-"], check=True,
        capture_output=True)
    return run.stdout.decode("utf-8").split("\f")[:-1]


# A long value that goes on upon the next page has so many letters at least on either.
SHORTEST_PIECE = 6


class Paper:
    """The text of all pages as one, single-spaced, without what every page repeats.

    Whatever is found is taken: one piece of paper can't stand for two values.
    """

    def __init__(self, pages):
        self.pages = without_furniture(pages)
        self.text = " ".join(" ".join(page.split()) for page in self.pages)
        self.places = [place for place, letter in enumerate(self.text) if letter != " "]
        self.letters = self.text.replace(" ", "")
        self.taken = bytearray(len(self.text))
        self.line_ends = set(line_ends(self.pages))
        self.starts = {}

    def take(self, value, whole=True, padded=False):
        """Takes the value's next occurrence; with whole words, and zeros padded to a fraction, as asked for."""
        start = self.starts.get(value, 0)
        while (start := self.text.find(value, start)) >= 0:
            end = start + len(value)
            if padded:
                end = self._past_zeros(value, end)
            if not any(self.taken[start:end]) and (not whole or self._is_whole(start, end)):
                self._mark(start, end)
                self.starts[value] = end
                self.last_taken = range(start, end)
                return True
            start += 1
        return False

    def is_over_lines(self):
        """Whether a line ends within what was taken last."""
        return any(place in self.line_ends for place in self.last_taken)

    def take_broken(self, value, is_text):
        """Takes a value whose words are broken, over lines or pages; the broken words, or None where it isn't there.

        Only a text is long enough for a page's end to cut it.
        """
        packed = value.replace(" ", "")
        start = self.letters.find(packed)
        while start >= 0:
            places = self.places[start:start + len(packed)]
            if not any(self.taken[place] for place in places):
                return self._broken_words(value, places)
            start = self.letters.find(packed, start + 1)
        return self._take_over_pages(packed) if is_text else None

    def _broken_words(self, value, places):
        broken, index = [], 0
        for word in value.split():
            piece = places[index:index + len(word)]
            if piece[-1] - piece[0] + 1 != len(word):
                broken.append(word)
            index += len(word)
        for place in places:
            self.taken[place] = 1
        return broken

    def _take_over_pages(self, packed):
        """Takes a long value that a page's end cuts, with other columns or a table's head in between."""
        pages = ["".join(page.split()) for page in self.pages]
        is_whole = any(packed in page for page in pages)
        return [] if not is_whole and any(goes_on(packed, pages[number:]) for number in range(len(pages))) else None

    def _is_whole(self, start, end):
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        first, last = self.text[start], self.text[end - 1]
        if first.isalnum() and (before.isalnum() or first.isdigit() and before in ",.-" and self._is_figure(start - 2)):
            return False
        if first.isdigit() and before == "-":
            return False
        if last.isdigit() and after in ",." and self._is_figure(end + 1):
            return False
        return not (last.isalnum() and after.isalnum())

    def _is_figure(self, place):
        return 0 <= place < len(self.text) and self.text[place].isdigit()

    def _past_zeros(self, value, end):
        if "," not in value and self.text[end:end + 2] == ",0":
            end += 1
        elif "," not in value:
            return end
        while end < len(self.text) and self.text[end] == "0":
            end += 1
        return end

    def _mark(self, start, end):
        for place in range(start, end):
            self.taken[place] = 1


def line_ends(pages):
    """The places of the spaces of the pages' text where a line ends."""
    place = 0
    for page in pages:
        for line in page.split("\n"):
            place += len(" ".join(line.split()))
            if line.strip():
                yield place
                place += 1


def goes_on(packed, pages):
    """Whether a text begins on the first of the pages and goes on upon the next ones to its end."""
    if packed in pages[0]:
        return True
    least, most = SHORTEST_PIECE, len(packed) - SHORTEST_PIECE
    if len(pages) < 2 or most < least or packed[:least] not in pages[0]:
        return False
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if packed[:middle] in pages[0] else (least, middle - 1)
    # What follows on the page may begin with the same letters as what follows in the text.
    return any(goes_on(packed[cut:], pages[1:]) for cut in range(least, max(SHORTEST_PIECE, least - 4) - 1, -1))


def without_furniture(pages):
    """The pages without the lines that begin or end every page; those of one page remain, at the end."""
    count = len(pages)
    split = []
    for number, page in enumerate(pages, 1):
        lines = [line for line in page.split("\n") if line.strip()]
        # The number of the page says nothing of the invoice.
        split.append([re.sub(rf"(^|\s){number} / {count}$", "", line) for line in lines])
    if count < 2:
        return ["\n".join(lines) for lines in split]
    foot = shared(lines[::-1] for lines in split)
    head = shared(split[1:]) if count > 2 else said_before(split[1], split[0])
    kept = split[0][len(split[0]) - foot:] + (split[1][:head])
    bodies = [split[0][:len(split[0]) - foot]] + [lines[head:len(lines) - foot] for lines in split[1:]]
    return ["\n".join(lines) for lines in bodies] + ["\n".join(kept)]


def said_before(lines, page):
    """How many lines a second page begins with that stand together on the first: the document's kind and number."""
    packed = "".join("".join(page).split())
    count, head = 0, ""
    for line in lines:
        head += "".join(line.split())
        if head not in packed:
            break
        count += 1
    return count


def shared(pages):
    """How many lines all pages begin with alike."""
    count = 0
    for lines in zip(*pages):
        if len(set(lines)) > 1:
            break
        count += 1
    return count

"""Facts: what a documentation page says, one per line, four columns between tabs.

subject   an operation (by operationId, or by method and path), a schema definition, or the anchor of a heading
element   the part of it: operation, path NAME, query NAME, body, body NAME, status 200, request, response, prose, ...
attribute what is said about that part: type, required, minLength, enum, example, description, sample, paragraph, ...
value     what it is; a newline is written \\n, a tab \\t, a backslash \\\\
"""

import json
import re


class PageError(Exception):
    """Something on the page that this program does not understand: better no facts than facts that lack it."""

    def __init__(self, line, message):
        super().__init__(f"line {line}: {message}")


class Facts:
    def __init__(self):
        self.rows = []

    def add(self, subject, element, attribute, value):
        """Adds a fact; nothing for None, `true` for True, JSON for everything else that is no text."""
        if value is None:
            return
        if not isinstance(value, str):
            value = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self.rows.append((subject, element, attribute, value))

    def lines(self):
        return ["\t".join(map(escaped, row)) for row in self.rows]


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


TOKEN = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|[{}\[\]:,]')


def compact(text):
    """JSON without white space: keys in their order, numbers as they are written. ValueError if it is no JSON."""
    json.loads(text)
    tokens = TOKEN.findall(text)
    return "".join(
        json.dumps(json.loads(token), ensure_ascii=False) if token.startswith('"') else token for token in tokens)

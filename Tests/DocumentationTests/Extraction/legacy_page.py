"""Facts of the older page: what its text looks like.

A few lines are marks of a page whose form was lost: `type` under a list's status, a section's name above its endpoints,
and `OK` alone where `200 OK` stood above it.
"""

import re

from facts import PageError
from mending import mend, skeleton

SECTION = re.compile(r"Endpoints for manipulating \w+ resource")
METHOD = re.compile(r"(GET|POST|PUT|PATCH|DELETE) (/\S*)")
PARAMETER = re.compile(r"([\w-]+): (string|integer|number|boolean)(\[\])?(?: (\S+))?")
STATUS = re.compile(r"(\d{3}) [A-Z][\w ]*")
CONTENT = re.compile(r"(Request|Response) Content-Types: (\S+)")
EXAMPLE = re.compile(r"(Request|Response) Example(?: \((\d{3}) [\w ]+\))?")
DEFINITION = re.compile(r"(\w+): object")
FIELD = re.compile(r"(\w+): (\w+)(\[\])?(?: \(([\w-]+)\))?(?: ([A-Z_]+(?:, [A-Z_]+)*))?")
PRIMITIVES = {"string", "integer", "number", "boolean", "object"}
DEFINITIONS = "Schema Definitions"


def extract(text, facts):
    lines = [(number, line.rstrip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    Page(lines, facts).read()


class Page:
    def __init__(self, lines, facts):
        self.lines, self.position, self.facts = lines, 0, facts

    # Lines, of which none is blank

    def peek(self, ahead=0):
        position = self.position + ahead
        return self.lines[position][1] if position < len(self.lines) else None

    def is_next(self, pattern, ahead=0):
        return pattern.fullmatch(self.peek(ahead) or "")

    def next(self):
        self.position += 1
        return self.lines[self.position - 1][1]

    def take(self, pattern, what):
        match = self.is_next(pattern)
        if not match:
            raise self.error(f"expected {what}: {self.peek()}")
        self.position += 1
        return match

    def error(self, message):
        return PageError(self.lines[min(self.position, len(self.lines) - 1)][0], message)

    def json(self):
        """The lines of an example, whose ends do not always match its beginnings."""
        text = [self.next()]
        while re.match(r'\s*[\]\[{}"]', self.peek() or ""):
            text.append(self.next())
        return "\n".join(text)

    # The page

    def read(self):
        self.read_introduction()
        while self.peek() != DEFINITIONS:
            section = self.next()
            self.facts.add(section, "section", "title", section)
            self.facts.add(section, "section", "paragraph", self.take(SECTION, "what the section is for")[0])
            while self.peek() != DEFINITIONS and not self.is_next(SECTION, 1):
                if self.peek() == section:
                    self.position += 1
                self.read_operation(section)
        self.position += 1
        while self.peek() is not None:
            self.read_definition()

    def read_introduction(self):
        self.facts.add("page", "info", "title", self.next())
        while not self.is_next(SECTION, 1):
            line = self.next()
            name, _, value = line.partition(": ")
            if line == "API Base Endpoint":
                self.facts.add("page", "info", "server", self.next())
            elif name in ("Terms of Service", "Version"):
                self.facts.add("page", "info", name.split(" ")[0].lower(), value)
            elif self.peek() == "name" and self.peek(2) == "in":
                self.facts.add("page", "security", "name", self.peek(1))
                self.facts.add("page", "security", "in", self.peek(3))
                self.position += 4
            else:
                self.facts.add("page", "prose", "paragraph", line)

    def read_operation(self, section):
        title = self.next()
        paragraphs = []
        while not self.is_next(METHOD):
            paragraphs.append(self.next())
        method, path = self.take(METHOD, "method and path").groups()
        self.subject = f"{method} {path}"
        for attribute, value in [("section", section), ("title", title), ("method", method), ("path", path)]:
            self.say("operation", attribute, value)
        while not self.is_parameter() and not self.is_status() and not self.is_next(CONTENT):
            paragraphs.append(self.next())
        for paragraph in paragraphs:
            self.say("operation", "paragraph", paragraph)
        while self.is_parameter():
            self.read_parameter()
        if self.is_next(CONTENT):
            self.read_body("Request")
        while self.is_status():
            self.read_status()
        self.read_body("Response")

    def say(self, element, attribute, value):
        self.facts.add(self.subject, element, attribute, value)

    def is_parameter(self):
        return self.is_next(PARAMETER) and (self.peek(1) or "").startswith("in ")

    def is_status(self):
        return self.peek() == "OK" or self.is_next(STATUS)

    def read_parameter(self):
        name, kind, is_array, default = self.take(PARAMETER, "a parameter").groups()
        element = f"{self.next().removeprefix('in ')} {name}"
        self.say(element, "type", f"array of {kind}" if is_array else kind)
        self.say(element, "default", default)
        description = []
        while not self.is_parameter() and not self.is_status() and not self.is_next(CONTENT):
            description.append(self.next())
        self.say(element, "description", " ".join(description))

    def read_status(self):
        status = "200" if self.peek() == "OK" else self.take(STATUS, "a status")[1]
        self.say(f"status {status}", "description", self.next())
        if self.peek() == "type":
            self.position += 1

    def read_body(self, kind):
        found, content_type = self.take(CONTENT, f"the {kind} content types").groups()
        if found != kind:
            raise self.error(f"expected the {kind} content types")
        if not self.is_next(EXAMPLE):
            return
        status = self.take(EXAMPLE, "an example")[2]
        element = f"response {status}" if status else "request"
        self.say(element, "contentType", content_type)
        try:
            sample, comments, repairs = mend(self.json())
        except ValueError as problem:
            raise self.error(f"this example cannot be mended: {problem}")
        self.say(element, "sample", sample)
        if repairs:
            self.say(element, "mended", "; ".join(repairs))
        for key, comment in comments:
            self.say(element, "comment", f"{key}: {comment}")

    def read_definition(self):
        self.subject = self.take(DEFINITION, "a schema definition")[1]
        self.say("definition", "type", "object")
        while self.peek() != "Example":
            self.read_field()
        self.position += 1
        self.say("definition", "skeleton", skeleton(self.json()))

    def read_field(self):
        name, kind, is_array, form, values = self.take(FIELD, "a field").groups()
        # An array's items are written once more on a line of their own.
        items = re.fullmatch(rf"{kind}(?: ([A-Z_]+(?:, [A-Z_]+)*))?", self.peek() or "")
        if items:
            self.position += 1
            values = values or items[1]
        is_reference = kind not in PRIMITIVES
        type_name = "object" if is_reference else kind
        self.say(f"field {name}", "type", f"array of {type_name}" if is_array or items else type_name)
        self.say(f"field {name}", "schema", kind if is_reference else None)
        self.say(f"field {name}", "format", form)
        self.say(f"field {name}", "enum", values.split(", ") if values else None)

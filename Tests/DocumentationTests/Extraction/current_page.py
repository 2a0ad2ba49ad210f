"""Facts of the current page: what a Redoc page looks like as text."""

import re

from facts import PageError, compact
from row import parse_row

CONTENTS_ENTRY = re.compile(r" +- (get|post|put|patch|del) ?(\S.*)")
CONTENTS_GROUP = re.compile(r"- (\S.*)")
CONTENTS_SECTION = re.compile(r"  - (\S.*)")
LOGO = re.compile(r"!\[[^]]*\]\((\S+)\)")
TITLE = re.compile(r"# (.+) \((v\d+)\)")
HEADING = re.compile(r"## \[\]\((#\S+)\) *(\S.*)")
TABLE = re.compile(r"##### (?:(path|query) Parameters|Request Body schema: ([\w/-]+?)(required)?)")
ROW = re.compile(r"\| (\S+) \| (.+?) \|")
STATUS = re.compile(r"\*\*(\d{3}|default) ?\*\*")
METHOD = re.compile(r" (get|post|put|patch|delete)(/\S*?)(https?://\S+)")
SAMPLES = re.compile(r"###  (Request|Response) samples")
SAMPLE = re.compile(r"Content type([\w/-]+?)Copy(?: Expand all  Collapse all )?`(.*)")
DEPRECATED = "  Deprecated"


def is_current(text):
    return "\n## [](#tag/" in text


def extract(text, facts):
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if TITLE.fullmatch(line))
    title = TITLE.fullmatch(lines[start])
    facts.add("page", "info", "title", title[1])
    facts.add("page", "info", "version", title[2])
    logo = LOGO.search(lines[0])
    if not logo:
        raise PageError(1, "the first line has no logo")
    facts.add("page", "info", "logo", logo[1])
    read_groups(lines[:start], facts)
    Page(text, lines, start + 1, facts).read()
    check_contents(lines[:start], facts)


def read_groups(lines, facts):
    """In which group of the table of contents each section is."""
    group = None
    for line in lines:
        if match := CONTENTS_GROUP.fullmatch(line):
            group = match[1]
        elif match := CONTENTS_SECTION.fullmatch(line):
            facts.add("page", "contents", "group", f"{group}: {match[1]}")


def check_contents(lines, facts):
    """The table of contents above the title names the same operations in the same order."""
    entries = [match.groups() for match in map(CONTENTS_ENTRY.fullmatch, lines) if match]
    titles = [row[3] for row in facts.rows if row[1:3] == ("operation", "title")]
    methods = [row[3].lower() for row in facts.rows if row[1:3] == ("operation", "method")]
    operations = [(method.replace("delete", "del"), title) for method, title in zip(methods, titles)]
    for number, (entry, operation) in enumerate(zip(entries, operations), 1):
        if entry != operation:
            raise PageError(number, f"entry {number} of the contents is {entry}, but operation {number} is {operation}")
    if len(entries) != len(operations):
        raise PageError(1, f"the contents have {len(entries)} operations, the page has {len(operations)}")


class Page:
    def __init__(self, text, lines, position, facts):
        self.text, self.lines, self.position, self.facts = text, lines, position, facts
        self.section = None

    # Lines

    def peek(self):
        """The next line that is not blank, or None at the end."""
        while self.position < len(self.lines) and not self.lines[self.position].strip():
            self.position += 1
        return self.lines[self.position] if self.position < len(self.lines) else None

    def take(self, pattern, what):
        line = self.peek()
        match = pattern.fullmatch(line.rstrip()) if line is not None else None
        if not match:
            raise self.error(f"expected {what}: {line}")
        self.position += 1
        return match

    def error(self, message):
        return PageError(self.position + 1, message)

    # Headings

    def read(self):
        while self.peek() is not None:
            anchor, title = self.take(HEADING, "a heading").groups()
            if "/operation/" in anchor:
                self.read_operation(anchor, title)
                continue
            # What has operations is a section; what has none is the introduction or the guide.
            kind = "section" if f"({anchor}/operation/" in self.text else "prose"
            if anchor.startswith("#section/"):
                self.section = "Introduction"
            elif "/" not in anchor.removeprefix("#tag/"):
                self.section = title
            self.facts.add(anchor, kind, "section", self.section)
            self.facts.add(anchor, kind, "title", title)
            self.read_prose(anchor, kind)

    def read_prose(self, subject, element):
        """Paragraphs, list items and blocks of code, each a fact, up to what begins with a `#`."""
        while (line := self.peek()) is not None and not line.startswith("#"):
            if line.strip() == "```":
                end = self.lines.index("```", self.position + 1)
                self.facts.add(subject, element, "code", "\n".join(self.lines[self.position + 1:end]))
                self.position = end + 1
                continue
            item = re.fullmatch(r"\s*- (.+)", line)
            self.facts.add(subject, element, "item" if item else "paragraph", (item[1] if item else line).strip())
            self.position += 1

    # Operations

    def read_operation(self, anchor, title):
        self.subject = anchor.split("/operation/")[1]
        self.say("operation", "section", self.section)
        self.say("operation", "anchor", anchor)
        self.say("operation", "title", title.removesuffix(DEPRECATED))
        if title.endswith(DEPRECATED):
            self.say("operation", "deprecated", True)
        if "(Experimental)" in title:
            self.say("operation", "experimental", True)
        self.read_prose(self.subject, "operation")
        self.take(re.compile(r"##### Authorizations:"), "the authorizations")
        names = self.take(re.compile(r"(?:\*\w+\*)+"), "names of authorizations")
        self.say("operation", "authorizations", " ".join(re.findall(r"\w+", names[0])))
        while TABLE.fullmatch(self.peek() or ""):
            self.read_table()
        self.take(re.compile(r"### Responses"), "the responses")
        while STATUS.fullmatch(self.peek() or ""):
            status = self.take(STATUS, "a status")[1]
            self.say(f"status {status}", "description", self.take(re.compile(r"\S.*"), "what the status means")[0])
        method, path, url = self.take(METHOD, "method and path").groups()
        if not url.endswith(path):
            raise self.error(f"{url} does not end with {path}")
        self.say("operation", "method", method.upper())
        self.say("operation", "path", path)
        self.say("operation", "host", url.removesuffix(path))
        while SAMPLES.fullmatch(self.peek() or ""):
            self.read_sample()

    def say(self, element, attribute, value):
        self.facts.add(self.subject, element, attribute, value)

    def read_table(self):
        place, content_type, is_required = self.take(TABLE, "a table").groups()
        if content_type:
            place = "body"
            self.say(place, "contentType", content_type)
            self.say(place, "required", bool(is_required))
            if (self.peek() or "").strip() == "Array (non-empty)":
                self.say(place, "type", "array of object")
                self.say(place, "minItems", 1)
                self.position += 1
        while (self.peek() or "").startswith("|"):
            name, text = self.take(ROW, "a row").groups()
            # `project-required` and `required` are names; `pagerequired` is the name `page` with a mark.
            bare = name.removesuffix("required")
            is_marked = bare != name and bare != "" and not bare.endswith("-")
            name = bare if is_marked else name
            try:
                attributes = parse_row(name, text)
            except ValueError as problem:
                raise self.error(str(problem))
            self.say(f"{place} {name}", "required", is_marked)
            for attribute, value in attributes.items():
                self.say(f"{place} {name}", attribute, value)

    def read_sample(self):
        kind = self.take(SAMPLES, "samples")[1].lower()
        label = self.take(re.compile(r"- (\d{3}|default|Payload)"), "what the sample is of")[1]
        content_type, first = self.take(SAMPLE, "a sample").groups()
        lines = [first]
        while not lines[-1].endswith("`"):
            lines.append(re.sub(r"^(\s*)- ", r"\1", self.lines[self.position]))
            self.position += 1
        # The page's text makes a Markdown link of every URL.
        text = re.sub(r"\[(https?://[^\]\s]+)\]\([^)\s]*\)", r"\1", "\n".join(lines).removesuffix("`"))
        element = "request" if kind == "request" else f"response {label}"
        try:
            sample = compact(text)
        except ValueError as problem:
            raise self.error(f"this sample is no JSON: {problem}")
        if "](" in sample:
            raise self.error("a link in this sample was not understood")
        self.say(element, "contentType", content_type)
        self.say(element, "sample", sample)

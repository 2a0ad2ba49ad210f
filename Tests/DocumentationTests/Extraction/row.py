"""The second column of a table on the current page: type, constraints, example and description run together."""

import json
import re

NUMBER = r"-?\d+(?:\.\d+)?"

# In the order in which the page writes them. Each gives attributes of the fact from the match.
TYPES = [
    (re.compile(r"Array of (strings|integers|numbers|booleans|objects)(?: \((\w+)\))?(?=Items |\s|$)"),
     lambda m: {"type": f"array of {m[1][:-1]}", "schema": m[2]}),
    (re.compile(r"(string|integer|number|boolean|object)(?: \((\w+)\))?(?=\^|\s|$)"), lambda m: {"type": m[1], "schema": m[2]}),
]
MARKS = [
    (re.compile(r"(\^\S*\$)"), lambda m: {"pattern": m[1]}),
    (re.compile(r"<([\w-]+)>"), lambda m: {"format": m[1]}),
    (re.compile(r"\[ (\d+) \.\. (\d+) \] characters"), lambda m: {"minLength": m[1], "maxLength": m[2]}),
    (re.compile(r"\[ (\d+) \.\. (\d+) \] items"), lambda m: {"minItems": m[1], "maxItems": m[2]}),
    (re.compile(rf"\[ ({NUMBER}) \.\. ({NUMBER}) \]"), lambda m: {"minimum": m[1], "maximum": m[2]}),
    (re.compile(r"<= (\d+) characters"), lambda m: {"maxLength": m[1]}),
    (re.compile(r">= (\d+) characters"), lambda m: {"minLength": m[1]}),
    (re.compile(r"<= (\d+) items"), lambda m: {"maxItems": m[1]}),
    (re.compile(r">= (\d+) items"), lambda m: {"minItems": m[1]}),
    (re.compile(rf"<= ({NUMBER})"), lambda m: {"maximum": m[1]}),
    (re.compile(rf">= ({NUMBER})"), lambda m: {"minimum": m[1]}),
    (re.compile(r"non-empty(?=\s|$)"), lambda m: {"minLength": "1"}),
    (re.compile(r"unique(?=\s|$)"), lambda m: {"uniqueItems": True}),
    (re.compile(r'Default: ("[^"]*"|\S+)'), lambda m: {"default": literal(m[1])}),
    (re.compile(r'(?:Items )?(?:Enum|Value):((?: "[^"]*")+)'), lambda m: {"enum": re.findall(r'"([^"]*)"', m[1])}),
    (re.compile(r"Deprecated(?=\s|$)"), lambda m: {"deprecated": True}),
]


def literal(text):
    json.loads(text)  # ValueError where it is none
    return text


def parse_row(name, text):
    """The attributes that a row gives to the parameter or field `name`. ValueError if the row begins with no type."""
    attributes = {}
    rest = text.strip()
    for pattern, read in TYPES:
        match = pattern.match(rest)
        if match:
            attributes.update(read(match))
            rest = rest[match.end():]
            break
    else:
        raise ValueError(f"no type: {text}")
    while True:
        rest = rest.lstrip()
        for pattern, read in MARKS:
            match = pattern.match(rest)
            if match:
                attributes.update(read(match))
                rest = rest[match.end():]
                break
        else:
            break
    if rest.startswith("Example: "):
        attributes["example"], rest = split_example(name, rest.removeprefix("Example: "))
    attributes["description"] = rest.strip() or None
    return attributes


def split_example(name, text):
    """The page has no space between example and description: a sentence begins at a capital behind anything but a space."""
    start = len(name) + 1 if text.startswith(name + "=") else 0
    sentence = re.compile(r"(?<=[^\s=&])(?=[A-Z](?:[a-z]| [a-z]))").search(text, start + 1)
    end = sentence.start() if sentence else len(text)
    return text[:end], text[end:]

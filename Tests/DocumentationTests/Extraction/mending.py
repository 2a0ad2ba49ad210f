"""Mends examples that are no JSON as the older page prints them. The same text always mends in the same way."""

import json
import re

from facts import compact

LEXEME = re.compile(
    r'(?P<space>\s+)|(?P<comment>\([^\n]*\))|(?P<value>"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)'
    r"|(?P<mark>[{}\[\]:,])")
CLOSING = {"{": "}", "[": "]"}


def mend(text):
    """Compact JSON, the comments by the key of their line, and what had to be done. ValueError if it does not suffice."""
    try:
        return compact(text), [], []
    except ValueError:
        pass
    tokens, comments = tokenize(text)
    repairs = [f"comments removed: {len(comments)}"] if comments else []
    mended = []
    open_brackets = []
    for token in tokens:
        previous = mended[-1] if mended else ""
        if token in ("}", "]"):
            if previous == ",":
                mended.pop()
                repairs.append(f"comma removed before {token}")
            while open_brackets and CLOSING[open_brackets[-1]] != token:
                mended.append(CLOSING[open_brackets.pop()])
                repairs.append(f"{mended[-1]} added before {token}")
            if not open_brackets:
                raise ValueError(f"{token} closes nothing")
            open_brackets.pop()
        elif token not in (",", ":") and previous and previous not in ("{", "[", ",", ":"):
            mended.append(",")
            repairs.append(f"comma added before {token}")
        if token in CLOSING:
            open_brackets.append(token)
        mended.append(token)
    for bracket in reversed(open_brackets):
        mended.append(CLOSING[bracket])
        repairs.append(f"{mended[-1]} added at the end")
    return compact("".join(mended)), comments, repairs


def tokenize(text):
    tokens, comments = [], []
    position = 0
    while position < len(text):
        match = LEXEME.match(text, position)
        if not match:
            raise ValueError(f"not understood: {text[position:position + 30]!r}")
        if match.lastgroup == "comment":
            line = text[text.rfind("\n", 0, position) + 1:position]
            key = re.match(r'\s*"([^"]*)"\s*:', line)
            comments.append((key[1] if key else "", match[0][1:-1]))
        elif match.lastgroup != "space":
            tokens.append(match[0])
        position = match.end()
    return tokens, comments


def skeleton(text):
    """Compact JSON of a schema definition's example, whose values are the names of types."""
    return compact(json.dumps(json.loads(text), ensure_ascii=False))

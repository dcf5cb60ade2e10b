#!/usr/bin/env python3
"""Keep of Bootstrap what our pages use.

usage: script/purge_bootstrap.py PACKAGE
PACKAGE is the unpacked npm package named in static/vendor/bootstrap/VERSION. Run it when a page
uses a class of Bootstrap's for the first time: a test says which. The same input gives the same
bytes.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import tinycss2

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "static/vendor/bootstrap/bootstrap.css"
OWN = ROOT / "static/css"

NOT_OURS = {".venv", "bench", "script", "tests", "migrations", "var"}
ORIGIN = "/* Only what our pages use: made by script/purge_bootstrap.py, not by hand. */"
#: Our pages have one theme.
UNUSED = ('[data-bs-theme="dark"]', "[data-bs-theme=dark]")
#: At-rules that hold rules, whose selectors are looked at.
HOLDS_RULES = {"media", "supports"}

CLASS = re.compile(
    r"""\bclass=\\?"((?:\{%.*?%\}|\{\{.*?\}\}|[^"\\])*)"""  # in a template, or HTML in code
    r"""|"class": "([\w -]*)\""""  # a widget's attribute
    r"""|\{% block \w+_class %\}([^{]*)""",  # what a page adds to the shell around it
    re.DOTALL,
)
FILLED_IN = re.compile(r"\{\{.*?\}\}|\{[^{}%]*\}|%[sd]", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}", re.DOTALL)
QUOTED = re.compile(r'"([^"]*)"')
#: A class that is handed on, given or taken away by code: two words or more, alone in a string.
LONE_NAME = re.compile(r"""["'` .]([a-z][a-z0-9]*(?:-[a-z0-9]+)+)["'`]""")
COMPOSED = re.compile(r"""["'` ]([a-z]+(?:-[a-z]+)*-)\{""")


def main(package: Path) -> None:
    full = (package / "dist/css/bootstrap.css").read_text(encoding="utf-8")
    own = "".join(path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*.css")))
    names = used(ROOT)
    KEPT.write_text(purged(full, names.given | names.named, own), encoding="utf-8")


@dataclass
class Names:
    """The classes that templates and code use."""

    #: In a class attribute.
    given: set[str] = field(default_factory=set)
    #: Alone in a string: a class, or any other word.
    named: set[str] = field(default_factory=set)
    #: What the names begin with that are put together while the page is made.
    beginnings: set[str] = field(default_factory=set)

    def may_hold(self, name: str) -> bool:
        return name in self.given | self.named or name.startswith(tuple(self.beginnings))


def used(root: Path) -> Names:
    names = Names()
    for path in sources(root):
        text = path.read_text(encoding="utf-8")
        for word in (word for found in CLASS.findall(text) for word in words("".join(found))):
            name = word.partition("\0")[0]
            (names.beginnings if name.endswith("-") else names.given).add(name)
        names.named |= set(LONE_NAME.findall(text))
        if path.suffix != ".html":
            names.beginnings |= set(COMPOSED.findall(text))
    names.given.discard("")
    return names


def sources(root: Path) -> Iterator[Path]:
    for pattern in ("templates/**/*.html", "static/js/*.js", "*/**/*.py"):
        for path in sorted(root.glob(pattern)):
            if not NOT_OURS & set(path.relative_to(root).parts):
                yield path


def words(given: str) -> list[str]:
    """What stands in a class attribute; `\\0` is where something is filled in."""
    chosen = [word for tag in FILLED_IN.findall(given) for word in quoted(tag)]
    return FILLED_IN.sub("\0", TAG.sub(" ", given)).split() + chosen


def quoted(tag: str) -> list[str]:
    """`{{ x|yesno:"is-open,is-shut" }}` gives two."""
    return [word for text in QUOTED.findall(tag) for word in re.split(r"[\s,]+", text) if word]


def styled(css: str) -> set[str]:
    """The classes that a stylesheet's selectors name."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return {name for selector in selectors(rules) for name in classes(selector)}


def selectors(rules: Iterable) -> Iterator[list]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield rule.prelude
        elif rule.type == "at-rule" and rule.lower_at_keyword in HOLDS_RULES:
            yield from selectors(inner(rule))


def inner(rule) -> list:
    return tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)


def classes(tokens: list) -> Iterator[str]:
    for dot, name in pairwise(tokens):
        if dot == "." and name.type == "ident":
            yield name.value
    for token in tokens:
        yield from classes(getattr(token, "arguments", []))


def purged(css: str, names: set[str], own: str) -> str:
    """Without the selectors, variables and motions that nothing asks for; the licence stays."""
    licence = css[css.index("/*!") : css.index("*/") + 2]
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    kept = "\n".join(kept_rules(rules, names))
    while (smaller := without_unread(kept, own)) != kept:
        kept = smaller
    return f"{licence}\n{ORIGIN}\n{kept}\n"


def kept_rules(rules: Iterable, names: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            if wanted := [s for s in apart(rule.prelude) if is_wanted(s, names)]:
                yield f"{','.join(map(tight, wanted))}{{{tight(rule.content)}}}"
        elif rule.lower_at_keyword in HOLDS_RULES:
            if held := list(kept_rules(inner(rule), names)):
                head = f"@{rule.lower_at_keyword} {tight(rule.prelude)}"
                yield "\n".join([head + "{", *held, "}"])
        elif rule.content is not None:
            yield f"@{rule.lower_at_keyword} {tight(rule.prelude)}{{{tight(rule.content)}}}"


def apart(prelude: list) -> list[list]:
    """`.a, .b` gives two."""
    found: list[list] = [[]]
    for token in prelude:
        if token == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def is_wanted(selector: list, names: set[str]) -> bool:
    written = tinycss2.serialize(selector)
    return set(classes(selector)) <= names and not any(other in written for other in UNUSED)


def tight(tokens: list) -> str:
    text = re.sub(r"\s+", " ", tinycss2.serialize(tokens)).strip()
    return re.sub(r" ?([{};]) ?", r"\1", re.sub(r"([\w-]+): ", r"\1:", text)).rstrip(";")


def without_unread(css: str, own: str) -> str:
    """Without variables that no rule reads, and motions that none is given."""
    read = set(re.findall(r"var\((--[\w-]+)", css + own))
    css = re.sub(
        r"(--bs-[\w-]+):[^;{}]*(;|(?=\}))",
        lambda found: found[0] if found[1] in read else "",
        css,
    )
    moved = " ".join(re.findall(r"animation(?:-name)?:([^;}]*)", css + own))
    css = re.sub(
        r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}\n?",
        lambda found: found[0] if found[1] in moved else "",
        css,
    )
    return re.sub(r"(?m)^[^@{}\n]+\{\}\n?", "", css.replace(";}", "}"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

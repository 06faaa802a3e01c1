"""Write docs/reference/rules.md from the docstrings of the rules; run it after a rule is added or described anew."""

from __future__ import annotations

import ast
import textwrap
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import arabnews
from arabnews.pipeline import BUILT_IN
from arabnews.rules import PAGE, Rule, names, rule
from arabnews.testing import parse_golden

ROOT = Path(__file__).resolve().parents[1]
HEAD = """# Rules

Every annotation names the rule that found it: `annotation.rule`. This page says what each rule does, with the examples that the
tests run: what a rule finds stands in square brackets, its fields in round ones.
`analysis.explain(annotation)` shows the same for one finding, with the words and lexicon rows it rests on.

## How often they fire, how often they are right

At the head of each layer stands a table. *Fires* is the number of findings in 100,000 words of news, counted over
{articles:,} articles of {words:,} words. *Right* is how many of the rule's findings agree with what people marked in {gold}
articles; a dash stands where people marked none of the kind or the rule never fired there. The rules were developed with these
{gold} articles, so on other articles expect less; a share of fewer than ten says little. Measured on {measured} with
`benchmarks/quality/measure.py`, which says what counts as right.

This page is made from the rules' docstrings and from `docs/measured.toml` by `tools/build_rules.py`.
"""


def golden_lines() -> Iterator[str]:
    """Every example in the extractors' docstrings."""
    for path in sorted(Path(arabnews.extractors.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
                _, found, block = (ast.get_docstring(node) or "").partition("Examples:\n")
                if found and ">>>" not in block:
                    yield from filter(None, map(str.strip, textwrap.dedent(block).split("\n\n", 1)[0].splitlines()))


def fired() -> dict[str, set[str]]:
    """The rules that fire on the examples, by layer; those of cues, speakers and media among the claims'."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in golden_lines():
        golden = parse_golden(line)
        analysis = arabnews.analyze(arabnews.Article(golden.text, published=golden.published))
        for layer in analysis:
            found[layer].update(item.rule for item in analysis[layer])
        for claim in analysis.claims:
            parts = (claim.cue, claim.speaker, claim.medium)
            found["claims"].update(part.rule for part in parts if part is not None and part not in analysis.mentions)
    return found


def page() -> str:
    """The whole page."""
    seen = fired()
    measured = tomllib.loads((ROOT / "docs" / "measured.toml").read_text(encoding="utf-8"))
    layers = (f"\n## {layer}\n\n{_table(layer, measured)}" + "".join(_sections(layer, seen[layer])) for layer in BUILT_IN)
    return HEAD.format(**measured) + "".join(layers)


def _table(layer: str, measured: dict[str, Any]) -> str:
    """A layer's rules with how often they fire and how often they are right."""
    rows = ["| rule | fires | right |", "|---|--:|--:|"]
    for name, counts in sorted(measured["rules"].get(layer, {}).items(), key=lambda item: -item[1]["fired"]):
        fires = 100_000 * counts["fired"] / measured["words"]
        share = _share(counts["right"], counts["judged"])
        rows.append(f'| <a href="#{layer}-{name}">{name}</a> | {fires:,.1f} | {share} |')
    return "\n".join(rows) + "\n"


def _share(right: int, judged: int) -> str:
    if not judged:
        return "–"
    return f"{right} of {judged}" + (f" ({100 * right / judged:.0f}%)" if judged >= 10 else "")


def _sections(layer: str, seen: set[str]) -> Iterator[str]:
    plurals = {form for name in seen for form in (f"{name}s", f"{name.removesuffix('y')}ies")}
    shown = {name for name in (*seen, *names(layer)) if name not in plurals}
    own = {(rule(layer, name) or Rule(layer, name, "")).page.rpartition("-")[2] for name in shown}
    return (_section(layer, name) for name in sorted(own))


def _section(layer: str, name: str) -> str:
    described = rule(layer, name) or Rule(layer, name, "")
    examples = "\n".join(described.examples)
    shown = f"\n```text\n{examples}\n```\n" if examples else ""
    return f'\n<a id="{layer}-{name}"></a>\n### {name}\n\n{described.about or "(not described)"}\n{shown}'


if __name__ == "__main__":
    target = ROOT / PAGE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page(), encoding="utf-8", newline="\n")
    print(f"wrote {target}")

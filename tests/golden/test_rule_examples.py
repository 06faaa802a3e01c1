"""Every rule's own examples: golden lines in the docstrings of the extractors' rules."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

import arabnews.extractors
from arabnews.testing import golden_faults

EXTRACTORS = Path(arabnews.extractors.__file__).parent


def examples() -> Iterator[tuple[str, str, str]]:
    """(layer, rule, golden line) for each line under `Examples:` in a rule's docstring."""
    for path in sorted(EXTRACTORS.rglob("*.py")):
        layer = path.relative_to(EXTRACTORS).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
                continue
            doc = ast.get_docstring(node) or ""
            _, found, block = doc.partition("Examples:\n")
            if not found or ">>>" in block:
                continue
            for line in textwrap.dedent(block).splitlines():
                if not line.strip():
                    break
                yield layer, getattr(node, "name", layer), line.strip()


CASES = list(examples())


@pytest.mark.parametrize(
    ("layer", "rule", "line"), CASES, ids=[f"{layer}-{rule}-{n}" for n, (layer, rule, _) in enumerate(CASES)]
)
def test_example_holds(layer: str, rule: str, line: str) -> None:
    assert golden_faults(line, layer) == []

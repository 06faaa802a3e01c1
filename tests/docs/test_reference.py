"""The reference has every public name, and each name's docstring an example, which tests/unit/test_docstrings.py runs."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import arabnews

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", [name for name in arabnews.__all__ if name != "Layers"])  # a type has no docstring of its own
def test_public_name_is_described_with_an_example(name: str) -> None:
    doc = getattr(arabnews, name).__doc__ or ""
    assert len(doc.splitlines()[0]) > 10
    assert ">>>" in doc


def test_every_public_name_stands_in_the_reference() -> None:
    page = (REFERENCE / "api.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"auto(?:class|function|data):: (\w+)", page))
    errors = {name for name in arabnews.__all__ if name.endswith("Error")}
    assert "automodule:: arabnews.errors" in (REFERENCE / "errors.md").read_text(encoding="utf-8")
    assert shown == set(arabnews.__all__) - errors


@pytest.mark.parametrize("name", [name for name in arabnews.__all__ if inspect.isclass(getattr(arabnews, name))])
def test_public_methods_are_described(name: str) -> None:
    kind = getattr(arabnews, name)
    own = {key: value for key, value in vars(kind).items() if not key.startswith("_")}
    if name == "Extractor":  # a protocol: its attributes stand in the class's docstring
        own = {}
    callables = [key for key, value in own.items() if inspect.isfunction(value) or isinstance(value, classmethod | property)]
    assert [key for key in callables if not inspect.getdoc(getattr(kind, key))] == []

"""Every runnable example in the package's docstrings."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import arabnews

MODULES = sorted(
    {"arabnews", *(m.name for m in pkgutil.walk_packages(arabnews.__path__, "arabnews.") if not m.name.endswith("__main__"))}
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        pytest.skip(f"needs an optional package: {error}")
    result = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0

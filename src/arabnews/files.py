"""The package's data files, `arabnews/data`: nearly always a plain folder, read without what is slow to import."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDER: Final = os.path.join(os.path.dirname(__file__), "data")


def names() -> list[str]:
    """The names of all files, in alphabetical order."""
    if os.path.isdir(FOLDER):
        return sorted(os.listdir(FOLDER))
    return sorted(item.name for item in _archived().iterdir())


def read(name: str) -> str:
    """The text of a file.

    Example:
        >>> read("season.csv").splitlines()[-1].startswith("#")
        False
    """
    if os.path.isdir(FOLDER):
        with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
            return file.read()
    return (_archived() / name).read_text(encoding="utf-8")


def _archived() -> Traversable:
    """The folder in an archive from which the package was imported."""
    from importlib import resources

    return resources.files("arabnews") / "data"

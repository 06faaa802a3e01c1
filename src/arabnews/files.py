"""The package's data files, `arabnews/data`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def data() -> Traversable:
    """The folder of the data: a plain one nearly always, of which `importlib.resources`, slow to import, is not asked.

    Example:
        >>> (data() / "stems.txt").is_file()
        True
    """
    folder = Path(__file__).parent / "data"
    if folder.is_dir():
        return folder
    from importlib import resources  # the package is in an archive

    return resources.files("arabnews") / "data"

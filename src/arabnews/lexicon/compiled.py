"""The package's own tables and index as Python keeps bytecode: made once, then read back until one of their sources changes.

To generate 70,000 forms takes a fifth of a second, to read them back a twentieth. What is kept lies in `__pycache__`, under the
rules of bytecode: `PYTHONPYCACHEPREFIX` moves it, `PYTHONDONTWRITEBYTECODE` forbids it, sizes and times of the sources tell
whether it still holds. Where it cannot be written, or cannot be read, all is made from the tables.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from typing import Final

from arabnews import files
from arabnews.lexicon.index import Index
from arabnews.lexicon.tables import Table, shipped

_LEXICON: Final = os.path.dirname(__file__)
_SOURCES: Final = (files.FOLDER, _LEXICON, os.path.join(os.path.dirname(_LEXICON), "text"))
"""Folders of what the index is made from: words, their inflection, the folding of letters."""

Compiled = tuple[tuple[Table, ...], Index]
Stamp = list[tuple[str, int, int]]
"""Name, size and time of the last change of each source."""


def compiled() -> Compiled:
    """The package's tables and the index of their forms."""
    try:
        stamp, path = _stamp(), cache_from_source(os.path.join(_LEXICON, "index.py")).removesuffix("pyc") + "forms"
    except (OSError, NotImplementedError):  # the package is in an archive, or this Python keeps no bytecode
        return _made()
    found = _read(path, stamp)
    if found is None:
        found = _made()
        if not sys.dont_write_bytecode:
            _write(path, stamp, found)
    return found


def _made() -> Compiled:
    tables = tuple(shipped())
    return tables, Index(tables)


def _stamp() -> Stamp:
    found = []
    for folder in _SOURCES:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith((".csv", ".py")):
                    status = entry.stat()
                    found.append((entry.name, status.st_size, status.st_mtime_ns))
    return sorted(found)


def _read(path: str, stamp: Stamp) -> Compiled | None:
    """What was kept; None if there is nothing, or it is older than a source, or damaged."""
    import pickle

    try:
        with open(path, "rb") as file:
            return pickle.load(file) if pickle.load(file) == stamp else None
    except Exception:  # a damaged pickle may raise anything
        return None


def _write(path: str, stamp: Stamp, made: Compiled) -> None:
    """Keep what was made, if that is possible: under a name of this process's own first, as others may be about to read."""
    import pickle

    own = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(own, "wb") as file:
            pickle.dump(stamp, file, pickle.HIGHEST_PROTOCOL)
            pickle.dump(made, file, pickle.HIGHEST_PROTOCOL)
        os.replace(own, path)
    except OSError:
        with suppress(OSError):
            os.unlink(own)

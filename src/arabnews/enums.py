"""Enumerations whose members are plain class attributes, on Python 3.11 too.

From 3.12 on `Kind.WORD` is an attribute like any other; 3.11 runs a descriptor written in Python for it, five times as slow,
and rules compare kinds at every token.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

E = TypeVar("E", bound=type[Enum])


def direct(cls: E) -> E:
    """Class decorator: the members of an enumeration, found without a descriptor.

    Example:
        >>> from enum import StrEnum
        >>> @direct
        ... class Side(StrEnum):
        ...     LEFT = "left"
        >>> Side.LEFT
        <Side.LEFT: 'left'>
    """
    for name, member in cls.__members__.items():
        type.__setattr__(cls, name, member)
    return cls

"""Answers that are kept: a rule that looks at nothing but a word says the same of it in every article."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

KEPT_ANSWERS: Final = 16_384
"""How many answers a reader keeps: with a quarter, news asks a hundred times an article again; twice as many take 50 MB more."""


class _Answers(dict[K, T]):
    """What a reader said, by what it was asked; all are forgotten when there are too many."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[K], T]) -> None:
        super().__init__()
        self._read: Final = read

    def __missing__(self, asked: K) -> T:
        if len(self) >= KEPT_ANSWERS:
            self.clear()
        answer = self[asked] = self._read(asked)
        return answer


def kept(read: Callable[[K], T]) -> Callable[[K], T]:
    """For a reader of a word or a key: its answers are kept, in a dict, as it is asked more often than an `lru_cache` is fast.

    Example:
        >>> @kept
        ... def is_long(key: str) -> bool:
        ...     print("read")
        ...     return len(key) > 4
        >>> is_long("وزارة"), is_long("وزارة")
        read
        (True, True)
    """
    return _Answers(read).__getitem__

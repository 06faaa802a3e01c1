"""Answers that readers of a word keep."""

from __future__ import annotations

from arabnews.lexicon.kept import KEPT_ANSWERS, kept


def test_a_word_is_read_once() -> None:
    asked: list[str] = []

    @kept
    def length(key: str) -> int:
        asked.append(key)
        return len(key)

    assert [length(key) for key in ("ميناء", "سفن", "ميناء")] == [5, 3, 5]
    assert asked == ["ميناء", "سفن"]


def test_answers_are_forgotten_when_there_are_too_many() -> None:
    asked: list[int] = []

    @kept
    def same(number: int) -> int:
        asked.append(number)
        return number

    assert [same(number) for number in range(KEPT_ANSWERS + 1)] == list(range(KEPT_ANSWERS + 1))
    assert same(0) == 0  # forgotten with the rest, and read again
    assert asked.count(0) == 2

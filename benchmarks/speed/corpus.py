"""The texts that the benchmarks read: a file of news, or one made from templates and the word tables.

The made-up news is reproducible (one seed) and has the vocabulary of the tables, so that words are new as often as in
a newspaper; it says nothing about quality.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

from arabnews.lexicon import Lexicon

NEWS = Path(__file__).resolve().parents[3] / "shared" / "news" / "unlabelled.jsonl"
_ARTICLES = 3_000
_SENTENCES = (8, 16)

_ARABIC = (
    "قال {title} {person} إن {word} {word} في {place} {word} إلى {word} {word} خلال الأسبوع الماضي.",
    "وأضاف {person} أن «{word} {word} {word} لن {word} قبل {day} {month} المقبل»، مشيرا إلى {word} {word}.",
    "وبحسب مصدر في {organisation}، أصيب {number} {people} في {place} مساء {weekday}.",
    "وكانت {organisation} قد أعلنت في {month} {year} {word} نحو {number} مليون دولار من أجل {word} {word}.",
    "ونفى {title} {person} {word} {word}، مؤكدا أن {word} {word} ارتفعت بنسبة {number} في المئة منذ عام {year}.",
    "ووصل {number} {people} من {place} إلى {place}، و{word} {word} {word} على {word} {word} {word}.",
    "{word} {word} {word} من {word} {word} في {place}، حيث {word} {word} {word} {word} بعد {word} {word}.",
    "وطالبت {organisation} {title} {person} بـ{word} {word} و{word} {word} قبل نهاية الشهر الجاري.",
)
_RUSSIAN = (
    "Как сообщил {day} {month} {year} года министр транспорта Алексей Смирнов, порт принял {number} судов за неделю.",
    "По данным компании «Северный берег», выручка в {month} выросла до {number} млн рублей.",
    "Мэр города Ирина Волкова заявила, что новый мост откроют {day} {month} {year} года.",
    "Представитель Всемирного банка Джон Картер сообщил в Москве, что кредит составит {number} млн долларов.",
    "В Санкт-Петербурге {day} {month} прошла встреча Ивана Кузнецова с делегацией Турции.",
    "Жители области собрали {number} тысяч рублей на ремонт школы, рассказала директор Мария Орлова.",
)
_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")


def corpus(news: Path | None = NEWS) -> tuple[str, list[str]]:
    """A name and the unique texts."""
    if news is not None and news.is_file():
        with news.open(encoding="utf-8") as lines:
            return news.name, list(dict.fromkeys(json.loads(line)["text"] for line in lines))
    return f"made-up news, {_ARTICLES} articles", made_up(_ARTICLES)


def made_up(count: int) -> list[str]:
    """Articles of 8 to 16 sentences, the same ones in every run."""
    choose = random.Random(1)
    lexicon = Lexicon.default()
    words = _often(choose, [entry.form for entry in lexicon.entries("common_word")])
    names = _often(choose, [entry.form for entry in lexicon.entries("person_name")])
    fill: dict[str, Callable[[], str]] = {
        "word": words,
        "person": lambda: f"{names()} {names()}",
        "number": lambda: str(choose.randrange(3, 900)),
        "day": lambda: str(choose.randrange(1, 29)),
        "year": lambda: str(choose.randrange(1990, 2022)),
        "people": lambda: choose.choice(("شخصا", "جنديا", "عاملا", "طالبا", "سائحا")),
    }
    for name, tag in (
        ("place", "place"),
        ("organisation", "organisation"),
        ("title", "title"),
        ("month", "month"),
        ("weekday",) * 2,
    ):
        fill[name] = _often(choose, [entry.form.split("|")[0] for entry in lexicon.entries(tag)])
    return [_article(choose, _ARABIC, fill) for _ in range(count)]


def russian(words: int) -> list[str]:
    """Made-up Russian news of about so many words, for the peers that read Russian."""
    choose = random.Random(2)
    fill: dict[str, Callable[[], str]] = {
        "day": lambda: str(choose.randrange(1, 29)),
        "month": lambda: choose.choice(_MONTHS),
        "year": lambda: str(choose.randrange(1990, 2022)),
        "number": lambda: str(choose.randrange(3, 900)),
    }
    texts: list[str] = []
    while words > 0:
        texts.append(_article(choose, _RUSSIAN, fill))
        words -= len(texts[-1].split())
    return texts


def _article(choose: random.Random, templates: tuple[str, ...], fill: dict[str, Callable[[], str]]) -> str:
    sentences = []
    for _ in range(choose.randint(*_SENTENCES)):
        sentence = choose.choice(templates)
        for name, word in fill.items():
            while f"{{{name}}}" in sentence:
                sentence = sentence.replace(f"{{{name}}}", word(), 1)
        sentences.append(sentence)
    return " ".join(sentences)


def _often(choose: random.Random, forms: list[str]) -> Callable[[], str]:
    """Forms by Zipf's law: the n-th as often as 1/n."""
    weights = [1 / rank for rank in range(1, len(forms) + 1)]
    pool = choose.choices(forms, weights, k=20_000)
    return lambda: choose.choice(pool)

"""Inflection classes: from a dictionary form to the forms that stand in newspapers.

A class is a function `(form, row) -> iterator of (form, Morph)`. Forms are unvowelled, in careful spelling or already folded;
`row` gives the table's other columns. Only the first word of a phrase inflects (Arabic phrases are head-initial).
Sources: Ryding (2005), ch. 5-7 for nouns and adjectives, ch. 21-32 for verbs; Wright, A Grammar of the Arabic Language, I.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final

from arabnews.lexicon.entries import PLAIN, Morph

_morph = cache(Morph)
"""Forms of one kind share one `Morph`: there are few kinds, and thousands of forms."""

Row = Mapping[str, str]
Forms = Iterator[tuple[str, Morph]]


def invariable(form: str, row: Row) -> Forms:
    """The form itself."""
    yield form, PLAIN


def noun(form: str, row: Row) -> Forms:
    """A noun: accusative, dual, plural (`plural` column: broken plurals by `|`, or the endings `+ون`, `+ات`)."""
    gender = row.get("gender") or ("f" if form.endswith(("ة", "ه")) else "m")
    yield from _singular_and_dual(form, "noun", gender)
    yield from _plurals(form, row.get("plural", ""), "noun", gender)


def adj(form: str, row: Row) -> Forms:
    """An adjective or nisba: both genders, duals, sound plurals, and broken plurals from the `plural` column."""
    yield from _both_genders(form, row, "adj")


def person(form: str, row: Row) -> Forms:
    """A noun of persons, inflected like an adjective (`وزير`, `وزيرة`, `وزراء`)."""
    yield from _both_genders(form, row, "noun")


def participle(form: str, row: Row) -> Forms:
    """An active participle in both genders and all numbers; a defective one is given with its ي (`مبدي`) or as `داع`, `ناف`."""
    weak = form.endswith("ي")
    stem = form + "ي" if _is_defective(form) else form
    bare = form[:-1] if weak else form
    yield bare, _morph("participle", "m", "s", case="nom")
    yield stem + "ا", _morph("participle", "m", "s", case="acc")
    yield stem + "ة", _morph("participle", "f", "s")
    yield stem + "ان", _morph("participle", "m", "d", case="nom")
    yield bare + "ين", _morph("participle", "m", "p", case="obl")
    yield bare + "ون", _morph("participle", "m", "p", case="nom")
    yield stem + "ات", _morph("participle", "f", "p")
    yield stem + "تين", _morph("participle", "f", "d", case="obl")
    yield stem + "تان", _morph("participle", "f", "d", case="nom")


def verb(form: str, row: Row) -> Forms:
    """A verb: third persons of the perfect (`form` is the 3ms) and of the imperfect (column `imperfect`)."""
    yield from _perfect(form)
    for imperfect in filter(None, row.get("imperfect", "").split("|")):
        yield from _imperfect(imperfect)


def cue(form: str, row: Row) -> Forms:
    """A reporting verb with its participle and its verbal noun (columns `participle`, `masdar`); first persons have no gender."""
    yield from verb(form, row)
    yield from _first_persons(form, row.get("imperfect", ""))
    if "pers" in row.get("frame", "").split():
        yield from _with_objects(form, row)
    for active in filter(None, row.get("participle", "").split("|")):
        yield from participle(active, row)
    for masdar in filter(None, row.get("masdar", "").split("|")):
        yield masdar, _morph("masdar", "m", "s")
        for suffix in ("ه", "ها", "هم", "هما"):
            joined = masdar[:-1] + "ت" if masdar.endswith("ة") else masdar
            yield joined + suffix, _morph("masdar", "m" if suffix == "ه" else "f" if suffix == "ها" else "", "s")


def _first_persons(form: str, imperfect: str) -> Forms:
    """`نؤكد`, `أتوقع`, `قلت`: what no third person is spelt like (`أعلن` is both; `أشير` is a passive, `ذكرت` is hers)."""
    passive = form.startswith(("ا", "أ")) and form[-2:-1] == "ا"
    hollow = len(form) == len("قال") and form[1] == "ا"
    for one in filter(None, imperfect.split("|")):
        yield "ن" + one[1:], _morph("verb", "", "p", "imperfect")
        if one[1:] != form[1:] and not passive:
            yield "ا" + one[1:], _morph("verb", "", "s", "imperfect")
        if hollow and one[2] == "و":
            yield form[0] + form[2] + "ت", _morph("verb", "", "s", "perfect")
            yield form[0] + form[2] + "نا", _morph("verb", "", "p", "perfect")


def _with_objects(form: str, row: Row) -> Forms:
    """A verb with a personal object suffixed: `اتهمه`, `دعتها`, `طالبوهم`, `يناشدنا`."""
    for inflected, morph in verb(form, row):
        if morph.number == "d" or (inflected.endswith("ن") and morph.gender == "f" and morph.number == "p"):
            continue
        stem = (
            inflected[:-1] + "ا"
            if inflected.endswith("ى")
            else inflected.removesuffix("ا")
            if inflected.endswith("وا")
            else inflected
        )
        for suffix in ("ه", "ها", "هم", "هما", "نا", "ني"):
            yield stem + suffix, morph


def numeral(form: str, row: Row) -> Forms:
    """A number word: no forms of its own, but all proclitics of a noun (`بخمسة`, `الثلاثة`)."""
    yield form, _morph("num", number=row.get("number", ""))


def raw(form: str, row: Row) -> Forms:
    """A surface counted in text, which may hold proclitics of its own: takes few more."""
    yield form, _morph("raw")


CLASSES: Final[Mapping[str, Callable[[str, Row], Forms]]] = {
    "": invariable,
    "noun": noun,
    "adj": adj,
    "person": person,
    "participle": participle,
    "verb": verb,
    "cue": cue,
    "numeral": numeral,
    "raw": raw,
}

UNINFLECTED: Final[Mapping[str, Morph]] = {"": PLAIN, "raw": next(raw("", {}))[1]}
"""The classes that generate the form alone, and what they know of it: most rows, so they are entered without a call."""


def _singular_and_dual(form: str, pos: str, gender: str) -> Forms:
    yield form, _morph(pos, gender, "s")
    if form.endswith("ة"):
        stem = form[:-1] + "ت"
    elif form.endswith("ى"):
        stem = form[:-1] + "ي"
    elif form.endswith("اء") and gender == "f":
        stem = form[:-1] + "و"
    else:
        stem = form
        if not form.endswith(("ا", "اء", "ه")):
            yield form + "ا", _morph(pos, gender, "s", case="acc")
    for ending, morph in _dual(pos, gender):
        yield stem + ending, morph


@cache
def _dual(pos: str, gender: str) -> tuple[tuple[str, Morph], ...]:
    """The endings of the dual, and what they make of a noun."""
    return (
        ("ان", Morph(pos, gender, "d", case="nom")),
        ("ين", Morph(pos, gender, "d", case="obl")),
        ("ا", Morph(pos, gender, "d", case="nom", construct=True)),
        ("ي", Morph(pos, gender, "d", case="obl", construct=True)),
    )


def _plurals(form: str, plural: str, pos: str, gender: str) -> Forms:
    for one in filter(None, plural.split("|")):
        if one == "+ون":
            yield from _sound_masculine(form, pos)
        elif one == "+ات":
            yield (form[:-1] if form.endswith("ة") else form) + "ات", _morph(pos, "f", "p")
        else:
            yield one, _morph(pos, gender, "p")
            if not one.endswith(("ا", "ى", "ء", "ة", "ي", "ات")):
                yield one + "ا", _morph(pos, gender, "p", case="acc")


def _sound_masculine(form: str, pos: str) -> Forms:
    stem = form[:-1] if form.endswith(("ى",)) else form
    yield stem + "ون", _morph(pos, "m", "p", case="nom")
    yield stem + "ين", _morph(pos, "m", "p", case="obl")
    yield stem + "و", _morph(pos, "m", "p", case="nom", construct=True)
    yield stem + "ي", _morph(pos, "m", "p", case="obl", construct=True)


def _both_genders(form: str, row: Row, pos: str) -> Forms:
    plural = row.get("plural", "")
    yield from (item for item in _singular_and_dual(form, pos, "m") if not item[1].construct or pos == "noun")
    feminine = row.get("feminine", "") or (form[:-1] + "ة" if form.endswith(("ى", "ة")) else form + "ة")
    if feminine != "-":
        yield from _singular_and_dual(feminine, pos, "f")
        if feminine.endswith("ة"):
            yield feminine[:-1] + "ات", _morph(pos, "f", "p")
    if plural:
        yield from _plurals(form, plural, pos, "m")
    else:
        yield from _sound_masculine(form, pos)


def _is_defective(form: str) -> bool:
    """A participle such as `داع` or `ناف`, which shows its weak radical again before endings."""
    return len(form) == 3 and form[1] == "ا"


def _perfect(form: str) -> Forms:
    if form.endswith(("ى", "ا")) and len(form) > 2:
        stem, weak = form[:-1], "و" if form.endswith("ا") and len(form) == 3 else "ي"
        forms = {
            "m s": form,
            "f s": stem + "ت",
            "m p": stem + "وا",
            "m d": stem + weak + "ا",
            "f d": stem + "تا",
            "f p": stem + weak + "ن",
        }
    else:
        forms = {"m s": form, "f s": form + "ت", "m p": form + "وا", "m d": form + "ا", "f d": form + "تا", "f p": form + "ن"}
    for agreement, inflected in forms.items():
        gender, number = agreement.split()
        yield inflected, _morph("verb", gender, number, "perfect")


def _imperfect(form: str) -> Forms:
    stem = form[1:]
    weak = stem[:-1] if stem.endswith(("ى", "ي", "و")) else stem
    dual = weak + {"ى": "يان", "ي": "يان", "و": "وان"}[stem[-1]] if weak != stem else stem + "ان"
    yield "ي" + stem, _morph("verb", "m", "s", "imperfect")
    yield "ت" + stem, _morph("verb", "f", "s", "imperfect")
    yield "ي" + weak + "ون", _morph("verb", "m", "p", "imperfect")
    yield "ي" + weak + "وا", _morph("verb", "m", "p", "imperfect")
    yield "ي" + dual, _morph("verb", "m", "d", "imperfect")
    yield "ت" + dual, _morph("verb", "f", "d", "imperfect")
    yield "ي" + (stem if weak == stem else stem[:-1] + "ي") + "ن", _morph("verb", "f", "p", "imperfect")

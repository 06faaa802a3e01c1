"""Build the gazetteers in `src/arabnews/data`: places, nationalities, names, and which surfaces are more often common words.

    python tools/build_gazetteers.py --news NEWS.jsonl --words WORDS.tsv [--record]

What reading news has taught since, row by row, stands in `tools/gazetteer_edits.csv`: rows to drop and rows to put. Whoever
changes a row of these tables by hand runs the script with `--record`, which writes the change down there.

Development only; needs `babel` (CLDR, Unicode-3.0), `ArWikiCats` (MIT) and `arabic-name-romanizer` (MIT; its data CC0 and MIT).
Those sources give the names. News text gives no names, only counts: a name that news uses mostly outside the contexts of names is
dropped or marked as ambiguous, and frequent words that never stand in such contexts become the table of common words.
The method: a *place context* is a locative preposition or a type word before the surface; a *person context* is a title or a sure
given name beside it. Counting goes over keys, with و ف ب ل peeled. Foreign names stand in no source: they are words that follow
titles, nationalities and verbs of saying and that do not inflect. A common Arabic word stands beside its kin with the article,
the feminine ending, plural endings or pronouns; `جون` has no kin.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from babel import Locale

from arabnews.lexicon import Lexicon
from arabnews.lexicon.morphology import is_native
from arabnews.text.characters import key
from arabnews.text.tokens import Kind, cut

EDITS = Path(__file__).with_name("gazetteer_edits.csv")
DATA = Path(__file__).resolve().parents[1] / "src" / "arabnews" / "data"
LOCATIVE = set("في من الى على مدينة محافظة ولاية منطقة بلدة قرية عاصمة مطار شرق غرب شمال جنوب قرب امارة اقليم دولة جمهورية سلطنة "
               "مملكة العاصمة شرقي غربي شمالي جنوبي وسط بين داخل خارج باتجاه مقاطعة جزيرة ريف ضاحية حي بمدينة بمحافظة "
               "بمنطقة بولاية لمدينة ومدينة سفير سفارة".split())  # fmt: skip
TITLES = set("الدكتور الشيخ الامير المهندس الاستاذ السيد اللواء العميد العقيد الملك الرئيس الوزير السفير المقدم الرائد النقيب "
             "الفريق الجنرال السيدة الدكتورة الكاتب الفنان اللاعب المدرب النائب القاضي المحامي الشاعر المخرج الاعلامي الصحفي بن "
             "ابن بنت ال الطالب العالم المستشار المتحدث الحاج الامام القائد الكابتن".split())  # fmt: skip
TYPE_PREFIX = re.compile(
    r"^(?:محافظة|مقاطعة|ولاية|منطقة|مدينة|إقليم|إمارة|قضاء|بلدة|قرية|جمهورية|مملكة|سلطنة|دولة|مديرية|لواء|جزيرة|جزر)\s+(.+)$"
)
GENERATED = frozenset({"place", "person_name", "common_word", "dual_shape", "abd_shape"})
CLOSED = frozenset({"function_word", "month", "weekday", "place_type", "time_unit", "number", "counted", "measure", "title"})
NO_PLACES = frozenset({"العالم", "اب", "بنين", "كندوز", "ماوى", "صهيون"})
NO_NAMES = frozenset(
    {
        "ولي",
        "مني",
        "مدني",
        "الودي",
        "خصيصا",
        "اطراد",
        "ادوا",
        "مولانا",
        "مرماه",
        "رينجرز",
        "قسرا",
        "تروكسيل",
        "العربى",
        "سيلفي",
        "والحسين",
        "وعلي",
        "وعمر",
        "وعلال",
        "واعمر",
        "وعراب",
    }
)
HOMOGRAPHS = frozenset({"علي"})  # Egyptian papers write the preposition على so
ARABIC = re.compile(r"^[\u0621-\u064A\u0671 ]+$")
SORTED = frozenset({"place", "person_name"})
HEADS = {
    "nationality": (["form", "inflect", "plural", "country"], "Nationality adjectives; country: ISO 3166-1 alpha-2."),
    "place": (["form", "country", "type"], "Places by name, without the type words that are no part of it."),
    "person_name": (["form", "certainty", "role"], "Parts of persons' names; certainty: how sure news is that it is one."),
    "common_word": (["form", "inflect", "rate"], "Frequent surfaces that are no names."),
}
OWN_NAMES = [Path(__file__).with_name(name) for name in ("foreign_names.txt", "arab_names.txt")]
KEEP_TYPE = re.compile(r"^(?:جزر|جزيرة)\s")


def write(name: str, header: list[str], rows: Iterable[list[str]], comment: str) -> int:
    """The table with our own edits: rows that the sources lack, or have in another way, or that are no such word in news."""
    edited = edit(name, rows)
    with (DATA / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {comment}\n# Made by tools/build_gazetteers.py, with the edits of tools/gazetteer_edits.csv.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(edited)
    print(f"{name}: {len(edited)} rows")
    return len(edited)


def edit(name: str, rows: Iterable[list[str]]) -> list[list[str]]:
    """Rows without those that the edits drop, with those that they put."""
    drop, put = edits(name)
    kept = [put.pop(row[0], row) for row in rows if row[0] not in drop]
    added = [put[form] for form in sorted(put)]
    return sorted(kept + added) if name in SORTED else kept + added


def edits(name: str) -> tuple[set[str], dict[str, list[str]]]:
    """The forms that a table loses, and the rows that it gets."""
    drop, put = set[str](), dict[str, list[str]]()
    for table, action, *row in csv.reader(EDITS.open(encoding="utf-8")):
        if table == name and action == "drop":
            drop.add(row[0])
        elif table == name:
            put[row[0]] = row
    return drop, put


def record(tables: Mapping[str, list[list[str]]]) -> None:
    """Write the edits that make of what the sources give the tables as they stand."""
    with EDITS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for name, rows in tables.items():
            made = {row[0]: row for row in rows}
            lines = [line for line in (DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
            stands = {row[0]: row for row in list(csv.reader(lines))[1:]}
            writer.writerows([name, "drop", form] for form in sorted(made.keys() - stands.keys()))
            writer.writerows([name, "put", *row] for form, row in sorted(stands.items()) if made.get(form) != row)


# ---- counts over news


class Counts:
    """How often each key occurs, and how often in the contexts of places and persons."""

    def __init__(self, news: Path, words: Path, sure: set[str]) -> None:
        self.total = word_counts(words)
        self.place, self.person, self.seen = Counter[str](), Counter[str](), Counter[str]()
        self.whole, self.introduced = Counter[str](), Counter[str]()
        self.lexicon = Lexicon.default()
        self._tags: dict[str, frozenset[str]] = {}
        for text in texts(news):
            self._read(text, sure)

    def _read(self, text: str, sure: set[str]) -> None:
        keys = [key(text[s:e]) if kind is Kind.WORD else "" for s, e, kind in cut(text)]
        for at, this in enumerate(keys):
            if not this:
                continue
            before, after = keys[at - 1] if at else "", keys[at + 1] if at + 1 < len(keys) else ""
            self.whole[this] += 1
            self.introduced[this] += bool(before) and self._introduces(before)
            named = before in TITLES or before in sure or after in sure or after in ("بن", "ال")
            for form in {this, *peeled(this)}:
                self.seen[form] += 1
                self.place[form] += before in LOCATIVE or (form != this and this[0] in "ب" and form[:1] != "ا")
                self.person[form] += named

    def tags(self, form: str) -> frozenset[str]:
        """The tags of a form in the tables that are written by hand."""
        if form not in self._tags:
            readings = self.lexicon.look_up(form)
            finite = [r for r in readings if r.tag != "cue" or (r.pos == "verb" and r.tense == "perfect")]
            self._tags[form] = frozenset(r.tag for r in finite) - GENERATED
        return self._tags[form]

    def listed(self, form: str) -> bool:
        """Whether a hand-written table knows the form."""
        return bool(self.tags(form))

    def _introduces(self, before: str) -> bool:
        tags = self.tags(before)
        return bool(tags & {"title", "nationality", "cue"}) and "function_word" not in tags


def word_counts(words: Path) -> Counter[str]:
    total = Counter[str]()
    for row in csv.reader(words.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) >= 2 and row[1].isdecimal():
            total[key(row[0])] += int(row[1])
    return total


def texts(news: Path) -> Iterator[str]:
    for line in news.open(encoding="utf-8"):
        yield json.loads(line)["text"]


def peeled(word: str) -> list[str]:
    found = []
    for prefix in ("و", "ف", "ب", "ل", "وب", "ول"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            found.append(word[len(prefix) :])
    if word.startswith("لل") and len(word) > 4:
        found.append("ال" + word[2:])
    return found


# ---- sources


def arwikicats() -> Path:
    return package("ArWikiCats") / "jsons"


def package(name: str) -> Path:
    """The folder of an installed package, which is read and not imported."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"needs the package {name}")
    return Path(spec.origin).parent


def countries() -> dict[str, str]:
    """name -> ISO code, every CLDR spelling of every Arabic locale."""
    found: dict[str, str] = {}
    for tag in ("ar", "ar_SA", "ar_EG", "ar_LB", "ar_MA", "ar_AE", "ar_LY"):
        for code, name in Locale.parse(tag).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("EU", "UN", "QO", "XA", "XB", "ZZ", "EZ"):
                found.setdefault(clean(name), code)
    return {name: code for name, code in found.items() if name}


def english_codes() -> dict[str, str]:
    return {name.lower(): code for code, name in Locale.parse("en").territories.items() if len(code) == 2}


def clean(name: str) -> str:
    name = re.sub(r"\s*\([^)]*\)", "", name).replace("،", " ").replace("ـ", "").strip()
    name = re.sub(r"[\u064B-\u0652]", "", name)
    return name if ARABIC.match(name) and len(name.split()) <= 4 else ""


def gazetteer_names() -> set[str]:
    base, found = arwikicats(), set[str]()
    for file in ("cities/cities_full.json", "geography/popopo.json", "geography/P17_2_final_ll.json", "geography/P17_PP.json"):
        for name in json.loads((base / file).read_text(encoding="utf-8")).values():
            if isinstance(name, str) and (name := clean(name)):
                found.add(name)
                if (inner := TYPE_PREFIX.match(name)) and not KEEP_TYPE.match(name):
                    found.discard(name)
                    found.add(inner[1])
    return found


def name_units(totals: Mapping[str, int]) -> dict[str, tuple[int, str, int]]:
    """key -> (count, role, number of countries) of the parts of persons' names."""
    path = package("arabic_name_romanizer") / "resources" / "names.sqlite3"
    count, roles, lands = Counter[str](), defaultdict[str, Counter[str]](Counter), defaultdict[str, set[str]](set)
    with sqlite3.connect(str(path)) as base:
        for name, country, role, number in base.execute("select arabic_key, country, role, count from units"):
            if ARABIC.match(name) and " " not in name and len(name) > 2:
                folded = key(name)
                if folded.endswith("ه") and totals.get(folded[:-1] + "ة", 0) > totals.get(folded, 0):
                    folded = folded[:-1] + "ة"  # the source writes every final ة as ه
                if folded.endswith("ي") and role == "given" and 15 <= totals.get(folded[:-1] + "ى", 0) < 1500:
                    bare = folded[:-1] + "ى"  # and every final ى as ي: `مصطفي`, `سلمي`
                    count[bare] += int(number)
                    roles[bare][role] += int(number)
                    lands[bare].add(country)
                count[folded] += number
                roles[folded][role] += number
                lands[folded].add(country)
    return {name: (count[name], roles[name].most_common(1)[0][0], len(lands[name])) for name in count}


# ---- tables


OWN_NATIONALITIES = (
    "عربي:عرب أوروبي أفريقي:أفارقة إفريقي:أفارقة آسيوي خليجي مغاربي كردي:أكراد أمازيغي:أمازيغ تركماني:تركمان شيعي:شيعة سني مسيحي "
    "مسلم يهودي:يهود قبطي:أقباط درزي:دروز علوي إيزيدي صهيوني:صهاينة إسباني:إسبان أميركي:أميركان أمريكي:أمريكان سوري عماني "
    "إماراتي قطري سعودي سوداني ليبي بريطاني إنجليزي:إنجليز روسي:روس تركي:أتراك ألماني:ألمان"
).split()
OWN_CODES = dict(
    pair.split("=")
    for pair in (
        "أميركي=US أمريكي=US إسباني=ES سوري=SY عماني=OM إماراتي=AE قطري=QA سعودي=SA سوداني=SD ليبي=LY بريطاني=GB إنجليزي=GB "
        "روسي=RU تركي=TR ألماني=DE"
    ).split()
)


def nationalities() -> list[list[str]]:
    codes, rows = english_codes(), {}
    for item in OWN_NATIONALITIES:
        form, _, plural = item.partition(":")
        rows[key(form)] = [form, "adj", f"{plural}|+ون" if plural else "", OWN_CODES.get(form, "")]
    by_arabic = {key(name): code for name, code in countries().items()}
    data = json.loads((arwikicats() / "nationalities" / "nationalities_data.json").read_text(encoding="utf-8"))
    for item in data.values():
        form = item["male"]
        if not form or " " in form or not form.endswith("ي"):
            continue
        code = codes.get(item["en"].lower()) or by_arabic.get(key(item["ar"])) or ""
        plural = item["males"] if item["males"] and " " not in item["males"] and not item["males"].endswith("ون") else ""
        rows.setdefault(key(form), [form, "adj", f"{plural}|+ون" if plural else "", code])
    return list(rows.values())


def places(counts: Counts, units: dict[str, tuple[int, str, int]], own: set[str], strangers: set[str]) -> list[list[str]]:
    code_of, rows = {key(name): code for name, code in countries().items()}, []
    for name in sorted(gazetteer_names() | set(countries())):
        folded, single = key(name), " " not in name
        country = code_of.get(folded, "")
        if folded in own or folded in NO_PLACES:
            continue
        if single and folded in strangers and not country:
            continue
        if not country and single and (not _is_place(folded, counts, units) or _is_common_noun(folded, counts)):
            continue
        if not country and not single:
            continue  # the source's longer names hold works and people; our own list has the places
        rows.append([name, country, "country" if country else "rare" if single and counts.place[folded] < 3 else ""])
    return rows


def _is_common_noun(folded: str, counts: Counts) -> bool:
    """A hand-written table has the word itself, or its inflected kin are as frequent as it: `تنفيذ`, `مشهد`, `المدينة`."""
    if any(r.tag not in GENERATED and not r.proclitics and r.tag in CLOSED for r in counts.lexicon.look_up(folded)):
        return True
    total, kin = counts.total.get(folded, 0), kinship(folded, counts.total)
    return (kin > 0.65 and total >= 100) or (kin > 1.05 and total >= 20)


def _is_place(folded: str, counts: Counts, units: dict[str, tuple[int, str, int]]) -> bool:
    if len(folded) < 3:
        return False
    total, seen = counts.total.get(folded, 0), counts.seen.get(folded, 0)
    if folded in units and units[folded][0] > 20 and counts.place[folded] < 0.5 * max(seen, 1):
        return False
    if seen < 3:
        return total < 20 and len(folded) > 3 and not is_native(folded)
    return counts.place[folded] / seen >= 0.28 and counts.person[folded] <= 0.35 * seen


def person_names(counts: Counts, units: dict[str, tuple[int, str, int]]) -> list[list[str]]:
    rows = []
    for name, (count, role, lands) in sorted(units.items()):
        seen, total = counts.seen.get(name, 0), counts.total.get(name, 0)
        if (count < 2 and lands < 2 and seen < 2) or name in NO_NAMES or (name.endswith("ه") and name[-2:-1] not in ("و", "ي")):
            continue
        rate = counts.person[name] / seen if seen else 0.0
        whole = counts.whole.get(name, 0)
        if whole >= 4 and kinship(name, counts.total) < 0.3 and not counts.listed(name):
            rate = max(rate, counts.introduced[name] / whole)
        if seen >= 8 and rate < 0.08 and count < 150:
            continue
        if seen < 8 and total > 400:
            continue
        given = role != "surname" and count >= 60
        sure = (seen >= 8 and (rate >= 0.3 or (given and rate >= 0.13)) and count >= 5) or (seen < 8 and total < 80 and given)
        sure = sure and name not in HOMOGRAPHS
        if not sure and name.startswith("ال") and rate < 0.05 and (total >= 1000 or "nationality" in counts.tags(name)):
            continue
        if not sure and rate < 0.15 and is_native(name) and not name.startswith("ال"):
            continue
        rows.append([name, "sure" if sure else "weak", {"given": "given", "surname": "family"}.get(role, "both")])
    return rows


def kinship(form: str, total: Mapping[str, int]) -> float:
    """How often the inflected kin of a form occur (with article, endings, other persons, no clitics), per occurrence of it."""
    kin = [article + form for article in ("ال", "وال", "بال", "لل")]
    kin += [form + ending for ending in ("ة", "ه", "ها", "هم", "ا", "ات", "ين", "ون", "ان", "ية", "وا", "نا")]
    if form.endswith("ة"):
        kin += [form[:-1] + ending for ending in ("", "ات", "ته", "تها", "تهم")]
    if form.endswith(("ء", "ى")):
        kin += [form[:-1] + ending for ending in ("ئه", "ئها", "ئهم", "ت", "وا")]
    if form[0] in "يتسنا":
        kin += [person + form[1:] for person in "يتن" if person != form[0]]
    for ending in ("ها", "هم", "ات", "ون", "ين", "ته", "تها", "تهم", "وا", "نا", "ية", "ه", "ا", "ت", "ك"):
        if form.endswith(ending) and len(form) - len(ending) > 2:
            kin.append(form.removesuffix(ending))
    for clitic in ("و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "بال", "ال"):
        if form.startswith(clitic) and len(form) - len(clitic) > 2:
            kin.append(form.removeprefix(clitic))
    if form.startswith("لل"):
        kin.append("ال" + form[2:])
    return sum(total.get(word, 0) for word in set(kin)) / max(total.get(form, 0), 1)


def foreign_names(counts: Counts) -> dict[str, str]:
    """form -> certainty, of words that stand where names stand and have no kin."""
    found = {}
    for form, total in counts.total.items():
        seen = counts.whole.get(form, 0)
        if total < 5 or seen < 3 or len(form) < 3 or not ARABIC.match(form) or form.startswith("ال"):
            continue
        rate = counts.introduced[form] / seen
        if rate < 0.25 or kinship(form, counts.total) > 0.08 or counts.listed(form):
            continue
        if form.endswith(("ا", "ى", "ه", "هم")) and rate < 0.35:
            continue  # `مرارا`, `صلى`, `ربه`
        found[form] = "sure" if rate >= 0.35 and seen >= 6 else "weak"
    return found


def own_names(counts: Counts) -> list[list[str]]:
    """The names of our own list; one that news uses mostly as another word is weak, or left out."""
    rows, role = {}, "given"
    for line in "\n".join(file.read_text(encoding="utf-8") for file in OWN_NAMES).splitlines():
        if line.startswith("["):
            role = line.strip("[]")
        if line[:1] in ("#", "["):
            continue
        for name in map(key, line.split()):
            if told := role.partition(" ")[2]:  # `given sure`: told by us, against the counts
                rows[name] = [name, told, "given"]
            elif len(name) > 2 and name not in rows and (certainty := _certainty(name, role, counts)):
                rows[name] = [name, certainty, role]
    return list(rows.values())


def _certainty(name: str, role: str, counts: Counts) -> str:
    """How sure a name of our own list is; a family name that is an everyday word too may still stand behind a given name."""
    total, seen = counts.total.get(name, 0), counts.seen.get(name, 0)
    rate = max(counts.person[name] / seen, counts.introduced[name] / max(counts.whole[name], 1)) if seen else 0.0
    other = bool(counts.tags(name) - {"nationality", "cue", "title", "not_dual"})
    family = role == "family"
    if (other and rate < (0.1 if family else 0.3)) or (seen >= 20 and rate < (0.01 if family else 0.03)):
        return ""
    if total >= 500 and rate < (0.02 if family else 0.1):
        return ""
    return "weak" if other or (seen >= 8 and rate < 0.15) or kinship(name, counts.total) > 1 else "sure"


def merged(rows: list[list[str]], own: list[list[str]]) -> list[list[str]]:
    """Rows by name; of two rows the surer one."""
    by_name = {row[0]: row for row in rows}
    for row in own:
        known = by_name.get(row[0])
        if known is None or known[1] == "weak":
            by_name[row[0]] = row
    return sorted(by_name.values())


def common_words(counts: Counts, names: set[str], places_: set[str]) -> list[list[str]]:
    rows = []
    for form, total in counts.total.most_common():
        if total < 40:
            break
        if len(form) < 3 or not ARABIC.match(form) or form in places_:
            continue
        seen = counts.seen.get(form, 0)
        rate = counts.person[form] / seen if seen else 0.0
        if any(name in names and counts.person[name] > 0.1 * counts.seen[name] for name in peeled(form)):
            continue  # `وحسن`
        if (rate > 0.1 and form in names) or (seen >= 5 and rate > 0.45) or _may_be_foreign(form, counts):
            continue
        rows.append([form, "raw", "often" if total >= 500 else ""])
    return rows


def _may_be_foreign(form: str, counts: Counts) -> bool:
    """Without kin, and at times where names stand: no common word, though it may be no person's name either."""
    whole, kin = counts.whole.get(form, 0), kinship(form, counts.total)
    if counts.listed(form) or kin >= 0.08:
        return False
    adverb = form.endswith(("ا", "ى", "ه"))
    introduced = counts.introduced[form] >= 0.12 * whole if whole >= 3 else not adverb
    return introduced or (kin < 0.02 and not adverb and counts.total.get(form, 0) < 1500)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--record", action="store_true", help="first write the tables as they stand down as edits")
    args = parser.parse_args()
    units = name_units(word_counts(args.words))
    sure = {name for name, (count, role, lands) in units.items() if count >= 400 and role != "surname"}
    counts = Counts(args.news, args.words, sure)
    aliases = csv.reader((DATA / "place_alias.csv").open(encoding="utf-8"))
    own = {key(form) for row in aliases if row and not row[0].startswith("#") for form in row[0].split("|")}
    place_rows = places(counts, units, own, {row[0] for row in own_names(counts)})
    name_rows = person_names(counts, units)
    known = {row[0] for row in name_rows} | {key(row[0]) for row in place_rows} | own
    name_rows += [[form, certainty, "both"] for form, certainty in foreign_names(counts).items() if form not in known]
    name_rows = [row for row in merged(name_rows, own_names(counts)) if row[0] not in NO_NAMES]
    place_keys = {key(row[0]) for row in place_rows} | own
    common_rows = common_words(counts, {row[0] for row in name_rows}, place_keys)
    tables = {"nationality": nationalities(), "place": place_rows, "person_name": name_rows, "common_word": common_rows}
    if args.record:
        record(tables)
    for name, rows in tables.items():
        header, comment = HEADS[name]
        write(name, header, rows, comment)


if __name__ == "__main__":
    main()

"""What a word of saying tells of itself agrees with what its place tells."""

from __future__ import annotations

from itertools import product

from arabnews import Article, Document, Lexicon
from arabnews.extractors.claims.candidates import cue_readings
from arabnews.extractors.claims.cues import TELLING_BEFORE, TELLING_BEHIND, is_verb, negated

WORDS = (
    "قال وقالت يقول ليقول أكد تؤكد مؤكدا وأضاف أعلن تعهد توجه تحدث طالب دعا بين عبر علم نشر جاء ورد ثمن حمل سجل أمر اعتبر اتهم "
    "يزيد مضى توصل كشف نفى أشار يشير أوضحت ذكرت شدد يعتقد نعتقد أعتقد حذر وطلب يطلب رفض رفضت وجه وعد أبلغ أبرز جدد رأى رد ليرد"
)
BESIDE = "الوزير سالم أن ، في عند لم قد هذا إذا ما 50 كان تعالى اسمه الذي مدينة"


def test_plain_readings_are_verbs_wherever_no_neighbour_tells() -> None:
    asked = 0
    for before, word, behind in product(BESIDE.split(), WORDS.split(), BESIDE.split()):
        document = Document(Article(f"{before} {word} {behind} الجديد"), Lexicon.default())
        if document.keys[0] in TELLING_BEFORE or document.keys[2] in TELLING_BEHIND:
            continue
        for reading, plain in cue_readings(document.words[1]):
            if plain and reading.pos == "verb":
                assert is_verb(document, 1, reading), (before, word, behind)
                assert not negated(document, 1, reading), (before, word, behind)
                asked += 1
    assert asked > 2000

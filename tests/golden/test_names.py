"""Where a name begins behind its title, and ends before another: what a mention's span, title and all, does not show."""

from __future__ import annotations

import pytest

import arabnews

NAMES = [
    ("وصل السفير آل سالم أمس.", ["آل سالم"]),
    ("قال مكتب حاكم ولاية تكساس برلوغ شتراوسمان إن الطريق مفتوح.", ["مكتب حاكم ولاية تكساس", "برلوغ شتراوسمان"]),
    ("أسلم الفنان خالد المنصوري في الصيف.", ["خالد المنصوري"]),
    ("قال روبرت فام، مدير المركز، إن الطريق مفتوح.", ["روبرت فام"]),
    ("تحدث روبرت كيرهن، وهو منسق الحملة، أمس.", ["روبرت كيرهن"]),
    ("حضر سالم المنصوري، نبيل ملك، خالد العمري.", ["سالم المنصوري", "نبيل ملك", "خالد العمري"]),
    ("غادر خالد وحده، مدير المركز ينتظر.", ["خالد"]),
    ("قال خالد إنه غاب، فإن شتراوسمان حضر. وقال شتراوسمان إنه بخير.", ["خالد", "شتراوسمان", "شتراوسمان"]),
    ("مثل حزب البحر (كمال المنصوري) المدينة.", ["حزب البحر", "كمال المنصوري"]),
    ('اشترك مجلس البحر الدولي "يتسم بالجدية" أمس.', ["مجلس البحر الدولي"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_stand_so(text: str, names: list[str]) -> None:
    assert [text[m.name.start : m.name.end] for m in arabnews.analyze(text).mentions if m.form == "name"] == names

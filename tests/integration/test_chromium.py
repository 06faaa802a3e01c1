"""The page as a browser lays it out: direction, width, overlap, contrast, and nothing run or loaded. Needs Chromium."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest

import arabnews
from arabnews import Article

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None
)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium); CHROMIUM names one"
)

TEXT = """قال وزير النقل سالم المنصوري أمس في بيان إن «الميناء استقبل نحو 40 سفينة وأكثر من 12,5 مليون دولار في يوليو الماضي».
وأكدت منظمة الصحة العالمية أن ألفي طبيب وصلوا إلى بنغازي. وقال المتحدث باسم الحكومة خالد العمري إن الأدوية متوفرة.
وبحسب مصدر أمني، أصيب خمسة عمال يوم الثلاثاء. ووصل 120 سائحا من (Reuters) إلى مطار بنغازي قبل ثلاثة أيام."""
HOSTILE = (
    '<script>parent.hacked = 1</script> قال الوزير <img src=x onerror="parent.hacked = 1"> إن '
    '«</div></section><svg onload="parent.hacked = 1"> نحو 40 سفينة وصلت أمس» ' + "ط" * 300 + ' javascript:parent.hacked=1 "'
)
BREAKOUT = '</title><script>parent.hacked = 1</script>" onfocus="parent.hacked = 1" autofocus x="'
WIDTHS = (360, 1100)

PROBE = """
const luminance = colour => {
  const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = node => {
  for (; node; node = node.parentElement) {
    const colour = getComputedStyle(node).backgroundColor;
    if (!/, 0\\)$/.test(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
};
const contrast = node => {
  const [a, b] = [luminance(getComputedStyle(node).color), luminance(behind(node))].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
};
const apart = nodes => {
  const boxes = nodes.map(node => node.getBoundingClientRect());
  return boxes.every((a, i) => boxes.slice(i + 1).every(b =>
    a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1));
};
window.onload = () => {
  const found = [...document.querySelectorAll("iframe")].map(frame => {
    const doc = frame.contentDocument, section = doc.querySelector("section.an"), text = doc.querySelector(".text");
    const walker = doc.createTreeWalker(text, NodeFilter.SHOW_TEXT), first = doc.createRange(), node = walker.nextNode();
    first.setStart(node, 0); first.setEnd(node, 1);
    const box = text.getBoundingClientRect(), letter = first.getBoundingClientRect();
    const parts = [...doc.querySelectorAll("h1, h2, .meta, .legend, .text, .sources, .cards, .figures, .time")];
    return {
      width: frame.clientWidth,
      scroll: doc.documentElement.scrollWidth, client: doc.documentElement.clientWidth,
      direction: getComputedStyle(section).direction,
      align: getComputedStyle(text).textAlign,
      fromRight: box.right - letter.right, fromLeft: letter.left - box.left,
      text: text.textContent,
      partsApart: apart(parts), cardsApart: apart([...doc.querySelectorAll(".card")]),
      cards: doc.querySelectorAll(".card").length,
      contrast: Math.min(...[...section.querySelectorAll("*")].filter(n => n.childElementCount == 0 && n.textContent.trim()
        && !["STYLE"].includes(n.tagName)).map(contrast)),
      scripts: doc.scripts.length, loaded: frame.contentWindow.performance.getEntriesByType("resource").length,
      links: doc.querySelectorAll("a[href]").length,
      ends: [...doc.querySelectorAll("a[href]")].every(a => doc.getElementById(a.getAttribute("href").slice(1)) && a.ariaLabel),
      reached: [...doc.querySelectorAll("a[href], input")].every(node => { node.focus(); return doc.activeElement === node; }),
      layers: doc.querySelectorAll("input").length,
      switched: [...doc.querySelectorAll("input")].every(box => {
        const shown = ["color", "backgroundColor", "textDecorationLine", "fontWeight"];
        const look = node => shown.map(name => getComputedStyle(node)[name]);
        const marked = [...text.getElementsByClassName(box.name)], before = marked.map(look).join();
        box.click(); const after = marked.map(look).join(); box.click();
        return before !== after;
      }),
    };
  });
  document.body.innerHTML = "<pre></pre>";
  document.querySelector("pre").textContent = JSON.stringify({hacked: window.hacked ?? null, found});
};
"""


def pages() -> list[str]:
    articles = [
        Article(TEXT, published="2021-12-10", title="ميناء بنغازي يستقبل 40 سفينة", outlet="صحيفة المرفأ", id="a-1"),
        Article(HOSTILE, published="2021-12-10", title=BREAKOUT, outlet=BREAKOUT, id=BREAKOUT),
    ]
    shown = [arabnews.analyze(article).to_html() for article in articles]
    claim = arabnews.analyze(articles[0]).claims[0]
    alone = "<!doctype html><body>{}<div class=text></div>"
    return [
        *shown,
        f"<!doctype html>{articles[1]._repr_html_()}",
        alone.format(claim._repr_html_()).replace("text></", "text>ن</"),
    ]


@pytest.fixture(scope="module", params=["light", "dark"])
def probed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser says of each page at each width."""
    return probe(tmp_path_factory.mktemp("chromium"), pages(), scheme={"light": 1, "dark": 0}[request.param])


def probe(folder: Path, shown: list[str], *, scheme: int) -> dict[str, Any]:
    frames = "".join(
        f'<iframe srcdoc="{escape(page)}" style="width:{width}px;height:900px;border:0"></iframe>'
        for page in shown
        for width in WIDTHS
    )
    file = folder / "probe.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><script>{PROBE}</script>{frames}", encoding="utf-8")
    dom = ran(folder, f"--blink-settings=preferredColorScheme={scheme}", "--dump-dom", file.as_uri())
    found = re.search(r"<body><pre>(.*)</pre>", dom, re.DOTALL)
    assert found is not None, dom[-2000:]
    result: dict[str, Any] = json.loads(unescape(found[1]))
    return result


def ran(folder: Path, *arguments: str) -> str:
    command = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        f"--user-data-dir={folder / 'profile'}",
    ]
    run = subprocess.run([*command, *arguments], capture_output=True, timeout=120, check=True)
    return run.stdout.decode("utf-8")


def test_nothing_runs_and_nothing_is_loaded(probed: dict[str, Any]) -> None:
    assert probed["hacked"] is None
    assert [(page["scripts"], page["loaded"]) for page in probed["found"]] == [(0, 0)] * len(probed["found"])


def test_the_text_is_all_there(probed: dict[str, Any]) -> None:
    assert [page["text"] for page in probed["found"][:6:2]] == [TEXT, HOSTILE, HOSTILE]


def test_it_runs_from_right_to_left(probed: dict[str, Any]) -> None:
    for page in probed["found"][:2]:
        assert (page["direction"], page["align"]) == ("rtl", "right")
        assert page["fromRight"] < 40 < page["fromLeft"]


def test_nothing_is_wider_than_the_screen(probed: dict[str, Any]) -> None:
    assert {page["width"] for page in probed["found"]} == set(WIDTHS)
    assert [page["scroll"] for page in probed["found"]] == [page["client"] for page in probed["found"]]


def test_nothing_lies_over_anything(probed: dict[str, Any]) -> None:
    assert all(page["partsApart"] and page["cardsApart"] for page in probed["found"])
    assert probed["found"][0]["cards"] >= 4


def test_all_text_can_be_read(probed: dict[str, Any]) -> None:
    """WCAG AA: a contrast of 4.5 at least, on light and on dark."""
    assert min(page["contrast"] for page in probed["found"]) >= 4.5


def test_the_keyboard_goes_from_claim_to_card_and_back(probed: dict[str, Any]) -> None:
    assert all(page["ends"] and page["reached"] for page in probed["found"])
    assert [page["links"] for page in probed["found"][:6]] == [2 * page["cards"] for page in probed["found"][:6]]


def test_each_layer_can_be_switched_off(probed: dict[str, Any]) -> None:
    assert probed["found"][0]["layers"] >= 6
    assert all(page["switched"] for page in probed["found"])


def test_the_probe_notices_what_is_wrong(tmp_path: Path) -> None:
    bad = (
        '<!doctype html><body><section class="an" style="color:#aaa"><div class="text" style="width:600px">نص</div>'
        '<p class="card">أ</p><p class="card" style="margin-top:-3rem">ب</p>'
        '<a href="#nowhere">أ</a><img src="data:," onerror="parent.hacked = 1">'
        "<script>parent.hacked = 1</script></section>"
    )
    result = probe(tmp_path, [bad], scheme=1)
    narrow = result["found"][0]
    assert result["hacked"] == 1
    assert narrow["scroll"] > narrow["client"]
    assert (narrow["direction"], narrow["cardsApart"], narrow["scripts"], narrow["ends"]) == ("ltr", False, 1, False)
    assert narrow["contrast"] < 4.5

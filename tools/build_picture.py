"""Draw the picture of an analysed article that the README shows: the real page, as headless Chromium draws it.

python tools/build_picture.py          needs chromium and an Arabic font (Debian: chromium fonts-noto-core)
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import arabnews

ROOT = Path(__file__).resolve().parents[1]
TEXT = """أعلنت وزارة النقل الليبية أمس إعادة افتتاح ميناء البريقة بعد توقف دام ثلاثة أشهر.
وقال وزير النقل سالم المنصوري إن «الميناء سيستقبل نحو 40 سفينة كل أسبوع»، مضيفا أن كلفة الإصلاحات بلغت 12,5 مليون دولار.
من جانبه، أكد رئيس نقابة عمال الموانئ عادل الفرجاني أن العمال لم يتسلموا رواتبهم منذ سبتمبر/أيلول، وأضاف: «لن نقبل وعودا جديدة».
وبحسب مصدر طبي، أصيب خمسة عمال في حادث يوم الثلاثاء الماضي."""


def main() -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("no Chromium found")
    article = arabnews.Article(TEXT, published="2021-12-10", title="إعادة افتتاح ميناء البريقة", outlet="صحيفة المرفأ")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "article.html"
        page.write_text(arabnews.analyze(article).to_html(), encoding="utf-8")
        picture = ROOT / "docs" / "_static" / "article.png"
        window = ["--hide-scrollbars", "--force-device-scale-factor=1.5", "--window-size=1180,1010", f"--screenshot={picture}"]
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", *window]
        subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()

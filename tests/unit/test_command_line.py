"""The command line as a user meets it: real processes for the doors, `main` for the rest."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import arabnews
from arabnews.cli import main

TEXT = "قالت وزارة الصحة أمس إن 12 شخصا أصيبوا."
PORT = Path(__file__).resolve().parents[2] / "examples" / "articles" / "port.txt"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def command(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "arabnews", *arguments], input=stdin, capture_output=True, check=False)


def test_a_file_in_text_out() -> None:
    run = command(str(PORT), "--published", "2021-12-10")
    assert run.returncode == 0
    assert run.stderr == b""
    assert "وزير النقل سالم المنصوري" in run.stdout.decode()


def test_standard_input_in_json_out() -> None:
    run = command("--published", "10 ديسمبر 2021", "--format", "json", stdin=TEXT.encode())
    plain = json.loads(run.stdout)
    assert plain["layers"]["dates"][0]["value"] == "2021-12-09"


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.encode("windows-1256"))
    for run in (command(str(path)), command(stdin=path.read_bytes())):
        assert (run.returncode, run.stdout) == (2, b"")
        assert b"UTF-8" in run.stderr
        assert b"Traceback" not in run.stderr


def test_a_missing_file_prints_nothing_even_beside_a_good_one(article: Path) -> None:
    run = command(str(article), "nowhere.txt")
    assert (run.returncode, run.stdout) == (2, b"")
    assert b"nowhere.txt" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--published", "قريبا"], "published"),
        (["--layers", "claims,verbs"], "verbs"),
        (["--format", "csv"], "--layers"),
        (["--resume"], "--output"),
        (["--explain", "--format", "json"], "--format text"),
        (["--lexicon", "none.csv"], "none.csv"),
        (["--plugin", "none"], "none"),
        (["--workers", "0"], "workers"),
        (["--output", "no/such/folder/x"], "folder"),
    ],
)
def test_what_cannot_be_carried_out(arguments: list[str], told: str, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(article), *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err


def test_layers_choose_what_is_shown(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(article), "--format", "json", "--layers", "numbers,dates"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert set(plain["layers"]) == {"numbers", "dates"}


def test_folders_globs_and_json_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news").mkdir()
    for name in ("a", "b"):
        (tmp_path / "news" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    lines = [{"text": TEXT, "published": "2021-12-10", "id": 7}, {"text": TEXT}]
    (tmp_path / "news" / "c.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["news", "--format", "jsonl"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["article"]["id"] for each in found] == ["news/a.txt", "news/b.txt", "7", "news/c.jsonl:2"]
    assert [each["layers"]["dates"][0].get("value") for each in found] == [None, None, "2021-12-09", None]
    assert main(["news/*.txt", "--format", "csv", "--layers", "numbers"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


@pytest.mark.parametrize("line", ["{", "[]", '{"text": 3}', '{"text": "نص", "published": "غدا صباحا جدا"}'])
def test_json_lines_name_their_faults(line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(line, encoding="utf-8")
    assert main([str(path), "--format", "jsonl"]) == 2
    assert "line 1" in capsys.readouterr().err


def test_a_bad_record_stops_the_run_or_is_skipped_as_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "n.jsonl", tmp_path / "out.jsonl"
    records = [json.dumps({"text": TEXT, "id": "1"}), "{", "", json.dumps({"text": 3}), json.dumps({"text": TEXT, "id": "5"})]
    path.write_text("\n".join(records), encoding="utf-8")
    assert main([str(path), "--format", "jsonl", "--output", str(out)]) == 2
    assert f"{path}, line 2: not JSON" in capsys.readouterr().err
    assert not out.exists()
    assert len((tmp_path / "out.jsonl.part").read_text(encoding="utf-8").splitlines()) == 1
    assert main([str(path), "--format", "jsonl", "--output", str(out), "--skip-bad-records"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert ["line 2" in told[0], "line 4" in told[1], len(told)] == [True, True, 2]
    found = [json.loads(line)["article"]["id"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert found == ["1", "5"]


def test_explanations_follow_the_findings(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(article), "--explain", "--layers", "numbers"]) == 0
    out = capsys.readouterr().out
    assert "numbers: 12 شخصا [24:31]\n  rule amount: " in out
    assert "counted.csv, line" in out
    assert "claims:" not in out


def test_output_appears_whole_and_a_stopped_run_goes_on(tmp_path: Path) -> None:
    news, out, part = tmp_path / "n.jsonl", tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    news.write_text("".join(json.dumps({"text": TEXT, "id": str(n)}) + "\n" for n in range(5)), encoding="utf-8")
    arguments = [str(news), "--format", "jsonl", "--output", str(out)]
    assert main(arguments) == 0
    whole = out.read_bytes()
    out.unlink()
    lines = whole.splitlines(keepends=True)
    part.write_bytes(b"".join(lines[:2]) + lines[2][:40])
    assert main([*arguments, "--resume"]) == 0
    assert out.read_bytes() == whole
    assert not part.exists()
    assert main([*arguments, "--resume"]) == 2


def test_a_lexicon_of_ones_own(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lexicon = tmp_path / "place.csv"
    lexicon.write_text("form,tag,country\nوادي السنط,place,LY\n", encoding="utf-8")
    article.write_text("وصلت القافلة إلى وادي السنط أمس.", encoding="utf-8")
    assert main([str(article), "--lexicon", str(lexicon), "--format", "csv", "--layers", "mentions"]) == 0
    assert "وادي السنط" in capsys.readouterr().out


def test_a_reader_that_goes_away_is_no_error() -> None:
    run = subprocess.run(
        f"{sys.executable} -m arabnews {PORT} --format json | head -1", shell=True, capture_output=True, check=False
    )
    assert run.stderr == b""


def test_standard_input_by_name(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["-", "--format", "html", "--title", "عنوان"]) == 0
    assert "<h1>عنوان</h1>" in capsys.readouterr().out


def test_json_lines_from_standard_input() -> None:
    records = '{"text": "قال الوزير إن الجسر مغلق.", "id": "a"}\n\n{"text": "وصل 50 جنديا أمس."}\nnot json\n'.encode()
    run = command("--jsonl", "--format", "jsonl", "--skip-bad-records", stdin=records)
    articles = [json.loads(line)["article"]["id"] for line in run.stdout.decode().splitlines()]
    assert articles == ["a", "standard input:3"]
    assert run.returncode == 1
    assert "standard input, line 4" in run.stderr.decode()
    stopped = command("--jsonl", "--format", "jsonl", stdin=records)
    assert stopped.returncode == 2
    assert len(stopped.stdout.decode().splitlines()) == 2
    assert command("--jsonl", stdin=b"\xff").returncode == 2


def test_patterns_of_files(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "deep/er/c.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for pattern, count in (("*.txt", 2), ("**/*.txt", 3), (f"{tmp_path}/?.txt", 2), (f"{tmp_path}/**/c.txt", 1)):
        assert main([pattern, "--layers", "numbers", "--format", "jsonl"]) == 0
        assert len(capsys.readouterr().out.splitlines()) == count


def test_help_tells_exit_status_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"arabnews {arabnews.__version__}\n"
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert "exit status:" in told
    assert "examples:" in told


def test_a_stop_tells_where_the_articles_before_it_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = tmp_path / "news.jsonl"
    records.write_text(f'{{"text": "{TEXT}"}}\n{{"text": \n', encoding="utf-8")
    output = tmp_path / "facts.jsonl"
    assert main([str(records), "--format", "jsonl", "--output", str(output)]) == 2
    assert f"what was written before it is in {output}.part" in capsys.readouterr().err
    assert len(Path(f"{output}.part").read_text(encoding="utf-8").splitlines()) == 1


def test_whole_amounts_are_whole_in_csv(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(article), "--format", "csv", "--layers", "numbers"]) == 0
    header, row = (line.split(",") for line in capsys.readouterr().out.splitlines())
    assert row[header.index("value")] == "12"

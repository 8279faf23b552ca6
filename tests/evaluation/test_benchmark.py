"""The benchmark reads what it is given and says what it measured, with spaCy or without."""

import importlib.util
import lzma
from pathlib import Path

import benchmark
import pytest

from recount.knowledge import load


@pytest.fixture
def two() -> benchmark.Texts:
    reports = benchmark._gathered(benchmark.SAMPLES / "reports")[:2]
    return benchmark.Texts("two", reports, load(benchmark.SAMPLES / "lists"))


def test_the_time_of_all_stages_is_their_sum(two: benchmark.Texts) -> None:
    speed = benchmark.measure(two, 1)
    stages = [speed.seconds[stage] for stage in ("clean", "extract", "resolve")]
    assert speed.seconds["all"] == sum(stages)
    assert min(stages) > 0
    assert speed.words == sum(len(content.split()) for content in two.contents) > 100


def test_multiples_are_of_the_time_that_spacy_takes() -> None:
    seconds = {"clean": 1.0, "extract": 4.0, "resolve": 1.0, "all": 6.0}
    told = benchmark.row(benchmark.Speed("two", 1200, seconds, 2.0, 1.0)).split()
    assert told == ["two", "1,200", "200", "0.50", "2.00", "0.50", "3.00", "6.00"]


def test_without_spacy_words_a_second_are_told_alone(two: benchmark.Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    told = benchmark.row(benchmark.measure(two, 1)).split()
    assert told[0] == "two"
    assert int(told[2].replace(",", "")) > 0
    assert told[3:] == ["-"] * 5


def test_documents_of_a_treebank_are_reports_of_a_sentence_a_line(tmp_path: Path) -> None:
    lines = ["# newdoc id = one", "# text = The well is dry.", "1\tThe", "# text = It rained.", "# newdoc id = two"]
    path = tmp_path / "bank.conllu.xz"
    path.write_bytes(lzma.compress("\n".join(lines).encode()))
    one, two = benchmark.general_english(path)
    assert (one.id, one.raw) == ("one", b"The well is dry.\nIt rained.")
    assert (two.id, two.raw) == ("two", b"")

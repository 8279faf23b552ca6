"""The figures are those of the scorers that stand beside the checkout, on right and on spoiled predictions."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from recount.score import Bootstrap, Hits, Sought, read_incidents, read_linked, read_reports, score, score_links

SHARED = Path(__file__).parents[2] / ".." / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "tools").is_dir(), reason="no annotated reports beside the checkout"),
]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def tool(name: str, gold: Path, predicted: Path, *more: str) -> str:
    command = [sys.executable, str(SHARED / "tools" / name), str(gold), str(predicted), *more]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def spoiled(reports: list[dict[str, Any]], draw: Random) -> Iterator[dict[str, Any]]:
    for report in reports:
        if draw.random() < 0.9:
            claims = [spoiled_claim(claim, draw) for claim in report["claims"] if draw.random() < 0.85]
            claims += [spoiled_claim(claim, draw) for claim in claims if draw.random() < 0.2]
            draw.shuffle(claims)
            yield {"id": report["id"], "claims": claims}


def spoiled_claim(claim: dict[str, Any], draw: Random) -> dict[str, Any]:
    told = claim["quote"].split()
    start = draw.randrange(max(1, len(told) // 2))
    changed = claim | {
        "quote": " ".join(told[start : start + draw.randint(1, len(told))]),
        "event": draw.choice([claim["event"]] * 4 + ["violence"]),
        "scope": draw.choice([claim["scope"]] * 6 + ["period"]),
        "status": draw.choice([claim["status"]] * 6 + ["suspected"]),
        "when": draw.choice([claim["when"]] * 3 + [None, [None, "2018-01-01"], ["2012-05-05", None]]),
        "counts": [spoiled_count(count, draw) for count in claim["counts"] if draw.random() < 0.9],
    }
    for field in ("where", "by", "against", "sources"):
        changed[field] = [spelled(name, draw) for name in claim[field] if draw.random() < 0.85]
    changed["where"] = [name if draw.random() < 0.5 else {"name": name, "lat": 1.0} for name in changed["where"]]
    return changed


def spoiled_count(count: dict[str, Any], draw: Random) -> dict[str, Any]:
    return count | draw.choice([{}, {}, {}, {"who": "people"}, {"high": None}, {"low": None, "high": None}])


def spelled(told: str | dict[str, str], draw: Random) -> str:
    name = told if isinstance(told, str) else told["name"]
    return draw.choice([name, name, name.upper(), f"the city of {name}", name[:-1] or name, name[::-1]])


def prf(hits: Hits) -> dict[str, float]:
    shares = {"p": hits.precision, "r": hits.recall, "f1": hits.f1}
    return {key: round(value, 3) for key, value in shares.items()} | {"gold": hits.gold, "pred": hits.predicted}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["seeds", "dev", "dev-more"])
def test_every_figure_of_claims_agrees(tmp_path: Path, name: str, seed: int) -> None:
    gold = SHARED / "gold" / f"{name}.jsonl"
    predicted = written(tmp_path / "predicted.jsonl", list(spoiled(lines(gold), Random(seed))))
    told = tool("score_claims.py", gold, predicted, "--json", "--misses", "1000").splitlines()

    ours = score(read_reports(gold), read_reports(predicted), Bootstrap(resamples=1))

    figures: dict[str, Any] = {str(sought): prf(found.hits) for sought, found in ours.found.items()}
    figures |= {str(trait): round(right.rate.value, 3) for trait, right in ours.right.items()}
    assert figures | {"paired": ours.paired, "reports": ours.reports} == json.loads(told[0])
    assert len(ours.misses) == len(told) - 1
    assert 0.2 < ours.found[Sought.CLAIMS].f1.value < 0.95


@pytest.mark.parametrize("seed", range(4))
def test_every_figure_of_links_agrees(tmp_path: Path, seed: int) -> None:
    draw = Random(seed)
    gold = SHARED / "gold" / "incidents-dev.jsonl"
    incidents: list[list[dict[str, str]]] = [[] for _ in range(25)]
    for incident in lines(gold):
        home = draw.choice(incidents)
        for mention in incident["mentions"]:
            told = mention["quote"].split()
            claim = {"report": mention["id"], "quote": " ".join(told[draw.randrange(3) : draw.randint(3, 40)])}
            (home if draw.random() < 0.8 else draw.choice(incidents)).append(claim)
    predicted = written(tmp_path / "predicted.jsonl", [{"claims": claims} for claims in incidents])
    told = json.loads(tool("score_links.py", gold, predicted, "--json"))

    ours = score_links(read_incidents(gold), read_linked(predicted))

    bcubed = {"p": ours.bcubed.precision, "r": ours.bcubed.recall, "f1": ours.bcubed.f1}
    assert prf(ours.pairs) == told["pairs"]
    assert {key: round(value, 3) for key, value in bcubed.items()} == told["bcubed"]
    assert (ours.mentions, round(ours.found, 3)) == (told["mentions"], told["found"])

"""Frames tell what the record and its exports tell: unknown is NA, nobody is counted twice, ids lead back."""

import csv
import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import recount
from recount.frames import Frames
from recount.frames.columns import DAY, DEGREES, IDS, NUMBER, WORDS, YES_NO
from recount.model import SourceKind, UsageError
from recount.run import relink
from recount.store import Record
from tests.cli.command import LISTS
from tests.cli.conftest import recount as command

__all__ = ["command"]

NAMES = ("incidents", "places", "figures", "claims", "counts", "sources", "reports", "totals", "tally")
DTYPES = {WORDS, NUMBER, DEGREES, YES_NO, DAY, IDS}


def plain(frame: Any) -> list[dict[str, Any]]:
    """The rows of a frame, with None for NA and words for days."""
    days = [name for name, kind in frame.dtypes.items() if str(kind) == DAY]
    told = frame.assign(**{name: frame[name].dt.strftime("%Y-%m-%d") for name in days}).astype(object)
    return [
        {name: None if value is pd.NA or value != value else value for name, value in row.items()}
        for row in told.to_dict("records")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_each_frame_has_rows_and_types_of_its_own(frames: Frames, name: str) -> None:
    frame = getattr(frames, name)()
    assert len(frame)
    assert {str(kind) for kind in frame.dtypes} <= DTYPES


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_record_gives_the_same_columns(frames: Frames, tmp_path: Path, name: str) -> None:
    with Record.open(tmp_path / "empty.sqlite") as record:
        relink(record)
    with recount.open(tmp_path / "empty.sqlite", lists=LISTS) as empty:
        frame = getattr(empty, name)()
        assert len(frame) == 0
        assert list(frame.dtypes.items()) == list(getattr(frames, name)().dtypes.items())


@pytest.mark.parametrize(("name", "export"), [("incidents", "csv"), ("figures", "figures")])
def test_a_frame_is_the_table_that_is_exported(
    frames: Frames, veldania: Path, command: Any, name: str, export: str
) -> None:
    ended = command("export", export, "--record", veldania, "--lists", LISTS)
    exported = list(csv.DictReader(io.StringIO(ended.out)))
    spoken = {True: "yes", False: "no", None: ""}
    made = [
        {key: spoken[value] if value is None or isinstance(value, bool) else str(value) for key, value in row.items()}
        for row in plain(getattr(frames, name)())
    ]
    assert made == exported


def test_unknown_is_never_0(frames: Frames) -> None:
    told = frames.incidents()
    silent = told[told["killed_max"].isna() & told["killed_min"].isna()]
    assert len(silent)
    assert not (told[["killed_min", "killed_best", "killed_max"]] == 0).any(axis=None)
    assert told["first_day"].isna().any()
    assert frames.places()["lat"].isna().any()


def test_ids_lead_from_a_figure_down_to_its_sentence(veldania: Path) -> None:
    with recount.open(veldania, lists=LISTS, with_names=True) as whole:
        figures, claims, incidents, reports = whole.figures(), whole.claims(), whole.incidents(), whole.reports()
    assert set(figures["incident"]) <= set(incidents["id"])
    assert set(figures["claim"].dropna()) <= set(claims["id"])
    assert set(claims["incident"].dropna()) == set(incidents["id"])
    assert set(claims["report"]) <= set(reports["id"])
    with Record.open_to_read(veldania) as record:
        texts = record.texts(claims["report"])
    for claim in plain(claims):
        assert texts[claim["report"]].content[claim["quote_start"] : claim["quote_end"]] == claim["quote"]


def test_every_claim_is_told_once_and_as_what_it_is(frames: Frames, veldania: Path) -> None:
    claims = frames.claims()
    with Record.open_to_read(veldania) as record:
        assert sorted(claims["id"]) == sorted(claim.id for claim in record.claims())
    inside = claims["incident"].notna()
    assert set(claims[inside]["part"]) == {"claim", "denial"}
    assert set(claims[~inside]["part"]) == {"total", "apart"}
    assert set(frames.totals()["claim"]) == set(claims[claims["part"] == "total"]["id"])


def test_a_part_names_the_count_that_it_is_part_of(frames: Frames) -> None:
    counts = frames.counts()
    parts = counts[counts["part_of"].notna()]
    wholes = set(zip(counts["claim"], counts["number"], strict=True))
    assert len(parts)
    assert set(zip(parts["claim"], parts["part_of"], strict=True)) <= wholes


def test_each_chain_has_at_most_one_origin(frames: Frames) -> None:
    sources = frames.sources()
    assert sources.groupby(["claim", "chain"])["is_origin"].sum().max() == 1
    assert set(sources["claim"]) == set(frames.claims()["id"])
    assert {"outlet", "body", "unnamed"} <= set(sources["kind"])


def test_named_people_are_left_out_unless_asked_for(frames: Frames, veldania: Path) -> None:
    with Record.open_to_read(veldania) as record:
        chains = [source for claim in record.claims() for chain in claim.chains for source in chain]
    people = {source.name for source in chains if source.kind is SourceKind.PERSON}
    assert people
    for name in NAMES:
        told = getattr(frames, name)().to_csv()
        assert not [person for person in people if person in told], name
    with recount.open(veldania, lists=LISTS, with_names=True) as whole:
        assert people <= set(whole.sources()["name"])


def test_sums_are_those_of_the_command(frames: Frames, veldania: Path, command: Any) -> None:
    words = ("--by", "month,type", "--policy", "ibc", "--format", "jsonl")
    told = command("tally", "--record", veldania, "--lists", LISTS, *words).objects
    made = plain(frames.tally("month,type", policy="ibc"))
    expected = [
        (row["month"], row["type"], outcome, row[outcome]["min"], row[outcome]["max"], tuple(row[outcome]["counted"]))
        for row in told
        for outcome in ("killed", "injured")
    ]
    assert [(row["month"], row["type"], row["outcome"], row["min"], row["max"], row["ids"]) for row in made] == expected


def test_sums_lay_out_into_their_incidents(frames: Frames) -> None:
    [killed] = plain(frames.tally(outcomes=["killed"]))
    assert len(frames.tally(outcomes=["killed"]).explode("ids")) == len(killed["ids"])
    assert len(killed["ids"]) + killed["not_told"] + killed["left_out"] == len(frames.incidents())


def test_days_are_days_and_a_week_stays_a_week(frames: Frames) -> None:
    told = frames.incidents()
    spread = told[told["last_day"] - told["first_day"] > "1D"]
    assert len(spread)
    assert (told["last_day"].dropna() >= told["first_day"].dropna()).all()


def test_one_policy_gives_other_figures_than_another(frames: Frames) -> None:
    assert frames.incidents("ibc")["policy"].dropna().unique().tolist() == ["ibc"]
    with pytest.raises(UsageError, match=r"There is no policy x\. There are: .*ibc"):
        frames.incidents("x")
    with pytest.raises(UsageError, match="Nothing can be grouped by moon"):
        frames.tally("moon")
    with pytest.raises(UsageError, match=r"There is no outcome hurt\. There are: killed"):
        frames.tally(outcomes=["hurt"])

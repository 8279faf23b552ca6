"""How a table is written down: told by its first bytes, else UTF-8, else guessed and said so."""

from pathlib import Path

import pytest

from recount.ingest.decoding import Encoding, encoding_of

FRENCH = "id,text\n1,Le marché a été touché près de l'hôpital; l'armée évoque trente blessés.\n"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_certain(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(FRENCH.encode(name))
    encoding = encoding_of(path)
    assert not encoding.guessed
    assert path.read_text(encoding=encoding.name) == FRENCH


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("latin-1", FRENCH),
        ("cp1252", "id,text\n1,“Five dead” – témoins\n"),
        ("cp1251", "id,text\n1,Пятеро погибших на рынке\n"),
    ],
)
def test_another_encoding_is_guessed(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"id,text\n0,plain\n" * 100_000 + text.encode(name))
    encoding = encoding_of(path)
    assert encoding.guessed
    assert path.read_text(encoding=encoding.name).endswith(text)


def test_a_letter_cut_in_two_at_the_end_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("é".encode()[:1])
    assert encoding_of(path).guessed


def test_an_empty_table_is_utf8(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"")
    assert encoding_of(path) == Encoding("utf-8-sig")

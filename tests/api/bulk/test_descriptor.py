"""The descriptor tells of every file what a Data Package 2.0 must, and what docs/data.md says."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from api.bulk.made import DESCRIPTOR, descriptor
from api.bulk.tables import TABLES
from tests.api.bulk.conftest import PUBLISHER, Data

DOCUMENTED = Path(__file__).parents[3] / "docs/data.md"
NAME = re.compile(r"[a-z0-9._-]+")


def test_every_file_is_described_with_its_size_and_its_hash(data: Data) -> None:
    told = data.descriptor
    assert told["$schema"].endswith("/2.0/datapackage.json")
    assert NAME.fullmatch(told["name"])
    assert told["version"] == data.made.state
    assert told["licenses"] == [{"title": "Open Licence", "path": "https://example.org/licence"}]
    assert told["sources"] == [{"title": "Board papers of An ICB", "path": "https://papers.example.org"}]
    names = [one["name"] for one in told["resources"]]
    assert len(set(names)) == len(names)
    for one in told["resources"]:
        content = (data.made.folder / one["path"]).read_bytes()
        assert NAME.fullmatch(one["name"])
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        assert content.decode(one["encoding"])
    paths = {one["path"] for one in told["resources"]} | {DESCRIPTOR}
    assert paths == set(data.made.files) == {path.name for path in data.made.folder.iterdir()}


def test_every_schema_is_whole(data: Data) -> None:
    schemas = {one["name"]: one["schema"] for one in data.descriptor["resources"]}
    for name, schema in schemas.items():
        fields = [field["name"] for field in schema["fields"]]
        assert fields == list(data.sheets[name.removesuffix("-jsonl")][0])
        assert schema["primaryKey"] == ["id"]
        assert all(field["description"].endswith(".") for field in schema["fields"])
        for link in schema.get("foreignKeys", ()):
            assert set(link["fields"]) < set(fields)
            assert link["reference"]["resource"] in schemas
            assert link["reference"]["fields"] == ["id"]


def test_a_table_without_rows_is_described_by_its_sheet_alone(data: Data) -> None:
    empty = tuple(replace(one, count=0) for one in data.made.filled)
    told = descriptor(empty, "s", replace(PUBLISHER, licence=None, address="", organisation=""))
    assert {one["format"] for one in told["resources"]} == {"csv"}
    assert "licenses" not in told
    assert "No licence is stated" in told["description"]


def test_every_column_is_documented() -> None:
    text = DOCUMENTED.read_text(encoding="utf-8")
    parts = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    told = {part.split("`")[1]: re.findall(r"^\| `(\w+)` \| (.*?) \|$", part, re.MULTILINE) for part in parts}
    assert list(told) == [table.name for table in TABLES]
    for table in TABLES:
        assert told[table.name] == [(field.name, field.about) for field in table.fields], table.name

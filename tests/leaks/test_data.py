"""Nothing restricted is in the bulk data, whoever makes them."""

from __future__ import annotations

from pathlib import Path

from api.cli import run
from tests.leaks.papers import told
from tests.leaks.readers import House


def test_the_data_of_a_folder_are_those_of_its_public_library(house: House, tmp_path: Path) -> None:
    folders = house.folders
    for name, folder in (("here", folders.whole), ("there", folders.alone)):
        assert run(["bulk", str(tmp_path / name), "--library", str(folder)]) == 0
    here, there = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("here", "there"))
    assert here == there
    text = b"".join(here.values()).decode()
    assert told(text) == []
    assert not [one for one in folders.secrets if one in text]


def test_who_may_read_restricted_papers_is_given_the_public_data(house: House) -> None:
    public = house.reader("anybody at a public server").here
    for name in ("decisions.csv", "people.jsonl", "datapackage.json"):
        address = f"/data/{name}"
        assert public.get(address).status_code == 200
        if name != "datapackage.json":  # which names the site, and that has an address where people sign in
            assert len(house.knowing.get(address).text.splitlines()) == len(public.get(address).text.splitlines())
        assert told(house.knowing.get(address).text) == []

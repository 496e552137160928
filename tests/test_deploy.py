"""What the files that run the site elsewhere name is there, and they give it no rights."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from api.cli import app
from api.settings import Settings

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "docs" / "deploy"
CONTAINER = DEPLOY / "Containerfile"
UNITS = (
    "minutebook.service",
    *("minutebook-backup.service", "minutebook-backup.timer"),
    *("minutebook-digest.service", "minutebook-digest.timer"),
)
ANALYZE, LINT = shutil.which("systemd-analyze"), shutil.which("hadolint")
PRIVILEGES = (
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=\n",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
)


def instructions() -> list[tuple[str, str]]:
    """The container file's instructions with what follows each, lines that go on joined."""
    text = CONTAINER.read_text(encoding="utf-8")
    text = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    return [(name, rest.strip()) for name, _, rest in (line.partition(" ") for line in text.splitlines() if line)]


def test_every_path_that_the_container_copies_is_there_and_not_left_out() -> None:
    ignored = (DEPLOY / "Containerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [rest.split()[:-1] for name, rest in instructions() if name == "COPY" and not rest.startswith("--from")]
    assert len(copied) >= 7
    for path in (path for paths in copied for path in paths):
        assert (ROOT / path).exists(), path
        assert f"!{path.split('/')[0]}" in ignored, path


def test_every_room_that_is_packaged_is_copied() -> None:
    rooms = re.search(r"^include = \[(.*)\]$", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert rooms
    copied = {rest.split()[0] for name, rest in instructions() if name == "COPY"}
    assert set(re.findall(r'"(\w+)\*"', rooms[1])) <= copied


def test_the_container_is_made_in_stages_and_runs_without_rights() -> None:
    made = instructions()
    assert [name for name, _ in made].count("FROM") == 3
    last = made[max(place for place, (name, _) in enumerate(made) if name == "FROM") :]
    named = dict(last)
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", named["USER"])
    assert "/readyz" in named["HEALTHCHECK"]
    assert named["STOPSIGNAL"] == "SIGTERM"
    assert "pip install" not in " ".join(rest for _, rest in last)
    command = json.loads(named["ENTRYPOINT"]) + json.loads(named["CMD"])
    assert command[0] == "minutebook"
    assert command[1] in {each.callback.__name__ for each in app.registered_commands if each.callback}


@pytest.mark.skipif(LINT is None, reason="hadolint is not here")
def test_a_linter_of_container_files_finds_nothing() -> None:
    done = subprocess.run([str(LINT), "--no-color", str(CONTAINER)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_every_setting_that_is_named_there_is_one() -> None:
    known = {f"MINUTEBOOK_{name.upper()}" for name in Settings.model_fields} | {"MINUTEBOOK_NAME"}
    for path in (*DEPLOY.iterdir(), ROOT / "docs" / "running.md", ROOT / "docs" / "SECURITY.md"):
        assert set(re.findall(r"MINUTEBOOK_[A-Z_]+", path.read_text(encoding="utf-8"))) <= known, path


@pytest.mark.parametrize("name", UNITS)
def test_units_are_sound_and_give_no_rights(name: str, tmp_path: Path) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    if name.endswith(".service"):
        assert all(privilege in text for privilege in PRIVILEGES)
        (command,) = re.findall(r"^ExecStart=\S*/bin/minutebook (\w+)", text, re.MULTILINE)
        assert command in {each.callback.__name__ for each in app.registered_commands if each.callback}
    if ANALYZE is None:
        pytest.skip("systemd-analyze is not here")
    for each in UNITS:  # a program and a user that are on every machine
        held = (DEPLOY / each).read_text(encoding="utf-8")
        held = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", held, flags=re.MULTILINE)
        (tmp_path / each).write_text(re.sub(r"^(User|Group)=.*\n", "", held, flags=re.MULTILINE), encoding="utf-8")
    done = subprocess.run([ANALYZE, "verify", str(tmp_path / name)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_the_pages_on_running_point_to_is_there() -> None:
    for name in ("running.md", "threats.md", "SECURITY.md"):
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (ROOT / "docs" / target).exists(), (name, target)
        for target in re.findall(r"`((?:tests|benchmarks)/[\w/.]+)`", text):
            assert (ROOT / target).exists(), (name, target)
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", (ROOT / "docs" / "running.md").read_text(encoding="utf-8"))) <= targets

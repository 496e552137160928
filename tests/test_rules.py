"""The repository's own rules: what may import what, how long a file is, and that what is written about it is true."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from pathlib import Path

import pytest

from api.app import create_app
from api.cli import app
from api.settings import Settings

ROOT = Path(__file__).parent.parent
ROOMS = ("ingest", "search", "api", "web")
ALLOWED = {
    "ingest": ("ingest",),
    "search": ("search", "ingest.model", "ingest.errors"),
    "api": ("api", "search", "ingest"),
    "web": ("web", "search.model", "ingest.model"),
}
WIRING = ("api/app.py", "api/cli.py")
LONGEST, MEDIAN = 300, 100


def ours() -> list[Path]:
    """The files of the repository, by git where it is a checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.splitlines() if listed.returncode == 0 else [str(p.relative_to(ROOT)) for p in _walked()]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def _walked() -> list[Path]:
    skipped = {".venv", "build", "library", "node_modules", "__pycache__"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not skipped & set(path.relative_to(ROOT).parts)]


FILES = ours()
CODE = [path for path in FILES if path.suffix == ".py"]
TEXT = [
    path
    for path in FILES
    if path.suffix in (".py", ".md", ".toml", ".html", ".css", ".lock", ".json") or not path.suffix
]
RULES = Path(__file__)


def imported(path: Path) -> set[str]:
    """The modules that a file imports anywhere in it; a name taken from a package counts with the name."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("room", ROOMS)
def test_imports_point_one_way(room: str) -> None:
    for path in CODE:
        where = path.relative_to(ROOT)
        if where.parts[0] != room:
            continue
        allowed = (*ALLOWED[room], "web") if str(where) in WIRING else ALLOWED[room]
        for name in imported(path):
            if name.split(".")[0] in ROOMS:
                fits = any(name == right or name.startswith(f"{right}.") for right in allowed)
                assert fits, f"{where} imports {name}"


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in CODE}
    assert not [str(path) for path, length in lengths.items() if length > LONGEST]
    assert statistics.median(length for length in lengths.values() if length) < MEDIAN


def test_the_opening_file_of_a_package_says_what_it_is_for_and_does_nothing() -> None:
    for path in CODE:
        if path.name == "__init__.py" and path.relative_to(ROOT).parts[0] in ROOMS:
            body = ast.parse(path.read_text(encoding="utf-8")).body
            assert len(body) == 1, path
            assert isinstance(body[0], ast.Expr), path


def test_nothing_is_left_for_later_and_nothing_is_named_for_nothing() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|raise NotImplementedError)\b")
    for path in CODE:
        assert path == RULES or not later.search(path.read_text(encoding="utf-8")), path
        assert not re.fullmatch(r"(utils?|helpers?|common|misc|manager)(\.py)?", path.name), path


def test_no_file_names_a_folder_of_one_machine_or_the_host_of_a_registry() -> None:
    # their first names only, so that this file does not name what it forbids
    hosts = [rf"{name}\.\w+\.?\w*" for name in ("pypi", "pythonhos" + "ted", "registry")]
    telling = re.compile("|".join([r"(?<![\w.])/(work|root|home|farm)/", *hosts]))
    for path in TEXT:
        if path != RULES:
            assert not telling.search(path.read_text(encoding="utf-8")), path


def test_every_command_that_is_written_about_exists_and_every_command_is_written_about() -> None:
    known = {command.callback.__name__ for command in app.registered_commands if command.callback}
    documented = set(re.findall(r"^## minutebook (\w+)", _text("docs/commands.md"), re.MULTILINE))
    assert documented == known
    for name in ("README.md", "docs/commands.md", "docs/measurements.md"):
        used = re.findall(r"(?:^ {4}|`|bin/)minutebook ([a-z]+)", _text(name), re.MULTILINE)
        assert set(used) <= known, name


def test_the_readmes_make_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", _text("Makefile"), re.MULTILINE))
    used = set(re.findall(r"make ([a-z]+)", _text("README.md")))
    assert {"run", "test"} <= used & targets
    assert {"run", "test", "check", "serve", "bench"} <= targets
    assert "make test" in _text(".ci/run")


def test_every_route_is_written_about() -> None:
    described = create_app(Settings(), {}).openapi()["paths"]
    documented = re.findall(r"^\| `(/[^`]*)` \|", _text("docs/api.md"), re.MULTILINE)
    assert sorted(documented) == sorted(described)


def test_every_setting_is_described_once() -> None:
    rows = re.findall(r"^\| `MINUTEBOOK_(\w+)` \| (.*?) \| (.*) \|$", _text("docs/settings.md"), re.MULTILINE)
    fields = Settings.model_fields
    assert [name.lower() for name, _, _ in rows] == list(fields)
    for name, default, meaning in rows:
        field = fields[name.lower()]
        assert meaning == field.description
        assert default == (f"`{field.default}`" if field.default != "" else "empty")


def test_every_locked_version_is_exact_and_torch_is_the_pinned_one() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        lines = _text(name).splitlines()
        assert all(re.fullmatch(r"[a-z0-9._-]+==[\w.]+", line) for line in lines), name
        assert "torch==2.13.0" in lines
    assert set(_text("requirements.lock").splitlines()) <= set(_text("requirements-dev.lock").splitlines())


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")

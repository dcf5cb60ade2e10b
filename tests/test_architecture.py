"""What holds for every file of the project; who may import whom is in pyproject.toml."""

import ast
import re
import subprocess
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin

ROOT = settings.BASE_DIR
THAI = Path("thai/dates.py")
REQUIREMENT = re.compile(r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==\S+ +# \S.*")


def files(*suffixes: str) -> list[Path]:
    """The project's own files: tracked or about to be, but not what is installed or made."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    paths = [Path(name) for name in listed.stdout.split("\0") if name.endswith(suffixes)]
    return [path for path in paths if (ROOT / path).exists()]


def read(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def hand_written_python() -> list[Path]:
    return [path for path in files(".py") if "migrations" not in path.parts]


def own_models() -> list:
    return [
        model
        for app in apps.get_app_configs()
        if Path(app.path).is_relative_to(ROOT) and not Path(app.path).is_relative_to(ROOT / ".venv")
        for model in app.get_models()
    ]


def requirement_lines() -> list[str]:
    lines = [
        line
        for path in files(".txt")
        if path.match("requirements*")
        for line in read(path).splitlines()
    ]
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


def imported_by(path: Path, modules: dict[str, Path]) -> set[str]:
    """The project's own modules that a file imports, wherever in it and whatever for."""
    found = set()
    for node in ast.walk(ast.parse(read(path))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            found.add(name if name in modules else name.rpartition(".")[0])
    return {name for name in found if name in modules and modules[name] != path}


def module_name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def circle_in(imports: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as found:
        return found.args[1]
    return []


def test_no_module_imports_itself_in_a_circle():
    modules = {module_name(path): path for path in hand_written_python()}

    imports = {name: imported_by(path, modules) for name, path in modules.items()}

    assert circle_in(imports) == []


def test_no_file_is_too_long_to_read():
    lengths = {str(path): len(read(path).splitlines()) for path in hand_written_python()}

    assert {path: length for path, length in lengths.items() if length > 300} == {}


def test_only_thai_knows_how_far_the_buddhist_era_is_ahead():
    knowing = [path for path in hand_written_python() if re.search(r"\b543\b", read(path))]

    assert [path for path in knowing if path != THAI and path.parts[0] != "tests"] == []


def test_nobody_asks_for_the_time_without_a_zone():
    asking = re.compile(r"\bdatetime\.(now|utcnow|today)\(\)|\bdate\.today\(\)")

    assert [str(path) for path in hand_written_python() if asking.search(read(path))] == []


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
def test_the_operator_finds_every_table_in_the_admin(model):
    assert admin.site.is_registered(model)


@pytest.mark.parametrize("line", requirement_lines())
def test_every_dependency_is_pinned_and_says_why_it_is_here(line):
    assert REQUIREMENT.fullmatch(line)

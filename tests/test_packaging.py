"""The wheel: what is in it, and that it works away from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import drafter

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data" / "store" / "street.yaml"
INFO = f"drafter-{drafter.__version__}.dist-info"


def _run(command: list[str], folder: Path, **environment: str) -> str:
    """Run a command of Python's, away from whatever else could be imported, and return what it prints."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _build(target: str, source: Path, folder: Path) -> Path:
    """Build ``wheel`` or ``sdist`` from a source tree and return the file."""
    _run(["-m", "hatchling", "build", "-t", target, "-d", str(folder)], source)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return _build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked source distribution of this checkout."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(_build("sdist", ROOT, folder)) as archive:
        if hasattr(tarfile, "data_filter"):  # from Python 3.11.4; Debian 12 has 3.11.2
            archive.extraction_filter = tarfile.data_filter
        archive.extractall(folder)  # noqa: S202 - we packed it a moment ago
    (unpacked,) = (path for path in folder.iterdir() if path.is_dir())
    return unpacked


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed into it and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    _run(["-m", "pip", "install", "--no-deps", "--no-index", "--target", str(folder), str(wheel)], folder)
    return folder


def _members(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def _files(folder: str) -> set[str]:
    """The files that belong to a folder of the checkout, without what Python and editors leave behind."""
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in paths if "__pycache__" not in path.parts}


def test_wheel_holds_the_package_its_templates_and_schemas_and_nothing_else(wheel: Path) -> None:
    """templates/ and schemas/ travel inside the package; tests, examples and tools stay at home."""
    package = _files("drafter")
    data = {f"drafter/{name}" for name in _files("templates") | _files("schemas")}
    info = {f"{INFO}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")}
    assert _members(wheel) == package | data | info
    assert {
        "drafter/py.typed",
        "drafter/templates/phrases.yaml",
        "drafter/schemas/report.schema.json",
    } <= package | data


def test_wheel_has_ascii_names_only(wheel: Path) -> None:
    """Zip tools and file systems of other languages show the names as they are."""
    assert [name for name in _members(wheel) if not name.isascii()] == []


def test_wheel_from_the_source_distribution_is_the_same(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    """Who builds from the source distribution gets what the checkout gives."""
    assert _members(_build("wheel", sdist, tmp_path)) == _members(wheel)


def test_source_distribution_can_be_tested(sdist: Path) -> None:
    """It holds the tests, the examples and the papers."""
    top = {path.name for path in sdist.iterdir()}
    assert top >= {
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "pyproject.toml",
        "tests",
        "examples",
        "tools",
    }


def _only(folder: Path) -> dict[str, str]:
    """The environment in which ``drafter`` is imported from a folder and never from the working directory."""
    return {"PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"}


def test_installed_wheel_reads_its_own_resources(installed: Path, tmp_path: Path) -> None:
    """The installed package finds templates and schemas inside itself, not in a checkout nearby."""
    program = "from drafter.resources import folder; print(folder('templates')); print(folder('schemas'))"
    found = [Path(line) for line in _run(["-c", program], tmp_path, **_only(installed)).splitlines()]
    assert found == [installed / "drafter" / "templates", installed / "drafter" / "schemas"]


def test_installed_wheel_builds_a_report_from_any_folder(installed: Path, tmp_path: Path) -> None:
    """A data file in a folder far from the checkout becomes Word and Markdown beside it."""
    (tmp_path / "street.yaml").write_bytes(DATA.read_bytes())
    _run(["-m", "drafter", "build", "street.yaml", "-f", "docx,md"], tmp_path, **_only(installed))
    assert {path.name for path in tmp_path.iterdir()} == {"street.yaml", "street.docx", "street.md"}


def test_installed_wheel_is_typed_and_has_the_command(wheel: Path) -> None:
    """Type checkers read the package; installers make the command ``drafter``."""
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read(f"{INFO}/entry_points.txt").decode() == "[console_scripts]\ndrafter = drafter.cli:run\n"
        assert "License-Expression: MIT" in archive.read(f"{INFO}/METADATA").decode()


def test_editable_install_reads_the_checkout(tmp_path: Path) -> None:
    """What an editable install copies beside the packages of the environment is never read.

    hatchling puts a copy of templates/ there, which grows stale when the checkout changes. No other installation of the
    package is in the way here (-S).
    """
    editable = tmp_path / "site"
    shutil.unpack_archive(_build("wheel:editable", ROOT, tmp_path / "wheel"), editable, "zip")
    assert (editable / "drafter" / "templates").is_dir(), "the stale copy is no longer made: this test can go"
    (pth,) = editable.glob("*.pth")
    site = f"import site, sys; sys.path.insert(0, {str(editable)!r}); site.addsitedir({str(editable)!r})"
    program = f"{site}; from drafter.resources import folder; print(folder('templates'))"
    assert Path(pth.read_text(encoding="utf-8").strip()) == ROOT
    assert Path(_run(["-S", "-c", program], tmp_path, PYTHONSAFEPATH="1").strip()) == ROOT / "templates"

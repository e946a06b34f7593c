"""Where the files of a project are. A project is a folder with `ontology/mhgraph.ttl` and `data/`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mhgraph.errors import LinkLeadsOut, ProjectNotFound, ReadOnlyProject

_PACKAGED = Path(__file__).resolve().parents[1] / "_project"
_CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Project:
    """The folders of one project; file lists are sorted by name, so that nothing depends on the file system.

    Each list raises LinkLeadsOut for a symbolic link that leads out of the project.
    """

    root: Path

    @property
    def is_packaged(self) -> bool:
        """Whether this is the copy that is installed with the package."""
        return self.root.resolve() == _PACKAGED

    @property
    def ontology(self) -> list[Path]:
        """The Turtle files of the ontology, its vocabularies and its alignments."""
        return [*self._list("ontology", "*.ttl"), *self._list("ontology/vocabularies", "*.ttl")]

    @property
    def rules(self) -> list[Path]:
        """The rule files."""
        return self._list("ontology/rules", "*.rq")

    @property
    def dataset(self) -> list[Path]:
        """The file that describes the data itself: its title, version and licence; empty if there is none."""
        return self._list("data", "dataset.ttl")

    @property
    def entities(self) -> list[Path]:
        """The entity files: a folder for each kind of entity, a file for each part."""
        return self._list("data/entities", "*/*.ttl")

    @property
    def sources(self) -> list[Path]:
        """The source files, one for each document."""
        return self._list("data/sources", "*.trig")

    @property
    def judgements(self) -> list[Path]:
        """The judgement files, one for each source that judgements rest on first."""
        return self._list("data/judgements", "*.trig")

    @property
    def data(self) -> list[Path]:
        """All files of `data/`."""
        return [*self.dataset, *self.entities, *self.sources, *self.judgements]

    @property
    def strays(self) -> list[Path]:
        """The files below `data/` that are not read, for their place or their ending.

        Hidden files and folders (`.gitkeep`) and the backups of editors (`x.trig~`) are none.
        """
        folder, known = self.root / "data", set(self.data)
        found = [path for path in folder.rglob("*") if path not in known and (path.is_symlink() or not path.is_dir())]
        return sorted(path for path in found if not _is_left_alone(path.relative_to(folder)))

    @property
    def queries(self) -> list[Path]:
        """The canned queries."""
        return self._list("queries", "**/*.rq")

    @property
    def shapes(self) -> list[Path]:
        """The SHACL files."""
        return self._list("shapes", "*.ttl")

    def relative(self, path: Path) -> Path:
        """Return `path` as seen from the root, if it lies below it."""
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path

    def require_inside(self, path: Path) -> None:
        """Refuse a path that is, or lies behind, a symbolic link out of the project.

        A project that lies in another one (as a test's does) may share what that one has. The files of the installed
        copy are ours, wherever an installer keeps them.

        Raises:
            LinkLeadsOut: it does.
        """
        if self.is_packaged:
            return
        root, place = self.root.resolve(), path.resolve()
        homes = (root, *filter(_is_project, root.parents))
        if not any(place.is_relative_to(home) for home in homes):
            raise LinkLeadsOut(path)

    def _list(self, folder: str, pattern: str) -> list[Path]:
        found = _files(self.root / folder, pattern)
        # "**" goes past linked folders, and nothing is passed over in silence
        entries = (self.root / folder).rglob("*") if "**" in pattern else found
        links = (path for path in entries if path.is_symlink())
        for path in (self.root / folder, *sorted({path.parent for path in found}), *links):
            self.require_inside(path)
        return found

    def require_writable(self) -> None:
        """Refuse to go on with the installed copy.

        Raises:
            ReadOnlyProject: it is the installed copy.
        """
        if self.is_packaged:
            raise ReadOnlyProject(self.root)


def find_project(root: Path | None = None) -> Project:
    """Return the project at `root`; without it, the nearest one from here upwards, else the installed copy.

    Raises:
        ProjectNotFound: `root` is no project, or none is found and no copy is installed.
    """
    if root is not None:
        if not _is_project(root):
            raise ProjectNotFound(root)
        return Project(root.resolve())
    here = Path.cwd()
    for folder in (here, *here.parents):
        if _is_project(folder):
            return Project(folder)
    if _is_project(_PACKAGED):
        return Project(_PACKAGED)
    raise ProjectNotFound(here)


def installed_project() -> Project | None:
    """Return the project that came with the package: the installed copy or, in a checkout, the checkout itself."""
    root = next((root for root in (_PACKAGED, _CHECKOUT) if _is_project(root)), None)
    return None if root is None else Project(root)


def _is_project(folder: Path) -> bool:
    return (folder / "ontology" / "mhgraph.ttl").is_file() and (folder / "data").is_dir()


def _is_left_alone(path: Path) -> bool:
    return path.name.endswith("~") or any(part.startswith(".") for part in path.parts)


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if path.is_file())

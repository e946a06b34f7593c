"""Apache Jena behind an address, in a process of its own: `python -m tests.jena STORE PORT` (`union` at the end).

Debian has Jena's engine and the tools of its store TDB2, but not Fuseki, the server of both. So this one stands in for
it: a query is answered by the classes that answer it in Fuseki, and nothing but HTTP is ours.
"""

from __future__ import annotations

import sys
import threading
import zipfile
from pathlib import Path
from typing import Any

import jpype  # type: ignore[import-untyped] # it has no stubs

from tests.endpoint import ROWS, Reply, Request, Server

JARS = Path("/usr/share/java")
_LIBRARIES = (
    *("jena-*", "commons-cli", "commons-codec", "commons-compress", "commons-csv", "commons-io", "commons-lang3"),
    *("dexx.collection", "gson", "guava", "httpclient", "httpcore", "jackson-annotations", "jackson-core"),
    *("jackson-databind", "jsonld-java", "protobuf", "slf4j-api", "slf4j-nop", "thrift", "titanium-json-ld"),
)
_MISPLACED = "org/apache/jena/ext/"


def find_classes(folder: Path) -> str:
    """Return Java's class path for Jena. Some texts, which Debian put where Jena 4.5 does not look, go to a folder."""
    with zipfile.ZipFile(JARS / "jena-core.jar") as core:
        for name in core.namelist():
            if name.startswith(f"{_MISPLACED}xerces/") and not name.endswith("/"):
                path = folder / name.removeprefix(_MISPLACED)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(core.read(name))
    jars = [str(jar) for library in _LIBRARIES for jar in sorted(JARS.glob(f"{library}.jar"))]
    return ":".join([str(folder), *jars])


class Jena:
    """Answers queries on a TDB2 store, whose default graph may be the union of all its graphs."""

    def __init__(self, store: Path, *, is_union: bool) -> None:
        classes = jpype.JClass
        self._query: Any = classes("org.apache.jena.query.QueryFactory")
        self._execution: Any = classes("org.apache.jena.query.QueryExecutionFactory")
        self._read: Any = classes("org.apache.jena.query.ReadWrite").READ
        self._rows: Any = classes("org.apache.jena.query.ResultSetFormatter").outputAsJSON
        self._write: Any = classes("org.apache.jena.riot.RDFDataMgr").write
        self._triples: Any = classes("org.apache.jena.riot.RDFFormat").NTRIPLES_UTF8
        self._choose: Any = classes("org.apache.jena.sparql.core.DynamicDatasets").dynamicDataset
        self._chosen: Any = classes("org.apache.jena.sparql.core.DatasetDescription").create
        self._dataset: Any = classes("org.apache.jena.tdb2.TDB2Factory").connectDataset(str(store))
        self._dataset.getContext().set(classes("org.apache.jena.tdb2.TDB2").symUnionDefaultGraph, is_union)

    def reply(self, request: Request) -> Reply:
        """Return the answer to a query of the protocol."""
        try:
            query = self._query.create(request.form["query"][0])
        except jpype.JException as error:
            return Reply(400, str(error.message()).encode(), "text/plain")
        self._dataset.begin(self._read)
        try:
            return self._answer(query, request.form.get("default-graph-uri", []))
        finally:
            self._dataset.end()

    def _answer(self, query: Any, defaults: list[str]) -> Reply:
        dataset = self._dataset
        if defaults:
            names = jpype.java.util.ArrayList(defaults)
            dataset = self._choose(self._chosen(names, jpype.java.util.ArrayList()), dataset, False)
        sent = jpype.java.io.ByteArrayOutputStream()
        media_type = ROWS
        execution = self._execution.create(query, dataset)
        try:
            if query.isSelectType():
                self._rows(sent, execution.execSelect())
            elif query.isAskType():
                self._rows(sent, execution.execAsk())
            else:
                found = execution.execConstruct() if query.isConstructType() else execution.execDescribe()
                self._write(sent, found, self._triples)
                media_type = "application/n-triples"
        finally:
            execution.close()
        return Reply(data=bytes(sent.toByteArray()), media_type=media_type)


def _serve(store: Path, port: int, *, is_union: bool) -> None:
    jpype.startJVM("-Xmx512m", classpath=find_classes(store.parent / "classes").split(":"))
    server = Server(Jena(store, is_union=is_union).reply, port)
    threading.Event().wait()
    server.close()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]), int(sys.argv[2]), is_union=sys.argv[3:] == ["union"])

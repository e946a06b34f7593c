"""A server on the loopback address that notes what is asked of it, and a file with a word that nothing else has."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CANARY = "canary-7c1d"
_RESULTS = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'


class Listener:
    """A server that notes which paths were asked for, and answers so that an engine is content."""

    def __init__(self) -> None:
        asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                is_query = "query=" in self.path or self.command == "POST"
                body = _RESULTS if is_query else f"<http://e/a> <http://e/b> '{CANARY}' .\n".encode()
                kind = "application/sparql-results+json" if is_query else "text/turtle"
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.do_GET()

            def log_message(self, format: str, *args: object) -> None:
                """Print nothing."""

        self.asked = asked
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/sparql"
        threading.Thread(target=self.server.serve_forever, args=[0.02], daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def write_canary(folder: Path) -> str:
    """Write the file, and return its address."""
    path = folder / "canary.ttl"
    path.write_text(f"<http://e/a> <http://e/b> '{CANARY}' .\n", encoding="utf-8")
    return path.as_uri()

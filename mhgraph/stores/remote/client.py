"""The HTTP client: one address, its credentials, its limits, and what each failure means in one line."""

from __future__ import annotations

import os
import time
import weakref
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.exceptions import HTTPError, MaxRetryError, ResponseError
from urllib3.util.retry import Retry

from mhgraph import __version__
from mhgraph.errors import EndpointFailed, InvalidQuery, InvalidValue, QueryStopped
from mhgraph.stores import Limits

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from urllib3.connectionpool import ConnectionPool
    from urllib3.response import BaseHTTPResponse

_CONNECT_SECONDS = 10.0
_RETRIES = 3
_LONGEST_WAIT = 30.0  # seconds
_CHUNK = 2**16  # bytes
_LONGEST_REASON = 200  # characters
WEB_PAGES = ("text/html", "application/xhtml+xml")


class Response(NamedTuple):
    """What a server sent: all of it, and how it is labelled."""

    status: int
    headers: Mapping[str, str]
    data: bytes

    @property
    def media_type(self) -> str:
        """Its media type in lower case, without parameters; "" if it has none."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def reason(self) -> str:
        """What the server says of its failure, in one line without control characters; "" for a web page."""
        if self.media_type in WEB_PAGES:
            return ""
        text = "".join(char if char.isprintable() else " " for char in self.data.decode(errors="replace"))
        return " ".join(text.split())[:_LONGEST_REASON]


class Client:
    """Sends queries to one address. `address` is how it may be printed: without user, password and parameters."""

    def __init__(self, url: str) -> None:
        parts = _split(url)
        self.address = _without_secrets(parts)
        self._url = parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="").geturl()
        self._auth = _find_credentials(parts)
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"mhgraph/{__version__}"
        patience = _Patience(
            total=None,
            connect=0,
            read=0,
            other=0,
            status=_RETRIES,
            status_forcelist=(HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE),
            allowed_methods=None,  # a query changes nothing, so a POST may be sent again
            backoff_factor=0.5,
            raise_on_status=False,
        )
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=patience))
        weakref.finalize(self, self._session.close)  # its connections stay open for the next query, and no longer

    def post(self, form: Mapping[str, str], accept: str, limits: Limits) -> Response:
        """Return what the server answers to a query.

        Raises:
            InvalidQuery: the server does not take it.

        Raises EndpointFailed where the server cannot be reached, refuses or fails, QueryStopped where a limit is met.
        """
        try:
            response = self._send(form, accept, limits)
            if _wants_digest(response) and isinstance(self._auth, HTTPBasicAuth):
                self._auth = HTTPDigestAuth(self._auth.username, self._auth.password)
                response = self._send(form, accept, limits)
        except (requests.exceptions.RequestException, HTTPError) as error:
            raise self._explain_error(error, limits) from error
        if response.status == HTTPStatus.BAD_REQUEST:
            raise InvalidQuery(f"the endpoint does not take the query: {response.reason}")
        if response.status != HTTPStatus.OK:
            raise self._explain_status(response)
        return response

    def _send(self, form: Mapping[str, str], accept: str, limits: Limits) -> Response:
        headers = {"Accept": accept}
        end = time.monotonic() + limits.seconds
        sent = self._session.post(
            self._url,
            data=form,
            headers=headers,
            auth=self._auth,
            timeout=(min(_CONNECT_SECONDS, limits.seconds), limits.seconds),
            allow_redirects=False,
            stream=True,
        )
        with sent:
            data = bytearray()
            # what is there, and not a chunk of that size: a server that dribbles would hold it up beyond the limit
            while chunk := sent.raw.read1(_CHUNK, decode_content=True):
                data += chunk
                if time.monotonic() > end:
                    raise self._too_slow(limits)
                if len(data) > limits.output * 2**20:
                    raise QueryStopped(f"the answer is larger than {limits.output} MiB", "ask for less")
        return Response(sent.status_code, sent.headers, bytes(data))

    def _too_slow(self, limits: Limits) -> QueryStopped:
        return QueryStopped(f"{self.address} did not answer within {limits.seconds:g} seconds", "ask for less")

    def _explain_status(self, response: Response) -> EndpointFailed:
        """Return what a status other than 200 and 400 means for whoever named the address."""
        status = response.status
        problem, remedy = f"failed (HTTP {status}) {response.reason}".rstrip(), "ask those who run it"
        if status == HTTPStatus.UNAUTHORIZED and self._auth is not None:
            problem, remedy = "does not take the user and password, or the token", "check them"
        elif status == HTTPStatus.UNAUTHORIZED:
            problem = "asks for a user and password"
            remedy = "put them in MHGRAPH_ENDPOINT_USER and MHGRAPH_ENDPOINT_PASSWORD, or in a netrc file"
        elif status == HTTPStatus.FORBIDDEN:
            problem, remedy = "does not let you read it", "ask those who run it for the right to"
        elif status == HTTPStatus.NOT_FOUND:
            problem, remedy = "is no address of that server", "name the address that answers SPARQL queries"
        elif status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
            problem, remedy = f"is busy or down (HTTP {status})", "try again later"
        elif "Location" in response.headers:
            moved = urljoin(self._url, response.headers["Location"])
            problem, remedy = f"has moved to {_without_secrets(urlsplit(moved))}", "name that address, if you trust it"
        return EndpointFailed(self.address, problem, remedy)

    def _explain_error(self, error: Exception, limits: Limits) -> EndpointFailed | QueryStopped:
        """Return what an error of the HTTP client means for whoever named the address."""
        text = str(error)
        if isinstance(error, requests.exceptions.Timeout) or "timed out" in text:
            return self._too_slow(limits)
        if isinstance(error, requests.exceptions.ProxyError):
            return EndpointFailed(self.address, "cannot be reached through the proxy", "see HTTPS_PROXY and NO_PROXY")
        if isinstance(error, requests.exceptions.SSLError):
            remedy = "name the file of its certificate authority in REQUESTS_CA_BUNDLE, if you trust it"
            return EndpointFailed(self.address, "has no certificate that this machine trusts", remedy)
        if isinstance(error, requests.exceptions.ConnectionError) and "Connection aborted" not in text:
            known = "does not exist" if "resolve" in text or "getaddrinfo" in text else "does not answer"
            return EndpointFailed(self.address, known, "check the address, and whether the server runs")
        return EndpointFailed(self.address, "broke off in the middle of its answer", "try again, or ask for less")


class _Patience(Retry):
    """Tries again where a server is busy (429, 503), when it says; not where that is longer than anybody waits."""

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: ConnectionPool | None = None,
        _stacktrace: TracebackType | None = None,
    ) -> Self:
        """Return what is left of the patience. Raises what Retry raises, when there is none.

        Raises:
            MaxRetryError: the server asks to wait for too long.
        """
        if response is not None and _pool is not None and (self.get_retry_after(response) or 0) > _LONGEST_WAIT:
            raise MaxRetryError(_pool, url or "", ResponseError("asked to wait for too long"))
        return super().increment(method, url, response, error, _pool, _stacktrace)


class _Token(AuthBase):
    """A token in the header of every request."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _split(url: str) -> SplitResult:
    """Return the parts of an address.

    Raises:
        InvalidValue: it is none of a server.
    """
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address or any(char.isspace() for char in url):
        raise InvalidValue("endpoint", url.rpartition("@")[2], "an address like https://data.example.org/sparql")
    return parts


def _without_secrets(parts: SplitResult) -> str:
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def _find_credentials(parts: SplitResult) -> AuthBase | None:
    """Return what to show the server, the nearest first; a netrc file is left to the HTTP client."""
    user, password = os.environ.get("MHGRAPH_ENDPOINT_USER", ""), os.environ.get("MHGRAPH_ENDPOINT_PASSWORD", "")
    if parts.username is not None:
        user, password = unquote(parts.username), unquote(parts.password or "")
    if user:
        return HTTPBasicAuth(user.encode(), password.encode())
    token = os.environ.get("MHGRAPH_ENDPOINT_TOKEN", "")
    return _Token(token) if token else None


def _wants_digest(response: Response) -> bool:
    challenge = response.headers.get("WWW-Authenticate", "").lower()
    return response.status == HTTPStatus.UNAUTHORIZED and challenge.startswith("digest")

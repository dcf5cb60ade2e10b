"""A request's body arrives in full or not at all.

Where a phone loses its line half way, a server that waits no longer hands on what it got as if it
were everything: half a note would be recorded as the whole one. Reading such a body fails instead,
and Django then knows of no form.
"""

from collections.abc import Iterable
from typing import BinaryIO
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


class WholeBody:
    def __init__(self, stream: BinaryIO, length: int) -> None:
        self._stream = stream
        self._left = length

    def read(self, size: int | None = -1) -> bytes:
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        return self._counted(self._stream.read(wanted), wanted)

    def readline(self, size: int = -1) -> bytes:
        line = self._stream.readline(size)
        return self._counted(line, min(1, self._left))

    def _counted(self, data: bytes, least: int) -> bytes:
        if len(data) < least:
            raise ConnectionError("The body was cut off on its way.")
        self._left -= len(data)
        return data


def whole_bodies(application: WSGIApplication) -> WSGIApplication:
    def respond(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        length = environ.get("CONTENT_LENGTH") or "0"
        if length.isdecimal():
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(length))
        return application(environ, start_response)

    return respond

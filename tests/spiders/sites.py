"""A site on the loopback interface that answers as it is told to, and remembers what it was asked."""

from __future__ import annotations

import socket
import struct
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import NamedTuple


class Answer(NamedTuple):
    body: bytes = b""
    status: int = 200
    headers: dict = {}
    fault: str | None = None
    """``reset`` breaks the connection, ``silence`` never answers."""


class Asked(NamedTuple):
    at: float
    path: str
    status: int | str


NO_ROBOTS = Answer(b"", 404)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        site = self.server.site
        answer = site.answer(self.path)
        if answer.fault:
            self.close_connection = True
            getattr(self, answer.fault)()
            return
        with site.one_more():
            time.sleep(site.latency)
            self.send_response(answer.status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
        self.wfile.write(answer.body)

    def reset(self):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.rfile.close()

    def silence(self):
        self.server.site.stopped.wait(30)

    def log_message(self, *_):
        """Be quiet."""


class Server(ThreadingHTTPServer):
    daemon_threads, block_on_close, request_queue_size = True, False, 50

    def handle_error(self, *_):
        """Clients that go away are part of the play."""


class Site:
    """*script* gives the answer to a path and to how often it was asked for before; robots.txt is *robots*."""

    def __init__(self, script, robots=NO_ROBOTS):
        self.script, self.robots = script, robots
        self.asked: list[Asked] = []
        self.latency = 0.0
        self.at_once = self.most_at_once = 0
        self.stopped = threading.Event()
        self._lock = threading.Lock()

    def answer(self, path):
        with self._lock:
            times = sum(asked.path == path for asked in self.asked)
            answer = self.robots if path == "/robots.txt" else self.script(path, times)
            self.asked.append(Asked(time.monotonic(), path, answer.fault or answer.status))
        return answer

    @contextmanager
    def one_more(self):
        with self._lock:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        yield
        with self._lock:
            self.at_once -= 1

    def paths(self):
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def gaps(self):
        times = [asked.at for asked in self.asked]
        return [later - earlier for earlier, later in pairwise(times)]

    def url(self, number):
        return f"{self.base}/title/tt{number:07}/"

    @contextmanager
    def serve(self, port=0, context=None):
        with Server(("127.0.0.1", port), Handler) as server:
            server.site = self
            if context:
                server.socket = context.wrap_socket(server.socket, server_side=True)
            self.base = f"http{'s' if context else ''}://127.0.0.1:{server.server_port}"
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
            yield self
            self.stopped.set()
            server.shutdown()


def number_in(path):
    return int("".join(filter(str.isdigit, path)) or 0)

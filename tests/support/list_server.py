#!/usr/bin/env python3
"""An HTTP server for tests, that serves lists well and badly.

    list_server.py FOLDER [CERTIFICATE KEY]

It listens on a free port of 127.0.0.1, prints the port, and ends when its standard input ends, so that it never
outlives the test. A request for /HOW/anything/FILE is answered with FILE of FOLDER in the way that HOW names (the
functions below). What depends on earlier requests is counted by path. Every request is a line of requests.log in
FOLDER, written before it is answered: path, then the headers that tests ask about, separated by tabs.
"""

import email.utils
import hashlib
import os
import socket
import ssl
import struct
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOGGED = ("Range", "If-Range", "If-None-Match", "If-Modified-Since", "User-Agent", "Host")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    counts = {}
    lock = threading.Lock()

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = self.path.split("?")[0]
        if path.startswith("http://"):  # asked as a proxy
            path = "/" + path.split("/", 3)[3]
        self.how, self.name = path.strip("/").split("/")[0], os.path.basename(path)
        with self.lock:
            self.count = self.counts[path] = self.counts.get(path, 0) + 1
            with open(os.path.join(self.server.folder, "requests.log"), "a") as log:
                log.write("\t".join([self.path] + [self.headers.get(name, "-") for name in LOGGED]) + "\n")
        serve = getattr(self, "serve_" + self.how.replace("-", "_"), None)
        if serve is None:
            return self.answer(404, b"nothing here")
        try:
            serve()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    # --- pieces

    def content(self):
        with open(os.path.join(self.server.folder, self.name), "rb") as file:
            return file.read()

    def modified(self):
        seconds = os.stat(os.path.join(self.server.folder, self.name)).st_mtime
        return email.utils.formatdate(int(seconds), usegmt=True)

    def etag(self):
        return '"' + hashlib.sha256(self.content()).hexdigest()[:16] + '"'

    def head(self, status, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()

    def answer(self, status, body, **headers):
        self.head(status, Content_Length=len(body), **headers)
        self.wfile.write(body)

    def whole(self, **headers):
        self.answer(200, self.content(), ETag=self.etag(), Last_Modified=self.modified(), **headers)

    def reset(self):
        """Ends the connection as a crash would: the other side learns it as an error."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def half(self, **headers):
        body = self.content()
        self.head(200, Content_Length=len(body), **headers)
        self.wfile.write(body[: len(body) // 2])

    def rest(self):
        """What a Range asks for, if If-Range still holds; else all of it."""
        wanted = self.headers.get("Range")
        if not wanted or self.headers.get("If-Range") not in (None, self.etag(), self.modified()):
            return self.whole()
        body = self.content()
        first = int(wanted.split("=")[1].split("-")[0])
        if first >= len(body):
            return self.answer(416, b"", Content_Range=f"bytes */{len(body)}")
        self.answer(206, body[first:], ETag=self.etag(), Content_Range=f"bytes {first}-{len(body) - 1}/{len(body)}")

    # --- as it should be

    def serve_good(self):
        if self.headers.get("If-None-Match") == self.etag():
            self.head(304, ETag=self.etag())
        else:
            self.rest()

    def serve_dated(self):
        """No ETag, but a date."""
        if self.headers.get("If-Modified-Since") == self.modified():
            return self.head(304)
        self.answer(200, self.content(), Last_Modified=self.modified())

    def serve_plain(self):
        """No ETag and no date."""
        self.answer(200, self.content())

    def serve_chunked(self):
        body = self.content()
        self.head(200, Transfer_Encoding="chunked")
        for start in range(0, len(body), 100):
            part = body[start : start + 100]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        self.wfile.write(b"0\r\n\r\n")

    # --- somewhere else

    def serve_moved(self):
        self.answer(302, b"moved", Location=f"/good/{self.name}")

    def serve_moved_abroad(self):
        """To an address that the test wrote into a file."""
        with open(os.path.join(self.server.folder, "abroad.txt")) as file:
            self.answer(302, b"moved", Location=file.read().strip())

    def serve_circle(self):
        self.answer(302, b"moved", Location=f"/circle-back/{self.name}")

    def serve_circle_back(self):
        self.answer(302, b"moved", Location=f"/circle/{self.name}")

    def serve_ever_on(self):
        step = len(self.path.split("/"))
        self.answer(301, b"moved", Location=self.path.replace("/ever-on/", "/ever-on/on/") if step < 90 else "/good/x")

    def serve_to_a_file(self):
        self.answer(302, b"moved", Location="file:///etc/passwd")

    # --- not the whole of it

    def serve_cut(self):
        """Promises all and sends half."""
        self.half()
        self.close_connection = True

    def serve_promises_more(self):
        """Says twice the length, sends all there is, and hangs up."""
        body = self.content()
        self.head(200, Content_Length=2 * len(body))
        self.wfile.write(body)
        self.close_connection = True

    def serve_promises_less(self):
        """Says half the length and sends all."""
        body = self.content()
        self.head(200, Content_Length=len(body) // 2)
        self.wfile.write(body)
        self.close_connection = True

    def serve_chunked_cut(self):
        self.head(200, Transfer_Encoding="chunked")
        body = self.content()
        self.wfile.write(b"%x\r\n%s\r\n" % (len(body), body))
        self.close_connection = True

    def serve_empty(self):
        self.answer(200, b"")

    # --- breaks off, and goes on when asked again

    def serve_breaks_once(self):
        if self.count > 1:
            return self.rest()
        self.half(ETag=self.etag(), Last_Modified=self.modified())
        self.reset()

    def serve_breaks_then_all(self):
        """Knows no Range."""
        if self.count > 1:
            return self.whole()
        self.half(ETag=self.etag())
        self.reset()

    def serve_breaks_undated(self):
        """Gives nothing to know the file again by."""
        if self.count > 1:
            return self.rest()
        self.half()
        self.reset()

    def serve_breaks_weak(self):
        if self.count > 1:
            return self.rest()
        self.half(ETag="W/" + self.etag())
        self.reset()

    def serve_breaks_changed(self):
        """The file is another one when it is asked for the rest."""
        if self.count == 1:
            self.half(ETag='"of another file"')
            return self.reset()
        self.rest()

    def serve_breaks_wrong_part(self):
        """Sends another part than the one that was asked for, once."""
        if self.count == 1:
            self.half(ETag=self.etag())
            return self.reset()
        if self.count == 2:
            body = self.content()
            return self.answer(206, body[7:], ETag=self.etag(), Content_Range=f"bytes 7-{len(body) - 1}/{len(body)}")
        self.rest()

    def serve_breaks_always(self):
        self.half(ETag=self.etag())
        self.reset()

    # --- something else

    def serve_page(self):
        body = b"<!DOCTYPE html>\n<html><head><title>\n Sign in  to continue\n</title></head><body>Hello</body></html>"
        self.answer(200, body, Content_Type="text/html")

    def serve_xhtml(self):
        body = b'<?xml version="1.0"?>\n<!-- hello -->\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'
        self.answer(200, body, Content_Type="text/xml")

    def serve_sorry(self):
        self.answer(200, b"Service temporarily unavailable", Content_Type="text/plain")

    def serve_status_403(self):
        self.answer(403, b"no")

    def serve_status_410(self):
        self.answer(410, b"no")

    def serve_status_418(self):
        self.answer(418, b"no")

    def serve_status_500(self):
        self.answer(500, b"<html>oops</html>" * 10000)

    def serve_fails_once(self):
        self.whole() if self.count > 1 else self.answer(500, b"oops")

    def serve_busy_once(self):
        self.whole() if self.count > 1 else self.answer(429, b"slow down", Retry_After=7)

    def serve_busy_until(self):
        date = email.utils.formatdate(int(time.time()) + 30, usegmt=True)
        self.whole() if self.count > 1 else self.answer(503, b"closed", Retry_After=date)

    def serve_busy_for_long(self):
        self.answer(429, b"slow down", Retry_After=86400)

    def serve_no_http(self):
        self.wfile.write(b"220 mail.example.org ESMTP\r\n")
        self.close_connection = True

    def serve_large_head(self):
        self.send_response(200)
        for number in range(1000):
            self.send_header(f"X-{number}", "x" * 100)
        self.end_headers()
        self.close_connection = True

    # --- slowly, or never

    def serve_drip(self):
        """A byte a second."""
        body = self.content()
        self.head(200, Content_Length=len(body))
        for byte in body:
            self.wfile.write(bytes([byte]))
            self.server.ending.wait(1)

    def serve_silence(self):
        """Takes the request and never answers."""
        self.server.ending.wait(600)

    # --- without end

    def serve_flood(self):
        self.head(200)
        while True:
            self.wfile.write(b"x" * 65536)

    def serve_large(self):
        self.head(200, Content_Length=10**13)
        self.wfile.write(b"x")
        self.server.ending.wait(600)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_):
        pass


def main():
    server = Server(("127.0.0.1", 0), Handler)
    server.folder = sys.argv[1]
    server.ending = threading.Event()
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    server.ending.set()


if __name__ == "__main__":
    main()

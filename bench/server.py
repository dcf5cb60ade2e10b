"""The real server, and asking it as a person who has signed in."""

import contextlib
import os
import subprocess
import sys
import time
import urllib.request

from django.test import Client

from organizations.models import User

PORT = 18765


@contextlib.contextmanager
def served():
    serve = ["gunicorn", "--config", "ita_tracker/serving.py", "ita_tracker.wsgi"]
    server = subprocess.Popen(
        [sys.executable, "-m", *serve],
        env=os.environ | {"PORT": str(PORT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        time.sleep(4)
        yield
    finally:
        server.terminate()
        server.wait()


def cookie_of(username: str) -> str:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return f"sessionid={client.cookies['sessionid'].value}"


def ask_server(path: str, cookie: str) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}", headers={"Cookie": cookie})
    with urllib.request.urlopen(request) as response:
        response.read()

"""How gunicorn serves: on a small machine, and as well behind nginx."""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# While one waits for a print, or for a phone on a slow line, the others still answer.
threads = 4
# What a worker keeps of its memory over the weeks: it starts afresh now and then.
max_requests = 1000
max_requests_jitter = 100
timeout = 120
loglevel = "warning"
# It would be one file for every copy on this machine, in a home directory that may be read-only.
control_socket_disable = True

"""How gunicorn serves: on a small machine, and as well behind nginx."""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# While one thread lays out a report, the others still answer.
threads = 4
# A report of many pages keeps memory; a worker starts afresh now and then.
max_requests = 1000
max_requests_jitter = 100
timeout = 120
loglevel = "warning"
# It would be one file for every copy on this machine, in a home directory that may be read-only.
control_socket_disable = True

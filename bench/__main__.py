"""What things cost, as ratios within one run: script/bench

Ratios hold on any machine, seconds do not. Each row says what it may be at most; the exit code
tells whether all kept to it.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="ita-bench-") as data:
        os.environ |= {
            "DATA_DIR": data,
            "DATABASE_URL": f"sqlite:///{data}/ita.sqlite3",
            "DJANGO_SETTINGS_MODULE": "ita_tracker.settings",
        }
        for command in ("migrate -v0", "createcachetable", "collectstatic --noinput -v0"):
            manage(*command.split())
        manage("load_demo", "--password", "bench-pass-1")
        if Path("/usr/share/libthai/thbrk.tri").exists():
            subprocess.run(["script/build_words", f"{data}/libthai"], check=True)
        return subprocess.run([sys.executable, "-m", "bench.measurements"]).returncode


def manage(*command):
    subprocess.run([sys.executable, "manage.py", *command], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())

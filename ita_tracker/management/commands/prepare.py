import time
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from organizations.models import User


class Command(BaseCommand):
    help = "เตรียมฐานข้อมูลและไฟล์ประกอบให้ตรงกับโปรแกรมรุ่นนี้ (เรียกซ้ำได้)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demo", action="store_true", help="ถ้ายังไม่มีผู้ใช้ ให้สร้างหน่วยงานสาธิตด้วย")

    def handle(self, *args: Any, demo: bool = False, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("clearsessions")
        self.clear_arriving()
        self.collect_static()
        if demo and not User.objects.exists():
            call_command("load_demo", stdout=self.stdout)

    def clear_arriving(self) -> None:
        """What was on its way in when the machine lost its power."""
        a_day_ago = time.time() - 24 * 3600
        for left in Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir():
            if left.stat().st_mtime < a_day_ago:
                left.unlink()

    def collect_static(self) -> None:
        """Only what changed since: compressing every file keeps a small machine busy."""
        collected = Path(settings.STATIC_ROOT) / ".collected"
        wanted = fingerprint()
        if not collected.exists() or collected.read_text() != wanted:
            self.stdout.write("กำลังเตรียมไฟล์ประกอบหน้าเว็บ ใช้เวลาราวครึ่งนาที")
            call_command("collectstatic", interactive=False, verbosity=0)
            collected.write_text(wanted)


def fingerprint() -> str:
    """Differs whenever a file to be served differs."""
    seen = sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            file = Path(storage.path(name)).stat()
            seen.update(f"{name} {file.st_size} {file.st_mtime_ns}\n".encode())
    return seen.hexdigest()

"""A whole installation is lost, and its reports are still provable from the last copy."""

import pytest

from tests.e2e.installation import installed

# On PostgreSQL too: a dump and a restore are each database's own.
pytestmark = [pytest.mark.both_databases, pytest.mark.slow]

KEEP_PDF = """
import sys
from django.conf import settings
from issuing.keeping import keep_printed, print_to_keep
from issuing.models import IssuedReport
from reports.printing.views import wait_for
settings.PRINT_PATIENCE = 100
issued = IssuedReport.objects.get()
sys.stdout.buffer.write(keep_printed(issued, "pdf", wait_for(*print_to_keep(issued, "pdf"))).read())
"""
READ = """
import sys
from issuing.models import IssuedFile
sys.stdout.buffer.write(IssuedFile.objects.get(kind="%s").read())
"""


@pytest.fixture(scope="module")
def lost(demonstration, tmp_path_factory):
    """The demonstration office, its report printed, and a copy of it all made by script/backup."""
    tmp_path = tmp_path_factory.mktemp("office")
    with installed(tmp_path / "lost", like=demonstration) as office:
        (tmp_path / "report.pdf").write_bytes(office.shell(KEEP_PDF))
        (tmp_path / "report.html").write_bytes(office.shell(READ % "html"))
        office.run("script/backup", tmp_path / "copies")
    return tmp_path


@pytest.fixture(scope="module")
def restored(lost):
    """Another installation, into which the copy was put as docs/backup.md says."""
    [copy] = (lost / "copies").iterdir()
    with installed(lost / "restored") as office:
        office.run("tar", "-xf", copy, "-C", office.data)
        if (dump := office.data / "ita.dump").exists():
            office.run("pg_restore", "--no-owner", f"--dbname={office.database_url}", dump)
        yield office


def test_what_was_issued_is_verified_after_a_dump_and_a_restore(lost, restored):
    for name in ("report.pdf", "report.html"):
        said = restored.manage("verify_report", lost / name).stdout.decode()
        assert "รายงานเลขที่ 1/2566" in said

    assert restored.shell(READ % "pdf") == (lost / "report.pdf").read_bytes()


def test_a_byte_changed_is_refused_there_too(lost, restored):
    changed = bytearray((lost / "report.pdf").read_bytes())
    changed[1000] ^= 1
    (lost / "changed.pdf").write_bytes(changed)

    refused = restored.manage("verify_report", lost / "changed.pdf", check=False)

    assert refused.returncode != 0
    assert "ไม่ใช่ฉบับที่ออกจากระบบนี้" in refused.stderr.decode()

import pytest

from reports.eit import link_faults

BROKEN = (
    "https://itas.nacc.go.th/go/verifypotpeit?tokenId=๒๗๕๙๔๘๒"
    "&tokenValue=acdl๒๑๘๗a-๙๒๘๐-๔๖๓f-๘๓๗๐-f๑f๑๘๖b๑๖๖๙&departmentId=๑๖๐๙"
)


@pytest.mark.parametrize(
    "url", ["https://itas.nacc.go.th/go/eit/thamsing66", "https://itas.nacc.go.th/go/eit/9f-2_a/"]
)
def test_a_public_link_has_no_faults(url):
    assert link_faults(url) == []


def test_the_link_of_the_source_is_broken_three_times_over():
    faults = link_faults(BROKEN)

    assert len(faults) == 3
    assert "เลขไทย" in faults[0]
    assert "รายเดียว" in faults[1]
    assert "acdl2187a-9280-463f-8370-f1f186b1669" in faults[2]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "ยังไม่มีลิงก์"),
        ("https://itas.nacc.go.th/go/eit/๙๙", "เลขไทย"),
        ("http://itas.nacc.go.th/go/eit/9", "ไม่ใช่ลิงก์ของระบบ ITAS"),
        ("https://itas.nacc.go.th.evil.example/go/eit/9", "ไม่ใช่ลิงก์ของระบบ ITAS"),
        ("https://itas.nacc.go.th/", "ไม่ใช่รูปแบบ"),
        ("https://itas.nacc.go.th:notaport/go/eit/9", "อ่านลิงก์ไม่ได้"),
        ("https://[itas/go/eit/9", "อ่านลิงก์ไม่ได้"),
    ],
)
def test_a_wrong_link_is_named_for_what_is_wrong(url, reason):
    assert any(reason in fault for fault in link_faults(url))

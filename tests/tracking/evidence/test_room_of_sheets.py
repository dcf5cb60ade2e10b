"""How much room a sheet would take is known before it is laid out."""

import io
import zipfile

import pytest

from tracking.uploads.refusal import Refused
from tracking.uploads.sheets import require_modest_sheets


def archive(xml: str) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("xl/worksheets/sheet1.xml", xml)
    return file


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<x:row r='1048576'><x:c t='n' r='XFD1048576'><x:v>1</x:v></x:c></x:row>",
        f'<row r="1048576">{"<c><v>1</v></c>" * 50}</row>',
    ],
)
def test_cells_far_apart_are_refused(xml):
    with pytest.raises(Refused, match="โปรดลบข้อมูลที่อยู่ไกลจากตาราง"):
        require_modest_sheets(archive(f"<sheetData>{xml}</sheetData>"))


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" ht="9"/>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>r="XFD1048576"</t></is></c></row>',
        "".join(f'<row r="{n}"><c><v>1</v></c><c><v>2</v></c></row>' for n in range(1, 3000)),
        "",
    ],
)
def test_ordinary_sheets_and_formatting_far_away_are_not(xml):
    require_modest_sheets(archive(f"<sheetData>{xml}</sheetData>"))

from io import BytesIO

from docx.shared import Mm
from docx.text.paragraph import Paragraph

from reports.files.outline import Picture


def draw(paragraph: Paragraph, picture: Picture) -> None:
    """The picture in the line, with what it shows in words for people who cannot see it."""
    shape = paragraph.add_run().add_picture(BytesIO(picture.content), width=Mm(picture.width))
    shape._inline.docPr.set("descr", picture.alt)

"""QR codes as pictures written into the page."""

import segno


def qr_of(url: str) -> str:
    """An SVG data URI; "" for a link longer than any QR code holds."""
    try:
        code = segno.make(url, error="m", boost_error=False)
    except segno.DataOverflowError:
        return ""
    return code.svg_data_uri(border=2, omitsize=True, svgclass=None, lineclass=None)

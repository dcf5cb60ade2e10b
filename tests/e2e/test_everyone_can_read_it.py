"""Every page, at a desk and on a phone, by eye and by screen reader."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from script.purge_bootstrap import KEPT, OWN, styled

pytestmark = pytest.mark.browser

#: The classes that each stylesheet dresses, by its name.
STYLED = {sheet.stem: styled(sheet.read_text()) for sheet in (KEPT, *OWN.glob("*.css"))}

#: A desk and a phone.
WIDTHS = (1280, 390)
SIGNED_IN = [
    ("siriporn", "/reports/{year}/"),
    ("siriporn", "/reports/2566/progress/"),
    ("siriporn", "/reports/{year}/progress/"),
    ("siriporn", "/reports/{year}/progress/wording/"),
    ("siriporn", "/reports/{year}/progress/remarks/"),
    ("siriporn", "/reports/{year}/progress/remarks/3/"),
    ("siriporn", "/reports/{year}/prints/0/"),
    ("siriporn", "/reports/{year}/check/"),
    ("wittaya", "/reports/2566/check/?show=error"),
    ("siriporn", "/reports/{year}/issued/"),
    ("rattana", "/reports/2566/issued/"),
    ("siriporn", "/reports/{year}/propose/"),
    ("siriporn", "/reports/2566/proposals/1/"),
    ("siriporn", "/reports/2566/issued/1/"),
    (None, "/verify/"),
    (None, "/published/tham-sing/"),
    ("siriporn", "/measures/{year}/"),
    ("siriporn", "/measures/{year}/3/"),
    ("siriporn", "/measures/2566/3/"),
    ("thanakorn", "/reports/{year}/my-work/"),
    ("thanakorn", "/reports/{year}/my-work/?show=soon&unit=0"),
    ("thanakorn", "/reports/{year}/outstanding/"),
    ("siriporn", "/reports/{year}/outstanding/"),
    ("siriporn", "/reports/{year}/follow-up/"),
    ("siriporn", "/reports/{year}/meeting/"),
    ("rattana", "/reports/{year}/meeting/?by=trouble"),
    ("siriporn", "/reports/{year}/itas/"),
    ("wittaya", "/reports/{year}/word-template/"),
    ("thanakorn", "/measures/{year}/1/progress/"),
    ("siriporn", "/measures/{year}/3/review/"),
    ("wittaya", "/reports/{year}/board/"),
    ("wittaya", "/measures/{year}/import/"),
    ("wittaya", "/measures/{year}/4/edit/"),
    ("wittaya", "/measures/{year}/4/remove/"),
    ("wittaya", "/measures/{year}/new/"),
    ("wittaya", "/measures/{year}/order/"),
    ("wittaya", "/disclosures/{year}/18/edit/"),
    ("wittaya", "/reports/years/"),
    ("wittaya", "/reports/open/"),
    ("wittaya", "/reports/2566/year/"),
    ("wittaya", "/reports/{year}/year/close/"),
    ("wittaya", "/reports/2566/year/reopen/"),
    ("wittaya", "/reports/{year}/setup/"),
    ("wittaya", "/reports/{year}/setup/start/"),
    ("thanakorn", "/reports/{year}/compare/2566/"),
    ("siriporn", "/reports/{year}/book/"),
    ("wittaya", "/office/units/"),
    ("wittaya", "/office/units/2/"),
    ("wittaya", "/office/units/2/merge/"),
    ("wittaya", "/office/units/new/"),
    ("wittaya", "/office/people/"),
    ("wittaya", "/office/people/4/"),
    ("wittaya", "/office/people/4/leave/"),
    ("wittaya", "/office/people/new/"),
    ("wittaya", "/office/people/paste/"),
    ("wittaya", "/disclosures/{year}/"),
    ("wittaya", "/disclosures/{year}/?show=returned"),
    ("wittaya", "/disclosures/{year}/29/"),
    ("thanakorn", "/disclosures/{year}/18/"),
    ("thanakorn", "/disclosures/{year}/18/progress/"),
    ("rattana", "/reports/{year}/"),
    ("thanakorn", "/notices/"),
    ("rattana", "/notices/?show=unread"),
    ("thanakorn", "/accounts/password/change/"),
    ("thanakorn", "/accounts/logout/"),
    ("thanakorn", "/nowhere/"),
    ("thanakorn", "/accounts/second-factor/"),
    ("prapa", "/overview/?sort=-late"),
    ("prapa", "/overview/?q=ไม่มีชื่อนี้"),
    ("prapa", "/overview/tham-sing/{year}/"),
    ("operator", "/admin/"),
    ("operator", "/admin/disclosures/disclosureitem/"),
    ("operator", "/admin/measures/measure/44/change/"),
    (None, "/accounts/login/"),
]


@pytest.mark.parametrize(("username", "path"), SIGNED_IN)
def test_axe_finds_nothing_serious_and_nothing_runs_off_the_side(
    page_of, this_be_year, username, path
):
    # What axe puts into the page to measure it is not ours to allow.
    page = page_of(username, at=path.format(year=this_be_year), bypass_csp=True)

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})

        assert serious(page) == []
        if username != "operator":
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def serious(page) -> list[str]:
    """What axe finds that keeps somebody out."""
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in Axe().run(page).response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("username", dict.fromkeys(username for username, _ in SIGNED_IN))
def test_the_browser_has_nothing_to_complain_of_and_each_part_is_dressed(
    page_of, this_be_year, username
):
    page = page_of(username)

    for path in [path for name, path in SIGNED_IN if name == username]:
        page.goto(path.format(year=this_be_year))

        # Django's own pages bring their own.
        if username != "operator":
            assert undressed(page) == set()


def undressed(page) -> set[str]:
    """The classes on a page that one of our stylesheets dresses, but none that the page loads."""
    shown = page.evaluate(
        "[...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList])"
    )
    sheets = page.evaluate("[...document.styleSheets].map((sheet) => sheet.href)")
    # With its hash: /static/css/base.0123456789ab.css
    loaded = {sheet.rpartition("/")[2].partition(".")[0] for sheet in sheets}
    dressed = {name for sheet in loaded for name in STYLED.get(sheet, set())}
    return set(shown) & set().union(*STYLED.values()) - dressed

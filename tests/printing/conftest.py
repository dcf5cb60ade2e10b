import pytest

from reports.printing.prints import print_of


@pytest.fixture(autouse=True)
def empty_store(settings, tmp_path):
    settings.PRINTS_ROOT = tmp_path / "prints"
    return settings.PRINTS_ROOT


@pytest.fixture
def printed():
    """A page's print, once it is made or known not to be."""

    def wait_for(page):
        made = print_of(page, keeper="office")
        made.start(page)
        made.wait(100)
        return made

    return wait_for


def page(text: str) -> str:
    return f'<html lang="th"><title>รายงาน</title><body class="paper"><p>{text}</p>'

import time

import pytest

from reports.printing.prints import Print, print_of


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
        let_go(made)
        return made

    return wait_for


def let_go(made: Print) -> None:
    """Until whoever prints has ended, which is a moment after the print is there."""
    made.wait(100)
    while made._is_claimed:
        time.sleep(0.05)


def page(text: str) -> str:
    return f'<html lang="th"><title>รายงาน</title><body class="paper"><p>{text}</p>'

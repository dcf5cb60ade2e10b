import pytest

from follow_up.review_queue import build_review_queue


@pytest.fixture
def queue(this_year, secretary):
    """What waits for the secretary, narrowed as the address asks."""
    return lambda **asked: build_review_queue(this_year, secretary, asked)

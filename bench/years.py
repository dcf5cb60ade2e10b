"""The two years of the demonstration office."""

from organizations.models import Round


def source_year() -> Round:
    rounds = Round.objects.select_related("organization")
    return rounds.get(organization__slug="tham-sing", be_year=2566)


def current_year() -> int:
    return Round.objects.get(organization__slug="tham-sing", is_open=True).be_year

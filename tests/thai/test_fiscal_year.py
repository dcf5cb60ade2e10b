"""The fiscal year, from the first of October to the last of September, by its B.E. number."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai.dates import MONTH_ABBREVIATIONS, FiscalYear

FISCAL_YEARS = st.integers(2501, 2799).map(FiscalYear)


@pytest.mark.parametrize(
    ("day", "be"),
    [
        (date(2022, 9, 30), 2565),
        (date(2022, 10, 1), 2566),
        (date(2023, 1, 1), 2566),
        (date(2023, 9, 30), 2566),
        (date(2023, 10, 1), 2567),
    ],
)
def test_the_fiscal_year_turns_on_the_first_of_october(day, be):
    assert FiscalYear.of(day) == FiscalYear(be)


def test_a_fiscal_year_knows_its_first_and_last_day():
    year = FiscalYear(2566)

    assert (year.first_day, year.last_day) == (date(2022, 10, 1), date(2023, 9, 30))


def test_a_fiscal_year_has_twelve_months_from_october():
    months = [MONTH_ABBREVIATIONS[month.month - 1] for month in FiscalYear(2566).months]

    assert " ".join(months) == "ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย."


@pytest.mark.parametrize(
    ("number", "days"),
    [
        (1, (date(2022, 10, 1), date(2023, 3, 31))),
        (2, (date(2023, 4, 1), date(2023, 9, 30))),
    ],
)
def test_the_half_years_meet_at_the_end_of_march(number, days):
    assert FiscalYear(2566).half(number) == days


def test_there_is_no_third_half():
    with pytest.raises(ValueError, match="ครึ่งปี"):
        FiscalYear(2566).half(3)


@pytest.mark.parametrize("be", [2023, 2499, 2801])
def test_a_year_that_cannot_be_meant_is_refused_in_thai(be):
    with pytest.raises(ValueError, match=f"ปีงบประมาณต้องเป็นปี พ.ศ. .* ไม่ใช่ {be}"):
        FiscalYear(be)


def test_years_stand_in_order():
    assert sorted([FiscalYear(2567), FiscalYear(2565)]) == [FiscalYear(2565), FiscalYear(2567)]


@given(FISCAL_YEARS)
def test_a_fiscal_year_is_found_again_from_either_end(year):
    assert FiscalYear.of(year.first_day) == FiscalYear.of(year.last_day) == year


@given(FISCAL_YEARS)
def test_every_month_of_a_year_is_in_it(year):
    assert all(month in year for month in year.months)


@given(FISCAL_YEARS)
def test_years_follow_each_other_without_a_gap(year):
    assert year.last_day + timedelta(days=1) == year.next.first_day


@given(FISCAL_YEARS)
def test_the_next_years_previous_one_is_this_year(year):
    assert year.next.previous == year


@given(FISCAL_YEARS)
def test_the_day_after_a_year_is_not_in_it(year):
    assert year.next.first_day not in year

"""The operator's pages: every model, in Thai, and history that cannot be touched."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import URLPattern, get_resolver, reverse

from disclosures.models import DisclosureItem
from tests.access_cast import WHO, answers, statuses

OURS = ("organizations", "tracking", "disclosures", "measures", "reports", "issuing", "years")
MODELS = [model for app in OURS for model in apps.get_app_config(app).get_models()]
KEPT = {
    "accountchange",
    "unitchange",
    "roundchange",
    "carrydecision",
    "assignmentchange",
    "importeddocument",
    "yearimport",
    "notice",
    "typedin",
    "wordtemplate",
    "change",
    "comment",
    "decision",
    "entry",
    "row",
    "evidence",
    "measureremark",
    "wordingchange",
    "proposal",
    "proposaldecision",
    "issuedreport",
    "issuedfile",
    "publication",
}


def url(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", MODELS)
def test_every_model_is_there_under_a_thai_name(model):
    assert admin.site.is_registered(model)
    assert model._meta.verbose_name.isascii() is False


@pytest.mark.parametrize("model", MODELS)
def test_every_field_has_a_thai_name(model):
    english = [
        field.name
        for field in model._meta.get_fields()
        if hasattr(field, "verbose_name") and not field.auto_created
        if str(field.verbose_name).isascii() and field.name not in ("sha256",)
    ]

    assert english == []


@pytest.mark.both_databases
@pytest.mark.parametrize("model", MODELS)
def test_every_list_opens_and_can_be_searched(client_of, operator, model):
    client = client_of(operator)

    assert client.get(url(model, "changelist")).status_code == 200
    assert client.get(url(model, "changelist"), {"q": "๒๕๖๖ ทดสอบ"}).status_code == 200


@pytest.mark.both_databases
@pytest.mark.parametrize("model", MODELS)
def test_every_row_opens(client_of, operator, model):
    row = model.objects.first()

    assert client_of(operator).get(url(model, "change", row.pk)).status_code == 200


@pytest.mark.parametrize("model", [m for m in MODELS if m._meta.model_name not in KEPT])
def test_every_form_for_a_new_row_opens(client_of, operator, model):
    assert client_of(operator).get(url(model, "add")).status_code == 200


@pytest.mark.parametrize("model", [m for m in MODELS if m._meta.model_name in KEPT])
def test_history_cannot_be_touched_here_either(client_of, operator, model):
    client, row = client_of(operator), model.objects.first()

    assert client.get(url(model, "add")).status_code == 403
    assert client.post(url(model, "change", row.pk), {"note": "x"}).status_code == 403
    assert client.post(url(model, "delete", row.pk), {"post": "yes"}).status_code == 403


@pytest.mark.both_databases
@pytest.mark.parametrize("model", MODELS)
def test_a_list_asks_the_same_number_of_questions_however_long_it_is(
    client_of, operator, model, django_assert_max_num_queries
):
    client = client_of(operator)

    with django_assert_max_num_queries(16):
        client.get(url(model, "changelist"))


@pytest.mark.both_databases
def test_a_year_added_here_comes_with_the_items_of_its_edition(client_of, operator, next_door):
    client_of(operator).post(
        reverse("admin:organizations_round_add"),
        {
            "organization": next_door.pk,
            "be_year": 2568,
            "edition": 2568,
            "disclosure_due": "",
            "is_open": "on",
        },
    )

    assert DisclosureItem.objects.of(next_door.rounds.get(be_year=2568)).count() == 28


@pytest.mark.both_databases
def test_a_person_added_here_belongs_to_an_office(client_of, operator, next_door):
    client_of(operator).post(
        reverse("admin:organizations_user_add"),
        {
            "username": "new-clerk",
            "organization": next_door.pk,
            "role": "staff",
            "password1": "ยาวพอสมควร-2570",
            "password2": "ยาวพอสมควร-2570",
        },
    )

    assert next_door.users.filter(username="new-clerk").exists()


def test_the_operator_is_shown_no_table_that_nothing_uses():
    assert set(admin.site._registry) == set(MODELS)


def _admin_names():
    patterns = get_resolver().namespace_dict["admin"][1].url_patterns
    return [
        f"admin:{pattern.name}"
        for pattern in patterns
        if isinstance(pattern, URLPattern)
        and pattern.name
        and pattern.name not in ("login", "logout", "view_on_site")
        and not pattern.pattern.regex.groups
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("name", _admin_names())
def test_the_operators_pages_are_the_operators_alone(name):
    got = answers("GET", reverse(name), tuple(who for who in WHO if who != "operator"))

    led_away = [who for who, response in got.items() if "/login/" in response.get("Location", "")]
    assert set(statuses(got).values()) == {302}
    assert led_away == list(got)

"""Whatever Django, its admin or the sign-in pages say, a person reads it in Thai."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import django
import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.utils.translation.trans_real import DjangoTranslation, translation

# Names, keys on a keyboard and technical terms that a Thai official writes in Latin letters too.
LATIN_IN_THAI = {"Django", "CSRF", "HTTPS", "IPv4", "IPv6", "JSON", "UUID"}
LATIN_IN_THAI |= {"Referer", "Referrer-Policy", "no-referrer", "DEBUG=True"}
LATIN_IN_THAI |= {"Control", "Command", "Mac"}
# What the page fills in, and the markup around it: neither is anybody's language.
VALUE = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}|</?[a-z][^>]*>")
ENTITY = re.compile(r"&\w+;")
LATIN_WORD = re.compile(r"[A-Za-z][\w=-]*", re.ASCII)
# As allauth's own Thai has them: e-mail, reset, session, browser, "are you sure", "really".
MISSPELT = re.compile("อีเมล์|รีเซ็ท|เซสชั่น|บราวเซอร์|แน่ใจมั้ย|จริงหรอ|สารถ")


@dataclass(frozen=True)
class Catalogue:
    """The sentences of one installed package, for its pages or for its scripts."""

    package: str
    locale: Path
    domain: str

    def __str__(self):
        return f"{self.package}-{self.domain}"

    @property
    def english(self) -> Path:
        return self.locale / "en" / "LC_MESSAGES" / f"{self.domain}.po"


def installed_catalogues() -> list[Catalogue]:
    homes = {"django": Path(django.__file__).parent / "conf"}
    homes |= {app.name: Path(app.path) for app in apps.get_app_configs()}
    catalogues = [
        Catalogue(package, home / "locale", domain)
        for package, home in homes.items()
        for domain in ("django", "djangojs")
    ]
    return [catalogue for catalogue in catalogues if catalogue.english.exists()]


def can_be_met(entry: polib.POEntry, package: str) -> bool:
    """allauth keeps all its parts in one catalogue; those we do not install say nothing."""
    if package != "allauth":
        return True
    parts = {path.removeprefix("templates/").split("/")[0] for path, _line in entry.occurrences}
    return "allauth" in parts or any(apps.is_installed(f"allauth.{part}") for part in parts)


def thai(domain: str) -> DjangoTranslation:
    # The admin fetches the scripts' catalogue by itself; only the pages' one is ever activated.
    return translation("th") if domain == "django" else DjangoTranslation("th", domain=domain)


@cache
def sentences(catalogue: Catalogue) -> list[tuple[str, str]]:
    """(what the programmer wrote, what a person is shown), found in the order Django looks."""
    catalogues = thai(catalogue.domain)
    pairs = []
    for entry in polib.pofile(catalogue.english):
        if entry.obsolete or not can_be_met(entry, catalogue.package):
            continue
        context = f"{entry.msgctxt}\x04" if entry.msgctxt else ""
        if entry.msgid_plural:
            forms = (context + entry.msgid, context + entry.msgid_plural)
            shown = [catalogues.ngettext(*forms, count) for count in (1, 2)]
        else:
            shown = [catalogues.gettext(context + entry.msgid)]
        written = entry.msgid_plural or entry.msgid
        pairs += [(written, text.removeprefix(context)) for text in shown]
    return pairs


def english_words(text: str) -> set[str]:
    return set(LATIN_WORD.findall(ENTITY.sub(" ", VALUE.sub(" ", text)))) - LATIN_IN_THAI


CATALOGUES = installed_catalogues()
every_catalogue = pytest.mark.parametrize("catalogue", CATALOGUES, ids=str)


def test_what_django_its_admin_and_the_sign_in_pages_say_is_looked_at():
    looked_at = {str(catalogue) for catalogue in CATALOGUES}

    assert looked_at >= {
        "django-django",
        "django.contrib.admin-django",
        "django.contrib.admin-djangojs",
        "django.contrib.auth-django",
        "allauth-django",
    }


@every_catalogue
def test_no_sentence_is_left_in_english(catalogue):
    said = sentences(catalogue)

    left = [shown for _written, shown in said if english_words(shown)]

    assert left == []


@every_catalogue
def test_what_the_page_fills_in_reaches_the_person(catalogue):
    said = sentences(catalogue)

    lost = [
        (written, shown)
        for written, shown in said
        if sorted(VALUE.findall(written)) != sorted(VALUE.findall(shown))
    ]

    assert lost == []


@every_catalogue
def test_nobody_reads_a_misspelt_word(catalogue):
    said = sentences(catalogue)

    misspelt = [shown for _written, shown in said if MISSPELT.search(shown)]

    assert misspelt == []


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_a_sentence_put_right_is_the_one_shown(domain):
    folder = Path(settings.LOCALE_PATHS[0]) / "th" / "LC_MESSAGES"

    compiled = (folder / f"{domain}.mo").read_bytes()

    assert compiled == polib.pofile(folder / f"{domain}.po").to_binary(), (
        "run script/compile_messages.py"
    )

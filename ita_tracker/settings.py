"""Settings, all of them: one file, everything that varies comes from the environment.

DATA_DIR holds what an installation must keep: the database, the uploads, the secret key.
DATABASE_URL moves the data to PostgreSQL; nothing else changes.
"""

from pathlib import Path

import environ
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# A relative DATA_DIR starts from this project's folder, wherever the command was given.
DATA_DIR = (BASE_DIR / env("DATA_DIR", default="var")).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)


def kept_secret_key(path: Path) -> str:
    """The installation's own key: made once, readable by its owner alone."""
    path.touch(mode=0o600)
    # A power cut during the first start leaves the file empty, and no server starts without a key.
    if not path.read_text():
        path.write_text(get_random_secret_key())
    return path.read_text()


DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="") or kept_secret_key(DATA_DIR / "secret-key")
# script/server adds this machine's name and addresses, for the office around it.
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"] if DEBUG else ["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "thai",
    "organizations",
    "tracking",
    "disclosures",
    "measures",
    "follow_up",
    "reports",
    "checking",
    "issuing",
    "years",
    "ita_tracker",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "crispy_forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ita_tracker.middleware.guard",
    "ita_tracker.middleware.lead_to_sign_in",
    "ita_tracker.middleware.explain_what_is_not_to_be_read",
    "ita_tracker.middleware.let_go_of_files",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "ita_tracker.middleware.lead_to_new_password",
    "organizations.second_factor.middleware.lead_to_second_factor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "ita_tracker.urls"
WSGI_APPLICATION = "ita_tracker.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "organizations.context_processors.shell",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "look"
# A wrong field name in a template is our mistake; the page still has to come.
CRISPY_FAIL_SILENTLY = not DEBUG

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'ita.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A plain BEGIN refuses the second of two writers at once; IMMEDIATE lets it wait its turn.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    DATABASES["default"]["CONN_MAX_AGE"] = None
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Shared by all processes, so that sign-in limits hold whichever of them answers.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # Of 300, the default, a busy morning would throw counters of wrong passwords away.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "evidence"
# On the same disk as the evidence: keeping a file that has arrived is giving it another name.
FILE_UPLOAD_TEMP_DIR = DATA_DIR / "arriving"
FILE_UPLOAD_TEMP_DIR.mkdir(exist_ok=True)
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "tracking.evidence.arriving.EvidenceUploadHandler",
]
# Our own handler takes twenty and answers the rest with a sentence; this would be a bare error.
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
# A document of 500 measures is looked through as one form.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# A table pasted from Word comes as HTML, many times longer than its words.
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
# Prints of reports, made again when they are missing: no backup takes them along.
PRINTS_ROOT = DATA_DIR / "prints"
PRINTS_ROOT.mkdir(mode=0o700, exist_ok=True)
PRINTS_KEPT_MEGABYTES = env.int("PRINTS_KEPT_MEGABYTES", default=300)
# What one print may take before it is stopped: 1,100 measures take 20 seconds and 700 megabytes
# of address space. Others wait for their turn: a small machine has two cores.
PRINT_SECONDS = env.int("PRINT_SECONDS", default=180)
PRINT_MEGABYTES = env.int("PRINT_MEGABYTES", default=2000)
PRINTS_AT_ONCE = env.int("PRINTS_AT_ONCE", default=2)
# So many seconds a page that asks for a print waits itself, before another says how far it is.
PRINT_PATIENCE = env.float("PRINT_PATIENCE", default=2)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

AUTH_USER_MODEL = "organizations.User"
AUTHENTICATION_BACKENDS = ["organizations.backends.OfficeBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "organizations.adapter.ClosedAccountAdapter"
ACCOUNT_FORMS = {
    "login": "organizations.forms.SignInForm",
    "change_password": "organizations.forms.PasswordChangeForm",
    "reauthenticate": "organizations.forms.ReauthenticationForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Ten wrong passwords a minute from one address, five in five minutes for one name; but a whole
# office signs in from one address at nine o'clock.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key", "login": "120/m/ip"}

# A code from a phone beside the password: asked of admin, secretary and operator where this says
# so, offered to everybody else.
REQUIRE_MFA = env.bool("REQUIRE_MFA", default=False)
MFA_ADAPTER = "organizations.second_factor.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "organizations.second_factor.forms.CodeForm",
    "reauthenticate": "organizations.second_factor.forms.CodeAgainForm",
    "activate_totp": "organizations.second_factor.forms.ActivationForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "ITA Tracker"
# Clocks of phones differ: the code just past and the one to come are taken too.
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Addresses are no way into an account here.
MFA_ALLOW_UNVERIFIED_EMAIL = True

# Reminders go out by e-mail where a server for it is named (manage.py send_reminders); without
# one nothing is ever sent.
EMAIL_URL = env("EMAIL_URL", default="")
if EMAIL_URL:
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="") or "ita-tracker@localhost"
# Where people open the system, for the links in an e-mail: no request says it there.
SITE_URL = env("SITE_URL", default="").rstrip("/")

# HTTPS is the default of a real installation; script/server runs plain HTTP on one machine.
HTTPS = env.bool("HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Else every office behind the proxy would share one limit of wrong passwords.
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Its subsetting notes fill the log with a hundred lines a report.
    "loggers": {
        "fontTools": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
        # Whoever sent too much was told so; Django's traceback would add nothing.
        "django.security.RequestDataTooBig": {"level": "CRITICAL"},
        "django.security.TooManyFieldsSent": {"level": "CRITICAL"},
    },
}

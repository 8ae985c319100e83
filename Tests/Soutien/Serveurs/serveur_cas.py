"""Lance un vrai serveur CAS, django-cas-server, pour les tests : serveur_cas.py DOSSIER

Le port, que le système choisit, est écrit dans DOSSIER/port.

Une seule personne, fictive : « adumont », mot de passe « sesame ». Seules les adresses de retour
qui commencent par https://delibere.example.org/ sont connues. Rien du protocole n'est ici.
"""

import os
import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings

dossier = sys.argv[1]

settings.configure(
    SECRET_KEY="pour les tests seulement",
    ALLOWED_HOSTS=["127.0.0.1"],
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
        "cas_server",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    DATABASES={
        "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": dossier + "/cas.sqlite"}
    },
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    ROOT_URLCONF="cas_server.urls",
    STATIC_URL="/static/",
    USE_TZ=True,
    CAS_AUTH_CLASS="cas_server.auth.TestAuthUser",
    CAS_TEST_USER="adumont",
    CAS_TEST_PASSWORD="sesame",
    CAS_TEST_ATTRIBUTES={
        "displayName": "Agnès Dumont & Cie",
        "mail": ["agnes.dumont@example.org", "ad@example.org"],
        "supannEtuId": "20260042",
    },
    CAS_NEW_VERSION_HTML_WARNING=False,
    CAS_NEW_VERSION_EMAIL_WARNING=False,
)
django.setup()

from cas_server.models import ReplaceAttributName, ServicePattern  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

call_command("migrate", verbosity=0)
service = ServicePattern.objects.create(
    name="delibere", pattern=r"^https://delibere\.example\.org/"
)
ReplaceAttributName.objects.create(name="*", service_pattern=service)


class Silencieux(WSGIRequestHandler):
    def log_message(self, *arguments):
        pass


serveur = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Silencieux)
with open(dossier + "/port.neuf", "w") as fichier:
    fichier.write(str(serveur.server_port))
os.rename(dossier + "/port.neuf", dossier + "/port")
serveur.serve_forever()

"""Lance un vrai serveur CAS, django-cas-server, pour les tests : serveur_cas.py DOSSIER [RETOUR]

Le port, que le système choisit, est écrit dans DOSSIER/port.

Les personnes sont fictives : « adumont », avec ses attributs, et n'importe quelle autre, sans
aucun ; le mot de passe de toutes est « sesame ». Seules les adresses de retour qui commencent par
RETOUR (https://delibere.example.org/ sans lui) sont connues. Rien du protocole n'est ici.
"""

import os
import re
import socketserver
import sys
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings

dossier = sys.argv[1]
retour = sys.argv[2] if len(sys.argv) > 2 else "https://delibere.example.org/"

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
    CAS_AUTH_CLASS="__main__.Personne",
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

from cas_server.auth import TestAuthUser  # noqa: E402
from cas_server.models import ReplaceAttributName, ServicePattern  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402


class Personne(TestAuthUser):
    def test_password(self, password):
        return password == settings.CAS_TEST_PASSWORD


call_command("migrate", verbosity=0)
service = ServicePattern.objects.create(name="delibere", pattern="^" + re.escape(retour))
ReplaceAttributName.objects.create(name="*", service_pattern=service)


class Serveur(socketserver.ThreadingMixIn, WSGIServer):
    # Un navigateur garde ouvertes des connexions dont il ne dit rien.
    daemon_threads = True


class Silencieux(WSGIRequestHandler):
    def log_message(self, *arguments):
        pass


serveur = make_server("127.0.0.1", 0, get_wsgi_application(), Serveur, Silencieux)
with open(dossier + "/port.neuf", "w") as fichier:
    fichier.write(str(serveur.server_port))
os.rename(dossier + "/port.neuf", dossier + "/port")
serveur.serve_forever()

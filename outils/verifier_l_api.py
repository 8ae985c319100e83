#!/usr/bin/env python3
"""Checks the API against its own description, as a program that knows nothing else of it.

Serves a demonstration on a free port, makes tokens with the command line, validates openapi.json,
then walks every operation and validates each answer against the schema that it announces.

Usage: verifier_l_api.py PROGRAM (with the Python of .build/venv)
"""

import datetime
import json
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from decimal import Decimal
from fractions import Fraction

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

DROITS = ["voir-les-etudiants", "voir-les-notes", "voir-les-absences", "gerer-les-evaluations",
          "saisir-les-notes", "publier", "deverrouiller"]


class Api:
    """The API as its description tells it."""

    def __init__(self, address, tokens):
        self.address = address
        self.tokens = tokens
        self.walked = set()
        self.answers = 0
        status, _, self.document = self.send("GET", "/api/v1/openapi.json", None)
        assert status == 200, status
        OpenAPIV31SpecValidator(self.document).validate()
        self.operations = {
            operation["operationId"]: (method.upper(), path, operation)
            for path, methods in self.document["paths"].items()
            for method, operation in methods.items()
        }

    def send(self, method, path, token, body=None, headers=None):
        """Sends one request; returns status, headers and JSON with exact decimals."""
        request = urllib.request.Request(self.address + path, method=method, headers=headers or {})
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request) as answer:
                status, headers, text = answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as answer:
            status, headers, text = answer.code, answer.headers, answer.read()
        return status, headers, json.loads(text, parse_float=Decimal) if text else None

    def validator(self, schema):
        """Returns a validator of a schema of the document, with formats."""
        return Draft202012Validator(
            {**schema, "components": self.document["components"]},
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )

    def call(self, name, values=None, query="", body=None, who="secretariat", expect=None,
             headers=None):
        """Asks for an operation and checks the answer against what it announces."""
        method, path, operation = self.operations[name]
        for key, value in (values or {}).items():
            path = path.replace("{" + key + "}", str(value))
        assert "{" not in path, path
        while True:
            status, got, answer = self.send(method, path + query, self.tokens[who], body, headers)
            if status != 429 or expect == 429:
                break
            time.sleep(int(got["Retry-After"]))
        place = f"{method} {path}{query} : {status} {str(answer)[:400]}"
        announced = operation["responses"].get(str(status))
        assert announced is not None, f"statut non annoncé : {place}"
        if "content" in announced:
            (media, content), = announced["content"].items()
            assert got["Content-Type"] == media, place
            faults = list(self.validator(content["schema"]).iter_errors(answer))
            assert not faults, f"{place}\n{faults[0].message}"
        else:
            assert answer is None, place
        wanted = expect or next(int(code) for code in operation["responses"] if code < "300")
        assert status == wanted, f"{wanted} attendu : {place}"
        if status < 300:
            self.walked.add(name)
        self.answers += 1
        return answer


def pages(api, name, values, size):
    """Reads a whole list, page after page."""
    after, elements = 0, []
    while after is not None:
        page = api.call(name, values, f"?limite={size}&apres={after}")
        elements += page["elements"]
        after = page["suite"]
    return elements


def read(api):
    """Reads everything of one promotion; returns it with one of its modules and a student."""
    for who in api.tokens:
        api.call("lireQuiJeSuis", who=who)
    assert api.call("listerMesModules", who="enseignant")
    promotion = max(row["id"] for row in api.call("listerLesPromotions")["elements"])
    here = {"promotion": promotion}
    modules = api.call("lireUnePromotion", here)["modules"]
    for module in modules:
        api.call("lireUnModule", {**here, "module": module["code"]})
    students = pages(api, "listerLesEtudiants", here, 17)
    results = pages(api, "lireLesResultats", here, 500)
    numbers = {row["etudiant"] for row in students}
    assert {row["etudiant"] for row in results} <= numbers
    for row in results:
        for average in (ue["moyenne"] for ue in row["ues"] if ue["moyenne"]):
            if average["decimale"]:
                assert Fraction(average["decimale"]) == Fraction(average["fraction"]), average
    tests = pages(api, "listerLesEvaluations", here, 13)
    assert tests == api.call("listerLesEvaluations", here, "?limite=500")["elements"]
    for test in tests[::9]:
        assert api.call("lireUneEvaluation", {"evaluation": test["id"]}) == test
        rows = pages(api, "lireLesNotes", {"evaluation": test["id"]}, 50)
        written = next((row for row in rows if row["note"]), None)
        if written:
            values = {"evaluation": test["id"], "etudiant": written["etudiant"]}
            history = api.call("lireLHistoireDUneNote", values)
            assert history[-1]["note"] == written["note"], values
    for number in sorted(numbers)[:5]:
        pages(api, "lireLesNotesDUnEtudiant", {"etudiant": number}, 500)
        pages(api, "lireLesAbsencesDUnEtudiant", {"etudiant": number}, 500)
    return promotion, modules[0], sorted(numbers)[:2]


def write(api, promotion, module, students):
    """Plans a test, writes marks, meets conflicts, publishes, closes, opens, takes away."""
    new = {"semestre": module["semestre"], "module": module["code"], "nom": "Essai de l’API",
           "coefficient": 0.25, "bareme": 15}
    test = api.call("creerUneEvaluation", {"promotion": promotion}, body=new)
    api.call("creerUneEvaluation", {"promotion": promotion}, body=new, expect=409)
    api.call("creerUneEvaluation", {"promotion": promotion}, body={}, expect=422)
    assert test["coefficient"] == Decimal("0.25"), test
    here = {"evaluation": test["id"]}
    change = {key: test[key] for key in ("nom", "date", "bareme", "groupes", "version")}
    change["coefficient"] = 2
    change["bareme"] = 20
    assert api.call("modifierUneEvaluation", here, body=change)["version"] == 2
    assert api.call("modifierUneEvaluation", here, body=change, expect=409)["conflits"]
    first = {**here, "etudiant": students[0]}
    mark = {"note": {"nature": "note", "valeur": 12.375}, "version": 0}
    assert api.call("ecrireUneNote", first, body=mark)["note"]["valeur"] == Decimal("12.375")
    (conflict,) = api.call("ecrireUneNote", first, body=mark, expect=409)["conflits"]
    assert conflict["actuelle"] == "12,375", conflict
    lines = [{"etudiant": student, "note": {"nature": "excuse"}, "version": version}
             for student, version in zip(students, (1, 0))]
    wrong = [lines[0], {**lines[1], "version": 7}]
    refused = api.call("ecrireDesNotes", here, body={"notes": wrong}, expect=409)
    assert refused["conflits"][0]["pointer"] == "/notes/1/version", refused
    done = api.call("ecrireDesNotes", here, body={"notes": lines})
    assert [row["etudiant"] for row in done] == students
    api.call("supprimerUneEvaluation", here, expect=409)
    assert api.call("publierUneEvaluation", here, body={"publiee": True})["publiee"]
    silent = api.call("ecrireUneNote", first, body={**mark, "version": 2}, expect=422)
    assert silent["faults"][0]["pointer"] == "/motif", silent
    assert api.call("verrouillerUneEvaluation", here)["verrouillee"]
    reason = {"motif": "essai"}
    api.call("deverrouillerUneEvaluation", here, body=reason, expect=403)
    opened = api.call("deverrouillerUneEvaluation", here, body=reason, who="etudes")
    assert not opened["verrouillee"]
    other = api.call("creerUneEvaluation", {"promotion": promotion},
                     body={**new, "nom": "À retirer"})
    api.call("supprimerUneEvaluation", {"evaluation": other["id"]})
    api.call("lireUneEvaluation", {"evaluation": other["id"]}, expect=404)


def refuse(api):
    """Asks each operation without token, with a false one, and with one that has too few rights."""
    example = {"promotion": 1, "evaluation": 1, "etudiant": 1, "module": "R101"}
    api.tokens |= {"personne": None, "faux": "0" * 64}
    for name, (_, path, operation) in api.operations.items():
        values = {key: example[key] for key in re.findall(r"\{(\w+)\}", path)}
        if operation.get("security") == []:
            api.call(name, values, who="personne")
            continue
        for who in ("personne", "faux"):
            api.call(name, values, who=who, expect=401)
        if "x-droit" in operation:
            api.call(name, values, who="etroit", expect=403)
    etag = api.send("GET", "/api/v1/moi", api.tokens["secretariat"])[1]["ETag"]
    api.call("lireQuiJeSuis", headers={"If-None-Match": etag}, expect=304)
    burst = [api.send("GET", "/api/v1/moi", api.tokens["etroit"])[0] for _ in range(400)]
    assert 429 in burst and set(burst) <= {200, 429}, set(burst)


def token(program, base, user, rights):
    """Makes a token with the command line; returns its secret."""
    until = datetime.date.today() + datetime.timedelta(days=30)
    options = [word for right in rights for word in ("--droit", right)]
    done = subprocess.run(
        [program, "compte", "jeton", "--base", base, "--utilisateur", user, *options,
         "--jusqua", until.isoformat(), "vérification"],
        capture_output=True, text=True, check=True)
    return done.stdout.split()[-1]


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        base = f"{folder}/demonstration.sqlite"
        server = subprocess.Popen(
            [program, "servir", "--demonstration", "--base", base, "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            greeting = ""
            while "Ctrl-C" not in greeting:
                line = server.stdout.readline()
                if not line:
                    sys.exit("le serveur ne s’est pas ouvert")
                greeting += line
            address = re.search(r"http://\S+", greeting)[0]
            users = {role: re.search(rf"^(\S+) .*{word}", greeting, re.M)[1]
                     for role, word in [("secretariat", "secrétariat"),
                                        ("etudes", "direction des études"),
                                        ("enseignant", "enseignant")]}
            tokens = {role: token(program, base, user, DROITS) for role, user in users.items()}
            tokens["etroit"] = token(program, base, users["secretariat"], ["voir-le-journal"])
            api = Api(address, tokens)
            write(api, *read(api))
            refuse(api)
            forgotten = set(api.operations) - api.walked
            assert not forgotten, f"opérations non parcourues : {forgotten}"
            print(f"{len(api.operations)} opérations, {api.answers} réponses conformes")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main(sys.argv[1])

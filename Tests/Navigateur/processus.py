#!/usr/bin/env python3
"""Two processes of the site on one PostgreSQL, behind nginx as the documentation sets it.

    processus.py PROGRAM

What is done through one process is seen through the other at once; one is killed while marks are
entered, nothing that was answered is lost, and the other goes on serving.
"""

import contextlib
import http.cookiejar
import json
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

import lancement

PASSWORD = "trois petits chats"


class Person:
    """Somebody at one browser, who reaches the site by any of its ports."""

    def __init__(self):
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.cookies)
        )

    def ask(self, port, path, form=None, **headers):
        """The status, the path that answers after redirections, and the text."""
        body = urllib.parse.urlencode(form, doseq=True).encode() if form is not None else None
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, headers)
        try:
            answer = self.opener.open(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            text = " ".join(answer.read().decode().split()).replace("\u202f", " ")
            return answer.status, urllib.parse.urlsplit(answer.url).path, text.replace("\xa0", " ")

    def read(self, port, path):
        status, _, text = self.ask(port, path)
        expect(status == 200, f"{path}: {status}")
        return text

    def sign_in(self, port, login, password=PASSWORD):
        form = {"identifiant": login, "mot-de-passe": password, "suite": ""}
        return self.ask(port, "/connexion", form)

    def token(self, port, path="/compte"):
        return re.search(r'name="jeton" value="([^"]+)"', self.read(port, path)).group(1)

    def mark(self, port, token, cell, value):
        """Types a mark, as the grid does; gives the version that it has then."""
        form = {"valeur": value, "version": cell["version"], "motif": "reprise de copie"}
        _, _, text = self.ask(port, cell["path"], form, accept="application/json", **{"x-jeton": token})
        said = json.loads(text)
        expect(said["enregistree"], f"the mark is written: {said}")
        cell["version"] = said.get("version", cell["version"])


def expect(condition, what):
    if not condition:
        sys.exit(f"✘ {what}")


def cells(grid):
    """The marks that a grid lets type: who, what stands, its version and its address."""
    found = []
    for tag in re.findall(r"<input [^>]*data-etudiant=[^>]*>", grid):
        given = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        if " disabled" not in tag:
            found.append({
                "who": given["aria-label"].removeprefix("Note de "), "value": given.get("value", ""),
                "version": given["data-version"], "path": given["data-adresse"],
            })
    return found


def sessions(one, other, accounts):
    """Who entered by one is known by the other, and is not any more once gone."""
    person = Person()
    person.sign_in(one, accounts["enseignant"][0])
    for port in (one, other, one):
        expect("Bonjour" in person.read(port, "/"), "the session serves on both")
    copy = Person()
    for cookie in person.cookies:
        copy.cookies.set_cookie(cookie)
    token = person.token(other)
    person.ask(other, "/deconnexion", {"jeton": token})
    for port in (one, other):
        _, path, _ = copy.ask(port, "/compte")
        expect(path == "/connexion", f"the session is closed on both: {path}")
    # Closed by another browser of the same person.
    first, second = Person(), Person()
    for person, port in ((first, one), (second, other)):
        person.sign_in(port, accounts["enseignant"][0])
        expect("Bonjour" in person.read(other, "/"), "each is in")
    status, _, text = second.ask(other, "/compte/navigateurs/fermer", {"jeton": second.token(other)})
    expect(status == 200 and "déconnectés" in text, f"the others are closed: {status}")
    _, path, _ = first.ask(one, "/compte")
    expect(path == "/connexion", "the other browser is out on the other process")
    expect("Bonjour" in second.read(one, "/"), "this browser stays in")


def lockout(one, other, accounts):
    """Failures count together: an account cannot be tried five times on each."""
    login = accounts["surveillant"][0]
    for turn in range(5):
        status, _, _ = Person().sign_in((one, other)[turn % 2], login, "un mot de passe faux")
        expect(status == 422, f"a wrong password: {status}")
    for port in (one, other):
        status, _, _ = Person().sign_in(port, login)
        expect(status == 429, f"the account waits on both: {status}")
    # Whoever administers lets the person try again, on both.
    boss = Person()
    boss.sign_in(other, accounts["administration"][0])
    page = boss.read(other, "/administration/comptes?" + urllib.parse.urlencode({"texte": login}))
    account = re.search(r'href="(/administration/comptes/\d+)"', page).group(1)
    status, _, _ = boss.ask(other, account + "/debloquer", {"jeton": boss.token(other)})
    expect(status == 200, f"the account is let go: {status}")
    status, path, _ = Person().sign_in(one, login)
    expect((status, path) == (200, "/"), f"the person enters on the other: {status}")


def marks(one, other, accounts):
    """A mark typed by one changes the answers that the other keeps; gives who types, and the cells."""
    teacher = Person()
    teacher.sign_in(one, accounts["enseignant"][0])
    token = teacher.token(one)
    for port in (one, other, one, other):
        before = teacher.read(port, "/modules")
    lacking = re.search(r'href="(/evaluations/\d+)">[^<]* : (\d+) notes? à saisir', before)
    grid, count = lacking.group(1), int(lacking.group(2))
    empty = [cell for cell in cells(teacher.read(one, grid)) if not cell["value"]]
    for turn, cell in enumerate(empty[:6]):
        writer, reader = ((one, other), (other, one))[turn % 2]
        teacher.mark(writer, token, cell, f"{turn + 7},5")
        seen = {each["who"]: each["value"] for each in cells(teacher.read(reader, grid))}
        expect(seen[cell["who"]] == f"{turn + 7},5", f"the mark is seen at once: {seen[cell['who']]}")
        left = re.search(grid + r'">[^<]* : (\d+) notes? à saisir', teacher.read(reader, "/modules"))
        expect(int(left.group(1)) == count - turn - 1, "the answer that was kept is let go")
    return teacher, token, grid


def student(one, other, accounts):
    """A test published, then a mark changed, by one: the student reads it at once by the other."""
    reader = Person()
    reader.sign_in(other, accounts["étudiant"][1])
    name = re.search(r"<h1[^>]*>Bonjour ([^<]+)<", reader.read(other, "/")).group(1)
    for login in accounts["enseignant"] + accounts["responsable de module"]:
        teacher = Person()
        teacher.sign_in(one, login)
        for grid in sorted(set(re.findall(r'href="(/evaluations/\d+)"', teacher.read(one, "/modules")))):
            page = teacher.read(one, grid)
            own = [cell for cell in cells(page) if sorted(cell["who"].split()) == sorted(name.split())]
            if own and "/publier" in page:
                break
        else:
            continue
        break
    token = teacher.token(one)
    teacher.mark(one, token, own[0], "3,25")
    for port in (one, other, one, other):
        expect("3,25" not in reader.read(port, "/moi/notes"), "a mark is hidden until it is published")
    status, _, _ = teacher.ask(one, grid + "/publier", {"jeton": token})
    expect(status == 200, f"the test is published: {status}")
    for value in ("3,25", "17,75", "4,75"):
        teacher.mark(one, token, own[0], value)
        for port in (other, one):
            expect(value in reader.read(port, "/moi/notes"), f"{value} is read at once")


def crash(front, processes, ports, teacher, token, grid):
    """One process is killed while marks are entered behind nginx; gives what was told."""
    mine = [cell for cell in cells(teacher.read(front, grid))][:12]
    told, failures, done = {}, [], threading.Event()

    def write():
        turn = 0
        while not done.is_set():
            cell = mine[turn % len(mine)]
            value = f"{turn % 20},{25 * (turn % 4):02d}"
            turn += 1
            try:
                teacher.mark(front, token, cell, value)
                told[cell["who"]] = value
            except (OSError, ValueError) as error:
                # Not known to be written: read again before it is written again, as people do.
                failures.append(repr(error))
                told.pop(cell["who"], None)
                fresh = {each["who"]: each for each in cells(teacher.read(front, grid))}
                cell["version"] = fresh[cell["who"]]["version"]
            time.sleep(0.06)

    writer = threading.Thread(target=write)
    writer.start()
    time.sleep(1.5)
    processes[0].send_signal(signal.SIGKILL)
    processes[0].wait()
    before = len(told)
    time.sleep(2.5)
    done.set()
    writer.join()
    expect(before > 0, "marks were written before")
    expect(len(failures) <= 1, f"one answer at most is lost with the process: {failures}")
    seen = {cell["who"]: number(cell["value"]) for cell in cells(teacher.read(ports[1], grid))}
    for who, value in told.items():
        expect(seen[who] == number(value), f"what was told stands: {value}, {seen[who]}")
    for _ in range(20):
        expect("Bonjour" in teacher.read(front, "/"), "the other goes on")
    return len(told), len(failures)


def number(text):
    return float(text.replace(",", ".")) if text[:1].isdigit() else text


def main(program):
    with contextlib.ExitStack() as stack:
        folder = lancement.temporary_folder(stack)
        base = lancement.postgresql(stack, f"{folder}/pg")
        quiet = {"check": True, "stdout": subprocess.DEVNULL}
        subprocess.run([program, "base", "demonstration", "--base", base], **quiet)
        ports = [lancement.free_port() for _ in range(2)]
        front = lancement.nginx(stack, f"{folder}/nginx", ports)

        def start(rank, *more):
            return lancement.start(
                program, stack, f"{folder}/journal-{rank}.txt", ports[rank], "--base", base,
                "--adresse", f"http://127.0.0.1:{front}", "--mandataire", "127.0.0.1",
                "--demonstration", *more,
            )

        (first, accounts), (second, _) = start(0), start(1)
        sessions(*ports, accounts)
        print("sessions: shared, closed together", flush=True)
        lockout(*ports, accounts)
        print("failures to enter: counted together", flush=True)
        teacher, token, grid = marks(*ports, accounts)
        print("marks: seen at once by the other process", flush=True)
        student(*ports, accounts)
        print("publication: the student reads it at once by the other process", flush=True)
        told, lost = crash(front, (first, second), ports, teacher, token, grid)
        print(f"kill: {told} marks told and kept, {lost} answer(s) lost", flush=True)
        start(0)
        expect("Bonjour" in teacher.read(ports[0], "/"), "the session outlives the process")
        subprocess.run([program, "journal", "verifier", "--base", base], **quiet)
        print("the journal is whole", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

"""Documents: printed for a promotion and a jury, worded in a template, taken by a student, then
confirmed by their code without account."""

import re
import struct
import subprocess
import zlib

from suites import closed

CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")


def logo(width=120, height=60):
    """A PNG of one colour."""

    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    rows = b"".join(b"\0" + b"\x1f\x4e\x79" * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def downloaded(visit, button):
    """Presses what prints; gives the file, its text and its name."""
    with visit.page.expect_download(timeout=60_000) as waiting:
        button.click(no_wait_after=True)
    name = waiting.value.suggested_filename
    path = visit.album.folder / f"{visit.label}-{name}"
    waiting.value.save_as(path)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True)
    visit.require(text.returncode == 0, f"{name} is a PDF")
    visit.require(name.endswith(".pdf"), f"a name of PDF: {name}")
    return path, " ".join(text.stdout.split()), name


def pages(path):
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", told).group(1))


def office(visit):
    """The secretariat: transcripts of a promotion, minutes of its jury, a template with a logo."""
    page = visit.page
    here = closed(visit)
    visit.open(here + "/documents")
    visit.tells("Pour chaque étudiant", "Des jurys clos")
    visit.look("choix")
    page.get_by_role("link", name="Relevé de notes définitif", exact=True).click()
    page.wait_for_url("**/releve-definitif")
    visit.look("preparation")
    boxes = page.locator("main tbody input[type=checkbox]")
    visit.require(boxes.count() > 10, "those who get one, ticked")
    page.get_by_role("link", name="Ne cocher personne").click()
    page.wait_for_url("**?coches=non")
    visit.submit("Imprimer les documents cochés")
    visit.tells("Cochez au moins un étudiant.")
    for rank in range(3):
        boxes.nth(rank).check()
    path, text, name = downloaded(
        visit, page.get_by_role("button", name="Imprimer les documents cochés").first
    )
    visit.require(name.startswith("Relevé de notes définitif"), f"named after the kind: {name}")
    visit.require(pages(path) >= 3 and text.count("Relevé de notes définitif") >= 3, "three of them")
    visit.open(here + "/documents/releve-definitif")
    visit.tells("déjà remis")
    jury(visit, here)
    template(visit)
    confirmed(visit, CODE.search(text).group(0))


def jury(visit, here):
    """The minutes of a closed jury, then its letters."""
    page = visit.page
    visit.open(here + "/documents")
    page.locator("main a[href^='/jurys/']").first.click()
    page.wait_for_selector("#documents")
    visit.look("jury")
    _, text, _ = downloaded(visit, page.get_by_role("button", name="Procès-verbal (PDF)"))
    visit.require("Procès-verbal de jury" in text, "the minutes")
    page.get_by_role("link", name="Lettres aux étudiants").click()
    page.wait_for_url("**/lettre-de-decision")
    visit.tells("Lettre" if "Lettre" in visit.text() else "Notification")
    visit.look("lettres")


def template(visit):
    """A template of a department: an unknown field refused, a preview, a version, its letterhead."""
    page = visit.page
    visit.open("/administration/documents")
    visit.tells("En-tête, ", "Modèles, ")
    visit.look("modeles")
    page.get_by_role("link", name="Attestation de réussite", exact=True).click()
    page.wait_for_selector("#champ-titre")
    visit.look("modele")
    page.fill("#champ-apres", "Fait pour {{etudiante}}.")
    visit.submit("Enregistrer")
    visit.tells("{{etudiante}}", "Les champs qui existent")
    visit.look("champ-inconnu")
    page.fill("#champ-apres", "Fait pour {{etudiant}}, à la demande de l’intéressé.")
    page.fill("#champ-qualite", "La cheffe du département")
    page.set_input_files("#champ-signature", files=[
        {"name": "signature.png", "mimeType": "image/png", "buffer": b"not an image"}
    ])
    visit.submit("Enregistrer")
    visit.tells("Cette image ne peut pas servir")
    visit.submit("Enregistrer")
    visit.tells("Le modèle est enregistré")
    page.get_by_role("link", name="Attestation de réussite", exact=True).click()
    page.get_by_role("link", name="Versions").click()
    page.wait_for_url("**/versions")
    visit.tells("en vigueur", "Revenir au texte fourni")
    visit.look("versions")
    page.get_by_role("link", name="Revenir au texte fourni").click()
    page.wait_for_url("**?version=0")
    visit.tells("Voici le texte fourni")
    letterhead(visit)


def letterhead(visit):
    """A logo, previewed then kept."""
    page = visit.page
    visit.open("/administration/documents")
    page.get_by_role("link", name="Modifier l’en-tête").click()
    page.wait_for_selector("#champ-lignes")
    page.fill("#champ-lignes", "IUT de Nulle-Part\nDépartement")
    image = {"name": "logo.png", "mimeType": "image/png", "buffer": logo()}
    page.set_input_files("#champ-logo", files=[image])
    answer = previewed(visit)
    visit.require(answer.startswith(b"%PDF"), "the preview is a PDF")
    visit.look("en-tete")
    visit.submit("Enregistrer")
    visit.tells("L’en-tête est enregistré")
    visit.require(page.locator("main img").first.evaluate("i => i.naturalWidth") == 120, "the logo")
    visit.look("modeles-avec-logo")


def previewed(visit):
    """What the button of the preview answers, in a tab of its own."""
    kept = []
    context = visit.context
    listen = lambda answer: kept.append(answer) if "/apercu" in answer.url else None  # noqa: E731
    context.on("response", listen)
    with context.expect_page() as opened:
        visit.page.get_by_role("button", name="Aperçu dans un nouvel onglet").click()
    visit.page.wait_for_timeout(1_500)
    context.remove_listener("response", listen)
    opened.value.close()
    visit.require(kept and kept[0].status == 200, "a preview is answered")
    visit.require(
        kept and kept[0].headers.get("content-type") == "application/pdf", "it is a PDF"
    )
    return b"%PDF" if kept and kept[0].status == 200 else b""


def confirmed(visit, code):
    """Anybody who holds a code learns the kind and the day, and nothing else."""
    other = visit.elsewhere("sans-compte")
    other.open("/verifier")
    other.look("verifier")
    other.page.fill("#champ-code", code.lower().replace("-", " "))
    other.submit("Vérifier")
    other.tells("Ce document a été remis", "Relevé de notes", "en vigueur")
    other.look("confirme")
    kept = list(other.faults)
    answer = other.page.goto(other.base + "/verifier/AAAA-BBBB-CCCC-DDDD")
    other.faults[:] = kept
    other.require(answer.status == 404, "a code of nothing")
    other.tells("Aucun document ne porte ce code")
    other.look("inconnu")
    return other


def student(visit):
    """One’s own documents: what there is, why not the rest, and the code that confirms."""
    page = visit.page
    visit.menu("Mes documents")
    visit.tells("Mes documents", "Déjà reçus")
    visit.look("mes-documents")
    _, text, _ = downloaded(
        visit, page.get_by_role("button", name="Télécharger : relevé de notes provisoire")
    )
    code = CODE.search(text).group(0)
    visit.open("/moi/documents")
    visit.tells(code)
    visit.look("recu")
    confirmed(visit, code)


SCENARIOS = [
    ("documents-secretariat", "secrétariat", office),
    ("documents-etudiant", "étudiant", student),
]

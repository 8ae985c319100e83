// The mark grid: each mark is saved as soon as it is left, by the same act as the whole form.
// Arrows and Enter move, a column pasted from a spreadsheet fills the rows below.
(function () {
  "use strict";

  const grille = document.querySelector("form[data-grille]");
  if (!grille) return;

  const cases = Array.from(grille.querySelectorAll("input[data-etudiant]"));
  const jeton = grille.querySelector('input[name="jeton"]').value;
  const motif = document.getElementById("champ-motif");
  const resume = document.getElementById("resume");
  const bilan = document.getElementById("bilan");
  const enregistrer = grille.querySelector("[data-sans-script]");
  if (enregistrer) enregistrer.hidden = true;

  const enCours = new Set();
  const ratees = new Set();
  let file = Promise.resolve();
  let horloge = 0;

  for (const boite of cases) boite.dataset.connue = boite.value;

  function etat(boite, texte, ton) {
    const place = document.getElementById("etat-" + boite.dataset.etudiant);
    place.textContent = texte;
    place.className = "pastille ton-" + ton;
    if (ton === "erreur") boite.setAttribute("aria-invalid", "true");
    else boite.removeAttribute("aria-invalid");
  }

  function compter() {
    if (!bilan) return;
    if (enCours.size > 0) bilan.textContent = "Enregistrement…";
    else if (ratees.size > 0)
      bilan.textContent = ratees.size === 1 ? "1 note n’est pas enregistrée" : ratees.size + " notes ne sont pas enregistrées";
    else bilan.textContent = "Tout est enregistré";
  }

  async function envoyer(boite) {
    const valeur = boite.value.trim();
    const corps = new URLSearchParams({
      valeur: valeur,
      version: boite.dataset.version,
      motif: motif ? motif.value : "",
    });
    let reponse;
    try {
      reponse = await fetch(boite.dataset.adresse, {
        method: "POST",
        headers: { accept: "application/json", "x-jeton": jeton },
        body: corps,
      });
    } catch {
      ratees.add(boite);
      etat(boite, "pas de réseau : elle sera renvoyée", "erreur");
      setTimeout(() => sauver(boite), 5000);
      return;
    }
    if (reponse.status === 401) {
      ratees.add(boite);
      etat(boite, "vous êtes déconnecté : ouvrez une connexion dans un autre onglet", "erreur");
      setTimeout(() => sauver(boite), 5000);
      return;
    }
    const type = reponse.headers.get("content-type") || "";
    if (!type.includes("json")) {
      ratees.add(boite);
      etat(boite, (await reponse.text()).trim() || "le serveur n’a pas répondu", "erreur");
      return;
    }
    const dit = await reponse.json();
    if (dit.version !== undefined) boite.dataset.version = dit.version;
    delete boite.dataset.partie;
    if (dit.texte !== undefined) boite.dataset.connue = dit.texte;
    if (dit.enregistree) {
      ratees.delete(boite);
      // What was typed meanwhile stays, and is sent in its turn.
      if (boite.value.trim() === valeur) boite.value = dit.texte;
    } else {
      ratees.add(boite);
    }
    etat(boite, dit.message, dit.ton);
  }

  function sauver(boite) {
    if (boite.value.trim() === boite.dataset.connue) {
      // Back to what stands: nothing is to be sent any more.
      if (ratees.delete(boite)) etat(boite, "enregistrée", "succes");
      compter();
      return;
    }
    // Leaving a cell by a key also tells that it changed: it goes once.
    if (boite.dataset.partie === boite.value) return;
    boite.dataset.partie = boite.value;
    enCours.add(boite);
    etat(boite, "enregistrement…", "neutre");
    compter();
    // One after another: the order in which marks were typed is that of the journal.
    file = file.then(() => envoyer(boite)).finally(() => {
      delete boite.dataset.partie;
      enCours.delete(boite);
      compter();
      rafraichir();
    });
  }

  function rafraichir() {
    if (!resume || enCours.size > 0) return;
    clearTimeout(horloge);
    horloge = setTimeout(async () => {
      try {
        const reponse = await fetch(grille.dataset.resume, { headers: { accept: "text/html" } });
        if (reponse.ok) resume.innerHTML = await reponse.text();
      } catch {
        // The figures stay as they were; they come back with the next mark.
      }
    }, 300);
  }

  function aller(boite, pas) {
    let rang = cases.indexOf(boite) + pas;
    while (cases[rang] && cases[rang].disabled) rang += Math.sign(pas);
    const but = cases[rang];
    if (!but) return false;
    but.focus();
    but.select();
    return true;
  }

  for (const boite of cases) {
    boite.addEventListener("change", () => sauver(boite));
    boite.addEventListener("keydown", (evenement) => {
      if (evenement.isComposing) return;
      if (evenement.key === "ArrowDown" || (evenement.key === "Enter" && !evenement.shiftKey)) {
        evenement.preventDefault();
        sauver(boite);
        if (!aller(boite, 1)) boite.select();
      } else if (evenement.key === "ArrowUp" || (evenement.key === "Enter" && evenement.shiftKey)) {
        evenement.preventDefault();
        sauver(boite);
        if (!aller(boite, -1)) boite.select();
      } else if (evenement.key === "Escape") {
        boite.value = boite.dataset.connue;
        boite.select();
      }
    });
    boite.addEventListener("paste", (evenement) => {
      const texte = evenement.clipboardData.getData("text");
      const lignes = texte.replace(/\r/g, "").replace(/\n+$/, "").split("\n");
      if (lignes.length < 2) return;
      evenement.preventDefault();
      let rang = cases.indexOf(boite);
      let posees = 0;
      for (const ligne of lignes) {
        while (cases[rang] && cases[rang].disabled) rang += 1;
        if (!cases[rang]) break;
        // The last column, should several have been copied.
        const valeur = ligne.split("\t").pop().trim();
        if (valeur !== "") {
          cases[rang].value = valeur;
          sauver(cases[rang]);
          posees += 1;
        }
        rang += 1;
      }
      const reste = lignes.length - posees;
      if (bilan && reste > 0 && !cases[rang]) bilan.textContent = reste + " lignes collées sont de trop";
    });
  }

  grille.addEventListener("submit", (evenement) => {
    if (evenement.submitter && evenement.submitter.hasAttribute("data-toujours")) return;
    evenement.preventDefault();
  });

  window.addEventListener("beforeunload", (evenement) => {
    const active = document.activeElement;
    if (cases.includes(active) && active.value.trim() !== active.dataset.connue) sauver(active);
    if (enCours.size > 0 || ratees.size > 0) evenement.preventDefault();
  });

  compter();
})();

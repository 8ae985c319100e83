// Exams of the grid are dragged to a period and a room; what that costs is told on the way, and
// dropping opens the page that confirms. The lists under the grid do the same with the keyboard.
(() => {
  "use strict";
  const grid = document.querySelector("#grille-session2");
  const told = document.querySelector("#prix");
  if (!grid || !told) return;
  const known = new Map();
  let dragged = null;
  let over = null;

  const question = (cell) =>
    new URLSearchParams({
      epreuve: dragged,
      vers: cell.dataset.creneau,
      salle: cell.dataset.salle,
    }).toString();

  const tell = async (cell) => {
    const asked = question(cell);
    if (!known.has(asked)) {
      told.textContent = "Calcul…";
      try {
        const answer = await fetch(told.dataset.adresse + "?" + asked);
        known.set(asked, answer.ok ? await answer.text() : "Ce déplacement n’est pas possible.");
      } catch {
        told.textContent = "Le serveur n’a pas répondu.";
        return;
      }
    }
    if (over === cell) told.textContent = known.get(asked);
  };

  for (const box of grid.querySelectorAll("[data-epreuve]")) {
    box.draggable = true;
    box.addEventListener("dragstart", (event) => {
      dragged = box.dataset.epreuve;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", dragged);
    });
    box.addEventListener("dragend", () => {
      dragged = null;
      over?.classList.remove("survolee");
      over = null;
    });
  }
  for (const cell of grid.querySelectorAll("[data-creneau]")) {
    cell.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      if (over === cell) return;
      over?.classList.remove("survolee");
      over = cell;
      cell.classList.add("survolee");
      tell(cell);
    });
    cell.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!dragged) return;
      location.assign(location.pathname + "?" + question(cell) + "#deplacement");
    });
  }
})();

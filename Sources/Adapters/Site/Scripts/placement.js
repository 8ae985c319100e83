// Boxes of a list are ticked all at once, and students are dragged to a group; the boxes and the
// list of groups do the same with the keyboard.
(() => {
  "use strict";
  const form = document.querySelector("#placement");
  if (!form) return;
  const boxes = () => Array.from(form.querySelectorAll("input[name=etudiant]"));
  const count = document.querySelector("#combien");

  const tell = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    if (count) {
      count.textContent =
        chosen === 0 ? "Aucun étudiant coché" : chosen === 1 ? "1 étudiant coché" : chosen + " étudiants cochés";
    }
  };

  const all = form.querySelector("#tous");
  if (all) {
    all.closest("[hidden]")?.removeAttribute("hidden");
    all.addEventListener("change", () => {
      for (const box of boxes()) box.checked = all.checked;
      tell();
    });
  }
  form.addEventListener("change", tell);
  tell();

  const targets = document.querySelector("#colonnes");
  if (!targets) return;
  targets.removeAttribute("hidden");
  for (const box of boxes()) {
    const row = box.closest("tr");
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      if (!box.checked) {
        for (const other of boxes()) other.checked = other === box;
        tell();
      }
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", box.value);
    });
  }
  for (const column of targets.querySelectorAll("[data-groupe]")) {
    column.addEventListener("dragover", (event) => {
      event.preventDefault();
      column.classList.add("survolee");
    });
    column.addEventListener("dragleave", () => column.classList.remove("survolee"));
    column.addEventListener("drop", (event) => {
      event.preventDefault();
      column.classList.remove("survolee");
      form.querySelector("#champ-groupe").value = column.dataset.groupe;
      form.requestSubmit(form.querySelector("button[value=placer]"));
    });
  }
})();

// Copies what stands in an element, and says so; without it, people select the text themselves.
(() => {
  "use strict";
  const told = document.querySelector("#copie");
  for (const button of document.querySelectorAll("[data-copie]")) {
    const source = document.getElementById(button.dataset.copie);
    if (!source || !told) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent.trim());
        told.textContent = button.dataset.fait;
      } catch {
        getSelection().selectAllChildren(source);
        told.textContent = button.dataset.echec;
      }
    });
  }
})();

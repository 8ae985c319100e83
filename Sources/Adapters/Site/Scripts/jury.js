// The deliberation by the keyboard: each thing that shows a key is pressed by it. A code of the year
// asks for its reason first, which Enter then sends with it. A box of the page turns the keys off.
(() => {
  "use strict";
  const form = document.querySelector("#decision");
  const reason = form?.querySelector("[name=motif]");
  const told = document.querySelector("#touche");
  let chosen = null;

  const box = document.querySelector("#touches-actives");
  const store = "delibere-touches";
  const remembered = () => {
    try { return localStorage.getItem(store) !== "non"; } catch { return true; }
  };
  let areOn = remembered();
  const show = () => {
    document.documentElement.dataset.touches = areOn ? "oui" : "non";
    for (const element of document.querySelectorAll("[data-touche]")) {
      if (areOn) element.setAttribute("aria-keyshortcuts", element.dataset.touche);
      else element.removeAttribute("aria-keyshortcuts");
    }
  };
  if (box) {
    box.checked = areOn;
    box.closest("#touches").hidden = false;
    box.addEventListener("change", () => {
      areOn = box.checked;
      try { localStorage.setItem(store, areOn ? "oui" : "non"); } catch { /* this page only */ }
      show();
    });
  }
  show();

  const isTyping = (element) =>
    element?.matches?.("input:not([type=checkbox]):not([type=hidden]), textarea, select") ?? false;

  const choose = (button) => {
    chosen = button;
    for (const other of form.querySelectorAll("[name=annee]")) {
      other.toggleAttribute("data-choisi", other === button);
    }
    if (told) told.textContent = "Décision : " + button.value + ". Donnez le motif, puis Entrée ; Échap pour renoncer.";
    reason.focus();
    reason.select();
  };

  // A key of the year never sends a reason that was written for another decision.
  const press = (element) => {
    const taken = form?.querySelector("[name=annee-prise]")?.value;
    if (element.matches("[name=annee]") && reason && element.value !== taken) choose(element);
    else if (element.matches("[name=annee]") && reason?.value.trim() === "") choose(element);
    else element.click();
  };

  let isSent = false;
  form?.addEventListener("submit", () => { isSent = true; });
  addEventListener("pageshow", () => { isSent = false; });

  form?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== reason) return;
    event.preventDefault();
    const button = chosen ?? form.querySelector("[name=effet][value=decider]");
    if (reason.value.trim() !== "") button.click();
  });

  document.addEventListener("keydown", (event) => {
    if (isSent || !areOn || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && isTyping(event.target)) {
      chosen = null;
      if (told) told.textContent = "";
      event.target.blur();
      return;
    }
    if (isTyping(event.target)) return;
    if (event.key === "Enter" && event.target !== document.body) return;
    const element = document.querySelector('[data-touche="' + CSS.escape(event.key) + '"]');
    if (!element) return;
    event.preventDefault();
    press(element);
  });
})();

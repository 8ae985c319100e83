// Says what happens while a file is read or written, and keeps it from being sent twice.
(() => {
  "use strict";
  for (const form of document.querySelectorAll("form")) {
    const button = form.querySelector("button[type=submit]");
    const place = form.querySelector("[data-progres]");
    if (!button || !place) continue;
    form.addEventListener("submit", () => {
      place.textContent = place.dataset.progres;
      form.setAttribute("aria-busy", "true");
      setTimeout(() => { button.disabled = true; }, 0);
    });
    window.addEventListener("pageshow", () => {
      place.textContent = "";
      form.removeAttribute("aria-busy");
      button.disabled = false;
    });
  }
})();

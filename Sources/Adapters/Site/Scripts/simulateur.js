// The sliders of the simulator, and its answer as marks move: asked of the server, never computed
// here. Without this script the form is sent as any other.
(() => {
  "use strict";
  const form = document.querySelector("#simulateur");
  const region = document.querySelector("#reponse");
  if (!form || !region) return;
  let timer = 0;
  let running = null;

  const box = (slider) => form.elements.namedItem(slider.dataset.pour);
  const sliders = Array.from(form.querySelectorAll("input[type=range]"));

  const refresh = async () => {
    const asked = Array.from(new FormData(form)).filter(([, value]) => value !== "");
    const address = form.action.split("?")[0] + "?" + new URLSearchParams(asked).toString();
    if (running) running.abort();
    const mine = new AbortController();
    running = mine;
    region.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: mine.signal });
      if (answer.redirected || (answer.status !== 200 && answer.status !== 422)) {
        return window.location.assign(address);
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector("#reponse");
      if (!found) throw new Error("fragment");
      const state = page.querySelector("#etat");
      if (answer.status === 200 && state) {
        document.querySelector("#etat").replaceChildren(...state.childNodes);
      }
      if (answer.status === 200) region.replaceChildren(...found.childNodes);
      for (const slider of sliders) {
        const mark = box(slider);
        const fresh = page.getElementById(mark.id);
        if (!fresh) continue;
        const place = document.getElementById("besoin-" + slider.dataset.pour.slice(5));
        const need = page.getElementById(place.id);
        if (need) place.textContent = need.textContent;
        // What is wrong stands at its field, as after a form that is sent.
        const field = mark.closest(".champ");
        field.querySelector(".indications")?.remove();
        const remarks = fresh.closest(".champ").querySelector(".indications");
        if (remarks) field.append(remarks);
        for (const name of ["aria-invalid", "aria-describedby"]) {
          if (fresh.hasAttribute(name)) mark.setAttribute(name, fresh.getAttribute(name));
          else mark.removeAttribute(name);
        }
      }
      history.replaceState(null, "", address);
    } catch (error) {
      if (error.name !== "AbortError") form.submit();
    } finally {
      if (running === mine) region.removeAttribute("aria-busy");
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 150);
  };

  for (const slider of sliders) {
    slider.hidden = false;
    const mark = box(slider);
    slider.addEventListener("input", () => {
      mark.value = slider.value.replace(".", ",");
      later();
    });
    mark.addEventListener("input", () => {
      const value = Number(mark.value.replace(",", "."));
      if (mark.value !== "" && value >= 0 && value <= 20) slider.value = String(value);
      later();
    });
  }
  form.elements.namedItem("objectif").addEventListener("change", later);
})();

// « / » leads to the search of students from any page; in its page, results come while typing, and
// the arrows and Enter open one. Without this script the form is sent as any other.
(() => {
  "use strict";
  const box = document.querySelector("#champ-q");
  const isTyping = (target) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    if (box) {
      box.focus();
      box.select();
    } else {
      window.location.assign("/etudiants");
    }
  });
  if (!box) return;

  const form = box.form;
  const region = document.querySelector("#trouvailles");
  let timer = 0;
  let running = null;

  const links = () => Array.from(region.querySelectorAll("tbody th a"));

  const search = async () => {
    const asked = Array.from(new FormData(form)).filter(([, value]) => value !== "");
    const address = "/etudiants?" + new URLSearchParams(asked).toString();
    if (running) running.abort();
    const mine = new AbortController();
    running = mine;
    region.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { headers: { "x-fragment": "1" }, signal: mine.signal });
      if (answer.status === 401 || answer.redirected) return window.location.assign(address);
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector("#trouvailles");
      if (!found) throw new Error("fragment");
      region.replaceChildren(...found.childNodes);
      history.replaceState(null, "", address);
    } catch (error) {
      if (error.name === "AbortError") return;
      form.submit();
    } finally {
      if (running === mine) region.removeAttribute("aria-busy");
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 120);
  });
  form.addEventListener("change", (event) => {
    if (event.target !== box) form.requestSubmit();
  });
  form.addEventListener("keydown", (event) => {
    const found = links();
    if (event.key === "ArrowDown" && found.length > 0 && event.target === box) {
      event.preventDefault();
      found[0].focus();
    } else if (event.key === "Enter" && event.target === box && found.length === 1 && !region.hasAttribute("aria-busy")) {
      event.preventDefault();
      found[0].click();
    }
  });
  region.addEventListener("keydown", (event) => {
    const found = links();
    const rank = found.indexOf(document.activeElement);
    if (rank < 0 || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    if (event.key === "ArrowUp" && rank === 0) return box.focus();
    (found[rank + (event.key === "ArrowDown" ? 1 : -1)] || found[rank]).focus();
  });
})();

// The search box on another site's page: a plain form that leads to the papers. It needs no style and no other host,
// and is made element by element, so that it runs under a strict policy of the page that it stands on.
(() => {
  "use strict";
  const own = document.currentScript;
  if (!own || !own.src) return;
  const action = new URL("search", own.src).href;
  let made = 0;

  const element = (name, values, ...children) => {
    const one = document.createElement(name);
    for (const [key, value] of Object.entries(values)) one.setAttribute(key, value);
    one.append(...children);
    return one;
  };

  const box = (options) => {
    made += 1;
    const id = `minutebook-search-${made}`;
    const words = options.label || "Search the board papers";
    return element(
      "form",
      { action, method: "get", role: "search", class: "minutebook-search", "aria-label": words },
      element("label", { for: id, class: "minutebook-search-label" }, words),
      element("input", { id, name: "q", type: "search", maxlength: "5000", class: "minutebook-search-words" }),
      element("button", { type: "submit", class: "minutebook-search-button" }, options.button || "Search"),
    );
  };

  const fill = () => {
    const places = document.querySelectorAll("[data-minutebook-search]:not([data-minutebook-filled])");
    for (const place of places) {
      place.setAttribute("data-minutebook-filled", "");
      place.append(box(place.dataset));
    }
    if (!made && own.isConnected && document.body.contains(own)) own.after(box(own.dataset));
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", fill);
  else fill();
})();

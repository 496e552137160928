// A button beside each citation that copies it and says so. Without this script the words are selected by hand.
const said = document.getElementById("copied");

const copy = async (field) => {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Where a site has no encryption, browsers give no clipboard but this one.
    return document.execCommand("copy");
  }
  return true;
};

for (const field of document.querySelectorAll("[data-copy]")) {
  if (field.dataset.copy === "address") {
    // Where the site does not know its own host, the reader's browser does.
    field.value = new URL(field.value, document.baseURI).href;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nhsuk-button nhsuk-button--secondary nhsuk-button--small viewer-copy";
  button.textContent = `Copy ${field.dataset.copy}`;
  button.addEventListener("click", async () => {
    const done = await copy(field);
    button.focus();
    button.textContent = done ? "Copied" : `Copy ${field.dataset.copy}`;
    said.textContent = done ? `Copied the ${field.dataset.copy}` : "It could not be copied. Select it and copy it.";
    setTimeout(() => {
      button.textContent = `Copy ${field.dataset.copy}`;
      said.textContent = "";
    }, 4000);
  });
  field.after(button);
}

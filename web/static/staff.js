// Progress without reloading by hand, and a name that is typed once for as long as the tab is open.
const place = document.querySelector("[data-progress]");

const look = async () => {
  const reply = await fetch(place.dataset.progress);
  if (!reply.ok) return;
  const { busy, said } = await reply.json();
  if (!busy) {
    location.reload();
    return;
  }
  const told = document.getElementById("progress");
  if (told.textContent !== `${said}.`) told.textContent = `${said}.`;
  setTimeout(look, 1000);
};

if (place) setTimeout(look, 1000);

for (const field of document.querySelectorAll("[data-who]")) {
  if (!field.value) field.value = sessionStorage.getItem("who") ?? "";
  field.form.addEventListener("submit", () => sessionStorage.setItem("who", field.value));
}

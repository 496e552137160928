// Fields that were left empty stay out of the address of a search, so that it is short enough to share.
for (const form of document.querySelectorAll('form[method="get"]')) {
  form.addEventListener("submit", () => {
    for (const field of form.querySelectorAll("select")) field.disabled = field.value === "";
  });
}
// A page that is gone back to has its fields again.
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll('form[method="get"] select')) field.disabled = false;
});

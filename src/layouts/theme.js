// Runs before the first paint, so that a chosen theme does not flash. Without it the system's theme holds.
(function () {
  var root = document.documentElement;
  var order = ["system", "light", "dark"];
  var chosen = "system";
  try {
    chosen = localStorage.getItem("theme") || "system";
  } catch {
    // Storage may be forbidden; then the choice lasts for the page.
  }
  function apply() {
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
    else delete root.dataset.theme;
    var label = document.querySelector("[data-theme-switch] span");
    if (label) label.textContent = chosen;
  }
  root.dataset.script = "on";
  apply();
  document.addEventListener("DOMContentLoaded", apply);
  document.addEventListener("click", function (event) {
    if (!event.target.closest || !event.target.closest("[data-theme-switch]")) return;
    chosen = order[(order.indexOf(chosen) + 1) % order.length];
    try {
      localStorage.setItem("theme", chosen);
    } catch {
      // As above.
    }
    apply();
  });
})();

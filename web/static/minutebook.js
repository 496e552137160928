// What pages gain where scripts run. Everything they do can be done without.
import { initAll } from "./built/nhsuk-frontend.js";

initAll();

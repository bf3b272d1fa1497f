import { createRoot } from "react-dom/client";
import { catchFaults } from "./flows/catch-faults.ts";
import { connect } from "./flows/connect.ts";
import { reportProblem } from "./flows/current-case.ts";
import { applySettings } from "./flows/settings.ts";
import { App } from "./ui/app.tsx";
import { words } from "./ui/words/common.ts";
import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import "./ui/styles/parts.css";
import "./ui/styles/fields.css";
import "./ui/styles/welcome.css";
import "./ui/styles/shell.css";
import "./ui/styles/inbox.css";
import "./ui/styles/reader.css";
import "./ui/styles/timeline.css";
import "./ui/styles/screens.css";
import "./ui/styles/record.css";
import "./ui/styles/vault.css";

catchFaults(window);
void connect();
applySettings();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no root");

createRoot(root, {
  onUncaughtError: (error) => {
    reportProblem(error);
    // React has taken everything off the page by now: say so in plain text, never leave it blank.
    root.textContent = `${words.fault.what} ${words.fault.next}`;
  },
}).render(<App />);

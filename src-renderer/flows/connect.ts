import { connectHost } from "../wire/connect-host.ts";
import { watchBackups } from "./backups.ts";
import { reportProblem, session } from "./current-case.ts";
import { watchForLock } from "./lock.ts";
import { lookAtVault } from "./vault.ts";
import { windowCopy } from "./window-copy.ts";

/** Connects the window to the machine it runs on. To be called first of all: it takes the token off the address. */
export async function connect(): Promise<void> {
  try {
    const host = await connectHost();
    const about = await host.about();
    session.change((now) => ({ ...now, host, about }));
    watchForLock(window);
    watchBackups();
    // A working copy that hangs is found out while the passphrase is typed.
    void windowCopy().isThere();
    await lookAtVault();
  } catch (cause) {
    reportProblem(cause);
  }
}

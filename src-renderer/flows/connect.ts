import { connectHost } from "../wire/connect-host.ts";
import { reportProblem, session } from "./current-case.ts";

/** Connects the window to the machine it runs on. To be called first of all: it takes the token off the address. */
export async function connect(): Promise<void> {
  try {
    const host = await connectHost();
    const about = await host.about();
    session.change((now) => ({ ...now, host, about }));
  } catch (cause) {
    reportProblem(cause);
  }
}

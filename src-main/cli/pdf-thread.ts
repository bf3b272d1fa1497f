/* Node's pdf.js worker: a thread that a limit can end. */
import "../../src-renderer/reading/pdf/bounded-bytes.ts";
import { type MessagePort, workerData } from "node:worker_threads";

/** pdf.js describes its worker to nobody. */
const worker: { WorkerMessageHandler: { initializeFromPort(port: MessagePort): void } } = await import(
  workerData.module
);
worker.WorkerMessageHandler.initializeFromPort(workerData.port);

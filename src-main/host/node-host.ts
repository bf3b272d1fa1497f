import { type About, type Host, hostCalls } from "#core/host.ts";
import type { Problem } from "#core/problems.ts";
import { type BackupFiles, backupFiles } from "./backup/backups.ts";
import {
  checkedFileName,
  checkedHash,
  checkedId,
  checkedKind,
  checkedPart,
  checkedSecret,
  checkedSmall,
  checkedTyped,
} from "./checked.ts";
import { finishErased } from "./finish-erased.ts";
import { vaultFolders } from "./folders.ts";
import type { WritableCase } from "./held-case.ts";
import { writeKeyFiles } from "./key-files.ts";
import { type Leases, openLeases, type Visitor } from "./leases.ts";
import { type Machine, plainMachine } from "./machine.ts";
import { readCalls } from "./read-calls.ts";
import { startSafeFile } from "./safe-write.ts";
import { syncedFolder } from "./synced-folder.ts";
import { takeSystemLock } from "./system-lock.ts";
import { writeCalls } from "./write-calls.ts";
import { openWrites } from "./writes.ts";

export interface NodeHostOptions {
  readonly dataFolder: string;
  readonly version: string;
  readonly kind: About["host"];
  /** what this way in can do beyond files; unless told, nobody can be asked and there is no keyring */
  readonly machine?: Partial<Machine>;
}

/** One window's host. What it holds and what it began to write is its own. */
export interface Visit {
  readonly host: Host;
  /** The window is gone or was loaded anew: its leases end, and what it had begun to write is dropped. */
  leave(): Promise<void>;
}

/** The host on Node: used as it is, it is the process's own (the command line, tests). */
export interface NodeHost extends Host {
  /**
   * A host for one window.
   * @param unkeptMillis where the host can't see a window go: a lease that nobody keeps (`keepLease`) for so long ends
   */
  visit(unkeptMillis?: number): Visit;
  /** Ends every lease and every write, and what runs beside. */
  close(): Promise<void>;
}

/**
 * The machine's side of Folio, on a data folder. It sees ciphertext only, writes it safely, and logs nothing.
 * Arguments are checked here, whoever calls: this is the door to the disk.
 */
export function nodeHost(options: NodeHostOptions): NodeHost {
  const { dataFolder } = options;
  const machine = { ...plainMachine, ...options.machine };
  const { ofCase } = vaultFolders(dataFolder);
  const lockOf = (caseId: string) => takeSystemLock(ofCase(caseId).folder, "case");
  const backups = backupFiles({
    dataFolder,
    askFolder: machine.askFolder,
    syncedBy: syncedFolder,
    takeCase: lockOf,
  });
  const ready = backups.ready.then(() => finishErased(dataFolder).catch(() => undefined));
  const shared: Shared = { ...options, machine, backups, leases: openLeases(lockOf), broken: new Map(), ready };
  const own = visitOf(shared, null);
  return {
    ...own.host,
    visit: (unkeptMillis) => visitOf(shared, unkeptMillis ?? null),
    close: async () => {
      await own.leave();
      await shared.leases.close();
      await backups.close();
    },
  };
}

interface Shared extends NodeHostOptions {
  readonly machine: Machine;
  readonly backups: BackupFiles;
  readonly leases: Leases<WritableCase>;
  readonly broken: Map<string, Problem>;
  /** answered once what a crash left undone has been finished */
  readonly ready: Promise<void>;
}

function visitOf(shared: Shared, unkeptMillis: number | null): Visit {
  const visitor: Visitor = { unkeptMillis };
  const { dataFolder, leases, backups, broken } = shared;
  const writes = openWrites();
  const host: Host = {
    ...readCalls(dataFolder),
    ...writeCalls({ dataFolder, leases, backups, broken, visitor, writes }),
    ...machineCalls(shared),
    writeKeyFiles: async (replaces, vault, head) => {
      const present = replaces === null ? null : checkedHash(replaces);
      await writeKeyFiles(dataFolder, present, checkedSmall(vault), checkedSmall(head));
      backups.noteChange(null);
    },
    startFile: async (kind, suggestedName) => {
      const path = await shared.machine.askWhereToSave(checkedKind(kind), checkedFileName(suggestedName));
      return path === null ? null : writes.begin(() => startSafeFile(path), { place: path, owner: null });
    },
    writePart: async (handle, part) => writes.write(checkedId(handle), checkedPart(part)),
    finishWrite: async (handle) => writes.finish(checkedId(handle)),
    discardWrite: async (handle) => writes.discard(checkedId(handle)),
  };
  return {
    host: onceReady(host, shared.ready),
    leave: async () => {
      await leases.releaseAll(visitor);
      await writes.discardAll();
    },
  };
}

type MachineCall =
  | "about"
  | "waitForLock"
  | "clearClipboard"
  | "sealWithComputer"
  | "openWithComputer"
  | "backupState"
  | "chooseBackupFolder"
  | "stopBackups"
  | "backUpNow"
  | "openBackup"
  | "readBackup"
  | "restoreVault"
  | "restoreCase";

/** The calls that are the same for every window and go to the computer itself, or to backups (which check them). */
function machineCalls({ dataFolder, kind, version, machine, backups }: Shared): Pick<Host, MachineCall> {
  return {
    about: async () => ({
      host: kind,
      version,
      syncedBy: await syncedFolder(dataFolder),
      keyring: await machine.hasKeyring(),
    }),
    waitForLock: () => machine.waitForLock(),
    clearClipboard: async (textSha256) => machine.clearClipboard(checkedHash(textSha256)),
    sealWithComputer: async (secret) => machine.sealWithComputer(checkedSecret(secret)),
    openWithComputer: async (sealed) => machine.openWithComputer(checkedSmall(sealed)),
    backupState: () => backups.backupState(),
    chooseBackupFolder: async (typed) => backups.chooseBackupFolder(checkedTyped(typed)),
    stopBackups: () => backups.stopBackups(),
    backUpNow: () => backups.backUpNow(),
    openBackup: async (typed) => backups.openBackup(checkedTyped(typed)),
    readBackup: async (backup, setId) => backups.readBackup(backup, setId),
    restoreVault: async (backup, setId) => backups.restoreVault(backup, setId),
    restoreCase: async (backup, setId, caseId, key) => backups.restoreCase(backup, setId, caseId, key),
  };
}

/** Answers nothing before a restoring or an erasing that was cut off has been finished. */
function onceReady(host: Host, ready: Promise<void>): Host {
  const waiting = Object.keys(hostCalls).map((name) => {
    // A union of calls takes no argument list that TypeScript can follow; arguments go through as they came.
    const call = host[name as keyof Host] as (...args: readonly unknown[]) => Promise<unknown>;
    return [name, async (...args: readonly unknown[]) => ready.then(() => call(...args))];
  });
  // Made from `hostCalls`, which names every call of `Host`, and from a whole Host.
  return Object.fromEntries(waiting) as Host;
}

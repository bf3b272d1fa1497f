const unlocking = `  --passphrase-file FILE   the passphrase is the first line of FILE; else FOLIO_PASSPHRASE, else it is asked for
  --recovery-file FILE     unlock with the 24 recovery words in FILE instead
`;
const exits = "Exit: 0 done; 3 a problem, which is said on standard error; 2 wrong usage; 130 stopped with Ctrl-C.\n";
const openElsewhere =
  "A case that is open in another window or program can't be written to: that is said, and the exit code is 3.\n";

/** What the commands take that work with a locked data folder, as `--help` prints it. */
export const vaultUsage = {
  init: `folio init DATA [--passphrase-file FILE] [--words-file FILE]

Makes an empty, locked data folder. The passphrase is typed twice on the terminal, or given as in other commands.

  --words-file FILE        also writes the 24 recovery words there: a new file, to be printed and then deleted.
                           Without it they are shown on a terminal if you say yes; they can't be read back later.

${exits}`,
  cases: `folio cases DATA [--json]

Lists the case files, latest change first: id, time of the latest change (UTC), name.

  --json                   a list of {id, name, changedAt, problem}; name is null where problem says why
${unlocking}
${exits}`,
  new: `folio new DATA --case case.json

Begins a case file from what case.json tells (resources/case-json.md): {"person":{"name":"…"}} is enough. Its calls,
messages, costs, events and issues are kept; letters are added with "folio add". The last line printed is the case's id.

${unlocking}
${exits}`,
  add: `folio add DATA CASE FILE... [--today YYYY-MM-DD]

Reads each FILE as "folio read" does and keeps it with its original, as the next exhibit. A.jpg+B.jpg is one letter of
several files. Prints "kept NUMBER FILE" for each once it is on disk. A file that can't be taken is said on standard
error, and the others go on.

  --today                  the day taken for today (a letter's own date is never later)
${unlocking}
${openElsewhere}Exit: 0 all kept; 3 some were not, or another problem; 2 wrong usage; 130 stopped: what was printed is kept.
`,
  import: `folio import DATA CASE entries.jsonl

Keeps each line of the file as an entry; "-" reads standard input as it comes. A line is one entry as in case.json with
its "type" (call, message, cost, event, issue) beside; "when" may stand for "date" and "time":

  {"type":"call","when":"2026-03-04T10:00","who":"…","theySaid":"…","iSaid":"…","promises":[{"what":"…","by":"2026-03-09"}]}
  {"type":"event","when":"2026-03-05","text":"…"}

resources/case-json.md has the fields. Prints "kept N ID" (N is the line's number, from 1) for each line once it is on
disk. A line that is wrong is named on standard error, by number and field, and the others go on. Empty lines are passed
over. Whatever ends the command, each line that was printed is kept.

${unlocking}
${openElsewhere}Exit: 0 all kept; 3 some were not, or another problem; 2 wrong usage; 130 stopped.
`,
  timeline: `folio timeline DATA CASE --json|--csv|--ics [--out FILE]

Gives every entry with its id: letters, the dates in them, calls, promises, messages, costs, events; then what has no date.

  --json                   a list, one entry a line: {day, until, precision, time, lane, role, what, confirmed, id, type,
                           exhibit, page, entry}; "entry" is as case.json has it, and can be imported again
  --csv                    for a spreadsheet: date, until, time, type, what, details, exhibit, page, confirmed, amount, id.
                           What would be taken for a formula has an apostrophe before it.
  --ics                    for a calendar, with titles that say nothing of the case; unconfirmed dates that limit nothing
                           are left out
  --out FILE               writes a file instead of standard output
${unlocking}
${exits}`,
  search: `folio search DATA WORDS [--case CASE] [--json]

Finds pages of letters and entries that hold all the WORDS. Capitals and accents don't count.

  --case CASE              looks in one case file only
  --json                   a list of {case, id, in, title, day, snippet, count}
${unlocking}
${exits}`,
  export: `folio export DATA CASE --out X.folio [--recipient age1…]... [--bundle-passphrase-file FILE]
folio export DATA CASE --plain --out FOLDER|X.tar

Writes one case file whole, with its originals and its history, for somebody else: an age file around a BagIt bag, which
opens without Folio too. Prints "head HEX" (for "folio verify --head"), then the file's path.

  --recipient age1…        locks it for this public key; may be given several times
  --bundle-passphrase-file FILE
                           locks it with a passphrase: the first line of FILE; else FOLIO_BUNDLE_PASSPHRASE, else it is
                           asked for twice
  --plain                  not locked: a folder, or a tar file. Whoever has it can read it.
${unlocking}
${exits}`,
  restore: `folio restore BUNDLE DATA [--bundle-passphrase-file FILE] [--identity-file FILE]
folio restore BACKUP DATA [--backup-passphrase-file FILE]

Takes over a bundle, or restores the latest whole backup in a folder. What is wrong with it is found before anything is
written. DATA may be empty, or hold cases already: then they are united, and nothing is written over.
Prints "added ID", "united ID" or "nothing-new ID" for each case.

  --bundle-passphrase-file FILE
                           opens the bundle; else FOLIO_BUNDLE_PASSPHRASE, else it is asked for
  --identity-file FILE     opens it with the secret keys (AGE-SECRET-KEY-1…) in FILE
  --backup-passphrase-file FILE
                           the backup's, where it is another folder's and differs; else FOLIO_BACKUP_PASSPHRASE
${unlocking}                           An empty DATA: for a bundle this is the new passphrase, for a backup it is the backup's.

${exits}`,
  backup: `folio backup DATA --to FOLDER

Copies what has changed to FOLDER, still locked, and reads it back. The folder must exist, outside DATA. If no folder was
chosen for automatic backups, this one is from now on. It needs no passphrase; one that is given is tried first.

${unlocking}
${exits}`,
  verify: `folio verify DATA|BUNDLE|BAG|PACK [--head HEX] [--json]

Reads all of it and names each thing that is wrong: of a data folder the key files, and of every case each line, head and
original; of a bundle everything in it; of a bag (BagIt, a folder or tar, whoever made it) its lists and sums, for which
no passphrase is needed; of a pack the checks it passed when it was made.

  --head HEX               the head that was printed with a pack or export must be in the history: shows what was put
                           back as it was earlier
  --json                   {sound, kind, heads: {case: head}, findings: [{level, what, where, says}]}
  --bundle-passphrase-file FILE, --identity-file FILE
                           open a bundle, as in "folio restore"
${unlocking}
Exit: 0 sound, perhaps with notes (an end that was cut short, an original that nothing names); 1 something is wrong;
      3 it could not be opened, and why is said; 2 wrong usage.
`,
  passphrase: `folio passphrase DATA [--new-passphrase-file FILE]

Changes the passphrase. The recovery words stay as they are. Backups that were made before open with the earlier one.

  --new-passphrase-file FILE
                           the first line is the new one; else FOLIO_NEW_PASSPHRASE, else it is asked for twice
${unlocking}
${exits}`,
  erase: `folio erase DATA CASE [--exhibit N]

Erases a case file, or one exhibit of it, for good: here and in the backups that can be reached. There is no undo; on a
terminal you are asked first. Lines without content stay, and the exhibit's number is not used again.

${unlocking}
${openElsewhere}${exits}`,
} as const;

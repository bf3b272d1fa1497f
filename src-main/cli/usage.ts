import { vaultUsage } from "./usage-vault.ts";

/** What each command takes, as `--help` prints it. */
export const usage = {
  folio: `Folio on the command line. DATA is a locked folder of case files; CASE is a case's id, the beginning of one
(6 digits or more), or its exact name.

  folio init DATA                                     make an empty data folder
  folio cases DATA [--json]                           list its case files
  folio new DATA --case case.json                     begin a case file
  folio add DATA CASE FILE...                         add letters
  folio import DATA CASE entries.jsonl                add calls, messages, costs, events and issues
  folio timeline DATA CASE --json|--csv|--ics         every entry, for other programs
  folio search DATA WORDS [--case CASE]               find words in letters and entries
  folio pack DATA CASE --for ice|mp|cms --out PACK.pdf
                                                      make a complaint pack
  folio export DATA CASE --out X.folio                a locked bundle of one case, for somebody else
  folio restore BUNDLE|BACKUP DATA                    take over a bundle, or restore a backup
  folio backup DATA --to FOLDER                       back everything up
  folio verify DATA|BUNDLE|BAG|PACK                   check every part of it
  folio passphrase DATA                               change the passphrase
  folio erase DATA CASE [--exhibit N]                 erase for good

  folio read FILE... [--json]                         read letters and list their dates; keeps nothing
  folio pack --from FOLDER --for ice|mp|cms --out PACK.pdf
                                                      make a pack of a plain folder of letters
  folio sample --out FOLDER                           write the sample case as such a folder

A passphrase is typed on the terminal, or is the first line of --passphrase-file FILE, or stands in FOLIO_PASSPHRASE;
--recovery-file FILE unlocks with the 24 recovery words instead. It is never an argument.

  folio COMMAND --help says more. Nothing is sent anywhere: Folio works offline.
`,
  ...vaultUsage,
  read: `folio read FILE... [--json] [--today YYYY-MM-DD]

Reads each FILE (PDF, JPEG, PNG, GIF, TIFF, WebP, HEIC, plain text, e-mail or Word) and lists the dates found in it.
A.jpg+B.jpg is one letter of several files, its pages in that order, or by the numbers printed on them where each says
“Page … of …”.

  --json    one JSON object a line, one for each FILE, in the order given:
            {file, type, pages, textSource, letterDate, caseReference, sender, kind,
             mentions: [{page, text, date | start, end, role, meaning, certainty, rule, box}],
             problems: [{code, message}], millis}
            date is YYYY-MM-DD or YYYY-MM; box is {left, top, width, height} in fractions of the
            upright page, or null; type is null for a file that could not be taken.
  --today   the day taken for today (a letter's own date is never later); today unless told

Exit: 0 all read; 3 some file had a problem (the others are read all the same); 2 wrong usage.
`,
  pack: `folio pack DATA CASE --for ice|mp|cms --out PACK.pdf
           [--manifest M.json] [--forbid WORDS.txt] [--today YYYY-MM-DD]
folio pack --from FOLDER --for ice|mp|cms --out PACK.pdf
           [--manifest M.json] [--forbid WORDS.txt] [--today YYYY-MM-DD]

Makes one paginated PDF of a case file, or of every file in FOLDER. An optional case.json in FOLDER tells the person,
the case, calls, messages, costs, events and issues; its fields are described in resources/case-json.md.

  --for       whom the pack is for: ice (Independent Case Examiner), mp, or cms (the Service's complaint team)
  --manifest  also writes where each document begins: {title, author, documents: [{section, title, page, pages, needle}]}
  --forbid    a text file, one word or phrase a line (# begins a comment): no pack that holds one is written
  --today     the date the pack bears; today unless told

Of a case file, the case's head is printed too ("head HEX", for "folio verify --head"), and its history says what went
out to whom; where the case is open in another window, the pack is made, and that it isn't written down is said.

PACK.pdf, M.json and WORDS.txt may lie in FOLDER: they are not taken for letters. What lies there already under
these names is written over only where an earlier "folio pack" made it. Packs under other names are letters like any.

Warnings go to standard error and never stop a pack. A file that can't be shown is an exhibit all the same: a page
that names it and says why.
Exit: 0 the pack is written; 3 it is not, and why is said; 2 wrong usage.
`,
  sample: `folio sample --out FOLDER

Writes the sample case (letters and case.json) to a new folder. Everybody in it is invented.

Exit: 0 written; 3 not written, and why is said; 2 wrong usage.
`,
} as const;

export type CommandName = Exclude<keyof typeof usage, "folio">;

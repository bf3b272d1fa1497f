import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bytes } from "#core/model/bytes.ts";
import { Problem } from "#core/problems.ts";
import { detectType } from "../../../src-renderer/reading/detect.ts";
import { readMail } from "../../../src-renderer/reading/mail/read-mail.ts";
import { ascii } from "../made.ts";

const head = [
  "Return-Path: <caseworker@example.org>",
  "From: =?UTF-8?Q?Si=C3=A2n_Rees?= <caseworker@example.org>",
  "To: Ada Okafor <ada@example.org>, Team: one@example.org, two@example.org;",
  "Cc: mp@example.org",
  "Date: Sun, 3 May 2026 23:22:10 +0100 (BST)",
  "Subject: Your complaint",
  " of 7 April 2026",
  "MIME-Version: 1.0",
];
const mail = (...lines: readonly string[]): Bytes => ascii([...head, ...lines].join("\r\n"));
const text = async (bytes: Bytes) => (await readMail(bytes)).text;
const body = async (bytes: Bytes) => (await text(bytes)).split("\n\n").slice(1).join("\n\n");
const multipart = (kind: string, ...parts: readonly string[]) => [
  `Content-Type: multipart/${kind}; boundary="b"`,
  "",
  ...parts.flatMap((part) => ["--b", part]),
  "--b--",
];
const plain = "Content-Type: text/plain; charset=utf-8\r\n\r\nDear Ms Okafor,\r\nplease reply by 31 May 2026.";

describe("an e-mail", () => {
  it("begins with who wrote to whom, when by the sender's own clock, and about what", async () => {
    expect(await text(mail("Content-Type: text/plain", "", "Dear Ms Okafor"))).toBe(
      [
        "From: Siân Rees <caseworker@example.org>",
        "To: Ada Okafor <ada@example.org>, one@example.org, two@example.org",
        "Cc: mp@example.org",
        "Sent: 3 May 2026 23:22",
        "Subject: Your complaint of 7 April 2026",
        "",
        "Dear Ms Okafor",
      ].join("\n"),
    );
  });

  it.each([
    ["3 May 2026 09:05", "Sun, 03 May 2026 09:05:10 -1200"],
    ["3 May 1998 09:05", "3 May 98 9:05 GMT"],
    ["9 September 2026 09:05", "Wednesday, 09-Sep-26 09:05:10 GMT"],
    ["31 February 2026 nine", "31 February 2026 nine"],
    ["Thu, 30 Feb 2026 10:00:00", "Thu, 30 Feb 2026 10:00:00"],
  ])("was sent %s", async (said, header) => {
    const bytes = ascii(`From: a@example.org\r\nDate: ${header}\r\nMIME-Version: 1.0\r\n\r\nDear`);
    expect(await text(bytes)).toContain(`Sent: ${said}\n`);
  });

  it("is its text part where it has one, quoted parts and all", async () => {
    const html = "Content-Type: text/html\r\n\r\n<p>Dear Ms Okafor,<p>please reply by <b>31 May 2026</b>.";
    const quoted = `${plain}\r\n\r\n> On 1 May 2026 you wrote:\r\n> Why?`;
    expect(await body(mail(...multipart("alternative", quoted, html)))).toBe(
      "Dear Ms Okafor,\nplease reply by 31 May 2026.\n\n> On 1 May 2026 you wrote:\n> Why?",
    );
  });

  it("is its HTML part where the text part only says to look at that", async () => {
    const stub = "Content-Type: text/plain\r\n\r\nUse another program.";
    const html = `Content-Type: text/html\r\n\r\n<p>${"Please pay. ".repeat(20)}</p>`;
    expect(await body(mail(...multipart("alternative", stub, html)))).toMatch(/^Please pay\. Please pay\./);
  });

  it("names what is attached and opens none of it", async () => {
    const pdf =
      'Content-Type: application/pdf; name="letter.pdf"\r\nContent-Disposition: attachment\r\n\r\n%PDF-1.7 1 May 2020';
    const inner = `Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n${head.join("\r\n")}\r\n\r\nDated 2 May 2020`;
    const logo = "Content-Type: image/png\r\nContent-ID: <l>\r\n\r\nsmall";
    const related = ['Content-Type: multipart/related; boundary="c"', "", "--c", plain, "--c", logo, "--c--"].join(
      "\r\n",
    );
    const signed = "Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nx";
    const read = await readMail(mail(...multipart("mixed", related, pdf, inner, signed)));
    expect(read.hasAttachments).toBe(true);
    expect(read.text.split("\n").at(-1)).toBe("Attached: letter.pdf, an e-mail");
    expect(read.text).not.toContain("2020");
  });

  it("shows names that were made to look like others as they are", async () => {
    const pdf = 'Content-Type: application/pdf; name="=?UTF-8?Q?a=E2=80=AEfdp.exe=0Ab?="\r\n\r\nx';
    expect((await text(mail(...multipart("mixed", plain, pdf)))).split("\n").at(-1)).toBe("Attached: a fdp.exe b");
  });

  it.each([
    [
      "quoted-printable in Windows-1252",
      "windows-1252\r\nContent-Transfer-Encoding: quoted-printable",
      "=A338.25 =96 so=\r\non",
    ],
    ["base64 in UTF-8", "utf-8\r\nContent-Transfer-Encoding: base64", btoa("\xc2\xa338.25 \xe2\x80\x93 soon")],
    [
      "UTF-16, said so",
      "utf-16le\r\nContent-Transfer-Encoding: base64",
      Buffer.from("£38.25 – soon", "utf16le").toString("base64"),
    ],
  ])("is read in %s", async (_, type, written) => {
    expect(await body(mail(`Content-Type: text/plain; charset=${type}`, "", written))).toBe("£38.25 – soon");
  });

  it("is read as well as may be where it says a wrong alphabet", async () => {
    const bytes = mail("Content-Type: text/plain; charset=x-nonsense", "", "Pay by 31 May 2026");
    expect(await body(bytes)).toBe("Pay by 31 May 2026");
  });
});

describe("what an e-mail is, by its bytes", () => {
  const lines = head.join("\n");
  it.each([
    ["email", mail("", "Dear")],
    ["email", ascii(`From caseworker@example.org Sun May 3 23:22:10 2026\n${lines}\n\nDear`)],
    ["email", ascii(`\n\n${lines}\n\nbinary \0\x01 follows`)],
    ["email", ascii(`${lines}\na line that is no header\n\nDear`)],
    ["text", ascii("From: me\nTo: the Service\nDate: 3 May 2026\nSubject: complaint\n\nDear Sir")],
    ["text", ascii("Dear Ms Okafor\nFrom: me\nMessage-ID: <1>\nMIME-Version: 1.0\n")],
    ["text", ascii("Note: one\nNote: two\nNote: three\n")],
    ["pdf", ascii(`${lines}\n\n%PDF-1.7`)],
  ])("%s", (type, bytes) => {
    expect(detectType(bytes)).toEqual({ ok: true, type });
  });
});

describe("an e-mail that is damaged or made to harm", () => {
  it("is read as far as it goes when it is cut off", async () => {
    const whole = mail(...multipart("mixed", plain, "Content-Type: application/pdf; name=a.pdf\r\n\r\nxxxx"));
    expect(await text(whole.subarray(0, whole.length - 12))).toContain("31 May 2026");
  });

  it("is refused when it is nested deeper than any mail program would", async () => {
    const nested = Array.from(
      { length: 400 },
      (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}`,
    );
    await expect(readMail(mail(nested.join("\r\n")))).rejects.toMatchObject({ code: "file-damaged" });
  });

  it("is refused when its headers fill megabytes", async () => {
    await expect(readMail(mail(`X-Long: ${"a".repeat(2_000_000)}`, "", "Dear"))).rejects.toMatchObject({
      code: "file-damaged",
    });
  });

  it("says how many others a mail to hundreds went to", async () => {
    const to = Array.from({ length: 300 }, (_, at) => `p${at}@example.org`).join(",\r\n ");
    expect(await text(ascii(`From: a@example.org\r\nTo: ${to}\r\nMIME-Version: 1.0\r\n\r\nDear`))).toContain(
      "p19@example.org, and 280 more\n",
    );
  });

  it("is read or refused, whatever its bytes are", async () => {
    const whole = mail(...multipart("mixed", plain, "Content-Type: text/html\r\n\r\n<table><tr><td>1<td>2</table>"));
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), changes, async (length, changed) => {
        const bytes = whole.slice(0, length);
        for (const [at, byte] of changed) if (at < length) bytes[at] = byte;
        const read = await readMail(bytes).catch((cause: unknown) => cause);
        const isRefused = read instanceof Problem && read.code === "file-damaged";
        expect(isRefused || (typeof read === "object" && read !== null && "text" in read)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

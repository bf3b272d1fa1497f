import { expect } from "@playwright/test";
import { docxOf, paragraph } from "../reading/made-docx.ts";
import { addFiles, allRead, beginCase, test } from "./window.ts";

const mail = [
  "Message-ID: <1@example.org>",
  "MIME-Version: 1.0",
  "From: Child Maintenance Service <noreply@example.org>",
  "Date: Sun, 3 May 2026 23:22:10 +0100",
  "Subject: Your complaint",
  'Content-Type: multipart/mixed; boundary="b"',
  "",
  "--b",
  "Content-Type: text/html",
  "",
  '<p>Dear Ms Okafor</p><img src="http://127.0.0.1:9/seen"><p>We will reply by 24 May 2026.</p>',
  "--b",
  'Content-Type: application/pdf; name="letter.pdf"',
  "",
  "x",
  "--b--",
].join("\r\n");

test("an e-mail and a Word file are letters, shown as their words with the dates marked", async ({
  folio: { page },
}) => {
  await beginCase(page, "My complaint");
  const docx = docxOf(
    paragraph("Child Maintenance Service") + paragraph("Date: 4 May 2026") + paragraph("Dear Ms Okafor"),
  );
  await addFiles(page, [
    { name: "mail.pdf", mimeType: "application/pdf", buffer: Buffer.from(mail) },
    { name: "letter", mimeType: "application/octet-stream", buffer: Buffer.from(docx) },
  ]);
  await allRead(page);
  await expect(page.getByText("Files came attached to this e-mail.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /4 May 2026/ })).toBeVisible();
  await page.getByRole("button", { name: /3 May 2026/ }).click();
  await expect(page.locator(".text-sheet")).toContainText("Sent: 3 May 2026 23:22");
  await expect(page.locator(".text-sheet")).toContainText("Attached: letter.pdf");
  await expect(page.locator(".text-sheet mark", { hasText: "24 May 2026" })).toBeVisible();
});

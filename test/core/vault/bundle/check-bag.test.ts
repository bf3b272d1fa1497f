import { describe, expect, test } from "vitest";
import { verifyBag } from "#core/vault/bundle/check-bag.ts";
import { type BagFiles, folderSource, resummed, sha, smallBag, tarBytes, tarSource } from "./small-bags.ts";

const payload = { "data/a.txt": "hello\n", "data/dir/b c.txt": "there\n" };
const whole = smallBag(payload, "Payload-Oxum: 12.2\nContact-Name: Somebody\n  of somewhere\n");

/** The verdict is the same for the folder and the tar. */
async function verdict(files: BagFiles): Promise<readonly string[]> {
  const asFolder = await verifyBag(folderSource(files));
  const asTar = await verifyBag(tarSource(await tarBytes(files)));
  expect(asTar).toEqual(asFolder);
  return asFolder.valid ? ["valid", ...asFolder.warnings] : asFolder.problems;
}

function withManifest(text: string, files: BagFiles = payload): BagFiles {
  return resummed({ ...smallBag(files), "manifest-sha256.txt": text });
}

function without(name: string): BagFiles {
  return Object.fromEntries(Object.entries(whole).filter(([path]) => path !== name));
}

const lineA = `${sha("hello\n")}  data/a.txt\n`;
const lineB = `${sha("there\n")}  data/dir/b c.txt\n`;

describe("a bag", () => {
  test("that is whole is valid", async () => {
    expect(await verdict(whole)).toEqual(["valid"]);
  });

  test.each<[string, BagFiles, RegExp]>([
    ["whose payload was altered", { ...whole, "data/a.txt": "hellO\n" }, /another checksum: data\/a.txt/],
    ["with a file that nothing lists", { ...whole, "data/c": "" }, /not listed/],
    ["with a file missing", without("data/a.txt"), /isn't there: data\/a.txt/],
    ["without bagit.txt", without("bagit.txt"), /bagit.txt isn't there/],
    ["without a manifest", without("manifest-sha256.txt"), /no payload manifest/],
    ["with another tag file than was summed", { ...whole, "bag-info.txt": "X: y\n" }, /another checksum: bag-info/],
    [
      "of a later version",
      { ...whole, "bagit.txt": "BagIt-Version: 1.1\nTag-File-Character-Encoding: UTF-8\n" },
      /1\.1/,
    ],
    ["with a mark before its version", { ...whole, "bagit.txt": `\u{feff}${whole["bagit.txt"]}` }, /byte order mark/],
    ["that says another size", resummed({ ...whole, "bag-info.txt": "Payload-Oxum: 13.2\n" }), /Payload-Oxum/],
    ["that lists a path twice", withManifest(lineA + lineB + lineA), /twice/],
    ["that lists what leads out", withManifest(`${lineA}${lineB}${sha("")}  data/../../x\n`), /leads out/],
    ["that lists what is no payload", withManifest(`${lineA}${lineB}${sha("")}  other\n`), /no payload: other/],
    ["with a line that is none", withManifest(`${lineA}${lineB}zz data/a.txt\n`), /line 3: neither/],
    [
      "with a file still to be fetched",
      resummed({ ...whole, "fetch.txt": "http://a.example/ - data/c\n" }),
      /not fetched/,
    ],
    ["that fetches to elsewhere", resummed({ ...whole, "fetch.txt": "http://a.example/ - ../c\n" }), /leads out/],
    ["with a checksum nobody knows", { ...whole, "manifest-crc7.txt": "00  data/a.txt\n" }, /can't be worked out/],
  ])("%s is refused", async (_, files, problem) => {
    expect((await verdict(files)).join("; ")).toMatch(problem);
  });

  test("needs every file in every manifest since 1.0, and in one of them before", async () => {
    const one = {
      ...payload,
      "manifest-md5.txt": `${sha("hello\n", "md5")}  data/a.txt\n`,
      "manifest-sha512.txt": `${sha("there\n", "sha512")}  data/dir/b c.txt\n`,
    };
    const versioned = (version: string) => ({
      ...one,
      "bagit.txt": `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`,
    });
    expect((await verdict(versioned("1.0"))).join()).toMatch(/not listed/);
    expect((await verdict(versioned("0.97")))[0]).toBe("valid");
  });

  test("writes line ends and per cent in names as RFC 8493 does", async () => {
    const odd = { "data/a\r\nb": "1", "data/50%": "2", "data/%0D": "3" };
    const text = [`${sha("1")}  data/a%0D%0Ab`, `${sha("2")}  data/50%25`, `${sha("3")}  data/%250D`, ""].join("\n");
    expect(await verdict(withManifest(text, odd))).toEqual(["valid"]);
  });

  test("may spell a name composed or not, with a warning", async () => {
    const text = `${sha("x")}  data/Nu\u{301}n\u{303}ez\n`;
    const found = await verdict(withManifest(text, { "data/N\u{fa}\u{f1}ez": "x" }));
    expect(found[0]).toBe("valid");
    expect(found.join()).toMatch(/another way/);
  });

  test("with two names that are one elsewhere is valid, with a warning", async () => {
    const found = await verdict(smallBag({ "data/A": "1", "data/a": "2" }));
    expect(found).toEqual(["valid", "one name to some systems: data/A, data/a"]);
  });
});

describe("a tar", () => {
  const verify = async (bytes: Uint8Array) => (await verifyBag(tarSource(bytes))).problems.join("; ");

  test.each<["link" | "symlink" | "fifo" | "character-device" | "block-device"]>([
    ["link"],
    ["symlink"],
    ["fifo"],
    ["character-device"],
    ["block-device"],
  ])("with a %s is refused", async (type) => {
    const bytes = await tarBytes(whole, "bag/", [{ name: "bag/data/x", size: 0, type, linkname: "/etc/passwd" }]);
    expect(await verify(bytes)).toMatch(/neither file nor folder: data\/x/);
  });

  test("with two top folders, or none, is refused", async () => {
    expect(await verify(await tarBytes(whole, "bag/", [{ name: "other/", size: 0, type: "directory" }]))).toMatch(
      /one top/,
    );
    expect(await verify(await tarBytes(whole, ""))).toMatch(/one top folder/);
  });

  test("with a file twice is refused", async () => {
    expect(await verify(await tarBytes(whole, "bag/", [{ name: "bag/data/a.txt", size: 0 }]))).toMatch(/there twice/);
  });

  test("with a folder's name that leads out is refused", async () => {
    const more = [{ name: "bag/../../x/", size: 0, type: "directory" as const }];
    expect(await verify(await tarBytes(whole, "bag/", more))).toMatch(/leads out/);
  });

  test("cut short anywhere is refused", async () => {
    const bytes = await tarBytes(whole);
    for (let at = 0; at < bytes.length; at += 100) expect(await verify(bytes.subarray(0, at))).not.toBe("");
  });

  test("of too many entries is refused", async () => {
    const many = Array.from({ length: 100_001 }, (_, at) => ({ name: `bag/data/${at}`, size: 0 }));
    expect(await verify(await tarBytes({}, "", many))).toMatch(/too many/);
  });
});

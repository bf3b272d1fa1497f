import { beforeEach, expect, test, vi } from "vitest";
import { answerPictures, movePictureUp, offeredPictures, offerFiles } from "../../src-renderer/flows/offered-files.ts";
import { ascii, joined } from "../reading/made.ts";

beforeEach(() => answerPictures("none"));

/** A photograph's first bytes, with one time in its camera notes. */
function photo(name: string, time: string): File {
  const block = new Uint8Array(60);
  const view = new DataView(block.buffer);
  view.setUint16(0, 0x4d4d);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, 0x0132);
  view.setUint32(18, 30);
  block.set(ascii(time), 30);
  return new File([joined(ascii("Exif\0\0"), block)], name, { type: "image/jpeg" });
}

const names = () => offeredPictures.get()?.map(({ name }) => name);

test("photographs that came together are offered in the order in which they were taken", async () => {
  offerFiles([
    photo("a.jpg", "2026:05:03 14:22:30"),
    photo("c.jpg", "2026:05:03 14:22:20"),
    photo("b.jpg", "2026:05:03 14:22:10"),
  ]);
  expect(names()).toEqual(["a.jpg", "b.jpg", "c.jpg"]);
  await vi.waitFor(() => expect(names()).toEqual(["b.jpg", "c.jpg", "a.jpg"]));
});

test("photographs are offered by name where one of them has no time", async () => {
  offerFiles([photo("b.jpg", "2026:05:03 14:22:10"), photo("a.jpg", "")]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(names()).toEqual(["a.jpg", "b.jpg"]);
});

test("photographs that a person has moved stay where they were put", async () => {
  offerFiles([
    photo("a.jpg", "2026:05:03 14:22:30"),
    photo("b.jpg", "2026:05:03 14:22:10"),
    photo("c.jpg", "2026:05:03 14:22:05"),
  ]);
  movePictureUp(2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(names()).toEqual(["a.jpg", "c.jpg", "b.jpg"]);
});

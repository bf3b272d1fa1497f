/**
 * Draws icon.png (512 px) from icon.svg: `node resources/icons/make.ts`. electron-builder makes each system's own
 * format from it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";

const folder = import.meta.dirname;
const size = 512;
const drawing = await loadImage(readFileSync(join(folder, "icon.svg")));
const canvas = createCanvas(size, size);
canvas.getContext("2d").drawImage(drawing, 0, 0, size, size);
writeFileSync(join(folder, "icon.png"), await canvas.encode("png"));

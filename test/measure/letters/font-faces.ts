import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const findModule = createRequire(import.meta.url);

/** CSS that carries typefaces within itself, with the Welsh letters: nothing is fetched, nothing need be installed. */
export function fontFaces(families: readonly string[]): string {
  return families.flatMap(facesOf).join("");
}

function facesOf(family: string): readonly string[] {
  const name = family.toLowerCase().replaceAll(" ", "-");
  const folder = join(dirname(findModule.resolve(`@fontsource/${name}/package.json`)), "files");
  return [400, 700].flatMap((weight) =>
    ["latin-ext", "latin"].flatMap((part) => {
      const file = join(folder, `${name}-${part}-${weight}-normal.woff2`);
      if (!existsSync(file)) return [];
      const range =
        part === "latin"
          ? "U+0-FF,U+131,U+152-153,U+2000-206F,U+20AC,U+2122"
          : "U+100-130,U+132-151,U+154-24F,U+1E00-1EFF";
      const data = readFileSync(file).toString("base64");
      return [
        `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data});unicode-range:${range}}`,
      ];
    }),
  );
}

import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { metaContentPolicy } from "./src-main/host/content-policy.ts";
import { shippedFiles } from "./src-main/launch/shipped-files.ts";

/** The rules for the page are kept in one place; the built page repeats them as far as a `<meta>` may. */
const contentPolicyInPage = {
  name: "folio-content-policy",
  transformIndexHtml: (html: string) => html.replace("%CONTENT_POLICY%", metaContentPolicy),
};

/** Main and preload become one CommonJS file each (sandboxed preloads must be); the window becomes static files. */
export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      target: "node18",
      externalizeDeps: false,
      rollupOptions: {
        input: { electron: resolve("src-main/electron/main.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "[name].cjs" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      target: "node18",
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve("src-main/electron/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "src-renderer",
    base: "/",
    plugins: [react(), contentPolicyInPage, shippedFiles()],
    worker: { format: "es" },
    build: {
      outDir: "out/renderer",
      target: "chrome114",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve("src-renderer/index.html") },
    },
  },
});

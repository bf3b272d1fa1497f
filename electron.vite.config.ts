import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { shippedFiles } from "./src-main/launch/shipped-files.ts";

/** Main and preload become one CommonJS file each (sandboxed preloads must be); the window becomes static files. */
export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
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
    plugins: [react(), shippedFiles()],
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

#!/usr/bin/env node
/**
 * The command line's way in. Node runs the TypeScript as it stands, so there is nothing to build; the compile
 * cache keeps the second start quick.
 */
import { enableCompileCache } from "node:module";

enableCompileCache();
const { main } = await import("../cli/main.ts");
process.exitCode = await main(process.argv.slice(2));

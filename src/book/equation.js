#!/usr/bin/env node
// The package's command. Node runs our TypeScript by itself, except below a node_modules folder, where an
// installed package lies: there the types are taken off here.
import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";

if (import.meta.url.includes("/node_modules/")) {
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith(".ts")) return next(url, context);
      const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), "utf8"));
      return { format: "module", source, shortCircuit: true };
    },
  });
}

await import("./command-line.ts");

// Bundles the browser libraries that npm brought into mo_app/static/vendor/, a file each.
import { rm } from "node:fs/promises";
import { build } from "esbuild";

const TARGET = ["chrome108", "safari16.4", "firefox140"];
const OUT = "mo_app/static/vendor";

const MODULES = {
  idb: "idb",
  idiomorph: "idiomorph",
  workbox: "workbox-precaching",
};

await rm(OUT, { recursive: true, force: true });

for (const [name, library] of Object.entries(MODULES)) {
  await build({
    stdin: { contents: `export * from "${library}";`, resolveDir: "." },
    outfile: `${OUT}/${name}.js`,
    bundle: true,
    format: "esm",
    minify: true,
    target: TARGET,
    define: { "process.env.NODE_ENV": '"production"' },
  });
}

await build({
  entryPoints: { htmx: "htmx.org/dist/htmx.js" },
  outdir: OUT,
  minify: true,
  target: TARGET,
});

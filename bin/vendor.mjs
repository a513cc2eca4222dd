// Bundles the browser libraries that npm brought into mo_app/static/vendor/, a file each.
import { copyFile, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const TARGET = ["chrome108", "safari16.4", "firefox140"];
const OUT = "mo_app/static/vendor";

const MODULES = {
  "barcode-detector": "barcode-detector/ponyfill",
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
  stdin: { contents: `export { default } from "any-ascii";`, resolveDir: "." },
  outfile: `${OUT}/any-ascii.js`,
  bundle: true,
  format: "esm",
  minify: true,
  target: TARGET,
  plugins: [{ name: "alphabets-only", setup }],
});

/** Names are spelled in alphabets and the like: what any-ascii knows of the thousands of signs beyond them stays behind. */
function setup({ onLoad }) {
  const isAlphabet = (block) => block <= 0x20 || [0x2d, 0xa6, 0xab, 0xfb, 0xfc, 0xfd, 0xfe].includes(block);
  onLoad({ filter: /any-ascii\/block\.js$/ }, async ({ path }) => {
    const lines = (await readFile(path, "utf8")).split("\n");
    const blocks = lines.filter((line) => /^case \d+:return/.test(line));
    if (blocks.length < 100) throw new Error("any-ascii keeps its blocks in another form now");
    const left = lines.filter((line) => !/^case \d+:/.test(line) || isAlphabet(Number(line.match(/\d+/)[0])));
    return { contents: left.join("\n") };
  });
}

await build({
  entryPoints: { htmx: "htmx.org/dist/htmx.js" },
  outdir: OUT,
  minify: true,
  target: TARGET,
});

// What barcode-detector reads with, else fetched from somebody else's server.
const wasm = import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm");
await copyFile(fileURLToPath(wasm), `${OUT}/zxing-reader.wasm`);

/**
 * A worker that reads QR codes in pictures, so that taps never wait for it. With the browser's own detector where there is
 * one that works, else with ours, whose WebAssembly only this worker may run (see its policy in mo_app/checkin/scanner.py).
 *
 * in: {id, picture: ImageBitmap} · out: {id, texts: string[]} or {id, failed: true}
 */
const FORMATS = ["qr_code"];
let detector = native();

self.addEventListener("message", async ({ data: { id, picture } }) => {
  try {
    self.postMessage({ id, texts: await read(picture) });
  } catch {
    self.postMessage({ id, failed: true });
  } finally {
    picture.close();
  }
});

async function read(picture) {
  const its = await detector;
  if (its) {
    try {
      return texts(await its.detect(picture));
    } catch {
      // it says that it can, and cannot: some devices lack what it is made of
    }
    detector = Promise.resolve(null);
  }
  return texts(await (await ours()).detect(picture));
}

const texts = (found) => found.map(({ rawValue }) => rawValue);

async function native() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => []);
  return formats?.includes("qr_code") ? new globalThis.BarcodeDetector({ formats: FORMATS }) : null;
}

let loading;

/** One that could not be loaded is tried again with the next picture. */
function ours() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const { BarcodeDetector, prepareZXingModule } = await import("../../../vendor/barcode-detector.js");
  const wasm = new URL("../../../vendor/zxing-reader.wasm", import.meta.url).href;
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return new BarcodeDetector({ formats: FORMATS });
}

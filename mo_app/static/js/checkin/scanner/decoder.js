/**
 * A worker that reads QR codes in pictures, so that taps never wait for it. Only this worker may run WebAssembly: see its
 * policy in mo_app/checkin/scanner.py.
 *
 * in: {id, picture: ImageBitmap} · out: {id, texts: string[]} or {id, failed: true}
 */
import { Detector } from "./detector.js";

const detector = new Detector({ native: globalThis.BarcodeDetector, load });

self.addEventListener("message", async ({ data: { id, picture } }) => {
  try {
    self.postMessage({ id, texts: await detector.read(picture) });
  } catch {
    self.postMessage({ id, failed: true });
  } finally {
    picture.close();
  }
});

async function load() {
  const { BarcodeDetector, prepareZXingModule } = await import("../../../vendor/barcode-detector.js");
  const wasm = new URL("../../../vendor/zxing-reader.wasm", import.meta.url).href;
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return BarcodeDetector;
}

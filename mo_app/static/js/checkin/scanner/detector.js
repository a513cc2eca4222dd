/** What reads QR codes in a picture: the browser's own BarcodeDetector where it does so, else ours, loaded when it is needed. */
const FORMATS = { formats: ["qr_code"] };

export class Detector {
  #own;
  #load;
  #ours;

  /** @param {{native: any, load: () => Promise<any>}} options  `native`: the browser's class, or undefined; `load`: brings ours */
  constructor({ native, load }) {
    this.#own = truly(native);
    this.#load = load;
  }

  /** @returns {Promise<string[]>} what the codes say */
  async read(picture) {
    const own = await this.#own;
    const found = own && (await own.detect(picture).catch(() => null));
    if (found) return textsOf(found);
    this.#own = null; // it says that it can, and cannot: some devices lack what it is made of
    return textsOf(await (await this.#get()).detect(picture));
  }

  /** What could not be loaded is tried again with the next picture. */
  #get() {
    this.#ours ??= this.#load().then(
      (its) => new its(FORMATS),
      (error) => {
        this.#ours = undefined;
        throw error;
      },
    );
    return this.#ours;
  }
}

const textsOf = (found) => found.map(({ rawValue }) => rawValue);

async function truly(native) {
  const formats = await native?.getSupportedFormats().catch(() => []);
  return formats?.includes("qr_code") ? new native(FORMATS) : null;
}

/** Reads the QR codes in what a video shows, by a worker (decoder.js). */
const SIDE = 640;
const LONGEST = 20_000; // the first time, what it reads with comes over the line

export class Reader {
  #worker = new Worker(new URL("./decoder.js", import.meta.url), { type: "module" });
  #waiting = new Map();
  #last = 0;
  #broken = false;

  constructor() {
    this.#worker.onmessage = ({ data: { id, texts, failed } }) => this.#settle(id, failed ? new Error("cannot read") : null, texts);
    this.#worker.onerror = () => this.#break();
  }

  /**
   * @param {HTMLVideoElement} video
   * @returns {Promise<string[]>} what the codes say in the square in its middle, which is all that is to be seen of it
   */
  async read(video) {
    const { videoWidth: width, videoHeight: height } = video;
    const side = Math.min(width, height);
    if (!side) return [];
    const smaller = Math.min(side, SIDE);
    const size = { resizeWidth: smaller, resizeHeight: smaller };
    const picture = await createImageBitmap(video, (width - side) / 2, (height - side) / 2, side, side, size);
    return this.#ask(picture);
  }

  end() {
    this.#worker.terminate();
    this.#break();
  }

  #break() {
    this.#broken = true;
    for (const id of [...this.#waiting.keys()]) this.#settle(id, new Error("no worker"));
  }

  #ask(picture) {
    if (this.#broken) return Promise.reject(new Error("no worker"));
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id, new Error("too slow")), LONGEST);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#worker.postMessage({ id, picture }, [picture]);
    });
  }

  #settle(id, error, texts) {
    const { resolve, reject, timer } = this.#waiting.get(id) ?? {};
    if (!this.#waiting.delete(id)) return;
    clearTimeout(timer);
    if (error) reject(error);
    else resolve(texts);
  }
}

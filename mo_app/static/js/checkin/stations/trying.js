/** "Try now": send what is unsent, and say what came of it in the words that templates/checkin/_tried.html has. */
import { pulse } from "../../offline/pulse.js";
import { refresh } from "../../offline/view.js";

/** @param {(word: string) => void} say */
export async function tryNow(say) {
  say("trying");
  const { kind, left } = await pulse.beat();
  say(kind === "answered" && !left ? "" : `tried-${kind}`);
  await refresh();
}

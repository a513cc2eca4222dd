/** Hands a file to the person: as a download, or where an installed app has none, by the share sheet. */

/**
 * @param {File} file
 * @returns {Promise<boolean>} whether it was handed over; nobody learns whether a download was completed
 */
export async function hand(file) {
  const standalone = matchMedia("(display-mode: standalone)").matches;
  if (standalone && navigator.canShare?.({ files: [file] })) {
    return navigator.share({ files: [file] }).then(() => true, () => false);
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}

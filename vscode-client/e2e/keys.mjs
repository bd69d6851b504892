// Real keys in the window a user sees.

/** How long a fast writer takes for a key. */
export const KEY_MS = 30;

/** For an answer of the server to come and to be made. */
export const SETTLE_MS = 1_500;

/** The caret at the end of the line that holds a text. */
export async function at(page, text) {
  const line = page.locator('.monaco-editor .view-line', { hasText: text }).first();
  await line.click({ position: { x: 20, y: 5 } });
  await page.keyboard.press('End');
}

/** Texts and names of keys, one after another without waiting for what comes of them. */
export async function type(page, strokes) {
  for (const stroke of strokes) {
    if (/^(?:(?:Shift\+)?(?:Tab|Enter)|Arrow\w+|Control\+.+|Escape|F\d)$/.test(stroke)) {
      await page.keyboard.press(stroke);
      await page.waitForTimeout(KEY_MS);
    } else {
      await page.keyboard.type(stroke, { delay: KEY_MS });
    }
  }
}

/** What became of a scene. */
export async function outcome(title, play) {
  try {
    await play();
    return { title, passed: true, right: true };
  } catch (problem) {
    return { title, passed: false, right: false, problem: problem.message };
  }
}

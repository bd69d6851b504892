// Parses the text in each line of JSON with Logseq's own parser, and says how long its answer is.

import { createInterface } from "node:readline";
import { config, Mldoc } from "../../../fuzz/parser.mjs";

const CONFIG = config("Markdown");

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${Mldoc.parseJson(JSON.parse(line), CONFIG).length}\n`);
}

// Parses the text in each line of JSON with Logseq's own parser, and says how long its answer is.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { Mldoc } = createRequire(new URL("../../../fuzz/mldoc.mjs", import.meta.url))("mldoc");

const CONFIG = JSON.stringify({
  toc: false,
  parse_outline_only: false,
  heading_number: false,
  keep_line_break: true,
  format: "Markdown",
  heading_to_list: false,
  exporting_keep_properties: true,
  export_md_indent_style: "dashes",
  export_md_remove_options: [],
  hiccup_in_block: true,
  inline_type_with_pos: false,
  enable_drawers: true,
});

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${Mldoc.parseJson(JSON.parse(line), CONFIG).length}\n`);
}

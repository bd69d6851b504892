// Logseq's own parser, with the settings with which Logseq calls it.

import { createRequire } from "node:module";

// The parser reports some of its failures there, in between our answers.
console.log = () => {};
export const { Mldoc } = createRequire(import.meta.url)("mldoc");

/** The settings for "Markdown" or "Org". */
export function config(format) {
  return JSON.stringify({
    toc: false,
    parse_outline_only: false,
    heading_number: false,
    keep_line_break: true,
    format,
    heading_to_list: false,
    exporting_keep_properties: true,
    export_md_indent_style: "dashes",
    export_md_remove_options: [],
    hiccup_in_block: true,
    inline_type_with_pos: false,
    enable_drawers: true,
  });
}

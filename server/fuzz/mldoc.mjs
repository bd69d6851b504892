// Says what Logseq reads in a text. Takes lines of JSON, {format, text}, and answers each with one of
// {blocks, directives}, or {bad} where Logseq's parser gives up. Facts are gathered from its syntax tree as Logseq's
// graph-parser does (format.md 0, 2.2, 3.2 and 4); see README.md for what is left out.

import { runInNewContext } from "node:vm";
import { config, Mldoc } from "./parser.mjs";

/** For texts on which the parser takes exponential time. */
const MOST_MILLISECONDS = 5000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The parser keeps the last characters of a search that failed, and then misses closers in the next text: this clears them. */
const CLOSED = "---\na: b\n---\n$$a$$\nb $$c$$ ``d``";

function answer({ format, text }) {
  try {
    const parse = () => {
      Mldoc.parseJson(CLOSED, config(format));
      return Mldoc.parseJson(text, config(format));
    };
    return facts(JSON.parse(runInNewContext("parse()", { parse }, { timeout: MOST_MILLISECONDS })), format, text);
  } catch (error) {
    return { bad: String(error).slice(0, 200) };
  }
}

function facts(nodes, format, text) {
  if (/^[\s\xa0]*$/.test(text)) {
    return { blocks: [], directives: [] };
  }
  const bytes = Buffer.from(text);
  const preamble = block("PREAMBLE", 0, 1);
  const blocks = [preamble];
  const directives = [];
  let current = preamble;
  for (const [node, position] of nodes) {
    const [type, value] = node;
    if (type === "Heading") {
      const start = bytes.subarray(0, position.start_pos).toString().length;
      const { level, unordered, marker, priority, tags } = value;
      current = unordered ? block("BULLET", start, level) : block("HEADING", start, 1);
      current.task = (marker ?? "") + (priority ?? "");
      current.tags.push(...tags);
      blocks.push(current);
      gather(value.title, format, current);
    } else if (type === "Directive") {
      directives.push(value.toLowerCase() + "=" + node[2].trim());
    } else if (type === "Property_Drawer") {
      current.groups.push(value);
    } else if (type !== "Paragraph" || !isTimestamp(value[0]) && !isTimestamp(value[1])) {
      gather(node, format, current);
    }
  }
  blocks.forEach(readProperties);
  return { blocks: blocks[1]?.start === 0 ? blocks.slice(1) : blocks, directives };
}

function block(kind, start, level) {
  return { kind, start, level, task: "", id: "", properties: [], blockRefs: [], pages: [], tags: [], groups: [] };
}

/** Only the first group of properties counts, and of one key the last value. */
function readProperties(block) {
  const [properties = []] = block.groups;
  delete block.groups;
  let id = "";
  for (const [name, value, references] of properties) {
    const key = name.toLowerCase().replace(/[ _]/g, "-").replace(/^custom-id$/, "id");
    id = key === "id" ? value.trim() : id;
    block.properties.push(key + "=" + value.replace(/^[ \t\f]+|[ \t\f]+$/g, ""));
    if (isKept(key)) {
      gather(references, "Property", block);
    }
  }
  block.id = UUID.test(id) ? id.toLowerCase() : "";
}

/** Whether Logseq keeps a property: its key has to be read as an EDN keyword. */
function isKept(key) {
  return !/["^|(){}[\],;@~`\\]|^#|^\/|\/$|^\s/.test(key);
}

function isTimestamp(inline) {
  return Array.isArray(inline) && inline[0] === "Timestamp";
}

/** Notes all references in a part of the tree. The page of #[[page]] is the tag's, not a reference beside it. */
function gather(tree, format, found, inTag = false) {
  if (!Array.isArray(tree)) {
    if (tree !== null && typeof tree === "object") {
      Object.values(tree).forEach((part) => gather(part, format, found, inTag));
    }
    return;
  }
  const [type, value] = tree;
  noteBlock(blockOf(type, value), found);
  if (type === "Tag" && Array.isArray(value)) {
    found.tags.push(tagName(value));
  } else if (!inTag) {
    notePage(pageOf(type, value, format), found);
  }
  if (type === "Custom" && value === "query") {
    return;
  }
  for (const part of tree) {
    gather(part, format, found, inTag || (type === "Tag" && isOnePage(value)));
  }
}

function isOnePage(parts) {
  return parts.length === 1 && parts[0][0] === "Link" && parts[0][1].url[0] === "Page_ref" &&
    parts[0][1].full_text.startsWith("[[");
}

function noteBlock(name, found) {
  if (typeof name === "string" && UUID.test(name)) {
    found.blockRefs.push(name.toLowerCase());
  }
}

function notePage(name, found) {
  if (typeof name === "string" && name.trim() !== "") {
    const block = /^\(\((.*)\)\)$/.exec(name)?.[1] ?? "";
    found.pages.push(UUID.test(block) ? block : name);
  }
}

function blockOf(type, value) {
  if (type === "Block_reference") {
    return value;
  }
  if (type === "Macro" && value.name === "embed") {
    return /^\(\((.*)\)\)$/s.exec(value.arguments[0] ?? "")?.[1];
  }
  if (type === "Link" && value?.url) {
    const [, target] = value.url;
    if (typeof target === "string") {
      return /^\(\((.*)\)\)$/.exec(target)?.[1] ?? target;
    }
    return target.protocol === "id" ? target.link : undefined;
  }
  return undefined;
}

function pageOf(type, value, format) {
  if (type === "Nested_link") {
    return value.content.slice(2, -2);
  }
  if (type === "Macro" && value.name === "embed") {
    return withoutBrackets(value.arguments.join(", "));
  }
  if (type !== "Link" || !value?.url) {
    return undefined;
  }
  const [kind, target] = value.url;
  if (kind === "Page_ref") {
    return target;
  }
  if (kind === "Search") {
    const bracketed = target.startsWith("[[") && target.endsWith("]]");
    return bracketed ? withoutBrackets(target) : format === "Org" ? target : undefined;
  }
  return kind === "File" ? value.label?.[0]?.[1] : undefined;
}

function withoutBrackets(name) {
  return /^\[\[(.*)\]\]$/.exec(name)?.[1] ?? name;
}

function tagName(parts) {
  const text = { Plain: (value) => value, Link: (value) => value.full_text, Nested_link: (value) => value.content };
  return parts.map(([type, value]) => text[type]?.(value) ?? "").join("");
}

let rest = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (data) => {
  const lines = (rest + data).split("\n");
  rest = lines.pop();
  for (const line of lines) {
    process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
  }
});

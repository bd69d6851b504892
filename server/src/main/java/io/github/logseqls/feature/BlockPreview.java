package io.github.logseqls.feature;

import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a block and its children as people read it: without ids and fold marks, with the text of other blocks in place
 * of references to them.
 *
 * <p>It ends after so many lines and levels, and a block that refers to itself, straight or in a circle, is shown once.
 */
final class BlockPreview {

    private static final int MOST_LINES = 40;
    private static final int MOST_LEVELS = 4;
    private static final int LONGEST_LINE = 400;
    private static final int DEEPEST_REFERENCE = 3;

    private final Snapshot snapshot;
    private final List<String> lines = new ArrayList<>();
    private boolean cut;

    private BlockPreview(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The block's own lines first, then its children as a list in Markdown. */
    static String of(Snapshot snapshot, BlockAt block) {
        BlockPreview preview = new BlockPreview(snapshot);
        preview.addContent(block, "", "");
        int end = block.outline().subtreeEnd(block.index());
        int rootLevel = block.outline().level(block.index());
        if (end > block.index() + 1 && !preview.lines.isEmpty()) {
            preview.lines.add("");
        }
        for (int index = block.index() + 1; index < end && preview.hasRoom(); index++) {
            int depth = block.outline().level(index) - rootLevel;
            if (depth <= MOST_LEVELS) {
                String indent = "  ".repeat(depth - 1);
                preview.addContent(new BlockAt(block.page(), index), indent + "- ", indent + "  ");
            }
            preview.cut |= depth > MOST_LEVELS;
        }
        if (preview.cut) {
            preview.lines.add("");
            preview.lines.add("…");
        }
        return String.join("\n", preview.lines).stripTrailing();
    }

    private boolean hasRoom() {
        boolean room = lines.size() < MOST_LINES;
        cut |= !room;
        return room;
    }

    private void addContent(BlockAt block, String firstPrefix, String prefix) {
        Outline outline = block.outline();
        Text text = outline.text();
        Span span = outline.span(block.index());
        int contentStart = span.start() + block.block().contentStart();
        int firstLine = text.lineOf(contentStart);
        int lastLine =
                text.lineOf(Math.max(contentStart, outline.span(block.index()).end() - 1));
        List<String> content = new ArrayList<>();
        for (int line = firstLine; line <= lastLine && content.size() <= MOST_LINES; line++) {
            int start = Math.max(contentStart, text.lineStart(line));
            Span whole = new Span(start, Math.max(start, text.line(line).end()));
            if (!isHidden(outline, block.index(), whole)) {
                String shown = withReferencesResolved(block, whole, own(block));
                content.add(
                        line == firstLine
                                ? heading(shown)
                                : dedent(shown, block.block().width() + 1));
            }
        }
        while (!content.isEmpty() && content.get(content.size() - 1).isBlank()) {
            content.remove(content.size() - 1);
        }
        if (content.isEmpty() && !firstPrefix.isEmpty()) {
            content.add("");
        }
        for (int i = 0; i < content.size() && hasRoom(); i++) {
            lines.add(((i == 0 ? firstPrefix : prefix) + content.get(i)).stripTrailing());
        }
    }

    /** Whether a line holds nothing but a property that people do not want to read, or the bounds of a drawer of them. */
    private static boolean isHidden(Outline outline, int index, Span line) {
        String text = outline.text().slice(line).strip();
        if (text.equalsIgnoreCase(":PROPERTIES:") || text.equalsIgnoreCase(":END:")) {
            return true;
        }
        for (Property property : outline.block(index).properties()) {
            boolean here =
                    line.contains(outline.inPage(index, property.keySpan()).start());
            if (here && property.key().isHidden()) {
                return true;
            }
        }
        return false;
    }

    /** A heading inside a preview is shown in bold: in large letters it would outshout the hover. */
    private static String heading(String line) {
        int hashes = 0;
        while (hashes < line.length() && line.charAt(hashes) == '#') {
            hashes++;
        }
        boolean heading = hashes > 0 && hashes < line.length() && line.charAt(hashes) == ' ';
        String title = heading ? line.substring(hashes).strip() : "";
        return title.isEmpty() ? line : "**" + title + "**";
    }

    private static String dedent(String line, int indentation) {
        int at = 0;
        while (at < line.length() && at < indentation && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return line.substring(at);
    }

    /** The ids that a reference in {@code block} must not lead to once more. */
    private static Set<BlockId> own(BlockAt block) {
        return block.block().id().map(Set::of).orElse(Set.of());
    }

    private String withReferencesResolved(BlockAt block, Span part, Set<BlockId> seen) {
        StringBuilder shown = new StringBuilder();
        Text text = block.outline().text();
        int at = part.start();
        List<BlockRef> refs = new ArrayList<>(block.outline().blockRefs(block.index()));
        refs.sort(
                (one, other) -> Integer.compare(one.span().start(), other.span().start()));
        for (BlockRef ref : refs) {
            if (shown.length() > LONGEST_LINE) {
                break;
            }
            if (ref.span().start() >= at && part.contains(ref.span())) {
                shown.append(text.slice(new Span(at, ref.span().start())));
                shown.append(resolved(ref, text, seen));
                at = ref.span().end();
            }
        }
        int end = Math.min(part.end(), Math.max(at, at + LONGEST_LINE));
        return Places.shorten(shown.append(text.slice(new Span(at, end))).toString(), LONGEST_LINE);
    }

    private String resolved(BlockRef ref, Text text, Set<BlockId> seen) {
        String written = text.slice(ref.span());
        if (ref.form() == BlockRef.Form.LABELLED) {
            return written.substring(1, Math.max(1, written.indexOf("](")));
        }
        Optional<BlockId> id = ref.id();
        if (id.isPresent() && (seen.size() >= DEEPEST_REFERENCE || seen.contains(id.get()))) {
            return "((…))";
        }
        Optional<BlockAt> target = id.flatMap(snapshot::block);
        if (id.isEmpty() || target.isEmpty()) {
            return written;
        }
        Set<BlockId> below = new HashSet<>(seen);
        below.add(id.get());
        Span title = target.get().outline().title(target.get().index());
        String shown = withReferencesResolved(target.get(), title, below).strip();
        return target.get().block().kind() == Block.Kind.HEADING ? heading(shown) : shown;
    }
}

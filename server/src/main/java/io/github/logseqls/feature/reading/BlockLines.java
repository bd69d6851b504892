package io.github.logseqls.feature.reading;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.feature.FewBlocks;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Places;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Macro;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the lines of blocks as people do: without ids and fold marks, with the first line of other blocks in place of
 * references to them.
 *
 * <p>Other blocks are looked up so often at most, since each may stand in a page that has to be read for it.
 */
final class BlockLines {

    /** How many blocks a reference may lead through, one to the next. */
    static final int DEEPEST_REFERENCE = 3;

    private static final int MOST_LOOKUPS = 30;
    private static final int LONGEST_LINE = 400;
    private static final String ENDLESS = "((…))";

    private final FewBlocks blocks;

    BlockLines(Snapshot snapshot) {
        this.blocks = new FewBlocks(snapshot, MOST_LOOKUPS);
    }

    /** A line; where it is an embed and nothing else, with what that embeds. */
    record Line(String text, Optional<Target> embed) {}

    /** The lines of a block's own text, without blank ones at the end; {@code seen} must not be shown once more. */
    List<Line> of(BlockAt block, Set<Target> seen, int most) {
        Outline outline = block.outline();
        Text text = outline.text();
        Span span = outline.span(block.index());
        int contentStart = span.start() + block.block().contentStart();
        int firstLine = text.lineOf(contentStart);
        int lastLine = text.lineOf(Math.max(contentStart, span.end() - 1));
        int indentation = indentation(block, firstLine);
        List<Mention> embeds = embeds(block);
        List<Line> lines = new ArrayList<>();
        for (int line = firstLine; line <= lastLine && lines.size() <= most; line++) {
            int start = Math.max(contentStart, text.lineStart(line));
            Span whole = new Span(start, Math.max(start, text.line(line).end()));
            if (!isHidden(outline, block.index(), whole)) {
                Optional<BeginBlock> begin = BeginBlock.around(outline, block.index(), whole);
                String shown = resolved(block, whole, seen);
                boolean verbatim =
                        begin.filter(BeginBlock::isVerbatim).isPresent() || isInFence(outline, block.index(), whole);
                String clean = line == firstLine ? heading(shown) : dedent(shown, indentation);
                String listed = line == firstLine || verbatim ? clean : listed(clean);
                List<String> markdown =
                        begin.map(around -> around.markdown(whole, listed)).orElseGet(() -> List.of(listed));
                markdown.forEach(part -> lines.add(new Line(part, embedIn(text, whole, embeds))));
            }
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).text().isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** How many blanks before a line do not count: those before the text of a bullet, which in Org stands where it likes. */
    private static int indentation(BlockAt block, int firstLine) {
        Text text = block.outline().text();
        if (block.outline().syntax() == Syntax.MARKDOWN || firstLine + 1 == text.lineCount()) {
            return block.block().width() + 1;
        }
        String second = text.slice(text.line(firstLine + 1));
        return second.length() - second.stripLeading().length();
    }

    /** A line below the first: items of a list have another sign than the blocks around them, to be a list of their own. */
    private static String listed(String line) {
        int at = line.length() - line.stripLeading().length();
        return line.startsWith("- ", at) ? line.substring(0, at) + "*" + line.substring(at + 1) : line;
    }

    private static boolean isInFence(Outline outline, int index, Span line) {
        return outline.block(index).constructs().stream()
                .filter(construct -> construct.kind() == Construct.Kind.FENCE)
                .map(construct -> outline.inPage(index, construct.span()))
                .anyMatch(fence -> fence.start() <= line.start() && line.start() < fence.end());
    }

    /** The block that an id names, as long as it may be looked for. */
    Optional<BlockAt> block(BlockId id) {
        return blocks.apply(id);
    }

    private static List<Mention> embeds(BlockAt block) {
        boolean some = block.outline().inlines(block.index()).stream()
                .anyMatch(
                        inline -> inline instanceof Macro macro && macro.name().equals("embed"));
        return some
                ? Mentions.of(block.page(), block.index()).stream()
                        .filter(mention -> mention.form() == Mention.Form.EMBED)
                        // The embed of a block names a page too, which nobody means.
                        .sorted(Comparator.comparing(mention -> mention.target() instanceof Target.OfPage))
                        .toList()
                : List.of();
    }

    private static Optional<Target> embedIn(Text text, Span line, List<Mention> embeds) {
        return embeds.stream()
                .filter(embed -> line.contains(embed.span())
                        && text.slice(line).strip().length() == embed.span().length())
                .map(Mention::target)
                .findFirst();
    }

    /** Whether a line holds nothing but bookkeeping: a property that people do not want to read, or a part of a drawer. */
    private static boolean isHidden(Outline outline, int index, Span line) {
        for (Construct construct : outline.block(index).constructs()) {
            Span span = outline.inPage(index, construct.span());
            boolean here = span.start() <= line.end() && line.start() < span.end();
            boolean comment = construct.kind() == Construct.Kind.COMMENT
                    && span.contains(outline.text().trimmed(line));
            if (here && (comment || isLogbook(construct) || isBoundOfDrawer(outline.text(), construct, line))) {
                return true;
            }
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

    /** Logseq folds it, and a hover over the task sums it up. */
    private static boolean isLogbook(Construct construct) {
        return construct.kind() == Construct.Kind.DRAWER && Ascii.equalsIgnoreCase(construct.name(), "logbook");
    }

    private static boolean isBoundOfDrawer(Text text, Construct construct, Span line) {
        String written = text.slice(line).strip();
        return construct.kind() == Construct.Kind.PROPERTIES
                && (written.equalsIgnoreCase(":PROPERTIES:") || written.equalsIgnoreCase(":END:"));
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

    private String resolved(BlockAt block, Span part, Set<Target> seen) {
        if (block.outline().syntax() == Syntax.ORG) {
            String shown = OrgText.markdown(
                    block.outline(),
                    block.index(),
                    part,
                    ref -> resolved(ref, block.outline().text(), seen));
            return Places.shorten(shown, LONGEST_LINE);
        }
        StringBuilder shown = new StringBuilder();
        Text text = block.outline().text();
        int at = part.start();
        List<BlockRef> refs = new ArrayList<>(block.outline().blockRefs(block.index()));
        refs.sort(Comparator.comparingInt(ref -> ref.span().start()));
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

    private String resolved(BlockRef ref, Text text, Set<Target> seen) {
        String written = text.slice(ref.span());
        if (!ref.labelSpan().isEmpty()) {
            return text.slice(ref.labelSpan());
        }
        if (ref.id().isEmpty()) {
            return written;
        }
        Target target = new Target.OfBlock(ref.id().get());
        if (seen.size() >= DEEPEST_REFERENCE || seen.contains(target)) {
            return ENDLESS;
        }
        Optional<BlockAt> found = block(ref.id().get());
        if (found.isEmpty()) {
            return written;
        }
        Span title = found.get().outline().title(found.get().index());
        String shown = resolved(found.get(), title, with(seen, target)).strip();
        return found.get().block().kind() == Block.Kind.HEADING ? heading(shown) : shown;
    }

    static ImmutableSet<Target> with(Set<Target> seen, Target target) {
        return ImmutableSet.<Target>builder().addAll(seen).add(target).build();
    }
}

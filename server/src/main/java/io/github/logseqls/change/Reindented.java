package io.github.logseqls.change;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Indentation;
import io.github.logseqls.graph.Page;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Blocks indented as Logseq writes them at given levels; of their lines only what stands before them changes. */
public final class Reindented {

    private static final String BULLET = "- ";

    private final Page page;
    private final Outline outline;
    private final Text text;
    private final List<Edit> edits = new ArrayList<>();

    private Reindented(Page page) {
        this.page = page;
        this.outline = page.outline();
        this.text = outline.text();
    }

    /**
     * The change that gives blocks their levels; none where Logseq would not read those
     * levels and ids then.
     *
     * @param levels that of each block of the page; those of blocks outside {@code from} and {@code to} are what they are
     */
    public static Change of(Page page, int[] levels, int from, int to) {
        ImmutableList<Edit> edits = edits(page, levels, from, to);
        if (edits.isEmpty()) {
            return Change.NONE;
        }
        Change change = Change.of(page, edits);
        return isAt(levels, page.outline(), change.pages().get(0).after()) ? change : Change.NONE;
    }

    /** The edits alone. */
    public static ImmutableList<Edit> edits(Page page, int[] levels, int from, int to) {
        Reindented reindented = new Reindented(page);
        for (int block = from; block < to; block++) {
            reindented.add(block, levels[block]);
        }
        return ImmutableList.copyOf(reindented.edits);
    }

    private static boolean isAt(int[] levels, Outline before, Outline after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int block = 0; block < levels.length; block++) {
            boolean isSame = after.level(block) == levels[block]
                    && after.block(block).id().equals(before.block(block).id())
                    && after.block(block).kind() == before.block(block).kind();
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    private void add(int block, int level) {
        if (outline.block(block).kind() != Block.Kind.BULLET) {
            return;
        }
        Span before = Indentation.of(outline, block).span();
        boolean isOrg = outline.syntax() == Syntax.ORG;
        String after = isOrg
                ? "*".repeat(level - 1)
                : page.config().bulletIndentation().repeat(level - 1);
        // A bullet without indentation has no place of its own in the page.
        Span start = before.isEmpty() ? new Span(outline.start(block), outline.start(block)) : before;
        if (text.slice(start).equals(after)) {
            return;
        }
        edits.add(new Edit(start, after));
        if (!isOrg) {
            int end = text.lineOf(Math.max(start.end(), outline.span(block).end() - 1));
            for (int line = text.lineOf(start.end()) + 1; line <= end; line++) {
                addBelow(text.line(line), start.length() + BULLET.length(), after + " ".repeat(BULLET.length()));
            }
        }
    }

    /** A line below the first: what is indented more than that, in code say, stays so. */
    private void addBelow(Span line, int most, String after) {
        int content = line.start();
        while (content < line.end() && content < line.start() + most && isBlank(text.charAt(content))) {
            content++;
        }
        Span before = new Span(line.start(), content);
        if (content < line.end() && !text.slice(before).equals(after)) {
            edits.add(new Edit(before, after));
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}

package io.github.logseqls.outlining;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.Sets;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.FreshIds;
import io.github.logseqls.graph.BlockContent;
import io.github.logseqls.graph.Facts;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.GraphConfig;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.PagesInMemory;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is pasted wherever: no id is there twice, what was cut keeps its own, and all blocks are what they were; at random. */
class PastedOutlineTest {

    private static final int ROUNDS = 600;
    /** Few pieces hold an id and nothing that is half. */
    private static final int PIECES = 4800;

    private static final Pattern DRAWER_MARK = Pattern.compile(":PROP|:LOGBOOK|:END:");

    private static final PagePath A = new PagePath("pages/a.md");
    private static final PagePath B = new PagePath("pages/b.md");

    /** A page with others beside it, and what comes of something pasted into it. */
    private record Case(Snapshot before, Outline old, Outline now, String pasted, boolean isMade, String as) {

        static Case of(Random random, long seed, Syntax syntax, String a, String b, String pasted, Span selection) {
            Map<PagePath, Outline> outlines =
                    ImmutableMap.of(A, Outline.parse(Text.of(a), syntax), B, Outline.parse(Text.of(b), syntax));
            Graph graph = Graph.empty(Graph.Extent.COMPLETE, GraphConfig.NEW_GRAPH);
            for (Map.Entry<PagePath, Outline> page : outlines.entrySet()) {
                graph = graph.with(page.getKey(), Facts.of(page.getKey(), page.getValue(), GraphConfig.NEW_GRAPH));
            }
            Snapshot before = new Snapshot(graph, new PagesInMemory(outlines));
            Page page = before.page(A).orElseThrow();
            FreshIds ids = new FreshIds(new UUID(random.nextLong(), 1));
            ImmutableList<Edit> edits = PastedOutline.edits(before, page, selection, pasted, ids);
            Outline now = edits.isEmpty()
                    ? page.outline().with(new Edit(selection, pasted))
                    : Change.of(page, edits).pages().get(0).after();
            String as = "-Dseed=%d, pasted at %s%n%s%n-- into --%n%s%n-- gives --%n%s"
                    .formatted(seed, selection, pasted, a, now.text());
            return new Case(before, page.outline(), now, pasted, !edits.isEmpty(), as);
        }

        Outline other() {
            return before.page(B).orElseThrow().outline();
        }
    }

    @ParameterizedTest
    @EnumSource
    void wholeBlocksComeAsBlocks(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String a = RandomOutlines.sound(random, syntax);
            String b = RandomOutlines.sound(random, syntax).replace("5f0e", "5f0b");
            String cut = RandomOutlines.sound(random, syntax).replace("5f0e", "5f0c");
            int source = random.nextInt(3);
            String pasted = withoutProperties(source == 0 ? a : source == 1 ? b : cut);
            int caret = edge(a, random.nextInt(a.length() + 1));
            Case pasting = Case.of(random, seed, syntax, a, b, pasted, new Span(caret, caret));
            boolean isInProperties = a.startsWith(syntax == Syntax.ORG ? "#+title" : "title::")
                    && caret < (syntax == Syntax.ORG ? "#+title: Page" : "title:: Page").length();
            assertUnique(pasting);
            if (!pasting.isMade() || isInProperties || isInCode(pasting, caret)) {
                continue;
            }
            made++;
            assertKept(pasting);
            Multiset<String> missing = contents(pasting.old());
            Multisets.removeOccurrences(missing, contents(pasting.now()));
            // An empty block gives way.
            missing.removeIf(String::isEmpty);
            assertThat(missing).as(pasting.as()).isEmpty();
            Outline read = Outline.parse(Text.of(pasted), syntax);
            int grown = pasting.now().size() - pasting.old().size();
            assertThat(grown).as(pasting.as()).isBetween(read.size() - 1, read.size());
            assertThat(mixesLineEnds(pasting.now().text().string()))
                    .as(pasting.as())
                    .isEqualTo(mixesLineEnds(a));
        }
        assertThat(made).isGreaterThan(ROUNDS / 2);
    }

    @ParameterizedTest
    @EnumSource
    void piecesOfBlocksBringNoIdTwice(Syntax syntax) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int withIds = 0;
        for (int round = 0; round < PIECES; round++) {
            String a = RandomOutlines.sound(random, syntax);
            String b = RandomOutlines.sound(random, syntax).replace("5f0e", "5f0b");
            String from = random.nextBoolean() ? a : b;
            Span piece = span(random, from);
            Span selection = span(random, a);
            Case made = Case.of(random, seed, syntax, a, b, from.substring(piece.start(), piece.end()), selection);
            assertUnique(made);
            boolean isCut = isInBookkeeping(a, selection.start()) || isInBookkeeping(a, selection.end());
            if (!isCut && !isHalf(made.pasted()) && !isHalf(made.now().text().string())) {
                assertKept(made);
                withIds += made.pasted().contains("id:") ? 1 : 0;
            }
        }
        assertThat(withIds).isGreaterThan(PIECES / 400);
    }

    /** Whether the text went where it was pasted, though with other ids: in code or a drawer it becomes no blocks. */
    private static boolean isInCode(Case made, int caret) {
        String old = made.old().text().string();
        String before = withLf(old.substring(0, caret));
        String behind = withLf(old.substring(caret));
        String now = withLf(made.now().text().string());
        return now.length() == before.length() + withLf(made.pasted()).length() + behind.length()
                && now.startsWith(before)
                && now.endsWith(behind);
    }

    /** Whether something is opened and not closed, or the other way: lines of code are read as blocks then. */
    private static boolean isHalf(String text) {
        if (text.contains("```") || text.contains("#+")) {
            return true;
        }
        boolean isOpen = false;
        for (Matcher mark = DRAWER_MARK.matcher(text); mark.find(); ) {
            boolean opens = !mark.group().equals(":END:");
            if (opens == isOpen) {
                return true;
            }
            isOpen = opens;
        }
        return isOpen;
    }

    /** What is left of a line of a drawer or of an id may become one again, or another one. */
    private static boolean isInBookkeeping(String text, int at) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        String line = text.substring(start, end < 0 ? text.length() : end);
        return line.stripLeading().startsWith(":") || line.contains("CLOCK:") || line.contains("id::");
    }

    /** No id is there twice. */
    private static void assertUnique(Case made) {
        Multiset<BlockId> now = ids(made.now());
        Set<BlockId> other = ids(made.other()).elementSet();
        assertThat(now.elementSet()).as(made.as()).allMatch(id -> now.count(id) == 1 && !other.contains(id));
    }

    /** Ids that are there nowhere else are kept. */
    private static void assertKept(Case made) {
        Set<BlockId> now = ids(made.now()).elementSet();
        Set<BlockId> known =
                Sets.union(ids(made.old()).elementSet(), ids(made.other()).elementSet());
        Set<BlockId> pasted =
                ids(Outline.parse(Text.of(made.pasted()), made.old().syntax())).elementSet();
        assertThat(now).as(made.as()).containsAll(Sets.difference(pasted, known));
    }

    private static Multiset<BlockId> ids(Outline outline) {
        Multiset<BlockId> ids = HashMultiset.create();
        for (int block = 0; block < outline.size(); block++) {
            outline.block(block).id().ifPresent(ids::add);
        }
        return ids;
    }

    private static Multiset<String> contents(Outline outline) {
        Multiset<String> contents = HashMultiset.create();
        for (int block = 0; block < outline.size(); block++) {
            contents.add(BlockContent.of(outline, block).strip());
        }
        return contents;
    }

    private static String withoutProperties(String page) {
        return page.replaceFirst("^(?:title::|#\\+title:) Page\\R\\R", "");
    }

    private static String withLf(String text) {
        return text.replace("\r\n", "\n");
    }

    private static boolean mixesLineEnds(String text) {
        String rest = text.replace("\r\n", "");
        return text.contains("\r\n") && rest.contains("\n");
    }

    private static Span span(Random random, String text) {
        int start = random.nextInt(text.length() + 1);
        int end = random.nextInt(3) == 0 ? start : start + random.nextInt(text.length() + 1 - start);
        return new Span(edge(text, start), edge(text, end));
    }

    /** Not between the two halves of a character or of a line end. */
    private static int edge(String text, int at) {
        boolean isHalf = at > 0
                && at < text.length()
                && (Character.isLowSurrogate(text.charAt(at)) || text.charAt(at - 1) == '\r');
        return isHalf ? at + 1 : at;
    }
}

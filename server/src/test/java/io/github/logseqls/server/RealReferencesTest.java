package io.github.logseqls.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.TreeMultimap;
import com.google.common.collect.TreeMultiset;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.feature.navigation.Definition;
import io.github.logseqls.feature.navigation.References;
import io.github.logseqls.graph.JournalDay;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Target;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.BlockRef;
import io.github.logseqls.outline.Construct;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Position;
import io.github.logseqls.text.Span;
import io.github.logseqls.workspace.GraphRoot;
import io.github.logseqls.workspace.RecordingListener;
import io.github.logseqls.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Location;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Asks in real public graphs for the definition of every block and page that is referred to, and for the references of some of
 * them, others in each run, and compares with what Logseq's own parser finds in the files: nothing may be missing, and nothing be
 * there besides.
 *
 * <p>The parser's answers leave out some references that Logseq counts, which are left out here too: those in
 * {@code #+BEGIN_NOTE} and the like, names in values such as {@code tags:: a, b}, links to files of pages, and links of Org with
 * a label.
 */
class RealReferencesTest {

    private static final Path GRAPHS = Path.of("../../shared/graphs");

    private static final ImmutableSet<Mention.Form> REFERENCES =
            ImmutableSet.of(Mention.Form.BLOCK_REF, Mention.Form.EMBED, Mention.Form.PAGE_REF, Mention.Form.TAG);

    private static final ClientAbilities PLAIN =
            Client.of(new InitializeParams()).abilities();

    private final Map<String, JsonObject> answers = new TreeMap<>();
    private final Map<String, PagePath> paths = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"hex", "logseq-docs"})
    void referencesAndDefinitionsAreThoseOfLogseq(String name) throws Exception {
        readAnswers(name);
        try (Workspace workspace = new Workspace(new RecordingListener())) {
            Path folder = GRAPHS.resolve(name).toAbsolutePath().normalize();
            GraphRoot root = workspace.loadFolder(folder).get();
            Snapshot snapshot = workspace.snapshot(root);
            snapshot.graph().paths().forEach(path -> paths.put(snapshot.pages().uri(path), path));
            answers.keySet().removeIf(path -> !snapshot.graph().isPage(new PagePath(path)));
            compareReferences(snapshot);
            compareDefinitions(snapshot);
        }
    }

    private void readAnswers(String name) throws IOException {
        Path file = GRAPHS.resolve("mldoc.jsonl");
        assumeTrue(Files.exists(file), "skipped: the real graphs are not beside the project");
        for (String line : Files.readAllLines(file)) {
            JsonObject page = JsonParser.parseString(line).getAsJsonObject();
            String path = page.get("path").getAsString();
            if (path.startsWith(name + "/") && !page.has("empty")) {
                answers.put(path.substring(name.length() + 1), page);
            }
        }
        assertThat(answers).isNotEmpty();
    }

    private void compareReferences(Snapshot snapshot) {
        Multiset<String> expected = TreeMultiset.create();
        answers.forEach((path, page) -> {
            for (JsonElement element : page.getAsJsonArray("block_refs")) {
                JsonArray ref = element.getAsJsonArray();
                BlockId.parse(ref.get(0).getAsString())
                        .ifPresent(id -> expect("block " + id, path + " in " + ref.get(1), expected));
            }
            for (String kind : List.of("page_refs", "embed_pages")) {
                for (JsonElement title : page.getAsJsonArray(kind)) {
                    expect(page(snapshot, title.getAsString()), path, expected);
                }
            }
            for (JsonElement text : page.getAsJsonArray("tags")) {
                Tag tag = new Tag(new Span(0, 0), new Span(0, 0), text.getAsString());
                expect(page(snapshot, tag.name()), path, expected);
            }
        });
        Multiset<String> found = TreeMultiset.create();
        Set<String> asked = new HashSet<>();
        forEachMention(snapshot, (page, mention) -> {
            String target = target(snapshot, mention);
            if (asked.add(target)) {
                for (Location place :
                        References.at(snapshot, page, mention.nameSpan().start(), false, Encoding.UTF16, () -> {})) {
                    Page from = pageAt(snapshot, place.getUri());
                    if (isInAnswers(from, span(from, place))) {
                        found.add(target + " from " + where(from, span(from, place), mention.target()));
                    }
                }
            }
        });
        assertThat(Multisets.difference(expected, found)).as("missing").isEmpty();
        assertThat(Multisets.difference(found, expected)).as("too many").isEmpty();
    }

    private static void expect(String target, String from, Multiset<String> in) {
        in.add(target + " from " + from);
    }

    private void compareDefinitions(Snapshot snapshot) {
        SetMultimap<String, String> expected = TreeMultimap.create();
        answers.forEach((path, page) -> {
            for (JsonElement element : page.getAsJsonArray("ids")) {
                JsonObject id = element.getAsJsonObject();
                if (id.get("valid").getAsBoolean()) {
                    BlockId block = BlockId.parse(id.get("id").getAsString()).orElseThrow();
                    expected.put("block " + block, path + " in " + id.get("block"));
                }
            }
            aliases(page).forEach(name -> expected.put(page(snapshot, name), path));
        });
        // Blank files too, of which the parser has nothing to say.
        paths.values().stream()
                .filter(snapshot.graph()::isPage)
                .forEach(path -> expected.put(
                        page(
                                snapshot,
                                snapshot.graph().facts(path).orElseThrow().title()),
                        path.path()));
        forEachMention(snapshot, (page, mention) -> {
            List<String> places = new ArrayList<>();
            for (Location place : Definition.at(
                            snapshot, page, mention.nameSpan().start(), PLAIN)
                    .getLeft()) {
                // What lies in whiteboards the parser does not read.
                if (!place.getUri().endsWith(".edn")) {
                    Page to = pageAt(snapshot, place.getUri());
                    places.add(where(to, span(to, place), mention.target()));
                }
            }
            String target = target(snapshot, mention);
            assertThat(places)
                    .as("%s in %s", target, page.path())
                    .containsExactlyInAnyOrderElementsOf(expected.get(target));
        });
    }

    private interface OfMention {
        void accept(Page page, Mention mention);
    }

    /** Does something with each reference to a block or page that the parser's answers have too. */
    private void forEachMention(Snapshot snapshot, OfMention what) {
        for (String path : answers.keySet()) {
            Page page = snapshot.page(new PagePath(path)).orElseThrow();
            for (Mention mention : Mentions.of(page)) {
                if (REFERENCES.contains(mention.form()) && isInAnswers(page, mention.span())) {
                    what.accept(page, mention);
                }
            }
        }
    }

    private static boolean isInAnswers(Page page, Span span) {
        Outline outline = page.outline();
        int block = outline.blockAt(span.start()).orElseThrow();
        return outline.inlines(block).stream()
                .filter(inline -> inline.span().equals(span))
                .anyMatch(inline -> isInAnswers(outline.syntax(), inline) && !isInCustomBlock(outline, block, span));
    }

    private static boolean isInAnswers(Syntax syntax, Inline inline) {
        if (inline instanceof PageRef ref) {
            return switch (ref.form()) {
                case PLAIN, EMBED -> true;
                case LABELLED -> syntax == Syntax.MARKDOWN;
                case FILE -> false;
            };
        }
        return inline instanceof BlockRef || inline instanceof Tag;
    }

    private static boolean isInCustomBlock(Outline outline, int block, Span span) {
        return outline.block(block).constructs().stream()
                .filter(construct -> construct.kind() == Construct.Kind.BEGIN)
                .filter(construct -> !construct.name().equals("quote"))
                .anyMatch(construct -> outline.inPage(block, construct.span()).contains(span));
    }

    private static String target(Snapshot snapshot, Mention mention) {
        return mention.target() instanceof Target.OfPage page
                ? page(snapshot, page.title())
                : "block " + ((Target.OfBlock) mention.target()).id();
    }

    /** A page by the first of all its names. */
    private static String page(Snapshot snapshot, String title) {
        String shown = snapshot.graph()
                .config()
                .journals()
                .parse(title)
                .map(JournalDay::title)
                .orElse(title);
        return "page "
                + snapshot.graph().pages().all(PageName.of(shown)).stream()
                        .map(PageName::toString)
                        .min(String::compareTo)
                        .orElseThrow();
    }

    /** The aliases of a page as the parser has them. */
    private static List<String> aliases(JsonObject page) {
        List<String> names = new ArrayList<>();
        for (JsonElement element : page.getAsJsonArray("props")) {
            JsonArray property = element.getAsJsonArray();
            if (property.get(0).getAsString().equals("alias") && property.get(2).getAsInt() == -1) {
                Splitter.on(',')
                        .trimResults()
                        .split(property.get(1).getAsString())
                        .forEach(name -> names.add(CharMatcher.anyOf("[]#").trimFrom(name)));
            }
        }
        return names;
    }

    private Page pageAt(Snapshot snapshot, String uri) {
        return snapshot.page(requireNonNull(paths.get(uri))).orElseThrow();
    }

    private static Span span(Page page, Location place) {
        return new Span(
                offset(page, place.getRange().getStart()),
                offset(page, place.getRange().getEnd()));
    }

    private static int offset(Page page, org.eclipse.lsp4j.Position position) {
        return page.outline().text().offset(new Position(position.getLine(), position.getCharacter()), Encoding.UTF16);
    }

    /** The file, and for a block which of its heads, as the parser counts them: -1 before the first. */
    private static String where(Page page, Span span, Target target) {
        if (target instanceof Target.OfPage) {
            return page.path().path();
        }
        Outline outline = page.outline();
        int first = outline.block(0).kind() == Block.Kind.PREAMBLE ? 1 : 0;
        return page.path() + " in " + (outline.blockAt(span.start()).orElseThrow() - first);
    }
}

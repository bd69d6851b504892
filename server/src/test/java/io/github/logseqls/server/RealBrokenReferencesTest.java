package io.github.logseqls.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.Multiset;
import com.google.common.collect.TreeMultiset;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.logseqls.check.Code;
import io.github.logseqls.check.Finding;
import io.github.logseqls.check.Findings;
import io.github.logseqls.graph.CheckSettings;
import io.github.logseqls.graph.DataIds;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Span;
import io.github.logseqls.workspace.RecordingListener;
import io.github.logseqls.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the broken references of real public graphs with what Logseq's own parser finds there: references to blocks whose ids
 * it finds nowhere.
 */
class RealBrokenReferencesTest {

    private static final Path GRAPHS = Path.of("../../shared/graphs");

    private static final Set<Code> BROKEN = Set.of(Code.BROKEN_BLOCK_REF, Code.BROKEN_EMBED, Code.REF_ONLY_IN_BACKUP);

    @ParameterizedTest
    @ValueSource(strings = {"hex", "logseq-docs"})
    void brokenReferencesAreThoseOfLogseq(String name) throws Exception {
        List<JsonObject> answers = answers(name);
        Path folder = GRAPHS.resolve(name).toAbsolutePath().normalize();
        try (Workspace workspace = new Workspace(new RecordingListener())) {
            Snapshot snapshot = workspace.snapshot(workspace.loadFolder(folder).get());
            answers.removeIf(page -> !snapshot.graph().isPage(path(page, name)));
            Multiset<String> found = TreeMultiset.create();
            for (JsonObject answer : answers) {
                addBroken(snapshot, snapshot.page(path(answer, name)).orElseThrow(), found);
            }
            assertThat(found).isEqualTo(expected(name, answers, idsOfData(folder)));
        }
    }

    private static List<JsonObject> answers(String name) throws IOException {
        Path file = GRAPHS.resolve("mldoc.jsonl");
        assumeTrue(Files.exists(file), "skipped: the real graphs are not beside the project");
        List<JsonObject> answers = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonObject page = JsonParser.parseString(line).getAsJsonObject();
            if (page.get("path").getAsString().startsWith(name + "/") && !page.has("empty")) {
                answers.add(page);
            }
        }
        assertThat(answers).isNotEmpty();
        return answers;
    }

    private static PagePath path(JsonObject page, String graph) {
        return new PagePath(page.get("path").getAsString().substring(graph.length() + 1));
    }

    private static Set<BlockId> idsOfData(Path folder) throws IOException {
        Set<BlockId> ids = new HashSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    (Iterable<Path>) files.filter(file -> file.toString().endsWith(".edn"))::iterator) {
                ids.addAll(DataIds.in(Files.readString(file)).keySet());
            }
        }
        return ids;
    }

    private static Multiset<String> expected(String name, List<JsonObject> answers, Set<BlockId> known) {
        for (JsonObject page : answers) {
            for (JsonElement element : page.getAsJsonArray("ids")) {
                JsonObject id = element.getAsJsonObject();
                if (id.get("valid").getAsBoolean()) {
                    known.add(BlockId.parse(id.get("id").getAsString()).orElseThrow());
                }
            }
        }
        Multiset<String> broken = TreeMultiset.create();
        for (JsonObject page : answers) {
            for (JsonElement element : page.getAsJsonArray("block_refs")) {
                JsonArray ref = element.getAsJsonArray();
                BlockId.parse(ref.get(0).getAsString())
                        .filter(id -> !known.contains(id))
                        .ifPresent(id -> broken.add(
                                shown(path(page, name), id, ref.get(1).getAsInt())));
            }
        }
        return broken;
    }

    private static void addBroken(Snapshot snapshot, Page page, Multiset<String> to) {
        Outline outline = page.outline();
        for (Finding finding : Findings.of(snapshot, page, CheckSettings.NONE)) {
            if (BROKEN.contains(finding.code())) {
                Span target =
                        new Span(finding.span().start() + 2, finding.span().end() - 2);
                int first = outline.block(0).kind() == Block.Kind.PREAMBLE ? 1 : 0;
                int head = outline.blockAt(target.start()).orElseThrow() - first;
                to.add(shown(
                        page.path(), BlockId.parse(outline.text().slice(target)).orElseThrow(), head));
            }
        }
    }

    /** A reference by its file, its target, and the block it is in as the parser counts them: -1 before the first. */
    private static String shown(PagePath path, BlockId id, int block) {
        return "%s in %d of %s".formatted(id, block, path);
    }
}

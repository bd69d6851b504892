package io.github.logseqls.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logseqls.feature.navigation.CallHierarchy;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.text.Encoding;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.junit.jupiter.api.Test;

/** Items are found again after their page changed. */
class CallHierarchyTest {

    private static final PagePath PATH = new PagePath("pages/a.md");
    private static final String ID = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";

    @Test
    void aBlockIsFoundByItsIdWhateverHappenedToItsText() {
        CallHierarchyItem item = item("- target\n  id:: %s\n- x\n".formatted(ID), 3);
        assertThat(callers(item, "- x\n- y\n- other\n  id:: %s\n- see ((%s))\n".formatted(ID, ID)))
                .containsExactly("see other");
    }

    @Test
    void aBlockWithoutAnIdIsFoundByItsNameNearby() {
        CallHierarchyItem item = item("- [[b]] target\n", 9);
        assertThat(callees(item, "- new\n- new\n- [[b]] target\n- [[b]] target\n"))
                .containsExactly("b 2:2");
        assertThat(callees(item, "- [[b]] changed\n- more\n")).isEmpty();
        assertThat(callees(item, "")).isEmpty();
    }

    private static CallHierarchyItem item(String text, int offset) {
        Archive archive = archive(text);
        Page page = archive.snapshot().page(PATH).orElseThrow();
        return CallHierarchy.prepare(archive.snapshot(), page, offset, Encoding.UTF16)
                .get(0);
    }

    private static List<String> callers(CallHierarchyItem item, String text) {
        return CallHierarchy.incoming(archive(text).snapshot(), PATH, item, Encoding.UTF16, () -> {}).stream()
                .map(call -> call.getFrom().getName())
                .toList();
    }

    private static List<String> callees(CallHierarchyItem item, String text) {
        return CallHierarchy.outgoing(archive(text).snapshot(), PATH, item, Encoding.UTF16, () -> {}).stream()
                .map(call -> call.getTo().getName() + " "
                        + call.getFromRanges().get(0).getStart().getLine() + ":"
                        + call.getFromRanges().get(0).getStart().getCharacter())
                .toList();
    }

    private static Archive archive(String text) {
        return Archive.read("-- pages/a.md --\n" + text + "\n-- pages/b.md --\n- text\n", "\n");
    }
}

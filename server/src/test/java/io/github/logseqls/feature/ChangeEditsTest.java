package io.github.logseqls.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.change.Change;
import io.github.logseqls.feature.editing.ChangeEdits;
import io.github.logseqls.graph.FileFinding;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import org.junit.jupiter.api.Test;

class ChangeEditsTest {

    private static final PagePath OTHER = new PagePath("pages/b.md");

    private final Archive archive =
            Archive.read("-- pages/a.md --\n- here\n-- pages/b.md --\n- caf\ufffd\n-- want --\n", "\n");

    /** The editor would write replacement characters in the place of what it cannot read. */
    @Test
    void aFileThatTheEditorCannotWriteAsItIsIsLeftAlone() {
        Snapshot sound = archive.snapshot();
        assertThat(edited(sound).refusal()).isEmpty();

        FileFinding lost = FileFinding.ofWhole(FileFinding.Kind.INVALID_UTF8, "bytes that are no UTF-8");
        Snapshot lossy =
                new Snapshot(sound.graph().with(OTHER, ImmutableList.of(lost)), sound.pages(), sound.backups());
        assertThat(edited(lossy).edit()).isEmpty();
        assertThat(edited(lossy).refusal().orElseThrow()).startsWith("pages/b.md holds bytes that are no UTF-8");
    }

    private ChangeEdits edited(Snapshot snapshot) {
        Page page = snapshot.page(OTHER).orElseThrow();
        return ChangeEdits.of(
                snapshot, page, Change.of(page, new Edit(new Span(2, 2), "x")), "Change it", Answers.client(archive));
    }
}

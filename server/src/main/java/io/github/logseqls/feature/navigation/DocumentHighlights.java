package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Meaning;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.text.Encoding;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;

/** The places in a page that mention what stands under the caret; those that define it are called written. */
public final class DocumentHighlights {

    private DocumentHighlights() {}

    /** The places in the order of the text; {@code offset} is in the page. */
    public static ImmutableList<DocumentHighlight> at(Snapshot snapshot, Page page, int offset, Encoding encoding) {
        Optional<Mention> caret = Mentions.at(page, offset);
        if (caret.isEmpty()) {
            return ImmutableList.of();
        }
        Meaning meaning = Meaning.of(snapshot.graph(), caret.get().target());
        return References.mentions(page, meaning).stream()
                .map(mention -> new DocumentHighlight(
                        Ranges.of(page.outline().text(), mention.span(), encoding),
                        mention.form().defines() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))
                .collect(ImmutableList.toImmutableList());
    }
}

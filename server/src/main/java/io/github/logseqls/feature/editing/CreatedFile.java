package io.github.logseqls.feature.editing;

import io.github.logseqls.change.Change;
import io.github.logseqls.feature.ClientAbilities;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;

/** A file that somebody has made in the editor's list of files: Logseq may take its name for another title than was meant. */
public final class CreatedFile {

    private CreatedFile() {}

    /** The title that was meant, written into a file in which nothing stands yet; none where the name says it. */
    public static Optional<ChangeEdits> titled(Snapshot snapshot, PagePath path, ClientAbilities client) {
        Optional<Page> page = snapshot.page(path);
        // A dot in a name reads as a slash in graphs of old.
        boolean isMisread = path.baseName().indexOf('.') >= 0 && path.baseName().indexOf('%') < 0;
        if (!isMisread
                || page.filter(made -> made.outline().text().isBlank()).isEmpty()
                || page.filter(made -> !made.fileTitle().equals(path.baseName()))
                        .isEmpty()) {
            return Optional.empty();
        }
        boolean isOrg = page.get().outline().syntax() == Syntax.ORG;
        String text = isOrg ? "#+title: " + path.baseName() + "\n\n* " : "title:: " + path.baseName() + "\n\n- ";
        Edit edit = new Edit(new Span(0, page.get().outline().text().length()), text);
        return Optional.of(ChangeEdits.of(
                snapshot, page.get(), Change.of(page.get(), edit), "Say the title of the new page", client));
    }

    /** Says that another file is the page of that name already. */
    public static Optional<String> clash(Graph graph, PagePath path) {
        boolean isPage = path.path().matches("(?s).*\\.(?:md|markdown|org)");
        if (!isPage || graph.config().folders().isHidden(path)) {
            return Optional.empty();
        }
        Syntax syntax = path.syntax().orElse(Syntax.MARKDOWN);
        String title = new Page(path, Outline.parse(Text.of(""), syntax), graph.config()).fileTitle();
        return graph.pages().sources(PageName.of(title)).stream()
                .filter(other -> !other.equals(path))
                .findFirst()
                .map(other -> "Logseq takes %s and %s for one page, “%s”. Give the new file another name."
                        .formatted(path, other, title));
    }
}

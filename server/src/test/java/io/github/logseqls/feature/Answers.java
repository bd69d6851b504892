package io.github.logseqls.feature;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.List;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What the answers of all features in archives have in common. Places count from 1, in UTF-16 units. */
final class Answers {

    private Answers() {}

    /** The editor that an archive's options describe; without any one that can do all but what few can. */
    static ClientAbilities client(Archive archive) {
        int limit = archive.has("limit-3") ? 3 : 5000;
        return new ClientAbilities(
                archive.has("utf-8") ? Encoding.UTF8 : archive.has("utf-32") ? Encoding.UTF32 : Encoding.UTF16,
                new ClientAbilities.Jumps(
                        !archive.has("no-definitions"), !archive.has("no-links"), archive.has("documents")),
                new ClientAbilities.Relations(
                        !archive.has("no-links"), !archive.has("no-links"), !archive.has("no-links")),
                !archive.has("plain-text"),
                new ClientAbilities.Folds(!archive.has("columns"), archive.has("collapsed-text"), limit),
                new ClientAbilities.Symbols(!archive.has("flat"), !archive.has("ranges-now")),
                new ClientAbilities.Tokens(archive.has("multiline"), archive.has("overlapping")),
                new ClientAbilities.Hints(!archive.has("tooltips-now"), !archive.has("locations-now")),
                !archive.has("no-tooltips"),
                new ClientAbilities.Actions(!archive.has("no-actions"), !archive.has("edits-now"), true),
                new ClientAbilities.Edits(
                        !archive.has("no-apply"),
                        !archive.has("no-versions"),
                        !archive.has("no-annotations"),
                        !archive.has("no-files"),
                        !archive.has("no-files"),
                        !archive.has("no-files"),
                        true,
                        true),
                new ClientAbilities.Completions(
                        !archive.has("no-snippets"),
                        !archive.has("no-replace"),
                        !archive.has("no-details"),
                        true,
                        archive.has("shared-range"),
                        !archive.has("plain-text"),
                        archive.has("word-filter")),
                archive.has("no-commands")
                        ? ImmutableSet.of()
                        : ImmutableSet.of("logseq-ls.showReferences", "logseq-ls.suggest"));
    }

    interface AtCaret {
        String answer(Page page, int offset);
    }

    static String atEachCaret(Archive archive, AtCaret feature) {
        assertThat(archive.carets()).isNotEmpty();
        StringBuilder answer = new StringBuilder();
        for (Archive.Caret caret : archive.carets()) {
            Page page = archive.snapshot().page(caret.path()).orElseThrow();
            var at = page.outline().text().position(caret.offset(), Encoding.UTF16);
            String found = feature.answer(page, caret.offset());
            answer.append("at %s:%d:%d\n".formatted(caret.path(), at.line() + 1, at.column() + 1));
            answer.append(found.isEmpty() ? "  nothing\n" : found);
        }
        return answer.toString();
    }

    /** Places as an editor takes them, each with all of what is there where it takes that too. */
    static String shown(Archive archive, Either<List<? extends Location>, List<? extends LocationLink>> places) {
        StringBuilder answer = new StringBuilder();
        if (places.isLeft()) {
            for (Location place : places.getLeft()) {
                answer.append("  plain ")
                        .append(shown(archive, place.getUri(), place.getRange()))
                        .append('\n');
            }
            return answer.toString();
        }
        for (LocationLink link : places.getRight()) {
            answer.append("  ").append(shown(archive, link.getTargetUri(), link.getTargetSelectionRange()));
            answer.append("\n    whole ").append(shown(link.getTargetRange()));
            if (link.getOriginSelectionRange() != null) {
                answer.append(", from ").append(shown(link.getOriginSelectionRange()));
            }
            answer.append('\n');
        }
        return answer.toString();
    }

    static String shown(Archive archive, String path, Range range) {
        return path + ":" + shown(range) + " | "
                + text(archive, path, range).lines().findFirst().orElse("");
    }

    /** What stands in a range of a page. */
    static String text(Archive archive, String path, Range range) {
        if (DocumentAddress.parse(path).isPresent()) {
            return path + ":" + shown(range);
        }
        Text text = requireNonNull(archive.pages().get(new PagePath(path)));
        Encoding encoding = client(archive).encoding();
        int start = text.offset(position(range.getStart()), encoding);
        int end = text.offset(position(range.getEnd()), encoding);
        return text.slice(new Span(start, end));
    }

    private static io.github.logseqls.text.Position position(org.eclipse.lsp4j.Position position) {
        return new io.github.logseqls.text.Position(position.getLine(), position.getCharacter());
    }

    static String shown(Range range) {
        return "%d:%d-%d:%d"
                .formatted(
                        range.getStart().getLine() + 1,
                        range.getStart().getCharacter() + 1,
                        range.getEnd().getLine() + 1,
                        range.getEnd().getCharacter() + 1);
    }
}

package io.github.logseqls.feature.navigation;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Mentions;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PageName;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;
import io.github.logseqls.graph.Symbol;
import io.github.logseqls.graph.Target;
import io.github.logseqls.text.Encoding;
import io.github.logseqls.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TypeHierarchyItem;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * The namespaces of pages: above {@code a/b/c} there is {@code a/b}, and above that {@code a}. A page without a file stands where
 * one first refers to it or to a page below it, else at the start of the file of a page below it.
 *
 * <p>The name of an item is the title of its page, by which it is found again.
 */
public final class TypeHierarchy {

    /** In how many files a page without its own is looked for: what refers to it may be a whiteboard, which has no text. */
    private static final int MOST_FILES = 5;

    private TypeHierarchy() {}

    /** The page that is named at {@code offset}, which is in the page; elsewhere the page itself. */
    public static ImmutableList<TypeHierarchyItem> prepare(
            Snapshot snapshot, Page page, int offset, Encoding encoding) {
        Optional<String> named = Mentions.at(page, offset)
                .map(Mention::target)
                .filter(Target.OfPage.class::isInstance)
                .map(target -> ((Target.OfPage) target).title());
        return items(snapshot, Stream.of(named.orElseGet(page::title)), encoding);
    }

    /** The page right above that of an item. */
    public static ImmutableList<TypeHierarchyItem> supertypes(
            Snapshot snapshot, TypeHierarchyItem item, Encoding encoding) {
        return items(snapshot, PageName.parents(item.getName()).stream().limit(1), encoding);
    }

    /** The pages right below that of an item, by name. */
    public static ImmutableList<TypeHierarchyItem> subtypes(
            Snapshot snapshot, TypeHierarchyItem item, Encoding encoding, CancelChecker cancel) {
        Stream<String> children = snapshot.graph().pages().children(PageName.of(item.getName())).stream()
                .map(PageName::toString)
                .sorted()
                .peek(child -> cancel.checkCanceled());
        return items(snapshot, children, encoding);
    }

    private static ImmutableList<TypeHierarchyItem> items(Snapshot snapshot, Stream<String> titles, Encoding encoding) {
        return titles.flatMap(title -> item(snapshot, PageName.of(title), encoding).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<TypeHierarchyItem> item(Snapshot snapshot, PageName name, Encoding encoding) {
        Graph graph = snapshot.graph();
        List<PagePath> files = graph.pages().sources(name);
        return files.isEmpty()
                ? referred(snapshot, name, encoding).or(() -> implied(snapshot, name))
                : Optional.of(new TypeHierarchyItem(
                        graph.facts(files.get(0)).orElseThrow().title(),
                        SymbolKind.File,
                        snapshot.pages().uri(files.get(0)),
                        Ranges.START,
                        Ranges.START,
                        files.get(0).path()));
    }

    /** A page without a file, where it is referred to. */
    private static Optional<TypeHierarchyItem> referred(Snapshot snapshot, PageName name, Encoding encoding) {
        return snapshot.graph().links().files(new Symbol.PageUse(name)).stream()
                .limit(MOST_FILES)
                .flatMap(file -> snapshot.page(file).stream())
                .flatMap(page -> Mentions.of(page).stream()
                        .flatMap(mention -> spelt(mention, name).stream()
                                .map(title -> withoutFile(snapshot, page, title, mention.span(), encoding))))
                .findFirst();
    }

    /** The title of a page as a place spells it that refers to it or to a page below it. */
    private static Optional<String> spelt(Mention mention, PageName name) {
        return mention.target() instanceof Target.OfPage page ? spelt(page.title(), name) : Optional.empty();
    }

    private static Optional<String> spelt(String title, PageName name) {
        return Stream.concat(Stream.of(title), PageName.parents(title).stream())
                .filter(one -> PageName.of(one).equals(name))
                .findFirst();
    }

    private static TypeHierarchyItem withoutFile(
            Snapshot snapshot, Page page, String title, Span span, Encoding encoding) {
        Range range = Ranges.of(page.outline().text(), span, encoding);
        return withoutFile(title, snapshot.pages().uri(page.path()), range);
    }

    /** A page without a file that is only there since a page below it is. */
    private static Optional<TypeHierarchyItem> implied(Snapshot snapshot, PageName name) {
        Graph graph = snapshot.graph();
        return graph.links().files(new Symbol.Child(name)).stream()
                .limit(MOST_FILES)
                .flatMap(file -> spelt(graph.facts(file).orElseThrow().title(), name).stream()
                        .map(title -> withoutFile(title, snapshot.pages().uri(file), Ranges.START)))
                .findFirst();
    }

    private static TypeHierarchyItem withoutFile(String title, String uri, Range range) {
        return new TypeHierarchyItem(title, SymbolKind.Namespace, uri, range, range, "no file yet");
    }
}

package io.github.logseqls.rename;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.AskedName;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.LinkAddress;
import io.github.logseqls.graph.Mention;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Target;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The edits that give what one page names its new names. */
final class PageEdits {

    /** What holds others comes before them. */
    private static final Comparator<Edit> OUTERMOST_FIRST = Comparator.<Edit>comparingInt(
                    edit -> edit.span().start())
            .thenComparing(edit -> edit.span().end(), Comparator.reverseOrder());

    private final Graph graph;
    private final Page page;
    private final NewNames names;
    private final List<Edit> found = new ArrayList<>();

    private PageEdits(Graph graph, Page page, NewNames names) {
        this.graph = graph;
        this.page = page;
        this.names = names;
    }

    /**
     * The edits, in the order of the page. One name inside another one is written with that.
     *
     * @param others edits that are made besides
     */
    static ImmutableList<Edit> of(Graph graph, Named named, NewNames names, List<Edit> others) {
        PageEdits edits = new PageEdits(graph, named.page(), names);
        edits.found.addAll(others);
        named.mentions().forEach(edits::add);
        named.asked().forEach(edits::add);
        return edits.outermost();
    }

    private void add(Mention mention) {
        if (mention.form() == Mention.Form.DATE) {
            // Its journal may move: the task does not.
            return;
        }
        if (mention.target() instanceof Target.OfFile file) {
            addFile(mention, file.path());
            return;
        }
        names.of(mention.target(), page.config()).ifPresent(after -> {
            if (mention.target() instanceof Target.OfPage old && after instanceof Target.OfPage now) {
                names.titles().requireFree(old.title(), now.title(), graph);
            }
            replace(mention.nameSpan(), written(mention, after));
        });
    }

    private String written(Mention mention, Target after) {
        if (after instanceof Target.OfPage named) {
            return Spelling.of(page, mention, named.title());
        }
        if (after instanceof Target.OfKey key) {
            return NewKey.written(page.outline().text().slice(mention.nameSpan()), key.key());
        }
        return after instanceof Target.OfBlock block ? block.id().toString() : ((Target.OfTemplate) after).name();
    }

    private void add(AskedName name) {
        names.of(name.target(), page.config())
                .ifPresent(after -> replace(name.nameSpan(), Spelling.of(page, name, after)));
    }

    /** Links lead where the file is then, from where the page is then. */
    private void addFile(Mention mention, PagePath file) {
        PagePath from = names.of(page.path());
        if (!names.of(file).equals(file) || !from.folder().equals(page.path().folder())) {
            String before = page.outline().text().slice(mention.nameSpan());
            replace(mention.nameSpan(), LinkAddress.of(from, names.of(file), before));
        }
    }

    private void replace(Span span, String by) {
        if (!page.outline().text().slice(span).equals(by)) {
            found.add(new Edit(span, by));
        }
    }

    private ImmutableList<Edit> outermost() {
        ImmutableList.Builder<Edit> edits = ImmutableList.builder();
        Optional<Edit> last = Optional.empty();
        for (Edit edit : ImmutableList.sortedCopyOf(OUTERMOST_FIRST, found)) {
            Optional<Edit> before = last;
            if (before.filter(outer -> edit.span().start() < outer.span().end()).isEmpty()) {
                edits.add(edit);
                last = Optional.of(edit);
            }
        }
        return edits.build();
    }
}

package io.github.logseqls.graph;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.outline.BlockId;
import io.github.logseqls.outline.Inline;
import io.github.logseqls.outline.PageRef;
import io.github.logseqls.outline.Tag;
import io.github.logseqls.outline.TaskMarks;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The titles of the pages that Logseq finds in a block, as spelt there; dates in the graph's own format (format.md 4). */
final class ReferencedPages {

    private static final Pattern ASSET_OR_DRAWING = Pattern.compile("[./]*assets.*|draws.*", Pattern.DOTALL);
    private static final ImmutableSet<String> FOLDERS_OF_FILES = ImmutableSet.of("assets/", "draws/");
    private static final Pattern NESTED = Pattern.compile("\\[\\[([^\\[\\]]+)]]");
    /** What a tag's name must not hold to count once more by its text. */
    private static final CharMatcher NOT_IN_TAG = CharMatcher.anyOf("# \t\r\n");

    private ReferencedPages() {}

    /** Whether what {@code [[name]]} names is a page, and no file of assets or drawings. */
    static boolean isPage(String name) {
        return !ASSET_OR_DRAWING.matcher(name).matches();
    }

    /** The file of assets or drawings that {@code [[name]]} leads to in place of a page, as the app writes it into Org pages. */
    static Optional<PagePath> file(PagePath from, PageRef ref) {
        return isPage(ref)
                ? Optional.empty()
                : LinkPath.of(from, ref.name())
                        .filter(path -> FOLDERS_OF_FILES.contains(
                                path.path().substring(0, path.path().indexOf('/') + 1)));
    }

    /** As {@link #isPage(String)}; what an embed or the label of a link to a file names is never looked at so closely. */
    static boolean isPage(PageRef ref) {
        boolean link = ref.form() == PageRef.Form.PLAIN || ref.form() == PageRef.Form.LABELLED;
        return !link || isPage(ref.name());
    }

    static ImmutableSet<String> in(
            BlockSource source, ImmutableList<Inline> inlines, BlockProperties properties, GraphConfig config) {
        Set<String> names = new LinkedHashSet<>();
        for (String page : properties.pages()) {
            // In a preamble a day is put in the graph's format before namespaces are looked for, elsewhere after that.
            names.add(source.isPreamble() ? title(page, config) : page);
        }
        TaskMarks marks = source.block().taskMarks();
        names.add(marks.marker());
        names.add(marks.priority());
        inlines.forEach(inline -> names.addAll(names(inline)));
        ImmutableSet.Builder<String> titles = ImmutableSet.builder();
        names.forEach(name -> titles.addAll(withNamespaces(name, config)));
        return titles.build();
    }

    /** What a piece of markup says of pages; a tag may say it in two ways. */
    static ImmutableSet<String> names(Inline inline) {
        if (inline instanceof PageRef ref) {
            return isPage(ref) ? ImmutableSet.of(withoutParentheses(ref.name())) : ImmutableSet.of();
        }
        if (inline instanceof Tag tag) {
            String name = withoutParentheses(tag.name());
            return NOT_IN_TAG.matchesNoneOf(tag.name()) ? ImmutableSet.of(name, tag.name()) : ImmutableSet.of(name);
        }
        return ImmutableSet.of();
    }

    /** The title of the page that a name means, and those of the namespaces above it. */
    static ImmutableSet<String> withNamespaces(String name, GraphConfig config) {
        if (name.indexOf('/') < 0) {
            return Whitespace.isBlank(name) ? ImmutableSet.of() : ImmutableSet.of(title(name, config));
        }
        ImmutableSet.Builder<String> titles = ImmutableSet.builder();
        add(name, titles, config);
        namespaces(name).forEach(parent -> add(parent, titles, config));
        return titles.build();
    }

    /** {@code ((id))} names a page like the id, which Logseq makes for embeds. */
    private static String withoutParentheses(String name) {
        boolean reference = name.length() == BlockId.LENGTH + 4 && name.startsWith("((") && name.endsWith("))");
        String inside = reference ? name.substring(2, name.length() - 2) : "";
        return BlockId.parse(inside).isPresent() ? inside : name;
    }

    /** The namespaces above a name, or above the name that is nested in it, and that name itself. */
    private static Set<String> namespaces(String name) {
        Matcher nested = NESTED.matcher(name);
        String inner = nested.find() ? nested.group(1) : name;
        Set<String> found = new LinkedHashSet<>(PageName.parents(inner));
        if (!found.isEmpty()) {
            found.add(Whitespace.ANY.trimFrom(inner));
        }
        return found;
    }

    private static void add(String name, ImmutableSet.Builder<String> titles, GraphConfig config) {
        if (!Whitespace.isBlank(name)) {
            titles.add(title(name, config));
        }
    }

    /** The title of the page that a name means: a day in the format of the graph, else as it is spelt. */
    static String title(String name, GraphConfig config) {
        Optional<JournalDay> day = config.journals().parse(name);
        return day.map(JournalDay::title).orElseGet(() -> PageName.withoutBoundarySlashes(name));
    }
}

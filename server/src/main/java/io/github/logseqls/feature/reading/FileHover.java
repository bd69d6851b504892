package io.github.logseqls.feature.reading;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.graph.Graph;
import io.github.logseqls.graph.PagePath;
import io.github.logseqls.graph.Snapshot;

/** What a hover tells of a file that a link leads to: its path, whether the graph has it, and the picture that it is. */
public final class FileHover {

    private static final ImmutableSet<String> PICTURES =
            ImmutableSet.of("png", "jpg", "jpeg", "gif", "webp", "bmp", "svg", "avif", "ico");

    private FileHover() {}

    /** A file that is no page; nothing outside of the graph has a path here. */
    public static String of(Snapshot snapshot, PagePath file, Markup markup) {
        String path = markup.breadcrumb(ImmutableList.of(file.path()));
        if (snapshot.graph().facts(file).isEmpty()) {
            return path + "\n\n" + markup.aside(absent(snapshot.graph()));
        }
        return isPicture(file)
                ? path + markup.image(snapshot.pages().uri(file))
                : path + "\n\n" + markup.aside("A file of this graph.");
    }

    /** An image that is not one of the graph's files. */
    static String ofImageElsewhere(String address, Markup markup) {
        boolean web = Ascii.toLowerCase(address).startsWith("http:")
                || Ascii.toLowerCase(address).startsWith("https:");
        return markup.aside(
                web ? "An image on the web, which is not loaded for a look at it." : "An image outside of this graph.");
    }

    private static boolean isPicture(PagePath file) {
        String name = Ascii.toLowerCase(file.path());
        return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String absent(Graph graph) {
        return switch (graph.extent()) {
            case SINGLE_FILE -> "This note lies in no Logseq graph, so it is not known whether there is such a file.";
            case LOADING -> "The graph is still being read; this file has not been found so far.";
            case INCOMPLETE -> "This file has not been found, but reading the graph was stopped before its end.";
            case COMPLETE -> "This graph has no such file.";
        };
    }
}

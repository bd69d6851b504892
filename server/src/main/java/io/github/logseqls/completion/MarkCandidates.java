package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.logseqls.completion.Candidate.About;
import io.github.logseqls.completion.Candidate.Kind;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What begins with a mark of its own: macros, priorities, and lines that begin with {@code #+}. */
final class MarkCandidates {

    private static final ImmutableMap<String, String> MACROS = ImmutableMap.<String, String>builder()
            .put("embed", "{{embed |}}")
            .put("query", "{{query |}}")
            .put("renderer", "{{renderer |}}")
            .put("namespace", "{{namespace |}}")
            .put("cloze", "{{cloze |}}")
            .put("video", "{{video |}}")
            .put("youtube", "{{youtube |}}")
            .put("youtube-timestamp", "{{youtube-timestamp |}}")
            .put("tweet", "{{tweet |}}")
            .put("bilibili", "{{bilibili |}}")
            .put("vimeo", "{{vimeo |}}")
            .put("img", "{{img |}}")
            .put("zotero-linked-file", "{{zotero-linked-file |}}")
            .buildOrThrow();

    private static final ImmutableList<String> BEGINS = ImmutableList.of(
            "QUOTE",
            "SRC",
            "EXAMPLE",
            "NOTE",
            "TIP",
            "IMPORTANT",
            "CAUTION",
            "WARNING",
            "PINNED",
            "QUERY",
            "CENTER",
            "VERSE",
            "EXPORT",
            "COMMENT");

    private static final ImmutableList<String> OF_ORG_PAGES = ImmutableList.of("title", "alias", "tags", "filetags");

    private MarkCandidates() {}

    static ImmutableList<Candidate> of(Writing writing, Typed typed) {
        if (typed instanceof Typed.MacroName macro) {
            return Fitting.in(macros(writing, macro.token().whole()), macro.query());
        }
        if (typed instanceof Typed.Priority priority) {
            String gap = writing.behind(typed.token().whole().end()).startsWith(" ") ? "" : " ";
            List<Candidate> all = List.of("A", "B", "C").stream()
                    .map(letter -> Candidate.of(Kind.MARKER, letter, "priority", "[#" + letter + "]" + gap))
                    .toList();
            return Fitting.in(all, priority.query());
        }
        return typed instanceof Typed.Directive directive
                ? Fitting.in(directives(writing, directive.token().typed().start()), directive.query())
                : ImmutableList.of();
    }

    private static List<Candidate> macros(Writing writing, Span token) {
        List<Candidate> all = new ArrayList<>();
        if (Trial.isMacroName(writing.page(), token)) {
            // It has its arguments and its end.
            Stream.concat(writing.page().config().macros().keySet().stream(), MACROS.keySet().stream())
                    .distinct()
                    .forEach(name -> all.add(Candidate.of(Kind.MACRO, name, "macro", "{{" + name)));
            return all;
        }
        writing.page().config().macros().forEach((name, text) -> {
            String call = text.contains("$1") ? "{{" + name + " |}}" : "{{" + name + "}}";
            all.add(Candidate.withCaret(Kind.MACRO, name, "macro of the graph", call, new About.Words(text)));
        });
        MACROS.forEach(
                (name, call) -> all.add(Candidate.withCaret(Kind.MACRO, name, "macro", call, new About.Nothing())));
        return all;
    }

    private static List<Candidate> directives(Writing writing, int at) {
        List<Candidate> all = new ArrayList<>();
        BEGINS.forEach(kind -> all.add(begin(writing, at, kind, "BEGIN_" + kind)));
        boolean ofPage = writing.block()
                .map(block -> block.block().kind() == Block.Kind.PREAMBLE)
                .orElse(true);
        if (ofPage && writing.page().outline().syntax() == Syntax.ORG) {
            OF_ORG_PAGES.forEach(
                    key -> all.add(Candidate.of(Kind.KEY, key, "property of the page", "#+" + key + ": ")));
        }
        return all;
    }

    /** The kinds of what stands between {@code #+BEGIN_} and {@code #+END_}, as commands. */
    static List<Candidate> begins(Writing writing, int at) {
        return BEGINS.stream()
                .map(kind -> begin(
                        writing, at, kind, kind.charAt(0) + kind.substring(1).toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }

    private static Candidate begin(Writing writing, int at, String kind, String label) {
        String opener = kind.equals("SRC") || kind.equals("EXPORT") ? kind + " |" : kind;
        String body = opener.endsWith("|") ? "" : "|";
        String text = Below.of(writing, at).lines("#+BEGIN_" + opener, body, "#+END_" + kind);
        return Candidate.withCaret(Kind.WORD, label, "block", text, new About.Nothing());
    }
}

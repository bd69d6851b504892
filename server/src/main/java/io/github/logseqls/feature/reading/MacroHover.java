package io.github.logseqls.feature.reading;

import com.google.common.collect.ImmutableMap;
import io.github.logseqls.feature.Markup;
import io.github.logseqls.graph.Page;
import io.github.logseqls.graph.Places;
import io.github.logseqls.outline.Macro;
import java.util.List;
import java.util.Optional;

/** What a hover tells of a macro: the text that the graph's settings have for it, or what Logseq makes of one of its own. */
final class MacroHover {

    private static final int LONGEST = 2000;
    private static final int MOST_ARGUMENTS = 20;

    /** The app's own macros, which it looks for first. */
    private static final ImmutableMap<String, String> BUILT_IN = ImmutableMap.<String, String>builder()
            .put("embed", "shows a block or a page in this place.")
            .put("query", "shows the blocks that a question finds.")
            .put("function", "computes something from the results of a query.")
            .put("namespace", "lists the pages below one in its namespace.")
            .put("cloze", "hides a text that a flashcard asks for.")
            .put("cards", "shows flashcards.")
            .put("renderer", "shows what a plugin makes of it.")
            .put("img", "shows an image, with width, height and side.")
            .put("video", "shows a video by its address.")
            .put("youtube", "shows a video of YouTube.")
            .put("youtube-timestamp", "jumps to a time in the video above.")
            .put("vimeo", "shows a video of Vimeo.")
            .put("bilibili", "shows a video of Bilibili.")
            .put("tweet", "shows a post of Twitter.")
            .put("twitter", "shows a post of Twitter.")
            .put("zotero-imported-file", "opens a file that Zotero keeps.")
            .put("zotero-linked-file", "opens a file that Zotero knows.")
            .build();

    private MacroHover() {}

    /** What is told of a macro whose spans are in the page. */
    static String of(Page page, Macro macro, Markup markup) {
        String name = markup.strong(macro.name());
        if (BUILT_IN.containsKey(macro.name())) {
            return name + ": Logseq " + BUILT_IN.get(macro.name());
        }
        return Optional.ofNullable(page.config().macros().get(macro.name()))
                .map(text -> name + "\n\n" + markup.content(expanded(text, arguments(page, macro))))
                .orElseGet(() -> name + "\n\n"
                        + markup.aside("Neither Logseq nor the settings of this graph have a macro of this name."));
    }

    private static List<String> arguments(Page page, Macro macro) {
        return macro.arguments().stream()
                .limit(MOST_ARGUMENTS)
                .map(span -> Places.shorten(page.outline().text().slice(span).strip(), LONGEST))
                .toList();
    }

    /** The text with arguments for {@code $1} and so on; {@code $10} is the first one and a 0 where there is a first one. */
    private static String expanded(String text, List<String> arguments) {
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < text.length() && expanded.length() <= LONGEST) {
            Optional<Integer> argument = text.charAt(at) == '$' ? argument(text, at + 1, arguments) : Optional.empty();
            if (argument.isPresent()) {
                expanded.append(arguments.get(argument.get() - 1));
                at += 1 + argument.get().toString().length();
            } else {
                expanded.append(text.charAt(at));
                at++;
            }
        }
        return Places.shorten(expanded.toString(), LONGEST);
    }

    private static Optional<Integer> argument(String text, int at, List<String> arguments) {
        for (int number = 1; number <= arguments.size(); number++) {
            if (text.startsWith(String.valueOf(number), at)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }
}

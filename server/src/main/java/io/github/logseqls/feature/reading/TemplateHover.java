package io.github.logseqls.feature.reading;

import io.github.logseqls.feature.Markup;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Snapshot;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a hover tells of a template from its {@code template::} line: what inserting it brings. */
final class TemplateHover {

    private static final Pattern NAMING = Pattern.compile(":?template(?:-including-parent)?::? ");

    private TemplateHover() {}

    /** The template of a name, which is the block with its children (format.md 2.5). */
    static String of(Snapshot snapshot, BlockAt block, String name, Markup markup) {
        boolean childrenOnly = block.block()
                .property("template-including-parent")
                .filter(property -> property.value().equals("false"))
                .isPresent();
        String what = childrenOnly
                ? "Inserted are the blocks below this one:"
                : "Inserted are this block and those below it:";
        return "Template " + markup.strong(name) + "\n\n" + what + "\n\n"
                + markup.content(withoutName(BlockPreview.of(snapshot, block)));
    }

    /** What makes the block a template is not inserted. */
    private static String withoutName(String preview) {
        return preview.lines().filter(line -> !NAMING.matcher(line).lookingAt()).collect(Collectors.joining("\n"));
    }
}

package io.github.logseqls.check;

import io.github.logseqls.outline.Loss;
import io.github.logseqls.outline.Loss.Why;
import io.github.logseqls.outline.Outline;

/** Why Logseq does not see an id. */
final class IgnoredId {

    private IgnoredId() {}

    /** Whether it was clearly meant as one: not what stands in code, in prose or in data, unless a reference needs it. */
    static boolean isMeant(Outline outline, Loss loss) {
        return switch (loss.why()) {
            case IN_LATER_GROUP, OVERRIDDEN, IN_LIST, IN_QUOTE, IN_TABLE, IN_HTML, NO_SPACE -> true;
            case NOT_IN_ORG -> outline.text().slice(loss.span()).contains("::");
            default -> false;
        };
    }

    /** What is in the way, and what to do. */
    static String explain(Loss loss) {
        return switch (loss.why()) {
            case IN_LATER_GROUP ->
                "a block has one group of properties, the first. Move the line up to the other properties, without lines between them.";
            case OVERRIDDEN ->
                "another id or custom-id follows in the same block, and the last one counts. Remove one of the two.";
            case NO_SPACE ->
                "behind id:: there must be a space, and neither a tab, a no-break space nor nothing. Write one plain space.";
            case NOT_IN_ORG ->
                "in an Org page properties stand in a drawer. Write :PROPERTIES:, :id: and the id, and :END: on lines of their own below the headline.";
            case ONE_COLON -> "it has one colon. Write id:: with two.";
            case MID_LINE ->
                "it stands behind other text. Put it on a line of its own below the first line of the block.";
            default ->
                "it is " + place(loss.why()) + ". Move the line out of there, right below the first line of the block.";
        };
    }

    private static String place(Why why) {
        return switch (why) {
            case IN_LIST -> "part of the list above it";
            case IN_QUOTE -> "in a quote";
            case IN_TABLE -> "in a table";
            case IN_HTML -> "inside HTML";
            case IN_CODE -> "in code";
            case IN_MATH -> "in a formula";
            case IN_LATEX -> "in LaTeX";
            case IN_COMMENT -> "in a comment";
            case IN_DRAWER -> "in a drawer";
            case IN_BEGIN -> "between #+BEGIN and #+END";
            case IN_HICCUP -> "inside Hiccup";
            default -> "inside other markup";
        };
    }
}

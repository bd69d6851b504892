package io.github.logseqls.outlining;

import io.github.logseqls.outline.RandomPages;
import io.github.logseqls.outline.Syntax;
import java.util.Random;

/** Makes outlines as people and the app write them, with what belongs to blocks; or anything. */
public final class RandomOutlines {

    private static final String[] STEPS = {"\t", "\t", "  ", "    "};
    private static final String[] BODIES = {
        "more text",
        "  deeper text",
        "id:: 5f0e%04x-1c2d-4e3f-8a4b-0123456789ab",
        "collapsed:: true\n@id:: 5f0e%04x-1c2d-4e3f-8a4b-0123456789ab",
        "see ((5f0e0001-1c2d-4e3f-8a4b-0123456789ab)) [[page]] #tag",
        "{{embed ((5f0e0002-1c2d-4e3f-8a4b-0123456789ab))}} [[a [[nested]] name]]",
        "kind:: [[page]], #tag ((5f0e0003-1c2d-4e3f-8a4b-0123456789ab))\n@tags:: a, [[b]]",
        "```js\n@  let a\n@\n@- no bullet\n@```",
        "> quote\n@> goes on",
        "* item\n@* item",
        "SCHEDULED: <2024-01-05 Fri>",
        ":LOGBOOK:\n@CLOCK: [2024-01-05 Fri 10:00:00]\n@:END:",
        "| a | b |\n@| c | d |",
        "日本 😀",
        ""
    };
    private static final String[] ORG_BODIES = {
        "more text",
        ":PROPERTIES:\n:id: 5f0e%04x-1c2d-4e3f-8a4b-0123456789ab\n:END:",
        ":PROPERTIES:\n:kind: [[page]]\n:collapsed: true\n:id: 5f0e%04x-1c2d-4e3f-8a4b-0123456789ab\n:END:\ntext",
        "see ((5f0e0001-1c2d-4e3f-8a4b-0123456789ab))",
        "{{embed ((5f0e0002-1c2d-4e3f-8a4b-0123456789ab))}} [[a [[nested]] name]] [[page][label]]",
        ":LOGBOOK:\nCLOCK: [2024-01-05 Fri 10:00:00]\n:END:",
        "日本 😀",
        "#+BEGIN_SRC js\n* no headline\n#+END_SRC",
        "DEADLINE: <2024-01-05 Fri>",
        "- item\n- item",
        ""
    };
    private static final String[] TITLES = {"", "text", "TODO [#A] text", "日本 😀", "## heading", "**b** `c`", "[[page]]"
    };

    private RandomOutlines() {}

    /** An outline with even indentation and nothing that is not closed. */
    public static String sound(Random random, Syntax syntax) {
        StringBuilder page = new StringBuilder();
        if (random.nextInt(4) == 0) {
            page.append(syntax == Syntax.ORG ? "#+title: Page\n\n" : "title:: Page\n\n");
        }
        String step = STEPS[random.nextInt(STEPS.length)];
        String[] bodies = syntax == Syntax.ORG ? ORG_BODIES : BODIES;
        int level = 1;
        int blocks = 1 + random.nextInt(9);
        for (int block = 0; block < blocks; block++) {
            level = block == 0 ? 1 : 1 + random.nextInt(level + 1);
            String prefix = syntax == Syntax.ORG ? "*".repeat(level - 1) : step.repeat(level - 1);
            String below = syntax == Syntax.ORG ? "" : prefix + "  ";
            page.append(prefix).append(syntax == Syntax.ORG ? "* " : "- ");
            page.append(TITLES[random.nextInt(TITLES.length)])
                    .append(' ')
                    .append(block)
                    .append('\n');
            if (random.nextInt(2) == 0) {
                String body = bodies[random.nextInt(bodies.length)].formatted(block + 1);
                page.append(below).append(body.replace("@", below)).append('\n');
            }
        }
        if (random.nextInt(3) == 0) {
            page.setLength(page.length() - 1);
        }
        String lineEnd = random.nextInt(3) == 0 ? "\r\n" : "\n";
        return page.toString().replace("\n", lineEnd);
    }

    /** Sound ones, broken ones and whatever. */
    public static String any(Random random, Syntax syntax) {
        return switch (random.nextInt(4)) {
            case 0 -> RandomPages.next(random);
            case 1 -> sound(random, syntax) + RandomPages.next(random) + "\n" + sound(random, syntax);
            default -> sound(random, syntax);
        };
    }
}

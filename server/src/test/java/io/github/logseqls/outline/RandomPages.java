package io.github.logseqls.outline;

import java.util.Random;

/** Makes pages of all that Logseq's syntax has, well-formed or not. */
public final class RandomPages {

    private static final String[] PIECES = {
        "- ",
        "-",
        "\t- ",
        "  - ",
        "\t\t- ",
        "# ",
        "## ",
        "* ",
        "1. ",
        "> ",
        "text ",
        "日本 ",
        "😀",
        "((",
        "))",
        "[[",
        "]]",
        "((5f0e0001-1c2d-4e3f-8a4b-0123456789ab))",
        "((5f0e0002-1c2d-4e3f-8a4b-0123456789ab))",
        "{{embed ",
        "}}",
        "[label](",
        ")",
        "`",
        "``",
        "```",
        "~~~",
        "$$",
        "$",
        "**",
        "_",
        "==",
        "#+BEGIN_NOTE",
        "#+END_NOTE",
        "#+BEGIN_SRC js",
        "#+END_SRC",
        ":LOGBOOK:",
        ":END:",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<br>",
        "<p>",
        "<img src=x />",
        "</p>",
        "/>",
        "\\begin{x}",
        "\\end{x}",
        "|",
        "---",
        "id:: 5f0e0001-1c2d-4e3f-8a4b-0123456789ab",
        "id:: 5f0e0002-1c2d-4e3f-8a4b-0123456789ab",
        "collapsed:: true",
        "key:: value",
        "title:: Page",
        "#tag",
        "TODO ",
        "^^",
        "~~",
        "~",
        "=",
        "/",
        "*",
        "_{",
        "[:b ",
        "]",
        "[^1]",
        "[fn:1]",
        "[50%]",
        "<2024-01-05 Fri>",
        "SCHEDULED: ",
        "http://a.b/c",
        "<a:b>",
        "<a@b.c>",
        "![",
        "](a.md)",
        "][",
        "{{query a, b",
        "}",
        "\\(",
        "\\)",
        "\\alpha",
        "@@html: x@@",
        "<<x>>",
        "[#A] ",
        "\n",
        "\n",
        "\n",
        "\n",
        "\n  ",
        "\n\t  ",
        "\r\n",
        "\r",
        " ",
        "\\"
    };

    private RandomPages() {}

    static String piece(Random random) {
        return PIECES[random.nextInt(PIECES.length)];
    }

    public static String next(Random random) {
        StringBuilder page = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            page.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return page.toString();
    }
}

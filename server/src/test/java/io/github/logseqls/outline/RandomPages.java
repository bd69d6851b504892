package io.github.logseqls.outline;

import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
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
        "{{embed ((5f0e0001-1c2d-4e3f-8a4b-0123456789ab))}}",
        "{{embed [[a]]}}",
        "word((5f0e0001-1c2d-4e3f-8a4b-0123456789ab))",
        "\n- id:: 5f0e0002-1c2d-4e3f-8a4b-0123456789ab\n- ",
        "\nid::\t5f0e0001-1c2d-4e3f-8a4b-0123456789ab\n",
        "![x](../assets/x.png)",
        "[x](../pages/gone.md)",
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
        "\\begin{",
        "}",
        "<?",
        "<!x ",
        "?>",
        "<![CDATA[",
        ">",
        "[:div",
        "\"",
        "\nterm\n: def",
        "#+key: v",
        ":PROPERTIES:",
        ":key: v",
        "[^1]: ",
        "\\end{x}",
        "|",
        "| a |",
        "|--",
        ": def",
        "* item",
        "  2x",
        "[^1]: foot",
        "[:div ",
        "]",
        "\"",
        ":PROPERTIES:",
        ":key: v",
        "#+key: v",
        "#+BEGIN_",
        "\\end{",
        "<!--\n",
        "---",
        "id:: 5f0e0001-1c2d-4e3f-8a4b-0123456789ab",
        "id:: 5f0e0002-1c2d-4e3f-8a4b-0123456789ab",
        "collapsed:: true",
        "key:: value",
        "title:: Page",
        "alias:: Other, [[Third]]",
        "tags:: a, [[b/c]]",
        "template:: t",
        "#+title: Named",
        "#+alias: Fourth",
        "[[a/b]]",
        "[[Jan 5th, 2024]]",
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
        "    - ",
        "\n```js\n",
        "\n  tags::x\n",
        "\n  tags :: x\n",
        "\n  tags：：x\n",
        "\n  SCHEDULED: <2024-02-30 Fri +1x>\n",
        "\n  DEADLINE: <2024-01-05>\n",
        "\n",
        "\n",
        "\n",
        "\n",
        "\n<<<<<<< ours\n",
        "\n||||||| base\n",
        "\n=======\n",
        "\n>>>>>>> theirs\n",
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

    /** Typed, pasted or deleted, at any offset: inside a CRLF or a surrogate pair too. */
    public static Edit edit(Text text, Random random) {
        int start = random.nextInt(text.length() + 1);
        int deleted = switch (random.nextInt(10)) {
            case 0 -> random.nextInt(3000);
            case 1, 2 -> random.nextInt(30);
            case 3 -> 1;
            default -> 0;
        };
        int end = Math.min(text.length(), start + deleted);
        String piece = random.nextInt(4) == 0 ? "" : RandomPages.piece(random);
        return new Edit(new Span(start, end), random.nextInt(10) == 0 ? RandomPages.next(random) : piece);
    }
}

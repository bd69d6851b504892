package io.github.logseqls.fuzz;

import io.github.logseqls.outline.Syntax;
import java.util.ArrayList;
import java.util.List;

/** What random documents are made of. The pieces of one kind belong together: openers, closers and what is between. */
final class Pieces {

    static final String A = "5f0e0001-1c2d-4e3f-8a4b-0123456789ab";
    private static final String B = "5F0E0002-1C2D-4E3F-8A4B-0123456789AB";

    static final String[] TOPS = {
        "---\ntitle: x\ntags: [a, b]\n---\n",
        "---\n",
        "---\na: b --- c\n",
        "title:: x\nalias:: y\n\n",
        "#+TITLE: x\n",
        "\n\n",
        " \n",
        "\ufeff",
        "id:: " + A + "\n",
        ":PROPERTIES:\n:ID: " + A + "\n:END:\n",
        "---\r\na: b\r\n---\r\n"
    };

    static final String[] INDENTS = {
        "", " ", "  ", "   ", "    ", "\t", "\t\t", "\t  ", " \t", "\f", "\u001a", "\u00a0", "\u3000", "\u000b"
    };

    static final String[] BULLETS = {
        "- ",
        "- ",
        "- ",
        "-",
        "-\t",
        "\t- ",
        "  - ",
        "# ",
        "## ",
        "#",
        "- # ",
        "- ## ",
        "-  ",
        "- - ",
        "- TODO ",
        "- DONE [#A] ",
        "- LATER",
        "- [#B] ",
        "# TODO ",
        "* ",
        "+ ",
        "1. ",
        "- [ ] ",
        "- NOW\t",
        "-\f",
        "- \u001a"
    };

    static final String[] HEADLINES = {
        "* ",
        "* ",
        "** ",
        "*** ",
        "*",
        "**",
        "*\t",
        " * ",
        "* TODO ",
        "* DONE [#A] ",
        "** IN-PROGRESS ",
        "* [#B] ",
        "- ",
        "+ ",
        "1. ",
        "* * ",
        "*\f"
    };

    static final String[] WORDS = {
        "word",
        "a",
        "two words",
        "日本",
        "，",
        "😀",
        "é",
        ".",
        ",",
        ":",
        ";",
        "!",
        "x-y",
        "1",
        "A",
        "'",
        "\"",
        "\u200b",
        "(",
        ")",
        "/"
    };

    private Pieces() {}

    static List<String[]> blocks(Syntax syntax) {
        List<String[]> kinds = new ArrayList<>(List.of(
                new String[] {"```", "```js", "~~~", "````", "``` ", "code ```", "```x```", "``", "`", "~~", "~~~ x ~~~"
                },
                new String[] {"$$", "$$ x $$", "$$x", "x$$", "$", "$$$", "$$$$"},
                new String[] {
                    "\\begin{x}",
                    "\\end{x}",
                    "\\begin{X} y",
                    "\\end{X}z",
                    "\\begin{equation*}",
                    "\\end{",
                    "\\begin{",
                    "\\begin{}",
                    "\\BEGIN{x}",
                    "\\"
                },
                new String[] {
                    "<div>",
                    "</div>",
                    "<div class=\"a\">",
                    "<DIV>",
                    "</DIV>",
                    "<div",
                    "<br>",
                    "<br/>",
                    "<img src=x />",
                    "/>",
                    "<p>",
                    "</p>",
                    "<b>",
                    "</b>",
                    "<foo>",
                    "</foo>",
                    "<p ",
                    "<div\t>",
                    "<span>x</span>"
                },
                new String[] {
                    "<!--", "-->", "<!-- x -->", "<!---", "<?", "?>", "<!x", ">", "<![CDATA[", "]]>", "]]", "<!"
                },
                new String[] {
                    "#+BEGIN_NOTE",
                    "#+END_NOTE",
                    "#+begin_note x",
                    "#+end_note",
                    "#+END_NOTEX",
                    "#+BEGIN_",
                    "#+BEGIN_SRC js",
                    "#+END_SRC",
                    "#+BEGIN_QUOTE",
                    "#+END_QUOTE",
                    "#+END_NOTE x",
                    "#+BEGIN_NOTE",
                    "#+END_"
                },
                new String[] {
                    "#+BEGIN_EXAMPLE",
                    "#+END_EXAMPLE",
                    "#+BEGIN_QUERY",
                    "#+END_QUERY",
                    "#+BEGIN_COMMENT",
                    "#+END_COMMENT",
                    "#+BEGIN_EXPORT html",
                    "#+END_EXPORT",
                    "#+BEGIN_QUOTE",
                    "#+END_QUOTE"
                },
                new String[] {
                    ":LOGBOOK:",
                    ":END:",
                    ":end:",
                    ":End: ",
                    ":LOGBOOK: x",
                    ":a b:",
                    ":x:",
                    ": x",
                    ":",
                    "::",
                    ":END: x",
                    "CLOCK: [2024-01-05 Fri 10:00]--[2024-01-05 Fri 11:00] =>  01:00:00"
                },
                new String[] {
                    ":PROPERTIES:",
                    ":properties:",
                    ":END:",
                    ":id: " + A,
                    ":ID: " + B,
                    ":custom_id: x",
                    ":a: b",
                    ":key:",
                    ":k:v",
                    ":a b: c",
                    ":PROPERTIES: ",
                    "x"
                },
                new String[] {
                    "id:: " + A,
                    "id:: " + B,
                    "ID::  " + A + " ",
                    "id::" + A,
                    "custom-id:: " + A,
                    "id::",
                    "id:: x",
                    "collapsed:: true",
                    "key:: value",
                    "key::",
                    "a_b:: [[x]], #y",
                    "a b:: c",
                    "key::\tv",
                    "k:: \"q [[x]]\"",
                    ":: x",
                    "key::\u00a0v",
                    "a:b:: c",
                    "`k:: v`",
                    "k:: ((" + A + "))",
                    "tags:: x, y"
                },
                new String[] {
                    "> ",
                    ">",
                    "> quote",
                    ">> ",
                    "> - x",
                    "> # x",
                    "> id:: " + A,
                    "id:: " + A,
                    "> ```",
                    "```",
                    "> 1. x",
                    "> | a |",
                    "lazy",
                    "# ",
                    "> #+BEGIN_NOTE",
                    "> <div>",
                    "> $$",
                    "> * x"
                },
                new String[] {
                    "* x",
                    "+ y",
                    "1. z",
                    "  * x",
                    "  + y",
                    "   2. z",
                    "    * w",
                    "* ",
                    "+",
                    "1.",
                    "1) x",
                    "- ",
                    "  more",
                    "* [ ] x",
                    "+ [X] y",
                    "id:: " + A,
                    "* x :: y",
                    "  ```",
                    "* > q",
                    "* | a |",
                    "1x",
                    "12 ",
                    "\t* x"
                },
                new String[] {
                    "|",
                    "| a | b |",
                    "|---|---|",
                    "|--+--|",
                    "| a",
                    "a | b |",
                    "||",
                    "| [[x]] | #y |",
                    "| :-: |",
                    "#+TBLFM: x",
                    "|a|b|c|",
                    "| ",
                    "|-"
                },
                new String[] {
                    "#+title: x",
                    "#+KEY: value",
                    "#+key:",
                    "#+",
                    "#+a b: c",
                    "#+RESULTS:",
                    "#+BEGIN_x: y",
                    "#+ALIAS: a, b",
                    "#+:",
                    "#+x",
                    "# comment",
                    "#",
                    "# "
                },
                new String[] {
                    "---", "***", "___", "----- ", "--", "- - -", "* * *", "-----", "------", "---x", "_____", "=====",
                    "----"
                },
                new String[] {
                    "[:div \"x\"]",
                    "[:div",
                    "]",
                    "[:b [:i \"x\"]]",
                    "[:foo]",
                    "[:div \"]\"]",
                    "[:div \"",
                    "[:br]",
                    "[:p",
                    "\"",
                    "\\\"",
                    "[: x]"
                },
                new String[] {
                    "[//]: # (x)",
                    "[//]: #",
                    "[//]:# x",
                    "[^1]: foot",
                    "[^1]:",
                    "[^a b]: x",
                    "[^1] x",
                    "[x]: y",
                    "[^1]: "
                },
                new String[] {
                    "SCHEDULED: <2024-01-05 Fri>",
                    "DEADLINE: <2024-01-05 Fri 10:00 .+1d>",
                    "SCHEDULED: [2024-01-05]",
                    "<2024-01-05>",
                    "scheduled: <2024-13-45 x>",
                    "CLOSED: [2024-01-05 Fri]",
                    "<2024-01-05 Fri>--<2024-01-06 Sat>"
                },
                new String[] {"term", ": definition", "term\n: def", ":def", "  : x", "term ::", "- term :: x"}));
        if (syntax == Syntax.ORG) {
            kinds.add(new String[] {": example", ":example", ":", "# comment", "#comment", "#", "  : x", "  # y"});
            kinds.add(new String[] {"[fn:1] foot", "[fn:1]", "[fn:a b] x", "[fn:", "[fn::x]", "[fn:1:x]"});
            kinds.add(new String[] {
                "- x", "  - y", "  * z", "+ w", "1. v", "- x :: y", "- [ ] x", "-", "  more", "    - u"
            });
        }
        return kinds;
    }

    static List<String[]> inlines(Syntax syntax) {
        List<String[]> kinds = new ArrayList<>(List.of(
                new String[] {
                    "((" + A + "))",
                    "((" + B + "))",
                    "((",
                    "))",
                    "((x))",
                    "(((" + A + ")))",
                    "(",
                    ")",
                    A,
                    "(( " + A + "))",
                    "((a)b))"
                },
                new String[] {
                    "[[x]]",
                    "[[",
                    "]]",
                    "[[a b]]",
                    "[[a [[b]] c]]",
                    "[[" + A + "]]",
                    "[[((" + A + "))]]",
                    "[",
                    "]",
                    "[[]]",
                    "[[ ]]",
                    "[[a]b]]",
                    "[[a/b]]",
                    "[[日本]]",
                    "[[a\\]]"
                },
                new String[] {
                    "#tag",
                    "#",
                    "##",
                    "#a.b",
                    "#a;b",
                    "#[[x y]]",
                    "#[[x]]y",
                    "#a#b",
                    "#a,b",
                    "#a[[b]]",
                    "#日本",
                    "#a)",
                    "#a'b",
                    "\\#x",
                    "#a:b",
                    "#[[",
                    "x#y",
                    "#a/b"
                },
                new String[] {
                    "[label]([[x]])",
                    "[l](((" + A + ")))",
                    "[l](",
                    ")",
                    "](",
                    "[x](y.md)",
                    "![i](a.png)",
                    "[a](b \"t\")",
                    "[[[x]]](y)",
                    "[](x)",
                    "[l](http://x.y/z)",
                    "[a [b] c](d)",
                    "[l](a(b)c)",
                    "[l][m]",
                    "[l](<a b>)",
                    "[*b*](../p.md)",
                    "[l](#x)",
                    "[l]( [[x]] )"
                },
                new String[] {
                    "http://a.b/c",
                    "https://x.y/(z)",
                    "<http://a.b>",
                    "a@b.cd",
                    "<a@b.cd>",
                    "mailto:x@y.z",
                    "file:a.md",
                    "http://",
                    "ftp://x#y",
                    "www.x.y",
                    "http://x/#a",
                    "://",
                    "<x:y>",
                    "http://a.b/[[x]]"
                },
                new String[] {
                    "{{embed ((" + A + "))}}",
                    "{{embed [[x]]}}",
                    "{{embed x}}",
                    "{{{embed [[x]]}}}",
                    "{{",
                    "}}",
                    "{{q a, b}}",
                    "{{query [[x]]}}",
                    "{{embed",
                    "}",
                    "{{x}}",
                    "{{embed \"[[x]]\"}}",
                    "{{m [[a, b]], c}}",
                    "{{ embed x}}",
                    "{{m(x)}}"
                },
                new String[] {"`", "``", "`x`", "``x`y``", "`[[x]]`", "\\`", "` `", "```", "=", "~", "=x=", "~x~"},
                new String[] {
                    "*",
                    "**",
                    "***",
                    "_",
                    "__",
                    "~~",
                    "==",
                    "^^",
                    "*a*",
                    "**b**",
                    "_c_",
                    "~~d~~",
                    "==e==",
                    "**[[x]]**",
                    "_((" + A + "))_",
                    "*#t*",
                    "***f***",
                    "**",
                    "\\*"
                },
                new String[] {
                    "*",
                    "/",
                    "+",
                    "_",
                    "=",
                    "~",
                    "*b*",
                    "/i/",
                    "+s+",
                    "_u_",
                    "=v=",
                    "~c~",
                    "^^h^^",
                    "/[[x]]/",
                    "*((" + A + "))*"
                },
                new String[] {
                    "$", "$$", "$x$", "$ x $", "$a_b$", "\\(", "\\)", "\\[", "\\]", "\\$", "$$x$$", "$1 ", "\\(x\\)"
                },
                new String[] {
                    "<b>",
                    "</b>",
                    "<br/>",
                    "<div>",
                    "</div>",
                    "<span x=\"y\">",
                    "</span>",
                    "<!--",
                    "-->",
                    "<foo>",
                    "<",
                    ">",
                    "<b>x</b>",
                    "/>",
                    "&amp;",
                    "<kbd>a</kbd>",
                    "@@html: x@@",
                    "@@"
                },
                new String[] {
                    "_{x}",
                    "^{y}",
                    "_",
                    "^",
                    "a_b",
                    "a^b",
                    "_{",
                    "^{",
                    "}",
                    "x_{[[y]]}",
                    "x^{((" + A + "))}",
                    "\\alpha",
                    "\\alpha{}",
                    "\\x"
                },
                new String[] {
                    "[^1]",
                    "[^",
                    "[1/2]",
                    "[50%]",
                    "[fn:1]",
                    "[fn::x [[y]]]",
                    "[/]",
                    "[%]",
                    "[fn:1:x]",
                    "<<t>>",
                    "<<<r>>>",
                    "<<"
                },
                new String[] {
                    "<2024-01-05 Fri>",
                    "[2024-01-05]",
                    "SCHEDULED: ",
                    "DEADLINE: <2024-01-05>",
                    "<2024-01-05 Fri 10:00 +1w>",
                    "CLOCK: ",
                    "--",
                    "<2024-1-5>",
                    "[2024-01-05 x]"
                },
                new String[] {"[:b \"x\"]", "[:b", "]", "\"", "[:div [[x]]]", "[:b ((" + A + "))]", "[:foo]"},
                new String[] {"\\", "\\\\", "\\[", "\\]", "\\#", "\\(", "\\_", "\\*", "\\{", "\\n", "  ", "\\ "}));
        if (syntax == Syntax.ORG) {
            kinds.add(new String[] {
                "[[x][l]]",
                "[[file:../p/x.org][X]]",
                "[[id:" + A + "][l]]",
                "[[id:" + A + "]]",
                "[[((" + A + "))][l]]",
                "[[https://x.y][E]]",
                "][",
                "[[#x]]",
                "[[*h]]",
                "[[x][",
                "[[file:a.org]]",
                "[[a:b][c]]"
            });
            kinds.add(new String[] {":a:b:", ":a:", " :t:", ":a:b", "src_js{x}", "call_x()", "{{{m(a)}}}", "::"});
        }
        return kinds;
    }
}

package io.github.logseqls.fuzz;

import io.github.logseqls.outline.Syntax;
import java.util.List;
import java.util.Random;

/**
 * Makes documents of all that the two syntaxes have: well-formed, broken, glued, unclosed, closed at a distance and in
 * the wrong place. Each takes its pieces from a few kinds only, so that openers meet their closers.
 */
final class RandomDocuments {

    private static final int MOST_CHARACTERS = 400;

    /** What most of a document is made of. */
    private enum Kind {
        BLOCKS,
        INLINES,
        /** As before, with a word before each line, so that no line begins anything but a block. */
        PARAGRAPHS
    }

    private static final String KIND = System.getProperty("fuzz.kind", "");

    private final Random random;
    private final Kind kind;
    private final boolean inlineHeavy;

    private RandomDocuments(Random random, Kind kind) {
        this.random = random;
        this.kind = kind;
        this.inlineHeavy = kind != Kind.BLOCKS;
    }

    static Document next(Random random) {
        Syntax syntax = random.nextInt(3) == 0 ? Syntax.ORG : Syntax.MARKDOWN;
        Kind kind = KIND.isEmpty() ? Kind.values()[random.nextInt(Kind.values().length)] : Kind.valueOf(KIND);
        RandomDocuments documents = new RandomDocuments(random, kind);
        return new Document(syntax, documents.damaged(documents.text(syntax)));
    }

    private String text(Syntax syntax) {
        List<String[]> blocks = Pieces.blocks(syntax);
        List<String[]> inlines = Pieces.inlines(syntax);
        String[][] chosenBlocks = choice(blocks, inlineHeavy ? 1 : 4);
        String[][] chosenInlines = choice(inlines, inlineHeavy ? 5 : 2);
        String[] lineEnds = lineEnds();
        StringBuilder text = new StringBuilder(random.nextInt(12) == 0 ? any(Pieces.TOPS) : "");
        int length = 30 + random.nextInt(MOST_CHARACTERS - 80);
        while (text.length() < length) {
            addLine(text, syntax, chosenBlocks, chosenInlines);
            text.append(any(lineEnds));
        }
        return random.nextInt(3) == 0 ? text.toString().stripTrailing() : text.toString();
    }

    private void addLine(StringBuilder text, Syntax syntax, String[][] blocks, String[][] inlines) {
        if (random.nextInt(inlineHeavy ? 3 : 2) == 0) {
            text.append(any(Pieces.INDENTS));
        }
        if (random.nextInt(3) == 0) {
            text.append(syntax == Syntax.ORG ? any(Pieces.HEADLINES) : any(Pieces.BULLETS));
        }
        if (kind == Kind.PARAGRAPHS) {
            text.append("word ");
        } else if (random.nextInt(inlineHeavy ? 5 : 2) > 0 != inlineHeavy) {
            text.append(any(any(blocks)));
            if (random.nextInt(3) > 0) {
                return;
            }
        }
        for (int i = random.nextInt(inlineHeavy ? 10 : 4); i > 0; i--) {
            text.append(random.nextInt(3) == 0 ? any(Pieces.WORDS) : any(any(inlines)));
            if (random.nextInt(3) == 0) {
                text.append(' ');
            }
        }
    }

    private String[] lineEnds() {
        return switch (random.nextInt(10)) {
            case 0 -> new String[] {"\r\n"};
            case 1 -> new String[] {"\n", "\r\n", "\r", "\n\n", ""};
            case 2 -> new String[] {"\n", "\n", "\n\n", "\n\n\n", "\n \n"};
            default -> new String[] {"\n", "\n", "\n", "\n", "\n", "\n\n"};
        };
    }

    /** The text, with a character or two gone or a piece of it repeated, now and then. */
    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int times = random.nextInt(6) - 3; times > 0 && damaged.length() > 4; times--) {
            int at = random.nextInt(damaged.length() - 1);
            int end = Math.min(damaged.length(), at + 1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 2));
            if (random.nextInt(4) == 0) {
                damaged.insert(random.nextInt(damaged.length()), damaged.substring(at, end));
            } else {
                damaged.delete(at, end);
            }
        }
        // Half a surrogate pair cannot be told to Logseq's parser.
        return damaged.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String[][] choice(List<String[]> kinds, int count) {
        String[][] chosen = new String[count][];
        for (int i = 0; i < count; i++) {
            chosen[i] = kinds.get(random.nextInt(kinds.size()));
        }
        return chosen;
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }
}

package io.github.logseqls.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Pages shaped like those of real graphs: rates per 1,000 blocks and the spread of page lengths and depths were counted in
 * ten public graphs with 160,000 blocks.
 */
public final class GeneratedPages {

    private static final String[] WORDS = ("the a of to and in is that it for on with as this note idea project meeting"
                    + " about read later reference question plan because which result section chapter example system"
                    + " method value graph block outline memory process review summary")
            .split(" ");
    private static final String[] CJK = {"日本語の", "メモを", "読む", "中文", "笔记", "项目", "한국어", "메모"};

    private static final int WORDS_OF_BLOCK = 14;

    private final Random random;
    /** Of its own, so that what happens once in a hundred times leaves all else as it is. */
    private final Random rare;

    private final int wordsOfBlock;
    private final List<UUID> ids = new ArrayList<>();

    public GeneratedPages(long seed) {
        this(seed, WORDS_OF_BLOCK);
    }

    /**
     * Pages of longer or shorter blocks.
     *
     * @param wordsOfBlock how many words the first line of a block has at most
     */
    public GeneratedPages(long seed, int wordsOfBlock) {
        this.random = new Random(seed);
        this.rare = new Random(~seed);
        this.wordsOfBlock = wordsOfBlock;
    }

    /** Pages of about {@code characters} in all. */
    public List<String> pages(int characters) {
        List<String> pages = new ArrayList<>();
        for (int length = 0; length < characters; length += pages.get(pages.size() - 1).length()) {
            pages.add(page());
        }
        return pages;
    }

    /** One page of any length, in a fifth of the cases in Chinese, Japanese and Korean. */
    public String page() {
        int blocks = (int) Math.max(1, Math.min(4000, Math.exp(Math.log(7) + 1.3 * random.nextGaussian())));
        return page(blocks, random.nextInt(5) == 0);
    }

    /** One page of so many blocks. */
    public String page(int blocks, boolean isCjk) {
        StringBuilder page = new StringBuilder();
        if (random.nextInt(4) == 0) {
            page.append("title:: ").append(words(2, isCjk)).append("\ntags:: [[").append(words(2, isCjk)).append("]]\n\n");
        }
        int depth = 0;
        for (int i = 0; i < blocks; i++) {
            depth = Math.max(0, Math.min(15, depth + 1 - (int) Math.abs(random.nextGaussian() * 1.6)));
            if (i == 0) {
                depth = 0;
            }
            block(page, "\t".repeat(depth), isCjk);
        }
        return page.toString();
    }

    /** Some words such as pages are named by, which may be the same as before. */
    public String name(int words) {
        return words(words, random.nextInt(5) == 0);
    }

    private void block(StringBuilder page, String indent, boolean isCjk) {
        page.append(indent).append("-");
        if (random.nextInt(1000) >= 25) {
            page.append(" ");
            title(page, isCjk);
        }
        page.append("\n");
        if (happens(33)) {
            UUID fresh = new UUID(random.nextLong(), random.nextLong());
            UUID id = rare.nextInt(500) == 0 && !ids.isEmpty() ? ids.get(rare.nextInt(ids.size())) : fresh;
            ids.add(id);
            page.append(indent).append("  id:: ").append(id).append("\n");
        }
        if (happens(45)) {
            page.append(indent).append("  collapsed:: true\n");
        }
        if (happens(12)) {
            page.append(indent).append("  ```js\n");
            for (int line = random.nextInt(12); line >= 0; line--) {
                page.append(indent).append("  const value = list.map((x) => x[0]); // [[no]] ((ref))\n");
            }
            page.append(indent).append("  ```\n");
        }
        if (happens(60)) {
            page.append(indent).append("  ").append(words(12, isCjk)).append("\n");
        }
    }

    private void title(StringBuilder page, boolean isCjk) {
        if (happens(30)) {
            page.append(random.nextBoolean() ? "TODO " : "DONE ");
        }
        page.append(words(1 + random.nextInt(wordsOfBlock), isCjk));
        if (happens(48) && !ids.isEmpty()) {
            blockRef(page);
        }
        for (int refs = 0; refs < 2 && happens(125); refs++) {
            page.append(" [[").append(words(2, isCjk)).append(happens(300) ? "/" + words(1, isCjk) : "").append("]]");
        }
        if (happens(30)) {
            page.append(" #").append(words(1, isCjk));
        }
        if (happens(2) && !ids.isEmpty()) {
            page.append(" {{embed ((").append(referred()).append("))}}");
        }
        if (happens(40)) {
            page.append(" [link](https://example.org/").append(words(1, false)).append(")");
        }
        if (happens(60)) {
            page.append(" **").append(words(2, isCjk)).append("**");
        }
        if (happens(40)) {
            page.append(" `").append(words(1, false)).append("`");
        }
        page.append(happens(200) ? "." : "");
    }

    private void blockRef(StringBuilder page) {
        boolean isLabelled = rare.nextInt(48) < 5;
        page.append(isLabelled ? " [label](((" : " ((").append(referred()).append(isLabelled ? ")))" : "))");
    }

    /** The id of an earlier block, or in one of a hundred cases of none. */
    private UUID referred() {
        UUID id = ids.get(hot(ids.size()));
        return rare.nextInt(100) == 0 ? new UUID(rare.nextLong(), rare.nextLong()) : id;
    }

    private boolean happens(int inThousand) {
        return random.nextInt(1000) < inThousand;
    }

    /** Few are asked for often: log-uniform. */
    private int hot(int count) {
        return (int) Math.min(count - 1L, (long) Math.exp(random.nextDouble() * Math.log(count)) - 1);
    }

    private String words(int count, boolean isCjk) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String[] source = isCjk ? CJK : WORDS;
            words.append(i > 0 ? " " : "").append(source[random.nextInt(source.length)]);
        }
        return words.toString();
    }
}

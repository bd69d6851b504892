package io.github.logseqls.text;

/** The unit in which an editor counts columns. Offsets inside this program are always {@link #UTF16}. */
public enum Encoding {
    UTF8 {
        @Override
        int width(int codePoint) {
            if (codePoint < 0x80) {
                return 1;
            }
            if (codePoint < 0x800) {
                return 2;
            }
            return codePoint < 0x10000 ? 3 : 4;
        }
    },
    UTF16 {
        @Override
        int width(int codePoint) {
            return Character.charCount(codePoint);
        }
    },
    UTF32 {
        @Override
        int width(int codePoint) {
            return 1;
        }
    };

    /** How many units {@code codePoint} takes; a lone surrogate counts as the character it stands for in UTF-16. */
    abstract int width(int codePoint);

    /** How many units {@code text} takes. */
    public int width(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            width += width(codePoint);
            at += Character.charCount(codePoint);
        }
        return width;
    }
}

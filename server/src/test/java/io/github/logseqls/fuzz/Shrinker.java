package io.github.logseqls.fuzz;

import java.io.IOException;

/** Makes a document smaller for as long as something holds of it: by whole lines first, then by ever fewer characters. */
final class Shrinker {

    /** What has to stay true of the document. */
    interface Condition {
        boolean holds(Document document) throws IOException;
    }

    private Shrinker() {}

    static Document shrink(Document document, Condition condition) throws IOException {
        Document smallest = document;
        boolean shrunk = true;
        while (shrunk) {
            Document before = smallest;
            smallest = withoutLines(smallest, condition);
            for (int size = smallest.text().length() / 2; size > 0; size /= 2) {
                smallest = withoutPieces(smallest, size, condition);
            }
            shrunk = !smallest.equals(before);
        }
        return smallest;
    }

    private static Document withoutLines(Document document, Condition condition) throws IOException {
        Document smallest = document;
        for (int start = 0; start < smallest.text().length(); ) {
            int end = smallest.text().indexOf('\n', start) + 1;
            end = end == 0 ? smallest.text().length() : end;
            Document smaller = without(smallest, start, end);
            if (condition.holds(smaller)) {
                smallest = smaller;
            } else {
                start = end;
            }
        }
        return smallest;
    }

    private static Document withoutPieces(Document document, int size, Condition condition) throws IOException {
        Document smallest = document;
        for (int start = 0; start + size <= smallest.text().length(); ) {
            Document smaller = without(smallest, start, start + size);
            if (isWellFormed(smaller.text()) && condition.holds(smaller)) {
                smallest = smaller;
            } else {
                start += size;
            }
        }
        return smallest;
    }

    private static Document without(Document document, int start, int end) {
        String text = document.text();
        return new Document(document.syntax(), text.substring(0, start) + text.substring(end));
    }

    /** Whether no half of a surrogate pair stands alone: Logseq's parser reads UTF-8. */
    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}

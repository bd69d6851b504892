package io.github.logseqls.bench.editor;

import com.google.common.base.Splitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places in a page at which something may be asked; lines and columns count from 0, columns in UTF-16 units. */
record Carets(Path page, String text) {

    /** A question for each match of a pattern, which is within a line, about the place behind it. */
    List<Map<String, Object>> behind(Pattern pattern) {
        List<Map<String, Object>> carets = new ArrayList<>();
        int line = 0;
        for (String content : Splitter.on('\n').split(text)) {
            Matcher match = pattern.matcher(content);
            while (match.find()) {
                carets.add(Editor.at(page, line, match.end()));
            }
            line++;
        }
        return carets;
    }

    int lines() {
        return Math.toIntExact(text.lines().count());
    }
}
